import type { VisitId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/actor.ts';
import { type ReadSubmission, referenceOf } from '../../modules/evaluations/index.ts';
import type { ReceiptPage } from './form.view.ts';
import { showScore } from '../../modules/evaluations/index.ts';

export interface ReceiptFacts {
  readonly form: ReadSubmission;
  /** The next visit of this person for which a form is due. */
  readonly next: { readonly visitId: VisitId; readonly branch: string } | null;
  readonly repeated: boolean;
}

export function buildReceiptPage({ form, next, repeated }: ReceiptFacts, locale: Locale): ReceiptPage {
  return {
    branch: form.branch,
    day: form.heldOn,
    outcome: repeated ? 'repeated' : 'stored',
    version: form.version,
    receivedAt: form.receivedAt,
    reference: referenceOf(form.id),
    formHref: `/submissions/${form.id}`,
    score: showScore(form.score, form, locale),
    next: next && {
      sentence: { key: 'receipt.next', params: { branch: next.branch } },
      href: `/my/visits/${next.visitId}/form`,
    },
  };
}
