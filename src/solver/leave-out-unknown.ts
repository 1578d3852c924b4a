import type { LeftOut, PlanProblem, Specialist } from './problem.ts';

/**
 * The problem without references to people, branches or meetings that it does not contain, where these concern the past
 * or people who may have left: earlier visits, conflicts of interest, preferences, the published plan, limits,
 * pairings and wishes. Nobody can be sent to something that no longer exists, so these count for nothing; `leftOut` lists them.
 * References that ask for something now, such as a pin, are kept and refused elsewhere.
 */
export function leaveOutUnknown(problem: PlanProblem): PlanProblem {
  const leftOut: LeftOut[] = [];
  const branches = new Set(problem.branches.map(({ id }) => id));
  const people = new Set(problem.specialists.map(({ id }) => id));
  const meetings = new Set(problem.meetings.map(({ id }) => id));
  const isIn = (among: ReadonlySet<string>, id: string, pointer: string): boolean => {
    if (!among.has(id)) leftOut.push({ pointer, id });
    return among.has(id);
  };
  const ids = (list: readonly string[], among: ReadonlySet<string>, at: string): readonly string[] =>
    kept(list, (id, i) => isIn(among, id, `${at}/${i}`));
  const specialists = problem.specialists.map((one, i): Specialist => {
    const at = `/specialists/${i}`;
    const branch = (id: string | null, name: string): string | null =>
      id !== null && isIn(branches, id, `${at}/${name}`) ? id : null;
    return {
      ...one,
      ownBranchId: branch(one.ownBranchId, 'ownBranchId'),
      residenceBranchId: branch(one.residenceBranchId, 'residenceBranchId'),
      conflictBranchIds: ids(one.conflictBranchIds, branches, `${at}/conflictBranchIds`),
      knownBranchIds: ids(one.knownBranchIds, branches, `${at}/knownBranchIds`),
      lastVisits: kept(one.lastVisits, ({ branchId }, j) => isIn(branches, branchId, `${at}/lastVisits/${j}/branchId`)),
      preferences: kept(one.preferences, ({ branchId }, j) =>
        isIn(branches, branchId, `${at}/preferences/${j}/branchId`),
      ),
    };
  });
  const published = problem.published && {
    ...problem.published,
    assignments: kept(problem.published.assignments, ({ specialistId, meetingId }, i) => {
      const at = `/published/assignments/${i}`;
      return isIn(people, specialistId, `${at}/specialistId`) && isIn(meetings, meetingId, `${at}/meetingId`);
    }),
    changedMeetingIds: ids(problem.published.changedMeetingIds, meetings, '/published/changedMeetingIds'),
  };
  const limits = problem.policy.limits.map((limit, i) => ({
    ...limit,
    ...(limit.meetingIds && { meetingIds: ids(limit.meetingIds, meetings, `/policy/limits/${i}/meetingIds`) }),
    specialistIds: limit.specialistIds && ids(limit.specialistIds, people, `/policy/limits/${i}/specialistIds`),
  }));
  const pairings = problem.pairings?.flatMap((one, i): NonNullable<PlanProblem['pairings']>[number][] => {
    const there = ids(one.specialistIds, people, `/pairings/${i}/specialistIds`);
    if (there.length === one.specialistIds.length) return [one];
    return one.kind === 'apart' && there.length > 1 ? [{ ...one, specialistIds: there }] : [];
  });
  const linkageWishes = problem.linkageWishes?.filter(({ specialistId, branchId }, i) => {
    const at = `/linkageWishes/${i}`;
    return isIn(people, specialistId, `${at}/specialistId`) && isIn(branches, branchId, `${at}/branchId`);
  });
  if (leftOut.length === 0) return problem;
  return {
    ...problem,
    specialists,
    published,
    ...(pairings && { pairings }),
    ...(linkageWishes && { linkageWishes }),
    policy: { ...problem.policy, limits },
    leftOut: [...(problem.leftOut ?? []), ...leftOut],
  };
}

function kept<T>(list: readonly T[], isKept: (item: T, index: number) => boolean): readonly T[] {
  return list.filter(isKept);
}
