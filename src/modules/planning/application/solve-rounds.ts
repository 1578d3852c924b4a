import type { Plan, PlanProblem, Progress } from '../../../solver/index.ts';
import { buildGround } from '../domain/build-problem.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import { isPlan } from '../domain/month-plan.ts';
import type { PlanningPolicy } from '../domain/planning-policy.ts';
import { placesOf, placesToRefill } from '../domain/round.ts';
import { withDecisions } from '../domain/with-decisions.ts';
import type { Engine, Stops } from './ports.ts';

/** Each takes a solve; what the first leave over is nearly all. */
const MOST_ROUNDS = 4;

export interface Answer {
  /** What the engine was asked, before anybody's decisions were put to it. */
  readonly ground: PlanProblem;
  readonly problem: PlanProblem;
  readonly plan: Plan;
  readonly isVerified: boolean;
  readonly refilled: number;
}

/**
 * Which meetings collide is known once they are planned. Places that stay empty are offered to the next most valuable
 * meetings, until none is left over or nothing more fits.
 */
export async function solveRounds(
  engine: Engine,
  facts: MonthFacts,
  policy: PlanningPolicy,
  report: (progress: Progress) => void,
  stops: Stops,
): Promise<Answer> {
  const places = placesOf(facts, policy);
  let best: Answer | null = null;
  let seconds = policy.timeLimitSeconds;
  for (let refilled = 0, rounds = 0; ; rounds += 1) {
    const ground = buildGround(facts, policy, refilled);
    const problem = withDecisions(ground, facts.decisions);
    const limited = { ...policy, timeLimitSeconds: seconds };
    const { plan, isVerified } = await engine.solve(problem, limited, report, stops);
    if (best && !isPlan(plan)) return best;
    best = { ground, problem, plan, isVerified, refilled };
    const more = placesToRefill(problem, plan, places);
    seconds -= plan.effort.elapsedMs / 1000;
    const isOver = stops.asked.aborted || plan.status !== 'optimal' || seconds < 1 || rounds === MOST_ROUNDS;
    if (more === 0 || isOver) return best;
    refilled += more;
  }
}
