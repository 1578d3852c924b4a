import type { MeetingId, SpecialistId } from '../../../kernel/id.ts';
import { afterEvents, type Plan, type PlanProblem } from '../../../solver/index.ts';
import { holdsSeat, takesPlace } from '../../visits/index.ts';
import type { AmendmentChange } from './amendment.ts';
import { asDecided, knownIn, leftForGood, nowhereElseThen, withoutBroken } from './broken-seat.ts';
import { type Duty, dutyKey } from './plan-decision.ts';
import { type ProposedChange, proposedChanges } from './proposed-changes.ts';
import type { PublishedMonth, PublishedVisit } from './published-month.ts';

/**
 * What a month in its middle is planned again for, once all seats are filled that can be: `few`: as few people as
 * possible go elsewhere than they know; `even`: loads are as even as possible, and then as few as possible.
 */
export const REPLAN_GOALS = ['few', 'even'] as const;
export type ReplanGoal = (typeof REPLAN_GOALS)[number];

/** What the engine has answered. */
export interface ReplanResult {
  readonly status: Plan['status'];
  readonly isVerified: boolean;
  readonly duties: readonly Duty[];
}

const MINUTE_MS = 60_000;

/**
 * A published month as the engine is to plan what of it lies ahead: what has begun stays as it was and counts, and so
 * do accepted visits and what the board has decided for a reason. Whoever has declined is not sent there again, nor
 * anywhere else on that day, unless the board has done so since.
 */
export function askedReplan(published: PublishedMonth, now: Date, goal: ReplanGoal): PlanProblem {
  const { problem, visits, facts } = published;
  const isKnown = knownIn(problem);
  const { going, standing } = visitsBy(published, now);
  const month = asDecided(problem, standing);
  const left = visits.filter((visit) => isKnown(visit) && (!holdsSeat(visit.state) || visit.state === 'missed'));
  const off = leftForGood(left, going);
  const pinned = new Set(facts.decisions.flatMap((one) => (one.kind === 'must' ? [dutyKey(one)] : [])));
  const kept = standing.map((visit) => ({
    specialistId: visit.specialistId,
    meetingId: visit.meetingId,
    accepted: visit.isAccepted || pinned.has(dutyKey(visit)),
  }));
  const after = afterEvents(
    { ...month, pins: [...month.pins, ...nowhereElseThen(month, off, null, standing)] },
    { assignments: kept },
    off.map(({ specialistId, meetingId }) => ({ kind: 'declined', specialistId, meetingId })),
    { now: Math.floor(now.getTime() / MINUTE_MS), improves: true },
  );
  return goal === 'few' ? after : { ...after, policy: { ...after.policy, tiers: problem.policy.tiers } };
}

/** Who goes where by now, and of these visits those that nothing rules out; what has begun was as it was. */
function visitsBy({ problem, visits }: Pick<PublishedMonth, 'problem' | 'visits'>, now: Date) {
  const isKnown = knownIn(problem);
  const going = visits.filter((visit) => takesPlace(visit.state) && isKnown(visit));
  const whole = new Set(withoutBroken(asDecided(problem, going), going));
  return { going, standing: going.filter((visit) => visit.startsAt <= now || whole.has(visit)) };
}

/** Who goes where by the answer. */
export function replanResult({
  plan,
  isVerified,
}: {
  readonly plan: Plan;
  readonly isVerified: boolean;
}): ReplanResult {
  const duties = plan.assignments.map(({ specialistId, meetingId }) => ({
    specialistId: specialistId as SpecialistId,
    meetingId: meetingId as MeetingId,
  }));
  return { status: plan.status, isVerified, duties };
}

/** What an answer changes in a month, as that is by now. */
export interface ReplannedParts {
  /** They can be made without each other. */
  readonly possible: readonly ProposedChange[];
  /** The number of those that answers or the directory rule out since. */
  readonly gone: number;
}

/**
 * Nothing is changed of what has begun since. Whoever has accepted since is not taken off, and whoever has declined or
 * left since is not sent.
 */
export function replannedParts(
  published: Pick<PublishedMonth, 'problem' | 'visits' | 'facts'>,
  { duties }: Pick<ReplanResult, 'duties'>,
  now: Date,
): ReplannedParts {
  const { problem, visits, facts } = published;
  const isKnown = knownIn(problem);
  const ahead = new Set(facts.meetings.flatMap(({ id, startsAt }) => (startsAt > now ? [id] : [])));
  const left = new Set(visits.filter(({ state }) => !takesPlace(state)).map(dutyKey));
  const isAhead = ({ meetingId }: Duty) => ahead.has(meetingId);
  const goes = visits.filter((visit) => takesPlace(visit.state) && isAhead(visit));
  const accepted = visitsBy(published, now).standing.filter(({ isAccepted }) => isAccepted);
  const kept = new Set(accepted.map(dutyKey));
  const parts = proposedChanges(goes, duties.filter(isAhead));
  const possible = parts.filter(
    ({ added, dropped }) =>
      added.every((one) => isKnown(one) && !left.has(dutyKey(one))) && !dropped.some((one) => kept.has(dutyKey(one))),
  );
  return { possible, gone: parts.length - possible.length };
}

/**
 * Of the visits that changes take people off, those that were accepted, where nothing stands against them: the engine
 * takes nobody off such a visit, so that they were accepted after it was asked.
 */
export function acceptedSince(
  published: Pick<PublishedMonth, 'problem' | 'visits'>,
  changes: readonly AmendmentChange[],
  now: Date,
): PublishedVisit[] {
  const taken = new Set(changes.flatMap((change) => (change.kind === 'release' ? [change.visitId] : [])));
  return visitsBy(published, now).standing.filter(({ id, isAccepted }) => isAccepted && taken.has(id));
}

/** The same as an amendment makes it. */
export function amendmentOf(
  { added, dropped }: ProposedChange,
  { visits }: Pick<PublishedMonth, 'visits'>,
): AmendmentChange[] {
  const gone = new Set(dropped.map(dutyKey));
  return [
    ...visits
      .filter((visit) => takesPlace(visit.state) && gone.has(dutyKey(visit)))
      .map(({ id }): AmendmentChange => ({ kind: 'release', visitId: id })),
    ...added.map((duty): AmendmentChange => ({ kind: 'send', ...duty })),
  ];
}
