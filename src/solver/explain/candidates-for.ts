import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import { choiceOfPlan, knownModel } from '../model/month-model.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';
import type { Plan, Situation } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { currentAssignments } from './current-assignments.ts';
import { situationOf } from './situation.ts';

/** Somebody eligible for a meeting who does not go there: what the pair would cost, and what stands against it. */
export interface PricedCandidate {
  readonly specialistId: SpecialistRef;
  readonly cost: number;
  readonly situation: Situation;
}

/** Everybody who is eligible for a meeting and does not go: first those who are free, and among them the cheapest. */
export function candidatesFor(
  problem: PlanProblem,
  plan: Pick<Plan, 'assignments'>,
  meetingId: MeetingRef,
): PricedCandidate[] {
  const model = knownModel(problem);
  const choice = choiceOfPlan(model, plan.assignments);
  const current = currentAssignments(model, choice);
  const m = model.meetings.findIndex(({ id }) => id === meetingId);
  if (m < 0) return [];
  return [...pairsOfMeeting(model.pairs, m)]
    .filter((pair) => choice[pair] !== 1)
    .map((pair) => ({
      specialistId: model.specialists[model.pairs.specialist[pair] ?? 0]?.id ?? '',
      cost: model.pairs.quality[pair] ?? 0,
      situation: situationOf(current, pair),
    }))
    .sort(
      (a, b) =>
        Number(a.situation.kind !== 'free') - Number(b.situation.kind !== 'free') ||
        a.cost - b.cost ||
        (a.specialistId < b.specialistId ? -1 : 1),
    );
}
