import type { CostTerms, Place, TravelPolicy } from '../problem.ts';

/**
 * A placement round as the engine sees it: people to branches, pure data that goes through JSON as it stands. Costs are
 * whole numbers, places degrees (WGS 84), strengths and needs lie between 0 and 1 and are kept to the thousandth.
 */
export interface PlacementProblem {
  readonly version: 1;
  readonly branches: readonly PlacementBranch[];
  readonly people: readonly PlacementPerson[];
  /** Where given, exactly these pairs are possible, with these costs; nothing is computed. */
  readonly pairs: readonly PlacementPair[] | null;
  readonly policy: PlacementPolicy;
}

export interface PlacementBranch {
  readonly id: string;
  /** Fewest and most people to be placed here. */
  readonly min: number;
  readonly max: number;
  readonly place: Place | null;
  /** A special area, which people in charge of it go to before any other. */
  readonly special: boolean;
  /** How weak the branch is in each field, from 0 (sound) to 1. */
  readonly needs: readonly { readonly fieldId: string; readonly need: number }[];
}

export interface PlacementPerson {
  readonly id: string;
  /** Must be placed, or there is no plan; anybody else may be left out where there is no room. */
  readonly required: boolean;
  readonly fields: readonly { readonly fieldId: string; readonly strength: number }[];
  /** The branch of the place of residence, and where the home lies; without a home that branch's place counts. */
  readonly residenceBranchId: string | null;
  readonly home: Place | null;
  /** Branches that this person is in charge of. */
  readonly inChargeOfBranchIds: readonly string[];
  /** Branches that this person may not join, such as a relative's. */
  readonly barredBranchIds: readonly string[];
  /** Decided beforehand: this branch and no other. */
  readonly pinnedBranchId: string | null;
}

export interface PlacementPair {
  readonly personId: string;
  readonly branchId: string;
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

export const DEFAULT_PLACEMENT_POLICY: PlacementPolicy = {
  travel: { detourPercent: 130, maxKm: null },
  weights: { residence: 20, field: 100 },
};

export const PLACEMENT_INELIGIBILITIES = ['barred', 'pinned_elsewhere', 'too_far', 'not_listed'] as const;
export type PlacementIneligibility = (typeof PLACEMENT_INELIGIBILITIES)[number];

/** What a placement is judged by, the most important first. */
export const PLACEMENT_TIERS = ['left_out', 'special_charge', 'charge', 'quality'] as const;
export type PlacementTier = (typeof PLACEMENT_TIERS)[number];

/** Nobody special, for builders and tests. */
export function aPersonToPlace(id: string): PlacementPerson {
  return {
    id,
    required: true,
    fields: [],
    residenceBranchId: null,
    home: null,
    inChargeOfBranchIds: [],
    barredBranchIds: [],
    pinnedBranchId: null,
  };
}
