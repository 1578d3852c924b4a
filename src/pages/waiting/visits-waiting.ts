import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import type { MeetingId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

interface Row {
  readonly meetingId: MeetingId;
  readonly month: Month;
  readonly name: string;
  readonly branch: string;
  readonly reason: string;
  readonly cause: 'declined' | 'left' | 'away';
}

/** Published visits of meetings to come that nobody will make: declined, of people who have left, or who are away. */
@Injectable()
export class VisitsWaiting extends WaitingSource {
  constructor(private readonly work: PostgresUnitOfWork) {
    super();
  }

  async list(reader: Actor, now: Date): Promise<WaitingItem[]> {
    if (!may(reader, 'plan.make')) return [];
    const rows = await this.work.query<Row>(
      `with orphaned as (
         select v.meeting_id, v.month, v.specialist_id, v.branch_id, v.decline_reason, m.starts_at,
           case when v.state = 'declined' then 'declined' when not s.in_use then 'left' else 'away' end as cause, s.name
         from month_visits v join month_meetings m on m.id = v.meeting_id
         join specialist_profiles s on s.id = v.specialist_id
         where m.state = 'scheduled' and m.starts_at > $1
           and case when v.state = 'declined'
             then not exists (select from month_visits o where o.meeting_id = v.meeting_id and o.holds_seat)
             else v.takes_place and not v.is_attended and (not s.in_use or exists (
               select from specialist_absences a
               where a.specialist_id = v.specialist_id and a.starts_on <= m.day and a.ends_before > m.day))
           end)
       select o.meeting_id as "meetingId", to_char(o.month, 'YYYY-MM') as month, o.name, b.name as branch,
         left(coalesce(o.decline_reason, ''), 120) as reason, o.cause
       from orphaned o join branch_profiles b on b.id = o.branch_id order by o.starts_at, o.name, o.meeting_id`,
      [now],
    );
    return rows.map(({ meetingId, month, name, branch, reason, cause }) => ({
      sentence:
        cause === 'declined'
          ? { key: 'waiting.declined', params: { name, branch, reason } }
          : { key: `waiting.${cause}`, params: { name, branch } },
      href: `/meetings/${meetingId}`,
      month,
      under: 'plan',
      count: 1,
    }));
  }
}
