import type { Tier } from '../problem.ts';

/**
 * Why no plan can be better, tier by tier; see README.md beside this file. Specialists, meetings and departments are
 * named by their position in the order of their ids, all prices are whole numbers.
 */
export interface Certificate {
  readonly version: 1;
  /** Sets of meetings of which one person can attend at most one. */
  readonly cliques: readonly (readonly number[])[];
  readonly tiers: readonly TierCertificate[];
  /** Of an impossible month: that the facts named as its conflict contradict each other without any others. */
  readonly conflict?: ConflictProof;
}

/** Refutes the month in which of all facts that can make it impossible those of the conflict alone are left. */
export interface ConflictProof {
  /** As in the certificate, by positions in that smaller month. */
  readonly cliques: readonly (readonly number[])[];
  readonly tree: ProofNode;
}

export interface TierCertificate {
  readonly tier: Tier;
  /** No plan that is as good in all earlier tiers has less; null where there is no plan at all. */
  readonly bound: number | null;
  readonly tree: ProofNode;
}

/** The two children of a branching cover every case; a leaf bounds its own. */
export type ProofNode = ProofBranching | ProofLeaf;

export interface ProofBranching {
  readonly branch: BranchOn;
  /** The child where the statement is false: the pair is not assigned, the load is at most the limit, … */
  readonly no: ProofNode;
  readonly yes: ProofNode;
}

export type BranchOn =
  | { readonly on: 'pair'; readonly specialist: number; readonly meeting: number }
  | { readonly on: 'load_above'; readonly specialist: number; readonly limit: number }
  | { readonly on: 'observers_above'; readonly meeting: number; readonly limit: number }
  | { readonly on: 'nobody'; readonly meeting: number };

export interface ProofLeaf {
  /** The tier's own objective counts so many times; 0 in a leaf that holds no plan at all. */
  readonly scale: number;
  readonly prices: Prices;
}

/** Prices that are 0 are left out. Signs: `≤` rows and earlier tiers have prices of 0 and less, `≥` rows 0 and more. */
export interface Prices {
  /** By position in the policy's order: no worse than the objective reached there (≤). */
  readonly tiers: readonly PricedRow[];
  /** Observers and empty seats of a meeting make its maximum (=). */
  readonly meetings: readonly PricedRow[];
  /** Visits of a person make the load (=). */
  readonly loads: readonly PricedRow[];
  /** [specialist, clique]: at most one (≤). */
  readonly cliques: readonly PricedCell[];
  /** [specialist, limit set]: at most so many (≤), by position among the sets of the policy's limits; left out where empty. */
  readonly limits?: readonly PricedCell[];
  /** [specialist]: points of visits make the units of the load (=); left out where empty. */
  readonly points?: readonly PricedRow[];
  /** [pairing, meeting]: at most one of them (≤), and for each of the two who should go together (≥); left out where empty. */
  readonly apart?: readonly PricedCell[];
  readonly togetherFirst?: readonly PricedCell[];
  readonly togetherSecond?: readonly PricedCell[];
  /** [meeting]: one who may lead, or nobody (≥). */
  readonly leads: readonly PricedRow[];
  /** [meeting, seat]: when nobody comes, each seat is empty (≥). */
  readonly emptySeats: readonly PricedCell[];
  /** [meeting, department]: at most one, and none when nobody comes (≤). */
  readonly departments: readonly PricedCell[];
  /** Fewest (≥) and most (≤) visits of a department. */
  readonly departmentMin: readonly PricedRow[];
  readonly departmentMax: readonly PricedRow[];
}

export type PricedRow = readonly [index: number, price: number];
export type PricedCell = readonly [a: number, b: number, price: number];

/** What a tier needs in which every plan is as good. */
export const NO_PRICES: Prices = {
  tiers: [],
  meetings: [],
  loads: [],
  cliques: [],
  leads: [],
  emptySeats: [],
  departments: [],
  departmentMin: [],
  departmentMax: [],
};
