import type { BranchRef } from '../../kernel/id.ts';
import type { CostTerms } from '../problem.ts';
import type { PlacementTier } from './placement-problem.ts';

/** The answer of `solvePlacement`: pure data that depends on the problem alone, in whatever order its lists are. */
export type PlacementPlan = PlacedPlan | ImpossiblePlacement;

export interface PlacedPlan {
  readonly version: 1;
  readonly status: 'optimal';
  /**
   * The most important first; no plan that is as good in the earlier tiers has less than `objective`, as `prices`
   * prove.
   */
  readonly tiers: readonly PlacementTierResult[];
  /** Sorted by person. */
  readonly placements: readonly Placement[];
  /** People for whom there was no room. */
  readonly leftOut: readonly string[];
  /** Sorted by branch. */
  readonly branches: readonly BranchFill[];
}

export interface PlacementTierResult {
  readonly tier: PlacementTier;
  readonly objective: number;
  readonly bound: number;
  readonly prices: PlacementPrices;
}

/**
 * The proof of a tier's bound, in whole numbers: the potential of each person and each branch, relative to being left
 * out, which is 0. The reduced cost of a pair is `cost + person − branch`, that of leaving a person out `cost +
 * person`, that of a seat the branch's price. Whatever has a reduced cost above 0 stays at its lower bound and whatever
 * is below 0 at its upper bound, in this tier and all later ones.
 */
export interface PlacementPrices {
  readonly people: Readonly<Record<string, number>>;
  readonly branches: Readonly<Record<string, number>>;
}

export interface Placement {
  readonly personId: string;
  readonly branchId: BranchRef;
  readonly costs: CostTerms;
  /** Sum of `costs`. */
  readonly cost: number;
  /** The person is in charge of this branch. */
  readonly inCharge: boolean;
  readonly pinned: boolean;
}

export interface BranchFill {
  readonly branchId: BranchRef;
  readonly placed: number;
  readonly min: number;
  readonly max: number;
  /** The bound of this branch that keeps other placements from being better. */
  readonly binding: 'min' | 'max' | null;
  /** In the first tier in which the bound costs something: the most that loosening it by one person could save. */
  readonly shadow: { readonly tier: PlacementTier; readonly atMost: number } | null;
}

export interface ImpossiblePlacement {
  readonly version: 1;
  readonly status: 'infeasible';
  readonly shortage: PlacementShortage;
}

/**
 * Why there is no placement, as a group as small as the proof yields. `people`: these branches need at least `wanted`
 * people, and only the `available` people listed may join them. `seats`: these `wanted` people must be placed, and the
 * branches that they may join take no more than `available`.
 */
export interface PlacementShortage {
  readonly of: 'people' | 'seats';
  readonly branchIds: readonly BranchRef[];
  readonly personIds: readonly string[];
  readonly wanted: number;
  readonly available: number;
}
