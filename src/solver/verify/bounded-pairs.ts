import { linkageCosts } from '../model/linkage.ts';
import { pointsOf } from '../model/points.ts';
import { Settled } from '../model/settled.ts';
import type { PlanProblem, Specialist } from '../problem.ts';
import { pairCost, PairMap } from './pair-facts.ts';

/** Every eligible pair with its cost in each tier, as parallel columns. */
export interface BoundedPairs {
  readonly specialist: number[];
  readonly meeting: number[];
  readonly quality: number[];
  readonly stability: number[];
  readonly linkage: number[];
  /** Weights of visits in units; empty where loads are counted in visits. */
  readonly units: number[];
  readonly must: (0 | 1)[];
  readonly mustNot: (0 | 1)[];
}

export function boundedPairs(
  problem: PlanProblem,
  specialists: PlanProblem['specialists'],
  meetings: PlanProblem['meetings'],
): BoundedPairs {
  const { published, pins } = problem;
  const pinned = new PairMap(pins.map((pin) => [pin, pin.kind]));
  const known = new PairMap((published?.assignments ?? []).map((one) => [one, one]));
  const costOf = pairCost(problem);
  const changed = new Set(published?.changedMeetingIds);
  const linkage = linkageCosts(problem);
  const settled = new Settled(problem);
  const tried = meetingsToTry(problem, meetings, settled);
  const pairs: BoundedPairs = {
    specialist: [],
    meeting: [],
    quality: [],
    stability: [],
    linkage: [],
    units: [],
    must: [],
    mustNot: [],
  };
  const points = pointsOf(problem);
  specialists.forEach((specialist, s) => {
    const unitsAt = points?.units(specialist);
    const [cost, pinOf, before, linkageAt] = [
      costOf(specialist),
      pinned.of(specialist.id),
      known.of(specialist.id),
      linkage(specialist.id),
    ];
    for (const m of tried(specialist)) {
      const meeting = meetings[m];
      const quality = meeting === undefined ? null : cost(meeting);
      if (meeting === undefined || quality === null) continue;
      const isOver = settled.isOver(meeting);
      const pin = isOver ? undefined : pinOf?.get(meeting.id);
      const publishedHere = before?.get(meeting.id);
      const accepted = publishedHere?.accepted === true && !changed.has(meeting.id) && pin !== 'must_not';
      pairs.specialist.push(s);
      pairs.meeting.push(m);
      pairs.quality.push(quality);
      pairs.stability.push(publishedHere === undefined ? (published?.priceOfNew ?? 0) : -publishedHere.price);
      if (unitsAt !== undefined) pairs.units.push(unitsAt(meeting));
      pairs.linkage.push(linkageAt(meeting.branchId));
      pairs.must.push(isOver || pin === 'must' || accepted ? 1 : 0);
      pairs.mustNot.push(pin === 'must_not' ? 1 : 0);
    }
  });
  return pairs;
}

/** Positions of the meetings for which a person may be eligible; with explicit pairs, those that are listed. */
function meetingsToTry(
  { pairs }: PlanProblem,
  meetings: PlanProblem['meetings'],
  settled: Settled,
): (specialist: Specialist) => Iterable<number> {
  if (pairs === null || settled.some) return () => meetings.keys();
  const at = new Map(meetings.map(({ id }, m) => [id, m]));
  const listed = new Map<string, number[]>();
  for (const { specialistId, meetingId } of pairs) {
    const own = listed.get(specialistId) ?? [];
    own.push(at.get(meetingId) ?? -1);
    listed.set(specialistId, own);
  }
  return ({ id }) => listed.get(id)?.sort((a, b) => a - b) ?? [];
}
