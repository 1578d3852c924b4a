import type { Tier } from '../problem.ts';
import { loadPrice } from './load-price.ts';
import type { MonthModel } from './month-model.ts';

/** One entry per pair of the model: 1 where the person is sent. */
export type Choice = Uint8Array;

/** Observers per meeting and visits per person. */
export interface Counts {
  readonly observers: Int32Array;
  readonly visits: Int32Array;
}

export function countsOf(model: MonthModel, choice: Choice): Counts {
  const observers = new Int32Array(model.meetings.length);
  const visits = new Int32Array(model.specialists.length);
  for (const pair of model.pairs) {
    if (choice[pair.index] !== 1) continue;
    observers[pair.meeting] = (observers[pair.meeting] ?? 0) + 1;
    visits[pair.specialist] = (visits[pair.specialist] ?? 0) + 1;
  }
  return { observers, visits };
}

/** What a choice costs in one tier. */
export function objectiveOf(model: MonthModel, choice: Choice, tier: Tier): number {
  switch (tier) {
    case 'coverage': {
      const { observers } = countsOf(model, choice);
      return sum(model.seatValues.map((values, m) => sum(values.slice(observers[m] ?? 0))));
    }
    case 'fairness': {
      const { visits } = countsOf(model, choice);
      return sum(model.specialists.map((specialist, s) => loadPrice(specialist, visits[s] ?? 0)));
    }
    case 'quality':
      return sum(chosen(model, choice).map((pair) => pair.quality));
    case 'stability':
      return model.lostStability + sum(chosen(model, choice).map((pair) => pair.stability));
    case 'linkage':
      return sum(chosen(model, choice).map((pair) => pair.linkage));
  }
}

/** Whether a choice keeps every hard rule. */
export function isFeasible(model: MonthModel, choice: Choice): boolean {
  const { observers, visits } = countsOf(model, choice);
  if (model.impossiblePins.length > 0) return false;
  if (model.pairs.some((pair) => (choice[pair.index] === 1 ? pair.mustNot : pair.must))) return false;
  const loadsFit = model.specialists.every((specialist, s) => {
    const load = visits[s] ?? 0;
    return load >= specialist.minVisits && load <= specialist.maxVisits;
  });
  if (!loadsFit) return false;
  const meetingsFit = model.meetings.every((meeting, m) => {
    const count = observers[m] ?? 0;
    if (count > meeting.maxObservers || (meeting.mandatory && count < meeting.minObservers)) return false;
    const team = (model.pairsOfMeeting[m] ?? [])
      .filter((pair) => choice[pair.index] === 1)
      .flatMap((pair) => model.specialists[pair.specialist] ?? []);
    if (meeting.team.lead && count > 0 && !team.some((specialist) => specialist.mayLead)) return false;
    const departments = new Set(team.map((specialist) => specialist.departmentId));
    return !meeting.team.differentDepartments || departments.size === team.length;
  });
  if (!meetingsFit) return false;
  const monthsFit = model.pairsOfSpecialist.every((pairs) => {
    const going = pairs.filter((pair) => choice[pair.index] === 1);
    return going.every((a, i) => going.slice(i + 1).every((b) => !model.excludes(a.meeting, b.meeting)));
  });
  if (!monthsFit) return false;
  return model.problem.departments.every((department) => {
    const load = sum(
      model.specialists.map((specialist, s) => (specialist.departmentId === department.id ? (visits[s] ?? 0) : 0)),
    );
    return load >= (department.minVisits ?? 0) && load <= (department.maxVisits ?? Infinity);
  });
}

function chosen(model: MonthModel, choice: Choice): MonthModel['pairs'] {
  return model.pairs.filter((pair) => choice[pair.index] === 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
