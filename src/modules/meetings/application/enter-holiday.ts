import { Injectable } from '@nestjs/common';
import type { AccountId } from '../../../kernel/id.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { type Day, monthOf } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { EnteredHoliday } from '../domain/holiday.ts';
import type {} from '../errors.ts';
import { HolidayEntries } from '../infra/repositories/holiday-entries.ts';
import { WorkCalendarReadModel } from '../infra/work-calendar-read-model.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'holiday.entered': { readonly day: Day; readonly by: AccountId | null };
    'holiday.removed': { readonly day: Day; readonly by: AccountId | null };
  }
}

/** Enters a day in the holiday calendar, or removes it. Meetings are not moved. */
@Injectable()
export class EnterHoliday {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: HolidayEntries,
    private readonly calendar: WorkCalendarReadModel,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** The same entry again does nothing. @throws DomainError holiday.works_anyway, holiday.leap_day */
  execute(entry: EnteredHoliday): Promise<void> {
    return this.work.run(async () => {
      await this.mustMakeSense(entry);
      const before = await this.entries.find(entry.day);
      if (before && isSame(before, entry)) return;
      await this.entries.save(entry);
      await this.note('holiday.entered', entry.day, { ...entry, ...(before && { before }) });
    });
  }

  /** Removes the whole entry; with `fromYear`, a yearly entry from that year on. Removing it again does nothing. */
  remove(day: Day, fromYear?: number): Promise<void> {
    return this.work.run(async () => {
      const before = await this.entries.find(day);
      if (!before) return;
      const ends = fromYear !== undefined && before.isYearly && fromYear > yearOf(day);
      if (ends) await this.entries.save({ ...before, lastYear: fromYear - 1 });
      else await this.entries.remove(day);
      await this.note('holiday.removed', day, { before, ...(ends && { lastYear: fromYear - 1 }) });
    });
  }

  /** @throws DomainError holiday.works_anyway, holiday.leap_day */
  private async mustMakeSense({ day, kind, isYearly }: EnteredHoliday): Promise<void> {
    if (isYearly && day.endsWith('-02-29')) throw new DomainError('holiday.leap_day', {});
    if (kind !== 'worked') return;
    const calendar = await this.calendar.read();
    if (calendar.isWorkday(day) && !calendar.isWorked(day)) throw new DomainError('holiday.works_anyway', { day });
  }

  private async note(action: 'holiday.entered' | 'holiday.removed', day: Day, details: object): Promise<void> {
    this.audit.record({ action, subject: { kind: 'holiday', id: day }, details: { ...details } });
    await this.events.publish(
      action,
      { day, by: this.work.actor.accountId },
      { subject: day, about: [`month/${monthOf(day)}`] },
    );
  }
}

function isSame(a: EnteredHoliday, b: EnteredHoliday): boolean {
  return a.name === b.name && a.kind === b.kind && a.isYearly === b.isYearly && a.lastYear === b.lastYear;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
