import { Injectable } from '@nestjs/common';
import type { Locale } from '../../kernel/actor.ts';
import { Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import type { SpecialistId } from '../../kernel/id.ts';
import { type MonthToHandOver, ProposeHandover } from '../../modules/planning/index.ts';
import {
  type Colleague,
  ColleaguesReadModel,
  owesForm,
  type VisitLine,
  VisitsReadModel,
} from '../../modules/visits/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { DeskNames } from '../desk/desk-names.ts';
import { DeskNamesReadModel } from '../desk/desk-names-read-model.ts';

/** What the page of a handover shows, read in one transaction. */
export interface HandoverScreen {
  readonly specialistId: SpecialistId;
  readonly name: string;
  readonly months: readonly (MonthToHandOver & { readonly names: DeskNames })[];
  readonly forms: readonly { readonly line: VisitLine; readonly colleagues: readonly Colleague[] }[];
  /** Everybody of the register, with the short name of their department. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly department: string }>;
  /** Of each coming visit, as lists show it. */
  readonly lines: ReadonlyMap<string, VisitLine>;
}

@Injectable()
export class HandoverScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly proposals: ProposeHandover,
    private readonly visits: VisitsReadModel,
    private readonly colleagues: ColleaguesReadModel,
    private readonly names: DeskNamesReadModel,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError http.not_found */
  read(specialistId: SpecialistId, locale: Locale): Promise<HandoverScreen> {
    return this.work.run(async () => {
      const people = await this.work.query<{ id: SpecialistId; name: string; department: string }>(
        `select id, name, department_short as department from specialist_profiles`,
      );
      const self = people.find(({ id }) => id === specialistId);
      if (!self) throw new DomainError('http.not_found', {});
      const months: HandoverScreen['months'][number][] = [];
      for (const one of await this.proposals.of(specialistId)) {
        months.push({ ...one, names: await this.names.read(one.month.facts.month, locale) });
      }
      const own = (await this.visits.listOf(specialistId, null)).filter((line) => line.specialistId === specialistId);
      const forms: HandoverScreen['forms'][number][] = [];
      for (const line of own.filter((each) => owesForm(each, this.clock.now()))) {
        forms.push({ line, colleagues: await this.colleagues.of(line) });
      }
      return {
        specialistId,
        name: self.name,
        months,
        forms,
        people: new Map(people.map((person) => [person.id, person])),
        lines: new Map(own.map((line) => [line.id, line])),
      };
    });
  }
}
