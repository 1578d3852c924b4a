import type { BranchRef, SpecialistRef } from '../../kernel/id.ts';
import type { PlanProblem } from '../problem.ts';

/** What a visit costs in the linkage tier: −1 where it connects, and less by what it is wished for. */
export function linkageCosts(problem: PlanProblem): (specialistId: SpecialistRef) => (branchId: BranchRef) => number {
  const links = historyLinks(problem);
  const wished = new Map<string, Map<string, number>>();
  for (const { specialistId, branchId, worth } of problem.linkageWishes ?? []) {
    const own = wished.get(specialistId) ?? new Map<string, number>();
    own.set(branchId, Math.max(worth, own.get(branchId) ?? 0));
    wished.set(specialistId, own);
  }
  return (specialistId) => {
    const joins = links(specialistId);
    const own = wished.get(specialistId);
    return (branchId) => (joins(branchId) ? -1 : 0) - (own?.get(branchId) ?? 0);
  };
}

/**
 * Whether a visit would connect two components of the graph of specialists and branches that earlier visits leave
 * unconnected. Only within one component can the severity of two observers be compared.
 */
function historyLinks({ specialists, branches }: PlanProblem): Links {
  const known = kept.get(specialists);
  if (known?.branches === branches) return known.links;
  const links = linksOf(specialists, branches);
  kept.set(specialists, { branches, links });
  return links;
}

type Links = (specialistId: SpecialistRef) => (branchId: BranchRef) => boolean;

/** Months that differ in their pins share their lists, and people who change a plan make such a month with every change. */
const kept = new WeakMap<
  PlanProblem['specialists'],
  { readonly branches: PlanProblem['branches']; readonly links: Links }
>();

function linksOf(specialists: PlanProblem['specialists'], branches: PlanProblem['branches']): Links {
  const parents = new Map<string, string>();
  const sizes = new Map<string, number>();
  const root = (node: string): string => {
    let top = node;
    for (let up = parents.get(top); up !== undefined; up = parents.get(top)) top = up;
    for (let at = node; at !== top;) {
      const up = parents.get(at) ?? top;
      parents.set(at, top);
      at = up;
    }
    return top;
  };
  const join = (a: string, b: string): void => {
    if (a === b) return;
    const [large, small] = (sizes.get(a) ?? 1) >= (sizes.get(b) ?? 1) ? [a, b] : [b, a];
    parents.set(small, large);
    sizes.set(large, (sizes.get(large) ?? 1) + (sizes.get(small) ?? 1));
  };
  for (const specialist of specialists) {
    for (const visit of specialist.lastVisits) join(root(`s ${specialist.id}`), root(`b ${visit.branchId}`));
  }
  const ofBranch = new Map(branches.map(({ id }) => [id, root(`b ${id}`)]));
  return (specialistId) => {
    const own = root(`s ${specialistId}`);
    return (branchId) => ofBranch.get(branchId) !== own;
  };
}
