import { Injectable } from '@nestjs/common';
import { contentHash } from '../../../kernel/canonical-json.ts';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { CalendarReply } from '../domain/calendar-reply.ts';
import { CalendarReplies, type InvitedVisit } from '../infra/repositories/calendar-replies.ts';
import { StrayMails } from '../infra/repositories/stray-mails.ts';
import type { IncomingMail, ReplyProblem, StrayReason } from './incoming-mail.ts';
import { Outbox } from './outbox.ts';
import { TakeBounce } from './take-bounce.ts';

export interface TakenMail {
  /** `unmatched`: it was kept, and nothing was done about it. */
  readonly outcome: 'report' | 'reply' | 'unmatched';
  /** Why it is unmatched. */
  readonly reason: StrayReason | ReplyProblem | null;
  /** Whether it had come before. */
  readonly isKnown: boolean;
}

/**
 * Takes a mail that came to the service. A reply of a calendar program is recorded and shown to the board, and the person
 * is sent the page's address, because only there they answer; it never changes the visit. A report of a delivery goes
 * where those of the gateway go. Everything else is kept with the reason.
 */
@Injectable()
export class TakeIncomingMail {
  constructor(
    private readonly work: UnitOfWork,
    private readonly replies: CalendarReplies,
    private readonly strays: StrayMails,
    private readonly takeBounce: TakeBounce,
    private readonly outbox: Outbox,
  ) {}

  async execute(mail: IncomingMail): Promise<TakenMail> {
    if (!mail.isReadable) return this.keep(mail, 'unreadable');
    if (mail.report) {
      try {
        const { isKnown } = await this.takeBounce.execute(mail.report);
        return { outcome: 'report', reason: null, isKnown };
      } catch (error) {
        if (isDomainError(error, 'mail.unknown')) return this.keep(mail, 'unknown_report');
        throw error;
      }
    }
    if (mail.replies.length === 0) return this.keep(mail, mail.isAutomatic ? 'automatic' : 'no_reply');
    let last: TakenMail | null = null;
    for (const reply of mail.replies) last = (await this.takeReply(mail, reply)) ?? last;
    return last ?? this.keep(mail, 'unknown_visit');
  }

  /** Null where no visit has its UID. */
  private async takeReply(mail: IncomingMail, reply: CalendarReply): Promise<TakenMail | null> {
    const found = await this.work.run(() => this.replies.visitOf(reply.uid));
    if (!found) return null;
    const actor = { accountId: null, committeeId: found.committeeId, roles: [], specialistId: null };
    return this.work.as(actor, () =>
      this.work.run(async () => {
        const visit = await this.replies.invited(found.visitId);
        if (!visit) return null;
        const { uid, answer, attendee, comment, stamp } = reply;
        const problem = problemOf(mail, reply, visit);
        const key = contentHash([uid, attendee, answer, stamp, problem ?? '']);
        const isNew = await this.replies.add({ visitId: visit.visitId, key, answer, attendee, comment, problem });
        if (isNew && problem === null && !mail.isAutomatic) await this.tellWhereToAnswer(visit, reply);
        return {
          outcome: problem === null ? ('reply' as const) : ('unmatched' as const),
          reason: problem,
          isKnown: !isNew,
        };
      }),
    );
  }

  /** Once for each visit and answer, to the address of the register, and only where there is something to answer. */
  private async tellWhereToAnswer(visit: InvitedVisit, { answer }: CalendarReply): Promise<void> {
    if (!visit.isOpen || !visit.isAhead || visit.state === answer || visit.address === '') return;
    const { visitId, month, specialistId, accountId, name, address, locale } = visit;
    const { day, from, to, branch, place, kind, link } = visit;
    await this.outbox.post({
      key: `calendar-reply/${visitId}/${answer}`,
      to: { address, name, specialistId, ...(accountId && { accountId }) },
      month,
      locale: locale ?? 'vi',
      template: 'calendar-reply',
      model: {
        visit: { day, from, to, branch, place, kind, with: visit.with, link },
        answer,
        isAccepted: visit.state === 'accepted',
        link,
      },
    });
  }

  private async keep(mail: IncomingMail, reason: StrayReason): Promise<TakenMail> {
    const isNew = await this.work.run(() => this.strays.add(mail, reason));
    return { outcome: 'unmatched', reason, isKnown: !isNew };
  }
}

/** Anybody may write any attendee into a calendar: only an address of the person counts, sent from such an address. */
function problemOf(
  { from }: IncomingMail,
  { attendee, sentBy }: CalendarReply,
  visit: InvitedVisit,
): ReplyProblem | null {
  if (!visit.addresses.includes(attendee)) return 'attendee';
  return visit.addresses.includes(from) || from === sentBy ? null : 'sender';
}
