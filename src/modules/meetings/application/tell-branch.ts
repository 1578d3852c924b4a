import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { Meeting } from '../domain/meeting.ts';
import { MeetingInquiries } from '../infra/repositories/meeting-inquiries.ts';
import { InquiryMails, type MeetingTurn } from './inquiry-mails.ts';

/**
 * Tells the secretary of a branch by mail what became of its meeting in a published month; takes part in the caller's
 * transaction. Nobody has to know of a meeting that is over either way.
 */
@Injectable()
export class TellBranch {
  constructor(
    private readonly inquiries: MeetingInquiries,
    private readonly mails: InquiryMails,
    private readonly clock: Clock,
  ) {}

  async execute(turn: MeetingTurn, before: Meeting, after: Meeting): Promise<void> {
    const now = this.clock.now();
    if (before.endsAt <= now && after.endsAt <= now) return;
    if (turn === 'moved' && isWhereItWas(before, after)) return;
    const contact = (await this.inquiries.contacts()).get(after.branchId);
    if (contact) await this.mails.turned({ contact, turn, before, after });
  }
}

/** A changed note is for the people who are sent there. */
function isWhereItWas(before: Meeting, after: Meeting): boolean {
  return (
    before.startsAt.getTime() === after.startsAt.getTime() &&
    before.endsAt.getTime() === after.endsAt.getTime() &&
    before.place === after.place &&
    before.kind === after.kind
  );
}
