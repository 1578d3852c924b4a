import { Injectable } from '@nestjs/common';
import type { AccountId, PlanId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { DocumentRegister } from '../../documents/index.ts';
import type { Amendment } from '../domain/amendment.ts';
import { Amendments } from './repositories/amendments.ts';
import { Plans } from './repositories/plans.ts';

/** An amendment as lists show it. */
export interface AmendmentLine extends Amendment {
  /** Symbol of its notice; null where it has none. */
  readonly symbol: string | null;
  /** Who made it; null where that is not known any more. */
  readonly by: string | null;
}

export interface AmendedPlan {
  readonly planId: PlanId;
  readonly revision: number;
  /** In the order in which they were made. */
  readonly amendments: readonly AmendmentLine[];
}

/** Reads what was amended in a published month; takes part in the ambient transaction, if any. */
@Injectable()
export class AmendmentsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly plans: Plans,
    private readonly amendments: Amendments,
    private readonly register: DocumentRegister,
  ) {}

  /** Null where the month is not published. */
  find(month: Month): Promise<AmendedPlan | null> {
    return this.work.run(async () => {
      const plan = await this.plans.findPublished(month);
      if (!plan) return null;
      const made = await this.amendments.list(month);
      const people = await this.work.query<{ id: AccountId; name: string }>(
        `select id, name from account_names where id = any($1::uuid[])`,
        [made.flatMap(({ madeBy }) => madeBy ?? [])],
      );
      const names = new Map(people.map(({ id, name }) => [id, name]));
      const lines: AmendmentLine[] = [];
      for (const one of made) {
        const symbol = one.noticeId && (await this.register.symbolOf(one.noticeId));
        lines.push({ ...one, symbol, by: (one.madeBy && names.get(one.madeBy)) ?? null });
      }
      return { planId: plan.id, revision: plan.revision, amendments: lines };
    });
  }
}
