import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import { isOver } from '../../../kernel/tracked-jobs.ts';
import { Jobs } from '../../../kernel/jobs.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type {} from '../errors.ts';
import { mustBeReplaceable } from '../domain/month-plan.ts';
import type { SolveId } from './ports.ts';
import { Solves } from '../infra/repositories/solves.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';
import { Plans } from '../infra/repositories/plans.ts';

declare module '../../../kernel/jobs.ts' {
  interface JobPayloads {
    'plan.solve': { readonly month: Month; readonly solveId: SolveId };
  }
}

/** Requests a plan of a month; a job makes it. */
@Injectable()
export class PlanMonth {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: MonthFactsReadModel,
    private readonly plans: Plans,
    private readonly solves: Solves,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The solve that is already open, or a new one. @throws DomainError plan.already_published, plan.under_review,
   * plan.nothing_to_plan
   */
  execute(month: Month): Promise<SolveId> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      mustBeReplaceable(month, await this.plans.findHeader(month));
      const running = await this.solves.findRunning(month);
      if (running && !running.isAbandoned && (await this.jobs.isUnderWay('plan.solve', running.id))) return running.id;
      // Its job was abandoned when its process died, and no other process has taken it over.
      if (running) await this.solves.move(running.id, 'failed');
      if (!(await this.months.find(month))) throw new DomainError('plan.nothing_to_plan', { month });
      const id = newId<'Solve'>();
      await this.solves.insert(id, month);
      await this.jobs.enqueue('plan.solve', { month, solveId: id }, { key: id });
      this.audit.record({ action: 'plan.asked_for', subject: { kind: 'month', id: month } });
      return id;
    });
  }

  /**
   * Ends a solve; the best plan found by then is the month's plan. Stopping again, or what is over, changes nothing.
   * @returns whether anything was left to stop, and whether there was a plan by then
   */
  stop(id: SolveId): Promise<'over' | 'with_plan' | 'without_plan'> {
    return this.work.run(async () => {
      const solve = await this.solves.find(id);
      if (!solve || isOver(solve.state)) return 'over';
      if (!solve.isStopping) {
        if (solve.isAbandoned) await this.solves.move(id, 'cancelled');
        else await this.solves.askToStop(id);
        this.audit.record({ action: 'plan.stop_asked_for', subject: { kind: 'solve', id } });
      }
      return solve.progress?.hasPlan === true && !solve.isAbandoned ? 'with_plan' : 'without_plan';
    });
  }
}
