import { type Choice, type Counts, countsOf } from '../model/evaluate.ts';
import { clashing } from '../model/cannot-attend-both.ts';
import type { MonthModel } from '../model/month-model.ts';
import { type SpacingRule, spacingRules } from '../model/spacing.ts';
import type { Meeting } from '../problem.ts';

/** A plan with its lookups made once; explaining a large month asks them hundreds of thousands of times. */
export interface CurrentAssignments {
  readonly model: MonthModel;
  readonly counts: Counts;
  /** Meetings of each specialist, in the order of meetings. */
  readonly meetingsOf: readonly (readonly number[])[];
  /** Specialists at each meeting, in their order. */
  readonly specialistsAt: readonly (readonly number[])[];
  /** Whether two meetings exclude each other by time, by branch or by a given set. */
  readonly clashes: (a: Meeting, b: Meeting) => boolean;
  /** Other rules that keep two meetings apart. */
  readonly spacing: readonly SpacingRule[];
}

export function currentAssignments(model: MonthModel, choice: Choice): CurrentAssignments {
  const { pairs } = model;
  const meetingsOf: number[][] = model.specialists.map(() => []);
  const specialistsAt: number[][] = model.meetings.map(() => []);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (choice[pair] !== 1) continue;
    const [s, m] = [pairs.specialist[pair] ?? 0, pairs.meeting[pair] ?? 0];
    meetingsOf[s]?.push(m);
    specialistsAt[m]?.push(s);
  }
  return {
    model,
    counts: countsOf(model, choice),
    meetingsOf,
    specialistsAt,
    clashes: clashing(model.problem),
    spacing: spacingRules(model.problem.policy),
  };
}
