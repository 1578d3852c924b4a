import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import { type Day, dayIn, timeIn } from '../../../kernel/month.ts';
import { isSameJson } from '../../../kernel/same-json.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Calendars, type MailDraft, type MailModels, Outbox, type VisitOccasion } from '../../notifications/index.ts';
import { isOpen } from '../domain/visit-state.ts';
import { mailLine } from './mail-line.ts';
import { OpenAnswersReadModel } from './open-answers-read-model.ts';
import {
  type Entry,
  entryOf,
  type SentInvitation,
  type Told,
  VisitInvitations,
} from './repositories/visit-invitations.ts';
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
   * state once; a meeting that is back where they know it to be needs no mail.
   */
  async tell(visitId: VisitId): Promise<void> {
    const change = await this.changeOf(visitId);
    if (!change) return;
    const { moved } = change.told;
    const isOwnMail = moved !== undefined && moved.isShared !== true;
    await this.tellAll([change], new Set(isOwnMail ? await this.outbox.takeBack(moved.keys) : []), null);
  }

  /**
   * Meetings keep their hour in another time zone, so that they are at another instant, and calendars have to follow.
   * Each person gets one mail about all of theirs.
   */
  async tellOfZone(zoneBefore: string): Promise<void> {
    const changes: Change[] = [];
    for (const id of await this.invitations.toldAhead()) {
      const change = await this.changeOf(id);
      if (change) changes.push(change);
    }
    const keys = new Set(changes.flatMap(({ told }) => told.moved?.keys ?? []));
    await this.tellAll(changes, new Set(await this.outbox.takeBack([...keys])), zoneBefore);
  }

  /** What there is to tell about a visit, whose row is locked; null for nothing. */
  private async changeOf(visitId: VisitId): Promise<Change | null> {
    const told = await this.invitations.toldForUpdate(visitId);
    const line = await this.visits.get(visitId);
    const sent = await this.invitations.findSent(visitId);
    if (!told || !sent || !isOpen(line.state) || isSameJson(told.entry, entryOf(line))) return null;
    return { told, line, sent };
  }

  private async tellAll(
    changes: readonly Change[],
    unread: ReadonlySet<string>,
    zoneBefore: string | null,
  ): Promise<void> {
    const shifts: Shift[] = [];
    for (const change of changes) {
      const shift = await this.shiftOf(change, unread, zoneBefore);
      if (shift) shifts.push(shift);
      else await this.invitations.noteTold(change.line.id, { entry: entryOf(change.line) });
    }
    const drafts: MailDraft[] = [];
    const keysOf = new Map<VisitId, string[]>();
    const shared = new Set<string>();
    for (const readings of byReader(shifts)) {
      const draft = await this.draft(readings);
      drafts.push(draft);
      if (readings.length > 1) shared.add(draft.key);
      for (const { line } of readings) keysOf.set(line.id, [...(keysOf.get(line.id) ?? []), draft.key]);
    }
    await this.outbox.postAll(drafts);
    for (const { line, from, zone } of shifts) {
      const keys = keysOf.get(line.id) ?? [];
      const isShared = keys.some((key) => shared.has(key));
      await this.invitations.noteTold(line.id, {
        entry: entryOf(line),
        moved: { keys, from, ...(zone !== line.zone && { zone }), ...(isShared && { isShared }) },
      });
    }
  }

  /** Null where the person knows it already, or need not know it any more. */
  private async shiftOf(
    { told, line, sent }: Change,
    unread: ReadonlySet<string>,
    zoneBefore: string | null,
  ): Promise<Shift | null> {
    const { moved } = told;
    // Of the person and a stand-in one may have read it.
    const isUnread = moved !== undefined && moved.keys.every((key) => unread.has(key));
    const from = isUnread ? moved.from : told.entry;
    const zone = (isUnread ? moved.zone : undefined) ?? zoneBefore ?? line.zone;
    const now = entryOf(line);
    const [occasion] = await this.visitCalendars.identified([line]);
    if (!occasion || isSameJson(from, now) || this.isOver(from, now)) return null;
    return { line, sent, from, zone, occasion };
  }

  /** Nobody has to know when a meeting was that is over either way. */
  private isOver(from: Entry, now: Entry): boolean {
    const at = this.clock.now().toISOString();
    return from.endsAt <= at && now.endsAt <= at;
  }

  /** One mail to somebody about one of their visits, or about all that have another time. */
  private async draft(readings: readonly [Reading, ...Reading[]]): Promise<MailDraft> {
    const [first] = readings;
    const { line, sent, reader, occasion } = first;
    const { accountId, locale } = await this.people.of(reader.id);
    const base = {
      to: {
        address: reader.email,
        name: reader.name,
        specialistId: reader.id,
        ...(accountId && { accountId }),
      },
      locale,
      month: line.month,
    };
    const models: MovedMail[] = [];
    for (const reading of readings) models.push(await this.model(reading));
    const [model] = models;
    const key = `visit-moved/${line.id}/${occasion.identity.sequence}`;
    if (readings.length === 1 && model) {
      const draft = { ...base, template: 'visit-moved' as const, model };
      if (first.standsInFor !== null) return { ...draft, key: `${key}/stand-in` };
      const invitations = [this.calendars.invitation('REQUEST', occasion, locale)];
      return { ...draft, key, from: sent.sender, thread: sent.mailKey, invitations };
    }
    const own = readings.filter(({ standsInFor }) => standsInFor === null);
    return {
      ...base,
      key: `visits-moved/${reader.id}/${key}`,
      ...(own[0] && { from: own[0].sent.sender }),
      template: 'visits-moved',
      model: {
        visits: models.map(({ visit, before, zone, isSameTime, standsInFor }) => ({
          ...visit,
          before,
          isSameTime: isSameTime || zone !== null,
          standsInFor,
        })),
        zone: first.zone === line.zone ? null : { from: first.zone, to: line.zone },
        answerBy: models.flatMap(({ answerBy }) => answerBy ?? []).toSorted()[0] ?? null,
        link: `${this.config.publicUrl}/my/visits?month=${line.month}`,
      },
      invitations: own.map((reading) => this.calendars.invitation('REQUEST', reading.occasion, locale)),
    };
  }

  private async model({ line, from, zone, standsInFor }: Reading): Promise<MovedMail> {
    const { month } = line;
    const now = entryOf(line);
    const isSameTime = from.startsAt === now.startsAt && from.endsAt === now.endsAt;
    const isOtherZone = zone !== line.zone && isSameByClock(from, zone, now, line.zone);
    const [starts, ends] = [at(from.startsAt, zone), at(from.endsAt, zone)];
    const asksNothing = isSameTime || isOtherZone || standsInFor !== null;
    return {
      visit: mailLine(line, this.config.publicUrl),
      before: { day: starts.day, from: starts.time, to: ends.time, place: from.place, kind: from.kind },
      isSameTime,
      isSamePlace: from.place === now.place,
      isSameKind: from.kind === now.kind,
      zone: isOtherZone ? { from: zone, to: line.zone } : null,
      isOver: line.endsAt <= this.clock.now(),
      standsInFor,
      answerBy: asksNothing ? null : ((await this.answers.findOf(line.id))?.answerBy ?? null),
      link: `${this.config.publicUrl}/my/visits?month=${month}`,
    };
  }
}

interface Change {
  readonly told: Told;
  readonly line: VisitLine;
  readonly sent: SentInvitation;
}

/** A visit that is elsewhere than its people know, and in which zone they know it. */
interface Shift {
  readonly line: VisitLine;
  readonly sent: SentInvitation;
  readonly from: Entry;
  readonly zone: string;
  readonly occasion: VisitOccasion;
}

/** The same for one of those who read it: whoever goes, or who stands in for them. */
interface Reading extends Shift {
  readonly reader: { readonly id: SpecialistId; readonly name: string; readonly email: string };
  readonly standsInFor: string | null;
}

function byReader(shifts: readonly Shift[]): (readonly [Reading, ...Reading[]])[] {
  const readings = new Map<SpecialistId, [Reading, ...Reading[]]>();
  const add = (reading: Reading) => {
    const others = readings.get(reading.reader.id);
    if (others) others.push(reading);
    else readings.set(reading.reader.id, [reading]);
  };
  for (const shift of shifts) {
    const { specialistId: id, specialist: name, email, standIn } = shift.line;
    add({ ...shift, reader: { id, name, email }, standsInFor: null });
    if (standIn) add({ ...shift, reader: standIn, standsInFor: name });
  }
  return [...readings.values()];
}

function at(time: string, zone: string): { readonly day: Day; readonly time: string } {
  const instant = new Date(time);
  return { day: dayIn(zone, instant), time: timeIn(zone, instant) };
}

/** Whether a clock on the wall shows the same for both, each in its own zone. */
function isSameByClock(a: Entry, zoneOfA: string, b: Entry, zoneOfB: string): boolean {
  return (['startsAt', 'endsAt'] as const).every((key) => isSameJson(at(a[key], zoneOfA), at(b[key], zoneOfB)));
}
