import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import { Jobs } from '../../../kernel/jobs.ts';
import { type Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { PolicyValues } from '../../policies/index.ts';
import { type BacktestId, triedChanges } from '../domain/backtest.ts';
import type {} from '../errors.ts';
import { Backtests } from '../infra/repositories/backtests.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';

declare module '../../../kernel/jobs.ts' {
  interface JobPayloads {
    'plan.backtest': { readonly backtestId: BacktestId };
  }
}

/** Jobs of one key never run at the same time, so that a committee has one back-test at a time. */
const KEY = 'backtest';

/** Asks what would have become of past months under another policy; a job replays them. */
@Injectable()
export class StartBacktest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly backtests: Backtests,
    private readonly months: MonthFactsReadModel,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param values of the fields of the planning policy; those that are left out stay as they are in force
   * @returns the back-test; the one that is under way where it was asked for the same
   * @throws DomainError backtest.nothing_tried, backtest.under_way, plan.observers_contradict
   */
  execute(before: Month, months: number, values: PolicyValues): Promise<BacktestId> {
    return this.work.run(async () => {
      await this.backtests.lock();
      const changes = triedChanges(await this.months.policyValues(before), values);
      if (changes.length === 0) throw new DomainError('backtest.nothing_tried', {});
      await this.months.triedPolicy(before, changes);
      const open = await this.backtests.findOpen();
      if (open && !(await this.jobs.isAbandoned('plan.backtest', KEY))) {
        const asked = { before: open.before, months: open.months, changes: open.changes };
        if (canonicalJson(asked) === canonicalJson({ before, months, changes })) return open.id;
        throw new DomainError('backtest.under_way', {});
      }
      // Its job was abandoned when its process died, and no other process has taken it over.
      if (open) await this.backtests.move(open.id, 'failed');
      const id = newId<'Backtest'>();
      const askedBy = this.work.actor.accountId;
      await this.backtests.insert({ id, before, months, changes, askedAt: this.clock.now(), askedBy, result: null });
      await this.jobs.enqueue('plan.backtest', { backtestId: id }, { key: KEY });
      this.audit.record({
        action: 'backtest.asked_for',
        subject: { kind: 'backtest', id },
        details: { before, months, changes },
      });
      return id;
    });
  }

  /** A waiting one ends at once, a running one after the month that it is at. @throws DomainError backtest.not_found */
  stop(id: BacktestId): Promise<void> {
    return this.work.run(async () => {
      await this.backtests.get(id);
      const isLost = await this.jobs.isAbandoned('plan.backtest', KEY);
      if (isLost) await this.backtests.move(id, 'cancelled');
      else await this.backtests.askToStop(id);
      this.audit.record({ action: 'backtest.stop_asked_for', subject: { kind: 'backtest', id } });
    });
  }
}
