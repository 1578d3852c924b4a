import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { type Day, dayIn, type Month, timeIn } from '../../../kernel/month.ts';
import { may } from '../../../kernel/permissions.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { MailContactReadModel, type MailDraft, Outbox } from '../../notifications/index.ts';
import { type BranchAsked, InquiryMails, type MeetingTurned, type WishDecided } from '../application/inquiry-mails.ts';
import type { MonthMeeting } from '../application/month-meeting.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { ReachableContact } from './repositories/meeting-inquiries.ts';
import { MeetingRules } from './repositories/meeting-rules.ts';
import { MonthCalendarReadModel } from './month-calendar-read-model.ts';

/** Secretaries have no account, so that their language is not known. */
const LOCALE = 'vi';

@Injectable()
export class OutboxInquiryMails extends InquiryMails {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly outbox: Outbox,
    private readonly contact: MailContactReadModel,
    private readonly calendar: MonthCalendarReadModel,
    private readonly rules: MeetingRules,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async ask(asked: readonly BranchAsked[]): Promise<void> {
    const [first] = asked;
    if (!first) return;
    const [zone, sender] = [await this.rules.zone(), await this.contact.acting()];
    const shown = await this.meetingsOf(first.month);
    await this.outbox.postAll(
      asked.map(({ contact, month, mailing, mayMove, meetings }): MailDraft => ({
        key: `meeting-inquiry/${month}/${contact.branchId}/${mailing}`,
        ...addressed(contact, month),
        template: 'meeting-inquiry',
        model: {
          month,
          branch: contact.branch,
          meetings: meetings.flatMap(({ meeting, token }) => {
            const line = shown.get(meeting.id);
            return line ? [{ ...timeOf(line, zone), kind: line.kind, link: this.linkTo(token) }] : [];
          }),
          mayMove,
          contact: sender,
        },
      })),
    );
  }

  async decided({ contact, month, isAccepted, was, wish, reason, revision }: WishDecided): Promise<void> {
    const zone = await this.rules.zone();
    const now = (await this.meetingsOf(month)).get(was.meeting.id);
    if (!now) return;
    await this.outbox.post({
      key: `meeting-wish-decided/${was.meeting.id}/${revision}`,
      ...addressed(contact, month),
      template: 'meeting-wish-decided',
      model: {
        branch: contact.branch,
        isAccepted,
        wished: { day: dayIn(zone, wish.startsAt), from: timeIn(zone, wish.startsAt) },
        meeting: timeOf(now, zone),
        reason: reason === '' ? null : reason,
        contact: await this.contact.acting(),
        link: this.linkTo(was.token),
      },
    });
  }

  async turned(turned: MeetingTurned): Promise<void> {
    const { turn, before, after } = turned;
    if (turn === 'restored' && (await this.outbox.takeBack([turnKey(before)])).length > 0) return;
    await this.outbox.postAll(await this.turnMails(after.month, [turned], true));
  }

  async moved(month: Month, moved: readonly MeetingTurned[]): Promise<void> {
    if (moved.length > 0) await this.outbox.postAll(await this.turnMails(month, moved, false));
  }

  private async turnMails(month: Month, turned: readonly MeetingTurned[], isPublished: boolean): Promise<MailDraft[]> {
    const [zone, shown] = [await this.rules.zone(), await this.meetingsOf(month)];
    const at = (meeting: Meeting) => ({ day: dayIn(zone, meeting.startsAt), from: timeIn(zone, meeting.startsAt) });
    // What others report about a meeting is for the board.
    const isPlanner = may(this.work.actor, 'calendar.edit');
    const sender = isPlanner ? await this.contact.acting() : null;
    return turned.flatMap(({ contact, turn, before, after }): MailDraft[] => {
      const now = shown.get(after.id);
      if (!now) return [];
      return [
        {
          key: turnKey(after),
          ...addressed(contact, month),
          template: 'branch-meeting-changed',
          model: {
            branch: contact.branch,
            turn,
            before: at(before),
            meeting: timeOf(now, zone),
            isSameTime: before.startsAt.getTime() === after.startsAt.getTime(),
            isSamePlace: before.place === after.place,
            reason: turn === 'called_off' && isPlanner && after.note !== '' ? after.note : null,
            contact: sender,
            isPublished,
          },
        },
      ];
    });
  }

  private async meetingsOf(month: Month): Promise<ReadonlyMap<string, MonthMeeting>> {
    return new Map((await this.calendar.list(month)).map((meeting) => [meeting.id, meeting]));
  }

  private linkTo(token: string): string {
    return `${this.config.publicUrl}/meeting-date/${this.work.actor.committeeId}/${token}`;
  }
}

/** Each state of a meeting is told once. */
function turnKey({ id, revision }: Meeting): string {
  return `branch-meeting-changed/${id}/${revision}`;
}

function addressed({ email, name, branch }: ReachableContact, month: Month) {
  return { to: { address: email, name: name ?? branch }, locale: LOCALE, month } as const;
}

function timeOf({ day, startsAt, place }: MonthMeeting, zone: string): { day: Day; from: string; place: string } {
  return { day, from: timeIn(zone, startsAt), place };
}
