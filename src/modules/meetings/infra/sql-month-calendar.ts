import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { isId } from '../../../kernel/id.ts';
import { firstDay, type Month } from '../../../kernel/month.ts';
import { Work } from '../../../platform/database/work.ts';
import { MonthCalendar, type MonthMeeting } from '../application/ports.ts';
import type { MeetingId } from '../domain/meeting.ts';
import type {} from '../errors.ts';

const SELECT = `
  with wall as (
    select m.*, (m.starts_at at time zone c.time_zone)::date as day
    from meetings m join committees c on c.id = m.committee_id where m.month = $1)
  select m.id, m.day, m.starts_at as "startsAt", m.ends_at as "endsAt", m.kind, m.state, m.source,
    coalesce(nullif(m.place, ''), b.address) as place, m.place as "ownPlace", m.note, m.wanted_on as "wantedOn", m.passed, m.revision,
    json_build_object('id', b.id, 'code', b.code, 'name', b.name, 'shortName', b.short_name, 'typeCode', b.type,
      'organisation', coalesce(v.short_name, ''), 'members', b.members,
      'coordinates', case when b.lat is not null then json_build_object('lat', b.lat, 'lng', b.lng) end) as branch
  from wall m
  join branches b on b.committee_id = m.committee_id and b.id = m.branch_id
  left join organisation_versions v on v.committee_id = b.committee_id and v.organisation_id = b.organisation_id
    and v.valid_from <= m.day and (v.valid_before is null or m.day < v.valid_before)`;

@Injectable()
export class SqlMonthCalendar extends MonthCalendar {
  constructor(private readonly work: Work) {
    super();
  }

  list(month: Month): Promise<MonthMeeting[]> {
    return this.work.run(() =>
      this.work.query<MonthMeeting>(`${SELECT} order by m.starts_at, b.code collate vi_natural, m.id`, [
        firstDay(month),
      ]),
    );
  }

  get(month: Month, id: MeetingId): Promise<MonthMeeting> {
    return this.work.run(async () => {
      const [row] = isId(id)
        ? await this.work.query<MonthMeeting>(`${SELECT} where m.id = $2`, [firstDay(month), id])
        : [];
      if (!row) throw new DomainError('meeting.not_found', { meetingId: id });
      return row;
    });
  }
}
