import type { PlanProblem } from '../problem.ts';

/**
 * Whether a visit would join two parts of the graph of specialists and branches that no earlier visit joins yet. Only
 * within one part can the severity of two observers be compared.
 */
export function historyLinks(problem: PlanProblem): (specialistId: string) => (branchId: string) => boolean {
  const parents = new Map<string, string>();
  const root = (node: string): string => {
    let at = node;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    if (at !== node) parents.set(node, at);
    return at;
  };
  for (const specialist of problem.specialists) {
    for (const visit of specialist.lastVisits) {
      const a = root(`s ${specialist.id}`);
      const b = root(`b ${visit.branchId}`);
      if (a !== b) parents.set(b, a);
    }
  }
  const ofBranch = new Map(problem.branches.map(({ id }) => [id, root(`b ${id}`)]));
  return (specialistId) => {
    const own = root(`s ${specialistId}`);
    return (branchId) => ofBranch.get(branchId) !== own;
  };
}
