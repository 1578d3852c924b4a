import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import type {} from '../errors.ts';
import { KeepChange } from './keep-change.ts';
import { OpenMeeting } from './open-meeting.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'meeting.removed': { readonly meetingId: MeetingId };
  }
}

/** Removes a meeting that somebody added; a meeting of the rule can only be cancelled. */
@Injectable()
export class RemoveMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenMeeting,
    private readonly meetings: Meetings,
    private readonly keep: KeepChange,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** @throws DomainError meeting.not_found, meeting.month_published, meeting.foreseen, edit.stale */
  execute(month: Month, id: MeetingId, revision: number): Promise<void> {
    return this.work.run(async () => {
      if (await this.open.isRemoved(month, id)) return;
      const before = await this.open.take(month, id, revision);
      if (before.slot !== null) throw new DomainError('meeting.foreseen', { meetingId: id });
      await this.meetings.deleteAll([id]);
      await this.keep.of(month, 'removed', [{ before, after: null }]);
      this.audit.record({ action: 'meeting.removed', subject: { kind: 'meeting', id }, details: { ...before } });
      await this.events.publish('meeting.removed', { meetingId: id }, { subject: id, about: [`month/${month}`] });
    });
  }
}
