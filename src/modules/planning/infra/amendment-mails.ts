import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import type { AmendmentId, SpecialistId } from '../../../kernel/id.ts';
import { dayIn, firstDay } from '../../../kernel/month.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { DocumentRegister } from '../../documents/index.ts';
import {
  Calendars,
  type InvitationMethod,
  MailContactReadModel,
  type MailModels,
  Outbox,
  type VisitLine as MailLine,
} from '../../notifications/index.ts';
import {
  DeadlinesReadModel,
  mailLine,
  takesPlace,
  VisitCalendars,
  VisitInvitations,
  type VisitLine,
  VisitsReadModel,
} from '../../visits/index.ts';
import type { Amendment } from '../domain/amendment.ts';
import { type PlanVisit, PlanVisitsReadModel } from './plan-visits-read-model.ts';
import { Amendments } from './repositories/amendments.ts';

/** What somebody has to be told, as it still is: of a visit that was changed once more the next mail tells. */
interface Told {
  readonly off: readonly VisitLine[];
  readonly on: readonly VisitLine[];
}

type Shared = Pick<MailModels['visits-amended'], 'month' | 'number' | 'reason' | 'notice' | 'contact'>;

/** Tells each person whom an amendment touches, once, and nobody else; posted by a handler of the event. */
@Injectable()
export class AmendmentMails {
  constructor(
    private readonly amendments: Amendments,
    private readonly planned: PlanVisitsReadModel,
    private readonly visits: VisitsReadModel,
    private readonly visitCalendars: VisitCalendars,
    private readonly invitations: VisitInvitations,
    private readonly calendars: Calendars,
    private readonly register: DocumentRegister,
    private readonly deadlines: DeadlinesReadModel,
    private readonly contacts: MailContactReadModel,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async mail(id: AmendmentId): Promise<void> {
    const amendment = await this.amendments.get(id);
    const ids = amendment.changes.map(({ visitId }) => visitId);
    await this.invitations.lock(ids);
    const lines = new Map((await this.visits.list(ids)).map((line) => [line.id, line]));
    const people = new Map<SpecialistId, PlanVisit>();
    for (const visit of await this.planned.list(ids)) people.set(visit.specialistId, visit);
    const shared = await this.sharedOf(amendment);
    for (const [specialistId, person] of people) {
      const own = amendment.changes.filter((change) => change.specialistId === specialistId);
      const linesOf = (kind: 'release' | 'send') =>
        own.flatMap((change) => (change.kind === kind ? (lines.get(change.visitId) ?? []) : []));
      const told = { off: await this.stillOff(linesOf('release')), on: this.stillOn(linesOf('send')) };
      if (told.off.length + told.on.length > 0) await this.tell(amendment, person, told, shared);
    }
  }

  /** Who was never told of a visit need not be told that it is off. */
  private async stillOff(lines: readonly VisitLine[]): Promise<VisitLine[]> {
    const off: VisitLine[] = [];
    for (const line of lines) {
      const isOff = line.state === 'released' && line.endsAt > this.clock.now();
      if (isOff && (await this.invitations.findSent(line.id))) off.push(line);
    }
    return off;
  }

  private stillOn(lines: readonly VisitLine[]): VisitLine[] {
    return lines.filter(({ state, endsAt }) => takesPlace(state) && endsAt > this.clock.now());
  }

  private async tell(
    { id, kind: amendmentKind }: Amendment,
    { specialistId, specialist, email, accountId, locale: chosen }: PlanVisit,
    { off, on }: Told,
    shared: Shared,
  ): Promise<void> {
    const { publicUrl } = this.config;
    const locale = chosen ?? 'vi';
    const key = `visits-amended/${id}/${specialistId}`;
    const before = await this.invitations.findLast(specialistId, shared.month);
    for (const line of off) await this.invitations.raise(line.id);
    const deadlines = await this.deadlines.read();
    const [first] = on.filter(({ state }) => state === 'offered');
    await this.outbox.post({
      key,
      to: { address: email, name: specialist, specialistId, ...(accountId && { accountId }) },
      locale,
      month: shared.month,
      ...(before && { from: before.sender, thread: before.mailKey }),
      template: 'visits-amended',
      model: {
        ...shared,
        off: await this.asTold(off),
        on: on.map((line) => mailLine(line, publicUrl)),
        isAgreed: on.every(({ state }) => state === 'accepted'),
        outside: amendmentKind === 'outside' ? (on[0]?.outside ?? null) : null,
        answerBy: first
          ? deadlines.answerBy(dayIn(first.zone, this.clock.now()), dayIn(first.zone, first.startsAt))
          : null,
        formWorkdays: deadlines.policyOn(firstDay(shared.month)).formWorkdays,
        link: `${publicUrl}/my/visits?month=${shared.month}`,
      },
      invitations: [...(await this.entriesOf(off, 'CANCEL', locale)), ...(await this.entriesOf(on, 'REQUEST', locale))],
    });
    await this.invitations.noteSent(on.map(({ id: visitId }) => ({ visitId, mailKey: key })));
  }

  /** When and where they are off is said as they know it, whatever has become of the meeting since. */
  private async asTold(off: readonly VisitLine[]): Promise<MailLine[]> {
    const lines: MailLine[] = [];
    for (const line of off) {
      const told = await this.invitations.toldForUpdate(line.id);
      const known = told && {
        startsAt: new Date(told.entry.startsAt),
        endsAt: new Date(told.entry.endsAt),
        place: told.entry.place,
      };
      lines.push(mailLine({ ...line, ...known }, this.config.publicUrl));
    }
    return lines;
  }

  private async entriesOf(lines: readonly VisitLine[], method: InvitationMethod, locale: 'vi' | 'en') {
    const occasions = await this.visitCalendars.identified(lines);
    return occasions.map((occasion) => this.calendars.invitation(method, occasion, locale));
  }

  private async sharedOf({ month, number, reason, noticeId }: Amendment): Promise<Shared> {
    const { publicUrl } = this.config;
    const notice = noticeId && {
      ...(await this.register.referenceOf(noticeId)),
      link: `${publicUrl}/my/notices/${noticeId}/pdf`,
    };
    return { month, number, reason, notice, contact: await this.contacts.acting() };
  }
}
