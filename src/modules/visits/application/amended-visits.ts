import { Injectable } from '@nestjs/common';
import type { MeetingId, VisitId } from '../../../kernel/id.ts';
import { AuditTrail } from '../../audit/index.ts';
import { release, type Visit } from '../domain/visit.ts';
import { Visits } from '../infra/repositories/visits.ts';
import { StandIns } from './stand-ins.ts';

/** The visits of meetings at which a published plan is amended; takes part in the amending transaction. */
@Injectable()
export class AmendedVisits {
  constructor(
    private readonly visits: Visits,
    private readonly audit: AuditTrail,
    private readonly standIns: StandIns,
  ) {}

  /** All visits of these meetings and of those of these visits, whatever became of them, locked as long as this lasts. */
  lockAt(meetingIds: readonly MeetingId[], visitIds: readonly VisitId[]): Promise<Visit[]> {
    return this.visits.listOfMeetingsForUpdate(meetingIds, visitIds);
  }

  /** Takes the duty off the person. @throws DomainError visit.not_ahead, visit.reason_missing, visit.reason_long */
  async release(visit: Visit, reason: string, replacedById: VisitId | null): Promise<void> {
    const released = { ...release(visit, reason), replacedById };
    await this.visits.update(released);
    await this.standIns.follow(visit, released);
    const details = { from: visit.state, reason, replacedById };
    this.audit.record({ action: 'visit.released', subject: { kind: 'visit', id: visit.id }, details });
  }

  /** Records who goes instead of somebody who had said, or been told, not to go. */
  async replace(visit: Visit, replacedById: VisitId): Promise<void> {
    await this.visits.update({ ...visit, replacedById });
    this.audit.record({
      action: 'visit.replaced',
      subject: { kind: 'visit', id: visit.id },
      details: { replacedById },
    });
  }
}
