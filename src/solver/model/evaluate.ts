import type { Tier } from '../problem.ts';
import { rewardOf } from './company.ts';
import { deviationAt } from './load-price.ts';
import type { MonthModel } from './month-model.ts';
import { pairsOfMeeting } from './pair-table.ts';

/** One entry per pair of the model: 1 where the person is sent, else 0. */
export type Choice = Uint8Array;

/** The pairs that are sent, in the order of the table. */
export function chosenPairs(choice: Choice): number[] {
  const pairs: number[] = [];
  choice.forEach((chosen, pair) => (chosen === 1 ? pairs.push(pair) : 0));
  return pairs;
}

/** Observers per meeting and visits per person and department. */
export interface Counts {
  readonly observers: Int32Array;
  readonly visits: Int32Array;
  readonly sent: Int32Array;
}

export function countsOf({ pairs, meetings, specialists, departmentOf, problem }: MonthModel, choice: Choice): Counts {
  const observers = new Int32Array(meetings.length);
  const visits = new Int32Array(specialists.length);
  const sent = new Int32Array(problem.departments.length);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (choice[pair] !== 1) continue;
    const [s, m] = [pairs.specialist[pair] ?? 0, pairs.meeting[pair] ?? 0];
    const d = departmentOf[s] ?? 0;
    observers[m] = (observers[m] ?? 0) + 1;
    visits[s] = (visits[s] ?? 0) + 1;
    sent[d] = (sent[d] ?? 0) + 1;
  }
  return { observers, visits, sent };
}

/** The load of each specialist in hundredths of an ordinary visit. */
export function pointsOfChoice(model: MonthModel, choice: Choice): Float64Array {
  const { pairs, points } = model;
  const sums = new Float64Array(model.specialists.length);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (choice[pair] !== 1) continue;
    const s = pairs.specialist[pair] ?? 0;
    sums[s] = (sums[s] ?? 0) + (points === null ? 100 : points.unit * (points.units[pair] ?? 0));
  }
  return sums;
}

/** The objective of a choice in one tier, constants included. */
export function objectiveOf(model: MonthModel, choice: Choice, tier: Tier): number {
  const { pairs, specialists } = model;
  switch (tier) {
    case 'coverage': {
      const { observers } = countsOf(model, choice);
      return model.seatValues.reduce(
        (total, values, m) => values.slice(observers[m] ?? 0).reduce((lost, value) => lost + value, total),
        0,
      );
    }
    case 'fairness': {
      const points = pointsOfChoice(model, choice);
      return specialists.reduce((total, specialist, s) => total + deviationAt(specialist, points[s] ?? 0) ** 2, 0);
    }
    case 'quality':
      return sumOf(pairs.quality, choice) - rewardOf(model.company, (pair) => choice[pair] === 1);
    case 'stability':
      return model.lostStability + sumOf(pairs.stability, choice);
    case 'linkage':
      return sumOf(pairs.linkage, choice);
  }
}

/** Whether a choice keeps every hard rule. */
export function isFeasible(model: MonthModel, choice: Choice): boolean {
  const { pairs, specialists, meetings, exclusions, limits, company, problem } = model;
  if (model.impossiblePins.length > 0) return false;
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (choice[pair] === 1 ? pairs.mustNot[pair] === 1 : pairs.must[pair] === 1) return false;
  }
  const { observers, visits, sent } = countsOf(model, choice);
  const months = specialists.every((specialist, s) => {
    const load = visits[s] ?? 0;
    if (load < specialist.minVisits || load > specialist.maxVisits) return false;
    const going: number[] = [];
    for (let pair = pairs.startOfSpecialist[s] ?? 0; pair < (pairs.startOfSpecialist[s + 1] ?? 0); pair += 1) {
      if (choice[pair] !== 1) continue;
      const meeting = pairs.meeting[pair] ?? 0;
      if (going.some((other) => exclusions.has(other, meeting))) return false;
      if (limits.fullSet(s, meeting, going) !== null) return false;
      going.push(meeting);
    }
    return true;
  });
  if (!months) return false;
  const teams = meetings.every((meeting, m) => {
    const count = observers[m] ?? 0;
    if (count > meeting.maxObservers || (meeting.mandatory && count < meeting.minObservers)) return false;
    if (count === 0 || (!meeting.team.lead && !meeting.team.differentDepartments)) return true;
    const team = [...pairsOfMeeting(pairs, m)]
      .filter((pair) => choice[pair] === 1)
      .flatMap((pair) => specialists[pairs.specialist[pair] ?? 0] ?? []);
    if (meeting.team.lead && !team.some((specialist) => specialist.mayLead)) return false;
    const departments = new Set(team.map((specialist) => specialist.departmentId));
    return !meeting.team.differentDepartments || departments.size === team.length;
  });
  return (
    teams &&
    company.apart.every((row) => row.pairs.filter((pair) => choice[pair] === 1).length <= 1) &&
    problem.departments.every(
      ({ minVisits, maxVisits }, d) => (sent[d] ?? 0) >= (minVisits ?? 0) && (sent[d] ?? 0) <= (maxVisits ?? Infinity),
    )
  );
}

function sumOf(costs: Float64Array | Int8Array, choice: Choice): number {
  let total = 0;
  for (let pair = 0; pair < choice.length; pair += 1) {
    if (choice[pair] === 1) total += costs[pair] ?? 0;
  }
  return total;
}
