import { Injectable } from '@nestjs/common';
import { type Day, type Month } from '../../../kernel/month.ts';
import { firstDay } from '../../../kernel/month.ts';
import type { BranchId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { HistoryReadModel } from '../../audit/index.ts';
import type { CalendarChange, CalendarChangeId } from '../domain/calendar-change.ts';
import { CalendarChanges } from './repositories/calendar-changes.ts';

/** A change of many meetings as one line. */
export interface CalendarChangeLine {
  readonly id: CalendarChangeId;
  readonly kind: CalendarChange['kind'];
  readonly meetings: number;
  /** The branch of a single meeting; null for several meetings. */
  readonly branch: string | null;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  /** For whom, where a deputy made it. */
  readonly madeFor: string | null;
  readonly takenBackAt: Date | null;
}

/** The secretary of a branch, who is informed of moved meetings. */
export interface BranchContact {
  readonly branchId: BranchId;
  readonly branch: string;
  readonly secretary: string | null;
  readonly email: string | null;
}

/** Reads the changes of a calendar, and whom to inform. */
@Injectable()
export class CalendarChangesReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly changes: CalendarChanges,
    private readonly history: HistoryReadModel,
  ) {}

  /** Newest first. */
  list(month: Month): Promise<CalendarChangeLine[]> {
    return this.work.run(async () => {
      const rows = await this.work.query<Omit<CalendarChangeLine, 'madeFor'>>(
        `select c.id, c.kind, jsonb_array_length(c.meetings) as meetings, c.made_at as "madeAt", a.name as "madeBy",
           c.taken_back_at as "takenBackAt",
           case when jsonb_array_length(c.meetings) = 1 then (select b.name from branch_profiles b
             where b.id = (c.meetings -> 0 -> 'before' ->> 'branchId')::uuid) end as branch
         from calendar_changes c left join account_names a on a.id = c.made_by
         where c.month = $1 order by c.made_at desc, c.id desc`,
        [firstDay(month)],
      );
      const ids = rows.map(({ id }) => id);
      const principals = await this.history.principals('calendar_change', ids, 'calendar.changed');
      return rows.map((row) => ({ ...row, madeFor: principals.get(row.id) ?? null }));
    });
  }

  /** @throws DomainError calendar_change.not_found */
  get(month: Month, id: CalendarChangeId): Promise<CalendarChange> {
    return this.work.run(() => this.changes.get(month, id));
  }

  contacts(branchIds: readonly BranchId[]): Promise<BranchContact[]> {
    return this.work.run(() =>
      this.work.query<BranchContact>(
        `select c.branch_id as "branchId", b.name as branch, c.secretary_name as secretary, c.secretary_email as email
         from branch_contacts c join branch_profiles b on b.id = c.branch_id
         where c.branch_id = any ($1::uuid[]) order by b.code collate vi_natural`,
        [branchIds],
      ),
    );
  }

  /** The number of specialists whom a plan may send and who are not away, by day of the month. */
  async peopleFree(month: Month): Promise<ReadonlyMap<Day, number>> {
    const rows = await this.work.run(() =>
      this.work.query<{ day: Day; count: number }>(
        `select d.day::date as day, (select count(*) from specialist_profiles s where s.in_use and s.max_visits > 0 and not exists (
             select from specialist_absences a
             where a.specialist_id = s.id and a.hours is null and a.starts_on <= d.day and a.ends_before > d.day))::integer as count
         from generate_series($1::date, $1::date + interval '1 month - 1 day', interval '1 day') as d (day)`,
        [firstDay(month)],
      ),
    );
    return new Map(rows.map(({ day, count }) => [day, count]));
  }
}
