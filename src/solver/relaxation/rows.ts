import type { MonthModel } from '../model/month-model.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';
import type { Layout } from './layout.ts';

/** The index of each permanent row of the relaxation; −1 where there is none. Meetings and loads come first. */
export interface Rows {
  readonly count: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly meeting: (m: number) => number;
  readonly load: (s: number) => number;
  readonly lead: Int32Array;
  readonly emptySeat: Int32Array;
  /** By meeting · departments + department; empty where no meeting wants different departments. */
  readonly team: Int32Array;
  readonly departmentMin: Int32Array;
  readonly departmentMax: Int32Array;
  /** By specialist; empty where loads are counted in visits. */
  readonly points: Int32Array;
  /** By position among the rows of pairings; two per row of `together`, one for each person. */
  readonly apart: Int32Array;
  readonly together: Int32Array;
}

export function rowsOf(model: MonthModel, layout: Layout): Rows {
  const { meetings, specialists, pairs, departmentOf, company, problem } = model;
  const { departments } = problem;
  const lower: number[] = [];
  const upper: number[] = [];
  const row = (low: number, high: number): number => {
    lower.push(low);
    upper.push(high);
    return lower.length - 1;
  };
  for (const { maxObservers } of meetings) row(maxObservers, maxObservers);
  for (let s = 0; s < specialists.length; s += 1) row(0, 0);
  const lead = new Int32Array(meetings.length).fill(-1);
  const emptySeat = new Int32Array(layout.seats).fill(-1);
  const hasTeams = meetings.some(({ team }) => team.differentDepartments);
  const team = new Int32Array(hasTeams ? meetings.length * departments.length : 0).fill(-1);
  meetings.forEach((meeting, m) => {
    if (meeting.team.lead) {
      lead[m] = row(1, Infinity);
      const end = layout.seatStart[m + 1] ?? 0;
      for (let seat = layout.seatStart[m] ?? 0; seat < end; seat += 1) emptySeat[seat] = row(0, Infinity);
    }
    if (meeting.team.differentDepartments) {
      const size = new Int32Array(departments.length);
      for (const pair of pairsOfMeeting(pairs, m)) {
        const d = departmentOf[pairs.specialist[pair] ?? 0] ?? 0;
        size[d] = (size[d] ?? 0) + 1;
      }
      size.forEach((eligible, d) => {
        if (eligible > 1) team[m * departments.length + d] = row(-Infinity, 1);
      });
    }
  });
  return {
    meeting: (m) => m,
    load: (s) => meetings.length + s,
    lead,
    emptySeat,
    team,
    departmentMin: Int32Array.from(departments, ({ minVisits }) =>
      minVisits === null ? -1 : row(minVisits, Infinity),
    ),
    departmentMax: Int32Array.from(departments, ({ maxVisits }) =>
      maxVisits === null ? -1 : row(-Infinity, maxVisits),
    ),
    points: Int32Array.from(model.points === null ? [] : specialists, () => row(0, 0)),
    apart: Int32Array.from(company.apart, () => row(-Infinity, 1)),
    together: Int32Array.from({ length: 2 * company.together.length }, () => row(0, Infinity)),
    count: lower.length,
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
  };
}
