import { type SpecialistId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { reminderOf, stagesReached } from '../domain/due.ts';
import { FormMails, type MissingForm } from './ports.ts';
import { MissingForms } from '../infra/repositories/missing-forms.ts';

/** Asks for the forms of visits that are over, once a visit and stage, and never somebody whose form is there. */
@Injectable()
export class RemindMissingForms {
  constructor(
    private readonly work: UnitOfWork,
    private readonly missing: MissingForms,
    private readonly mails: FormMails,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What the mornings ask for by themselves. Answers how many people get a mail. */
  daily(): Promise<number> {
    const now = this.clock.now();
    return this.work.run(async () => {
      const forms = await this.missing.lock(now, null);
      return this.remind(forms, (form) => stagesReached(form.heldOn, form.zone, now), now);
    });
  }

  /** What the board asks for by hand, once a visit and day. */
  now(month: Month): Promise<number> {
    const now = this.clock.now();
    return this.work.run(async () => {
      const forms = await this.missing.lock(now, month);
      const people = await this.remind(forms, ({ zone }) => [reminderOf(zone, now)], now);
      this.audit.record({ action: 'evaluation.reminded', subject: { kind: 'month', id: month }, details: { people } });
      return people;
    });
  }

  /** One mail a person. A stage that was slept through is not made up for: the latest one speaks for all. */
  private async remind(
    forms: readonly MissingForm[],
    stagesOf: (form: MissingForm) => readonly string[],
    at: Date,
  ): Promise<number> {
    const mails = new Map<SpecialistId, MissingForm[]>();
    for (const form of forms) {
      const isNews = await this.missing.markReminded(form.visitId, stagesOf(form), at);
      if (isNews) mails.set(form.specialistId, [...(mails.get(form.specialistId) ?? []), form]);
    }
    for (const [specialistId, theirs] of mails) await this.mails.missing(specialistId, theirs, at);
    return mails.size;
  }
}
