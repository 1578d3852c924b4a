import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
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
  sendBack,
  type SubmissionId,
  type SubmissionVersion,
  type Verdict,
} from '../domain/submission.ts';
import { NO_REMARKS, readRemarks, type Remarks } from '../domain/remarks.ts';
import { visitForm } from '../domain/form.ts';
import { visitResult } from '../domain/visit-result.ts';
import type {} from '../errors.ts';
import { FormMails } from './ports.ts';
import { FormsReadModel } from '../infra/forms-read-model.ts';
import { Evaluations } from '../infra/repositories/evaluations.ts';
import { FormTemplates } from '../infra/repositories/form-templates.ts';
import { Rubrics } from '../infra/repositories/rubrics.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'form.reviewed': { readonly visitId: Visit['id']; readonly submissionId: SubmissionId };
  }
}

/** What a reviewer typed: about the whole form, and beside single questions. */
export interface TypedWords {
  readonly comments?: string;
  readonly remarks?: Remarks;
}

/** The board's review of a form: an accepted form counts from then on, a returned form is to be sent again. */
@Injectable()
export class ReviewForm {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: LockedVisits,
    private readonly evaluations: Evaluations,
    private readonly forms: FormsReadModel,
    private readonly rubrics: Rubrics,
    private readonly templates: FormTemplates,
    private readonly mails: FormMails,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Accepting again from the same page returns the accepted form. @throws DomainError evaluation.no_submission,
   * edit.stale, evaluation.stale, evaluation.already_accepted, evaluation.already_returned, evaluation.own_form,
   * evaluation.hidden, evaluation.comments_long, evaluation.remark_unknown, evaluation.remark_long
   */
  accept(id: SubmissionId, seen: number, typed: TypedWords = {}): Promise<SubmissionVersion> {
    return this.review(id, seen, 'accepted', typed, async (evaluation, judgement, visit, { comments, remarks }) => {
      const version = last(accept(evaluation, judgement, comments, remarks));
      await this.visits.storeResult(visit, visitResult(version, await this.rubrics.get(version.rubric)));
      return version;
    });
  }

  /** @throws DomainError as `accept`, and evaluation.comments_missing */
  sendBack(id: SubmissionId, seen: number, typed: TypedWords): Promise<SubmissionVersion> {
    return this.review(id, seen, 'returned', typed, async (evaluation, judgement, _visit, { comments, remarks }) => {
      const version = last(sendBack(evaluation, judgement, comments ?? '', remarks));
      await this.mails.returned(id, comments, Object.keys(remarks).length);
      return version;
    });
  }

  /**
   * Reopens an accepted form: its result is removed from the visit, and its author is asked for the next version.
   * @throws DomainError evaluation.no_submission, edit.stale, evaluation.stale, evaluation.not_accepted,
   * evaluation.own_form, evaluation.comments_missing
   */
  reopen(id: SubmissionId, seen: number, reason: string): Promise<SubmissionVersion> {
    return this.review(id, seen, 'returned', { comments: reason }, async (evaluation, judgement, visit, said) => {
      const version = last(reopen(evaluation, judgement, said.comments ?? ''));
      await this.visits.clearResult(visit);
      await this.mails.reopened(id, version.review?.comments ?? '');
      return version;
    });
  }

  private review(
    id: SubmissionId,
    seen: number,
    decision: Verdict['decision'],
    typed: TypedWords,
    judge: (evaluation: Evaluation, judgement: Judgement, visit: Visit, said: Verdict) => Promise<SubmissionVersion>,
  ): Promise<SubmissionVersion> {
    return this.work.run(async () => {
      const visit = await this.visits.get(await this.evaluations.getVisitId(id));
      const evaluation = await this.evaluations.find(visit);
      const revision = await this.evaluations.getRevision(id);
      const read = evaluation.versions.find((version) => version.id === id);
      const comments = readComments(typed.comments ?? '');
      const wanted: Verdict = {
        decision,
        comments: comments === '' ? null : comments,
        remarks: read ? await this.remarksOn(read, visit, typed.remarks) : NO_REMARKS,
      };
      if (read && seen === revision - 1 && isReviewedAs(read, wanted)) return read;
      await this.edits.named({ kind: 'submission', id }, () => mustHaveSeen(seen, revision));
      const { accountId: by, specialistId } = this.work.actor;
      if ((await this.forms.findBeside(specialistId, visit.id))?.isHidden) {
        throw new DomainError('evaluation.hidden', { visitId: visit.id });
      }
      const judgement = { version: read?.version ?? 0, by, specialistId, at: this.clock.now() };
      const version = await judge(evaluation, judgement, visit, wanted);
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

  /** The questions of a form are those of its template and its rubric, whatever the branch is weak in. */
  private async remarksOn(
    { rubric, template }: SubmissionVersion,
    { month }: Visit,
    typed: Remarks = NO_REMARKS,
  ): Promise<Remarks> {
    if (Object.keys(typed).length === 0) return NO_REMARKS;
    const asked = { month, fields: [], directives: [] };
    const form = visitForm(await this.rubrics.get(rubric), asked, await this.templates.get(template));
    return readRemarks(typed, form);
  }
}

function last(evaluation: Evaluation): SubmissionVersion {
  const version = latestVersion(evaluation);
  if (!version) throw new Error(`the evaluation of ${evaluation.visitId} was reviewed without a version`);
  return version;
}
