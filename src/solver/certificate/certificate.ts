import type { Tier } from '../problem.ts';

/**
 * The proof that no plan can be better, tier by tier; see README.md beside this file. Specialists, meetings and
 * departments are given by their position in the order of their ids, and all prices are whole numbers.
 */
export interface Certificate {
  readonly version: 1;
  /** Sets of meetings of which one person can attend at most one. */
  readonly cliques: readonly (readonly number[])[];
  readonly tiers: readonly TierCertificate[];
  /** For an infeasible month: the proof that the facts listed in `conflict` contradict each other by themselves. */
  readonly conflict?: ConflictProof;
}

/**
 * Refutes the smaller month that keeps, of all facts that can make a month infeasible, only those listed in `conflict`.
 */
export interface ConflictProof {
  /** As in the certificate, by positions in that smaller month. */
  readonly cliques: readonly (readonly number[])[];
  readonly tree: ProofNode;
}

export interface TierCertificate {
  readonly tier: Tier;
  /** No plan that is as good in all earlier tiers has a smaller objective; null where no plan exists. */
  readonly bound: number | null;
  readonly tree: ProofNode;
}

/** The two children of a branching cover every case; a leaf bounds its own case. */
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
  /** How often the tier's own objective is counted; 0 in a leaf that proves that its case holds no plan. */
  readonly scale: number;
  readonly prices: Prices;
}

/** Prices of 0 are left out. `≤` rows and earlier tiers have prices of at most 0, `≥` rows of at least 0. */
export interface Prices {
  /** By position in the policy's order: the objective is no worse than the one reached there (≤). */
  readonly tiers: readonly PricedRow[];
  /** Observers and empty seats of a meeting add up to its maximum (=). */
  readonly meetings: readonly PricedRow[];
  /** The visits of a person add up to the load (=). */
  readonly loads: readonly PricedRow[];
  /** [specialist, clique]: at most one (≤). */
  readonly cliques: readonly PricedCell[];
  /**
   * [specialist, limit set]: at most that many (≤), by position among the sets of the policy's limits; left out where
   * empty.
   */
  readonly limits?: readonly PricedCell[];
  /** [specialist]: the points of the visits add up to the units of the load (=); left out where empty. */
  readonly points?: readonly PricedRow[];
  /**
   * [pairing, meeting]: of people kept apart at most one (≤); of people kept together one row for each of the two (≥).
   * Left out where empty.
   */
  readonly apart?: readonly PricedCell[];
  readonly togetherFirst?: readonly PricedCell[];
  readonly togetherSecond?: readonly PricedCell[];
  /** [meeting]: somebody who may lead, or nobody at all (≥). */
  readonly leads: readonly PricedRow[];
  /** [meeting, seat]: when nobody comes, each seat is empty (≥). */
  readonly emptySeats: readonly PricedCell[];
  /** [meeting, department]: at most one, and none when nobody comes (≤). */
  readonly departments: readonly PricedCell[];
  /** Minimum (≥) and maximum (≤) number of visits of a department. */
  readonly departmentMin: readonly PricedRow[];
  readonly departmentMax: readonly PricedRow[];
}

export type PricedRow = readonly [index: number, price: number];
export type PricedCell = readonly [a: number, b: number, price: number];

/** The prices for a tier in which every plan is equally good. */
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
