import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import type { VisitId } from '../../../kernel/id.ts';
import { type Day, dayIn, timeIn } from '../../../kernel/month.ts';
import { isSameJson } from '../../../kernel/same-json.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Calendars, type MailDraft, type MailModels, Outbox } from '../../notifications/index.ts';
import { isOpen } from '../domain/visit-state.ts';
import { mailLine } from './mail-line.ts';
import { OpenAnswersReadModel } from './open-answers-read-model.ts';
import { type Entry, entryOf, VisitInvitations } from './repositories/visit-invitations.ts';
import { SpecialistAccounts } from './specialist-accounts.ts';
import { VisitCalendars } from './visit-calendars.ts';
import { type VisitLine, VisitsReadModel } from './visits-read-model.ts';

type MovedMail = MailModels['visit-moved'];

/** Tells whoever goes to a meeting that it is at another time or place than they were told before. */
@Injectable()
export class MovedVisitMails {
  constructor(
    private readonly visits: VisitsReadModel,
    private readonly answers: OpenAnswersReadModel,
    private readonly visitCalendars: VisitCalendars,
    private readonly invitations: VisitInvitations,
    private readonly calendars: Calendars,
    private readonly people: SpecialistAccounts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A mail about an earlier move that nobody has tried to send yet is taken back, so that the person reads the last
   * state once; a meeting that is back where they know it to be needs no mail. `zoneBefore`: the committee's time zone
   * until now, where it changes.
   */
  async tell(visitId: VisitId, zoneBefore: string | null = null): Promise<void> {
    const told = await this.invitations.toldForUpdate(visitId);
    const line = await this.visits.get(visitId);
    const sent = await this.invitations.findSent(visitId);
    if (!told || !sent || !isOpen(line.state)) return;
    const now = entryOf(line);
    if (isSameJson(told.entry, now)) return;
    const { moved } = told;
    // Of the person and a stand-in one may have read it.
    const isUnread = moved !== undefined && (await this.outbox.takeBack(moved.keys)).length === moved.keys.length;
    const from = moved !== undefined && isUnread ? moved.from : told.entry;
    const [occasion] = await this.visitCalendars.identified([line]);
    if (!occasion || isSameJson(from, now) || this.isOver(from, now)) {
      await this.invitations.noteTold(visitId, { entry: now });
      return;
    }
    const key = `visit-moved/${visitId}/${occasion.identity.sequence}`;
    const model = await this.model(line, from, zoneBefore);
    const { accountId, locale } = await this.people.of(line.specialistId);
    const drafts: MailDraft[] = [
      {
        key,
        to: {
          address: line.email,
          name: line.specialist,
          specialistId: line.specialistId,
          ...(accountId && { accountId }),
        },
        locale,
        month: line.month,
        from: sent.sender,
        thread: sent.mailKey,
        template: 'visit-moved',
        model,
        invitations: [this.calendars.invitation('REQUEST', occasion, locale)],
      },
      ...(await this.toStandIn(line, key, model)),
    ];
    await this.outbox.postAll(drafts);
    await this.invitations.noteTold(visitId, { entry: now, moved: { keys: drafts.map((draft) => draft.key), from } });
  }

  /** Meetings keep their hour in another time zone, so that they are at another instant, and calendars have to follow. */
  async tellOfZone(zoneBefore: string): Promise<void> {
    for (const id of await this.invitations.toldAhead()) await this.tell(id, zoneBefore);
  }

  /** Nobody has to know when a meeting was that is over either way. */
  private isOver(from: Entry, now: Entry): boolean {
    const at = this.clock.now().toISOString();
    return from.endsAt <= at && now.endsAt <= at;
  }

  private async model(line: VisitLine, from: Entry, zoneBefore: string | null): Promise<MovedMail> {
    const { month } = line;
    const now = entryOf(line);
    const isSameTime = from.startsAt === now.startsAt && from.endsAt === now.endsAt;
    const zone = zoneBefore !== null && isSameByClock(from, zoneBefore, now, line.zone) ? zoneBefore : null;
    const [starts, ends] = [at(from.startsAt, zone ?? line.zone), at(from.endsAt, zone ?? line.zone)];
    return {
      visit: mailLine(line, this.config.publicUrl),
      before: { day: starts.day, from: starts.time, to: ends.time, place: from.place },
      isSameTime,
      isSamePlace: from.place === now.place,
      zone: zone === null ? null : { from: zone, to: line.zone },
      isOver: line.endsAt <= this.clock.now(),
      standsInFor: null,
      answerBy: isSameTime || zone !== null ? null : ((await this.answers.findOf(line.id))?.answerBy ?? null),
      link: `${this.config.publicUrl}/my/visits?month=${month}`,
    };
  }

  private async toStandIn(
    { standIn, specialist, month }: VisitLine,
    key: string,
    model: MovedMail,
  ): Promise<MailDraft[]> {
    if (!standIn) return [];
    const { accountId, locale } = await this.people.of(standIn.id);
    return [
      {
        key: `${key}/stand-in`,
        to: {
          address: standIn.email,
          name: standIn.name,
          specialistId: standIn.id,
          ...(accountId && { accountId }),
        },
        locale,
        month,
        template: 'visit-moved',
        model: { ...model, standsInFor: specialist, answerBy: null },
      },
    ];
  }
}

function at(time: string, zone: string): { readonly day: Day; readonly time: string } {
  const instant = new Date(time);
  return { day: dayIn(zone, instant), time: timeIn(zone, instant) };
}

/** Whether a clock on the wall shows the same for both, each in its own zone. */
function isSameByClock(a: Entry, zoneOfA: string, b: Entry, zoneOfB: string): boolean {
  return (['startsAt', 'endsAt'] as const).every((key) => isSameJson(at(a[key], zoneOfA), at(b[key], zoneOfB)));
}
