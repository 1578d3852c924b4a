import type { Highs, Model, ModelData } from 'highs';
import { ARC_AT_LOWER, ARC_AT_UPPER, ARC_BASIC } from '../flow/flow-network.ts';
import type { SlotBasis } from '../flow/slot-flow.ts';
import type { MonthModel } from '../model/month-model.ts';
import { findPair } from '../model/pair-table.ts';
import type { Box } from './box.ts';
import type { CliquePool } from './clique-pool.ts';
import { Columns } from './columns.ts';
import type { HeldTier } from './lagrangian.ts';
import { LastingColumns } from './lasting-columns.ts';
import type { Layout } from './layout.ts';
import { type DualPrices, zeroPrices } from './prices.ts';
import type { RelaxationStart } from './relaxation-start.ts';
import { type Rows, rowsOf } from './rows.ts';
import type { Tier } from '../problem.ts';
import { NO_WEIGHTS, pairCost, type Weights, weightOf } from './weights.ts';

/** A linear objective: tiers by weight, and a share of less than a unit by pair. */
export interface Objective {
  readonly weights: Weights;
  readonly tieBreaks: Float64Array | null;
}

/** A fractional plan. */
export interface Point {
  /** Pairs above nothing, in the order of the table. */
  readonly pairs: readonly { readonly pair: number; readonly value: number }[];
  readonly drops: Float64Array;
  readonly isWhole: boolean;
}

export interface WholeProgram {
  readonly data: ModelData;
  readonly columns: readonly { readonly pair: number; readonly column: number }[];
}

interface TierRow {
  readonly tier: Tier;
  readonly row: number;
  /** The row is kept this many times smaller than it is written, for the sake of floats. */
  readonly scale: number;
}

export const NO_OBJECTIVE: Objective = { weights: NO_WEIGHTS, tieBreaks: null };

/** Floats this near to a whole number are one. */
export const WHOLE = 1e-6;

/**
 * The linear programme of a month over some of its pairs and some of its cliques, in an engine that keeps its basis while
 * both grow. What stands in which row and column is known here alone.
 */
export class RestrictedProgram {
  readonly held: HeldTier[] = [];
  lp: Model;
  box: Box;
  private readonly rows: Rows;
  private readonly columnOf: Int32Array;
  private readonly pairAt: number[] = [];
  /** The columns before those of pairs. */
  private readonly lasting: LastingColumns;
  /** Rows of the company in which a pair stands. */
  private readonly companyRowsOf = new Map<number, number[]>();
  private readonly cliqueRows: { readonly specialist: number; readonly clique: number; readonly row: number }[] = [];
  /** Rows of tiers that are held, or were once. */
  private readonly tierRows: TierRow[] = [];
  private readonly cliqueRowsOf: { readonly clique: number; readonly row: number }[][];
  private objective: Objective = NO_OBJECTIVE;
  private rowCount: number;

  constructor(
    private readonly highs: Highs,
    private model: MonthModel,
    private readonly layout: Layout,
    private readonly pool: CliquePool,
    box: Box,
    start: RelaxationStart,
  ) {
    this.box = box;
    this.rows = rowsOf(model, layout);
    this.rowCount = this.rows.count;
    this.columnOf = new Int32Array(model.pairs.count).fill(-1);
    this.cliqueRowsOf = model.specialists.map(() => []);
    this.noteCompanyRows();
    const columns = new Columns();
    this.lasting = new LastingColumns(model, layout, this.rows, box, columns);
    for (const pair of new Set([...demanded(box), ...start.pairs])) this.addPair(columns, pair);
    const { cost, lower, upper, matrix } = columns.data(this.rows.count);
    this.lp = highs.createModel({
      numCols: columns.count,
      numRows: this.rows.count,
      colCost: cost,
      colLower: lower,
      colUpper: upper,
      rowLower: this.rows.lower,
      rowUpper: this.rows.upper,
      matrix,
    });
    this.lp.options.set(OPTIONS);
    this.addCliqueRows(start.cliques);
    if (start.basis !== null) this.lp.setBasis(this.startBasis(start.basis));
  }

  /** See `Relaxation.turnTo`: what stands in the rows stays, prices of pairs are others. */
  turnTo(model: MonthModel): void {
    if (this.tierRows.some(({ tier }) => tier === 'stability')) throw new Error('stability was held at other prices');
    this.model = model;
  }

  /** From now on no plan may be worse than `reached` in this tier. */
  hold({ tier, position, reached }: HeldTier): void {
    this.held.push({ tier, position, reached });
    const known = this.tierRows.find((row) => row.tier === tier);
    if (known !== undefined) {
      this.lp.changeRowBounds(known.row, -Infinity, reached / known.scale);
      return;
    }
    const weights = weightOf(tier);
    const costs = this.costs({ weights, tieBreaks: null });
    const largest = costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 1);
    const scale = 2 ** Math.max(0, Math.ceil(Math.log2(largest / 64)));
    const indices: number[] = [];
    const values: number[] = [];
    costs.forEach((cost, column) => {
      if (cost === 0) return;
      indices.push(column);
      values.push(cost / scale);
    });
    this.lp.addRow(-Infinity, reached / scale, { indices, values });
    this.tierRows.push({ tier, row: this.rowCount, scale });
    this.rowCount += 1;
  }

  /** No tier is held any more. */
  release(): void {
    this.held.length = 0;
    for (const { row } of this.tierRows) this.lp.changeRowBounds(row, -Infinity, Infinity);
  }

  /**
   * Puts the same programme into a new model of the engine. An old one keeps the scale that its first rows and columns
   * asked for, and it may be far from what those that were added since ask for.
   */
  renew(): void {
    const data = this.lp.getLp('csc');
    this.lp.dispose();
    this.lp = this.highs.createModel(data);
    this.lp.options.set(OPTIONS);
  }

  minimise(objective: Objective): void {
    this.objective = objective;
    this.lp.changeColsCost({ kind: 'range', from: 0, to: this.columnCount - 1 }, this.costs(objective));
  }

  enter(box: Box): void {
    this.box = box;
    this.include(demanded(box));
    const lower = new Float64Array(this.columnCount);
    const upper = new Float64Array(this.columnCount);
    const pairBase = this.lasting.count;
    this.lasting.writeBounds(lower, upper, box);
    this.pairAt.forEach((pair, i) => {
      lower[pairBase + i] = box.pairs.lower[pair] ?? 0;
      upper[pairBase + i] = box.pairs.upper[pair] ?? 0;
    });
    this.lp.changeColsBounds({ kind: 'range', from: 0, to: this.columnCount - 1 }, lower, upper);
  }

  /** Brings pairs in, wherever they are not yet. */
  include(pairs: Iterable<number>): void {
    const columns = new Columns();
    for (const pair of pairs) if ((this.columnOf[pair] ?? 0) < 0) this.addPair(columns, pair);
    if (columns.count > 0) this.lp.addCols(columns.data(this.rowCount));
  }

  has(pair: number): boolean {
    return (this.columnOf[pair] ?? 0) >= 0;
  }

  hasClique(specialist: number, clique: number): boolean {
    return this.cliqueRowsOf[specialist]?.some((row) => row.clique === clique) === true;
  }

  /**
   * The same programme with whole decisions and some of the pairs only, apart from this one. Pairs that must be are in it
   * whatever they cost.
   */
  wholeProgram(some: readonly number[]): WholeProgram {
    const pairs = [...new Set([...demanded(this.box), ...some])];
    this.include(pairs);
    const data = this.lp.getLp('csc');
    const integrality = new Int32Array(this.columnCount);
    const upper = data.colUpper.slice();
    upper.fill(0, this.lasting.count);
    const columns = pairs.map((pair) => ({ pair, column: this.columnOf[pair] ?? -1 }));
    for (const { pair, column } of columns) {
      upper[column] = this.box.pairs.upper[pair] ?? 0;
      integrality[column] = 1;
    }
    for (const column of this.lasting.dropColumn) if (column >= 0) integrality[column] = 1;
    return { data: { ...data, colUpper: upper, integrality }, columns };
  }

  /** Pairs that are in the programme. */
  get included(): readonly number[] {
    return this.pairAt;
  }

  addCliqueRows(fresh: readonly { readonly specialist: number; readonly clique: number }[]): void {
    if (fresh.length === 0) return;
    const { pairs } = this.model;
    const starts = [0];
    const indices: number[] = [];
    for (const { specialist, clique } of fresh) {
      for (const m of this.pool.members(clique)) {
        const column = this.columnOf[findPair(pairs, specialist, m)] ?? -1;
        if (column >= 0) indices.push(column);
      }
      starts.push(indices.length);
      this.cliqueRows.push({ specialist, clique, row: this.rowCount });
      this.cliqueRowsOf[specialist]?.push({ clique, row: this.rowCount });
      this.rowCount += 1;
    }
    this.lp.addRows({
      lower: new Float64Array(fresh.length).fill(-Infinity),
      upper: Float64Array.from(fresh, ({ clique }) => this.pool.most(clique)),
      matrix: {
        format: 'csr',
        numRows: fresh.length,
        numCols: this.columnCount,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: new Float64Array(indices.length).fill(1),
      },
    });
  }

  /** The duals of the rows by what the rows say. */
  pricesOf(rowDual: Float64Array): DualPrices {
    const { rows, model } = this;
    const at = (row: number): number => (row < 0 ? 0 : (rowDual[row] ?? 0));
    const prices = zeroPrices(model, this.layout);
    prices.meetings.forEach((_, m) => (prices.meetings[m] = at(rows.meeting(m))));
    prices.loads.forEach((_, s) => (prices.loads[s] = at(rows.load(s))));
    rows.lead.forEach((row, m) => (prices.leads[m] = at(row)));
    rows.emptySeat.forEach((row, seat) => (prices.emptySeats[seat] = at(row)));
    rows.team.forEach((row, cell) => (prices.teams[cell] = at(row)));
    rows.departmentMin.forEach((row, d) => (prices.departmentMin[d] = at(row)));
    rows.departmentMax.forEach((row, d) => (prices.departmentMax[d] = at(row)));
    rows.points.forEach((row, s) => (prices.points[s] = at(row)));
    rows.apart.forEach((row, i) => (prices.apart[i] = at(row)));
    rows.together.forEach((row, i) => (prices.together[i] = at(row)));
    for (const { tier, position } of this.held) {
      const held = this.tierRows.find((row) => row.tier === tier);
      if (held !== undefined) prices.tiers[position] = at(held.row) / held.scale;
    }
    const cliques = this.cliqueRows
      .map(({ specialist, clique, row }) => ({ specialist, clique, most: this.pool.most(clique), price: at(row) }))
      .filter(({ price }) => price !== 0);
    return { ...prices, cliques };
  }

  pointOf(values: Float64Array): Point {
    const drops = Float64Array.from(this.lasting.dropColumn, (column) => (column < 0 ? 0 : (values[column] ?? 0)));
    const pairs = this.pairAt
      .map((pair, i) => ({ pair, value: values[this.lasting.count + i] ?? 0 }))
      .filter(({ value }) => value > WHOLE)
      .sort((a, b) => a.pair - b.pair);
    const isWhole =
      pairs.every(({ value }) => value > 1 - WHOLE) && drops.every((drop) => Math.abs(drop - Math.round(drop)) < WHOLE);
    return { pairs, drops, isWhole };
  }

  private get columnCount(): number {
    return this.lasting.count + this.pairAt.length;
  }

  /** The flow's basis as one of this programme: of what a flow does not know, the rows themselves are basic. */
  private startBasis(flow: SlotBasis): { colStatus: Int32Array; rowStatus: Int32Array } {
    const { layout, rows } = this;
    const colStatus = new Int32Array(this.columnCount).fill(ARC_AT_LOWER);
    // A seat that is taken in the flow is not empty here.
    flow.seats.forEach((state, seat) => (colStatus[seat] = state === ARC_BASIC ? state : ARC_AT_UPPER - state));
    colStatus.set(flow.steps, layout.seats);
    this.pairAt.forEach((pair, i) => (colStatus[this.lasting.count + i] = flow.pairs[pair] ?? ARC_AT_LOWER));
    const rowStatus = new Int32Array(this.rowCount).fill(ARC_BASIC);
    flow.looseMeetings.forEach((loose, m) => (rowStatus[rows.meeting(m)] = loose === 1 ? ARC_BASIC : ARC_AT_LOWER));
    flow.looseSpecialists.forEach((loose, s) => (rowStatus[rows.load(s)] = loose === 1 ? ARC_BASIC : ARC_AT_LOWER));
    for (const { row } of this.cliqueRows) rowStatus[row] = ARC_AT_UPPER;
    return { colStatus, rowStatus };
  }

  private noteCompanyRows(): void {
    const { company } = this.model;
    const note = (pair: number, row: number): unknown =>
      this.companyRowsOf.set(pair, [...(this.companyRowsOf.get(pair) ?? []), row]);
    company.apart.forEach(({ pairs }, i) => {
      for (const pair of pairs) note(pair, this.rows.apart[i] ?? -1);
    });
    company.together.forEach(({ pairs }, i) => {
      pairs.forEach((pair, person) => note(pair, this.rows.together[2 * i + person] ?? -1));
    });
  }

  private addPair(columns: Columns, pair: number): void {
    const { model, rows, box } = this;
    const [s, m] = [model.pairs.specialist[pair] ?? 0, model.pairs.meeting[pair] ?? 0];
    this.columnOf[pair] = this.columnCount;
    this.pairAt.push(pair);
    columns.entry(rows.meeting(m), 1);
    columns.entry(rows.load(s), 1);
    if (model.specialists[s]?.mayLead === true) columns.entry(rows.lead[m] ?? -1, 1);
    columns.entry(rows.team[m * model.problem.departments.length + (model.departmentOf[s] ?? 0)] ?? -1, 1);
    columns.entry(rows.points[s] ?? -1, model.points?.units[pair] ?? 0);
    for (const row of this.companyRowsOf.get(pair) ?? []) columns.entry(row, 1);
    for (const { clique, row } of this.cliqueRowsOf[s] ?? []) if (this.pool.has(clique, m)) columns.entry(row, 1);
    for (const { tier, row, scale } of this.tierRows) columns.entry(row, pairCost(model, weightOf(tier), pair) / scale);
    const cost = pairCost(model, this.objective.weights, pair) + (this.objective.tieBreaks?.[pair] ?? 0);
    columns.end(cost, box.pairs.lower[pair] ?? 0, box.pairs.upper[pair] ?? 0);
  }

  private costs({ weights, tieBreaks }: Objective): Float64Array {
    const costs = new Float64Array(this.columnCount);
    this.lasting.writeCosts(costs, weights);
    this.pairAt.forEach((pair, i) => {
      costs[this.lasting.count + i] = pairCost(this.model, weights, pair) + (tieBreaks?.[pair] ?? 0);
    });
    return costs;
  }
}

const OPTIONS = { output_flag: false, random_seed: 0, presolve: 'off' } as const;

/** Pairs that must be in, whatever they cost: without them the box has another meaning. */
function demanded({ pairs }: Box): number[] {
  const found: number[] = [];
  pairs.lower.forEach((low, pair) => (low === 1 ? found.push(pair) : 0));
  return found;
}
