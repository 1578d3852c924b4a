import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { LockedVisits, type Visit } from '../../visits/index.ts';
import { contextAsRead } from '../domain/context-as-read.ts';
import { visitForm } from '../domain/form.ts';
import { assertInUse, begunWith, isSameTemplate } from '../domain/form-of-visit.ts';
import type { FormTemplate, TemplateVersion } from '../domain/form-template.ts';
import { meetingOf } from '../domain/meeting-of.ts';
import { readAnswers } from '../domain/read-answers.ts';
import { type Score, score } from '../domain/score.ts';
import {
  assertNotConflicting,
  type Draft,
  type Evaluation,
  readComments,
  receive,
  saveDraft,
  type SentForm,
  type SubmissionId,
  type SubmissionVersion,
} from '../domain/submission.ts';
import type {} from '../errors.ts';
import { VisitFactsReadModel } from '../infra/visit-facts-read-model.ts';
import { Evaluations } from '../infra/repositories/evaluations.ts';
import { Drafts } from '../infra/repositories/drafts.ts';
import { FormTemplates } from '../infra/repositories/form-templates.ts';
import { type MeetingOfRubric, Rubrics } from '../infra/repositories/rubrics.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'form.submitted': { readonly visitId: VisitId; readonly submissionId: SubmissionId };
  }
}

export interface FormToSubmit {
  readonly visitId: VisitId;
  /** Made by the client, so that a form sent many times is one form. */
  readonly submissionId: SubmissionId;
  /** The version that the sender has seen; 0 for the first form. */
  readonly basedOn: number;
  /** The form that was shown; else the one with which it was begun, else the one that is asked today. */
  readonly template?: TemplateVersion | undefined;
  /** JSON, or the fields of an HTML form. */
  readonly raw: unknown;
  /** What the sender answers to the review of the version before. */
  readonly reply?: string;
  /** From a page: the content that it would save as its draft, and the revision of the draft that it has shown. */
  readonly content?: Draft['content'];
  readonly revision?: number;
}

export interface FormReceipt {
  /** `repeated`: it was stored before, and was not stored again. */
  readonly outcome: 'stored' | 'repeated';
  readonly visitId: VisitId;
  readonly version: SubmissionVersion;
  readonly score: Score;
}

/** Receives a form exactly once. Submissions of one visit wait for each other at the lock on its row. */
@Injectable()
export class SubmitForm {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: LockedVisits,
    private readonly evaluations: Evaluations,
    private readonly drafts: Drafts,
    private readonly rubrics: Rubrics,
    private readonly templates: FormTemplates,
    private readonly facts: VisitFactsReadModel,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError visit.not_yours, visit.not_open, input.invalid with a fault for each wrong place,
   * template.not_found, template.retired, evaluation.differs, evaluation.stale, evaluation.waiting, evaluation.already_accepted, evaluation.unchanged,
   * evaluation.comments_long, edit.stale where another page has saved a draft that the sender has not seen
   */
  execute(form: FormToSubmit): Promise<FormReceipt> {
    return this.work.run(async () => {
      const visit = await this.visits.getOwn(form.visitId);
      const evaluation = await this.evaluations.find({ id: visit.id, specialistId: this.writer(visit) });
      const known = evaluation.versions.find(({ id }) => id === form.submissionId);
      const draft = await this.drafts.find({ id: visit.id, specialistId: this.writer(visit) });
      const { sent, scored } = await this.read(visit, form, evaluation, known, draft);
      const { outcome, version } = assertNotConflicting(receive(evaluation, sent));
      if (outcome === 'stored') {
        this.assertSeen(form, evaluation, draft);
        await this.store(visit, version, scored);
      }
      return { outcome: outcome === 'stored' ? 'stored' : 'repeated', visitId: visit.id, version, score: scored };
    });
  }

  /** Reads a new form by the rubric of its day, and a known form by the rubric by which it was read then. */
  private async read(
    visit: Visit,
    { submissionId, basedOn, template: shown, raw, reply = '' }: FormToSubmit,
    evaluation: Evaluation,
    known: SubmissionVersion | undefined,
    draft: Draft | null,
  ): Promise<{ sent: SentForm; scored: Score }> {
    const facts = await this.facts.of(visit.id);
    const meeting = meetingOf(raw, facts);
    const rubric = known ? await this.rubrics.get(known.rubric) : await this.rubrics.current(visit.heldOn, meeting);
    const template = known
      ? await this.templates.get(known.template)
      : await this.templateOf(visit, shown, evaluation, meeting, draft);
    const context = known ? contextAsRead(facts, known.answers) : facts;
    const form = visitForm(rubric, context, template);
    const answers = readAnswers(raw, form, context, rubric);
    const sent: SentForm = {
      id: submissionId,
      basedOn,
      answers,
      // Nothing was asked of a first version, so there is nothing to answer.
      reply: basedOn > 0 ? readComments(reply) || null : null,
      rubric: form.rubric,
      template: form.template,
      by: this.writer(visit),
      at: this.clock.now(),
    };
    return { sent, scored: score(rubric, answers) };
  }

  /** @throws DomainError template.not_found, template.retired */
  private async templateOf(
    visit: Visit,
    shown: TemplateVersion | undefined,
    evaluation: Evaluation,
    meeting: MeetingOfRubric,
    draft: Draft | null,
  ): Promise<FormTemplate> {
    const current = await this.templates.current(visit.heldOn, meeting);
    const wanted = shown ?? begunWith(draft, evaluation);
    if (wanted === null || isSameTemplate(wanted, current)) return current;
    const template = await this.templates.get(wanted);
    assertInUse(template, current, draft, evaluation);
    return template;
  }

  /** What was written on another device is not left behind unseen. @throws DomainError edit.stale */
  private assertSeen(form: FormToSubmit, evaluation: Evaluation, draft: Draft | null): void {
    const { visitId, submissionId, basedOn, template = begunWith(draft, evaluation), content, revision } = form;
    if (draft === null || content === undefined || revision === undefined) return;
    const { specialistId } = draft;
    saveDraft(
      draft,
      { visitId, specialistId, submissionId, basedOn, template, content, savedAt: this.clock.now() },
      revision,
    );
  }

  /** The acting specialist: the one on duty, or the stand-in. */
  private writer(visit: Visit): SpecialistId {
    return this.work.actor.specialistId ?? visit.specialistId;
  }

  private async store(visit: Visit, version: SubmissionVersion, scored: Score): Promise<void> {
    const isNew = await this.evaluations.insert(visit.id, version, scored);
    // The id belongs to the form of another visit, so it cannot be this one, whatever its content.
    if (!isNew) throw new DomainError('evaluation.differs', { submissionId: version.id });
    await this.visits.complete(visit);
    this.audit.record({
      action: 'evaluation.submitted',
      subject: { kind: 'submission', id: version.id },
      details: { visitId: visit.id, version: version.version, hash: version.hash, rubric: version.rubric },
    });
    await this.events.publish(
      'form.submitted',
      { visitId: visit.id, submissionId: version.id },
      { subject: visit.id, about: [`month/${visit.month}`] },
    );
  }
}
