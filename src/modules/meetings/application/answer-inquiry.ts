import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.ts';
import { Clock } from '../../../kernel/clock.ts';
import { Events } from '../../../kernel/events.ts';
import { type CommitteeId, isId, type MeetingId } from '../../../kernel/id.ts';
import { dayIn, instantOf } from '../../../kernel/month.ts';
import { tokenHash } from '../../../kernel/secret-token.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { Meeting } from '../domain/meeting.ts';
import {
  answered,
  type InquiryAnswer,
  isAsPlanned,
  linkState,
  type LinkState,
  type MeetingInquiry,
  type MeetingWish,
  occasionOf,
  type WishFault,
  wishFault,
} from '../domain/meeting-inquiry.ts';
import { MeetingInquiries } from '../infra/repositories/meeting-inquiries.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import { WorkCalendarReadModel } from '../infra/work-calendar-read-model.ts';
import { MoveMeeting } from './move-meeting.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'inquiry.answered': { readonly meetingId: MeetingId; readonly answer: InquiryAnswer['kind'] };
  }
}

/** The address of a link: whose committee, and the secret. */
export interface InquiryLink {
  readonly committeeId: CommitteeId;
  readonly token: string;
}

export type AnswerOutcome =
  | { readonly kind: 'noted'; readonly answer: InquiryAnswer['kind'] }
  /** Nothing was changed: the link is unknown or over, the meeting is cancelled, it was answered before, or it is no longer when the page said. */
  | { readonly kind: 'closed'; readonly state: Exclude<LinkState, 'open'> | 'unknown' | 'changed' }
  | { readonly kind: 'refused'; readonly fault: WishFault };

/** A branch answers whether its meeting stands, by the link of a mail and without an account. */
@Injectable()
export class AnswerInquiry {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly inquiries: MeetingInquiries,
    private readonly rules: MeetingRules,
    private readonly workdays: WorkCalendarReadModel,
    private readonly move: MoveMeeting,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** @param seen the start of the meeting as the page showed it; where it has changed since, nothing is confirmed */
  confirm(link: InquiryLink, seen: string): Promise<AnswerOutcome> {
    return this.answer(link, async (inquiry, meeting) =>
      meeting.startsAt.toISOString() === seen
        ? this.note(inquiry, 'confirmed', meeting, '')
        : { kind: 'closed', state: 'changed' },
    );
  }

  /** Another day, hour or place. The meeting moves at once where the board has allowed that and has not published. */
  wish(link: InquiryLink, wish: MeetingWish): Promise<AnswerOutcome> {
    return this.answer(link, async (inquiry, meeting) => {
      const zone = await this.rules.zone();
      if (isAsPlanned(wish, meeting, zone)) return this.note(inquiry, 'confirmed', meeting, wish.word);
      const today = dayIn(zone, this.clock.now());
      const fault = wishFault(wish, meeting, today, await this.workdays.read());
      if (fault) return { kind: 'refused', fault };
      const wanted = { startsAt: instantOf(wish.day, wish.time, zone), place: wish.place };
      const movesNow = inquiry.mayMove && !(await this.meetings.isPublished(meeting.month));
      if (movesNow) {
        await this.move.execute(meeting.month, meeting.id, meeting.revision, occasionOf(wanted, meeting, zone));
        this.audit.record({
          action: 'meeting.moved_by_branch',
          subject: { kind: 'meeting', id: meeting.id },
          details: { from: meeting.startsAt, to: wanted.startsAt, place: wanted.place, askedOf: inquiry.askedOf },
        });
      }
      return this.note(inquiry, movesNow ? 'moved' : 'wished', wanted, wish.word);
    });
  }

  private async answer(
    { committeeId, token }: InquiryLink,
    by: (inquiry: MeetingInquiry, meeting: Meeting) => Promise<AnswerOutcome>,
  ): Promise<AnswerOutcome> {
    const unknown = { kind: 'closed', state: 'unknown' } as const;
    if (!isId(committeeId)) return unknown;
    return this.work.as(branchOf(committeeId), () =>
      this.work.run(async () => {
        const id = await this.inquiries.meetingOf(tokenHash(token));
        const found = id && (await this.meetings.find(id));
        if (!found) return unknown;
        // The month is locked first, as every change of the calendar does.
        await this.meetings.lock(found.month);
        const meeting = await this.meetings.find(found.id);
        const inquiry = await this.inquiries.findForUpdate(found.id);
        if (!meeting || !inquiry) return unknown;
        const zone = await this.rules.zone();
        const state = linkState(inquiry, meeting, dayIn(zone, this.clock.now()), zone);
        return state === 'open' ? by(inquiry, meeting) : { kind: 'closed', state };
      }),
    );
  }

  private async note(
    inquiry: MeetingInquiry,
    kind: InquiryAnswer['kind'],
    { startsAt, place }: Pick<Meeting, 'startsAt' | 'place'>,
    word: string,
  ): Promise<AnswerOutcome> {
    const { meetingId, askedOf } = inquiry;
    const answer = { kind, at: this.clock.now(), startsAt, place, word, decision: null };
    await this.inquiries.save(answered(inquiry, answer));
    this.audit.record({
      action: 'inquiry.answered',
      subject: { kind: 'meeting_inquiry', id: meetingId },
      details: { answer: kind, startsAt, place, word, askedOf },
    });
    const meeting = await this.meetings.find(meetingId);
    await this.events.publish(
      'inquiry.answered',
      { meetingId, answer: kind },
      { subject: meetingId, about: meeting ? [`month/${meeting.month}`] : [] },
    );
    return { kind: 'noted', answer: kind };
  }
}

/** Whoever holds the link acts for the branch: without an account, and with no role. */
export function branchOf(committeeId: CommitteeId): Actor {
  return { accountId: null, committeeId, roles: [], specialistId: null };
}
