import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { type CalendarChangeId, toldOf, toTell } from '../domain/calendar-change.ts';
import type {} from '../errors.ts';
import { CalendarChanges } from '../infra/repositories/calendar-changes.ts';
import { MeetingInquiries } from '../infra/repositories/meeting-inquiries.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import { InquiryMails } from './inquiry-mails.ts';
import { OpenMeeting } from './open-meeting.ts';

/**
 * Tells the secretaries of branches by mail of a change of many meetings in a month that is not published yet, or of its
 * being taken back. Nothing is sent by itself while a month is being planned: its calendar may change once more.
 */
@Injectable()
export class TellBranches {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenMeeting,
    private readonly meetings: Meetings,
    private readonly changes: CalendarChanges,
    private readonly inquiries: MeetingInquiries,
    private readonly mails: InquiryMails,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The number of meetings of which somebody is told; null after a second click. @throws DomainError
   * calendar_change.not_found, meeting.month_published
   */
  execute(month: Month, id: CalendarChangeId): Promise<number | null> {
    return this.work.run(async () => {
      await this.open.month(month);
      const change = await this.changes.get(month, id);
      if (toldOf(change) !== null) return null;
      const now = this.clock.now();
      const contacts = await this.inquiries.contacts();
      const turned = toTell(change, await this.meetings.list(month), now).flatMap(({ before, after }) => {
        const contact = contacts.get(after.branchId);
        return contact ? [{ contact, turn: 'moved' as const, before, after }] : [];
      });
      const mails = await this.mails.moved(month, turned);
      await this.changes.markTold(id, now);
      this.audit.record({
        action: 'calendar.branches_told',
        subject: { kind: 'calendar_change', id },
        details: { month, meetings: mails, isTakenBack: change.takenBackAt !== null },
      });
      return mails;
    });
  }
}
