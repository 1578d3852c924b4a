import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import { choiceOfPlan, knownModel } from '../model/month-model.ts';
import { PairEvaluator } from '../model/pair-evaluator.ts';
import { findPair, pairsOfMeeting } from '../model/pair-table.ts';
import type { Plan, Situation } from '../plan.ts';
import type { CostTerms, PlanProblem } from '../problem.ts';
import { withReward } from './fit-terms.ts';
import { situationOf } from './situation.ts';
import { currentAssignments } from './current-assignments.ts';

/** Why this person goes here: the cost terms of the pair beside those of the others who are eligible. */
export interface WhyHere {
  readonly specialistId: SpecialistRef;
  readonly meetingId: MeetingRef;
  /** The terms of the quality tier: those of the pair, and `together` where they go with somebody whom they should go with. */
  readonly costs: CostTerms;
  /** Their sum. */
  readonly cost: number;
  /**
   * Metres by road from where this person sets out; null where an end is unknown, and then `travel` is not known
   * either.
   */
  readonly way: number | null;
  /** Pinned by the board, or fixed by an accepted visit. */
  readonly pinned: boolean;
  /** How many of the others who are eligible cost more, and how many others there are. */
  readonly rank: { readonly better: number; readonly among: number };
  /** Others who are eligible, the cheapest first; as many as were asked for. */
  readonly others: readonly OtherCandidate[];
}

export interface OtherCandidate {
  readonly specialistId: SpecialistRef;
  /** With `together` as if they went in the place of the one who goes. */
  readonly costs: CostTerms;
  readonly cost: number;
  /** Their cost less that of the person who goes; where it is below 0, the load or another meeting outweighs it. */
  readonly difference: number;
  /** Also goes there, or what stands against it; `free` where only load or cost does. */
  readonly situation: Situation | { readonly kind: 'also_here' };
  readonly visits: number;
  readonly way: number | null;
}

/** Null where the plan does not send this person there. */
export function whyHere(
  problem: PlanProblem,
  plan: Plan,
  { specialistId, meetingId }: { readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef },
  most = 5,
): WhyHere | null {
  const model = knownModel(problem);
  const choice = choiceOfPlan(model, plan.assignments);
  const current = currentAssignments(model, choice);
  const { visits } = current.counts;
  const s = model.specialists.findIndex(({ id }) => id === specialistId);
  const m = model.meetings.findIndex(({ id }) => id === meetingId);
  const { pairs } = model;
  const here = findPair(pairs, s, m);
  if (here < 0 || choice[here] !== 1) return null;
  const { together } = model.company;
  const rewardOf = (pair: number): number =>
    together
      .filter(({ pairs: both }) => both.includes(pair))
      .filter(({ pairs: both }) =>
        both.every((one) => one === pair || (choice[one] === 1 && (one !== here || choice[pair] === 1))),
      )
      .reduce((sum, { reward }) => sum + reward, 0);
  const costOf = (pair: number): number => (pairs.quality[pair] ?? 0) - rewardOf(pair);
  const costsOf = (pair: number): CostTerms => withReward(model.costsOf(pair), rewardOf(pair));
  const cost = costOf(here);
  const wayOf = (pair: number): number | null => {
    const [specialist, meeting] = [model.specialists[pairs.specialist[pair] ?? 0], model.meetings[m]];
    if (specialist === undefined || meeting === undefined) return null;
    return new PairEvaluator(specialist, model.problem.policy).way(meeting);
  };
  const others = [...pairsOfMeeting(pairs, m)]
    .filter((pair) => pair !== here)
    .map((pair): OtherCandidate => ({
      specialistId: model.specialists[pairs.specialist[pair] ?? 0]?.id ?? '',
      costs: costsOf(pair),
      cost: costOf(pair),
      difference: costOf(pair) - cost,
      situation: choice[pair] === 1 ? { kind: 'also_here' } : situationOf(current, pair),
      visits: visits[pairs.specialist[pair] ?? 0] ?? 0,
      way: wayOf(pair),
    }))
    .sort((a, b) => a.cost - b.cost || (a.specialistId < b.specialistId ? -1 : 1));
  return {
    specialistId,
    meetingId,
    costs: costsOf(here),
    cost,
    way: wayOf(here),
    pinned: pairs.must[here] === 1,
    rank: { better: others.filter(({ difference }) => difference > 0).length, among: others.length },
    others: others.slice(0, most),
  };
}
