import type { PlanState, ReviewStanding } from '../../modules/planning/index.ts';

/** One step of a plan's review: who did what, when, in whose place, and what they said. */
export interface ReviewLine {
  readonly kind: ReviewStanding['reviews'][number]['kind'];
  readonly at: Date;
  /** Empty for the service itself. */
  readonly by: string;
  readonly onBehalfOf: string | null;
  readonly comment: string | null;
}

/**
 * How far the review of a month's plan is. `sent_back` is a draft as it came back, `to_submit` one that has not been
 * submitted since, `no_approval` one that need not be.
 */
export interface MonthReview {
  readonly standing: 'no_approval' | 'to_submit' | 'sent_back' | 'waits' | 'approved' | 'published';
  readonly href: string;
  /** The step on which it stands; null where there was none. */
  readonly last: ReviewLine | null;
  /** All steps of the month, the latest first. */
  readonly history: readonly ReviewLine[];
}

export function monthReview(
  { month, state }: { readonly month: string; readonly state: PlanState },
  { rule, reviews }: Pick<ReviewStanding, 'rule' | 'reviews'>,
): MonthReview {
  const history = reviewLines(reviews);
  const last = history[0] ?? null;
  const ofDraft = last?.kind === 'sent_back' ? 'sent_back' : rule.needsApproval ? 'to_submit' : 'no_approval';
  const ofOthers = {
    submitted: 'waits',
    approved: 'approved',
    published: 'published',
    superseded: 'published',
  } as const;
  const standing = state === 'draft' ? ofDraft : ofOthers[state];
  return { standing, href: `/months/${month}/plan/review`, last, history };
}

function reviewLines(reviews: ReviewStanding['reviews']): ReviewLine[] {
  return reviews
    .map(({ kind, at, name, principal, comment }) => ({ kind, at, by: name ?? '', onBehalfOf: principal, comment }))
    .toReversed();
}
