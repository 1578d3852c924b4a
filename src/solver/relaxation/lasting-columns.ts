import type { MonthModel } from '../model/month-model.ts';
import type { Box } from './box.ts';
import type { Columns } from './columns.ts';
import type { Layout } from './layout.ts';
import type { Rows } from './rows.ts';
import { seatCost, stepCost, togetherCost, unitCost, type Weights } from './weights.ts';

/**
 * The columns of a month's linear programme that are in it from the start, before those of pairs: seats from 0, steps
 * from `layout.seats`, then meetings that may stay empty, people who go together, and units of load.
 */
export class LastingColumns {
  /** How many columns these are; that of the first pair comes next. */
  readonly count: number;
  /** By meeting, the column that is 1 where nobody goes; −1 where the meeting needs nobody who may lead. */
  readonly dropColumn: Int32Array;
  /** Columns of those who go together begin here. */
  private readonly togetherBase: number;
  /** Columns of units of load begin here. */
  private readonly unitBase: number;

  /** @param columns must be empty; the columns are added to it, at a cost of 0. */
  constructor(
    private readonly model: MonthModel,
    private readonly layout: Layout,
    private readonly rows: Rows,
    box: Box,
    columns: Columns,
  ) {
    const { meetings, specialists, departmentOf, problem } = model;
    const dropColumn = new Int32Array(meetings.length).fill(-1);
    this.dropColumn = dropColumn;
    meetings.forEach((_, m) => {
      const end = layout.seatStart[m + 1] ?? 0;
      for (let seat = layout.seatStart[m] ?? 0; seat < end; seat += 1) {
        columns.entry(rows.meeting(m), 1);
        columns.entry(rows.emptySeat[seat] ?? -1, 1);
        columns.end(0, box.seats.lower[seat] ?? 0, box.seats.upper[seat] ?? 0);
      }
    });
    specialists.forEach((_, s) => {
      const d = departmentOf[s] ?? 0;
      const end = layout.stepStart[s + 1] ?? 0;
      for (let step = layout.stepStart[s] ?? 0; step < end; step += 1) {
        columns.entry(rows.load(s), -1);
        columns.entry(rows.departmentMin[d] ?? -1, 1);
        columns.entry(rows.departmentMax[d] ?? -1, 1);
        columns.end(0, box.steps.lower[step] ?? 0, box.steps.upper[step] ?? 0);
      }
    });
    meetings.forEach((meeting, m) => {
      if (!meeting.team.lead) return;
      dropColumn[m] = columns.count;
      columns.entry(rows.lead[m] ?? -1, 1);
      const end = layout.seatStart[m + 1] ?? 0;
      for (let seat = layout.seatStart[m] ?? 0; seat < end; seat += 1) columns.entry(rows.emptySeat[seat] ?? -1, -1);
      problem.departments.forEach((__, d) => columns.entry(rows.team[m * problem.departments.length + d] ?? -1, 1));
      columns.end(0, box.drops.lower[m] ?? 0, box.drops.upper[m] ?? 0);
    });
    this.togetherBase = columns.count;
    model.company.together.forEach((_, i) => {
      columns.entry(rows.together[2 * i] ?? -1, -1);
      columns.entry(rows.together[2 * i + 1] ?? -1, -1);
      columns.end(0, 0, 1);
    });
    this.unitBase = columns.count;
    rows.points.forEach((row, s) => {
      const units = (layout.unitStart[s + 1] ?? 0) - (layout.unitStart[s] ?? 0);
      for (let unit = 0; unit < units; unit += 1) {
        columns.entry(row, -1);
        columns.end(0, 0, 1);
      }
    });
    // The engine takes no programme without a column, and an empty month is a month.
    if (columns.count === 0) columns.end(0, 0, 0);
    this.count = columns.count;
  }

  /** Writes the cost of each of these columns under the weights of the tiers. */
  writeCosts(costs: Float64Array, weights: Weights): void {
    const { model, layout, rows } = this;
    model.meetings.forEach((_, m) => {
      const start = layout.seatStart[m] ?? 0;
      const end = layout.seatStart[m + 1] ?? 0;
      for (let seat = start; seat < end; seat += 1) costs[seat] = seatCost(model, weights, m, seat - start);
    });
    model.specialists.forEach((_, s) => {
      const start = layout.stepStart[s] ?? 0;
      const end = layout.stepStart[s + 1] ?? 0;
      for (let step = start; step < end; step += 1) {
        costs[layout.seats + step] = stepCost(model, weights, s, step - start);
      }
    });
    rows.points.forEach((_, s) => {
      const [start, end] = [layout.unitStart[s] ?? 0, layout.unitStart[s + 1] ?? 0];
      for (let unit = start; unit < end; unit += 1) {
        costs[this.unitBase + unit] = unitCost(model, weights, s, unit - start);
      }
    });
    model.company.together.forEach((_, i) => (costs[this.togetherBase + i] = togetherCost(model, weights, i)));
  }

  /** Writes the bounds of each of these columns in a box. */
  writeBounds(lower: Float64Array, upper: Float64Array, box: Box): void {
    lower.set(box.seats.lower);
    upper.set(box.seats.upper);
    lower.set(box.steps.lower, this.layout.seats);
    upper.set(box.steps.upper, this.layout.seats);
    this.dropColumn.forEach((column, m) => {
      if (column < 0) return;
      lower[column] = box.drops.lower[m] ?? 0;
      upper[column] = box.drops.upper[m] ?? 0;
    });
    upper.fill(1, this.togetherBase, this.count);
  }
}
