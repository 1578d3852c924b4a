import type { SpecialistId } from '../../kernel/id.ts';
import { type DoubtedForm, warningsOf } from '../../modules/evaluations/index.ts';
import { type FormSign, isOwn, type SentForm, signsOf } from './review-queue.ts';

/** Why a form is not accepted together with others and has to be read. */
export type Doubt =
  | FormSign
  | { readonly kind: 'own' | 'hidden' | 'corrected' }
  /** It contains something unusual; the code is that of the form's own warning. */
  | { readonly kind: 'warning'; readonly code: string; readonly params: Readonly<Record<string, unknown>> };

/** A short meeting is no reason to read the form, because it already costs points. */
const SCORED: readonly string[] = ['warning.short'];

/**
 * What speaks against accepting a form without reading it. A form is ordinary where nothing does: its points are close
 * to the branch's own and not far below its last ones, each shortcoming has a cause, nothing is unusual, no person is
 * named, it was not returned before, and it is not the reviewer's own.
 */
export function doubtsOf(
  form: SentForm,
  { answers, rubric, planned }: Pick<DoubtedForm, 'answers' | 'rubric' | 'planned'>,
  reader: SpecialistId | null,
): Doubt[] {
  if (form.submission.isHidden) return [{ kind: 'hidden' }];
  const warnings = warningsOf(answers, rubric, { planned }).filter(({ code }) => !SCORED.includes(code));
  return [
    ...(isOwn(form, reader) ? [{ kind: 'own' as const }] : []),
    ...(form.submission.version > 1 ? [{ kind: 'corrected' as const }] : []),
    ...signsOf(form.submission),
    ...warnings.map(({ code, params = {} }) => ({ kind: 'warning' as const, code, params })),
  ];
}
