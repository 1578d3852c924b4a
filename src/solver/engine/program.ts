import { exclusionCliques } from '../model/exclusion-cliques.ts';
import { deviation, loadPrice } from '../model/load-price.ts';
import type { MonthModel, Pair } from '../model/month-model.ts';
import type { Tier } from '../problem.ts';

/** A row of the programme, by the fact that it says; positions as in the certificate. */
export type RowName =
  | { readonly row: 'meeting'; readonly meeting: number }
  | { readonly row: 'load'; readonly specialist: number }
  | { readonly row: 'clique'; readonly specialist: number; readonly clique: number }
  | { readonly row: 'lead'; readonly meeting: number }
  | { readonly row: 'empty_seat'; readonly meeting: number; readonly seat: number }
  | { readonly row: 'department'; readonly meeting: number; readonly department: number }
  | { readonly row: 'department_min'; readonly department: number }
  | { readonly row: 'department_max'; readonly department: number }
  | { readonly row: 'tier'; readonly position: number };

export interface Row {
  readonly name: RowName;
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/**
 * The month as an integer programme: one column per pair, per seat of a meeting (1 = empty), per step of a load, and
 * per meeting that may have to be dropped. Only pairs and drops need integrality, the others follow.
 */
export interface Program {
  readonly model: MonthModel;
  readonly cliques: readonly (readonly number[])[];
  readonly columnCount: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly integer: Uint8Array;
  /** Columns of a meeting's seats, in the order of `seatValues`. */
  readonly seats: readonly (readonly number[])[];
  /** Columns of a person's load, the first visit first. */
  readonly steps: readonly (readonly number[])[];
  /** Column of "nobody comes", where a rule can demand it. */
  readonly drops: readonly (number | null)[];
  readonly rows: readonly Row[];
  readonly tiers: readonly TierObjective[];
}

export interface TierObjective {
  readonly tier: Tier;
  readonly constant: number;
  readonly costs: Float64Array;
  /** No column has a cost here: every plan is as good. */
  readonly flat: boolean;
}

export function buildProgram(model: MonthModel): Program {
  const { specialists, meetings, pairs } = model;
  const lower: number[] = [];
  const upper: number[] = [];
  const integer: number[] = [];
  const column = (low: number, high: number, whole: 0 | 1): number => {
    lower.push(low);
    upper.push(high);
    integer.push(whole);
    return lower.length - 1;
  };
  for (const pair of pairs) column(pair.must ? 1 : 0, pair.mustNot ? 0 : 1, 1);
  const seats = meetings.map((meeting) =>
    Array.from({ length: meeting.maxObservers }, (_, seat) =>
      column(0, meeting.mandatory && seat < meeting.minObservers ? 0 : 1, 0),
    ),
  );
  const steps = specialists.map((specialist, s) => {
    const most = Math.min(specialist.maxVisits, model.pairsOfSpecialist[s]?.length ?? 0);
    return Array.from({ length: Math.max(most, specialist.minVisits) }, (_, step) =>
      column(step < specialist.minVisits ? 1 : 0, 1, 0),
    );
  });
  const drops = meetings.map((meeting) => (meeting.team.lead ? column(0, 1, 1) : null));
  // The engine takes no programme without a column, and an empty month is a month.
  if (lower.length === 0) column(0, 0, 0);
  const cliques = exclusionCliques(model);
  return {
    model,
    cliques,
    columnCount: lower.length,
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    integer: Uint8Array.from(integer),
    seats,
    steps,
    drops,
    rows: buildRows(model, cliques, seats, steps, drops),
    tiers: model.problem.policy.tiers.map((tier) => tierObjective(tier, model, lower.length, seats, steps)),
  };
}

function buildRows(
  model: MonthModel,
  cliques: readonly (readonly number[])[],
  seats: readonly (readonly number[])[],
  steps: readonly (readonly number[])[],
  drops: readonly (number | null)[],
): Row[] {
  const rows: Row[] = [];
  const sum = (name: RowName, lower: number, upper: number, columns: readonly number[]): void => {
    rows.push({ name, lower, upper, columns, values: columns.map(() => 1) });
  };
  const { specialists, problem } = model;
  model.meetings.forEach((meeting, m) => {
    const going = model.pairsOfMeeting[m] ?? [];
    const empty = seats[m] ?? [];
    const most = meeting.maxObservers;
    sum({ row: 'meeting', meeting: m }, most, most, [...going.map((pair) => pair.index), ...empty]);
    const drop = drops[m] ?? null;
    if (drop !== null) {
      const leads = going.filter((pair) => specialists[pair.specialist]?.mayLead === true);
      sum({ row: 'lead', meeting: m }, 1, Infinity, [...leads.map((pair) => pair.index), drop]);
      empty.forEach((column, seat) => {
        const name: RowName = { row: 'empty_seat', meeting: m, seat };
        rows.push({ name, lower: 0, upper: Infinity, columns: [column, drop], values: [1, -1] });
      });
    }
    if (meeting.team.differentDepartments) {
      problem.departments.forEach((department, d) => {
        const same = going.filter((pair) => specialists[pair.specialist]?.departmentId === department.id);
        if (same.length < 2) return;
        const columns = same.map((pair) => pair.index);
        sum(
          { row: 'department', meeting: m, department: d },
          -Infinity,
          1,
          drop === null ? columns : [...columns, drop],
        );
      });
    }
  });
  specialists.forEach((_, s) => {
    const going = model.pairsOfSpecialist[s] ?? [];
    const load = steps[s] ?? [];
    const columns = [...going.map((pair) => pair.index), ...load];
    const values = [...going.map(() => 1), ...load.map(() => -1)];
    rows.push({ name: { row: 'load', specialist: s }, lower: 0, upper: 0, columns, values });
    const byMeeting = new Map<number, Pair>(going.map((pair) => [pair.meeting, pair]));
    cliques.forEach((clique, c) => {
      const members = clique.flatMap((m) => byMeeting.get(m)?.index ?? []);
      if (members.length > 1) sum({ row: 'clique', specialist: s, clique: c }, -Infinity, 1, members);
    });
  });
  problem.departments.forEach((department, d) => {
    const columns = specialists.flatMap((specialist, s) =>
      specialist.departmentId === department.id ? (steps[s] ?? []) : [],
    );
    if (department.minVisits !== null) {
      sum({ row: 'department_min', department: d }, department.minVisits, Infinity, columns);
    }
    if (department.maxVisits !== null) {
      sum({ row: 'department_max', department: d }, -Infinity, department.maxVisits, columns);
    }
  });
  return rows;
}

function tierObjective(
  tier: Tier,
  model: MonthModel,
  columnCount: number,
  seats: readonly (readonly number[])[],
  steps: readonly (readonly number[])[],
): TierObjective {
  const costs = new Float64Array(columnCount);
  let constant = 0;
  switch (tier) {
    case 'coverage':
      seats.forEach((columns, m) => {
        columns.forEach((column, seat) => (costs[column] = model.seatValues[m]?.[seat] ?? 0));
      });
      break;
    case 'fairness':
      model.specialists.forEach((specialist, s) => {
        constant += loadPrice(specialist, 0);
        (steps[s] ?? []).forEach((column, step) => {
          // (d + 100)² − d²
          costs[column] = 200 * deviation(specialist, step) + 10_000;
        });
      });
      break;
    case 'quality':
      for (const pair of model.pairs) costs[pair.index] = pair.quality;
      break;
    case 'stability':
      constant = model.lostStability;
      for (const pair of model.pairs) costs[pair.index] = pair.stability;
      break;
    case 'linkage':
      for (const pair of model.pairs) costs[pair.index] = pair.linkage;
      break;
  }
  return { tier, constant, costs, flat: costs.every((cost) => cost === 0) };
}
