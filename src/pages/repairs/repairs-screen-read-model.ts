import { Injectable } from '@nestjs/common';
import type { Locale } from '../../kernel/actor.ts';
import type { MeetingId, SpecialistRef, VisitId } from '../../kernel/id.ts';
import { type Day, firstDay, type Month } from '../../kernel/month.ts';
import { type TouchedVisit, TouchedVisitsReadModel, type VisitState } from '../../modules/visits/index.ts';
import { type WayToPerson, WaysToPeople } from '../../modules/notifications/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import { DeskNames } from '../desk/desk-names.ts';

export interface RepairPerson {
  readonly id: SpecialistRef;
  readonly name: string;
  /** Short name. */
  readonly department: string;
}

/** What the page of a broken seat shows besides the proposals. */
export interface RepairsScreen {
  readonly month: Month;
  readonly meeting: {
    readonly id: MeetingId;
    readonly branch: string;
    readonly day: Day;
    readonly from: string;
  } | null;
  /** When each meeting of the month begins. */
  readonly starts: ReadonlyMap<string, Date>;
  readonly people: ReadonlyMap<string, RepairPerson>;
  /** How each of them hears of it. */
  readonly ways: ReadonlyMap<string, WayToPerson>;
  readonly names: DeskNames;
  /** Of the person who does not go, or should not. */
  readonly visit: {
    readonly specialistId: SpecialistRef;
    readonly state: VisitState;
  } | null;
  /** What conflicts with that visit. */
  readonly touch: TouchedVisit | null;
}

@Injectable()
export class RepairsScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly touched: TouchedVisitsReadModel,
    private readonly ways: WaysToPeople,
  ) {}

  read(month: Month, meetingId: MeetingId, visitId: VisitId | null, locale: Locale): Promise<RepairsScreen> {
    return this.work.run(async () => {
      const people = await this.work.query<RepairPerson>(
        `select id, name, department_short as department from specialist_profiles`,
      );
      const meetings = await this.work.query<NonNullable<RepairsScreen['meeting']> & { readonly startsAt: Date }>(
        `select m.id, b.name as branch, m.day, to_char(m.starts_at at time zone committee_zone(), 'HH24:MI') as "from",
           m.starts_at as "startsAt"
         from month_meetings m join branch_profiles b on b.id = m.branch_id where m.month = $1`,
        [firstDay(month)],
      );
      const [visit] = await this.work.query<NonNullable<RepairsScreen['visit']>>(
        `select v.specialist_id as "specialistId", v.state from month_visits v where v.id = $1 and v.meeting_id = $2`,
        [visitId, meetingId],
      );
      const touches = visit ? (await this.touched.list()).filter((touch) => touch.visitId === visitId) : [];
      return {
        month,
        meeting: meetings.find(({ id }) => id === meetingId) ?? null,
        starts: new Map(meetings.map(({ id, startsAt }) => [id, startsAt])),
        people: new Map(people.map((person) => [person.id, person])),
        ways: await this.ways.of('duties'),
        names: new DeskNames({ people, meetings }, locale),
        visit: visit ?? null,
        touch: touches[0] ?? null,
      };
    });
  }
}
