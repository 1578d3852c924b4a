import { Injectable } from '@nestjs/common';
import type { MeetingId, SpecialistId } from '../../kernel/id.ts';
import { Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { firstDay, type Month } from '../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import { Letterheads } from '../../modules/documents/index.ts';
import { MonthScreenReadModel } from '../month/month-screen-read-model.ts';
import { buildMonthExport, type ExportNames, type MonthExport } from './month-export.ts';

/** Reads what the files of a month's plan hold, as it stands now. */
@Injectable()
export class MonthExportReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly screens: MonthScreenReadModel,
    private readonly letterheads: Letterheads,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError plan.not_found where the month has no plan to be shown */
  read(month: Month): Promise<MonthExport> {
    return this.work.run(async () => {
      const screen = await this.screens.read(month);
      const found = buildMonthExport(screen, await this.names(month), this.clock.now());
      if (!found) throw new DomainError('plan.not_found', { month });
      return found;
    });
  }

  private async names(month: Month): Promise<ExportNames> {
    const { committee, board } = await this.letterheads.get();
    const branches = await this.work.query<{ id: MeetingId; code: string }>(
      `select m.id, b.code from month_meetings m join branch_profiles b on b.id = m.branch_id where m.month = $1`,
      [firstDay(month)],
    );
    const people = await this.work.query<{ id: SpecialistId; code: string; department: string }>(
      `select id, code, department from specialist_profiles`,
    );
    return {
      committee,
      board,
      branchCodes: new Map(branches.map(({ id, code }) => [id, code])),
      people: new Map(people.map(({ id, code, department }) => [id, { code, department }])),
    };
  }
}
