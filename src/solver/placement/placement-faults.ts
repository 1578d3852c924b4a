import type { Fault } from '../../kernel/domain-error.ts';
import type { PlacementProblem } from './placement-problem.ts';

/** Facts of a placement round that are invalid or contradict each other, each with its JSON pointer. */
export function placementFaults({ branches, people, pairs }: PlacementProblem): Fault[] {
  const faults: Fault[] = [];
  const add = (pointer: string, code: string, params: Record<string, unknown> = {}): void => {
    faults.push({ pointer, code: `problem.${code}`, params });
  };
  const known = (list: string, items: readonly { readonly id: string }[]): Set<string> => {
    const seen = new Set<string>();
    items.forEach(({ id }, i) => {
      if (seen.has(id)) add(`/${list}/${i}/id`, 'duplicate_id', { id });
      seen.add(id);
    });
    return seen;
  };
  const branchIds = known('branches', branches);
  const personIds = known('people', people);
  const refer = (pointer: string, id: string | null, among: Set<string>): void => {
    if (id !== null && !among.has(id)) add(pointer, 'unknown_id', { id });
  };
  branches.forEach(({ min, max }, i) => {
    if (min > max) add(`/branches/${i}/min`, 'min_above_max', { min, max });
  });
  people.forEach((person, i) => {
    const at = `/people/${i}`;
    refer(`${at}/residenceBranchId`, person.residenceBranchId, branchIds);
    refer(`${at}/pinnedBranchId`, person.pinnedBranchId, branchIds);
    person.inChargeOfBranchIds.forEach((id, j) => refer(`${at}/inChargeOfBranchIds/${j}`, id, branchIds));
    person.barredBranchIds.forEach((id, j) => refer(`${at}/barredBranchIds/${j}`, id, branchIds));
  });
  const listed = new Set<string>();
  pairs?.forEach(({ personId, branchId }, i) => {
    refer(`/pairs/${i}/personId`, personId, personIds);
    refer(`/pairs/${i}/branchId`, branchId, branchIds);
    const pair = JSON.stringify([personId, branchId]);
    if (listed.has(pair)) add(`/pairs/${i}`, 'duplicate');
    listed.add(pair);
  });
  return faults;
}
