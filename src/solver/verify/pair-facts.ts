import type { SpecialistRef } from '../../kernel/id.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import { Overruled } from '../model/overruled.ts';
import { Settled } from '../model/settled.ts';
import { ineligibilities, PairEvaluator, sumOfTerms } from '../model/pair-evaluator.ts';
import type { CostTerms, Ineligibility, Meeting, PlanProblem, Specialist } from '../problem.ts';

/** Values by specialist and meeting. */
export class PairMap<T> {
  private readonly rows = new Map<string, Map<string, T>>();

  constructor(entries: Iterable<readonly [PairOfIds, T]>) {
    for (const [{ specialistId, meetingId }, value] of entries) {
      const row = this.rows.get(specialistId) ?? new Map<string, T>();
      this.rows.set(specialistId, row.set(meetingId, value));
    }
  }

  of(specialistId: SpecialistRef): ReadonlyMap<string, T> | undefined {
    return this.rows.get(specialistId);
  }

  get({ specialistId, meetingId }: PairOfIds): T | undefined {
    return this.rows.get(specialistId)?.get(meetingId);
  }
}

/** The cost terms of a pair; null where the person is not eligible. Pins are ignored, apart from what they overrule. */
export type PairCosts = (specialist: Specialist, meeting: Meeting) => CostTerms | null;

export function pairCosts(problem: PlanProblem): PairCosts {
  const { pairs, policy } = problem;
  const settled = new Settled(problem);
  const stands = (specialist: Specialist, meeting: Meeting): boolean =>
    settled.stands({ specialistId: specialist.id, meetingId: meeting.id });
  if (pairs !== null) {
    const listed = new PairMap(pairs.map((pair) => [pair, pair.costs]));
    return (specialist, meeting) => {
      const costs = listed.get({ specialistId: specialist.id, meetingId: meeting.id });
      if (settled.isOver(meeting)) return stands(specialist, meeting) ? (costs ?? {}) : null;
      return costs ?? null;
    };
  }
  const overruled = new Overruled(problem);
  const judges = new Map<string, PairEvaluator>();
  return (specialist, meeting) => {
    const judge = judges.get(specialist.id) ?? new PairEvaluator(specialist, policy, overruled);
    judges.set(specialist.id, judge);
    if (settled.isOver(meeting)) return stands(specialist, meeting) ? judge.costs(meeting) : null;
    return judge.cost(meeting) === null ? null : judge.costs(meeting);
  };
}

/** The sum of the cost terms, for one person at a time. */
export function pairCost(problem: PlanProblem): (specialist: Specialist) => (meeting: Meeting) => number | null {
  const settled = new Settled(problem);
  const ahead = pairCostAhead(problem);
  if (!settled.some) return ahead;
  const costsOf = pairCosts(problem);
  return (specialist) => {
    const own = ahead(specialist);
    return (meeting) => {
      if (!settled.isOver(meeting)) return own(meeting);
      const costs = costsOf(specialist, meeting);
      return costs === null ? null : sumOfTerms(costs);
    };
  };
}

function pairCostAhead(problem: PlanProblem): (specialist: Specialist) => (meeting: Meeting) => number | null {
  const { pairs, policy } = problem;
  if (pairs !== null) {
    const listed = new PairMap(pairs.map((pair) => [pair, sumOfTerms(pair.costs)]));
    return (specialist) => (meeting) => listed.of(specialist.id)?.get(meeting.id) ?? null;
  }
  const overruled = new Overruled(problem);
  return (specialist) => {
    const judge = new PairEvaluator(specialist, policy, overruled);
    return (meeting) => judge.cost(meeting);
  };
}

/** Why a pair is not eligible. */
export function reasonsAgainst(problem: PlanProblem, specialist: Specialist, meeting: Meeting): Ineligibility[] {
  if (new Settled(problem).isOver(meeting)) return ['over'];
  return problem.pairs === null
    ? ineligibilities(specialist, meeting, problem.policy, new Overruled(problem))
    : ['not_listed'];
}
