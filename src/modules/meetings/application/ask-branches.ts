import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { Events } from '../../../kernel/events.ts';
import type { BranchId } from '../../../kernel/id.ts';
import { dayIn, type Month } from '../../../kernel/month.ts';
import { newToken } from '../../../kernel/secret-token.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { ask, isToBeAsked, standingOf } from '../domain/meeting-inquiry.ts';
import { MeetingInquiries } from '../infra/repositories/meeting-inquiries.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import { type BranchAsked, InquiryMails } from './inquiry-mails.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'inquiry.sent': { readonly month: Month };
  }
}

export interface AskWish {
  /** The number of the last mailing that the asker has seen; 0: none. What was asked since is not asked again. */
  readonly seen: number;
  /** Whether a wish of a branch moves its meeting at once, while the month is being planned. */
  readonly mayMove: boolean;
}

/** Asks the secretaries of branches by mail whether their meetings of a month stand. Who has answered is not asked again. */
@Injectable()
export class AskBranches {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly inquiries: MeetingInquiries,
    private readonly rules: MeetingRules,
    private readonly mails: InquiryMails,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The number of branches that get a mail; 0 after a second click. */
  execute(month: Month, { seen, mayMove }: AskWish): Promise<number> {
    return this.work.run(async () => {
      await this.meetings.lock(month);
      const [zone, now] = [await this.rules.zone(), this.clock.now()];
      const today = dayIn(zone, now);
      const contacts = await this.inquiries.contacts();
      const known = new Map((await this.inquiries.list(month)).map((inquiry) => [inquiry.meetingId, inquiry]));
      const mailing = seen + 1;
      const asked = new Map<BranchId, BranchAsked>();
      for (const meeting of await this.meetings.list(month)) {
        const contact = contacts.get(meeting.branchId);
        const before = known.get(meeting.id) ?? null;
        const isAhead = meeting.state === 'scheduled' && dayIn(zone, meeting.startsAt) > today;
        if (!contact || !isAhead || (before?.mailing ?? 0) > seen || !isToBeAsked(standingOf(before, meeting)))
          continue;
        const { token, hash } = newToken();
        const facts = { meetingId: meeting.id, mailing, askedAt: now, askedBy: this.work.actor.accountId };
        await this.inquiries.save(ask(before, { ...facts, askedOf: contact.email, mayMove }));
        await this.inquiries.insertLink(hash, meeting.id, now);
        const meetings = [...(asked.get(meeting.branchId)?.meetings ?? []), { meeting, token }];
        asked.set(meeting.branchId, { contact, month, mailing, mayMove, meetings });
      }
      if (asked.size === 0) return 0;
      await this.mails.ask([...asked.values()]);
      this.audit.record({
        action: 'inquiry.sent',
        subject: { kind: 'month', id: month },
        details: { mailing, mayMove, branches: asked.size },
      });
      await this.events.publish('inquiry.sent', { month }, { about: [`month/${month}`] });
      return asked.size;
    });
  }
}
