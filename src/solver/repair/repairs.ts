import type { MeetingRef } from '../../kernel/id.ts';
import { Deadline, type StopSignal } from '../engine/stop.ts';
import { solve } from '../engine/solve.ts';
import { type ChangeCost, type HandCandidate, HandMonth } from '../by-hand/hand-month.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import type { SolveOptions } from '../plan.ts';
import type { PlanProblem, Tier } from '../problem.ts';
import { pairCosts } from '../verify/pair-facts.ts';
import { afterEvents, type AfterOptions } from './after-events.ts';
import { type Change, changesBetween } from './changes.ts';
import { directTakers } from './direct-takers.ts';
import type { KnownPlan, MonthEvent } from './month-event.ts';
import { openSeat, stillStanding } from './open-seat.ts';
import { asFarAsPossible } from './repair.ts';

export interface RepairsOptions extends Omit<AfterOptions, 'improves'>, SolveOptions {
  /** How many are looked for. */
  readonly count?: number | undefined;
}

/** One way to mend what is broken. */
export interface ProposedRepair {
  /** Who takes the seats that are open: in this the proposals differ. */
  readonly takers: readonly PairOfIds[];
  /** As in a repair: all that differs from the known plan, each with its cause. */
  readonly changes: readonly Change[];
  /** Against the month as the break has left it. */
  readonly cost: ChangeCost;
  /** How much worse it is than the first proposal, in the order of the tiers. */
  readonly losses: readonly { readonly tier: Tier; readonly loss: number }[];
  /** Whether nobody who is left could take the seats at a lower price. */
  readonly isProven: boolean;
}

export interface Repairs {
  /** Best first. */
  readonly found: readonly ProposedRepair[];
  /** Where nobody can take the seat, who comes nearest, with the rules that stand against it; null otherwise. */
  readonly nearest: (HandCandidate & { readonly meetingId: MeetingRef }) | null;
  /** Whether fewer were found than asked for because there are no more, and not because the time was over. */
  readonly isComplete: boolean;
}

const DEFAULT_COUNT = 3;
const DEFAULT_LIMIT_MS = 2_000;

/**
 * The best repairs of one break, best first: each next one is the best in which nobody goes where an earlier one sends
 * them. A single open seat must be filled; of several as many as `repair` would fill. The time limit is for all of them
 * together.
 * @throws DomainError `input.invalid` for events that refer to something unknown.
 */
export async function repairs(
  problem: PlanProblem,
  known: KnownPlan,
  events: readonly MonthEvent[],
  { count = DEFAULT_COUNT, now, short, timeLimitMs = DEFAULT_LIMIT_MS, ...options }: RepairsOptions = {},
  signal?: StopSignal,
): Promise<Repairs> {
  const deadline = new Deadline(timeLimitMs, signal);
  const after = afterEvents(problem, known, events, { now, short });
  const standing = stillStanding(after);
  const seat = openSeat(after, standing);
  const month = seat === null ? after : demanding(after, seat);
  const hand = new HandMonth(month);
  const found: Found[] = [];
  const propose = (assignments: readonly PairOfIds[], takers: readonly PairOfIds[], isProven: boolean): void => {
    const plan = { status: 'optimal' as const, assignments };
    const cost = hand.costOfChange(standing, assignments);
    found.push({ takers, changes: changesBetween(problem, known, events, month, plan), cost, isProven });
  };
  if (seat !== null) {
    for (const pair of directTakers(month, hand, standing, seat, count)) {
      propose([...standing, pair], [pair], true);
    }
  }
  let isComplete = true;
  while (found.length < count && (seat === null || isAnybodyLeft(month, seat, standing, found))) {
    const rest = deadline.remainingSeconds() * 1000;
    if (deadline.reason() !== null) return answer(false);
    const next = without(
      month,
      found.flatMap(({ takers }) => takers),
    );
    const plan = await solve(next, { ...options, timeLimitMs: rest }, undefined, signal);
    const left = { ...options, timeLimitMs: deadline.remainingSeconds() * 1000 };
    const solved = { problem, known, events, after: next, plan };
    const repaired = await asFarAsPossible(solved, left, undefined, signal);
    const { status, assignments } = repaired.plan;
    if (status === 'unknown') return answer(false);
    const takers = status === 'infeasible' ? [] : takersIn(repaired.changes, short);
    if (takers.length === 0) {
      isComplete = deadline.reason() === null;
      break;
    }
    propose(assignments, takers, status === 'optimal' && repaired.givenUp === null);
  }
  return answer(isComplete);

  /** Whoever gave the seat back is not asked again. */
  function nearestTo(meetingId: MeetingRef): HandCandidate | null {
    const refused = new Set(events.flatMap((event) => (event.kind === 'declined' ? [pairKey(event)] : [])));
    const others = hand.candidatesAt(meetingId, standing);
    return others.find(({ specialistId }) => !refused.has(pairKey({ specialistId, meetingId }))) ?? null;
  }

  function answer(whole: boolean): Repairs {
    const nearest = found.length > 0 || seat === null ? null : nearestTo(seat);
    const best = found[0]?.cost.tiers;
    return {
      found: found.map((one) => ({
        ...one,
        losses: one.cost.tiers.map(({ tier, after: value }, i) => ({
          tier,
          loss: value - (best?.[i]?.after ?? value),
        })),
      })),
      nearest: nearest && seat !== null ? { ...nearest, meetingId: seat } : null,
      isComplete: whole,
    };
  }
}

type Found = Omit<ProposedRepair, 'losses'>;

/** Whether anybody else is eligible at all; where nobody is, no search is needed to know that there are no more. */
function isAnybodyLeft(
  month: PlanProblem,
  seat: string,
  standing: readonly PairOfIds[],
  found: readonly Found[],
): boolean {
  const meeting = month.meetings.find(({ id }) => id === seat);
  if (meeting === undefined) return false;
  const costsOf = pairCosts(month);
  const out = new Set(
    [
      ...standing,
      ...found.flatMap(({ takers }) => takers),
      ...month.pins.filter(({ kind }) => kind === 'must_not'),
    ].map(pairKey),
  );
  return month.specialists.some(
    (one) => !out.has(pairKey({ specialistId: one.id, meetingId: seat })) && costsOf(one, meeting) !== null,
  );
}

/** A repair that leaves the seat empty is none. */
function demanding(after: PlanProblem, seat: string): PlanProblem {
  return {
    ...after,
    meetings: after.meetings.map((meeting) =>
      meeting.id === seat ? { ...meeting, minObservers: meeting.maxObservers, mandatory: true } : meeting,
    ),
  };
}

/** The month in which these pairs may not be sent any more. */
function without(month: PlanProblem, pairs: readonly PairOfIds[]): PlanProblem {
  const gone = new Set(pairs.map(pairKey));
  return {
    ...month,
    pins: [
      ...month.pins.filter((pin) => !gone.has(pairKey(pin))),
      ...pairs.map(({ specialistId, meetingId }) => ({ specialistId, meetingId, kind: 'must_not' as const })),
    ],
  };
}

/** Who goes where the break has opened a seat; whom the repair itself moves about is not of that kind. */
function takersIn(changes: readonly Change[], short: readonly string[] = []): PairOfIds[] {
  const opened = new Set([
    ...short,
    ...changes.flatMap(({ kind, meetingId, because }) =>
      kind === 'dropped' && BROKEN.has(because.kind) ? [meetingId] : [],
    ),
  ]);
  return changes
    .filter(({ kind, meetingId }) => kind === 'added' && opened.has(meetingId))
    .map(({ specialistId, meetingId }) => ({ specialistId, meetingId }));
}

/** Causes that lie outside of the repair. */
const BROKEN: ReadonlySet<Change['because']['kind']> = new Set(['declined', 'leave', 'left', 'moved']);
