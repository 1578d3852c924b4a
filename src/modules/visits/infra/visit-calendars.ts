import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import type { OccasionFacts, VisitOccasion } from '../../notifications/index.ts';
import { takesPlace } from '../domain/visit-state.ts';
import { VisitInvitations } from './repositories/visit-invitations.ts';
import { type VisitLine, VisitsReadModel } from './visits-read-model.ts';

/** Reads visits as calendars show them. */
@Injectable()
export class VisitCalendars {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly reader: VisitsReadModel,
    private readonly invitations: VisitInvitations,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** All visits of the holder of a calendar address, who is not signed in. */
  occasionsFor(actor: Actor & { readonly specialistId: SpecialistId }): Promise<VisitOccasion[]> {
    return this.work.as(actor, async () => this.occasions(await this.reader.listOf(actor.specialistId, null)));
  }

  /** The visits that a calendar shows: not those declined, cancelled or missed. */
  occasions(lines: readonly VisitLine[]): Promise<VisitOccasion[]> {
    return this.identified(lines.filter(({ state }) => takesPlace(state)));
  }

  /** Visits in every state, because a calendar entry may have to be cancelled. */
  identified(lines: readonly VisitLine[]): Promise<VisitOccasion[]> {
    return this.invitations.identify(lines.map((line) => this.factsOf(line)));
  }

  private factsOf(line: VisitLine): OccasionFacts {
    return {
      visitId: line.id,
      startsAt: line.startsAt,
      endsAt: line.endsAt,
      zone: line.zone,
      label: line.branchShort,
      branch: line.branch,
      organisation: line.organisation,
      kind: line.kind,
      place: line.place,
      secretary: line.secretary,
      companions: line.companions,
      link: `${this.config.publicUrl}/my/visits/${line.id}`,
      attendee: { name: line.specialist, address: line.email, accepted: line.state !== 'offered' },
    };
  }
}
