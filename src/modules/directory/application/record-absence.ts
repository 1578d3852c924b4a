import { type AccountId, isId, newId, type SpecialistId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { staleEdit } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import { addDays, type Day } from '../../../kernel/month.ts';
import { may } from '../../../kernel/permissions.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import type { Hours } from '../../../kernel/hours.ts';
import type { AbsenceKind } from '../../../kernel/vocabulary.ts';
import type { Absence, AbsenceId } from './ports.ts';
import type {} from '../errors.ts';
import { Absences } from '../infra/repositories/absences.ts';
import { Directory } from '../infra/repositories/directory.ts';

export interface Leave {
  /** As requested; it may be no specialist's id. */
  readonly specialistId: SpecialistId;
  readonly from: Day;
  /** The last day away. */
  readonly to: Day;
  readonly kind: AbsenceKind;
  /** Between these hours on each of the days; all day where left out. */
  readonly hours?: Hours | null;
}

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'absence.recorded': {
      readonly specialistId: SpecialistId;
      readonly from: Day;
      readonly before: Day;
      readonly hours: Hours | null;
      readonly by: AccountId | null;
    };
  }
}

/** Records that somebody is away, or no longer is. */
@Injectable()
export class RecordAbsence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly absences: Absences,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
  ) {}

  /**
   * Recording the same period again can only change its kind, given the kind that the editor has `seen`. @throws
   * DomainError absence.specialist_not_found, absence.ends_before_start, absence.hours_end_before_start,
   * absence.told_by_board, edit.stale
   */
  execute({ specialistId, from, to, kind, hours = null }: Leave, seen: AbsenceKind | null = null): Promise<Absence> {
    if (to < from) throw new DomainError('absence.ends_before_start', {});
    if (hours && hours.to <= hours.from) throw new DomainError('absence.hours_end_before_start', {});
    return this.work.run(async () => {
      await this.directory.lock();
      if (!isId(specialistId) || !(await this.absences.specialistExists(specialistId))) {
        throw new DomainError('absence.specialist_not_found', { specialistId });
      }
      const toldBy = this.work.actor.accountId;
      const wanted = {
        id: newId<'Absence'>(),
        specialistId,
        startsOn: from,
        endsBefore: addDays(to, 1),
        kind,
        hours,
        toldBy,
      };
      const known = await this.absences.findSpan(wanted);
      if (known?.kind === kind) return known;
      const isTheirs = known?.toldBy === toldBy || may(this.work.actor, 'absence.record');
      if (known && !isTheirs) throw new DomainError('absence.told_by_board', {});
      if (known && known.kind !== seen) throw staleEdit();
      const absence = known ? { ...known, kind } : wanted;
      await (known ? this.absences.setKind(absence) : this.absences.insert(absence));
      this.audit.record({ action: 'absence.recorded', subject: { kind: 'absence', id: absence.id }, details: absence });
      const { startsOn, endsBefore: before } = absence;
      const facts = { specialistId, from: startsOn, before, hours, by: toldBy };
      await this.events.publish('absence.recorded', facts, { subject: specialistId });
      return absence;
    });
  }

  /**
   * Returns what was removed; removing it again does nothing. `seen`: its kind as the editor saw it, where known.
   * @throws DomainError absence.not_found, edit.stale
   */
  remove(id: AbsenceId, seen: AbsenceKind | null = null): Promise<Absence | null> {
    return this.work.run(async () => {
      await this.directory.lock();
      const absence = await this.absences.find(id);
      if (!absence) {
        const subject = { kind: 'absence', id } as const;
        if (await this.edits.isLast(subject, 'absence.removed')) return this.edits.detailsOfLast<Absence>(subject);
        throw new DomainError('absence.not_found', { absenceId: id });
      }
      if (seen !== null && seen !== absence.kind) throw staleEdit();
      await this.absences.remove(id);
      this.audit.record({ action: 'absence.removed', subject: { kind: 'absence', id }, details: absence });
      return absence;
    });
  }

  /**
   * A specialist takes back an absence that they recorded themselves. @throws DomainError absence.not_found,
   * absence.told_by_board
   */
  takeBackOwn(id: AbsenceId, specialistId: SpecialistId): Promise<Absence | null> {
    return this.work.run(async () => {
      const absence = await this.absences.find(id);
      if (absence && absence.specialistId !== specialistId)
        throw new DomainError('absence.not_found', { absenceId: id });
      if (absence && absence.toldBy !== this.work.actor.accountId) throw new DomainError('absence.told_by_board', {});
      return this.remove(id);
    });
  }
}
