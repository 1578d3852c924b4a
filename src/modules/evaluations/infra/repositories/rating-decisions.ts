import type { MeetingId, SpecialistId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { staleEdit } from '../../../../kernel/edit.ts';
import { type Day, monthOf } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { RatedForm, RatedMeeting, RatingDecision } from '../../domain/official-rating.ts';
import type { SubmissionId } from '../../domain/submission.ts';
import type {} from '../../errors.ts';

interface MeetingRow {
  readonly meetingId: MeetingId;
  readonly month: Day;
  readonly forms: readonly (Omit<RatedForm, 'observers'> & {
    readonly sentBy: SpecialistId;
    readonly specialistId: SpecialistId;
  })[];
}

@Injectable()
export class RatingDecisions {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** The meeting that a form is about. @throws DomainError evaluation.no_submission */
  async getMeeting(submissionId: SubmissionId): Promise<RatedMeeting> {
    const [row] = await this.work.query<MeetingRow>(
      `select v.meeting_id as "meetingId", v.month, coalesce((
           select json_agg(json_build_object('submissionId', a.id, 'rating', a.rating, 'sentBy', a.submitted_by, 'specialistId', o.specialist_id) order by a.id)
           from month_visits o join submissions a on a.visit_id = o.id and a.state = 'accepted'
           where o.meeting_id = v.meeting_id), '[]') as forms
       from submissions s join month_visits v on v.id = s.visit_id where s.id = $1`,
      [submissionId],
    );
    if (!row) throw new DomainError('evaluation.no_submission', { submissionId });
    return {
      meetingId: row.meetingId,
      month: monthOf(row.month),
      forms: row.forms.map(({ sentBy, specialistId, ...form }) => ({ ...form, observers: [sentBy, specialistId] })),
      decisions: await this.list(row.meetingId),
    };
  }

  /** @throws DomainError edit.stale where another decision was stored at the same time */
  async insert(meetingId: MeetingId, decision: RatingDecision): Promise<void> {
    const { number, submissionId, rating, points, reason, at, by, onBehalfOf } = decision;
    const added = await this.work.query(
      `insert into rating_decisions (committee_id, meeting_id, number, submission_id, rating, points, reason, decided_at, decided_by, decided_for)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (committee_id, meeting_id, number) do nothing returning number`,
      [meetingId, number, submissionId, rating, points, reason, at, by, onBehalfOf],
    );
    if (added.length === 0) throw staleEdit();
  }

  private list(meetingId: MeetingId): Promise<RatingDecision[]> {
    return this.work.query<RatingDecision>(
      `select number, submission_id as "submissionId", rating, points, reason, decided_at as at, decided_by as by, decided_for as "onBehalfOf"
       from rating_decisions where meeting_id = $1 order by number`,
      [meetingId],
    );
  }
}
