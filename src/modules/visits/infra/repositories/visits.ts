import type { MeetingId, SpecialistId, VisitId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Clock } from '../../../../kernel/clock.ts';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { staleEdit } from '../../../../kernel/edit.ts';
import { firstDay, type Month, monthOf } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { isMonthPublished, lockMonth } from '../../../meetings/index.ts';
import type { VisitResult } from '../../domain/visit-result.ts';
import type { Visit } from '../../domain/visit.ts';
import { VisitEntity } from '../visit-entity.ts';

const ROWS_AT_ONCE = 500;
/** After this many new rows the table is analysed, so that the next query is planned well. */
const MANY = 50;

@Injectable()
export class Visits {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError visit.not_found */
  get(id: VisitId): Promise<Visit> {
    return this.read(id, false);
  }

  getForUpdate(id: VisitId): Promise<Visit> {
    return this.read(id, true);
  }

  /** Locks the month, so that neither its plan nor its calendar is changed by others meanwhile. */
  lockMonth(month: Month): Promise<void> {
    return lockMonth(this.work, month);
  }

  /** Whether the month's plan is published. */
  isPublished(month: Month): Promise<boolean> {
    return isMonthPublished(this.work, month);
  }

  /** All visits of a meeting, locked in the order of their ids. */
  listOfMeetingForUpdate(meetingId: MeetingId): Promise<Visit[]> {
    return this.listOfMeetingsForUpdate([meetingId], []);
  }

  /**
   * All visits of some meetings, and of those of some visits, locked in the order of their ids. They are read again once they are locked: while this
   * waited for them somebody may have been sent there.
   */
  async listOfMeetingsForUpdate(meetingIds: readonly MeetingId[], visitIds: readonly VisitId[]): Promise<Visit[]> {
    const lock = () =>
      this.work.query<{ id: VisitId }>(
        `select id from visits where meeting_id = any($1::uuid[])
           or meeting_id in (select meeting_id from visits where id = any($2::uuid[])) order by id for update`,
        [meetingIds, visitIds],
      );
    await lock();
    const visits: Visit[] = [];
    for (const { id } of await lock()) visits.push(await this.get(id));
    return visits;
  }

  /** Somebody's visits that wait for an answer and are not over. */
  async listWaitingForUpdate(specialistId: SpecialistId, month: Month | null, now: Date): Promise<Visit[]> {
    const rows = await this.work.query<{ id: VisitId }>(
      `select v.id from visits v join month_meetings m on m.id = v.meeting_id
       where v.specialist_id = $1 and v.state = 'offered' and m.ends_at > $2 and ($3::date is null or v.month = $3)
       order by v.id for update of v`,
      [specialistId, now, month && firstDay(month)],
    );
    const visits: Visit[] = [];
    for (const { id } of rows) visits.push(await this.get(id));
    return visits;
  }

  /** Whether somebody is a specialist in use who does not go to that meeting already. */
  async mayStandIn({ meetingId }: Visit, specialistId: SpecialistId): Promise<boolean> {
    const [row] = await this.work.query<{ found: boolean }>(
      `select exists (select from specialist_profiles p where p.id = $1 and p.in_use and not exists (
         select from visits v where v.meeting_id = $2 and v.specialist_id = p.id and visit_holds_seat(v.state))) as found`,
      [specialistId, meetingId],
    );
    return row?.found ?? false;
  }

  /** Whether somebody else was sent instead, or somebody in place of them. */
  async isReplaced(id: VisitId): Promise<boolean> {
    const [row] = await this.work.query<{ found: boolean }>(
      `with recursive after as (
         select replaced_by_id as id from visits where id = $1
         union select v.replaced_by_id from visits v join after a on v.id = a.id)
       select exists (select from visits v join after a on v.id = a.id where visit_holds_seat(v.state)) as found`,
      [id],
    );
    return row?.found ?? false;
  }

  /** The beginning and end of its meeting. */
  async spanOf(id: VisitId): Promise<{ startsAt: Date; endsAt: Date }> {
    const [row] = await this.work.query<{ startsAt: Date; endsAt: Date }>(
      `select m.starts_at as "startsAt", m.ends_at as "endsAt" from visits v join month_meetings m on m.id = v.meeting_id
       where v.id = $1`,
      [id],
    );
    if (!row) throw new DomainError('visit.not_found', { visitId: id });
    return row;
  }

  /** Locks those that are not locked by others, without waiting. */
  async lockFree(ids: readonly VisitId[]): Promise<VisitId[]> {
    const rows = await this.work.query<{ id: VisitId }>(
      `select id from visits where id = any($1) order by id for update skip locked`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Stores the changed visit and increments its revision. @throws DomainError edit.stale */
  async update(visit: Visit): Promise<void> {
    const { id, state, declineReason, declineKind, standInId, replacedById, answeredAt, heldOn, kind } = visit;
    const { calendarSequence, revision } = visit;
    const { affected } = await this.work.manager.update(
      VisitEntity,
      { id, revision },
      {
        state,
        declineReason,
        declineKind,
        standInId,
        replacedById,
        answeredAt,
        heldOn,
        kind,
        calendarSequence,
        revision: revision + 1,
      },
    );
    if (affected === 0) throw staleEdit();
  }

  /** Stores the figures and findings of a visit: findings with a known id are updated, missing ones withdrawn. */
  async storeResult(id: VisitId, { attendance, speakers, score, findings }: VisitResult): Promise<void> {
    await this.work.query(
      `update visits set attendance_present = $2, attendance_of = $3, speakers = $4, score = $5, revision = revision + 1
       where id = $1`,
      [id, attendance?.present ?? null, attendance?.of ?? null, speakers, score],
    );
    const stored = await this.work.query(
      `with given as (
         select * from jsonb_to_recordset($2) as f
           (id uuid, position integer, kind text, field text, text text, cause text, answered text, authority text)),
       withdrawn as (
         update findings f set withdrawn_at = $3, position = null
         where f.visit_id = $1 and f.withdrawn_at is null and not exists (select from given g where g.id = f.id))
       insert into findings (committee_id, id, visit_id, position, kind, field_code, text, cause, answered, authority)
       select current_committee(), id, $1, position, kind, field, text, cause, answered, authority from given
       on conflict (committee_id, id) do update set position = excluded.position, field_code = excluded.field_code,
         text = excluded.text, cause = excluded.cause, answered = excluded.answered, authority = excluded.authority,
         withdrawn_at = null
       where findings.visit_id = excluded.visit_id and findings.kind = excluded.kind returning id`,
      [id, JSON.stringify(findings.map((each, index) => ({ ...each, position: index + 1 }))), this.clock.now()],
    );
    if (stored.length < findings.length) throw new Error(`a finding of visit ${id} has the id of another one`);
  }

  /** After their meeting has moved; where people are asked anew, they may be reminded anew. */
  async noteMoved(ids: readonly VisitId[], at: Date, asksAnew: boolean): Promise<void> {
    await this.work.query(
      `update visits set moved_at = $2, asked_at = case when $3 and state = 'offered' then $2 else asked_at end,
         reminded_at = case when $3 and state = 'offered' then null else reminded_at end
       where id = any($1::uuid[])`,
      [ids, at, asksAnew],
    );
  }

  /** Marks those that still wait for an answer and were not marked before; returns them. */
  async markReminded(ids: readonly VisitId[], at: Date): Promise<VisitId[]> {
    const rows = await this.work.query<{ id: VisitId }>(
      `with marked as (
         update visits set reminded_at = $2
         where id = any($1::uuid[]) and state = 'offered' and reminded_at is null returning id)
       select id from marked`,
      [ids, at],
    );
    return rows.map(({ id }) => id);
  }

  async insertAll(visits: readonly Visit[]): Promise<void> {
    const { committeeId } = this.work.actor;
    const askedAt = this.clock.now();
    for (let from = 0; from < visits.length; from += ROWS_AT_ONCE) {
      const rows = visits.slice(from, from + ROWS_AT_ONCE).map((visit) => ({
        ...visit,
        committeeId,
        askedAt,
        month: firstDay(visit.month),
      }));
      await this.work.manager.insert(VisitEntity, rows);
    }
    if (visits.length >= MANY) this.work.refreshStatistics('visits');
  }

  private async read(id: VisitId, forUpdate: boolean): Promise<Visit> {
    const row = await this.work.manager.findOne(VisitEntity, {
      where: { id, planId: Not(IsNull()) },
      ...(forUpdate && { lock: { mode: 'pessimistic_write' } }),
    });
    if (!row?.meetingId || !row.planId) throw new DomainError('visit.not_found', { visitId: id });
    const { branchId, specialistId, heldOn, kind, state, answeredAt, calendarSequence, revision } = row;
    const { declineReason, declineKind, standInId, replacedById, amendmentId, isOutsidePlan, countsAsShare } = row;
    return {
      id,
      branchId,
      specialistId,
      meetingId: row.meetingId,
      month: monthOf(row.month),
      planId: row.planId,
      heldOn,
      kind,
      state,
      declineReason,
      declineKind,
      standInId,
      replacedById,
      amendmentId,
      isOutsidePlan,
      countsAsShare,
      answeredAt,
      calendarSequence,
      revision,
    };
  }
}
