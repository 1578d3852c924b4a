import { Injectable } from '@nestjs/common';
import { type AmendmentId, newId } from '../../../kernel/id.ts';
import type { Visit } from '../domain/visit.ts';
import { Visits } from '../infra/repositories/visits.ts';

export type Offer = Pick<Visit, 'branchId' | 'specialistId' | 'meetingId' | 'month' | 'planId' | 'heldOn' | 'kind'> &
  Partial<Pick<Visit, 'isOutsidePlan' | 'countsAsShare'>> & {
    /** When the person has said that they go; missing where they are still to be asked. */
    readonly agreedAt?: Date | null;
  };

/** Turns assignments of a published plan, or of an amendment of it, into visits; takes part in that transaction. */
@Injectable()
export class OfferVisits {
  constructor(private readonly visits: Visits) {}

  async execute(offers: readonly Offer[], amendmentId: AmendmentId | null = null): Promise<Visit[]> {
    const visits = offers.map(({ agreedAt = null, ...offer }): Visit => ({
      isOutsidePlan: false,
      countsAsShare: true,
      ...offer,
      id: newId<'Visit'>(),
      state: agreedAt === null ? 'offered' : 'accepted',
      declineReason: null,
      declineKind: null,
      standInId: null,
      replacedById: null,
      amendmentId,
      answeredAt: agreedAt,
      calendarSequence: 0,
      revision: 1,
    }));
    await this.visits.insertAll(visits);
    return visits;
  }
}
