import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import { type Day, daysOf, firstDay, type Month, monthIn } from '../../kernel/month.ts';
import type { BranchRef, MeetingRef, Ref, SpecialistRef } from '../../kernel/id.ts';
import { PlanGroundReadModel, type YearRules } from '../../modules/planning/index.ts';
import { committeeZone } from '../../platform/database/committee-zone.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import { monthsOfYear, type Year } from './year.ts';

/** Everything that the page of a year shows, read in one transaction. */
export interface YearScreen {
  readonly year: Year;
  /** By the office's clock. */
  readonly thisMonth: Month;
  /** Of the month that is looked from: this month, or the last of a year that is over. */
  readonly rules: YearRules;
  readonly branches: readonly YearBranch[];
  /** Visits that took place or are to, by branch and month. */
  readonly seen: readonly SeenBranch[];
  /** The month of the last visit before the year, by branch. */
  readonly seenBefore: ReadonlyMap<string, Month>;
  readonly people: readonly YearPerson[];
  readonly ways: readonly YearWay[];
  readonly months: readonly YearMonth[];
}

export interface YearBranch {
  readonly id: BranchRef;
  readonly name: string;
  readonly short: string;
  readonly organisationId: Ref<'Organisation'>;
  readonly organisation: string;
  /** The code and the name of its type. */
  readonly type: string;
  readonly typeName: string;
  readonly isInUse: boolean;
}

export interface SeenBranch {
  readonly branchId: BranchRef;
  readonly month: Month;
  readonly visits: number;
  /** Of the first of them; null where an import brought it. */
  readonly meetingId: MeetingRef | null;
}

/** What the published months of the year asked of somebody, and what became of their visits. */
export interface YearPerson {
  readonly id: SpecialistRef;
  readonly name: string;
  readonly department: string;
  /** Visits made or still to be made, and the share, in hundredths of a visit. */
  readonly visits: number;
  readonly share: number;
  /** Visits outside the plan that count towards no share. */
  readonly uncounted: number;
  readonly accepted: number;
  readonly declined: number;
  readonly missed: number;
  readonly released: number;
}

/** The ways of one person to one place, of visits that took place or are to; null where an end is unknown. */
export interface YearWay {
  readonly specialistId: SpecialistRef;
  readonly visits: number;
  readonly base: { readonly lat: number; readonly lng: number } | null;
  /** Where the person lives; they set out from there at the hours that the policy names. */
  readonly home: { readonly lat: number; readonly lng: number } | null;
  readonly place: { readonly lat: number; readonly lng: number } | null;
  /** When one of the visits began, in minutes since 1970 on the committee's clock; all began at that hour. */
  readonly start: number;
}

/** What of the year is looked at; empty: all of it. */
export interface YearScope {
  readonly organisation: string;
  readonly type: string;
  /** The short name of a department. */
  readonly department: string;
}

export interface YearMonth {
  readonly month: Month;
  readonly isPublished: boolean;
  readonly assigned: number;
  readonly declined: number;
  readonly missed: number;
  /** That took place or are to. */
  readonly expected: number;
}

const POINT = (table: string) =>
  `case when ${table}.lat is null then null else json_build_object('lat', ${table}.lat, 'lng', ${table}.lng) end`;

@Injectable()
export class YearReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly grounds: PlanGroundReadModel,
    private readonly clock: Clock,
  ) {}

  read(year: Year, scope: YearScope): Promise<YearScreen> {
    return this.work.run(async () => {
      const months = monthsOfYear(year);
      const [first, last] = [months[0], months[11]];
      const thisMonth = monthIn(await committeeZone(this.work), this.clock.now());
      const lookedFrom = thisMonth < first ? first : thisMonth > last ? last : thisMonth;
      const [from, to] = [firstDay(first), daysOf(last).at(-1) ?? firstDay(last)];
      return {
        year,
        thisMonth,
        rules: await this.grounds.yearRules(lookedFrom),
        branches: await this.branches(from, to),
        seen: await this.seen(from, to),
        seenBefore: await this.seenBefore(from),
        people: await this.people(from, to),
        ways: await this.ways(from, to),
        months: await this.months(months, from, to, scope),
      };
    });
  }

  /** In use, or visited in the year; with the organisation that they belong to, as it is called at the end. */
  private branches(from: Day, to: Day): Promise<YearBranch[]> {
    return this.work.query<YearBranch>(
      `select b.id, b.name, b.short_name as short, b.organisation_id as "organisationId",
         coalesce(o.name, '') as organisation, b.type, coalesce(t.name, b.type) as "typeName", b.in_use as "isInUse"
       from branch_profiles b left join organisations_on($2) o on o.id = b.organisation_id
       left join branch_type_names t on t.code = b.type
       where b.in_use or exists (select from visit_history v where v.branch_id = b.id and v.held_on between $1 and $2)
       order by o.code, b.code`,
      [from, to],
    );
  }

  private seen(from: Day, to: Day): Promise<SeenBranch[]> {
    return this.work.query<SeenBranch>(
      `select v.branch_id as "branchId", to_char(v.held_on, 'YYYY-MM') as month, count(*)::integer as visits,
         min(m.meeting_id::text) as "meetingId"
       from visit_history v left join month_visits m on m.id = v.id
       where v.held_on between $1 and $2 group by v.branch_id, to_char(v.held_on, 'YYYY-MM')`,
      [from, to],
    );
  }

  private async seenBefore(from: Day): Promise<ReadonlyMap<string, Month>> {
    const rows = await this.work.query<{ branchId: BranchRef; month: Month }>(
      `select branch_id as "branchId", to_char(max(held_on), 'YYYY-MM') as month
       from visit_history where held_on < $1 group by branch_id`,
      [from],
    );
    return new Map(rows.map(({ branchId, month }) => [branchId, month]));
  }

  /** In use, or part of a published month of the year. */
  private people(from: Day, to: Day): Promise<YearPerson[]> {
    return this.work.query<YearPerson>(
      `with loads as (
         select specialist_id, sum(visits)::integer as visits, sum(share)::integer as share
         from month_loads where month between $1 and $2 group by specialist_id),
       answers as (
         select specialist_id, (count(*) filter (where state in ('accepted', 'done')))::integer as accepted,
           (count(*) filter (where state = 'declined'))::integer as declined,
           (count(*) filter (where state = 'missed'))::integer as missed,
           (count(*) filter (where state = 'released'))::integer as released,
           (count(*) filter (where takes_place and not counts_as_load))::integer as uncounted
         from month_visits where month between $1 and $2 group by specialist_id)
       select s.id, s.name, s.department_short as department, coalesce(l.visits, 0) as visits, coalesce(l.share, 0) as share,
         coalesce(a.accepted, 0) as accepted, coalesce(a.declined, 0) as declined, coalesce(a.missed, 0) as missed,
         coalesce(a.released, 0) as released, coalesce(a.uncounted, 0) as uncounted
       from specialist_profiles s left join loads l on l.specialist_id = s.id left join answers a on a.specialist_id = s.id
       where s.in_use or l.specialist_id is not null or a.specialist_id is not null
       order by s.given_name collate "vi-x-icu", s.name collate "vi-x-icu", s.code`,
      [from, to],
    );
  }

  /** The place of a meeting that is not held at its branch's is unknown, as planning has it. */
  private ways(from: Day, to: Day): Promise<YearWay[]> {
    return this.work.query<YearWay>(
      `select w.specialist_id as "specialistId", w.visits, w.start, ${POINT('s')} as base, ${POINT('h')} as home,
         case when w.is_at_branch then ${POINT('b')} end as place
       from (
         select v.specialist_id, v.branch_id, m.place = b.address as is_at_branch, count(*)::integer as visits,
           (extract(epoch from min(m.starts_at at time zone committee_zone())) / 60)::integer as start
         from month_visits v join month_meetings m on m.id = v.meeting_id join branch_profiles b on b.id = v.branch_id
         where v.month between $1 and $2 and v.takes_place
         group by v.specialist_id, v.branch_id, m.place = b.address, (m.starts_at at time zone committee_zone())::time) w
       join specialist_profiles s on s.id = w.specialist_id join branch_profiles b on b.id = w.branch_id
       left join branch_profiles h on h.id = s.residence_branch_id`,
      [from, to],
    );
  }

  private async months(
    months: readonly Month[],
    from: Day,
    to: Day,
    { organisation, type, department }: YearScope,
  ): Promise<YearMonth[]> {
    const rows = await this.work.query<YearMonth>(
      `select to_char(p.month, 'YYYY-MM') as month, true as "isPublished",
         (count(*) filter (where v.is_assigned))::integer as assigned,
         (count(*) filter (where v.state = 'declined'))::integer as declined,
         (count(*) filter (where v.state = 'missed'))::integer as missed,
         (count(*) filter (where v.takes_place))::integer as expected
       from month_publications p left join (
         select v.* from month_visits v join branch_profiles b on b.id = v.branch_id
         join specialist_profiles s on s.id = v.specialist_id
         where v.month between $1 and $2 and ($3 = '' or b.organisation_id::text = $3) and ($4 = '' or b.type = $4)
           and ($5 = '' or s.department_short = $5)) v on v.month = p.month
       where p.month between $1 and $2 group by p.month`,
      [from, to, organisation, type, department],
    );
    const found = new Map(rows.map((row) => [row.month, row]));
    return months.map(
      (month) => found.get(month) ?? { month, isPublished: false, assigned: 0, declined: 0, missed: 0, expected: 0 },
    );
  }
}
