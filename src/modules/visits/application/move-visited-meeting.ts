import type { MeetingId, VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { type ChangedMeetingFacts, type Meeting, MovePublished } from '../../meetings/index.ts';
import { reschedule, type Visit } from '../domain/visit.ts';
import { takesPlace } from '../domain/visit-state.ts';
import type {} from '../errors.ts';
import { Visits } from '../infra/repositories/visits.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'visit.moved': { readonly visitId: VisitId };
  }
}

/** Moves a meeting of a published month with its visits, or makes it one of another kind; whoever goes there is told. */
@Injectable()
export class MoveVisitedMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: Visits,
    private readonly meetings: MovePublished,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * The same move again does nothing. `isTold`: the branch is told of it by another mail. @throws DomainError meeting.not_found, meeting.not_published,
   * meeting.leaves_month, meeting.is_cancelled, edit.stale, visit.form_sent
   */
  execute(month: Month, id: MeetingId, seen: number, to: ChangedMeetingFacts, isTold = false): Promise<void> {
    return this.work.run(async () => {
      await this.visits.lockMonth(month);
      const visits = await this.visits.listOfMeetingForUpdate(id);
      const moved = await this.meetings.execute(month, id, seen, to, isTold);
      if (!moved) return;
      const now = this.clock.now();
      const asksAnew = isAtAnotherTime(moved) && moved.after.endsAt > now;
      for (const visit of visits)
        await this.store(visit, reschedule(visit, { heldOn: to.day, kind: moved.after.kind }, asksAnew), moved);
      const ids = visits.filter(({ state }) => takesPlace(state)).map((visit) => visit.id);
      await this.visits.noteMoved(ids, now, asksAnew);
      for (const visitId of ids) {
        await this.events.publish('visit.moved', { visitId }, { subject: visitId, about: [`month/${month}`] });
      }
    });
  }

  private async store(before: Visit, after: Visit, { before: from, after: to }: Moved): Promise<void> {
    await this.visits.update(after);
    this.audit.record({
      action: 'visit.moved',
      subject: { kind: 'visit', id: before.id },
      details: { from: from.startsAt, to: to.startsAt, place: to.place, wasAccepted: after.state !== before.state },
    });
  }
}

interface Moved {
  readonly before: Meeting;
  readonly after: Meeting;
}

/** Another place alone changes nothing about whether somebody is free. */
function isAtAnotherTime({ before, after }: Moved): boolean {
  return before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt.getTime() !== after.endsAt.getTime();
}
