import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import type { Ref, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Accounts } from '../../identity/index.ts';
import { Calendars, type MailModels, Outbox, type VisitLine as MailLine } from '../../notifications/index.ts';
import { isOpen } from '../domain/visit-state.ts';
import { mailLine } from './mail-line.ts';
import { SpecialistAccounts } from './specialist-accounts.ts';
import { entryOf, VisitInvitations } from './repositories/visit-invitations.ts';
import { VisitCalendars } from './visit-calendars.ts';
import { type VisitLine, VisitsReadModel } from './visits-read-model.ts';

type Followed = {
  readonly [T in 'visit-cancelled' | 'visit-restored']: { readonly template: T; readonly model: MailModels[T] };
}['visit-cancelled' | 'visit-restored'];

interface Declined {
  readonly id: Ref<'Event'>;
  readonly facts: { readonly visitId: VisitId };
}

/** Mails about changes of a visit after its publication; each is posted by a handler of the event. */
@Injectable()
export class VisitMails {
  constructor(
    private readonly visits: VisitsReadModel,
    private readonly visitCalendars: VisitCalendars,
    private readonly invitations: VisitInvitations,
    private readonly calendars: Calendars,
    private readonly accounts: Accounts,
    private readonly people: SpecialistAccounts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The planners have to find somebody else. */
  async mailBoard({ id, facts: { visitId } }: Declined): Promise<void> {
    const line = await this.visits.get(visitId);
    if (line.state !== 'declined') return; // taken back before anybody was informed
    const board = await this.accounts.list('board');
    await this.outbox.postAll(
      board.map(({ id: accountId, email, name, locale }) => ({
        key: `visit-declined/${id}/${accountId}`,
        to: { address: email, name, accountId },
        locale,
        month: line.month,
        template: 'visit-declined',
        model: {
          visit: { ...this.mailLine(line), link: this.repairsLink(line) },
          specialist: line.specialist,
          kind: line.declineKind ?? 'other',
          reason: line.declineReason ?? '',
          link: this.repairsLink(line),
        },
      })),
    );
  }

  /** Cancels the calendar entry that an invitation made for a visit ahead. */
  async withdraw(visitId: VisitId): Promise<void> {
    const line = await this.visits.get(visitId);
    if (line.state !== 'declined' && line.state !== 'cancelled') return;
    await this.follow(line, 'CANCEL', () => ({
      template: 'visit-cancelled',
      model: {
        visit: this.mailLine(line),
        why: line.state === 'cancelled' ? 'not_held' : 'declined',
        reason: line.declineReason,
        link: this.listLink(line),
      },
    }));
  }

  /** Restores the cancelled calendar entry of a visit ahead. */
  async restore(visitId: VisitId): Promise<void> {
    const line = await this.visits.get(visitId);
    if (!isOpen(line.state)) return;
    await this.follow(line, 'REQUEST', () => ({
      template: 'visit-restored',
      model: { visit: this.mailLine(line), link: this.listLink(line) },
    }));
  }

  async mailStandIn(eventId: Ref<'Event'>, visitId: VisitId): Promise<void> {
    const line = await this.visits.get(visitId);
    if (line.standIn === null) return;
    const { accountId, locale } = await this.people.of(line.standIn.id);
    await this.outbox.post({
      key: `stand-in-named/${eventId}`,
      to: {
        address: line.standIn.email,
        name: line.standIn.name,
        specialistId: line.standIn.id,
        ...(accountId && { accountId }),
      },
      locale,
      month: line.month,
      template: 'stand-in-named',
      model: { visit: this.mailLine(line), specialist: line.specialist, link: this.listLink(line) },
    });
  }

  /** Whoever stood in for somebody, and need not any more. */
  async mailDroppedStandIn(eventId: Ref<'Event'>, visitId: VisitId, standInId: SpecialistId): Promise<void> {
    const line = await this.visits.get(visitId);
    const person = await this.people.named(standInId);
    // Named again meanwhile, or nothing is left to go to.
    if (line.standIn?.id === standInId || line.endsAt <= this.clock.now() || !person) return;
    const { accountId, locale } = await this.people.of(standInId);
    await this.outbox.post({
      key: `stand-in-dropped/${eventId}`,
      to: { address: person.email, name: person.name, specialistId: standInId, ...(accountId && { accountId }) },
      locale,
      month: line.month,
      template: 'stand-in-dropped',
      model: {
        visit: this.mailLine(line),
        specialist: line.specialist,
        isHeld: line.state !== 'cancelled',
        link: this.listLink(line),
      },
    });
  }

  /** Only entries that were sent are cancelled, and only those of visits ahead. */
  private async follow(line: VisitLine, method: 'CANCEL' | 'REQUEST', made: () => Followed): Promise<void> {
    const sent = await this.invitations.findSent(line.id);
    if (!sent || line.endsAt <= this.clock.now()) return;
    await this.invitations.raise(line.id);
    const [occasion] = await this.visitCalendars.identified([line]);
    if (!occasion) return;
    const { specialistId } = line;
    const { accountId, locale } = await this.people.of(specialistId);
    await this.invitations.noteTold(line.id, { entry: entryOf(line) });
    const followed = made();
    await this.outbox.post({
      key: `${followed.template}/${line.id}/${occasion.identity.sequence}`,
      to: { address: line.email, name: line.specialist, specialistId, ...(accountId && { accountId }) },
      locale,
      month: line.month,
      from: sent.sender,
      thread: sent.mailKey,
      ...followed,
      invitations: [this.calendars.invitation(method, occasion, locale)],
    });
  }

  /** The page that says who could go instead. */
  private repairsLink({ id, month, meetingId }: VisitLine): string {
    return `${this.config.publicUrl}/months/${month}/repairs?meeting=${meetingId}&visit=${id}`;
  }

  private listLink({ month }: VisitLine): string {
    return `${this.config.publicUrl}/my/visits?month=${month}`;
  }

  private mailLine(line: VisitLine): MailLine {
    return mailLine(line, this.config.publicUrl);
  }
}
