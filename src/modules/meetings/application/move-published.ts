import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { type Month, monthOf } from '../../../kernel/month.ts';
import { Events } from '../../../kernel/events.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { type ChangedMeetingFacts, isMovedTo, type Meeting, move } from '../domain/meeting.ts';
import type {} from '../errors.ts';
import type {} from './move-meeting.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import { TellBranch } from './tell-branch.ts';

/**
 * Moves a meeting of a published month, or makes it one of another kind; takes part in the caller's transaction, which has locked the month and the
 * meeting's visits, and changes those.
 */
@Injectable()
export class MovePublished {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly rules: MeetingRules,
    private readonly edits: LastEdit,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly branch: TellBranch,
  ) {}

  /**
   * Null where it is there already, as after a second click. `isTold`: the branch is told of it by another mail. @throws DomainError meeting.not_found,
   * meeting.not_published, meeting.leaves_month, meeting.is_cancelled, edit.stale
   */
  execute(
    month: Month,
    id: MeetingId,
    seen: number,
    to: ChangedMeetingFacts,
    isTold = false,
  ): Promise<{ readonly before: Meeting; readonly after: Meeting } | null> {
    return this.work.run(async () => {
      if (!(await this.meetings.isPublished(month))) throw new DomainError('meeting.not_published', { month });
      const before = await this.meetings.getForUpdate(id);
      if (before.month !== month) throw new DomainError('meeting.not_found', { meetingId: id });
      if (monthOf(to.day) !== month) throw new DomainError('meeting.leaves_month', { month });
      const zone = await this.rules.zone();
      if (isMovedTo(before, to, zone)) return null;
      await this.edits.named({ kind: 'meeting', id }, () => mustHaveSeen(seen, before.revision));
      const after = move(before, to, zone);
      await this.meetings.updateAll([after]);
      this.audit.record({
        action: 'meeting.moved',
        subject: { kind: 'meeting', id },
        details: {
          from: before.startsAt,
          to: after.startsAt,
          place: after.place,
          ...kindOf(before, after),
          isPublished: true,
        },
      });
      await this.events.publish('meeting.moved', { meetingId: id }, { subject: id, about: [`month/${month}`] });
      if (!isTold) await this.branch.execute('moved', before, after);
      return { before, after };
    });
  }
}

function kindOf(before: Meeting, after: Meeting): { readonly kind?: Meeting['kind'] } {
  return before.kind === after.kind ? {} : { kind: after.kind };
}
