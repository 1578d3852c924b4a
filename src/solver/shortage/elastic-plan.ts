import type { MeetingRef } from '../../kernel/id.ts';
import { highs } from '../engine/highs-engine.ts';
import { DEFAULT_TIME_LIMIT_MS, solve } from '../engine/solve.ts';
import { Deadline, type StopSignal } from '../engine/stop.ts';
import { lostCoverage } from '../model/coverage-value.ts';
import type { Fact, OnProgress, Plan, SolveOptions } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { type LoweredMinimum, withKeptMinima } from './kept-minima.ts';
import { shortageWitnesses, type Witness } from './witness.ts';

/** What is possible in a month whose demands cannot all be met. */
export interface ElasticPlan {
  /** The month with its demands turned into wishes that cost more than anything else. */
  readonly problem: PlanProblem;
  /** Null where even so there is no plan, because pins and rules contradict each other, or where the time ran out. */
  readonly plan: Plan | null;
  readonly uncovered: readonly Uncovered[];
  /** Minima that cannot be kept beside the others. */
  readonly lowered: readonly LoweredMinimum[];
  /** The visits that the minima of all people demand together, and how many of them are possible. */
  readonly promised: { readonly wanted: number; readonly kept: number };
  /** Why there is no plan at all: facts that contradict each other, none of which can be omitted. */
  readonly conflict: readonly Fact[];
}

export interface Uncovered {
  readonly meetingId: MeetingRef;
  readonly missing: number;
  readonly mandatory: boolean;
  /** Null where no single count shows it, only several rules together. */
  readonly witness: Witness | null;
}

/**
 * The best plan when mandatory meetings are only wishes that cost more than all others together, and minima are kept as
 * far as possible: which meetings stay uncovered, with a count for each that shows why, and which minima had to give
 * way. Pins are kept; where pins contradict each other, the contradiction is returned instead.
 */
export async function elasticPlan(
  problem: PlanProblem,
  options: SolveOptions = {},
  onProgress?: OnProgress,
  signal?: StopSignal,
): Promise<ElasticPlan> {
  const deadline = new Deadline(options.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS, signal);
  const possible = await withKeptMinima(await highs(), withMandatoryAsWishes(readProblem(problem)), deadline);
  if (possible === null) return { problem, plan: null, uncovered: [], lowered: [], promised: NOTHING, conflict: [] };
  const { problem: wished, lowered } = possible;
  const plan = await solve(wished, { ...options, timeLimitMs: deadline.remainingSeconds() * 1000 }, onProgress, signal);
  if (plan.status === 'infeasible' || plan.status === 'unknown') {
    return { problem: wished, plan: null, uncovered: [], lowered: [], promised: NOTHING, conflict: plan.conflict };
  }
  const witnesses = new Map(shortageWitnesses(wished, plan).map(({ meetingId, witness }) => [meetingId, witness]));
  const mandatory = new Set(problem.meetings.flatMap((meeting) => (meeting.mandatory ? [meeting.id] : [])));
  const uncovered = plan.unmet.map(({ meetingId, missing }) => ({
    meetingId,
    missing,
    mandatory: mandatory.has(meetingId),
    witness: witnesses.get(meetingId) ?? null,
  }));
  return { problem: wished, plan, uncovered, lowered, promised: promisedOf(problem, wished), conflict: [] };
}

const NOTHING = { wanted: 0, kept: 0 };

function promisedOf(before: PlanProblem, after: PlanProblem): ElasticPlan['promised'] {
  const sumOf = ({ specialists }: PlanProblem): number =>
    specialists.reduce((sum, { minVisits }) => sum + minVisits, 0);
  return { wanted: sumOf(before), kept: sumOf(after) };
}

/** A seat of a mandatory meeting is worth more than all seats of all other meetings together. */
function withMandatoryAsWishes(problem: PlanProblem): PlanProblem {
  const optional = problem.meetings.filter(({ mandatory }) => !mandatory);
  const others = lostCoverage({ ...problem, meetings: optional }, () => 0);
  const demanded = Math.min(MOST_VALUE, others + 1);
  return {
    ...problem,
    meetings: problem.meetings.map((meeting) =>
      meeting.mandatory ? { ...meeting, mandatory: false, value: demanded } : meeting,
    ),
  };
}

/** The largest value of a seat that the schema allows. */
const MOST_VALUE = 1_000_000;
