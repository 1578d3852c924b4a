import { common, type End, FIGURE_RANGES, type Interval, intervalOf } from './figure-range.ts';
import { ratioOf } from './points.ts';
import {
  type Condition,
  CONDITION_VALUES,
  type ConditionField,
  type IndicatorName,
  type RubricPolicy,
} from './rubric.ts';

type Bound = Extract<Condition, { readonly indicator: IndicatorName }>;
type Choice = Extract<Condition, { readonly field: ConditionField }>;

/** One way in which a condition can hold: what each figure and each field must be. */
interface Way {
  readonly figures: ReadonlyMap<IndicatorName, Interval>;
  readonly fields: ReadonlyMap<ConditionField, readonly string[]>;
}

/** More ways are not looked at: such a condition is taken to be possible. */
const MOST_WAYS = 500;

/**
 * Whether any meeting could fulfil the condition: figures and fields are looked at one by one, so that a contradiction
 * between different figures is not found.
 */
export function canHold(condition: Condition, policy: RubricPolicy): boolean {
  return waysOf(condition, true, policy).length > 0;
}

/** The ways in which a condition can be true, or false where that is wanted. */
function waysOf(each: Condition, wanted: boolean, policy: RubricPolicy): Way[] {
  if ('not' in each) return waysOf(each.not, !wanted, policy);
  if ('policy' in each) return (policy[each.policy] === each.is) === wanted ? [ANY] : [];
  if ('field' in each) return fieldWays(each, wanted);
  // What a form asks besides differs from form to form.
  if ('answer' in each) return [ANY];
  if ('indicator' in each) return boundWays(each, wanted);
  const parts = 'all' in each ? each.all : each.any;
  const isEach = 'all' in each === wanted;
  return isEach
    ? parts.reduce<Way[]>((ways, part) => joined(ways, waysOf(part, wanted, policy)), [ANY])
    : parts.flatMap((part) => waysOf(part, wanted, policy));
}

function fieldWays({ field, in: allowed }: Choice, wanted: boolean): Way[] {
  const left = CONDITION_VALUES[field].filter((value) => allowed.includes(value) === wanted);
  return left.length > 0 ? [{ ...ANY, fields: new Map([[field, left]]) }] : [];
}

const ANY: Way = { figures: new Map(), fields: new Map() };

function boundWays({ indicator, is, value }: Bound, wanted: boolean): Way[] {
  const at = ratioOf(value);
  if (!at) return [ANY];
  const including: End = { at, isIncluded: true };
  const excluding: End = { at, isIncluded: false };
  const range = FIGURE_RANGES[indicator];
  const below = (end: End) => intervalOf(range, null, end);
  const above = (end: End) => intervalOf(range, end, null);
  const intervals = {
    '>=': wanted ? [above(including)] : [below(excluding)],
    '>': wanted ? [above(excluding)] : [below(including)],
    '<=': wanted ? [below(including)] : [above(excluding)],
    '<': wanted ? [below(excluding)] : [above(including)],
    '=': wanted ? [intervalOf(range, including, including)] : [below(excluding), above(excluding)],
  }[is];
  return intervals.flatMap((interval) => (interval ? [{ ...ANY, figures: new Map([[indicator, interval]]) }] : []));
}

function joined(some: readonly Way[], others: readonly Way[]): Way[] {
  if (some.length * others.length > MOST_WAYS) return [ANY];
  return some.flatMap((a) => others.flatMap((b) => both(a, b) ?? []));
}

function both(a: Way, b: Way): Way | null {
  const figures = new Map(a.figures);
  for (const [indicator, interval] of b.figures) {
    const before = figures.get(indicator);
    const left = before ? common(FIGURE_RANGES[indicator], before, interval) : interval;
    if (!left) return null;
    figures.set(indicator, left);
  }
  const fields = new Map(a.fields);
  for (const [field, allowed] of b.fields) {
    const left = fields.get(field)?.filter((value) => allowed.includes(value)) ?? allowed;
    if (left.length === 0) return null;
    fields.set(field, left);
  }
  return { figures, fields };
}
