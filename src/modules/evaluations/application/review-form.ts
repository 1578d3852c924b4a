import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { LockedVisits, type Visit } from '../../visits/index.ts';
import {
  accept,
  type Evaluation,
  isReviewedAs,
  type Judgement,
  latestVersion,
  readComments,
  reopen,
  type Review,
  sendBack,
  type SubmissionId,
  type SubmissionVersion,
} from '../domain/submission.ts';
import { visitResult } from '../domain/visit-result.ts';
import type {} from '../errors.ts';
import { FormMails } from './ports.ts';
import { Evaluations } from '../infra/repositories/evaluations.ts';
import { Rubrics } from '../infra/repositories/rubrics.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'form.reviewed': { readonly visitId: Visit['id']; readonly submissionId: SubmissionId };
  }
}

type Wanted = Pick<Review, 'decision' | 'comments'>;

/** The board's review of a form: an accepted form counts from then on, a returned form is to be sent again. */
@Injectable()
export class ReviewForm {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: LockedVisits,
    private readonly evaluations: Evaluations,
    private readonly rubrics: Rubrics,
    private readonly mails: FormMails,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Accepting again from the same page returns the accepted form. @throws DomainError evaluation.no_submission,
   * edit.stale, evaluation.stale, evaluation.already_accepted, evaluation.already_returned, evaluation.own_form,
   * evaluation.comments_long
   */
  async accept(id: SubmissionId, seen: number, comments: string | null = null): Promise<SubmissionVersion> {
    const said = readComments(comments ?? '');
    const wanted: Wanted = { decision: 'accepted', comments: said === '' ? null : said };
    return this.review(id, seen, wanted, async (evaluation, judgement, visit) => {
      const version = last(accept(evaluation, judgement, wanted.comments));
      await this.visits.storeResult(visit, visitResult(version, await this.rubrics.get(version.rubric)));
      return version;
    });
  }

  /** @throws DomainError as `accept`, and evaluation.comments_missing */
  async sendBack(id: SubmissionId, seen: number, comments: string): Promise<SubmissionVersion> {
    const wanted: Wanted = { decision: 'returned', comments: readComments(comments) };
    return this.review(id, seen, wanted, async (evaluation, judgement) => {
      const version = last(sendBack(evaluation, judgement, wanted.comments ?? ''));
      await this.mails.returned(id, version.review?.comments ?? '');
      return version;
    });
  }

  /**
   * Reopens an accepted form: its result is removed from the visit, and its author is asked for the next version.
   * @throws DomainError evaluation.no_submission, edit.stale, evaluation.stale, evaluation.not_accepted,
   * evaluation.own_form, evaluation.comments_missing
   */
  async reopen(id: SubmissionId, seen: number, reason: string): Promise<SubmissionVersion> {
    const wanted: Wanted = { decision: 'returned', comments: readComments(reason) };
    return this.review(id, seen, wanted, async (evaluation, judgement, visit) => {
      const version = last(reopen(evaluation, judgement, wanted.comments ?? ''));
      await this.visits.clearResult(visit);
      await this.mails.reopened(id, version.review?.comments ?? '');
      return version;
    });
  }

  private review(
    id: SubmissionId,
    seen: number,
    wanted: Wanted,
    judge: (evaluation: Evaluation, judgement: Judgement, visit: Visit) => Promise<SubmissionVersion>,
  ): Promise<SubmissionVersion> {
    return this.work.run(async () => {
      const visit = await this.visits.get(await this.evaluations.getVisitId(id));
      const evaluation = await this.evaluations.find(visit);
      const revision = await this.evaluations.getRevision(id);
      const read = evaluation.versions.find((version) => version.id === id);
      if (read && seen === revision - 1 && isReviewedAs(read, wanted)) return read;
      await this.edits.named({ kind: 'submission', id }, () => mustHaveSeen(seen, revision));
      const { accountId: by, specialistId } = this.work.actor;
      const judgement = { version: read?.version ?? 0, by, specialistId, at: this.clock.now() };
      const version = await judge(evaluation, judgement, visit);
      await this.evaluations.storeReview(version, seen);
      this.audit.record({
        action: `evaluation.${version.review?.wasAcceptedAt ? 'reopened' : (version.review?.decision ?? 'reviewed')}`,
        subject: { kind: 'submission', id },
        details: { visitId: visit.id, version: version.version, hash: version.hash },
      });
      await this.events.publish(
        'form.reviewed',
        { visitId: visit.id, submissionId: id },
        { subject: visit.id, about: [`month/${visit.month}`] },
      );
      return version;
    });
  }
}

function last(evaluation: Evaluation): SubmissionVersion {
  const version = latestVersion(evaluation);
  if (!version) throw new Error(`the evaluation of ${evaluation.visitId} was reviewed without a version`);
  return version;
}
