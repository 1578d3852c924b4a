import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId, PlanId, PlanRef } from '../../../kernel/id.ts';
import { plainText } from '../../../kernel/plain-text.ts';
import type {} from '../errors.ts';

/** What is done with a plan between its draft and its publication. */
export const REVIEW_KINDS = ['submitted', 'withdrawn', 'sent_back', 'approved'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** Who acts, and in whose place, where a deputy does. */
export interface Acting {
  readonly by: AccountId | null;
  readonly onBehalfOf: AccountId | null;
}

/** One step of the review of a month's plan; they are numbered within the month, whichever plan they are about. */
export interface PlanReview extends Acting {
  readonly number: number;
  readonly planId: PlanId;
  readonly kind: ReviewKind;
  readonly comment: string | null;
  /** Of the plan, as it was seen. */
  readonly revision: number;
  readonly at: Date;
}

const LONGEST_COMMENT = 2_000;

/** The words of whoever acts, as stored; null where there are none. @throws DomainError plan.comment_long */
export function readReviewComment(typed: string): string | null {
  const comment = plainText(typed);
  const { length } = comment;
  if (length > LONGEST_COMMENT) throw new DomainError('plan.comment_long', { length, longest: LONGEST_COMMENT });
  return comment === '' ? null : comment;
}

/** Whether a step is the very one that was taken before, such as a second click; other words are another step. */
export function isRepeatedReview(
  taken: PlanReview,
  asked: Pick<PlanReview, 'kind' | 'by' | 'revision' | 'comment'> & { readonly planId: PlanRef },
): boolean {
  const { kind, by, revision, planId, comment } = asked;
  const isSameState = taken.revision === revision && taken.planId === planId;
  return taken.kind === kind && taken.by === by && isSameState && taken.comment === comment;
}

/** Whether an approval would be of one's own submission: by the same person, or in the place of the same person. */
export function isOwnSubmission(submission: Acting, approval: Acting): boolean {
  const submitters = new Set(partiesOf(submission));
  return partiesOf(approval).some((id) => submitters.has(id));
}

function partiesOf({ by, onBehalfOf }: Acting): AccountId[] {
  return [by, onBehalfOf].filter((id) => id !== null);
}
