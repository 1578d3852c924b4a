import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Locale } from '../../../kernel/actor.ts';
import type { AccountId, VisitId } from '../../../kernel/id.ts';
import { dayIn, timeIn } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Accounts } from '../../identity/index.ts';
import { Calendars, Outbox, type VisitLine as MailLine } from '../../notifications/index.ts';
import { VisitInvitations } from './repositories/visit-invitations.ts';
import { VisitCalendars } from './visit-calendars.ts';
import { type VisitLine, VisitsReadModel } from './visits-read-model.ts';

interface Declined {
  readonly id: string;
  readonly facts: { readonly visitId: VisitId };
}

/** Mails about what becomes of a visit after it was published; each is posted by a handler of the event. */
@Injectable()
export class VisitMails {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly visits: VisitsReadModel,
    private readonly visitCalendars: VisitCalendars,
    private readonly invitations: VisitInvitations,
    private readonly calendars: Calendars,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whoever plans the month has to find somebody else. */
  async tellBoard({ id, facts: { visitId } }: Declined): Promise<void> {
    const line = await this.visits.get(visitId);
    if (line.state !== 'declined') return; // taken back before anybody heard of it
    const board = await this.accounts.list('board');
    await this.outbox.postAll(
      board.map(({ id: accountId, email, name, locale }) => ({
        key: `visit-declined/${id}/${accountId}`,
        to: { address: email, name, accountId },
        locale,
        month: line.month,
        template: 'visit-declined',
        model: {
          visit: { ...this.mailLine(line), link: `${this.config.publicUrl}/months/${line.month}` },
          specialist: line.specialist,
          reason: line.declineReason ?? '',
          link: `${this.config.publicUrl}/months/${line.month}`,
        },
      })),
    );
  }

  /** Takes the visit out of the calendar into which an invitation has put it. */
  async withdraw(visitId: VisitId): Promise<void> {
    const sent = await this.invitations.findSent(visitId);
    const line = await this.visits.get(visitId);
    if (!sent || line.state !== 'declined') return;
    await this.invitations.raise(visitId);
    const [occasion] = await this.visitCalendars.identified([line]);
    if (!occasion) return;
    const { accountId, locale } = await this.accountOf(line);
    const { sequence } = occasion.identity;
    await this.outbox.post({
      key: `visit-cancelled/${visitId}/${sequence}`,
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
      template: 'visit-cancelled',
      model: {
        visit: this.mailLine(line),
        why: 'declined',
        reason: line.declineReason,
        link: `${this.config.publicUrl}/my/visits?month=${line.month}`,
      },
      invitations: [this.calendars.invitation('CANCEL', occasion, locale)],
    });
  }

  private mailLine(line: VisitLine): MailLine {
    const { zone, startsAt, endsAt, branch, place, kind, companions } = line;
    return {
      day: dayIn(zone, startsAt),
      from: timeIn(zone, startsAt),
      to: timeIn(zone, endsAt),
      branch,
      place,
      kind,
      with: companions,
      link: `${this.config.publicUrl}/my/visits/${line.id}`,
    };
  }

  private async accountOf({ specialistId }: VisitLine): Promise<{ accountId: AccountId | null; locale: Locale }> {
    const [row] = await this.work.query<{ accountId: AccountId; locale: Locale }>(
      `select account_id as "accountId", locale from specialist_accounts where specialist_id = $1 order by account_id limit 1`,
      [specialistId],
    );
    return row ?? { accountId: null, locale: 'vi' };
  }
}
