import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import type { VisitContext } from '../domain/form-model.ts';
import type { OwedForm } from '../domain/owed-form.ts';
import type { VisitState } from '../../visits/index.ts';
import type { SubmissionId } from '../domain/submission.ts';

/** A visit with its specialist; its form belongs to both. */
export interface EvaluatedVisit {
  readonly id: VisitId;
  readonly specialistId: SpecialistId;
}

/** The facts that a visit's form needs, and those shown above it. */
export interface VisitFacts extends VisitContext {
  readonly visitId: VisitId;
  readonly specialistId: SpecialistId;
  /** Who may also write the form. */
  readonly standInId: SpecialistId | null;
  readonly branch: string;
  /** The code of the branch's type; null where it has none. */
  readonly branchType: string | null;
  readonly organisation: string;
  readonly heldOn: Day;
  readonly state: VisitState;
  readonly planned: NonNullable<VisitContext['planned']>;
  readonly endsAt: string;
}

/** Mails about forms. */
export abstract class FormMails {
  /** With the number of questions on which there is a remark. */
  abstract returned(submissionId: SubmissionId, comments: string | null, remarks: number): Promise<void>;
  /** An accepted form was reopened. */
  abstract reopened(submissionId: SubmissionId, reason: string): Promise<void>;
  /** One mail for all forms that one person is reminded of at once. */
  abstract late(specialistId: SpecialistId, forms: readonly OwedForm[], at: Date): Promise<void>;
}
