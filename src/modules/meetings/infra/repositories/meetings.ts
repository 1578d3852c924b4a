import { isId, type MeetingId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { staleEdit } from '../../../../kernel/edit.ts';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import { lockMonth } from '../month-lock.ts';
import { isMonthPublished } from '../month-published.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type {} from '../../errors.ts';

const COLUMNS = `id, branch_id as "branchId", to_char(month, 'YYYY-MM') as month, starts_at as "startsAt", ends_at as "endsAt",
  kind, state, source, place, note, slot, wanted_on as "wantedOn", passed, revision`;
/** The columns of a JSON row of meetings, with their types. */
const GIVEN = `jsonb_to_recordset($1) as g (id uuid, "branchId" uuid, month date, "startsAt" timestamptz, "endsAt" timestamptz,
  kind text, state text, source text, place text, note text, slot text, "wantedOn" date, passed jsonb, revision integer)`;

/** After this many new rows the table is analysed, so that the next query is planned well. */
const MANY = 50;

/** The acting committee's calendar. */
@Injectable()
export class Meetings {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Locks the month, so that neither its plan nor its calendar is changed by others meanwhile. */
  lock(month: Month): Promise<void> {
    return lockMonth(this.work, month);
  }

  /** Whether the month's plan is published. */
  isPublished(month: Month): Promise<boolean> {
    return isMonthPublished(this.work, month);
  }

  list(month: Month): Promise<Meeting[]> {
    return this.work.query<Meeting>(`select ${COLUMNS} from meetings where month = $1 order by starts_at, id`, [
      firstDay(month),
    ]);
  }

  /** For update. */
  async find(id: MeetingId): Promise<Meeting | null> {
    if (!isId(id)) return null;
    const [row] = await this.work.query<Meeting>(`select ${COLUMNS} from meetings where id = $1 for update`, [id]);
    return row ?? null;
  }

  /** @throws DomainError meeting.not_found */
  async getForUpdate(id: MeetingId): Promise<Meeting> {
    const meeting = await this.find(id);
    if (!meeting) throw new DomainError('meeting.not_found', { meetingId: id });
    return meeting;
  }

  async insertAll(meetings: readonly Meeting[]): Promise<void> {
    await this.work.query(
      `insert into meetings (committee_id, id, branch_id, month, starts_at, ends_at, kind, state, source, place, note, slot, wanted_on, passed, revision)
       select current_committee(), id, "branchId", month, "startsAt", "endsAt", kind, state, source, place, note, slot, "wantedOn", passed, revision
       from ${GIVEN}`,
      [given(meetings)],
    );
    if (meetings.length >= MANY) this.work.refreshStatistics('meetings');
  }

  /** Stores each meeting with its revision incremented. @throws DomainError edit.stale */
  async updateAll(meetings: readonly Meeting[]): Promise<void> {
    const changed = await this.work.query(
      `update meetings m set starts_at = g."startsAt", ends_at = g."endsAt", kind = g.kind, state = g.state, source = g.source,
         place = g.place, note = g.note, wanted_on = g."wantedOn", passed = g.passed, revision = g.revision
       from ${GIVEN} where m.id = g.id and m.revision = g.revision - 1 returning m.id`,
      [given(meetings)],
    );
    if (changed.length < meetings.length) throw staleEdit();
  }

  /** Pins on a meeting are deleted with it. */
  async deleteAll(ids: readonly MeetingId[]): Promise<void> {
    await this.work.query(`delete from meetings where id = any ($1)`, [ids]);
  }
}

function given(meetings: readonly Meeting[]): string {
  return JSON.stringify(meetings.map((meeting) => ({ ...meeting, month: firstDay(meeting.month) })));
}
