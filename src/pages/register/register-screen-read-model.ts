import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import type { Hours } from '../../kernel/hours.ts';
import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import { addDays, type Day, dayIn, type Month, monthIn } from '../../kernel/month.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import type { BranchRef, DepartmentRef, Id, MeetingRef, Ref, SpecialistId, SpecialistRef } from '../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';

export interface MeetingToCome {
  readonly id: MeetingRef;
  readonly day: Day;
  readonly time: string;
  readonly kind: MeetingKind;
  readonly people: readonly string[];
}

export interface Excluded {
  readonly id: BranchRef | SpecialistRef;
  readonly name: string;
  readonly note: string;
  readonly because: 'own' | 'residence' | 'conflict';
}

export interface AbsenceToCome {
  readonly from: Day;
  /** The last day away. */
  readonly to: Day;
  readonly kind: AbsenceKind;
  /** Between these hours on each of the days; null: all day. */
  readonly hours: Hours | null;
}

const COMING = 6;

/** Reads what the register's pages show besides the entry itself: what depends on it. */
@Injectable()
export class RegisterScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  today(zone: string): { day: Day; month: Month } {
    return { day: dayIn(zone, this.clock.now()), month: monthIn(zone, this.clock.now()) };
  }

  /** The next meetings of a branch, with the people published for them. */
  meetingsOf(branchId: BranchRef): Promise<MeetingToCome[]> {
    return this.work.run(() =>
      this.work.query<MeetingToCome>(
        `select m.id, m.day, to_char(m.starts_at at time zone committee_zone(), 'HH24:MI') as time, m.kind,
           coalesce((select json_agg(p.name order by p.given_name collate "vi-x-icu", p.name collate "vi-x-icu")
             from month_visits v join specialist_profiles p on p.id = v.specialist_id
             where v.meeting_id = m.id and v.holds_seat), '[]') as people
         from month_meetings m where m.branch_id = $1 and m.state = 'scheduled' and m.ends_at > $2
         order by m.starts_at limit ${COMING}`,
        [branchId, this.clock.now()],
      ),
    );
  }

  /** People in use who do not visit a branch on a day. */
  excludedFrom(branchId: BranchRef, today: Day): Promise<Excluded[]> {
    return this.work.run(() =>
      this.work.query<Excluded>(
        `select s.id, s.name, s.department_short as note, n.because from (
           select id as specialist_id, 'own' as because, 1 as position from specialist_profiles where own_branch_id = $1
           union all select id, 'residence', 2 from specialist_profiles where residence_branch_id = $1
           union all select specialist_id, 'conflict', 3 from specialist_conflicts
             where branch_id = $1 and (until is null or until >= $2)) n
         join specialist_profiles s on s.id = n.specialist_id where s.in_use
         order by n.position, s.given_name collate "vi-x-icu", s.name collate "vi-x-icu"`,
        [branchId, today],
      ),
    );
  }

  /** Branches that a person does not visit on a day. */
  excludedFor(specialistId: SpecialistRef, today: Day): Promise<Excluded[]> {
    return this.work.run(() =>
      this.work.query<Excluded>(
        `select b.id, b.name, b.code as note, n.because from (
           select own_branch_id as branch_id, 'own' as because, 1 as position from specialist_profiles where id = $1
           union all select residence_branch_id, 'residence', 2 from specialist_profiles where id = $1
           union all select branch_id, 'conflict', 3 from specialist_conflicts
             where specialist_id = $1 and (until is null or until >= $2)) n
         join branch_profiles b on b.id = n.branch_id order by n.position, b.code collate vi_natural`,
        [specialistId, today],
      ),
    );
  }

  async absencesOf(specialistId: SpecialistRef, today: Day): Promise<AbsenceToCome[]> {
    const rows = await this.work.run(() =>
      this.work.query<Omit<AbsenceToCome, 'to'> & { readonly before: Day }>(
        `select starts_on as "from", ends_before as before, kind, hours from specialist_absences
         where specialist_id = $1 and ends_before > $2 order by starts_on, ends_before, hours ->> 'from' nulls first`,
        [specialistId, today],
      ),
    );
    return rows.map(({ before, ...absence }) => ({ ...absence, to: addDays(before, -1) }));
  }

  peopleOf(departmentId: DepartmentRef): Promise<{ id: SpecialistId; name: string; title: string | null }[]> {
    return this.work.run(() =>
      this.work.query<{ id: SpecialistId; name: string; title: string | null }>(
        `select id, name, title from specialist_profiles where department_id = $1 and in_use
         order by given_name collate "vi-x-icu", name collate "vi-x-icu"`,
        [departmentId],
      ),
    );
  }

  /** From the direct superior to the highest one, on a day. */
  async pathOf(organisationId: Ref<'Organisation'>, day: Day): Promise<{ id: Id<'Organisation'>; name: string }[]> {
    return this.work.run(() =>
      this.work.query<{ id: Id<'Organisation'>; name: string }>(
        `with recursive above as (
           select o.id, coalesce(o.name, o.code) as name, o.parent_id, 1 as height from organisations_on($2) o where o.id = $1
           union all
           select o.id, coalesce(o.name, o.code), o.parent_id, a.height + 1 from organisations_on($2) o
           join above a on o.id = a.parent_id where a.height < 20)
         select id, name from above order by height desc`,
        [organisationId, day],
      ),
    );
  }
}
