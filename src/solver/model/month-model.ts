import type { BranchRef, MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import type { CostTerms, Ineligibility, Meeting, Pin, PlanProblem, Specialist } from '../problem.ts';
import { canonicalProblem } from './canonical.ts';
import { type Company, companyOf } from './company.ts';
import { coverageValue, seatValues } from './coverage-value.ts';
import { Decisions } from './decisions.ts';
import { type Exclusions, exclusionsOf } from './exclusions.ts';
import { LimitSets, limitSetsOf } from './limit-sets.ts';
import { linkageCosts } from './linkage.ts';
import { Overruled } from './overruled.ts';
import { PairEvaluator, sumOfTerms } from './pair-evaluator.ts';
import { Settled } from './settled.ts';
import { mostUnits, pointsOf } from './points.ts';
import { sharedParts } from './shared-parts.ts';
import { findPair, type PairTable, PairTableBuilder } from './pair-table.ts';

/**
 * The month with every derived fact computed; specialists, meetings and departments are positions in the order of ids.
 */
export interface MonthModel {
  readonly problem: PlanProblem;
  readonly specialists: readonly Specialist[];
  readonly meetings: readonly Meeting[];
  readonly departmentOf: Int32Array;
  readonly pairs: PairTable;
  /** The cost terms of a pair by name. */
  readonly costsOf: (pair: number) => CostTerms;
  /** Why specialist `s` is not eligible for meeting `m`. */
  readonly reasonsAgainst: (s: number, m: number) => readonly Ineligibility[];
  /** Per meeting, the cost of each empty seat; see `seatValues`. */
  readonly seatValues: readonly (readonly number[])[];
  readonly exclusions: Exclusions;
  readonly limits: LimitSets;
  readonly company: Company;
  /** The weights of visits; null where loads are counted in visits. */
  readonly points: PairPoints | null;
  /** Price of the published assignments that cannot be kept because they are not eligible any more. */
  readonly lostStability: number;
  /** Must pins on pairs that are not eligible: no plan can keep them. */
  readonly impossiblePins: readonly { readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef }[];
}

/** @param problem must have no faults (see `readProblem`). */
export function buildModel(problem: PlanProblem): MonthModel {
  const canonical = canonicalProblem(problem);
  const { specialists, meetings, departments, policy } = canonical;
  const specialistAt = positions(specialists);
  const meetingAt = positions(meetings);
  const settled = new Settled(canonical);
  const overruled = new Overruled(canonical);
  const decisions = new Decisions(canonical, specialistAt, meetingAt, settled);
  const linkage = linkageCosts(canonical);
  const departmentAt = positions(departments);
  const builder = new PairTableBuilder(canonical.pairs?.length ?? specialists.length * meetings.length);
  const costs = canonical.pairs === null ? null : explicitCosts(canonical.pairs, specialistAt, meetingAt);
  const shared = sharedParts(canonical);
  const knownCost = (pair: number, judge: PairEvaluator, meeting: Meeting): number | null => {
    const known = shared?.costs[pair] ?? NaN;
    if (!Number.isNaN(known)) return known === Infinity ? null : known;
    const cost = judge.cost(meeting);
    if (shared !== null) shared.costs[pair] = cost ?? Infinity;
    return cost;
  };

  specialists.forEach((specialist, s) => {
    const linkageAt = linkage(specialist.id);
    const add = (m: number, branchId: BranchRef, quality: number): void => {
      builder.add(m, quality, linkageAt(branchId), decisions.decide(s, m));
    };
    const judge = costs === null ? new PairEvaluator(specialist, policy, overruled) : null;
    const isShared = shared !== null && overruled.of(specialist.id) === undefined;
    const costAt = (meeting: Meeting, m: number): number | null => {
      if (settled.isOver(meeting)) {
        if (!settled.stands({ specialistId: specialist.id, meetingId: meeting.id })) return null;
        return sumOfTerms(judge === null ? (costs?.[s]?.get(m) ?? {}) : judge.costs(meeting));
      }
      if (judge !== null) return isShared ? knownCost(s * meetings.length + m, judge, meeting) : judge.cost(meeting);
      const terms = costs?.[s]?.get(m);
      return terms === undefined ? null : sumOfTerms(terms);
    };
    const tried = costs === null || settled.some ? meetings.keys() : (costs[s]?.keys() ?? []);
    for (const m of tried) {
      const meeting = meetings[m];
      const cost = meeting === undefined ? null : costAt(meeting, m);
      if (meeting !== undefined && cost !== null) add(m, meeting.branchId, cost);
    }
    builder.endSpecialist();
  });

  const pairs = builder.table(meetings.length);
  const isOverAt = (m: number): boolean => {
    const meeting = meetings[m];
    return meeting !== undefined && settled.isOver(meeting);
  };
  const judges: (PairEvaluator | undefined)[] = [];
  const judged = (s: number, m: number): [PairEvaluator, Meeting] => {
    const [specialist, meeting] = [specialists[s], meetings[m]];
    if (specialist === undefined || meeting === undefined) throw new Error('a pair outside its model');
    return [(judges[s] ??= new PairEvaluator(specialist, policy, overruled)), meeting];
  };
  return {
    problem: canonical,
    specialists,
    meetings,
    departmentOf: Int32Array.from(specialists, ({ departmentId }) => departmentAt.get(departmentId) ?? -1),
    pairs,
    costsOf: (pair) => {
      const [s, m] = [pairs.specialist[pair] ?? 0, pairs.meeting[pair] ?? 0];
      if (costs !== null) return costs[s]?.get(m) ?? {};
      const [judge, meeting] = judged(s, m);
      return judge.costs(meeting);
    },
    reasonsAgainst: (s, m) => {
      if (isOverAt(m)) return ['over'];
      if (costs !== null) return ['not_listed'];
      const [judge, meeting] = judged(s, m);
      return judge.ineligibilities(meeting);
    },
    seatValues: seatValuesOf(canonical),
    exclusions: shared?.exclusions ?? exclusionsOf(canonical),
    company: companyOf(canonical, pairs),
    points: pairPointsOf(canonical, pairs),
    limits: new LimitSets(limitSetsOf(canonical), meetings.length),
    lostStability: decisions.publishedPrice,
    impossiblePins: impossibleAmong(
      canonical.pins.filter(({ meetingId }) => !isOverAt(meetingAt.get(meetingId) ?? -1)),
      pairs,
      specialistAt,
      meetingAt,
    ),
  };
}

const known = new WeakMap<PlanProblem, MonthModel>();

/** The model of a month that people ask one question after another about; it is kept as long as the problem is. */
export function knownModel(problem: PlanProblem): MonthModel {
  const model = known.get(problem) ?? buildModel(problem);
  known.set(problem, model);
  return model;
}

/**
 * The model of a month that differs in its pins and in its published plan alone: nothing is derived anew but what these
 * say. In neither month is a meeting over, or a pin overrules anything.
 */
export function decidedAnew(model: MonthModel, problem: PlanProblem): MonthModel {
  const canonical = canonicalProblem(problem);
  const [specialistAt, meetingAt] = [positions(model.specialists), positions(model.meetings)];
  const decisions = new Decisions(canonical, specialistAt, meetingAt, new Settled(canonical));
  const { pairs } = model;
  const [must, mustNot] = [new Uint8Array(pairs.count), new Uint8Array(pairs.count)];
  const stability = new Float64Array(pairs.count);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const decided = decisions.decide(pairs.specialist[pair] ?? 0, pairs.meeting[pair] ?? 0);
    must[pair] = decided.must ? 1 : 0;
    mustNot[pair] = decided.mustNot ? 1 : 0;
    stability[pair] = decided.stability;
  }
  return {
    ...model,
    problem: canonical,
    pairs: { ...pairs, must, mustNot, stability },
    lostStability: decisions.publishedPrice,
    impossiblePins: impossibleAmong(canonical.pins, pairs, specialistAt, meetingAt),
  };
}

function impossibleAmong(
  pins: readonly Pin[],
  pairs: PairTable,
  specialistAt: ReadonlyMap<string, number>,
  meetingAt: ReadonlyMap<string, number>,
): MonthModel['impossiblePins'] {
  return pins.filter(
    ({ kind, specialistId, meetingId }) =>
      kind === 'must' && findPair(pairs, specialistAt.get(specialistId) ?? -1, meetingAt.get(meetingId) ?? -1) < 0,
  );
}

/** Weights of pairs, as multiples of a common unit. */
export interface PairPoints {
  /** In hundredths of an ordinary visit. */
  readonly unit: number;
  /** The weight of each pair in units. */
  readonly units: Int32Array;
  /** Per specialist, an upper limit on the units of a month. */
  readonly most: Int32Array;
}

function pairPointsOf(problem: PlanProblem, pairs: PairTable): PairPoints | null {
  const points = pointsOf(problem);
  if (points === null) return null;
  const units = new Int32Array(pairs.count);
  const most = Int32Array.from(problem.specialists, (specialist, s) => {
    const unitsAt = points.units(specialist);
    let heaviest = 0;
    const [start, end] = [pairs.startOfSpecialist[s] ?? 0, pairs.startOfSpecialist[s + 1] ?? 0];
    for (let pair = start; pair < end; pair += 1) {
      const meeting = problem.meetings[pairs.meeting[pair] ?? 0];
      units[pair] = meeting === undefined ? 0 : unitsAt(meeting);
      heaviest = Math.max(heaviest, units[pair] ?? 0);
    }
    return mostUnits(specialist, end - start, heaviest);
  });
  return { unit: points.unit, units, most };
}

/** The assignments of a plan as a choice over the model's pairs. */
export function choiceOfPlan(
  model: MonthModel,
  assignments: readonly { readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef }[],
): Uint8Array {
  const specialistAt = positions(model.specialists);
  const meetingAt = positions(model.meetings);
  const choice = new Uint8Array(model.pairs.count);
  for (const { specialistId, meetingId } of assignments) {
    const pair = findPair(model.pairs, specialistAt.get(specialistId) ?? -1, meetingAt.get(meetingId) ?? -1);
    if (pair >= 0) choice[pair] = 1;
  }
  return choice;
}

export function positions(items: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(items.map(({ id }, position) => [id, position]));
}

/** Per specialist, the cost terms of each listed meeting, by position. */
function explicitCosts(
  pairs: NonNullable<PlanProblem['pairs']>,
  specialistAt: ReadonlyMap<string, number>,
  meetingAt: ReadonlyMap<string, number>,
): Map<number, CostTerms>[] {
  const rows = Array.from(specialistAt, (): [number, CostTerms][] => []);
  for (const { specialistId, meetingId, costs } of pairs) {
    rows[specialistAt.get(specialistId) ?? -1]?.push([meetingAt.get(meetingId) ?? -1, costs]);
  }
  return rows.map((row) => new Map(row.sort(([a], [b]) => a - b)));
}

function seatValuesOf(problem: PlanProblem): number[][] {
  const branches = new Map(problem.branches.map((branch) => [branch.id, branch]));
  return problem.meetings.map((meeting) => {
    const branch = branches.get(meeting.branchId);
    if (branch === undefined) throw new Error(`meeting ${meeting.id} of an unknown branch`);
    return seatValues(meeting, coverageValue(meeting, branch, problem.policy.coverage));
  });
}
