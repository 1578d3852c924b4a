import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Hours } from '../../../kernel/hours.ts';
import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import { addDays, type Day } from '../../../kernel/month.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Accounts } from '../../identity/index.ts';
import { type MailDraft, type MailModels, Outbox } from '../../notifications/index.ts';
import { factOfAbsence } from '../domain/touched-visit.ts';
import { mailLine } from './mail-line.ts';
import { SpecialistAccounts } from './specialist-accounts.ts';
import { type TouchedVisit, TouchedVisitsReadModel } from './touched-visits-read-model.ts';
import { type VisitLine, VisitsReadModel } from './visits-read-model.ts';

interface NewAbsence {
  readonly specialistId: SpecialistId;
  readonly from: Day;
  readonly before: Day;
  readonly hours: Hours | null;
  readonly by: AccountId | null;
}

interface NewHoliday {
  readonly day: Day;
  readonly by: AccountId | null;
}

type Told = Pick<MailModels['visits-touched'], 'cause' | 'holiday' | 'from' | 'until'>;

/** Informs the people concerned and the board of published visits that a new fact conflicts with, once per fact. */
@Injectable()
export class TouchedVisitMails {
  constructor(
    private readonly touched: TouchedVisitsReadModel,
    private readonly visits: VisitsReadModel,
    private readonly people: SpecialistAccounts,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async mailAboutAbsence({ specialistId, from, before, hours, by }: NewAbsence): Promise<void> {
    const fact = factOfAbsence({ from, before, hours });
    const touched = (await this.touched.list()).filter(
      (touch) => touch.cause === 'absence' && touch.specialistId === specialistId && touch.fact === fact,
    );
    const told: Told = { cause: 'absence', holiday: null, from, until: addDays(before, -1) };
    await this.tell(touched, `absence/${specialistId}/${fact}`, told, by);
  }

  async mailAboutHoliday({ day, by }: NewHoliday): Promise<void> {
    const touched = (await this.touched.list()).filter((touch) => touch.cause === 'holiday' && touch.day === day);
    const [first] = touched;
    if (!first) return;
    const told: Told = { cause: 'holiday', holiday: first.holiday, from: day, until: day };
    await this.tell(touched, `holiday/${first.fact}`, told, by);
  }

  /** The person who recorded the fact was shown the visits already. */
  private async tell(touched: readonly TouchedVisit[], key: string, told: Told, by: AccountId | null): Promise<void> {
    const lines = await this.visits.list(touched.map(({ visitId }) => visitId));
    const [first] = lines;
    if (!first) return;
    const board = (await this.accounts.list('board')).filter(({ id }) => id !== by);
    const toBoard = board.map(({ id: accountId, email, name, locale }): MailDraft => ({
      key: `visits-touched/${key}/${accountId}`,
      to: { address: email, name, accountId },
      locale,
      month: first.month,
      template: 'visits-touched',
      model: { ...told, isOwn: false, visits: this.rowsOf(lines), link: `${this.config.publicUrl}/touched-visits` },
    }));
    const toPeople = await Promise.all(
      [...new Set(lines.map(({ specialistId }) => specialistId))].map((id) =>
        this.toPerson(
          lines.filter(({ specialistId }) => specialistId === id),
          key,
          told,
          by,
        ),
      ),
    );
    await this.outbox.postAll([...toBoard, ...toPeople.flat()]);
  }

  private async toPerson(
    lines: readonly VisitLine[],
    key: string,
    told: Told,
    by: AccountId | null,
  ): Promise<MailDraft[]> {
    const [first] = lines;
    if (!first) return [];
    const { specialistId, email, specialist, month } = first;
    const { accountId, locale } = await this.people.of(specialistId);
    if (accountId !== null && accountId === by) return [];
    const link = `${this.config.publicUrl}/my/visits?month=${month}`;
    return [
      {
        key: `visits-touched/${key}/${specialistId}`,
        to: { address: email, name: specialist, specialistId, ...(accountId && { accountId }) },
        locale,
        month,
        template: 'visits-touched',
        model: { ...told, isOwn: true, visits: this.rowsOf(lines), link },
      },
    ];
  }

  private rowsOf(lines: readonly VisitLine[]): MailModels['visits-touched']['visits'] {
    return lines.map((line) => ({ ...mailLine(line, this.config.publicUrl), specialist: line.specialist }));
  }
}
