import type { BranchId, VisitRef } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { VisitFinding } from '../domain/visit-result.ts';
import type { VisitLine } from './visits-read-model.ts';

/** An earlier visit and its result. */
export interface EarlierVisit {
  readonly id: VisitRef;
  readonly heldOn: Day;
  readonly specialist: string;
  readonly department: string;
  readonly attendancePresent: number | null;
  readonly attendanceOf: number | null;
  /** In hundredths of a point; null for an imported visit without a score. */
  readonly score: number | null;
  readonly rating: Readonly<Record<Locale, string>> | null;
}

export interface BriefFinding extends Pick<VisitFinding, 'kind' | 'text'> {
  /** Name of the field. */
  readonly field: string | null;
}

export interface WeakField {
  readonly code: string;
  readonly name: string;
  /** Number of shortcomings noted in this field in the last twelve months. */
  readonly times: number;
}

/** What an observer should know about a branch before the meeting. */
export interface BranchBrief {
  readonly secretary: string | null;
  readonly members: number;
  /** Latest first. */
  readonly earlier: readonly EarlierVisit[];
  /** Findings of the latest visit that noted any. */
  readonly findings: readonly BriefFinding[];
  readonly weakFields: readonly WeakField[];
}

export const MONTHS_BACK = 12;
const MOST_EARLIER = 5;

@Injectable()
export class BranchBriefReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  of({ branchId, heldOn }: Pick<VisitLine, 'branchId' | 'heldOn'>): Promise<BranchBrief> {
    return this.work.run(async () => {
      const [branch] = await this.work.query<{ secretary: string | null; members: number }>(
        `select secretary_name as secretary, members from branch_profiles where id = $1`,
        [branchId],
      );
      return {
        secretary: branch?.secretary ?? null,
        members: branch?.members ?? 0,
        earlier: await this.earlier(branchId, heldOn),
        findings: await this.findings(branchId, heldOn),
        weakFields: await this.weakFields(branchId, heldOn),
      };
    });
  }

  private earlier(branchId: BranchId, before: Day): Promise<EarlierVisit[]> {
    return this.work.query<EarlierVisit>(
      `select v.id, v.held_on as "heldOn", p.name as specialist, p.department_short as department,
         v.attendance_present as "attendancePresent", v.attendance_of as "attendanceOf", v.score,
         coalesce((select g.rating from official_ratings g where g.meeting_id = v.meeting_id), f.rating) -> 'text' as rating
       from visits v left join accepted_forms f on f.visit_id = v.id join specialist_profiles p on p.id = v.specialist_id
       where v.branch_id = $1 and v.held_on < $2 and visit_is_attended(v.state)
       order by v.held_on desc, v.id limit ${MOST_EARLIER}`,
      [branchId, before],
    );
  }

  private findings(branchId: BranchId, before: Day): Promise<BriefFinding[]> {
    return this.work.query<BriefFinding>(
      `select f.kind, f.text, x.name as field from findings f left join field_names x on x.code = f.field_code
       where f.withdrawn_at is null and f.visit_id = (
         select v.id from visits v where v.branch_id = $1 and v.held_on < $2 and visit_is_attended(v.state)
           and exists (select 1 from findings g where g.visit_id = v.id and g.withdrawn_at is null) order by v.held_on desc, v.id limit 1)
       order by case f.kind when 'shortcoming' then 1 when 'reflection' then 2 when 'recommendation' then 3 else 4 end, f.position`,
      [branchId, before],
    );
  }

  /**
   * The fields in which recent visits found shortcomings, most frequent first; then those that only the register lists
   * as weak, weakest first.
   */
  private weakFields(branchId: BranchId, before: Day): Promise<WeakField[]> {
    return this.work.query<WeakField>(
      `select x.code, x.name, coalesce(found.times, 0) as times
       from branch_profiles b cross join field_names x
       left join (
         select f.field_code, count(distinct f.visit_id)::int as times from findings f join visits v on v.id = f.visit_id
         where v.branch_id = $1 and f.kind = 'shortcoming' and f.withdrawn_at is null
           and v.held_on < $2 and v.held_on >= $2::date - interval '${MONTHS_BACK} months'
         group by f.field_code) found on found.field_code = x.code
       where b.id = $1 and (found.times > 0 or jsonb_exists(b.weak_fields, x.code))
       order by times desc, b.weak_fields -> x.code desc nulls last, x.position`,
      [branchId, before],
    );
  }
}
