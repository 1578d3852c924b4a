import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { type BranchId, isId, newId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Month } from '../../../kernel/month.ts';
import { AuditTrail } from '../../audit/index.ts';
import { extraMeeting, type Meeting, type Occasion } from '../domain/meeting.ts';
import type {} from '../errors.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'meeting.added': { readonly meetingId: Meeting['id'] };
  }
}

export interface NewMeeting extends Occasion {
  /** As requested; it may be no branch's id. */
  readonly branchId: BranchId;
  readonly kind: MeetingKind;
}

/** Makes and records a meeting that no rule foresees, in the transaction of its caller, which has locked the month. */
@Injectable()
export class EnterMeeting {
  constructor(
    private readonly meetings: Meetings,
    private readonly rules: MeetingRules,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** Not stored yet. @throws DomainError meeting.branch_not_found, meeting.outside_month */
  async make(month: Month, { branchId, kind, ...at }: NewMeeting): Promise<Meeting> {
    if (!isId(branchId) || !(await this.rules.branchExists(branchId))) {
      throw new DomainError('meeting.branch_not_found', { branchId });
    }
    return extraMeeting({ id: newId<'Meeting'>(), branchId, month, kind }, at, await this.rules.zone());
  }

  /** @param facts what the trail says besides the meeting itself */
  async store(meeting: Meeting, facts: { readonly isPublished?: true } = {}): Promise<Meeting> {
    const { id, branchId, month, kind, startsAt } = meeting;
    await this.meetings.insertAll([meeting]);
    this.audit.record({
      action: 'meeting.added',
      subject: { kind: 'meeting', id },
      details: { branchId, kind, startsAt, ...facts },
    });
    await this.events.publish('meeting.added', { meetingId: id }, { subject: id, about: [`month/${month}`] });
    return meeting;
  }
}
