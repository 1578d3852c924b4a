import type { VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { LockedVisits } from '../../visits/index.ts';
import { contextAsRead } from '../domain/context-as-read.ts';
import { correct } from '../domain/correct-form.ts';
import { visitForm } from '../domain/form.ts';
import { readAnswers } from '../domain/read-answers.ts';
import { score } from '../domain/score.ts';
import { readComments, type SubmissionId, type SubmissionVersion } from '../domain/submission.ts';
import type {} from '../errors.ts';
import { FormsReadModel } from '../infra/forms-read-model.ts';
import { VisitFactsReadModel } from '../infra/visit-facts-read-model.ts';
import { Evaluations } from '../infra/repositories/evaluations.ts';
import { FormTemplates } from '../infra/repositories/form-templates.ts';
import { Rubrics } from '../infra/repositories/rubrics.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'form.corrected': { readonly visitId: VisitId; readonly submissionId: SubmissionId };
  }
}

export interface FormToCorrect {
  /** The id of the version that the correction becomes. */
  readonly correctionId: SubmissionId;
  /** The revision of the version that was looked at. */
  readonly seen: number;
  /** All answers, as JSON or as the fields of an HTML form. */
  readonly raw: unknown;
  readonly reason: string;
}

/** The board corrects an obvious slip of a form that waits, as a version of its own that says why. */
@Injectable()
export class CorrectForm {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: LockedVisits,
    private readonly evaluations: Evaluations,
    private readonly forms: FormsReadModel,
    private readonly rubrics: Rubrics,
    private readonly templates: FormTemplates,
    private readonly facts: VisitFactsReadModel,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * The answers are read by the rubric and the form with which they were sent. A correction sent again is answered as it
   * was stored. @throws DomainError evaluation.no_submission, evaluation.own_form, evaluation.hidden, edit.stale,
   * evaluation.stale, evaluation.already_accepted, evaluation.already_returned, evaluation.withdrawn,
   * evaluation.comments_missing, evaluation.comments_long, evaluation.nothing_corrected, evaluation.differs, input.invalid
   */
  execute(id: SubmissionId, { correctionId, seen, raw, reason }: FormToCorrect): Promise<SubmissionVersion> {
    return this.work.run(async () => {
      const visit = await this.visits.get(await this.evaluations.getVisitId(id));
      const evaluation = await this.evaluations.find(visit);
      const known = evaluation.versions.find((version) => version.id === correctionId);
      if (known?.correctedBy) return known;
      const { accountId: by, specialistId } = this.work.actor;
      if ((await this.forms.findBeside(specialistId, visit.id))?.isHidden) {
        throw new DomainError('evaluation.hidden', { visitId: visit.id });
      }
      const revision = await this.evaluations.getRevision(id);
      await this.edits.named({ kind: 'submission', id }, () => mustHaveSeen(seen, revision));
      const read = evaluation.versions.find((version) => version.id === id);
      if (!read) throw new DomainError('evaluation.no_submission', { submissionId: id });
      const rubric = await this.rubrics.get(read.rubric);
      const context = contextAsRead(await this.facts.of(visit.id), read.answers);
      const form = visitForm(rubric, context, await this.templates.get(read.template));
      const answers = readAnswers(raw, form, context, rubric);
      const judgement = { version: read.version, by, specialistId, at: this.clock.now() };
      const said = { id: correctionId, answers, reason: readComments(reason) };
      const { returned, corrected } = correct(evaluation, judgement, said);
      await this.evaluations.storeReview(returned, seen);
      if (!(await this.evaluations.insert(visit.id, corrected, score(rubric, answers)))) {
        throw new DomainError('evaluation.differs', { submissionId: correctionId });
      }
      this.audit.record({
        action: 'evaluation.corrected',
        subject: { kind: 'submission', id },
        details: { visitId: visit.id, version: corrected.version, hash: corrected.hash, correction: correctionId },
      });
      await this.events.publish(
        'form.corrected',
        { visitId: visit.id, submissionId: correctionId },
        { subject: visit.id, about: [`month/${visit.month}`] },
      );
      return corrected;
    });
  }
}
