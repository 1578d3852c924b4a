import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../kernel/actor.ts';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { type CalendarFault, layCalendar, readCalendar } from '../domain/calendar-workbook.ts';
import { mergeCalendar } from '../domain/merge-calendar.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import { CalendarFiles } from './calendar-files.ts';
import { KeepChange } from './keep-change.ts';
import { OpenMeeting } from './open-meeting.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'calendar.imported': { readonly month: Month };
  }
}

export interface CalendarImport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Where there are any, nothing was imported. */
  readonly faults: readonly CalendarFault[];
}

/** A month's calendar as a workbook, and back: all of the file or nothing, and meetings that are not in it stay. */
@Injectable()
export class ImportCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenMeeting,
    private readonly meetings: Meetings,
    private readonly rules: MeetingRules,
    private readonly files: CalendarFiles,
    private readonly keep: KeepChange,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async download(month: Month, locale: Locale): Promise<Uint8Array> {
    const sheet = await this.work.run(async () => {
      const branches = new Map((await this.rules.branchCodes()).map((branch) => [branch.id, branch]));
      return layCalendar(await this.meetings.list(month), branches, await this.rules.zone(), locale);
    });
    return this.files.write(sheet);
  }

  /** The same file again changes nothing. @throws DomainError xlsx.…, meeting.month_published, meeting.month_far */
  async execute(month: Month, bytes: Uint8Array): Promise<CalendarImport> {
    const { rows, faults } = readCalendar(await this.files.read(bytes));
    return this.work.run(async () => {
      await this.open.nearMonth(month);
      const branches = new Map((await this.rules.branchCodes()).map((branch) => [branch.code, branch]));
      const stored = await this.meetings.list(month);
      const zone = await this.rules.zone();
      const merged = mergeCalendar(rows, { month, stored, branches, zone });
      const all = [...faults, ...merged.faults];
      const { added, changed, unchanged } = merged;
      if (all.length > 0) return { added: 0, changed: 0, unchanged: 0, faults: all };
      if (added.length + changed.length > 0) {
        await this.meetings.updateAll(changed.map(({ after }) => after));
        await this.meetings.insertAll(added);
        const changeId = changed.length > 0 ? await this.keep.of(month, 'edited', changed) : null;
        this.audit.record({
          action: 'calendar.imported',
          subject: { kind: 'month', id: month },
          details: { added: added.length, changed: changed.length, changeId },
        });
        for (const { before, after } of changed) {
          this.audit.record({
            action: 'meeting.moved',
            subject: { kind: 'meeting', id: before.id },
            details: { from: before.startsAt, to: after.startsAt, place: after.place, kind: after.kind, changeId },
          });
        }
        for (const { id, branchId, kind, startsAt } of added) {
          this.audit.record({
            action: 'meeting.added',
            subject: { kind: 'meeting', id },
            details: { branchId, kind, startsAt },
          });
        }
        await this.events.publish('calendar.imported', { month }, { about: [`month/${month}`] });
      }
      return { added: added.length, changed: changed.length, unchanged, faults: [] };
    });
  }
}
