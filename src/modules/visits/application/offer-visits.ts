import { Injectable } from '@nestjs/common';
import { type AmendmentId, newId } from '../../../kernel/id.ts';
import type { Visit } from '../domain/visit.ts';
import { Visits } from '../infra/repositories/visits.ts';

export type Offer = Pick<Visit, 'branchId' | 'specialistId' | 'meetingId' | 'month' | 'planId' | 'heldOn' | 'kind'>;

/** Turns assignments of a published plan, or of an amendment of it, into visits; takes part in that transaction. */
@Injectable()
export class OfferVisits {
  constructor(private readonly visits: Visits) {}

  /** @param agreedAt when those who are sent have said that they go; null where they are still to be asked */
  async execute(
    offers: readonly Offer[],
    amendmentId: AmendmentId | null = null,
    agreedAt: Date | null = null,
  ): Promise<Visit[]> {
    const visits = offers.map((offer): Visit => ({
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
