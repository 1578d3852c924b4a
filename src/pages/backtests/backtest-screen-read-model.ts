import { Injectable } from '@nestjs/common';
import type { AccountId } from '../../kernel/id.ts';
import { Jobs } from '../../kernel/jobs.ts';
import type { Month } from '../../kernel/month.ts';
import { isOver, type TrackedJob } from '../../kernel/tracked-jobs.ts';
import { type Backtest, type BacktestId, type BacktestProgress, Backtests } from '../../modules/planning/index.ts';
import { PoliciesReadModel, type PolicyFacts } from '../../modules/policies/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';

export interface NamedBacktest extends Backtest {
  readonly by: string | null;
}

const SHOWN = 20;

@Injectable()
export class BacktestScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly backtests: Backtests,
    private readonly policies: PoliciesReadModel,
    private readonly jobs: Jobs,
  ) {}

  /** The one under way, and those that are over, latest first. */
  list(): Promise<{ readonly open: BacktestId | null; readonly earlier: readonly NamedBacktest[] }> {
    return this.work.run(async () => {
      const open = await this.backtests.findOpen();
      const listed = await this.named(await this.backtests.list(SHOWN));
      const isLost = open !== null && (await this.isAbandoned());
      return {
        open: isLost ? null : (open?.id ?? null),
        earlier: listed.filter(({ id }) => id !== open?.id),
      };
    });
  }

  /** @throws DomainError backtest.not_found */
  get(
    id: BacktestId,
  ): Promise<NamedBacktest & { readonly job: TrackedJob<BacktestProgress> | null; readonly isAbandoned: boolean }> {
    return this.work.run(async () => {
      const [found] = await this.named([await this.backtests.get(id)]);
      const job = await this.backtests.job(id);
      const isOpen = job !== null && !isOver(job.state);
      if (!found) throw new Error('one was given');
      return { ...found, job, isAbandoned: isOpen && (await this.isAbandoned()) };
    });
  }

  /** The planning policy of a month, without what changes no plan: warnings, and how long the engine searches. */
  async policy(month: Month): Promise<PolicyFacts> {
    const facts = await this.policies.read('planning', month);
    const fields = facts.fields.filter(({ group, key }) => group !== 'warnings' && key !== 'timeLimitSeconds');
    return { ...facts, fields };
  }

  private isAbandoned(): Promise<boolean> {
    return this.jobs.isAbandoned('plan.backtest', 'backtest');
  }

  private async named(list: readonly Backtest[]): Promise<readonly NamedBacktest[]> {
    const rows = await this.work.query<{ id: AccountId; name: string }>(
      `select id, name from account_names where id = any($1::uuid[])`,
      [list.flatMap(({ askedBy }) => askedBy ?? [])],
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return list.map((one) => ({ ...one, by: one.askedBy === null ? null : (names.get(one.askedBy) ?? null) }));
  }
}
