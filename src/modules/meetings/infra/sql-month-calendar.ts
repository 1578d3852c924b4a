import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { isId } from '../../../kernel/id.ts';
import { dayIn, firstDay, type Month } from '../../../kernel/month.ts';
import { Work } from '../../../platform/database/work.ts';
import { type MeetingBranch, MeetingRules, MonthCalendar, type MonthMeeting } from '../application/ports.ts';
import type { MeetingId } from '../domain/meeting.ts';
import type { Holidays } from '../domain/meeting-rule.ts';
import type {} from '../errors.ts';

const BRANCH = `json_build_object('id', b.id, 'code', b.code, 'name', b.name, 'shortName', b.short_name, 'typeCode', b.type,
      'organisation', coalesce(v.short_name, ''), 'members', b.members,
      'coordinates', case when b.lat is not null then json_build_object('lat', b.lat, 'lng', b.lng) end)`;

/** How a branch's organisation is called on a day. */
const VERSION_ON = (day: string) => `organisation_versions v on v.committee_id = b.committee_id
    and v.organisation_id = b.organisation_id and v.valid_from <= ${day} and (v.valid_before is null or ${day} < v.valid_before)`;

const SELECT = `
  with wall as (
    select m.*, (m.starts_at at time zone c.time_zone)::date as day
    from meetings m join committees c on c.id = m.committee_id where m.month = $1)
  select m.id, m.day, m.starts_at as "startsAt", m.ends_at as "endsAt", m.kind, m.state, m.source,
    coalesce(nullif(m.place, ''), b.address) as place, m.place as "ownPlace", m.note, m.wanted_on as "wantedOn", m.passed, m.revision,
    ${BRANCH} as branch
  from wall m
  join branches b on b.committee_id = m.committee_id and b.id = m.branch_id
  left join ${VERSION_ON('m.day')}`;

@Injectable()
export class SqlMonthCalendar extends MonthCalendar {
  constructor(
    private readonly work: Work,
    private readonly rules: MeetingRules,
    private readonly clock: Clock,
  ) {
    super();
  }

  holidays(month: Month): Promise<Holidays> {
    return this.work.run(() => this.rules.holidays(month));
  }

  branches(): Promise<MeetingBranch[]> {
    return this.work.run(async () => {
      const today = dayIn(await this.rules.zone(), this.clock.now());
      const rows = await this.work.query<{ branch: MeetingBranch }>(
        `select ${BRANCH} as branch from branches b left join ${VERSION_ON('$1')}
         where b.archived_at is null order by b.code collate vi_natural`,
        [today],
      );
      return rows.map(({ branch }) => branch);
    });
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
