import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { isId } from '../../../kernel/id.ts';
import { dayIn } from '../../../kernel/month.ts';
import { tokenHash } from '../../../kernel/secret-token.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { MailContact } from '../../notifications/index.ts';
import { branchOf, type InquiryLink } from '../application/answer-inquiry.ts';
import type { MonthMeeting } from '../application/month-meeting.ts';
import { linkState, type LinkState, type MeetingInquiry } from '../domain/meeting-inquiry.ts';
import { MonthCalendarReadModel } from './month-calendar-read-model.ts';
import { MeetingInquiries } from './repositories/meeting-inquiries.ts';
import { MeetingRules } from './repositories/meeting-rules.ts';
import { Meetings } from './repositories/meetings.ts';

/** What the holder of a link may see: the one meeting that it is about. */
export interface LinkedInquiry {
  readonly committee: string;
  readonly zone: string;
  readonly state: LinkState;
  /** Whether the month's plan is published. */
  readonly isPublished: boolean;
  readonly meeting: MonthMeeting;
  readonly inquiry: MeetingInquiry;
  readonly secretary: string | null;
  /** Who asked, to be written to. */
  readonly contact: MailContact | null;
}

/** Reads what a link of a mail to a branch is about. */
@Injectable()
export class InquiryLinkReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly inquiries: MeetingInquiries,
    private readonly meetings: Meetings,
    private readonly calendar: MonthCalendarReadModel,
    private readonly rules: MeetingRules,
    private readonly clock: Clock,
  ) {}

  /** Null for a link that was never made, or whose meeting is no longer in the calendar. */
  async find({ committeeId, token }: InquiryLink): Promise<LinkedInquiry | null> {
    if (!isId(committeeId)) return null;
    return this.work.as(branchOf(committeeId), () =>
      this.work.run(async () => {
        const id = await this.inquiries.meetingOf(tokenHash(token));
        const stored = id && (await this.meetings.find(id));
        const inquiry = stored && (await this.inquiries.findForUpdate(stored.id));
        if (!stored || !inquiry) return null;
        const zone = await this.rules.zone();
        const today = dayIn(zone, this.clock.now());
        const [facts] = await this.work.query<{
          committee: string;
          secretary: string | null;
          contact: MailContact | null;
        }>(
          `select c.name as committee,
             (select secretary_name from branch_contacts where branch_id = $1) as secretary,
             (select json_build_object('name', a.name, 'address', a.email) from account_addresses a where a.id = $2) as contact
           from acting_committee c`,
          [stored.branchId, inquiry.askedBy],
        );
        if (!facts) return null;
        const meeting = await this.calendar.get(stored.month, stored.id);
        const isPublished = await this.meetings.isPublished(stored.month);
        return { ...facts, zone, state: linkState(inquiry, stored, today, zone), isPublished, meeting, inquiry };
      }),
    );
  }
}
