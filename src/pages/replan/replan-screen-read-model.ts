import { Injectable } from '@nestjs/common';
import type { MeetingId, SpecialistRef } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/actor.ts';
import { type Day, firstDay, type Month } from '../../kernel/month.ts';
import { type ProposedReplan, ProposeReplan } from '../../modules/planning/index.ts';
import { type WayToPerson, WaysToPeople } from '../../modules/notifications/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import { DeskNames } from '../desk/desk-names.ts';

interface ReplanPerson {
  readonly id: SpecialistRef;
  readonly name: string;
}

/** What the page of a month that is planned again shows, read in one transaction. */
export interface ReplanScreen {
  readonly proposed: ProposedReplan;
  /** How each person hears of it. */
  readonly ways: ReadonlyMap<string, WayToPerson>;
  readonly names: DeskNames;
}

@Injectable()
export class ReplanScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly replans: ProposeReplan,
    private readonly ways: WaysToPeople,
  ) {}

  /** @throws DomainError plan.not_published */
  read(month: Month, locale: Locale): Promise<ReplanScreen> {
    return this.work.run(async () => {
      const proposed = await this.replans.of(month);
      const people = await this.work.query<ReplanPerson>(`select id, name from specialist_profiles`);
      const meetings = await this.work.query<{ id: MeetingId; branch: string; day: Day; from: string }>(
        `select m.id, b.name as branch, m.day, to_char(m.starts_at at time zone committee_zone(), 'HH24:MI') as "from"
         from month_meetings m join branch_profiles b on b.id = m.branch_id where m.month = $1`,
        [firstDay(month)],
      );
      return {
        proposed,
        ways: await this.ways.of('duties'),
        names: new DeskNames({ people, meetings }, locale),
      };
    });
  }
}
