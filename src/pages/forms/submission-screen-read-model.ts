import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
import {
  contextAsRead,
  FormsReadModel,
  FormTemplates,
  RatingsReadModel,
  Rubrics,
  type SubmissionId,
  visitForm,
  VisitFactsReadModel,
} from '../../modules/evaluations/index.ts';
import { mayWrite } from '../../modules/visits/index.ts';
import { type FormSort, neighboursIn, reviewQueue, signsOf } from './review-queue.ts';
import type { SubmissionFacts } from './build-submission-page.ts';

export type SubmissionScreen = Omit<SubmissionFacts, 'board' | 'refused'>;

/** Reads everything that the page of one form shows, in one transaction. */
@Injectable()
export class SubmissionScreenReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly forms: FormsReadModel,
    private readonly rubrics: Rubrics,
    private readonly templates: FormTemplates,
    private readonly facts: VisitFactsReadModel,
    private readonly ratings: RatingsReadModel,
  ) {}

  /** @throws DomainError evaluation.not_found, evaluation.not_yours */
  read(id: SubmissionId, actor: Actor, sort: FormSort): Promise<SubmissionScreen> {
    return this.work.run(async () => {
      const submission = await this.forms.getFor(actor, id);
      const reviews = may(actor, 'form.review');
      const rubric = await this.rubrics.get(submission.rubric);
      const context = await this.facts.of(submission.visitId);
      const month = reviews ? await this.forms.month(submission.month) : [];
      const queue = reviewQueue(month, sort, actor.specialistId);
      const listed = month.find((form) => form.submission?.id === id)?.submission;
      const earlier = submission.versions.findLast(
        ({ version, state }) => version < submission.version && state === 'returned',
      );
      return {
        submission,
        rubric,
        form: visitForm(rubric, context, await this.templates.get(submission.template)),
        rating: await this.ratings.of(id, actor),
        context: contextAsRead(context, submission.answers),
        directives: context.directives,
        reader: may(actor, 'form.read_all') ? 'board' : 'observer',
        reviews,
        signs: listed?.state === 'submitted' ? signsOf(listed) : [],
        isOwn: actor.specialistId !== null && [submission.specialistId, submission.sentBy].includes(actor.specialistId),
        writes: may(actor, 'form.write') && mayWrite(submission, actor.specialistId),
        ...neighboursIn(queue, id),
        sort,
        left: queue.filter((each) => each !== id).length,
        before: earlier ? await this.forms.get(earlier.id) : null,
      };
    });
  }
}
