import { newId, type VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { mayWrite } from '../../visits/index.ts';
import { firstAnswers, visitForm } from '../domain/form.ts';
import type { EvaluationForm } from '../domain/form-model.ts';
import { begunWith, isSameTemplate } from '../domain/form-of-visit.ts';
import type { FormTemplate } from '../domain/form-template.ts';
import type { Rubric } from '../domain/rubric.ts';
import {
  type Draft,
  type EvaluationState,
  latestVersion,
  returnedVersion,
  stateOf,
  type SubmissionId,
  type SubmissionVersion,
} from '../domain/submission.ts';
import { meetingOf } from '../domain/meeting-of.ts';
import type { VisitFacts } from './ports.ts';
import { VisitFactsReadModel } from '../infra/visit-facts-read-model.ts';
import { Drafts } from '../infra/repositories/drafts.ts';
import { Evaluations } from '../infra/repositories/evaluations.ts';
import { FormTemplates } from '../infra/repositories/form-templates.ts';
import { Rubrics } from '../infra/repositories/rubrics.ts';

/** A form as shown to its writer. */
export interface OpenedForm {
  readonly facts: VisitFacts;
  readonly rubric: Rubric;
  readonly form: EvaluationForm;
  /** The form that is asked today, where this one was begun with another; null where it is the same. */
  readonly newer: FormTemplate | null;
  readonly state: EvaluationState;
  readonly latest: SubmissionVersion | null;
  /** The version that was returned last; what was asked of it then is still to be mended or answered. */
  readonly returned: SubmissionVersion | null;
  readonly draft: Draft | null;
  /** The id with which it will be sent. */
  readonly submissionId: SubmissionId;
  readonly basedOn: number;
  /** Its content: the draft, else the returned form, else what is known beforehand. */
  readonly content: object;
}

/** Opens the acting specialist's form of a visit without changing anything. */
@Injectable()
export class OpenForm {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evaluations: Evaluations,
    private readonly drafts: Drafts,
    private readonly rubrics: Rubrics,
    private readonly templates: FormTemplates,
    private readonly facts: VisitFactsReadModel,
  ) {}

  /** @throws DomainError visit.not_found, visit.not_yours */
  execute(visitId: VisitId): Promise<OpenedForm> {
    return this.work.run(async () => {
      const facts = await this.facts.of(visitId);
      const { specialistId } = this.work.actor;
      if (specialistId === null || !mayWrite(facts, specialistId))
        throw new DomainError('visit.not_yours', { visitId });
      const evaluation = await this.evaluations.find({ id: visitId, specialistId });
      const draft = await this.drafts.find({ id: visitId, specialistId });
      const latest = latestVersion(evaluation);
      const written = draft?.content ?? latest?.answers ?? {};
      const meeting = meetingOf(written, facts);
      const rubric = await this.rubrics.current(facts.heldOn, meeting);
      const current = await this.templates.current(facts.heldOn, meeting);
      const begun = begunWith(draft, evaluation);
      const template = begun === null || isSameTemplate(begun, current) ? current : await this.templates.get(begun);
      const form = visitForm(rubric, facts, template);
      return {
        facts,
        rubric,
        form,
        newer: template === current ? null : current,
        state: stateOf(evaluation),
        latest,
        returned: returnedVersion(evaluation),
        draft,
        submissionId: draft?.submissionId ?? newId<'Submission'>(),
        basedOn: latest?.version ?? 0,
        content: draft?.content ?? latest?.answers ?? firstAnswers(facts, form),
      };
    });
  }
}
