import type { Program, Row } from '../engine/program.ts';
import type { PricedCell, PricedRow, Prices, ProofLeaf } from './certificate.ts';

/** The box in which a leaf of the branching tree bounds the objective. */
export interface Box {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface PricedLeaf {
  readonly leaf: ProofLeaf;
  /** Lower bound on the costs of every plan in the box; +∞ where the prices show that there is none. */
  readonly bound: number;
}

/** Finer prices lose less by rounding; coarser ones keep large objectives within what a double holds exactly. */
const SCALES = [2 ** 24, 2 ** 18, 2 ** 12, 2 ** 6, 1];

/** Turns proposed dual prices into whole ones and works out, exactly, what they prove. Null where nothing fits. */
export function pricedLeaf(
  rows: readonly Row[],
  costs: Float64Array,
  box: Box,
  duals: Float64Array,
): PricedLeaf | null {
  for (const scale of SCALES) {
    const prices = wholePrices(rows, duals, scale);
    const total = boundOf(rows, costs, box, prices, scale);
    if (total !== null) return { leaf: { scale, prices: named(rows, prices) }, bound: Math.ceil(total / scale) };
  }
  return null;
}

/** The same for prices that are to show that the box holds no plan: objective left out, bound above nothing. */
export function emptyLeaf(program: Program, rows: readonly Row[], box: Box, ray: Float64Array): PricedLeaf | null {
  const largest = ray.reduce((most, price) => Math.max(most, Math.abs(price)), 0);
  if (largest === 0) return null;
  const nothing = new Float64Array(program.columnCount);
  for (const sign of [1, -1]) {
    const prices = wholePrices(rows, ray, (sign * 2 ** 24) / largest);
    const total = boundOf(rows, nothing, box, prices, 0);
    if (total !== null && total > 0) return { leaf: { scale: 0, prices: named(rows, prices) }, bound: Infinity };
  }
  return null;
}

/** Rounded, and never of the sign that the row forbids. */
function wholePrices(rows: readonly Row[], duals: Float64Array, scale: number): Float64Array {
  return Float64Array.from(rows, (row, r) => {
    const price = Math.round((duals[r] ?? 0) * scale);
    if (row.lower === -Infinity) return Math.min(0, price);
    return row.upper === Infinity ? Math.max(0, price) : price;
  });
}

/**
 * Σ prices · right-hand sides + Σ the least that each column's reduced cost can make of its box. Null where a sum, in
 * whatever order its parts are added, might leave what a double holds exactly.
 */
function boundOf(
  rows: readonly Row[],
  costs: Float64Array,
  box: Box,
  prices: Float64Array,
  scale: number,
): number | null {
  const reduced = costs.map((cost) => cost * scale);
  const sizes = reduced.map(Math.abs);
  let total = 0;
  let size = 0;
  const add = (amount: number): void => {
    total += amount;
    size += Math.abs(amount);
  };
  rows.forEach((row, r) => {
    const price = prices[r] ?? 0;
    if (price === 0) return;
    add(price * (price > 0 ? row.lower : row.upper));
    row.columns.forEach((column, i) => {
      const part = price * (row.values[i] ?? 0);
      reduced[column] = (reduced[column] ?? 0) - part;
      sizes[column] = (sizes[column] ?? 0) + Math.abs(part);
    });
  });
  reduced.forEach((cost, column) => add(cost * ((cost > 0 ? box.lower[column] : box.upper[column]) ?? 0)));
  const largest = sizes.reduce((most, one) => Math.max(most, one), size);
  return largest <= Number.MAX_SAFE_INTEGER ? total : null;
}

function named(rows: readonly Row[], prices: Float64Array): Prices {
  const lists = {
    tiers: [] as PricedRow[],
    meetings: [] as PricedRow[],
    loads: [] as PricedRow[],
    cliques: [] as PricedCell[],
    leads: [] as PricedRow[],
    emptySeats: [] as PricedCell[],
    departments: [] as PricedCell[],
    departmentMin: [] as PricedRow[],
    departmentMax: [] as PricedRow[],
  };
  rows.forEach(({ name }, r) => {
    const price = prices[r] ?? 0;
    if (price === 0) return;
    switch (name.row) {
      case 'tier':
        lists.tiers.push([name.position, price]);
        break;
      case 'meeting':
        lists.meetings.push([name.meeting, price]);
        break;
      case 'load':
        lists.loads.push([name.specialist, price]);
        break;
      case 'clique':
        lists.cliques.push([name.specialist, name.clique, price]);
        break;
      case 'lead':
        lists.leads.push([name.meeting, price]);
        break;
      case 'empty_seat':
        lists.emptySeats.push([name.meeting, name.seat, price]);
        break;
      case 'department':
        lists.departments.push([name.meeting, name.department, price]);
        break;
      case 'department_min':
        lists.departmentMin.push([name.department, price]);
        break;
      case 'department_max':
        lists.departmentMax.push([name.department, price]);
        break;
    }
  });
  return lists;
}
