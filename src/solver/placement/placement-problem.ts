import type { BranchRef } from '../../kernel/id.ts';
import type { CostTerms, Place, TravelPolicy } from '../problem.ts';

/**
 * A placement round as the engine sees it, people to be placed in branches: pure data, identical to its JSON. Costs are
 * whole numbers, places are degrees (WGS 84), strengths and needs lie between 0 and 1 and are rounded to thousandths.
 */
export interface PlacementProblem {
  readonly version: 1;
  readonly branches: readonly PlacementBranch[];
  readonly people: readonly PlacementPerson[];
  /** Where given, exactly these pairs are possible, at these costs; nothing is computed. */
  readonly pairs: readonly PlacementPair[] | null;
  readonly policy: PlacementPolicy;
}

export interface PlacementBranch {
  readonly id: string;
  /** Fewest and most people to be placed here. */
  readonly min: number;
  readonly max: number;
  readonly place: Place | null;
  /** A special area; people in charge of it are placed there before all others. */
  readonly special: boolean;
  /** How weak the branch is in each field, from 0 (sound) to 1. */
  readonly needs: readonly { readonly fieldId: string; readonly need: number }[];
}

export interface PlacementPerson {
  readonly id: string;
  /** Must be placed, or there is no plan; others may be left out where there is no room. */
  readonly required: boolean;
  readonly fields: readonly { readonly fieldId: string; readonly strength: number }[];
  /**
   * The branch at the place of residence, and the place of the home; without a home the place of that branch counts.
   */
  readonly residenceBranchId: BranchRef | null;
  readonly home: Place | null;
  /** Branches that this person is in charge of. */
  readonly inChargeOfBranchIds: readonly BranchRef[];
  /** Branches that this person may not join, such as a relative's. */
  readonly barredBranchIds: readonly BranchRef[];
  /** Fixed beforehand: this branch and no other. */
  readonly pinnedBranchId: BranchRef | null;
}

export interface PlacementPair {
  readonly personId: string;
  readonly branchId: BranchRef;
  readonly costs: CostTerms;
}

export interface PlacementPolicy {
  readonly travel: Pick<TravelPolicy, 'detourPercent' | 'maxKm'>;
  readonly weights: PlacementWeights;
}

export interface PlacementWeights {
  /** Cost of a kilometre between home and branch. */
  readonly residence: number;
  /** Cost of meeting none of the greatest possible need. */
  readonly field: number;
}

export const PLACEMENT_INELIGIBILITIES = ['barred', 'pinned_elsewhere', 'too_far', 'not_listed'] as const;
export type PlacementIneligibility = (typeof PLACEMENT_INELIGIBILITIES)[number];

/** The tiers by which a placement is judged, the most important first. */
export const PLACEMENT_TIERS = ['left_out', 'special_charge', 'charge', 'quality'] as const;
export type PlacementTier = (typeof PLACEMENT_TIERS)[number];
