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

/** Asks for forms that are late, once a visit and stage, and never somebody who has until tomorrow or owes nothing. */
@Injectable()
export class RemindLateForms {
  constructor(
    private readonly work: UnitOfWork,
    private readonly owed: OwedForms,
    private readonly mails: FormMails,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What the mornings ask for by themselves. Answers how many people get a mail. */
  daily(): Promise<number> {
    const now = this.clock.now();
    return this.work.run(async () =>
      this.remind(await this.owed.lockLate({}), ({ dueOn, zone }) => stagesReached(dueOn, zone, now), now, null),
    );
  }

  /**
   * What the board asks for by hand, once a visit and day: of one person, of a department, or of all. Where nobody is
   * left to ask, the answer is how many were asked today, as the first click was told.
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

  /** One mail a person. A stage that was slept through is not made up for: the latest one speaks for all. */
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
    // Whoever gets a mail finds everything in it that they owe.
    for (const id of people) {
      const theirs = forms.filter(({ specialistId }) => specialistId === id);
      await this.mails.late(id, theirs, at);
    }
    return people.size;
  }
}

function peopleIn(forms: readonly OwedForm[]): Set<SpecialistId> {
  return new Set(forms.map(({ specialistId }) => specialistId));
}
