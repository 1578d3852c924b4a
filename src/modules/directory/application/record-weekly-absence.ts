import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { isId, newId, type SpecialistRef } from '../../../kernel/id.ts';
import { addDays } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { daysOfWeekly, MOST_WEEKLY_DAYS, type WeeklyAbsence, type WeeklyAbsenceId } from '../domain/weekly-absence.ts';
import { Absences } from '../infra/repositories/absences.ts';
import { Directory } from '../infra/repositories/directory.ts';
import { WeeklyAbsences } from '../infra/repositories/weekly-absences.ts';
import type { Leave } from './record-absence.ts';
import type {} from '../errors.ts';

export type WeeklyLeave = Leave & { readonly weekday: number };

/** Records that somebody is away on one weekday of every week, or no longer is. */
@Injectable()
export class RecordWeeklyAbsence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly absences: Absences,
    private readonly weekly: WeeklyAbsences,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
  ) {}

  /**
   * The same again does nothing. @throws DomainError absence.specialist_not_found, absence.ends_before_start,
   * absence.hours_end_before_start, absence.weekly_long, absence.weekly_none, absence.weekly_known
   */
  execute({ specialistId, weekday, from, to, kind, hours = null }: WeeklyLeave): Promise<WeeklyAbsence> {
    if (to < from) throw new DomainError('absence.ends_before_start', {});
    if (hours && hours.to <= hours.from) throw new DomainError('absence.hours_end_before_start', {});
    const span = { weekday, startsOn: from, endsBefore: addDays(to, 1) };
    if (span.endsBefore > addDays(from, MOST_WEEKLY_DAYS)) throw new DomainError('absence.weekly_long', {});
    const days = daysOfWeekly(span);
    if (days.length === 0) throw new DomainError('absence.weekly_none', {});
    return this.work.run(async () => {
      await this.directory.lock();
      if (!isId(specialistId) || !(await this.absences.specialistExists(specialistId))) {
        throw new DomainError('absence.specialist_not_found', { specialistId });
      }
      const by = this.work.actor.accountId;
      const absence: WeeklyAbsence = { id: newId<'WeeklyAbsence'>(), specialistId, ...span, hours, kind, toldBy: by };
      const known = await this.weekly.findSame(absence);
      if (known && known.kind !== kind) throw new DomainError('absence.weekly_known', {});
      if (known) return known;
      await this.weekly.insert(absence);
      this.note('absence.weekly_recorded', absence);
      for (const day of days) {
        const facts = { specialistId, from: day, before: addDays(day, 1), hours, by };
        await this.events.publish('absence.recorded', facts, { subject: specialistId });
      }
      return absence;
    });
  }

  /** Removing it again does nothing. @throws DomainError absence.not_found */
  remove(id: WeeklyAbsenceId): Promise<void> {
    return this.work.run(async () => {
      await this.directory.lock();
      const absence = await this.weekly.find(id);
      if (!absence) {
        if (await this.edits.isLast({ kind: 'weekly_absence', id }, 'absence.weekly_removed')) return;
        throw new DomainError('absence.not_found', { absenceId: String(id) });
      }
      await this.weekly.remove(id);
      this.note('absence.weekly_removed', absence);
    });
  }

  /**
   * A specialist takes back what they recorded themselves. @throws DomainError absence.not_found, absence.told_by_board
   */
  takeBackOwn(id: WeeklyAbsenceId, specialistId: SpecialistRef): Promise<void> {
    return this.work.run(async () => {
      const absence = await this.weekly.find(id);
      if (absence && absence.specialistId !== specialistId) {
        throw new DomainError('absence.not_found', { absenceId: String(id) });
      }
      if (absence && absence.toldBy !== this.work.actor.accountId) throw new DomainError('absence.told_by_board', {});
      return this.remove(id);
    });
  }

  private note(action: 'absence.weekly_recorded' | 'absence.weekly_removed', absence: WeeklyAbsence): void {
    this.audit.record({ action, subject: { kind: 'weekly_absence', id: absence.id }, details: { ...absence } });
  }
}
