import type { BranchId, MeetingId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type Day, firstDay, type Month, monthIn, monthOf } from '../../../kernel/month.ts';
import { may } from '../../../kernel/permissions.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { DeclineKind } from '../../../kernel/vocabulary.ts';
import { mayWrite, type Visit } from '../domain/visit.ts';
import { takesPlace } from '../domain/visit-state.ts';

export type FormState = 'draft' | 'submitted' | 'accepted' | 'returned';

/** A visit as lists and briefs show it. */
export interface VisitLine {
  readonly id: VisitId;
  readonly meetingId: MeetingId;
  readonly specialistId: SpecialistId;
  readonly branchId: BranchId;
  readonly branch: string;
  readonly branchShort: string;
  readonly organisation: string;
  readonly secretary: string | null;
  readonly specialist: string;
  readonly email: string;
  readonly month: Month;
  readonly heldOn: Day;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly place: string;
  readonly kind: Visit['kind'];
  readonly state: Visit['state'];
  readonly declineReason: string | null;
  readonly declineKind: DeclineKind | null;
  /** Who may send the form instead. */
  readonly standIn: { readonly id: SpecialistId; readonly name: string; readonly email: string } | null;
  /** Of a visit outside the plan whether it counts towards the person's share; null for one of a plan. */
  readonly outside: 'counts' | 'besides' | null;
  readonly revision: number;
  readonly companions: readonly string[];
  /** Who has taken the seat of a visit that is off; null where it is still open, or where the visit stands. */
  readonly takenBy: string | null;
  /** Null before anything was written. */
  readonly form: FormState | null;
  /** When the form was returned for correction; null otherwise. */
  readonly returnedAt: Date | null;
  /** When somebody was sent after the plan was published; null for a visit of the plan. */
  readonly askedAt: Date | null;
}

/** One person's visits of a month, and the neighbouring months in which they have visits. */
export interface VisitMonth {
  readonly month: Month;
  readonly lines: readonly VisitLine[];
  /** Visits of other months that are over and whose form is missing or was returned. */
  readonly owed: readonly VisitLine[];
  readonly before: Month | null;
  readonly after: Month | null;
}

type Row = Omit<VisitLine, 'month'> & { readonly month: Day };

const LINE = `
  select v.id, v.meeting_id as "meetingId", v.specialist_id as "specialistId", v.branch_id as "branchId", b.name as branch, b.short_name as "branchShort",
    coalesce(o.name, '') as organisation, b.secretary_name as secretary, p.name as specialist, p.email, v.month, v.held_on as "heldOn", m.starts_at as "startsAt", m.ends_at as "endsAt",
    c.time_zone as zone, m.place, v.kind, v.state,
    v.decline_reason as "declineReason", u.decline_kind as "declineKind", v.revision,
    case when v.is_outside_plan then case when u.counts_as_share then 'counts' else 'besides' end end as outside,
    (select json_build_object('id', q.id, 'name', q.name, 'email', q.email) from specialist_profiles q
      where q.id = u.stand_in_id) as "standIn",
    coalesce((select json_agg(s.name order by s.given_name collate "vi-x-icu", s.name collate "vi-x-icu")
      from month_visits w join specialist_profiles s on s.id = w.specialist_id
      where w.meeting_id = v.meeting_id and w.id <> v.id and w.holds_seat), '[]') as companions,
    case when not v.takes_place then (
      with recursive after as (
        select x.replaced_by_id as id from visits x where x.id = v.id
        union select x.replaced_by_id from visits x join after a on x.id = a.id)
      select s.name from after a join visits x on x.id = a.id join specialist_profiles s on s.id = x.specialist_id
      where visit_holds_seat(x.state) limit 1) end as "takenBy",
    coalesce((select f.state from visit_forms f where f.visit_id = v.id),
      (select 'draft' from visit_drafts d where d.visit_id = v.id)) as form,
    (select f.reviewed_at from visit_forms f where f.visit_id = v.id and f.state = 'returned') as "returnedAt",
    (select a.made_at from plan_amendments a where a.id = u.amendment_id) as "askedAt"
  from month_visits v cross join acting_committee c join month_meetings m on m.id = v.meeting_id
  join visit_outcomes u on u.visit_id = v.id
  join branch_profiles b on b.id = v.branch_id join specialist_profiles p on p.id = v.specialist_id
  left join lateral organisations_on(v.held_on) o on o.id = b.organisation_id`;

/** Reads visits; takes part in the ambient transaction, if any. */
@Injectable()
export class VisitsReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** @throws DomainError visit.not_found */
  get(id: VisitId): Promise<VisitLine> {
    return this.work.run(async () => {
      const [row] = await this.work.query<Row>(`${LINE} where v.id = $1`, [id]);
      if (!row) throw new DomainError('visit.not_found', { visitId: id });
      return lineOf(row);
    });
  }

  /**
   * A visit for its specialist, or for somebody who may read all of them. @throws DomainError visit.not_found,
   * visit.not_yours
   */
  async getFor(actor: Actor, id: VisitId): Promise<VisitLine> {
    const line = await this.get(id);
    if (!may(actor, 'visit.read_all')) mustBeOwn(line, actor);
    return line;
  }

  /** @throws DomainError visit.not_found, visit.not_yours */
  async getOwn(actor: Actor, id: VisitId): Promise<VisitLine> {
    const line = await this.get(id);
    mustBeOwn(line, actor);
    return line;
  }

  /** Somebody's visits of the requested month, or else of the month to open first, with the neighbouring months. */
  month(specialistId: SpecialistId, asked: Month | null, now: Date, zone: string): Promise<VisitMonth> {
    return this.work.run(async () => {
      const month = asked ?? (await this.findMonth(specialistId, now)) ?? monthIn(zone, now);
      const all = await this.listOf(specialistId, null);
      const lines = all.filter((line) => line.month === month);
      const owed = all.filter((line) => line.month !== month && owesForm(line, now));
      return { month, lines, owed, ...(await this.neighbours(specialistId, month)) };
    });
  }

  /** Somebody's visits, of one month or of all. */
  listOf(specialistId: SpecialistId, month: Month | null): Promise<VisitLine[]> {
    return this.work.run(async () => {
      const rows = await this.work.query<Row>(
        `${LINE} where (v.specialist_id = $1 or u.stand_in_id = $1) and ($2::date is null or v.month = $2) order by m.starts_at, v.id`,
        [specialistId, month && firstDay(month)],
      );
      return rows.map(lineOf);
    });
  }

  /** Everybody's visits of a month. */
  listOfMonth(month: Month): Promise<VisitLine[]> {
    return this.work.run(async () => {
      const rows = await this.work.query<Row>(`${LINE} where v.month = $1 order by m.starts_at, v.id`, [
        firstDay(month),
      ]);
      return rows.map(lineOf);
    });
  }

  /** Those with these ids. */
  list(ids: readonly VisitId[]): Promise<VisitLine[]> {
    return this.work.run(async () => {
      const rows = await this.work.query<Row>(`${LINE} where v.id = any($1::uuid[]) order by m.starts_at, v.id`, [ids]);
      return rows.map(lineOf);
    });
  }

  /** The month to open first: the earliest whose visits are not long over, else the latest with any. */
  private findMonth(specialistId: SpecialistId, now: Date): Promise<Month | null> {
    return this.work.run(async () => {
      const [row] = await this.work.query<{ month: Day | null }>(
        `select coalesce(min(v.month) filter (where m.ends_at > $2::timestamptz - interval '10 days'), max(v.month)) as month
         from month_visits v join month_meetings m on m.id = v.meeting_id where v.specialist_id = $1`,
        [specialistId, now],
      );
      return row?.month ? monthOf(row.month) : null;
    });
  }

  /** The neighbouring months in which somebody has visits. */
  private neighbours(specialistId: SpecialistId, month: Month): Promise<{ before: Month | null; after: Month | null }> {
    return this.work.run(async () => {
      const [row] = await this.work.query<{ before: Day | null; after: Day | null }>(
        `select max(month) filter (where month < $2) as before, min(month) filter (where month > $2) as after
         from month_visits where specialist_id = $1`,
        [specialistId, firstDay(month)],
      );
      return { before: row?.before ? monthOf(row.before) : null, after: row?.after ? monthOf(row.after) : null };
    });
  }
}

/** Whether a form is owed: the meeting is over, and nothing was sent or the form was returned. */
export function owesForm({ state, form, endsAt }: VisitLine, now: Date): boolean {
  return endsAt <= now && takesPlace(state) && (form === null || form === 'draft' || form === 'returned');
}

/** The words of a refusal are for the specialist and the board; others see its kind. */
export function mayReadReason(
  { specialistId }: Pick<VisitLine, 'specialistId'>,
  reader: Pick<Actor, 'roles' | 'specialistId'>,
): boolean {
  return specialistId === reader.specialistId || may(reader, 'visit.read_reason');
}

function mustBeOwn({ id, specialistId, standIn }: VisitLine, actor: Actor): void {
  if (!mayWrite({ specialistId, standInId: standIn?.id ?? null }, actor.specialistId))
    throw new DomainError('visit.not_yours', { visitId: id });
}

function lineOf(row: Row): VisitLine {
  return { ...row, month: monthOf(row.month) };
}
