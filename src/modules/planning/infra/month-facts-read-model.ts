import type { Hours, PartOfDay } from '../../../kernel/hours.ts';
import type { BranchId, DepartmentId, MeetingId, PlanId, SpecialistId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { addDays, addMonths, type Day, dayIn, firstDay, type Month } from '../../../kernel/month.ts';
import { committeeZone } from '../../../platform/database/committee-zone.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { Place } from '../../../solver/index.ts';
import { type ForeseenMeeting, isMonthPublished } from '../../meetings/index.ts';
import {
  contentOn,
  type PolicyContent,
  type PolicyValue,
  type PolicyValues,
  valuesIn,
  withContent,
  withValue,
} from '../../policies/index.ts';
import type { PastFacts } from '../application/ports.ts';
import { carriedBalance, type MonthLoad } from '../domain/carried-balance.ts';
import type { FieldWeights, MonthFacts } from '../domain/month-facts.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import { withOwnPolicy } from '../domain/own-policy.ts';
import type { PastVisit } from '../domain/past-month.ts';
import { asWhenMade, begunSince } from '../domain/settled-month.ts';
import { PLANNING_FIELDS } from '../domain/planning-fields.ts';
import { type PlanningPolicy, STANDARD_POLICY } from '../domain/planning-policy.ts';
import { Pairings } from '../../directory/index.ts';
import { PlanEdits } from './repositories/plan-edits.ts';
import { PlanSolutions } from './repositories/plan-solutions.ts';
import { PlanningPolicies } from './repositories/planning-policies.ts';

interface BranchRow {
  id: BranchId;
  weakFields: FieldWeights;
  monthsSince: number | null;
}

interface SpecialistRow {
  id: SpecialistId;
  departmentId: DepartmentId;
  fields: FieldWeights;
  minVisits: number;
  maxVisits: number;
  targetVisits: number | null;
  carriedBalance: number;
  mayLead: boolean;
  ownBranchId: BranchId | null;
  residenceBranchId: BranchId | null;
  place: Place | null;
  home: Place | null;
  absences: { from: Day; before: Day; hours: Hours | null }[];
  conflicts: string[];
  lastVisits: { branchId: BranchId; monthsAgo: number }[];
  ratherNot: { weekday: number; part: PartOfDay | null }[];
  loads: MonthLoad[];
  wishes: { branchId: BranchId; worth: number }[];
}

interface MeetingRow {
  id: MeetingId;
  branchId: BranchId;
  startsAt: Date;
  endsAt: Date;
  place: Place | null;
  kind: MeetingKind;
}

const PLACE = (table: string) =>
  `case when ${table}.lat is null then null else json_build_object('lat', ${table}.lat, 'lng', ${table}.lng) end`;

/** Of a specialist `s`, the published months before the first day $1. */
export const MONTH_LOADS = `coalesce((select json_agg(json_build_object('month', to_char(o.month, 'YYYY-MM'),
    'visits', o.visits, 'share', o.share) order by o.month)
  from month_loads o where o.specialist_id = s.id and o.month < $1), '[]')`;

/** Reads the facts that planning depends on, in a fixed order, so that equal data gives an equal problem. */
@Injectable()
export class MonthFactsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly policies: PlanningPolicies,
    private readonly edits: PlanEdits,
    private readonly pairings: Pairings,
    private readonly solutions: PlanSolutions,
    private readonly clock: Clock,
  ) {}

  /** Null where there is no meeting or no specialist. `planId`: whose decisions count; else those of the chosen plan. */
  async find(month: Month, planId: PlanId | null = null): Promise<MonthFacts | null> {
    return whereSomebodyCanGo(await this.read(month, planId));
  }

  /** What has begun is over, unless the month is published: amendments know themselves what they may change. */
  async read(month: Month, planId: PlanId | null = null): Promise<MonthFacts> {
    const first = firstDay(month);
    const isPublished = await isMonthPublished(this.work, month);
    return this.facts(month, await this.meetings(first), planId, isPublished ? null : this.clock.now());
  }

  /** The facts with which an unpublished plan is compared: time alone does not outdate it. */
  async readFor({ id, month }: Pick<PlanHeader, 'id' | 'month'>): Promise<MonthFacts> {
    const facts = await this.read(month, id);
    // Before its first day nothing of a month can have begun.
    if (!facts.settled) return facts;
    const { ground } = await this.solutions.beginning(id);
    return asWhenMade(facts, ground, this.clock.now());
  }

  /** A past month, with meetings by the rules where it has no calendar. Null where nobody could have gone. */
  async findPast(month: Month, foreseen: readonly ForeseenMeeting<BranchId>[]): Promise<PastFacts | null> {
    const first = firstDay(month);
    const stored = await this.meetings(first);
    const facts = whereSomebodyCanGo(await this.facts(month, stored.length > 0 ? stored : await this.placed(foreseen)));
    if (!facts) return null;
    const visits = await this.work.query<PastVisit>(
      `select v.specialist_id as "specialistId", v.branch_id as "branchId", v.held_on as "heldOn" from visit_history v
       where v.held_on >= $1::date and v.held_on < $1::date + interval '1 month'
       order by v.held_on, v.branch_id, v.specialist_id`,
      [first],
    );
    return { facts, visits };
  }

  private async facts(
    month: Month,
    meetings: MonthFacts['meetings'],
    planId: PlanId | null = null,
    now: Date | null = null,
  ): Promise<MonthFacts> {
    const first = firstDay(month);
    const zone = await committeeZone(this.work);
    // Of a month that has begun, what was visited in it until today counts as well.
    const until = now ? dayAfter(zone, now, month) : first;
    const fields = await this.work.query<{ code: string }>(`select code from field_names order by code`);
    const departments = await this.work.query<{ id: DepartmentId }>(
      `select id from department_names where in_use order by id`,
    );
    return {
      month,
      zone,
      fields: fields.map(({ code }) => code),
      departments: departments.map(({ id }) => id),
      branches: await this.branches(first, until),
      specialists: await this.specialists(first, until),
      meetings,
      ...(now &&
        until > first && {
          settled: { before: begunSince(meetings, now), visits: await this.visitsIn(first, until) },
        }),
      pairings: await this.pairings.list(),
      decisions: await this.edits.decisionsOf(month, planId),
    };
  }

  /** What the committee has decided for a month. */
  async policy(month: Month): Promise<PlanningPolicy> {
    const content = contentOn(await this.policies.list(), firstDay(month));
    return withContent(STANDARD_POLICY, content);
  }

  /** The values of the policy's fields in a month. */
  async policyValues(month: Month): Promise<PolicyValues> {
    return valuesIn(await this.policy(month), PLANNING_FIELDS);
  }

  /** The policy of a month with some values changed. @throws DomainError plan.observers_contradict */
  async triedPolicy(
    month: Month,
    changes: readonly { readonly field: string; readonly after: PolicyValue }[],
  ): Promise<PlanningPolicy> {
    const content = changes.reduce<PolicyContent>((changed, { field, after }) => {
      const known = PLANNING_FIELDS.find(({ key }) => key === field);
      return known ? withValue(changed, known, after) : changed;
    }, {});
    const policy = withContent(await this.policy(month), content);
    this.policies.mustAgree(policy);
    return policy;
  }

  /** The policy by which a plan is judged: the committee's, with what the variant decides otherwise. */
  async policyOf({ month, ownPolicy }: Pick<PlanHeader, 'month' | 'ownPolicy'>): Promise<PlanningPolicy> {
    return withOwnPolicy(await this.policy(month), ownPolicy);
  }

  /** The distance to a meeting that is not held at its branch's place is unknown. */
  private async meetings(first: Day): Promise<MonthFacts['meetings']> {
    const rows = await this.work.query<MeetingRow>(
      `select m.id, m.branch_id as "branchId", m.starts_at as "startsAt", m.ends_at as "endsAt", m.kind, case when m.place = b.address then ${PLACE('b')} end as place
       from month_meetings m join branch_profiles b on b.id = m.branch_id
       where m.month = $1 and m.state = 'scheduled' and b.in_use order by m.id`,
      [first],
    );
    return rows.map(({ id, branchId, startsAt, endsAt, place, kind }) => ({
      id,
      branchId,
      startsAt,
      endsAt,
      place,
      kind,
    }));
  }

  /** They have no ids: branch, kind and day give the same id at every reading. */
  private async placed(foreseen: readonly ForeseenMeeting<BranchId>[]): Promise<MonthFacts['meetings']> {
    const rows = await this.work.query<{ id: BranchId; place: Place | null }>(
      `select b.id, ${PLACE('b')} as place from branch_profiles b where b.in_use`,
    );
    const places = new Map(rows.map(({ id, place }) => [id, place]));
    return foreseen.map(({ branchId, kind, day, start, end }) => ({
      id: `${branchId}:${kind}:${day}`,
      branchId,
      startsAt: start,
      endsAt: end,
      place: places.get(branchId) ?? null,
      kind,
    }));
  }

  private async visitsIn(first: Day, until: Day): Promise<Record<string, number>> {
    const rows = await this.work.query<{ id: SpecialistId; count: number }>(
      `select v.specialist_id as id, count(*)::int as count from visit_history v
       where v.held_on >= $1 and v.held_on < $2 group by v.specialist_id order by v.specialist_id`,
      [first, until],
    );
    return Object.fromEntries(rows.map(({ id, count }) => [id, count]));
  }

  private async branches(first: Day, until: Day): Promise<MonthFacts['branches']> {
    const rows = await this.work.query<BranchRow>(
      `select b.id, b.weak_fields as "weakFields",
         (select min(months_between(v.held_on, $1)) from visit_history v where v.branch_id = b.id and v.held_on < $2) as "monthsSince"
       from branch_profiles b where b.in_use order by b.id`,
      [first, until],
    );
    return rows.map(({ id, weakFields, monthsSince }) => ({
      id,
      monthsSinceVisit: monthsSince,
      weakFields,
      openDirectives: 0,
    }));
  }

  /** Absences from the first day of the next month on count too, because a meeting on the last evening ends in it. */
  private async specialists(first: Day, until: Day): Promise<MonthFacts['specialists']> {
    const rows = await this.work.query<SpecialistRow>(
      `select s.id, s.department_id as "departmentId", s.fields, s.min_visits as "minVisits", s.max_visits as "maxVisits",
         s.target_visits as "targetVisits", s.carried_balance as "carriedBalance", s.may_lead as "mayLead",
         s.own_branch_id as "ownBranchId", s.residence_branch_id as "residenceBranchId", ${PLACE('s')} as place, ${PLACE('h')} as home,
         coalesce((select json_agg(json_build_object('from', a.starts_on, 'before', a.ends_before, 'hours', a.hours)
             order by a.starts_on, a.hours ->> 'from' nulls first)
           from specialist_absences a where a.specialist_id = s.id
             and a.ends_before > $1::date and a.starts_on < $1::date + interval '1 month 1 day'), '[]') as absences,
         coalesce((select json_agg(c.branch_id order by c.branch_id) from specialist_conflicts c
           where c.specialist_id = s.id and (c.until is null or c.until >= $1::date)), '[]') as conflicts,
         coalesce((select json_agg(json_build_object('branchId', l.branch_id, 'monthsAgo', l.months) order by l.branch_id)
           from (select v.branch_id, min(months_between(v.held_on, $1)) as months from visit_history v
             where v.specialist_id = s.id and v.held_on < $2 group by v.branch_id) l), '[]') as "lastVisits",
         coalesce((select json_agg(json_build_object('weekday', p.weekday, 'part', p.part) order by p.weekday)
           from specialist_day_preferences p where p.specialist_id = s.id), '[]') as "ratherNot",
         coalesce((select json_agg(json_build_object('branchId', w.branch_id, 'worth', w.worth) order by w.branch_id)
           from month_linkage_wishes w where w.specialist_id = s.id and w.month = $1), '[]') as wishes,
         ${MONTH_LOADS} as loads
       from specialist_profiles s left join branch_profiles h on h.id = s.residence_branch_id
       where s.in_use order by s.id`,
      [first, until],
    );
    return rows.map((row) => ({
      id: row.id,
      departmentId: row.departmentId,
      fields: row.fields,
      minVisits: row.minVisits,
      maxVisits: row.maxVisits,
      target: Math.round(100 * (row.targetVisits ?? (row.minVisits + row.maxVisits) / 2)),
      balance: carriedBalance(Math.round(100 * row.carriedBalance), row.loads),
      mayLead: row.mayLead,
      ownBranchId: row.ownBranchId,
      residenceBranchId: row.residenceBranchId,
      conflictBranchIds: row.conflicts,
      base: row.place,
      home: row.home,
      absences: row.absences,
      lastVisits: row.lastVisits,
      ratherNot: row.ratherNot,
      ...(row.wishes.length > 0 && { wishes: row.wishes }),
    }));
  }
}

/** The day after today, within the month and the first day of the next. */
function dayAfter(zone: string, now: Date, month: Month): Day {
  const [first, next] = [firstDay(month), firstDay(addMonths(month, 1))];
  const tomorrow = addDays(dayIn(zone, now), 1);
  return tomorrow < first ? first : tomorrow < next ? tomorrow : next;
}

function whereSomebodyCanGo(facts: MonthFacts): MonthFacts | null {
  return facts.meetings.length > 0 && facts.specialists.length > 0 ? facts : null;
}
