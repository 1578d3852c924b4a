import { isId, newId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { extraMeeting, type Meeting, type Occasion } from '../domain/meeting.ts';

import type {} from '../errors.ts';
import { OpenMeeting } from './open-meeting.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'meeting.added': { readonly meetingId: Meeting['id'] };
  }
}

export interface NewMeeting extends Occasion {
  /** As requested; it may be no branch's id. */
  readonly branchId: string;
  readonly kind: MeetingKind;
}

/** Adds a meeting that is not one of the rule's. */
@Injectable()
export class AddMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenMeeting,
    private readonly meetings: Meetings,
    private readonly rules: MeetingRules,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** @throws DomainError meeting.month_published, meeting.month_far, meeting.branch_not_found, meeting.outside_month */
  execute(month: Month, { branchId, kind, ...at }: NewMeeting): Promise<Meeting> {
    return this.work.run(async () => {
      await this.open.nearMonth(month);
      if (!isId(branchId) || !(await this.rules.branchExists(branchId))) {
        throw new DomainError('meeting.branch_not_found', { branchId });
      }
      const meeting = extraMeeting({ id: newId<'Meeting'>(), branchId, month, kind }, at, await this.rules.zone());
      await this.meetings.insertAll([meeting]);
      this.audit.record({
        action: 'meeting.added',
        subject: { kind: 'meeting', id: meeting.id },
        details: { branchId, kind, startsAt: meeting.startsAt },
      });
      await this.events.publish(
        'meeting.added',
        { meetingId: meeting.id },
        { subject: meeting.id, about: [`month/${month}`] },
      );
      return meeting;
    });
  }
}
