import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { type Day, dayIn, type Month, timeIn } from '../../../kernel/month.ts';
import { may } from '../../../kernel/permissions.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { MailContactReadModel, type MailDraft, Outbox } from '../../notifications/index.ts';
import {
  type BranchAsked,
  InquiryMails,
  type MeetingTurn,
  type MeetingTurned,
  type WishDecided,
} from '../application/inquiry-mails.ts';
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
    await this.outbox.postAll(await this.turnMails(turned.after.month, [turned], true));
  }

  async moved(month: Month, moved: readonly MeetingTurned[]): Promise<number> {
    const mails = moved.length > 0 ? await this.turnMails(month, moved, false) : [];
    if (mails.length > 0) await this.outbox.postAll(mails);
    return mails.length;
  }

  private async turnMails(month: Month, turned: readonly MeetingTurned[], isPublished: boolean): Promise<MailDraft[]> {
    const [zone, shown] = [await this.rules.zone(), await this.meetingsOf(month)];
    // What others report about a meeting is for the board.
    const isPlanner = may(this.work.actor, 'calendar.edit');
    const sender = isPlanner ? await this.contact.acting() : null;
    // What was not sent is taken back, so that the branch reads the last state once, against what it was told before.
    const keys = turned.flatMap(({ after }) => earlierKeys(after));
    const unsent = (await this.outbox.takeBackDrafts(keys)).filter(isTurnMail);
    return turned.flatMap(({ contact, turn, before, after }): MailDraft[] => {
      const now = shown.get(after.id);
      if (!now) return [];
      const meeting = whenOf({ ...now, place: now.ownPlace }, zone);
      const earlier = unsent.find(({ key }) => earlierKeys(after).includes(key))?.model;
      const known = earlier?.before ?? whenOf(before, zone);
      const wasOff = earlier ? earlier.turn === 'restored' : turn === 'restored';
      const told = turnBetween({ ...known, isOff: wasOff }, { ...meeting, isOff: turn === 'called_off' });
      if (told === null) return [];
      return [
        {
          key: turnKey(after),
          ...addressed(contact, month),
          template: 'branch-meeting-changed',
          model: {
            branch: contact.branch,
            turn: told,
            before: known,
            meeting: { ...timeOf(now, zone), kind: now.kind },
            isSameTime: known.day === meeting.day && known.from === meeting.from,
            isSamePlace: known.place === meeting.place,
            isSameKind: known.kind === meeting.kind,
            reason: told === 'called_off' && isPlanner && after.note !== '' ? after.note : null,
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
function turnKey({ id, revision }: Pick<Meeting, 'id' | 'revision'>): string {
  return `branch-meeting-changed/${id}/${revision}`;
}

function earlierKeys({ id, revision }: Meeting): string[] {
  return Array.from({ length: revision - 1 }, (_, i) => turnKey({ id, revision: i + 1 }));
}

type TurnMail = Extract<MailDraft, { readonly template: 'branch-meeting-changed' }>;

function isTurnMail(draft: MailDraft): draft is TurnMail {
  return draft.template === 'branch-meeting-changed';
}

type When = TurnMail['model']['before'];

/** What there is to tell to who knows a meeting as `known`; null for nothing. */
function turnBetween(known: When & { isOff: boolean }, now: When & { isOff: boolean }): MeetingTurn | null {
  if (now.isOff) return known.isOff ? null : 'called_off';
  if (known.isOff) return 'restored';
  const isSame = (['day', 'from', 'to', 'place', 'kind'] as const).every((key) => known[key] === now[key]);
  return isSame ? null : 'moved';
}

function addressed({ email, name, branch }: ReachableContact, month: Month) {
  return { to: { address: email, name: name ?? branch }, locale: LOCALE, month } as const;
}

function timeOf({ day, startsAt, place }: MonthMeeting, zone: string): { day: Day; from: string; place: string } {
  return { day, from: timeIn(zone, startsAt), place };
}

/** The place is empty where it is the branch's own. */
function whenOf(meeting: Pick<Meeting, 'startsAt' | 'endsAt' | 'place' | 'kind'>, zone: string): When {
  const { startsAt, endsAt, place, kind } = meeting;
  return { day: dayIn(zone, startsAt), from: timeIn(zone, startsAt), to: timeIn(zone, endsAt), place, kind };
}
