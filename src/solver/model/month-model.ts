import type { CostTerms, Ineligibility, Meeting, PlanProblem, Specialist } from '../problem.ts';
import { incompatibility } from './cannot-attend-both.ts';
import { canonicalProblem } from './canonical.ts';
import { coverageValue, seatValues } from './coverage-value.ts';
import { costTerms, ineligibilities } from './judge-pair.ts';
import { historyLinks } from './linkage.ts';

/** An eligible pair: what it costs in each tier, and whether it may still be decided. */
export interface Pair {
  readonly index: number;
  readonly specialist: number;
  readonly meeting: number;
  readonly costs: CostTerms;
  /** Sum of `costs`. */
  readonly quality: number;
  /** Price of assigning it (a new pair) less the price of leaving it out (a published one). */
  readonly stability: number;
  /** −1 where it joins two parts of the specialist-branch graph that no earlier visit joins. */
  readonly linkage: number;
  readonly must: boolean;
  readonly mustNot: boolean;
  /** Must, because its published visit was accepted. */
  readonly accepted: boolean;
}

/** The month with every fact worked out; indices are positions in the order of ids. */
export interface MonthModel {
  readonly problem: PlanProblem;
  readonly specialists: readonly Specialist[];
  readonly meetings: readonly Meeting[];
  readonly pairs: readonly Pair[];
  readonly pairsOfSpecialist: readonly (readonly Pair[])[];
  readonly pairsOfMeeting: readonly (readonly Pair[])[];
  /** Per meeting, what is lost with each empty seat. */
  readonly seatValues: readonly (readonly number[])[];
  /** Whether one person cannot attend both. */
  readonly excludes: (a: number, b: number) => boolean;
  /** Price of the published assignments that nobody could keep. */
  readonly lostStability: number;
  /** Must pins on pairs that are not eligible: no plan can keep them. */
  readonly impossiblePins: readonly { readonly specialistId: string; readonly meetingId: string }[];
}

/** @param problem must be free of faults (see `readProblem`). */
export function buildModel(problem: PlanProblem): MonthModel {
  const canonical = canonicalProblem(problem);
  const { specialists, meetings, policy } = canonical;
  const decided = decisions(canonical);
  const links = historyLinks(canonical);
  const explicit = explicitCosts(canonical);
  const pairs: Pair[] = [];
  const pairsOfSpecialist: Pair[][] = specialists.map(() => []);
  const pairsOfMeeting: Pair[][] = meetings.map(() => []);
  const impossiblePins: { specialistId: string; meetingId: string }[] = [];
  let lostStability = 0;

  specialists.forEach((specialist, s) => {
    meetings.forEach((meeting, m) => {
      const key = pairKey(specialist.id, meeting.id);
      const decision = decided.get(key);
      const costs =
        explicit === null
          ? ineligibilities(specialist, meeting, policy).length === 0
            ? costTerms(specialist, meeting, policy)
            : null
          : (explicit.get(key) ?? null);
      if (costs === null) {
        if (decision?.must === true) impossiblePins.push({ specialistId: specialist.id, meetingId: meeting.id });
        lostStability += decision?.price ?? 0;
        return;
      }
      const price = decision?.price;
      const pair: Pair = {
        index: pairs.length,
        specialist: s,
        meeting: m,
        costs,
        quality: Object.values(costs).reduce((sum, cost) => sum + cost, 0),
        stability: price === undefined ? (canonical.published?.priceOfNew ?? 0) : -price,
        linkage: links(specialist.id, meeting.branchId) ? -1 : 0,
        must: decision?.must === true || decision?.accepted === true,
        mustNot: decision?.mustNot === true,
        accepted: decision?.accepted === true,
      };
      lostStability += price ?? 0;
      pairs.push(pair);
      pairsOfSpecialist[s]?.push(pair);
      pairsOfMeeting[m]?.push(pair);
    });
  });

  return {
    problem: canonical,
    specialists,
    meetings,
    pairs,
    pairsOfSpecialist,
    pairsOfMeeting,
    seatValues: seatValuesOf(canonical),
    excludes: indexed(canonical),
    lostStability,
    impossiblePins,
  };
}

/** Why a pair is not in the model. */
export function reasonsAgainst(model: MonthModel, specialist: Specialist, meeting: Meeting): Ineligibility[] {
  const { pairs, policy } = model.problem;
  return pairs === null ? ineligibilities(specialist, meeting, policy) : ['not_listed'];
}

/** The plan's assignments as a choice of the model's pairs. */
export function choiceOfPlan(
  model: MonthModel,
  assignments: readonly { readonly specialistId: string; readonly meetingId: string }[],
): Uint8Array {
  const sent = new Set(assignments.map(({ specialistId, meetingId }) => pairKey(specialistId, meetingId)));
  return Uint8Array.from(model.pairs, ({ specialist, meeting }) =>
    sent.has(pairKey(model.specialists[specialist]?.id ?? '', model.meetings[meeting]?.id ?? '')) ? 1 : 0,
  );
}

export function pairKey(specialistId: string, meetingId: string): string {
  return JSON.stringify([specialistId, meetingId]);
}

interface Decision {
  must?: boolean;
  mustNot?: boolean;
  accepted?: boolean;
  price?: number;
}

function decisions(problem: PlanProblem): Map<string, Decision> {
  const decided = new Map<string, Decision>();
  const at = (specialistId: string, meetingId: string): Decision => {
    const key = pairKey(specialistId, meetingId);
    const decision = decided.get(key) ?? {};
    decided.set(key, decision);
    return decision;
  };
  for (const pin of problem.pins) {
    const decision = at(pin.specialistId, pin.meetingId);
    if (pin.kind === 'must') decision.must = true;
    else decision.mustNot = true;
  }
  const changed = new Set(problem.published?.changedMeetingIds ?? []);
  for (const assignment of problem.published?.assignments ?? []) {
    const decision = at(assignment.specialistId, assignment.meetingId);
    decision.price = assignment.price;
    // A pin of the board outweighs an acceptance: it is the board that releases people.
    decision.accepted = assignment.accepted && !changed.has(assignment.meetingId) && decision.mustNot !== true;
  }
  return decided;
}

function explicitCosts(problem: PlanProblem): Map<string, CostTerms> | null {
  if (problem.pairs === null) return null;
  return new Map(problem.pairs.map((pair) => [pairKey(pair.specialistId, pair.meetingId), pair.costs]));
}

function seatValuesOf(problem: PlanProblem): number[][] {
  const branches = new Map(problem.branches.map((branch) => [branch.id, branch]));
  return problem.meetings.map((meeting) => {
    const branch = branches.get(meeting.branchId);
    if (branch === undefined) throw new Error(`meeting ${meeting.id} of an unknown branch`);
    return seatValues(meeting, coverageValue(meeting, branch, problem.policy.coverage));
  });
}

/** The relation on positions, worked out once. */
function indexed(problem: PlanProblem): (a: number, b: number) => boolean {
  const { meetings } = problem;
  const excluded = incompatibility(problem);
  const size = meetings.length;
  const matrix = new Uint8Array(size * size);
  meetings.forEach((a, i) => {
    for (let j = i + 1; j < size; j += 1) {
      const b = meetings[j];
      if (b !== undefined && excluded(a, b)) matrix[i * size + j] = matrix[j * size + i] = 1;
    }
  });
  return (a, b) => matrix[a * size + b] === 1;
}
