import { type BranchId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { Injectable } from '@nestjs/common';
import { firstDay, type Day, type Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { Pin, Place } from '../../../solver/index.ts';
import type { ForeseenMeeting } from '../../meetings/index.ts';
import type { PastFacts } from '../application/ports.ts';
import type { FieldWeights, MonthFacts } from '../domain/month-facts.ts';
import type { PastVisit } from '../domain/past-month.ts';
import { type PlanningPolicy, STANDARD_POLICY } from '../domain/planning-policy.ts';

interface BranchRow {
  id: string;
  weak_fields: FieldWeights;
  months_since: number | null;
}

interface SpecialistRow {
  id: string;
  department_id: string;
  fields: FieldWeights;
  min_visits: number;
  max_visits: number;
  target_visits: number | null;
  carried_balance: number;
  may_lead: boolean;
  own_branch_id: string | null;
  residence_branch_id: string | null;
  place: Place | null;
  absences: { from: Day; before: Day }[];
  conflicts: string[];
  last_visits: { branchId: string; monthsAgo: number }[];
}

interface MeetingRow {
  id: string;
  branch_id: BranchId;
  starts_at: Date;
  ends_at: Date;
  place: Place | null;
  kind: MeetingKind;
}

const PLACE = (table: string) =>
  `case when ${table}.lat is null then null else json_build_object('lat', ${table}.lat, 'lng', ${table}.lng) end`;

/** Reads what planning rests on, in a fixed order, so that equal data give an equal problem. */
@Injectable()
export class MonthFactsReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Null where there is no meeting or no specialist. */
  async find(month: Month): Promise<MonthFacts | null> {
    return this.facts(month, await this.meetings(firstDay(month)));
  }

  /** A month that is over, with the foreseen meetings where it has no calendar. Null where nobody could have gone. */
  async findPast(month: Month, foreseen: readonly ForeseenMeeting<BranchId>[]): Promise<PastFacts | null> {
    const first = firstDay(month);
    const stored = await this.meetings(first);
    const facts = await this.facts(month, stored.length > 0 ? stored : await this.placed(foreseen));
    if (!facts) return null;
    const visits = await this.work.query<PastVisit>(
      `select v.specialist_id as "specialistId", v.branch_id as "branchId", v.held_on as "heldOn" from visit_history v
       where v.held_on >= $1::date and v.held_on < $1::date + interval '1 month'
       order by v.held_on, v.branch_id, v.specialist_id`,
      [first],
    );
    return { facts, visits };
  }

  private async facts(month: Month, meetings: MonthFacts['meetings']): Promise<MonthFacts | null> {
    const first = firstDay(month);
    const specialists = await this.specialists(first);
    if (meetings.length === 0 || specialists.length === 0) return null;
    const [committee] = await this.work.query<{ zone: string }>(`select committee_zone() as zone`);
    const fields = await this.work.query<{ code: string }>(`select code from field_names order by code`);
    const departments = await this.work.query<{ id: string }>(
      `select id from department_names where in_use order by id`,
    );
    const pins = await this.work.query<Pin>(
      `select specialist_id as "specialistId", meeting_id as "meetingId", kind from pins where month = $1 order by 1, 2`,
      [first],
    );
    return {
      month,
      zone: committee?.zone ?? 'UTC',
      fields: fields.map(({ code }) => code),
      departments: departments.map(({ id }) => id),
      branches: await this.branches(first),
      specialists,
      meetings,
      pins,
    };
  }

  async policy(month: Month): Promise<PlanningPolicy> {
    const [row] = await this.work.query<{ content: Partial<PlanningPolicy> }>(
      `select content from planning_policies where starts_on <= $1 order by starts_on desc limit 1`,
      [firstDay(month)],
    );
    return { ...STANDARD_POLICY, ...row?.content };
  }

  private async meetings(first: Day): Promise<MonthFacts['meetings']> {
    const rows = await this.work.query<MeetingRow>(
      `select m.id, m.branch_id, m.starts_at, m.ends_at, m.kind, ${PLACE('b')} as place
       from month_meetings m join branch_profiles b on b.id = m.branch_id
       where m.month = $1 and m.state = 'scheduled' and b.in_use order by m.id`,
      [first],
    );
    return rows.map(({ id, branch_id, starts_at, ends_at, place, kind }) => ({
      id,
      branchId: branch_id,
      startsAt: starts_at,
      endsAt: ends_at,
      place,
      kind,
    }));
  }

  /** They have no ids: the same branch, kind and day are the same meeting at every reading. */
  private async placed(foreseen: readonly ForeseenMeeting<BranchId>[]): Promise<MonthFacts['meetings']> {
    const rows = await this.work.query<{ id: string; place: Place | null }>(
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

  private async branches(first: Day): Promise<MonthFacts['branches']> {
    const rows = await this.work.query<BranchRow>(
      `select b.id, b.weak_fields, 
         (select min(months_between(v.held_on, $1)) from visit_history v where v.branch_id = b.id and v.held_on < $1) as months_since
       from branch_profiles b where b.in_use order by b.id`,
      [first],
    );
    return rows.map(({ id, weak_fields, months_since }) => ({
      id,
      monthsSinceVisit: months_since,
      weakFields: weak_fields,
      openDirectives: 0,
    }));
  }

  private async specialists(first: Day): Promise<MonthFacts['specialists']> {
    const rows = await this.work.query<SpecialistRow>(
      `select s.id, s.department_id, s.fields, s.min_visits, s.max_visits, s.target_visits, s.carried_balance, s.may_lead,
         s.own_branch_id, s.residence_branch_id, ${PLACE('s')} as place,
         coalesce((select json_agg(json_build_object('from', a.starts_on, 'before', a.ends_before) order by a.starts_on)
           from specialist_absences a where a.specialist_id = s.id
             and a.ends_before > $1::date and a.starts_on < $1::date + interval '1 month'), '[]') as absences,
         coalesce((select json_agg(c.branch_id order by c.branch_id) from specialist_conflicts c
           where c.specialist_id = s.id), '[]') as conflicts,
         coalesce((select json_agg(json_build_object('branchId', l.branch_id, 'monthsAgo', l.months) order by l.branch_id)
           from (select v.branch_id, min(months_between(v.held_on, $1)) as months from visit_history v
             where v.specialist_id = s.id and v.held_on < $1 group by v.branch_id) l), '[]') as last_visits
       from specialist_profiles s where s.in_use order by s.id`,
      [first],
    );
    return rows.map((row) => ({
      id: row.id,
      departmentId: row.department_id,
      fields: row.fields,
      minVisits: row.min_visits,
      maxVisits: row.max_visits,
      target: Math.round(100 * (row.target_visits ?? (row.min_visits + row.max_visits) / 2)),
      balance: Math.round(100 * row.carried_balance),
      mayLead: row.may_lead,
      ownBranchId: row.own_branch_id,
      residenceBranchId: row.residence_branch_id,
      conflictBranchIds: row.conflicts,
      base: row.place,
      absences: row.absences,
      lastVisits: row.last_visits,
    }));
  }
}
