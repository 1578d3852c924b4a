import type { CostTerms } from '../problem.ts';
import type { PlacementTier } from './placement-problem.ts';

/** What `solvePlacement` answers: pure data, determined by the problem alone whatever the order of its lists. */
export type PlacementPlan = PlacedPlan | ImpossiblePlacement;

export interface PlacedPlan {
  readonly version: 1;
  readonly status: 'optimal';
  /** By importance; no plan as good in the earlier tiers has less than `objective`, as `prices` prove. */
  readonly tiers: readonly PlacementTierResult[];
  /** By person. */
  readonly placements: readonly Placement[];
  /** Those for whom there was no room. */
  readonly leftOut: readonly string[];
  /** How the branches fill, by branch. */
  readonly branches: readonly BranchFill[];
}

export interface PlacementTierResult {
  readonly tier: PlacementTier;
  readonly objective: number;
  readonly bound: number;
  readonly prices: PlacementPrices;
}

/**
 * The proof of a tier's bound, in whole numbers: what a person is worth at the start, and in each branch, against being
 * left out, which is 0. A pair's reduced cost is `cost + person − branch`, that of staying out `cost + person`, that of a seat the
 * branch's price. Whatever is above 0 stays at its least and whatever is below 0 at its most, in this tier and in all
 * that follow.
 */
export interface PlacementPrices {
  readonly people: Readonly<Record<string, number>>;
  readonly branches: Readonly<Record<string, number>>;
}

export interface Placement {
  readonly personId: string;
  readonly branchId: string;
  readonly costs: CostTerms;
  /** Sum of `costs`. */
  readonly cost: number;
  /** In charge of this branch. */
  readonly inCharge: boolean;
  readonly pinned: boolean;
}

export interface BranchFill {
  readonly branchId: string;
  readonly placed: number;
  readonly min: number;
  readonly max: number;
  /** The bound that other placements run into here. */
  readonly binding: 'min' | 'max' | null;
  /** In the first tier where the bound costs something: the most that loosening it by one person could save. */
  readonly shadow: { readonly tier: PlacementTier; readonly atMost: number } | null;
}

export interface ImpossiblePlacement {
  readonly version: 1;
  readonly status: 'infeasible';
  readonly shortage: PlacementShortage;
}

/**
 * Why there is no placement, as small a group as the proof gives. `people`: these branches want at least `wanted`
 * people, and nobody but the `available` people listed may go there. `seats`: these `wanted` people must be placed, and
 * all branches that they may go to take no more than `available`.
 */
export interface PlacementShortage {
  readonly of: 'people' | 'seats';
  readonly branchIds: readonly string[];
  readonly personIds: readonly string[];
  readonly wanted: number;
  readonly available: number;
}
