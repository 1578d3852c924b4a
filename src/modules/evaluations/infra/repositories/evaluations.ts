import type { AccountId, Id, SpecialistId, VisitId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { staleEdit } from '../../../../kernel/edit.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { EvaluatedVisit } from '../../application/ports.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Remarks } from '../../domain/remarks.ts';
import type { Score } from '../../domain/score.ts';
import type { Evaluation, SubmissionId, SubmissionVersion } from '../../domain/submission.ts';
import type {} from '../../errors.ts';

interface SubmissionRow {
  id: SubmissionId;
  version: number;
  state: 'submitted' | 'accepted' | 'returned' | 'withdrawn';
  hash: string;
  rubricCode: string;
  rubricVersion: number;
  formCode: string;
  formVersion: number;
  answers: Answers;
  findingIds: Id<'Finding'>[];
  submittedBy: SpecialistId;
  submittedAt: Date;
  reviewedBy: AccountId | null;
  reviewedAt: Date | null;
  reviewComment: string | null;
  reviewRemarks: Remarks;
  wasAcceptedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnWhy: string | null;
  reply: string | null;
  correctedBy: AccountId | null;
}

@Injectable()
export class Evaluations {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async find({ id, specialistId }: EvaluatedVisit): Promise<Evaluation> {
    const rows = await this.work.query<SubmissionRow>(
      `select s.id, s.version, s.state, s.hash, r.code as "rubricCode", r.version as "rubricVersion", s.form_code as "formCode", s.form_version as "formVersion",
         s.answers, s.finding_ids as "findingIds", s.submitted_by as "submittedBy", s.submitted_at as "submittedAt",
         s.reviewed_by as "reviewedBy", s.reviewed_at as "reviewedAt", s.review_comment as "reviewComment", s.review_remarks as "reviewRemarks",
         s.was_accepted_at as "wasAcceptedAt", s.withdrawn_at as "withdrawnAt", s.withdrawn_why as "withdrawnWhy", s.reply, s.corrected_by as "correctedBy"
       from submissions s join rubrics r on r.id = s.rubric_id where s.visit_id = $1 order by s.version`,
      [id],
    );
    return { visitId: id, specialistId, versions: rows.map(versionOf) };
  }

  /**
   * The visit of a submission; it is locked before anything about the submission is changed. @throws DomainError
   * evaluation.no_submission
   */
  async getVisitId(id: SubmissionId): Promise<VisitId> {
    const [row] = await this.work.query<{ visitId: VisitId }>(
      `select visit_id as "visitId" from submissions where id = $1`,
      [id],
    );
    if (!row) throw new DomainError('evaluation.no_submission', { submissionId: id });
    return row.visitId;
  }

  /** @throws DomainError evaluation.no_submission */
  async getRevision(id: SubmissionId): Promise<number> {
    const [row] = await this.work.query<{ revision: number }>(`select revision from submissions where id = $1`, [id]);
    if (!row) throw new DomainError('evaluation.no_submission', { submissionId: id });
    return row.revision;
  }

  /** Stores a version and deletes the visit's draft. False where the id is known already. */
  async insert(visitId: VisitId, version: SubmissionVersion, score: Score): Promise<boolean> {
    const added = await this.work.query(
      `with written as (delete from drafts where visit_id = $2)
       insert into submissions (committee_id, id, visit_id, version, state, rubric_id, form_version, hash, answers, finding_ids, score, submitted_at, submitted_by, reply,
         form_code, corrected_by)
       select current_committee(), $1, $2, $3, 'submitted', r.id, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
       from rubrics r where r.code = $4 and r.version = $5
       on conflict (committee_id, id) do nothing returning id`,
      [
        version.id,
        visitId,
        version.version,
        version.rubric.id,
        version.rubric.version,
        version.template.version,
        version.hash,
        JSON.stringify(version.answers),
        version.findingIds,
        JSON.stringify(score),
        version.receivedAt,
        version.sentBy,
        version.reply,
        version.template.id,
        version.correctedBy,
      ],
    );
    return added.length > 0;
  }

  /** Stores the review of the latest version and increments its revision. @throws DomainError edit.stale */
  async storeReview({ id, review }: SubmissionVersion, revision: number): Promise<void> {
    if (!review) throw new Error(`submission ${id} was not reviewed`);
    const changed = await this.work.query(
      `update submissions set state = $2, reviewed_at = $3, reviewed_by = $4, review_comment = $5, was_accepted_at = $7, review_remarks = $8,
         revision = revision + 1
       where id = $1 and revision = $6 returning id`,
      [
        id,
        review.decision,
        review.at,
        review.by,
        review.comments,
        revision,
        review.wasAcceptedAt,
        JSON.stringify(review.remarks),
      ],
    );
    if (changed.length === 0) throw staleEdit();
  }

  /** Stores that the latest version was withdrawn and lets its revision rise. @throws DomainError edit.stale */
  async storeWithdrawal({ id, withdrawal }: SubmissionVersion, revision: number): Promise<void> {
    if (!withdrawal) throw new Error(`submission ${id} was not withdrawn`);
    const changed = await this.work.query(
      `update submissions set state = 'withdrawn', withdrawn_at = $2, withdrawn_why = $3, revision = revision + 1
       where id = $1 and revision = $4 returning id`,
      [id, withdrawal.at, withdrawal.reason, revision],
    );
    if (changed.length === 0) throw staleEdit();
  }
}

function versionOf(row: SubmissionRow): SubmissionVersion {
  const { id, version, hash, answers } = row;
  return {
    id,
    version,
    hash,
    rubric: { id: row.rubricCode, version: row.rubricVersion },
    template: { id: row.formCode, version: row.formVersion },
    answers,
    findingIds: row.findingIds,
    sentBy: row.submittedBy,
    correctedBy: row.correctedBy,
    receivedAt: row.submittedAt,
    reply: row.reply,
    withdrawal:
      row.withdrawnAt === null || row.withdrawnWhy === null ? null : { at: row.withdrawnAt, reason: row.withdrawnWhy },
    review:
      row.state === 'submitted' || row.state === 'withdrawn' || row.reviewedAt === null
        ? null
        : {
            decision: row.state,
            by: row.reviewedBy,
            at: row.reviewedAt,
            comments: row.reviewComment,
            remarks: row.reviewRemarks,
            wasAcceptedAt: row.wasAcceptedAt,
          },
  };
}
