import { solve } from '../engine/solve.ts';
import type { StopSignal } from '../engine/stop.ts';
import type { Fact, OnProgress, Plan, SolveOptions } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { shortageWitnesses, type Witness } from './witness.ts';

/** What can be had of a month that cannot be had whole. */
export interface ElasticPlan {
  /** The month with its demands as wishes, dearer than anything else. */
  readonly problem: PlanProblem;
  /** Null where even so there is none, because pins and rules contradict each other. */
  readonly plan: Plan | null;
  readonly uncovered: readonly Uncovered[];
  /** Why there is no plan at all: facts that contradict each other, none of them without need. */
  readonly conflict: readonly Fact[];
}

export interface Uncovered {
  readonly meetingId: string;
  readonly missing: number;
  readonly mandatory: boolean;
  /** Null where no single count shows it, but several rules together. */
  readonly witness: Witness | null;
}

/**
 * The best plan when mandatory meetings and minima are only wished for: which meetings stay uncovered, and a count for
 * each that shows why. Pins stay pins; where those contradict each other, the contradiction comes back instead.
 */
export async function elasticPlan(
  problem: PlanProblem,
  options: SolveOptions = {},
  onProgress?: OnProgress,
  signal?: StopSignal,
): Promise<ElasticPlan> {
  const wished = withDemandsAsWishes(problem);
  const plan = await solve(wished, options, onProgress, signal);
  if (plan.status === 'infeasible' || plan.status === 'unknown') {
    return { problem: wished, plan: null, uncovered: [], conflict: plan.conflict };
  }
  const witnesses = new Map(shortageWitnesses(wished, plan).map(({ meetingId, witness }) => [meetingId, witness]));
  const mandatory = new Set(problem.meetings.flatMap((meeting) => (meeting.mandatory ? [meeting.id] : [])));
  const uncovered = plan.unmet.map(({ meetingId, missing }) => ({
    meetingId,
    missing,
    mandatory: mandatory.has(meetingId),
    witness: witnesses.get(meetingId) ?? null,
  }));
  return { problem: wished, plan, uncovered, conflict: [] };
}

/** A seat of a mandatory meeting is worth more than all seats of all other meetings together. */
function withDemandsAsWishes(problem: PlanProblem): PlanProblem {
  const { coverage } = problem.policy;
  const seats = problem.meetings.reduce((sum, { maxObservers }) => sum + maxObservers, 0);
  const dearest = problem.meetings.reduce(
    (most, { value, valueIfNone }) => Math.max(most, (value ?? 0) + valueIfNone),
    coverage.base + 120 * (coverage.perMonthSinceVisit + coverage.cycleDue) + coverage.weakness + coverage.supervised,
  );
  const demanded = Math.min(MOST_VALUE, seats * dearest + 1);
  return {
    ...problem,
    meetings: problem.meetings.map((meeting) =>
      meeting.mandatory ? { ...meeting, mandatory: false, value: demanded } : meeting,
    ),
    specialists: problem.specialists.map((specialist) => ({ ...specialist, minVisits: 0 })),
    departments: problem.departments.map((department) => ({ ...department, minVisits: null })),
  };
}

/** The form allows no larger value. */
const MOST_VALUE = 1_000_000;
