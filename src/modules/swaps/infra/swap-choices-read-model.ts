import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import { may } from '../../../kernel/permissions.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { SwapGround } from '../../planning/index.ts';
import { type VisitLine, VisitsReadModel } from '../../visits/index.ts';

/** Somebody who could take a visit. */
export interface TakerLine {
  readonly specialistId: SpecialistId;
  readonly name: string;
  readonly department: string;
  /** Visits of the month without this one, and what the month asks of them, in visits. */
  readonly visits: number;
  readonly share: number;
}

/** With whom a visit could be swapped. What keeps others from it is not said. */
export interface SwapChoiceLines {
  readonly visit: VisitLine;
  /** Those first who have the least to carry. */
  readonly takers: readonly TakerLine[];
  /** Visits of others that could be exchanged for it. */
  readonly exchanges: readonly VisitLine[];
}

/** Reads with whom a visit could be swapped, as the month is now. */
@Injectable()
export class SwapChoicesReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly ground: SwapGround,
    private readonly visits: VisitsReadModel,
  ) {}

  /** For whose visit it is, or for the board. @throws DomainError visit.not_found, visit.not_yours */
  of(visitId: VisitId, reader: Actor): Promise<SwapChoiceLines> {
    return this.work.run(async () => {
      const visit = await this.visits.get(visitId);
      if (visit.specialistId !== reader.specialistId && !may(reader, 'visit.report_for_others')) {
        throw new DomainError('visit.not_yours', { visitId });
      }
      const { takers, exchanges } = await this.ground.choices(visit.month, visitId);
      const people = await this.work.query<{ id: SpecialistId; name: string; department: string }>(
        `select p.id, p.name, p.department_short as department from specialist_profiles p where p.id = any($1::uuid[])`,
        [takers.map(({ specialistId }) => specialistId)],
      );
      const named = new Map(people.map((one) => [one.id, one]));
      const lines = new Map(
        (await this.visits.list(exchanges.map((one) => one.visitId))).map((line) => [line.id, line]),
      );
      return {
        visit,
        takers: takers.flatMap(({ specialistId, visits, share }) => {
          const person = named.get(specialistId);
          if (!person) return [];
          const { name, department } = person;
          return [{ specialistId, name, department, visits, share: share / 100 }];
        }),
        exchanges: exchanges.flatMap((one) => lines.get(one.visitId) ?? []),
      };
    });
  }
}
