import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { backtest, type PlanProblem, type ReplayPlanner } from '../../../solver/index.ts';
import type { BacktestId, BacktestResult } from '../domain/backtest.ts';
import { buildGround } from '../domain/build-problem.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import type { PlanningPolicy } from '../domain/planning-policy.ts';
import { replayedFacts } from '../domain/replayed-month.ts';
import { placesOf, placesToRefill } from '../domain/round.ts';
import { Backtests } from '../infra/repositories/backtests.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';
import { Engine } from './ports.ts';
import { PastMonths } from './past-months.ts';

/** The first refill takes in nearly all that the round left over; months are many, so that further ones are left out. */
const REFILLS = 1;
/** Each month is planned many times over, so none of them may take as long as a plan that is published. */
const MONTH_SECONDS = 15;
const LOOKS_EVERY_MS = 500;
/** Measured by this where the policy has no cycle. */
const USUAL_CYCLE = 6;

/** The job behind a back-test: reads in one transaction, replays outside of any, stores the result in another. */
@Injectable()
export class RunBacktest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly backtests: Backtests,
    private readonly past: PastMonths,
    private readonly months: MonthFactsReadModel,
    private readonly engine: Engine,
  ) {}

  async execute(id: BacktestId, stopping: AbortSignal): Promise<void> {
    const asked = await this.work.run(() => this.backtests.begin(id));
    if (!asked) return; // repeated after it was over
    const asksToStop = new AbortController();
    const signal = AbortSignal.any([stopping, asksToStop.signal]);
    let [done, of] = [0, 1];
    const report = async () => {
      const facts = { done, of };
      const stop = await this.work.run(() => this.backtests.report(id, { share: done / of, facts }));
      if (stop) asksToStop.abort(new Error('somebody asked to stop'));
    };
    // Somebody may ask to stop while a month is planned.
    const looking = setInterval(() => void report().catch(() => undefined), LOOKS_EVERY_MS);
    try {
      const months = await this.past.list(asked.before, asked.months);
      const tried = await this.work.run(() => this.months.triedPolicy(asked.before, asked.changes));
      const facts = new Map(months.map((each) => [each.month.name, each]));
      of = 2 * months.length;
      const plannerOf =
        (policyOf: (name: string) => PlanningPolicy | undefined): ReplayPlanner =>
        async (recalled, { name }) => {
          const month = facts.get(name);
          const policy = policyOf(name);
          if (!month || !policy) throw new Error(`${name} is no month of this history`);
          await this.letPlansPass(signal);
          signal.throwIfAborted();
          const answer = await this.plan(replayedFacts(month.facts, recalled), policy, signal);
          signal.throwIfAborted();
          done += 1;
          return answer;
        };
      const cycleMonths = tried.engine.coverage.cycleMonths ?? USUAL_CYCLE;
      const inForceCycle = months.at(-1)?.policy.engine.coverage.cycleMonths ?? cycleMonths;
      const replays = await backtest(
        { months: months.map(({ month }) => month) },
        [
          { name: 'in_force', policy: null, planner: plannerOf((name) => facts.get(name)?.policy) },
          { name: 'tried', policy: null, planner: plannerOf(() => tried) },
        ],
        { cycleMonths: inForceCycle },
      );
      const [actual, inForce, other] = replays;
      if (!actual || !inForce || !other) throw new Error('a replay is missing');
      const result: BacktestResult = { cycleMonths: inForceCycle, actual, inForce, tried: other };
      await this.work.run(() => this.backtests.finish(id, result));
    } catch (error) {
      // The process ends, or the database is away: the job comes again and begins anew.
      if (stopping.aborted || isDomainError(error, 'database.unavailable')) throw error;
      const state = asksToStop.signal.aborted ? 'cancelled' : 'failed';
      await this.work.run(() => this.backtests.move(id, state));
      if (state === 'failed' && !isDomainError(error, 'plan.no_history')) throw error;
    } finally {
      clearInterval(looking);
    }
  }

  /** A plan that somebody waits for comes first: the replay goes on once none is being made. */
  private async letPlansPass(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.work.run(() => this.backtests.isPlanBeingMade()))) {
      await pause(LOOKS_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async plan(facts: MonthFacts, policy: PlanningPolicy, signal: AbortSignal) {
    const places = placesOf(facts, policy);
    const limited = { ...policy, timeLimitSeconds: Math.min(policy.timeLimitSeconds, MONTH_SECONDS) };
    let refilled = 0;
    for (let round = 0; ; round += 1) {
      const problem: PlanProblem = buildGround(facts, policy, refilled);
      const stops = { asked: signal, atOnce: signal };
      const { plan } = await this.engine.solve(problem, limited, () => undefined, stops);
      const more = round < REFILLS && plan.status === 'optimal' ? placesToRefill(problem, plan, places) : 0;
      if (more === 0) return { problem, plan };
      refilled += more;
    }
  }
}
