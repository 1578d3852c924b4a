import { isId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { CalendarChange, CalendarChangeId, ChangedMeeting } from '../../domain/calendar-change.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type {} from '../../errors.ts';

const COLUMNS = `id, to_char(month, 'YYYY-MM') as month, kind, meetings, made_at as "madeAt", made_by as "madeBy",
  taken_back_at as "takenBackAt", told_at as "toldAt", told_back_at as "toldBackAt"`;

type NewChange = Omit<CalendarChange, 'takenBackAt' | 'toldAt' | 'toldBackAt'>;

/** Changes of many meetings in the acting committee's calendar. */
@Injectable()
export class CalendarChanges {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async insert({ id, month, kind, meetings, madeAt, madeBy }: NewChange): Promise<void> {
    await this.work.query(
      `insert into calendar_changes (committee_id, id, month, kind, meetings, made_at, made_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6)`,
      [id, firstDay(month), kind, JSON.stringify(meetings), madeAt, madeBy],
    );
  }

  /** @throws DomainError calendar_change.not_found */
  async get(month: Month, id: CalendarChangeId): Promise<CalendarChange> {
    const [row] = isId(id)
      ? await this.work.query<CalendarChange>(
          `select ${COLUMNS} from calendar_changes where month = $1 and id = $2 for update`,
          [firstDay(month), id],
        )
      : [];
    if (!row) throw new DomainError('calendar_change.not_found', { changeId: id });
    return withDates(row);
  }

  /** Newest first. */
  async list(month: Month): Promise<CalendarChange[]> {
    const rows = await this.work.query<CalendarChange>(
      `select ${COLUMNS} from calendar_changes where month = $1 order by made_at desc, id desc`,
      [firstDay(month)],
    );
    return rows.map(withDates);
  }

  /** Notes that the branches were told of the change, or of its being taken back. */
  async markTold(id: CalendarChangeId, at: Date): Promise<void> {
    await this.work.query(
      `update calendar_changes set told_at = case when taken_back_at is null then $2 else told_at end,
         told_back_at = case when taken_back_at is null then told_back_at else $2 end where id = $1`,
      [id, at],
    );
  }

  async markTakenBack(id: CalendarChangeId, at: Date): Promise<void> {
    await this.work.query(`update calendar_changes set taken_back_at = $2 where id = $1`, [id, at]);
  }
}

/** JSON has no type for dates. */
function withDates(change: CalendarChange): CalendarChange {
  const read = ({ before, after }: ChangedMeeting): ChangedMeeting => ({
    before: meetingOf(before),
    after: after && meetingOf(after),
  });
  return { ...change, meetings: change.meetings.map(read) };
}

function meetingOf(stored: Meeting): Meeting {
  return { ...stored, startsAt: new Date(stored.startsAt), endsAt: new Date(stored.endsAt) };
}
