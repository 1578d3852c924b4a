import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import type { VisitContext } from '../domain/form-model.ts';
import type { OwedForm } from '../domain/owed-form.ts';
import type { VisitState } from '../../visits/index.ts';
import type { SubmissionId } from '../domain/submission.ts';

/** Whose visit it is; a form belongs to both. */
export interface EvaluatedVisit {
  readonly id: VisitId;
  readonly specialistId: SpecialistId;
}

/** What a visit's form has to know, and what is said above it. */
export interface VisitFacts extends VisitContext {
  readonly visitId: VisitId;
  readonly specialistId: SpecialistId;
  /** Who may write the form as well. */
  readonly standInId: SpecialistId | null;
  readonly branch: string;
  readonly organisation: string;
  readonly heldOn: Day;
  readonly state: VisitState;
  readonly planned: NonNullable<VisitContext['planned']>;
  readonly endsAt: string;
}

/** Mails about forms. */
export abstract class FormMails {
  abstract returned(submissionId: SubmissionId, comments: string): Promise<void>;
  /** A form that had been accepted is open again. */
  abstract reopened(submissionId: SubmissionId, reason: string): Promise<void>;
  /** One mail for all forms of one person that are asked for at once. */
  abstract late(specialistId: SpecialistId, forms: readonly OwedForm[], at: Date): Promise<void>;
}
