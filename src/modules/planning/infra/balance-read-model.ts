import { Injectable } from '@nestjs/common';
import { isId, type SpecialistRef } from '../../../kernel/id.ts';
import { firstDay, type Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { type CarriedBalance, carriedBalance, type MonthLoad } from '../domain/carried-balance.ts';
import { MONTH_LOADS } from './month-facts-read-model.ts';

/** Reads the balance of one person, in use or not, as planning counts it. */
@Injectable()
export class BalanceReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Of the months before one; null where nobody has this id. */
  async before(month: Month, specialistId: SpecialistRef): Promise<CarriedBalance | null> {
    if (!isId(specialistId)) return null;
    const [row] = await this.work.run(() =>
      this.work.query<{ carriedBalance: number; loads: readonly MonthLoad[] }>(
        `select s.carried_balance as "carriedBalance", ${MONTH_LOADS} as loads from specialist_profiles s where s.id = $2`,
        [firstDay(month), specialistId],
      ),
    );
    return row ? carriedBalance(Math.round(100 * row.carriedBalance), row.loads) : null;
  }
}
