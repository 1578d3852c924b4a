import { type AccountId, type SpecialistId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { reminderOf, stagesReached } from '../domain/due.ts';
import { type OwedForm, stageOf } from '../domain/owed-form.ts';
import { FormMails } from './ports.ts';
import { OwedForms } from '../infra/repositories/owed-forms.ts';
import type { OwedScope } from '../infra/owed-forms-read-model.ts';

/** Reminds people of late forms, once per visit and stage; never somebody who still has time or owes nothing. */
@Injectable()
export class RemindLateForms {
  constructor(
    private readonly work: UnitOfWork,
    private readonly owed: OwedForms,
    private readonly mails: FormMails,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The automatic reminders of a morning. Returns the number of people who get a mail. */
  daily(): Promise<number> {
    const now = this.clock.now();
    return this.work.run(async () =>
      this.remind(await this.owed.lockLate({}), ({ dueOn, zone }) => stagesReached(dueOn, zone, now), now, null),
    );
  }

  /**
   * Reminders by the board, once per visit and day: to one person, a department, or everybody. Where everybody has been
   * reminded today, it returns how many were, so that a second click shows the same number as the first.
   */
  now(scope: OwedScope): Promise<number> {
    const now = this.clock.now();
    return this.work.run(async () => {
      await this.owed.lock();
      const forms = await this.owed.lockLate(scope);
      const people = await this.remind(forms, ({ zone }) => [reminderOf(zone, now)], now, this.work.actor.accountId);
      if (people === 0) return peopleIn(forms.filter(({ isRemindedToday }) => isRemindedToday)).size;
      const subject = { kind: 'committee', id: this.work.actor.committeeId };
      this.audit.record({ action: 'evaluation.reminded', subject, details: { ...scope, people } });
      return people;
    });
  }

  /** Sends one mail per person. A stage that was missed is not sent later: the latest stage covers all. */
  private async remind(
    forms: readonly OwedForm[],
    stagesOf: (form: OwedForm) => readonly string[],
    at: Date,
    by: AccountId | null,
  ): Promise<number> {
    const news: OwedForm[] = [];
    for (const form of forms) {
      const stages = stagesOf(form).map((stage) => stageOf(form, stage));
      if (await this.owed.markReminded(form.visitId, stages, at, by)) news.push(form);
    }
    const people = peopleIn(news);
    if (by !== null) this.recordReminded(news);
    // The mail lists everything that the person owes.
    for (const id of people) {
      const theirs = forms.filter(({ specialistId }) => specialistId === id);
      await this.mails.late(id, theirs, at);
    }
    return people.size;
  }

  private recordReminded(forms: readonly OwedForm[]): void {
    for (const { visitId } of forms) {
      this.audit.record({ action: 'visit.reminded', subject: { kind: 'visit', id: visitId } });
    }
  }
}

function peopleIn(forms: readonly OwedForm[]): Set<SpecialistId> {
  return new Set(forms.map(({ specialistId }) => specialistId));
}
