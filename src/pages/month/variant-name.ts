import { type PlanHeader, readVariantName } from '../../modules/planning/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** What pages call a variant. */
export function variantName({ name }: Pick<PlanHeader, 'name'>): Sentence {
  const stands = readVariantName(name);
  switch (stands.kind) {
    case 'own':
      return { key: 'variants.name.own', params: { name } };
    case 'former':
      return { key: 'variants.name.former', params: { number: stands.number } };
    case 'main':
      return { key: 'variants.name.main' };
  }
}
