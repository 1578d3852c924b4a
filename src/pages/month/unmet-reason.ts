import type { Sentence } from '../../platform/i18n/messages.ts';
import type { Ineligibility, Situation, UnmetMeeting } from '../../solver/index.ts';

/** The number of people that each cause prevents; 0 where it prevents nobody. */
export type UnmetCauses = Readonly<Record<Situation['kind'] | Ineligibility, number>>;

/** Nobody is kept by anything. */
export const NO_CAUSES: UnmetCauses = {
  elsewhere: 0,
  needs_rest: 0,
  limit_reached: 0,
  full: 0,
  pinned_out: 0,
  department_full: 0,
  same_department: 0,
  kept_apart: 0,
  needs_lead: 0,
  free: 0,
  leave: 0,
  conflict_of_interest: 0,
  rotation_gap: 0,
  too_far: 0,
  department_rule: 0,
  not_listed: 0,
  over: 0,
};

/** Of several reasons against somebody the first of these is shown. */
const PLAINEST: readonly Ineligibility[] = [
  'over',
  'leave',
  'conflict_of_interest',
  'rotation_gap',
  'too_far',
  'department_rule',
  'not_listed',
];

/** Why nobody goes to a meeting: what prevents each person, counted by cause. */
export function unmetReason(unmet: Pick<UnmetMeeting, 'candidates' | 'ineligible' | 'abridged'> | undefined): Sentence {
  if (!unmet || unmet.abridged) return { key: 'uncovered.see_meeting' };
  const causes: Record<keyof UnmetCauses, number> = { ...NO_CAUSES };
  for (const { situation } of unmet.candidates) causes[situation.kind] += 1;
  for (const { reasons } of unmet.ineligible) {
    const told = PLAINEST.find((reason) => reasons.includes(reason));
    if (told) causes[told] += 1;
  }
  const isNobody = Object.values(causes).every((count) => count === 0);
  return isNobody ? { key: 'uncovered.no_people' } : { key: 'uncovered.causes', params: causes };
}
