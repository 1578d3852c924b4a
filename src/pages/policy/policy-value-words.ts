import type { Locale } from '../../kernel/actor.ts';
import { formatNumber } from '../../kernel/format.ts';
import type { PolicyField, PolicyValue } from '../../modules/policies/index.ts';
import { type Catalogue, messageOf, translate } from '../../platform/i18n/messages.ts';

/** A value of a policy in words, such as “2 lượt”, “không giới hạn” or “Chia đều cho mọi người”. */
export function policyValueWords(
  field: PolicyField,
  value: PolicyValue,
  { catalogue, locale }: { readonly catalogue: Catalogue; readonly locale: Locale },
): string {
  if (value === null) return translate(catalogue, 'policy.none');
  if (typeof value === 'boolean') return translate(catalogue, value ? 'policy.yes' : 'policy.no');
  if (field.kind === 'whole' && typeof value === 'number') {
    return messageOf(catalogue, `policy.unit.${field.unit}`, { count: formatNumber(locale, value) });
  }
  return field.kind === 'choice' ? messageOf(catalogue, `policy.option.${field.key}.${value}`) : String(value);
}
