import type { AccountId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Locale } from '../../../kernel/actor.ts';
import { formatActing } from '../../../kernel/format.ts';
import { type Day, type Month, monthOf } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Outbox } from '../../notifications/index.ts';
import { FormMails } from '../application/ports.ts';
import type { OwedForm } from '../domain/owed-form.ts';
import type { SubmissionId } from '../domain/submission.ts';

interface Addressee {
  specialist: string;
  email: string;
  accountId: AccountId | null;
  locale: Locale | null;
}

interface ReturnedRow {
  visitId: VisitId;
  specialistId: SpecialistId;
  month: Day;
  heldOn: Day;
  branch: string;
  reviewer: string | null;
  /** For whom, where a deputy reviewed. */
  principal: string | null;
}

/** The signature where the service itself returns a form. */
const BOARD: Record<Locale, string> = { vi: 'Ban chủ trì', en: 'the organisation board' };

@Injectable()
export class OutboxFormMails extends FormMails {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  returned(submissionId: SubmissionId, comments: string | null, remarks: number): Promise<void> {
    return this.askAgain(submissionId, comments, remarks, false);
  }

  reopened(submissionId: SubmissionId, reason: string): Promise<void> {
    return this.askAgain(submissionId, reason, 0, true);
  }

  private async askAgain(
    submissionId: SubmissionId,
    comment: string | null,
    remarks: number,
    wasAccepted: boolean,
  ): Promise<void> {
    const [row] = await this.work.query<ReturnedRow>(
      `select v.id as "visitId", v.specialist_id as "specialistId", v.month, v.held_on as "heldOn", b.name as branch,
         (select name from account_names where id = $2) as reviewer,
         (select name from account_names where id = $3) as principal
       from submissions s join month_visits v on v.id = s.visit_id join branch_profiles b on b.id = v.branch_id where s.id = $1`,
      [submissionId, this.work.actor.accountId, this.work.actor.onBehalfOf ?? null],
    );
    if (!row) throw new Error(`submission ${submissionId} is not there`);
    const { to, locale } = await this.addressee(row.specialistId);
    await this.outbox.post({
      key: `form-returned/${submissionId}`,
      to,
      locale,
      month: monthOf(row.month),
      template: 'form-returned',
      model: {
        day: row.heldOn,
        branch: row.branch,
        comment,
        remarks,
        wasAccepted,
        reviewer: row.reviewer === null ? BOARD[locale] : formatActing(locale, row.reviewer, row.principal),
        link: this.formLink(row.visitId),
      },
    });
  }

  async late(specialistId: SpecialistId, forms: readonly OwedForm[], at: Date): Promise<void> {
    const { to, locale } = await this.addressee(specialistId);
    await this.outbox.post({
      key: `form-missing/${specialistId}/${at.toISOString()}`,
      to,
      locale,
      ...latestMonth(forms),
      template: 'form-missing',
      model: {
        visits: forms.map(({ visitId, heldOn, branch, dueOn, daysLate, returned }) => ({
          day: heldOn,
          branch,
          dueOn,
          daysLate,
          isReturned: returned !== null,
          link: this.formLink(visitId),
        })),
        link: `${this.config.publicUrl}/my/visits`,
      },
    });
  }

  private async addressee(specialistId: SpecialistId) {
    const [row] = await this.work.query<Addressee>(
      `select p.name as specialist, p.email, a.account_id as "accountId", a.locale
       from specialist_profiles p left join specialist_accounts a on a.specialist_id = p.id
       where p.id = $1 order by a.account_id limit 1`,
      [specialistId],
    );
    if (!row) throw new Error(`specialist ${specialistId} is not there`);
    const { email: address, specialist: name, accountId, locale } = row;
    return { to: { address, name, specialistId, ...(accountId && { accountId }) }, locale: locale ?? 'vi' };
  }

  private formLink(visitId: VisitId): string {
    return `${this.config.publicUrl}/my/visits/${visitId}/form`;
  }
}

/** The month on whose page the delivery of a reminder is shown. */
function latestMonth(forms: readonly OwedForm[]): { month?: Month } {
  const month = forms
    .map((form) => form.month)
    .sort()
    .at(-1);
  return month === undefined ? {} : { month };
}
