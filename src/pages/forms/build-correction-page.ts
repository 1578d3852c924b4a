import type { Ref } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/actor.ts';
import type { Fault } from '../../kernel/domain-error.ts';
import { assessForm, guidelinesOf, placesOf } from '../../modules/evaluations/index.ts';
import type { Catalogue } from '../../platform/i18n/messages.ts';
import type { SubmissionScreen } from './submission-screen-read-model.ts';
import type { CorrectionPage } from './correction.view.ts';
import { formSections } from './form-fields.ts';

/** What was sent and not taken. */
export interface RefusedCorrection {
  readonly raw: unknown;
  readonly correctionId: Ref<'Submission'>;
  readonly reason: string;
  readonly reasonError: string | null;
  readonly problem: string | null;
  readonly faults: readonly Fault[];
}

export function buildCorrectionPage(
  { submission, form, rubric, context }: SubmissionScreen,
  {
    query,
    correctionId,
    refused,
  }: { query: string; correctionId: Ref<'Submission'>; refused: RefusedCorrection | null },
  locale: Locale,
  catalogue: Catalogue,
): CorrectionPage {
  const { id, branch, heldOn, specialist, revision, answers } = submission;
  const raw = refused?.raw ?? answers;
  const basis = { form, rubric, context };
  const faults = refused?.faults ?? [];
  const assessed = assessForm(basis, raw);
  const sections = formSections({
    form,
    context,
    policy: rubric.policy,
    guidelines: guidelinesOf(rubric),
    raw,
    answers: assessed.answers,
    faults,
    warnings: [],
    remarks: {},
    locale,
    catalogue,
  });
  const home = `/submissions/${id}`;
  return {
    backHref: `${home}${query}`,
    branch,
    day: heldOn,
    specialist,
    action: `${home}/correction${query}`,
    revision,
    correctionId: refused?.correctionId ?? correctionId,
    sections,
    reason: refused?.reason ?? '',
    reasonError: refused?.reasonError ?? null,
    problem: refused?.problem ?? null,
    errors: placesOf(faults, form, locale),
  };
}
