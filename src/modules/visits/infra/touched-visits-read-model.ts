import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { Hours } from '../../../kernel/hours.ts';
import type { BranchRef, MeetingId, SpecialistId, SpecialistRef, VisitId } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { WorkCalendarReadModel } from '../../meetings/index.ts';
import { VisitCollisions } from '../application/visit-collisions.ts';
import {
  type Away,
  type ComingVisit,
  type FactsAround,
  isAwayAt,
  type Touch,
  touchesOf,
} from '../domain/touched-visit.ts';
import { OpenAnswersReadModel } from './open-answers-read-model.ts';
import { KeptVisits } from './repositories/kept-visits.ts';

export interface TouchedVisit extends Touch, Omit<ComingVisit, 'absences' | 'isMoved'> {}

/** A meeting looked at as if it had moved. */
export interface SupposedMove {
  readonly meetingId: MeetingId;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Whether it would be held elsewhere than at its branch's place. */
  readonly isElsewhere: boolean;
}

/** A meeting whose visits are read in any case; null for a time as it stands. */
interface LookedAt {
  readonly meetingId: MeetingId;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** Reads published visits with which a later fact conflicts; takes part in the ambient transaction, if any. */
@Injectable()
export class TouchedVisitsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly kept: KeptVisits,
    private readonly workdays: WorkCalendarReadModel,
    private readonly collisions: VisitCollisions,
    private readonly answers: OpenAnswersReadModel,
    private readonly clock: Clock,
  ) {}

  /** Those not decided about yet, next first. */
  list(): Promise<TouchedVisit[]> {
    return this.decided(false);
  }

  /** Visits that stand although something conflicts with them, because somebody has said so. */
  async keptVisits(): Promise<ReadonlySet<VisitId>> {
    return new Set((await this.decided(true)).map(({ visitId }) => visitId));
  }

  private decided(isKept: boolean): Promise<TouchedVisit[]> {
    return this.work.run(async () => {
      const coming = await this.coming();
      if (coming.length === 0) return [];
      const kept = await this.kept.keys();
      const late = new Map((await this.answers.list()).flatMap((each) => (each.isLate ? [[each.visitId, each]] : [])));
      const touched = await this.touched(coming, coming, (id) => late.get(id)?.answerBy ?? null);
      return touched.filter(({ visitId, cause, fact }) => kept.has(KeptVisits.keyOf(visitId, cause, fact)) === isKept);
    });
  }

  /** Who goes to a meeting, also to one that is over and has no form yet. */
  async goingTo(meetingId: MeetingId): Promise<ComingVisit[]> {
    const read = () => this.coming({ meetingId, startsAt: null, endsAt: null });
    return (await this.work.run(read)).filter((visit) => visit.meetingId === meetingId);
  }

  /**
   * Who goes to a meeting, and what would hit them there, and elsewhere, if it were moved. @param move as typed; nothing
   * is changed
   */
  ifMoved(move: SupposedMove): Promise<{ readonly going: ComingVisit[]; readonly touched: TouchedVisit[] }> {
    return this.work.run(async () => {
      const all = await this.coming(move);
      const going = all.filter(({ meetingId }) => meetingId === move.meetingId);
      const isElsewhere = (visit: ComingVisit) => (visit.meetingId === move.meetingId ? move.isElsewhere : undefined);
      return { going, touched: await this.touched(going, all, () => null, isElsewhere) };
    });
  }

  private async touched(
    visits: readonly ComingVisit[],
    all: readonly ComingVisit[],
    unansweredSince: FactsAround['unansweredSince'],
    isElsewhere: (visit: ComingVisit) => boolean | undefined = () => undefined,
  ): Promise<TouchedVisit[]> {
    const calendar = await this.workdays.read();
    const holidayOn = (day: Day, isMoved: boolean) => {
      const found = calendar.at(day);
      return found && found.kind !== 'worked' && (isMoved || found.from === 'entry') ? found.name : null;
    };
    const byId = new Map(all.map((visit) => [visit.visitId, visit]));
    const collisions = await this.collisions.among(all.map((visit) => ({ ...visit, isElsewhere: isElsewhere(visit) })));
    const collisionsOf = (id: VisitId) => (collisions.get(id) ?? []).flatMap((other) => byId.get(other) ?? []);
    return visits.flatMap(({ absences, isMoved, ...visit }) =>
      touchesOf({ ...visit, absences, isMoved }, { holidayOn, collisionsOf, unansweredSince }).map((touch) => ({
        ...visit,
        ...touch,
      })),
    );
  }

  /** Those that a person away on the days [from, before), or between the hours of each, could not make. */
  async byAbsence(
    specialistId: SpecialistId,
    from: Day,
    before: Day,
    hours: Hours | null = null,
  ): Promise<ComingVisit[]> {
    const coming = await this.work.run(() => this.coming());
    return coming.filter((visit) => visit.specialistId === specialistId && isAwayAt(visit, { from, before, hours }));
  }

  /** The same for each of many absences, in their order. */
  async byEach(
    absences: readonly (Omit<Away, 'kind'> & { readonly specialistId: SpecialistId })[],
  ): Promise<ComingVisit[][]> {
    const coming = absences.length === 0 ? [] : await this.work.run(() => this.coming());
    return absences.map((away) =>
      coming.filter((visit) => visit.specialistId === away.specialistId && isAwayAt(visit, away)),
    );
  }

  /** Those of a person, or at a branch. */
  async of(id: BranchRef | SpecialistRef): Promise<ComingVisit[]> {
    const coming = await this.work.run(() => this.coming());
    return coming.filter((visit) => visit.specialistId === id || visit.branchId === id);
  }

  /** Those of meetings on a day. */
  async onDay(day: Day): Promise<ComingVisit[]> {
    return (await this.work.run(() => this.coming())).filter((visit) => visit.day === day);
  }

  /** With a meeting as if it had moved; its visits are read also where it is over as it stands. */
  private coming(move: LookedAt | null = null): Promise<ComingVisit[]> {
    return this.work.query<ComingVisit>(
      `with looked_at as (
         select m.id, m.state, coalesce($3, m.starts_at) as starts_at, coalesce($4, m.ends_at) as ends_at
         from month_meetings m where m.id = $2
         union all
         select m.id, m.state, m.starts_at, m.ends_at from month_meetings m where m.ends_at > $1 and m.id is distinct from $2),
       dated as (
         select id, state, starts_at, ends_at, (starts_at at time zone committee_zone())::date as day from looked_at)
       select v.id as "visitId", v.meeting_id as "meetingId", to_char(v.month, 'YYYY-MM') as month, m.day,
         ((m.ends_at - interval '1 second') at time zone committee_zone())::date as "lastDay",
         m.starts_at as "startsAt", m.ends_at as "endsAt", b.id as "branchId", b.name as branch, b.in_use as "branchIsInUse",
         to_char(m.starts_at at time zone committee_zone(), 'HH24:MI') as "from",
         to_char((m.ends_at - interval '1 second') at time zone committee_zone(), 'HH24:MI') as "lastMinute",
         v.specialist_id as "specialistId", s.name, s.in_use as "isInUse",
         exists (select from specialist_conflicts c where c.specialist_id = v.specialist_id and c.branch_id = v.branch_id
           and (c.until is null or c.until >= m.day)) as "hasConflict",
         v.moved_at is not null or m.id is not distinct from $2 as "isMoved",
         (select coalesce(json_agg(json_build_object('from', a.starts_on, 'before', a.ends_before, 'kind', a.kind, 'hours', a.hours)
             order by a.starts_on, a.ends_before), '[]')
           from specialist_absences a where a.specialist_id = v.specialist_id
             and a.starts_on <= m.day + 1 and a.ends_before > m.day) as absences
       from visits v join dated m on m.id = v.meeting_id
       join branch_profiles b on b.id = v.branch_id join specialist_profiles s on s.id = v.specialist_id
       where visit_is_open(v.state) and m.state = 'scheduled'
       order by m.starts_at, s.name, v.id`,
      [this.clock.now(), move?.meetingId ?? null, move?.startsAt ?? null, move?.endsAt ?? null],
    );
  }
}
