import type { PairOfIds } from '../model/pair-key.ts';
import { PairEvaluator, sumOfTerms } from '../model/pair-evaluator.ts';
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

  of(specialistId: string): ReadonlyMap<string, T> | undefined {
    return this.rows.get(specialistId);
  }

  get({ specialistId, meetingId }: PairOfIds): T | undefined {
    return this.rows.get(specialistId)?.get(meetingId);
  }
}

/** A pair's costs by name; null where this person may not go there. Pins are not looked at. */
export type PairCosts = (specialist: Specialist, meeting: Meeting) => CostTerms | null;

export function pairCosts({ pairs, policy }: PlanProblem): PairCosts {
  if (pairs !== null) {
    const listed = new PairMap(pairs.map((pair) => [pair, pair.costs]));
    return (specialist, meeting) => listed.get({ specialistId: specialist.id, meetingId: meeting.id }) ?? null;
  }
  const judges = new Map<string, PairEvaluator>();
  return (specialist, meeting) => {
    const judge = judges.get(specialist.id) ?? new PairEvaluator(specialist, policy);
    judges.set(specialist.id, judge);
    return judge.cost(meeting) === null ? null : judge.costs(meeting);
  };
}

/** The same in one number, person by person. */
export function pairCost({
  pairs,
  policy,
}: PlanProblem): (specialist: Specialist) => (meeting: Meeting) => number | null {
  if (pairs !== null) {
    const listed = new PairMap(pairs.map((pair) => [pair, sumOfTerms(pair.costs)]));
    return (specialist) => (meeting) => listed.of(specialist.id)?.get(meeting.id) ?? null;
  }
  return (specialist) => {
    const judge = new PairEvaluator(specialist, policy);
    return (meeting) => judge.cost(meeting);
  };
}

/** Why a pair without costs has none. */
export function reasonsAgainst(
  { pairs, policy }: PlanProblem,
  specialist: Specialist,
  meeting: Meeting,
): Ineligibility[] {
  return pairs === null ? new PairEvaluator(specialist, policy).ineligibilities(meeting) : ['not_listed'];
}
