import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/month.ts';
import type { BranchId, BranchRef, MeetingId, Ref, SpecialistId, SpecialistRef, VisitRef } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { VisitState } from '../domain/visit-state.ts';

/** A visit of a branch or a person at any time. */
export interface PastOrComingVisit {
  readonly id: VisitRef;
  readonly heldOn: Day;
  readonly state: VisitState;
  /** Null for an imported visit. */
  readonly meetingId: MeetingId | null;
  readonly branchId: BranchId;
  readonly branch: string;
  readonly specialistId: SpecialistId;
  readonly specialist: string;
  readonly department: string;
  /** In hundredths of a point. */
  readonly score: number | null;
  /** Of the meeting, once the form is accepted: as decided officially, else by points. */
  readonly rating: Readonly<Record<Locale, string>> | null;
  /** Whether it was decided officially. */
  readonly isOfficial: boolean;
  /** The form that was sent last. */
  readonly submissionId: Ref<'Submission'> | null;
}

/** Reads all visits of a branch or a person, latest first. */
@Injectable()
export class VisitHistoryReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /**
   * Who observes the same meeting and owes a form is told no points of it.
   * @param other of a person at a branch only, its id
   */
  of(id: BranchRef | SpecialistRef, limit: number, other: string | null = null): Promise<PastOrComingVisit[]> {
    return this.work.run(() =>
      this.work.query<PastOrComingVisit>(
        `select v.id, v.held_on as "heldOn", v.state, v.meeting_id as "meetingId", v.branch_id as "branchId",
           b.name as branch, v.specialist_id as "specialistId", p.name as specialist, p.department_short as department,
           case when h.visit_id is null then v.score end as score,
           case when h.visit_id is null then coalesce(g.rating, f.rating) -> 'text' end as rating,
           h.visit_id is null and g.rating is not null as "isOfficial",
           (select f.submission_id from visit_forms f where f.visit_id = v.id) as "submissionId"
         from visits v join specialist_profiles p on p.id = v.specialist_id join branch_profiles b on b.id = v.branch_id
           left join accepted_forms f on f.visit_id = v.id left join official_ratings g on g.meeting_id = v.meeting_id and f.visit_id is not null
           left join visits_beside($4) h on h.visit_id = v.id and h.is_hidden
         where (v.branch_id = $1 or v.specialist_id = $1) and ($3::uuid is null or v.branch_id = $3) and v.state not in ('released', 'cancelled')
         order by v.held_on desc, v.id limit $2`,
        [id, limit, other, this.work.actor.specialistId],
      ),
    );
  }

  /** Their number. */
  async count(id: BranchRef | SpecialistRef): Promise<number> {
    const [row] = await this.work.run(() =>
      this.work.query<{ count: number }>(
        `select count(*) as count from visits where (branch_id = $1 or specialist_id = $1) and state not in ('released', 'cancelled')`,
        [id],
      ),
    );
    return row?.count ?? 0;
  }
}
