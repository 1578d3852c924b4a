import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { DepartmentId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { type Day, dayIn, firstDay, type Month, monthOf } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { type AskedForm, DeadlinesReadModel } from '../../visits/index.ts';
import { reminderOf } from '../domain/due.ts';
import { type OpenVisit, type OwedForm, owedForm, stageOf } from '../domain/owed-form.ts';

/** Whose forms; a property that is left out does not restrict. */
export interface OwedScope {
  readonly month?: Month | undefined;
  readonly specialistId?: SpecialistId | undefined;
  readonly departmentId?: DepartmentId | undefined;
  readonly visitIds?: readonly VisitId[];
}

export interface LateForms {
  readonly month: Month;
  readonly forms: number;
  /** Who owe them. */
  readonly people: number;
}

/** Of visits whose form is owed at $1: what they are joined from, which they are, and who owes the form. */
const OWED = {
  from: `month_visits v cross join acting_committee c join month_meetings m on m.id = v.meeting_id
    join visit_outcomes u on u.visit_id = v.id left join visit_forms f on f.visit_id = v.id`,
  where: `m.ends_at <= $1 and v.takes_place and (f.state is null or f.state = 'returned')`,
  by: `coalesce(u.stand_in_id, v.specialist_id)`,
};

type Row = Omit<OpenVisit, 'month' | 'returned' | 'isRemindedToday'> & {
  readonly month: Day;
  readonly returnedAt: Date | null;
  readonly version: number | null;
  readonly stages: readonly string[];
};

/**
 * Reads the forms that are owed, by the specialist on duty or the stand-in: of meetings that are over, in all months.
 */
@Injectable()
export class OwedFormsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly deadlines: DeadlinesReadModel,
    private readonly clock: Clock,
  ) {}

  /**
   * How many are late, and of how many people, for each month in which some are: the number that every page shows, so
   * forms that are due by the same days are counted together.
   */
  late(): Promise<LateForms[]> {
    const now = this.clock.now();
    return this.work.run(async () => {
      const rows = await this.work.query<AskedForm & { month: Month; count: number; people: readonly SpecialistId[] }>(
        `select to_char(v.month, 'YYYY-MM') as month, v.held_on as "heldOn", c.time_zone as zone,
           f.reviewed_at as "returnedAt", a.made_at as "askedAt", count(*)::integer as count,
           array_agg(distinct ${OWED.by}) as people
         from ${OWED.from} left join plan_amendments a on a.id = u.amendment_id
         where ${OWED.where} group by 1, 2, 3, 4, 5 order by 1`,
        [now],
      );
      if (rows.length === 0) return [];
      const deadlines = await this.deadlines.read();
      const late = rows.filter((row) => deadlines.daysLate(deadlines.formDueOn(row), dayIn(row.zone, now)) > 0);
      return Array.from(new Set(late.map(({ month }) => month)), (month) => {
        const ofMonth = late.filter((row) => row.month === month);
        return {
          month,
          forms: ofMonth.reduce((sum, { count }) => sum + count, 0),
          people: new Set(ofMonth.flatMap(({ people }) => people)).size,
        };
      });
    });
  }

  /** Oldest meeting first. */
  list(scope: OwedScope = {}): Promise<OwedForm[]> {
    const { month, specialistId, departmentId, visitIds } = scope;
    const now = this.clock.now();
    return this.work.run(async () => {
      const rows = await this.work.query<Row>(
        `select v.id as "visitId", v.revision, v.month, p.id as "specialistId", p.name as specialist,
           p.department_id as "departmentId", p.department, b.name as branch, v.held_on as "heldOn",
           (select a.made_at from plan_amendments a where a.id = u.amendment_id) as "askedAt",
           c.time_zone as zone, f.reviewed_at as "returnedAt", f.version,
           exists (select from submissions w where w.visit_id = v.id and w.state = 'withdrawn'
             and w.version > coalesce(f.version, 0)) as "isWithdrawn",
           (select max(r.reminded_at) from form_reminders r where r.visit_id = v.id) as "remindedAt",
           (select a.name from form_reminders r left join account_names a on a.id = r.reminded_by
            where r.visit_id = v.id order by r.reminded_at desc limit 1) as "remindedBy",
           coalesce((select json_agg(r.stage) from form_reminders r where r.visit_id = v.id), '[]') as stages
         from ${OWED.from} join branch_profiles b on b.id = v.branch_id
         join specialist_profiles p on p.id = ${OWED.by}
         where ${OWED.where}
           and ($2::date is null or v.month = $2) and ($3::uuid is null or p.id = $3)
           and ($4::uuid is null or p.department_id = $4) and ($5::uuid[] is null or v.id = any($5))
         order by m.starts_at, p.given_name collate "vi-x-icu", v.id`,
        [now, month ? firstDay(month) : null, specialistId ?? null, departmentId ?? null, visitIds ?? null],
      );
      if (rows.length === 0) return [];
      const deadlines = await this.deadlines.read();
      return rows.map((row) => owedForm(openVisit(row, now), deadlines, now));
    });
  }
}

function openVisit({ month, returnedAt, version, stages, ...row }: Row, now: Date): OpenVisit {
  const returned = returnedAt !== null && version !== null ? { at: returnedAt, version } : null;
  return {
    ...row,
    month: monthOf(month),
    returned,
    isRemindedToday: stages.includes(stageOf({ returned }, reminderOf(row.zone, now))),
  };
}
