import type { PlacementCandidates } from './placement-candidates.ts';
import type { BranchFill, PlacementTierResult } from './placement-plan.ts';

/** How many people each branch gets, and what its bound costs the others by the prices of the tiers. */
export function branchFills(
  { branches, candidates }: PlacementCandidates,
  chosen: readonly number[],
  tiers: readonly PlacementTierResult[],
): BranchFill[] {
  const placed = branches.map(() => 0);
  for (const at of chosen) {
    const branch = candidates.branch[at] ?? 0;
    placed[branch] = (placed[branch] ?? 0) + 1;
  }
  return branches.map(({ id, min, max }, b) => {
    const count = placed[b] ?? 0;
    const priced = tiers.find(({ prices }) => prices.branches[id] !== 0);
    const price = priced?.prices.branches[id] ?? 0;
    // A price above 0 belongs to a branch held at its minimum, one below 0 to a branch held at its maximum.
    const binding = price > 0 ? 'min' : price < 0 ? 'max' : null;
    const shadow = priced === undefined ? null : { tier: priced.tier, atMost: Math.abs(price) };
    return { branchId: id, placed: count, min, max, binding, shadow };
  });
}
