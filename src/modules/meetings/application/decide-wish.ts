import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import { isId, type MeetingId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { newToken } from '../../../kernel/secret-token.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import type { Occasion } from '../domain/meeting.ts';
import { answered, type InquiryAnswer, occasionOf } from '../domain/meeting-inquiry.ts';
import type {} from '../errors.ts';
import { MeetingInquiries } from '../infra/repositories/meeting-inquiries.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import { InquiryMails } from './inquiry-mails.ts';
import { MoveMeeting } from './move-meeting.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'inquiry.decided': { readonly meetingId: MeetingId; readonly isAccepted: boolean };
  }
}

/** Moves a meeting to which people have been sent already, with their visits. */
export type MoveVisited = (month: Month, id: MeetingId, seen: number, to: Occasion) => Promise<unknown>;

export interface WishDecision {
  readonly isAccepted: boolean;
  /** To the branch. */
  readonly reason: string;
}

/** The board accepts what a branch wishes for its meeting, which moves it, or declines it; the branch is told by mail. */
@Injectable()
export class DecideWish {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly inquiries: MeetingInquiries,
    private readonly rules: MeetingRules,
    private readonly move: MoveMeeting,
    private readonly mails: InquiryMails,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * The same decision again does nothing. In a published month `moveVisited` moves the meeting, because its visits
   * change with it. @throws DomainError inquiry.no_wish, edit.stale, meeting.is_cancelled, and as `moveVisited`
   */
  execute(
    month: Month,
    id: MeetingId,
    seen: number,
    { isAccepted, reason }: WishDecision,
    moveVisited: MoveVisited,
  ): Promise<InquiryAnswer['kind']> {
    return this.work.run(async () => {
      await this.meetings.lock(month);
      const meeting = isId(id) ? await this.meetings.find(id) : null;
      const inquiry = meeting?.month === month ? await this.inquiries.findForUpdate(meeting.id) : null;
      const answer = inquiry?.answer;
      if (!meeting || !inquiry || !answer) throw new DomainError('inquiry.no_wish', {});
      const kind = isAccepted ? 'accepted' : 'declined';
      if (answer.kind === kind) return kind;
      const subject = { kind: 'meeting_inquiry', id: meeting.id };
      await this.edits.named(subject, () => mustHaveSeen(seen, inquiry.revision));
      if (answer.kind !== 'wished') throw new DomainError('inquiry.no_wish', {});
      if (isAccepted) {
        const to = occasionOf(answer, meeting, await this.rules.zone());
        const isPublished = await this.meetings.isPublished(month);
        if (isPublished) await moveVisited(month, meeting.id, meeting.revision, to);
        else await this.move.execute(month, meeting.id, meeting.revision, to);
      }
      const decision = { at: this.clock.now(), by: this.work.actor.accountId, reason };
      const decided = answered(inquiry, { ...answer, kind, decision });
      await this.inquiries.save(decided);
      const contact = (await this.inquiries.contacts()).get(meeting.branchId);
      if (contact) {
        const { token, hash } = newToken();
        await this.inquiries.insertLink(hash, meeting.id, this.clock.now());
        const was = { meeting, token };
        await this.mails.decided({ contact, month, isAccepted, was, wish: answer, reason, revision: decided.revision });
      }
      this.audit.record({
        action: `inquiry.${kind}`,
        subject,
        details: { startsAt: answer.startsAt, place: answer.place, reason },
      });
      await this.events.publish(
        'inquiry.decided',
        { meetingId: meeting.id, isAccepted },
        { subject: meeting.id, about: [`month/${month}`] },
      );
      return kind;
    });
  }
}
