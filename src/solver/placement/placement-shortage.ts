import type { PlacementCandidates } from './placement-candidates.ts';
import type { PlacementShortage } from './placement-plan.ts';

/**
 * The violated cut of the placement network in terms of people and branches (Hall's condition). With the ground inside
 * the cut, the branches outside need more people than may join them; otherwise the people inside find too few seats.
 * The group is split into parts that share nobody, and the smallest part that fails by itself is returned.
 */
export function placementShortage(round: PlacementCandidates, cut: Int32Array): PlacementShortage {
  const { people, branches, candidates } = round;
  const inside = new Set(cut);
  const lackOfPeople = inside.has(people.length + branches.length);
  const blamedBranches = branches.flatMap((_, b) => (inside.has(people.length + b) !== lackOfPeople ? [b] : []));
  const blamedPeople = lackOfPeople
    ? new Set([...candidates.person].filter((_, at) => blamedBranches.includes(candidates.branch[at] ?? -1)))
    : new Set(people.flatMap((_, p) => (inside.has(p) ? [p] : [])));
  const shortages = connectedParts(round, blamedBranches, [...blamedPeople]).map((part): PlacementShortage => {
    const of = lackOfPeople ? 'people' : 'seats';
    const seats = part.branches
      .map((b) => branches[b])
      .reduce((sum, branch) => sum + ((lackOfPeople ? branch?.min : branch?.max) ?? 0), 0);
    return {
      of,
      branchIds: part.branches.flatMap((b) => branches[b]?.id ?? []).sort(),
      personIds: part.people.flatMap((p) => people[p]?.id ?? []).sort(),
      wanted: lackOfPeople ? seats : part.people.length,
      available: lackOfPeople ? part.people.length : seats,
    };
  });
  const failing = shortages.filter(({ wanted, available }) => wanted > available);
  const size = ({ branchIds, personIds }: PlacementShortage): number => branchIds.length + personIds.length;
  const [first, ...others] = failing;
  if (first === undefined) throw new Error('a violated cut without a shortage');
  return others.reduce((least, other) => (size(other) < size(least) ? other : least), first);
}

interface Part {
  readonly branches: number[];
  readonly people: number[];
}

/** The connected components of a group of branches and people, by position. */
function connectedParts(
  { candidates }: PlacementCandidates,
  branches: readonly number[],
  people: readonly number[],
): Part[] {
  const branchesOf = new Map<number, number[]>(people.map((p) => [p, []]));
  const peopleOf = new Map<number, number[]>(branches.map((b) => [b, []]));
  for (let at = 0; at < candidates.count; at += 1) {
    const [person, branch] = [candidates.person[at] ?? -1, candidates.branch[at] ?? -1];
    const [mine, theirs] = [branchesOf.get(person), peopleOf.get(branch)];
    if (mine === undefined || theirs === undefined) continue;
    mine.push(branch);
    theirs.push(person);
  }
  const seenPeople = new Set<number>();
  const seenBranches = new Set<number>();
  const grow = (part: Part): Part => {
    for (const b of part.branches) seenBranches.add(b);
    for (const p of part.people) seenPeople.add(p);
    // Both lists grow during the loop.
    for (let [b, p] = [0, 0]; b < part.branches.length || p < part.people.length;) {
      const fromBranch = b < part.branches.length;
      const near = fromBranch ? peopleOf.get(part.branches[b] ?? -1) : branchesOf.get(part.people[p] ?? -1);
      const [seen, list] = fromBranch ? [seenPeople, part.people] : [seenBranches, part.branches];
      if (fromBranch) b += 1;
      else p += 1;
      for (const next of near ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        list.push(next);
      }
    }
    return part;
  };
  return [
    ...branches.flatMap((b) => (seenBranches.has(b) ? [] : [grow({ branches: [b], people: [] })])),
    ...people.flatMap((p) => (seenPeople.has(p) ? [] : [grow({ branches: [], people: [p] })])),
  ];
}
