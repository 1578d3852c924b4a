import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import { Jobs } from '../../../kernel/jobs.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type {} from '../errors.ts';
import { askedReplan, type ReplanGoal, replanResult } from '../domain/replan.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';
import { PublishedMonthReadModel } from '../infra/published-month-read-model.ts';
import { Plans } from '../infra/repositories/plans.ts';
import { Replans } from '../infra/repositories/replans.ts';
import { Solves } from '../infra/repositories/solves.ts';
import { FollowedSolve } from './followed-solve.ts';
import { PlanMonth } from './plan-month.ts';
import { Engine, type SolveId } from './ports.ts';

/**
 * Has the engine plan again what of a published month lies ahead. Nothing is changed by it: what it would change is
 * looked at, and made by one amendment.
 */
@Injectable()
export class ReplanMonth {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: PublishedMonthReadModel,
    private readonly facts: MonthFactsReadModel,
    private readonly plans: Plans,
    private readonly planMonth: PlanMonth,
    private readonly replans: Replans,
    private readonly solves: Solves,
    private readonly followed: FollowedSolve,
    private readonly engine: Engine,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Asking again while it is made is asking once. @throws DomainError plan.not_published, plan.month_over */
  ask(month: Month, goal: ReplanGoal): Promise<SolveId> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      const { header, facts } = await this.months.read(month);
      const now = this.clock.now();
      if (facts.meetings.every(({ startsAt }) => startsAt <= now)) throw new DomainError('plan.month_over', { month });
      const running = await this.planMonth.findRunning(month, 'replan');
      if (running) return running;
      const solveId = newId<'Solve'>();
      await this.solves.insert(solveId, month, 'replan');
      const { id: planId, revision } = header;
      await this.replans.ask(month, { solveId, planId, revision, goal, askedAt: now });
      await this.jobs.enqueue('plan.solve', { month, solveId, isReplan: true }, { key: solveId });
      const details = { month, goal };
      this.audit.record({ action: 'plan.replan_asked_for', subject: { kind: 'plan', id: planId }, details });
      return solveId;
    });
  }

  /** The job behind it: reads in one transaction, solves outside of any, stores the answer in another. */
  async execute(month: Month, solveId: SolveId, stopping: AbortSignal): Promise<void> {
    const asked = await this.work.run(async () => {
      const solve = await this.solves.find(solveId);
      if (solve?.state !== 'waiting' && solve?.state !== 'running') return null; // repeated after it was done
      const replan = await this.replans.find(month);
      if (replan?.solveId !== solveId) return null;
      await this.solves.move(solveId, 'running');
      const published = await this.months.read(month);
      const problem = askedReplan(published, this.clock.now(), replan.goal);
      return { problem, policy: await this.facts.policyOf(published.header) };
    });
    if (!asked) return;
    await this.followed.run(month, solveId, stopping, {
      solve: (report, stops) => this.engine.solve(asked.problem, asked.policy, report, stops),
      keep: (answer) =>
        this.work.run(async () => {
          await this.replans.keep(solveId, replanResult(answer));
          await this.solves.move(solveId, 'done');
        }),
      problem: () => asked.problem,
    });
  }
}
