import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.ts';
import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { Visit } from '../domain/visit.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'visit.stand_in_dropped': { readonly visitId: VisitId; readonly standInId: SpecialistId };
  }
}

/** Takes part in each change of a visit, because any of them may end what its stand-in was asked for. */
@Injectable()
export class StandIns {
  constructor(private readonly events: Events) {}

  async follow(before: Visit, after: Visit): Promise<void> {
    const { id, month, standInId } = before;
    if (standInId === null || after.standInId === standInId) return;
    await this.events.publish(
      'visit.stand_in_dropped',
      { visitId: id, standInId },
      { subject: id, about: [`month/${month}`] },
    );
  }
}
