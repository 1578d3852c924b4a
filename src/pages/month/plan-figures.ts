import type { MeetingRef } from '../../kernel/id.ts';
import type { FieldWeights } from '../../modules/planning/index.ts';
import { takesPlace } from '../../modules/visits/index.ts';
import { type Plan, wayTo } from '../../solver/index.ts';
import { assignmentsToSend, type CurrentAssignments, dutiesOf } from './current-assignments.ts';
import { fairShares, isAwayAllMonth, offShare } from './fair-share.ts';
import type { PlanScreen } from './month-screen-read-model.ts';
import type { PlanFigures } from './month.view.ts';

/** From this weight of a weak field on, a branch counts as weak. */
const WEAK_FROM = 0.6;

/** The figures of a plan as it is at present. */
export function planFigures(
  screen: PlanScreen,
  { peopleOf, meetingsOf, standings, wanted }: CurrentAssignments,
): PlanFigures | null {
  if (!screen.plan) return null;
  const { plan, isVerified } = screen.plan;
  // Of what had begun before anybody was told, somebody may be recorded all the same.
  const visited = new Set(screen.meetings.flatMap(({ id, isVisited }) => (isVisited ? [id] : [])));
  const covered = (id: MeetingRef) => (peopleOf.get(id)?.length ?? 0) > 0 || (isOver(id) && visited.has(id));
  const isOver = (id: MeetingRef) => standings.get(id)?.state === 'over';
  const inRound = screen.meetings.filter(({ id }) => (wanted.get(id)?.min ?? 0) > 0 || covered(id) || isOver(id));
  const isWeak = (fields: FieldWeights) => Object.values(fields).some((weight) => weight >= WEAK_FROM);
  const weak = inRound.filter(({ weakFields }) => isWeak(weakFields));
  const shares = fairShares(screen);
  const there = screen.people.filter((person) => !isAwayAllMonth(person, screen.month));
  const loads = there.map(({ id }) => meetingsOf.get(id)?.length ?? 0);
  const off = there.map(({ id }) => {
    const share = shares.get(id);
    return share ? Math.abs(offShare(share, meetingsOf.get(id)?.length ?? 0)) : 0;
  });
  return {
    meetings: { part: inRound.filter(({ id }) => covered(id)).length, whole: inRound.length },
    notDue: [...standings.values()].filter(({ state }) => state === 'not_due').length,
    load: {
      average: loads.reduce((sum, load) => sum + load, 0) / Math.max(1, loads.length),
      least: loads.length > 0 ? Math.min(...loads) : 0,
      most: loads.length > 0 ? Math.max(...loads) : 0,
      off: Math.max(0, ...off),
    },
    weakBranches: { part: weak.filter(({ id }) => covered(id)).length, whole: weak.length },
    matchedFields: weak.filter(({ id, weakFields }) =>
      peopleOf.get(id)?.some(({ fields }) => Object.keys(weakFields).some((code) => (fields[code] ?? 0) >= 0.5)),
    ).length,
    ...waysOf(screen),
    quality: {
      status: plan.status === 'optimal' ? 'optimal' : NOT_STOPPED.has(plan.stoppedBy) ? 'feasible' : 'stopped',
      ...provenGap(plan),
      isVerified,
      changed: changedMeetings(screen, peopleOf),
      seconds: plan.effort.elapsedMs / 1000,
    },
  };
}

/** Meetings of a published plan to which others go by now than those that it sent; what was proven of it was not of these. */
function changedMeetings(screen: PlanScreen, peopleOf: CurrentAssignments['peopleOf']): number {
  if (screen.plan?.state !== 'published') return 0;
  const sent = new Map<string, Set<string>>();
  for (const { meetingId, specialistId } of assignmentsToSend(screen)) {
    sent.set(meetingId, (sent.get(meetingId) ?? new Set()).add(specialistId));
  }
  return screen.plan.problem.meetings.filter(({ id }) => {
    const [then, now] = [sent.get(id), peopleOf.get(id) ?? []];
    return (then?.size ?? 0) !== now.length || now.some((person) => !then?.has(person.id));
  }).length;
}

/** Nobody ended these before their time. */
const NOT_STOPPED: ReadonlySet<string> = new Set(['proof', 'by_hand']);

/**
 * How far a plan that was found in a search cut short can be from the best: by the most important goal of which that is
 * not known to be nothing. Null where the search had no bound yet, or where people have made the plan.
 */
function provenGap({ status, stoppedBy, tiers }: Plan): Pick<PlanFigures['quality'], 'gap' | 'gapOf'> {
  if (status === 'optimal') return { gap: 0, gapOf: null };
  const open = stoppedBy === 'by_hand' ? undefined : tiers.find(({ gap }) => gap !== 0);
  if (!open || open.gap === null) return { gap: null, gapOf: null };
  return { gap: open.gap / Math.max(1, Math.abs(open.objective)), gapOf: open.tier };
}

/**
 * By road, one way, of what takes place or is to, as on the page of the year. A way of which an end is unknown is not
 * 0 km long, so it is not counted.
 */
function waysOf(screen: PlanScreen): Pick<PlanFigures, 'kilometres' | 'waysUnknown'> {
  const { specialists = [], meetings = [], policy } = screen.plan?.problem ?? {};
  const people = new Map(specialists.map((one) => [one.id, one]));
  const byId = new Map(meetings.map((one) => [one.id, one]));
  const ways = dutiesOf(screen)
    .filter(({ state }) => state === null || takesPlace(state))
    .map(({ specialistId, meetingId }) => {
      const [person, meeting] = [people.get(specialistId), byId.get(meetingId)];
      return policy && person && meeting ? wayTo(person, meeting, policy) : null;
    });
  const known = ways.filter((way) => way !== null);
  return {
    kilometres: known.length > 0 ? known.reduce((sum, way) => sum + way, 0) / 1000 : null,
    waysUnknown: ways.length - known.length,
  };
}
