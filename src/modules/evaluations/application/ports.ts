import type { Id } from '../../../kernel/id.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { VisitId } from '../../visits/index.ts';
import type { VisitContext } from '../domain/form-model.ts';
import type { Rubric, RubricVersion } from '../domain/rubric.ts';
import type { Score } from '../domain/score.ts';
import type { Draft, Evaluation, SubmissionId, SubmissionVersion } from '../domain/submission.ts';

export abstract class Rubrics {
  /** The rubric by which the routine visits of a day are scored. @throws DomainError evaluation.no_rubric */
  abstract current(on: Day): Promise<Rubric>;
  /** The very version by which a form was scored. */
  abstract get(version: RubricVersion): Promise<Rubric>;
  /** False where this version is there already. @throws DomainError input.invalid where it is no rubric */
  abstract insert(rubric: Rubric): Promise<boolean>;
}

/** Whose visit it is; a form belongs to both. */
export interface EvaluatedVisit {
  readonly id: VisitId;
  readonly specialistId: string;
}

export abstract class Evaluations {
  abstract find(visit: EvaluatedVisit): Promise<Evaluation>;
  /** The visit of a submission; whoever changes anything about it locks that first. @throws DomainError evaluation.no_submission */
  abstract getVisitId(id: SubmissionId): Promise<VisitId>;
  /** Takes the place of the visit's draft. False where the id is known already. */
  abstract insert(visitId: VisitId, version: SubmissionVersion, score: Score): Promise<boolean>;
  /** Stores the latest version's review and lets its revision rise. */
  abstract storeReview(version: SubmissionVersion): Promise<void>;
}

export abstract class Drafts {
  abstract find(visit: EvaluatedVisit): Promise<Draft | null>;
  abstract store(draft: Draft): Promise<void>;
}

/** What a visit's form has to know, and what is said above it. */
export interface VisitFacts extends VisitContext {
  readonly visitId: VisitId;
  readonly specialistId: string;
  readonly branch: string;
  readonly organisation: string;
  readonly heldOn: Day;
  readonly planned: NonNullable<VisitContext['planned']>;
  readonly endsAt: string;
}

export abstract class FormFacts {
  /** @throws DomainError visit.not_found */
  abstract of(visitId: VisitId): Promise<VisitFacts>;
}

/** A visit that is over and of which nothing was sent. */
export interface MissingForm {
  readonly visitId: VisitId;
  readonly specialistId: string;
  readonly branch: string;
  readonly heldOn: Day;
  readonly zone: string;
}

export abstract class MissingForms {
  /** Of one month or of all. Held until the transaction ends; a visit whose form is just arriving is left out. */
  abstract lock(now: Date, month: Month | null): Promise<MissingForm[]>;
  /** Marks all stages; true where the last of them is news. */
  abstract markReminded(visitId: VisitId, stages: readonly string[], at: Date): Promise<boolean>;
}

/** Letters that the office writes about forms. */
export abstract class FormLetters {
  abstract returned(submissionId: SubmissionId, comments: string): Promise<void>;
  /** One letter for all forms of one person that are asked for at once. */
  abstract missing(specialistId: string, forms: readonly MissingForm[], at: Date): Promise<void>;
}

export type SpecialistId = Id<'Specialist'>;
