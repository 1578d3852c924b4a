import type {
  BranchRef,
  MeetingId,
  MeetingRef,
  PlanRef,
  SpecialistId,
  SpecialistRef,
  VisitRef,
} from '../../kernel/id.ts';
import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import { Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import type { Hours } from '../../kernel/hours.ts';
import { may } from '../../kernel/permissions.ts';
import type { DeclineKind } from '../../kernel/vocabulary.ts';
import { Injectable } from '@nestjs/common';
import { type Day, dayIn, firstDay, type Month } from '../../kernel/month.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import { committeeZone } from '../../platform/database/committee-zone.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { MonthProgress } from './month-progress.ts';
import {
  type Duty,
  type FieldWeights,
  type MonthPlan,
  type OverrulingDecision,
  type PlanGround,
  PlanEdits,
  PlanGroundReadModel,
  Plans,
  ProposalReadModel,
  type Solve,
  Solves,
} from '../../modules/planning/index.ts';
import { HistoryReadModel } from '../../modules/audit/index.ts';
import { WorkCalendarReadModel } from '../../modules/meetings/index.ts';
import type { VisitState } from '../../modules/visits/index.ts';

import { MonthProgressReadModel } from './month-progress-read-model.ts';

/** Everything that the pages of a month's plan show, read in one transaction. */
export interface MonthScreen {
  readonly month: Month;
  readonly zone: string;
  /** By the office's clock. */
  readonly now: Date;
  readonly today: Day;
  readonly monthProgress: MonthProgress;
  readonly solve: Solve | null;
  /** The published plan, else the draft. */
  readonly plan: MonthPlan | null;
  /** The current facts that planning the month depends on. */
  readonly ground: PlanGround;
  /** Whom the plan sends to meetings that had begun before anybody was told: of a draft, that have begun by now. */
  readonly leftOutDuties: readonly Duty[];
  readonly publishedBy: string | null;
  /** On whose behalf it was published, where a deputy did it. */
  readonly publishedFor: string | null;
  readonly meetings: readonly ScreenMeeting[];
  readonly people: readonly ScreenPerson[];
  /** Who or what went or was visited in the month before and has left the directory since. */
  readonly leftOut: readonly {
    readonly register: 'branches' | 'specialists';
    readonly id: BranchRef | SpecialistRef;
    readonly name: string;
  }[];
  /** The month's visits once a plan is published, by `meetingId/specialistId`; of several the one that holds the seat. */
  readonly visits: ReadonlyMap<string, ScreenVisit>;
  readonly holidays: ReadonlyMap<Day, string>;
  /** Weekend days on which offices work in exchange. */
  readonly worked: ReadonlySet<Day>;
  /** Whether the year's announcement of days off was not entered. */
  readonly isListOfHolidaysMissing: boolean;
  readonly fieldNames: ReadonlyMap<string, string>;
  /** By `meetingId/specialistId`: whom the board has pinned there, with the reason where that breaks a rule. */
  readonly pins: ReadonlyMap<string, string | null>;
  /** What of the plan breaks rules because somebody has decided so. */
  readonly overruling: readonly OverrulingDecision[];
  /** When the engine made what it proposes to a draft that people have changed; null where it proposes nothing. */
  readonly proposedAt: Date | null;
}

/** What says who goes where, and nothing else: for answers that are asked for with every change of a plan. */
export type PlanScreen = Pick<
  MonthScreen,
  'month' | 'now' | 'plan' | 'leftOutDuties' | 'people' | 'meetings' | 'visits'
>;

export interface ScreenMeeting {
  readonly id: MeetingRef;
  readonly branch: string;
  readonly short: string;
  readonly organisation: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** In the committee's local time. */
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly kind: MeetingKind;
  readonly weakFields: FieldWeights;
  readonly monthsSince: number | null;
  /**
   * Whether it has begun and somebody is recorded to have been at the branch on that day, in whatever way that became
   * known.
   */
  readonly isVisited: boolean;
}

export interface ScreenPerson {
  readonly id: SpecialistRef;
  readonly name: string;
  readonly department: string;
  readonly fields: FieldWeights;
  readonly absences: readonly {
    readonly from: Day;
    readonly before: Day;
    readonly kind: AbsenceKind;
    /** Between these hours on each of the days; null: all day. */
    readonly hours: Hours | null;
  }[];
}

export interface ScreenVisit {
  readonly visitId: VisitRef;
  /** Whether somebody goes instead. */
  readonly isReplaced: boolean;
  readonly meetingId: MeetingId;
  readonly specialistId: SpecialistId;
  readonly state: VisitState;
  /** Outside the plan, and not counted towards the person's share. */
  readonly isBesides: boolean;
  readonly isOutside: boolean;
  readonly declineKind: DeclineKind | null;
  /** In their own words; null for readers who may not see them. */
  readonly declineReason: string | null;
}

@Injectable()
export class MonthScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly plans: Plans,
    private readonly solves: Solves,
    private readonly proposals: ProposalReadModel,
    private readonly edits: PlanEdits,
    private readonly grounds: PlanGroundReadModel,
    private readonly progress: MonthProgressReadModel,
    private readonly workdays: WorkCalendarReadModel,
    private readonly history: HistoryReadModel,
    private readonly clock: Clock,
  ) {}

  /** With the plan that counts, or with one of its variants. @throws DomainError plan.variant_not_found */
  read(month: Month, section = '', variantId: PlanRef | null = null): Promise<MonthScreen> {
    return this.work.run(async () => {
      const first = firstDay(month);
      const plan = await this.plans.find(month, variantId);
      if (variantId !== null && !plan) throw new DomainError('plan.variant_not_found', { month });
      const zone = await committeeZone(this.work);
      const [publisher] = plan?.publishedBy
        ? await this.work.query<{ name: string }>(`select name from account_names where id = $1`, [plan.publishedBy])
        : [];
      const principals = await this.history.principals('plan', plan ? [plan.id] : [], 'plan.published');
      const workdays = await this.workdays.read();
      const fields = await this.work.query<{ code: string; name: string }>(`select code, name from field_names`);
      const decisions = plan ? await this.edits.listDecisions(plan.id) : [];
      // Before what waits for people, which asks of the same facts whether the draft is outdated.
      const ground = await this.grounds.read(month, plan);
      return {
        month,
        zone,
        now: this.clock.now(),
        today: dayIn(zone, this.clock.now()),
        monthProgress: await this.progress.of(month, section),
        solve: await this.solves.findLatest(month),
        plan,
        leftOutDuties: await this.leftOutDuties(plan),
        ground,
        publishedBy: publisher?.name ?? null,
        publishedFor: (plan && principals.get(plan.id)) ?? null,
        meetings: await this.meetings(first, zone),
        people: await this.people(first, plan),
        leftOut: await this.leftOut(first),
        visits: new Map((await this.visits(plan)).map((visit) => [`${visit.meetingId}/${visit.specialistId}`, visit])),
        holidays: workdays.daysOff(month),
        worked: new Set(workdays.worked(month)),
        isListOfHolidaysMissing: !workdays.isAnnounced(Number(month.slice(0, 4))),
        fieldNames: new Map(fields.map(({ code, name }) => [code, name])),
        pins: new Map(
          decisions
            .filter(({ kind }) => kind === 'must')
            .map(({ meetingId, specialistId, reason }) => [`${meetingId}/${specialistId}`, reason]),
        ),
        overruling: plan ? await this.edits.listOverruling(plan.id) : [],
        proposedAt: plan?.state === 'draft' && plan.isChosen ? await this.proposals.madeAt(month) : null,
      };
    });
  }

  /** The same people and meetings in the same order, without what a change by hand leaves as it is. */
  readPlan(month: Month, variantId: PlanRef | null): Promise<PlanScreen> {
    return this.work.run(async () => {
      const first = firstDay(month);
      const plan = await this.plans.find(month, variantId);
      return {
        month,
        now: this.clock.now(),
        plan,
        leftOutDuties: await this.leftOutDuties(plan),
        people: await this.people(first, plan),
        meetings: await this.meetings(first, await committeeZone(this.work), false),
        visits: new Map(),
      };
    });
  }

  /** The month of a meeting, and whether it is held; null for an unknown meeting. */
  async meetingOf(meetingId: MeetingId): Promise<{ readonly month: Month; readonly isCancelled: boolean } | null> {
    const [row] = await this.work.run(() =>
      this.work.query<{ month: Month; isCancelled: boolean }>(
        `select to_char(month, 'YYYY-MM') as month, state = 'cancelled' as "isCancelled" from month_meetings where id = $1`,
        [meetingId],
      ),
    );
    return row ?? null;
  }

  private leftOutDuties(plan: MonthPlan | null): Promise<readonly Duty[]> {
    return plan ? this.plans.listLeftOut(plan, this.clock.now()) : Promise.resolve([]);
  }

  private leftOut(first: Day): Promise<MonthScreen['leftOut']> {
    const had = (side: string) => `exists (select 1 from visit_history v where v.${side} = x.id
      and v.held_on >= $1::date - interval '1 month' and v.held_on < $1)`;
    return this.work.query<MonthScreen['leftOut'][number]>(
      `select 'branches' as register, x.id, x.name from branch_profiles x where not x.in_use and ${had('branch_id')}
       union all
       select 'specialists', x.id, x.name from specialist_profiles x where not x.in_use and ${had('specialist_id')}
       order by register, name`,
      [first],
    );
  }

  /** `withHistory`: also when each branch was visited last. */
  private meetings(first: Day, zone: string, withHistory = true): Promise<ScreenMeeting[]> {
    // The database tells days and hours in a hundredth of the time.
    return this.work.query<ScreenMeeting>(
      `select m.id, b.name as branch, b.short_name as short, coalesce(o.name, '') as organisation, m.starts_at as "startsAt",
         m.ends_at as "endsAt", to_char(m.starts_at at time zone $3, 'YYYY-MM-DD') as day,
         to_char(m.starts_at at time zone $3, 'HH24:MI') as "from", to_char(m.ends_at at time zone $3, 'HH24:MI') as "to",
         m.place, m.kind, b.weak_fields as "weakFields",
         m.starts_at <= $4 and exists (select from visit_history h where h.branch_id = m.branch_id
           and h.held_on = (m.starts_at at time zone $3)::date) as "isVisited",
         case when $2 then
           (select min(months_between(v.held_on, $1)) from visit_history v where v.branch_id = b.id and v.held_on < $1)
         end as "monthsSince"
       from month_meetings m join branch_profiles b on b.id = m.branch_id
       left join organisations_on($1) o on o.id = b.organisation_id
       where m.month = $1 and m.state = 'scheduled'
         and (b.in_use or exists (select from month_visits v where v.month = m.month and v.meeting_id = m.id))
       order by m.starts_at, b.code`,
      [first, withHistory, zone, this.clock.now()],
    );
  }

  /**
   * For a published month the people with whom it was planned or who go, even if they have left since; before that also
   * everybody in use today.
   */
  private people(first: Day, plan: MonthPlan | null): Promise<ScreenPerson[]> {
    const planned = plan?.problem.specialists.map(({ id }) => id) ?? [];
    return this.work.query<ScreenPerson>(
      `select s.id, s.name, s.department_short as department, s.fields,
         coalesce((select json_agg(json_build_object('from', a.starts_on, 'before', a.ends_before, 'kind', a.kind, 'hours', a.hours) order by a.starts_on, a.hours ->> 'from' nulls first)
           from specialist_absences a where a.specialist_id = s.id
             and a.ends_before > $1::date and a.starts_on < $1::date + interval '1 month'), '[]') as absences
       from specialist_profiles s where s.id = any($2::uuid[])
         or case when $3 then s.id in (select v.specialist_id from month_visits v where v.month = $1) else s.in_use end
       order by s.given_name collate "vi-x-icu", s.name collate "vi-x-icu", s.code`,
      [first, planned, plan?.state === 'published'],
    );
  }

  private async visits(plan: MonthPlan | null): Promise<ScreenVisit[]> {
    if (plan?.state !== 'published') return [];
    return this.work.query<ScreenVisit>(
      `select v.id as "visitId", u.replaced_by_id is not null as "isReplaced", v.meeting_id as "meetingId",
         v.specialist_id as "specialistId", v.state, not u.counts_as_share as "isBesides", u.is_outside_plan as "isOutside", u.decline_kind as "declineKind",
         case when $2 then v.decline_reason end as "declineReason"
       from month_visits v join visit_outcomes u on u.visit_id = v.id
       where v.month = $1 order by v.meeting_id, v.specialist_id, v.holds_seat`,
      [firstDay(plan.month), may(this.work.actor, 'visit.read_reason')],
    );
  }
}
