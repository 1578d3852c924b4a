import { metresBetween } from '../model/distance.ts';
import { share } from '../model/share.ts';
import type { CostTerms } from '../problem.ts';
import type {
  PlacementBranch,
  PlacementIneligibility,
  PlacementPerson,
  PlacementPolicy,
  PlacementTier,
} from './placement-problem.ts';

/**
 * Every reason why this person may not join this branch; empty where they may. `residence` is the branch at that person's
 * residence, null where there is none.
 */
export function placementIneligibilities(
  person: PlacementPerson,
  branch: PlacementBranch,
  residence: PlacementBranch | null,
  policy: PlacementPolicy,
): PlacementIneligibility[] {
  const reasons: PlacementIneligibility[] = [];
  if (person.barredBranchIds.includes(branch.id)) reasons.push('barred');
  if (person.pinnedBranchId !== null && person.pinnedBranchId !== branch.id) reasons.push('pinned_elsewhere');
  const { maxKm } = policy.travel;
  if (maxKm !== null && metresFromHome(person, branch, residence, policy) > maxKm * 1000) reasons.push('too_far');
  return reasons;
}

/** The cost terms of placing this person here, in the units of the policy's weights. */
export function placementCosts(
  person: PlacementPerson,
  branch: PlacementBranch,
  residence: PlacementBranch | null,
  policy: PlacementPolicy,
): CostTerms {
  const { weights } = policy;
  return {
    residence: Math.round((weights.residence * metresFromHome(person, branch, residence, policy)) / 1000),
    field: share(weights.field, 1 - needMet(person, branch)),
  };
}

/**
 * The cost of placing one person at a branch, for many branches: facts of the person are looked up once. Null where
 * they may not join.
 */
export function placementPrice(
  person: PlacementPerson,
  residence: PlacementBranch | null,
  policy: PlacementPolicy,
): (branch: PlacementBranch) => number | null {
  const barred = new Set(person.barredBranchIds);
  const strengths = new Map(person.fields.map(({ fieldId, strength }) => [fieldId, strength]));
  const { weights, travel } = policy;
  const mostMetres = travel.maxKm === null ? Infinity : travel.maxKm * 1000;
  return (branch) => {
    if (person.pinnedBranchId !== null && person.pinnedBranchId !== branch.id) return null;
    if (barred.has(branch.id)) return null;
    const metres = metresFromHome(person, branch, residence, policy);
    if (metres > mostMetres) return null;
    let met = 0;
    for (const { fieldId, need } of branch.needs) met = Math.max(met, need * (strengths.get(fieldId) ?? 0));
    return Math.round((weights.residence * metres) / 1000) + share(weights.field, 1 - met);
  };
}

/** What placing this person here, or nowhere, adds to each tier before quality. */
export function priorityCost(
  tier: Exclude<PlacementTier, 'quality'>,
  person: PlacementPerson,
  branch: PlacementBranch | null,
  specialBranchIds: ReadonlySet<string>,
): 0 | 1 {
  const own = person.inChargeOfBranchIds;
  switch (tier) {
    case 'left_out':
      return branch === null ? 1 : 0;
    case 'special_charge': {
      const special = own.filter((id) => specialBranchIds.has(id));
      return special.length > 0 && (branch === null || !special.includes(branch.id)) ? 1 : 0;
    }
    case 'charge':
      return own.length > 0 && (branch === null || !own.includes(branch.id)) ? 1 : 0;
  }
}

function metresFromHome(
  person: PlacementPerson,
  branch: PlacementBranch,
  residence: PlacementBranch | null,
  { travel }: PlacementPolicy,
): number {
  const home = person.home ?? residence?.place ?? null;
  if (person.residenceBranchId === branch.id || home === null || branch.place === null) return 0;
  return Math.round((metresBetween(home, branch.place) * travel.detourPercent) / 100);
}

/** The largest share of one of the branch's needs that one of the person's strengths meets, from 0 to 1. */
function needMet(person: PlacementPerson, branch: PlacementBranch): number {
  let best = 0;
  for (const { fieldId, need } of branch.needs) {
    const strength = person.fields.find((field) => field.fieldId === fieldId)?.strength ?? 0;
    best = Math.max(best, need * strength);
  }
  return best;
}
