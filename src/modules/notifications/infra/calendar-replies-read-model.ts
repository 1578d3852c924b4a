import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { MeetingId, VisitId } from '../../../kernel/id.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { ReplyProblem, StrayReason } from '../application/incoming-mail.ts';
import type { CalendarAnswer } from '../domain/calendar-reply.ts';

export interface CalendarReplyLine {
  readonly visitId: VisitId;
  readonly meetingId: MeetingId;
  readonly month: Month;
  readonly day: Day;
  readonly name: string;
  readonly branch: string;
  /** The state of the visit now, which the reply has not changed. */
  readonly state: string;
  readonly answer: CalendarAnswer;
  readonly comment: string;
  readonly attendee: string;
  readonly problem: ReplyProblem | null;
  readonly receivedAt: Date;
  /** It declines, and the person has not answered on the page since; the visit is ahead. */
  readonly isOpen: boolean;
}

export interface StrayMail {
  readonly sender: string;
  readonly subject: string;
  readonly reason: StrayReason;
  readonly receivedAt: Date;
}

const LAST_DAYS_MS = 60 * 86_400_000;
const MOST = 100;
/** `$1`: now. Only the last reply of a visit can be open. */
const LINES = `select r.visit_id as "visitId", v.meeting_id as "meetingId", to_char(v.month, 'YYYY-MM') as month, m.day,
    s.name, b.name as branch, v.state, r.answer, r.comment, r.attendee, r.problem, r.received_at as "receivedAt",
    r.answer = 'declined' and r.problem is null and v.is_open and m.state = 'scheduled'
      and m.starts_at > $1 and (v.answered_at is null or v.answered_at < r.received_at)
      and not exists (select from calendar_replies l
        where l.visit_id = r.visit_id and l.problem is null and l.id > r.id) as "isOpen"
  from calendar_replies r join month_visits v on v.id = r.visit_id join month_meetings m on m.id = v.meeting_id
  join branch_profiles b on b.id = v.branch_id join specialist_profiles s on s.id = v.specialist_id`;

/** Reads what calendar programs answered, for the board. */
@Injectable()
export class CalendarRepliesReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Of the last weeks, latest first. */
  latest(): Promise<readonly CalendarReplyLine[]> {
    const since = new Date(this.clock.now().getTime() - LAST_DAYS_MS);
    return this.lines(`where r.received_at > $2 order by r.id desc limit ${MOST}`, since);
  }

  /** Of one meeting, latest first. */
  ofMeeting(id: MeetingId): Promise<readonly CalendarReplyLine[]> {
    return this.lines(`where v.meeting_id = $2 and r.problem is null order by r.id desc`, id);
  }

  /** Those that decline a visit ahead which nobody has answered on its page since, earliest meeting first. */
  async open(): Promise<readonly CalendarReplyLine[]> {
    const lines = await this.lines(`where m.starts_at > $1 and r.answer = $2 order by m.starts_at, r.id`, 'declined');
    return lines.filter(({ isOpen }) => isOpen);
  }

  /** Mails to the deployment that were kept without being understood, latest first. */
  strays(): Promise<readonly StrayMail[]> {
    return this.work.run(() =>
      this.work.query<StrayMail>(
        `select sender, subject, reason, received_at as "receivedAt" from stray_mails
         order by received_at desc, key limit ${MOST}`,
      ),
    );
  }

  private lines(rest: string, value: unknown): Promise<readonly CalendarReplyLine[]> {
    return this.work.run(() => this.work.query<CalendarReplyLine>(`${LINES} ${rest}`, [this.clock.now(), value]));
  }
}
