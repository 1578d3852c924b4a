import type { Fault } from '../../kernel/domain-error.ts';
import { lostCoverage } from '../model/coverage-value.ts';
import { linkageCosts } from '../model/linkage.ts';
import { deviationAt } from '../model/load-price.ts';
import { pointsCounter } from '../model/points.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import type { Meeting, PlanProblem, Specialist, Tier } from '../problem.ts';
import { reasonsAgainst } from './pair-facts.ts';
import { RuleJudge } from './rule-judge.ts';

export interface Judgement {
  /** Every hard rule that is broken; pointers lead into the plan. */
  readonly faults: readonly Fault[];
  readonly objectives: Readonly<Record<Tier, number>>;
}

/** Checks a set of assignments directly against the problem's facts by counting, without the engine's model. */
export function judgeAssignments(problem: PlanProblem, assignments: readonly PairOfIds[]): Judgement {
  return assignmentsJudge(problem)(assignments);
}

/** The same for many sets of assignments of one month: what depends on the month alone is made once. */
export function assignmentsJudge(problem: PlanProblem): (assignments: readonly PairOfIds[]) => Judgement {
  const judge = new RuleJudge(problem);
  const ground: Ground = {
    judge,
    specialists: new Map(problem.specialists.map((specialist) => [specialist.id, specialist])),
    meetings: new Map(problem.meetings.map((meeting) => [meeting.id, meeting])),
    linkageAt: linkageCosts(problem),
    wished: new Map([...problem.pins, ...(problem.published?.assignments ?? [])].map((one) => [pairKey(one), one])),
    pointsIn: pointsCounter(problem),
  };
  return (assignments) => judgeOn(problem, ground, assignments);
}

interface Ground {
  readonly judge: RuleJudge;
  readonly specialists: ReadonlyMap<string, Specialist>;
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly linkageAt: ReturnType<typeof linkageCosts>;
  /** What is pinned or published, by pair. */
  readonly wished: ReadonlyMap<string, PairOfIds>;
  readonly pointsIn: ReturnType<typeof pointsCounter>;
}

function judgeOn(
  problem: PlanProblem,
  { judge, specialists, meetings, linkageAt, wished, pointsIn }: Ground,
  assignments: readonly PairOfIds[],
): Judgement {
  const faults: Fault[] = [];
  const fault = (pointer: string, code: string, params: Record<string, unknown> = {}): void => {
    faults.push({ pointer, code: `verify.${code}`, params });
  };
  const months = new Map<string, Meeting[]>(problem.specialists.map(({ id }) => [id, []]));
  const teams = new Map<string, Specialist[]>(problem.meetings.map(({ id }) => [id, []]));
  const chosen = new Set<string>();
  let quality = 0;
  let linkage = 0;

  assignments.forEach(({ specialistId, meetingId }, i) => {
    const at = `/assignments/${i}`;
    const specialist = specialists.get(specialistId);
    const meeting = meetings.get(meetingId);
    const key = pairKey({ specialistId, meetingId });
    if (specialist === undefined || meeting === undefined) {
      fault(at, 'unknown_id', { specialistId, meetingId });
      return;
    }
    if (chosen.has(key)) {
      fault(at, 'duplicate', { specialistId, meetingId });
      return;
    }
    chosen.add(key);
    const costs = judge.costsOf(specialist, meeting);
    if (costs === null) {
      const reasons = reasonsAgainst(problem, specialist, meeting);
      fault(at, 'ineligible', { specialistId, meetingId, reasons });
      return;
    }
    for (const other of months.get(specialistId) ?? []) {
      if (judge.clashes(other, meeting)) {
        fault(at, 'cannot_attend_both', { specialistId, meetingIds: [other.id, meetingId] });
      }
    }
    months.get(specialistId)?.push(meeting);
    teams.get(meetingId)?.push(specialist);
    quality += Object.values(costs).reduce((sum, cost) => sum + cost, 0);
    linkage += linkageAt(specialistId)(meeting.branchId);
  });

  for (const specialist of problem.specialists) judge.person(specialist, months.get(specialist.id) ?? [], fault);
  for (const department of problem.departments) {
    const visits = problem.specialists
      .filter(({ departmentId }) => departmentId === department.id)
      .reduce((sum, { id }) => sum + (months.get(id)?.length ?? 0), 0);
    judge.department(department, visits, fault);
  }
  for (const meeting of problem.meetings) {
    const team = teams.get(meeting.id) ?? [];
    judge.team(meeting, team, fault);
    quality -= judge.reward(team);
  }
  for (const [key, pair] of wished) judge.wish(pair, chosen.has(key), fault);
  const coverage = lostCoverage(problem, (meetingId) => teams.get(meetingId)?.length ?? 0);
  const fairness = problem.specialists.reduce(
    (sum, specialist) => sum + deviationAt(specialist, pointsIn(specialist, months.get(specialist.id) ?? [])) ** 2,
    0,
  );
  const stability = pricedChanges(problem, chosen);
  return { faults, objectives: { coverage, fairness, quality, stability, linkage } };
}

/** The price of what is taken back from and added to the published plan. */
function pricedChanges({ published }: PlanProblem, chosen: ReadonlySet<string>): number {
  if (published === null) return 0;
  const known = new Set(published.assignments.map(pairKey));
  const added = [...chosen].filter((key) => !known.has(key)).length;
  return published.assignments.reduce(
    (price, assignment) => (chosen.has(pairKey(assignment)) ? price : price + assignment.price),
    added * published.priceOfNew,
  );
}
