import { isId, type MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { dayIn, firstDay, type Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { MeetingBranch, MonthMeeting } from '../application/month-meeting.ts';
import { MeetingRules } from './repositories/meeting-rules.ts';
import type {} from '../errors.ts';

const BRANCH = `json_build_object('id', b.id, 'code', b.code, 'name', b.name, 'shortName', b.short_name, 'typeCode', b.type,
      'organisation', coalesce(o.short_name, ''), 'members', b.members,
      'coordinates', case when b.lat is not null then json_build_object('lat', b.lat, 'lng', b.lng) end)`;

const SELECT = `
  select m.id, k.day, m.starts_at as "startsAt", m.ends_at as "endsAt", m.kind, m.state, m.source, m.slot is null as "isAdded",
    k.place, m.place as "ownPlace", m.note, m.wanted_on as "wantedOn", m.passed, m.revision,
    ${BRANCH} as branch
  from meetings m join month_meetings k on k.id = m.id join branch_profiles b on b.id = m.branch_id
  left join lateral organisations_on(k.day) o on o.id = b.organisation_id
  where m.month = $1`;

/** Reads calendars with their branches; each call opens a transaction where there is none. */
@Injectable()
export class MonthCalendarReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly rules: MeetingRules,
    private readonly clock: Clock,
  ) {}

  /** Branches in use, by the natural order of their codes, with today's names. */
  branches(): Promise<MeetingBranch[]> {
    return this.work.run(async () => {
      const today = dayIn(await this.rules.zone(), this.clock.now());
      const rows = await this.work.query<{ branch: MeetingBranch }>(
        `select ${BRANCH} as branch from branch_profiles b left join organisations_on($1) o on o.id = b.organisation_id
         where b.in_use order by b.code collate vi_natural`,
        [today],
      );
      return rows.map(({ branch }) => branch);
    });
  }

  /** In order of time, including cancelled ones. */
  list(month: Month): Promise<MonthMeeting[]> {
    return this.work.run(() =>
      this.work.query<MonthMeeting>(`${SELECT} order by m.starts_at, b.code collate vi_natural, m.id`, [
        firstDay(month),
      ]),
    );
  }

  /** @throws DomainError meeting.not_found */
  get(month: Month, id: MeetingId): Promise<MonthMeeting> {
    return this.work.run(async () => {
      const [row] = isId(id)
        ? await this.work.query<MonthMeeting>(`${SELECT} and m.id = $2`, [firstDay(month), id])
        : [];
      if (!row) throw new DomainError('meeting.not_found', { meetingId: id });
      return row;
    });
  }
}
