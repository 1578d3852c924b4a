import type { Locale } from '../../kernel/actor.ts';
import type { Month } from '../../kernel/month.ts';
import type { PlanRef } from '../../kernel/id.ts';
import {
  MOST_VARIANTS,
  type MonthVariants,
  readVariantName,
  VARIANT_FIELDS,
  type VariantDifference,
  type VariantFacts,
} from '../../modules/planning/index.ts';
import type { PolicyField, PolicyValue } from '../../modules/policies/index.ts';
import { type Catalogue, messageOf, say } from '../../platform/i18n/messages.ts';
import { costLines } from '../desk/cost-lines.ts';
import type { DeskNames } from '../desk/desk-names.ts';
import { isUnderWay, progressOf } from '../month/build-month-page.ts';
import { variantName } from '../month/variant-name.ts';
import { policyValueWords } from '../policy/policy-value-words.ts';
import { figureRows } from './figure-rows.ts';
import type { VariantsScreen } from './variants-screen-read-model.ts';
import type { VariantField, VariantForms, VariantPage, VariantsPage, VariantView } from './variants.view.ts';

interface Reader {
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  readonly mayPlan: boolean;
}

/** What was typed into one of the forms, and why it was not done. */
export interface VariantReturn {
  readonly form: 'copy' | 'make';
  readonly typed: Readonly<Record<string, unknown>>;
  readonly error: string | null;
  /** By field. */
  readonly errors: Readonly<Record<string, string>>;
}

interface Shown extends VariantsScreen {
  readonly since: string;
  /** Of a variant that may be made from this page. */
  readonly variantId: PlanRef;
}

/** The slider reaches so many times what the policy has; more can be typed. */
const REACH = 4;
const LEAST_REACH = 100;

export function buildVariantsPage(
  { month: { month, variants, policy }, monthProgress, solve, names, since, variantId }: Shown,
  back: VariantReturn | null,
  reader: Reader,
): VariantsPage {
  const base = `/months/${month}/variants`;
  const isFull = variants.length >= MOST_VARIANTS;
  const isMaking = isUnderWay(solve);
  const isAbandoned = solve?.isAbandoned === true;
  return {
    monthProgress,
    changesHref: `/events?about=month/${month}&since=${encodeURIComponent(since)}`,
    variants: variants.map((one) => variantView(month, one, policy, names, reader)),
    rows: figureRows(variants),
    progress: isMaking ? progressOf(solve, `${base}/made/${solve.id}/stop`) : null,
    trouble:
      solve?.failure?.isLate === true
        ? { key: 'variants.late' }
        : isAbandoned || solve?.state === 'failed'
          ? { key: 'variants.not_made' }
          : null,
    refused: isFull ? (back?.error ?? null) : null,
    isFull: isFull ? MOST_VARIANTS : null,
    forms:
      reader.mayPlan && !isFull && variants.length > 0
        ? formsOf(variants, { base, variantId, policy }, back, reader)
        : null,
  };
}

export function buildVariantPage(
  {
    month: { month, policy },
    monthProgress,
    names,
    difference,
  }: VariantsScreen & { readonly difference: VariantDifference },
  reader: Reader,
): VariantPage {
  const { variant, chosen, changes, shareOf } = difference;
  const [view, other] = [variant, chosen].map((one) => variantView(month, one, policy, names, reader));
  if (!view || !other) throw new Error('two variants are compared');
  return {
    monthProgress,
    variant: view,
    compared: [other, view],
    chosenName: variantName(chosen.header),
    backHref: `/months/${month}/variants`,
    rows: figureRows([chosen, variant]),
    changes: changes.map(({ added, dropped, cost }) => ({
      meetingId: (added[0] ?? dropped[0])?.meetingId ?? '',
      lines: costLines(cost, names, shareOf, reader.catalogue),
    })),
    ...variant.differs,
  };
}

function variantView(
  month: Month,
  { header, figures, isOutdated }: VariantFacts,
  policy: MonthVariants['policy'],
  names: DeskNames,
  reader: Reader,
): VariantView {
  const { id, isChosen, revision, ownPolicy } = header;
  const base = `/months/${month}/variants/${id}`;
  return {
    id,
    name: variantName(header),
    isChosen,
    isOutdated,
    revision,
    choices: VARIANT_FIELDS.filter(({ key }) => ownPolicy[key] !== undefined).map((field) => ({
      label: messageOf(reader.catalogue, `policy.field.planning.${field.key}`),
      value: policyValueWords(field, ownPolicy[field.key] ?? null, reader),
      policy: policyValueWords(field, policy[field.key] ?? null, reader),
    })),
    uncovered: figures.unmet.map((meetingId) => ({
      href: `/meetings/${meetingId}`,
      branch: names.branch(meetingId),
      at: names.at(meetingId),
    })),
    deskHref: isChosen ? `/months/${month}/desk` : `/months/${month}/desk?variant=${id}`,
    differenceHref: isChosen ? null : base,
    actions: reader.mayPlan
      ? {
          name: readVariantName(header.name).kind === 'own' ? header.name : '',
          rename: `${base}/name`,
          choose: isChosen ? null : `${base}/choice`,
          remove: isChosen ? null : `${base}/removal`,
        }
      : null,
  };
}

function formsOf(
  variants: readonly VariantFacts[],
  {
    base,
    variantId,
    policy,
  }: { readonly base: string; readonly variantId: PlanRef; readonly policy: MonthVariants['policy'] },
  back: VariantReturn | null,
  reader: Reader,
): VariantForms {
  const typed = (form: 'copy' | 'make', name: string) => {
    const given = back?.form === form ? back.typed[name] : undefined;
    return typeof given === 'string' ? given : '';
  };
  const begins = typed(back?.form ?? 'copy', 'from');
  return {
    variantId,
    copyAction: base,
    makeAction: `${base}/made`,
    from: variants.map(({ header }) => ({
      value: header.id,
      label: say(reader.catalogue, variantName(header)),
      selected: begins === '' ? header.isChosen : header.id === begins,
    })),
    fields: VARIANT_FIELDS.map((field) => fieldOf(field, policy[field.key] ?? null, back, reader)),
    copy: { name: typed('copy', 'name'), error: back?.form === 'copy' ? back.error : null },
    make: { name: typed('make', 'name'), error: back?.form === 'make' ? back.error : null },
  };
}

function fieldOf(field: PolicyField, value: PolicyValue, back: VariantReturn | null, reader: Reader): VariantField {
  const { key } = field;
  const given = back?.form === 'make' ? back.typed[key] : undefined;
  const shown = typeof given === 'string' ? given : value === null ? '' : String(value);
  const [least, most] = field.kind === 'whole' ? [field.least, field.most] : [0, 0];
  return {
    key,
    label: messageOf(reader.catalogue, `policy.field.planning.${key}`),
    help: messageOf(reader.catalogue, `policy.help.planning.${key}`),
    value: shown,
    policy: policyValueWords(field, value, reader),
    options:
      field.kind === 'choice'
        ? field.options.map((option) => ({
            value: option,
            label: messageOf(reader.catalogue, `policy.option.${key}.${option}`),
            selected: option === shown,
          }))
        : null,
    least,
    most,
    reach: Math.min(most, Math.max(LEAST_REACH, REACH * Number(value ?? 0))),
    error: back?.form === 'make' ? (back.errors[key] ?? null) : null,
  };
}
