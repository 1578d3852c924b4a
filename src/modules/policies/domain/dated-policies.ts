import { type Day, firstDay, type Month } from '../../../kernel/month.ts';
import { type PolicyContent, valueIn, withContent, withValue } from './policy-content.ts';
import type { PolicyField, PolicyValue, PolicyValues } from './policy-field.ts';

/** A committee's decision, in effect from a day until the next decision. */
export interface DatedPolicy {
  readonly startsOn: Day;
  readonly content: PolicyContent;
}

/** The content in effect on a day; empty where the built-in policy applies. */
export function contentOn(policies: readonly DatedPolicy[], day: Day): PolicyContent {
  const begun = policies.filter(({ startsOn }) => startsOn <= day);
  return begun.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0]?.content ?? {};
}

/** The policy in effect on a day. */
export function policyOn<P extends object>(standard: P, policies: readonly DatedPolicy[], day: Day): P {
  return withContent(standard, contentOn(policies, day));
}

export interface ChangedValue {
  readonly field: string;
  readonly before: PolicyValue;
  readonly after: PolicyValue;
}

/** The values that differ from those in effect in the month. */
export function changedValues(
  standard: object,
  policies: readonly DatedPolicy[],
  { fields, from, values }: { fields: readonly PolicyField[]; from: Month; values: PolicyValues },
): ChangedValue[] {
  const now = policyOn(standard, policies, firstDay(from));
  return fields.flatMap((field) => {
    const [before, after] = [valueIn(now, field), values[field.key]];
    return after === undefined || after === before ? [] : [{ field: field.key, before, after }];
  });
}

/**
 * The policies to store when values change from a month on. A value that was decided for a later month stays; a value
 * that was only carried forward changes with it.
 */
export function changedPolicies(
  standard: object,
  policies: readonly DatedPolicy[],
  { fields, from, changes }: { fields: readonly PolicyField[]; from: Month; changes: readonly ChangedValue[] },
): DatedPolicy[] {
  const start = firstDay(from);
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const apply = (content: PolicyContent, of: readonly ChangedValue[]) =>
    of.reduce((changed, { field: key, after }) => {
      const field = byKey.get(key);
      return field ? withValue(changed, field, after) : changed;
    }, content);
  const later = policies
    .filter(({ startsOn }) => startsOn > start)
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const stored = [{ startsOn: start, content: apply(contentOn(policies, start), changes) }];
  let carried = changes;
  for (const { startsOn, content } of later) {
    const policy = withContent(standard, content);
    carried = carried.filter(({ field: key, before }) => {
      const field = byKey.get(key);
      return field !== undefined && valueIn(policy, field) === before;
    });
    if (carried.length === 0) break;
    stored.push({ startsOn, content: apply(content, carried) });
  }
  return stored;
}
