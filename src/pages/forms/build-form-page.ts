import type { Locale } from '../../kernel/actor.ts';
import { contentHash } from '../../kernel/canonical-json.ts';
import type { Fault } from '../../kernel/domain-error.ts';
import { type Catalogue, messageOf, translate } from '../../platform/i18n/messages.ts';
import { assessForm, type FormBasis, guidelinesOf, type Remarks } from '../../modules/evaluations/index.ts';
import { formSections } from './form-fields.ts';
import type { FieldView, FormChanges, FormPage, PlaceView, SectionView } from './form.view.ts';
import { showScore } from './show-score.ts';

const MARK = 12;

/** The facts of the visit and its draft. */
export type FormFrame = Omit<
  FormPage,
  'rubric' | 'form' | 'opensOn' | 'answered' | 'errors' | 'review' | 'sections' | 'score' | 'scoreMark'
>;

export interface FormRequest extends FormBasis {
  /** As typed or saved. */
  readonly raw: unknown;
  /** What the reviewer said about single questions when the form was returned. */
  readonly remarks?: Remarks;
  /** `draft`: empty fields are no errors; `refused`: the form was sent, and every fault is shown. */
  readonly stage: 'draft' | 'refused';
  readonly locale: Locale;
  readonly catalogue: Catalogue;
}

/** The page of a form: its fields with what was typed, the faults, and the score so far. */
export function buildFormPage(frame: FormFrame, request: FormRequest): FormPage {
  const { form, rubric, context, raw, remarks = {}, stage, locale, catalogue } = request;
  const assessed = assessForm(request, raw);
  // That a meeting is still ahead is no error of a writer who opens its form early.
  const opensOn =
    stage === 'draft' && context.planned && context.planned.day > context.today ? context.planned.day : null;
  const faults =
    stage === 'refused'
      ? assessed.faults
      : assessed.faults.filter(
          (fault) => !assessed.missing.includes(fault) && !(opensOn && fault.code === 'answer.in_future'),
        );
  const { warnings } = assessed;
  const shown = formSections({
    form,
    context,
    policy: rubric.policy,
    guidelines: guidelinesOf(rubric),
    raw,
    answers: assessed.answers,
    faults,
    warnings,
    remarks,
    locale,
    catalogue,
  });
  const review: FormPage['review'] = {
    open: assessed.faults.flatMap((fault) =>
      placesOf([fault], shown, catalogue).map((place) =>
        fault.code === 'answer.required' && place.label !== '' ? { ...place, sentence: null } : place,
      ),
    ),
    warnings: placesOf(warnings, shown, catalogue),
  };
  const scored = showScore(assessed.score, rubric, locale);
  return {
    ...frame,
    rubric: `${rubric.id}/${rubric.version} ${form.template.id}/${form.template.version}`,
    form: `${form.template.id}/${form.template.version}`,
    opensOn,
    answered: assessed.answered,
    errors: [
      ...(stage === 'refused' ? placesOf(faults, shown, catalogue) : []),
      ...(frame.returned?.error
        ? [{ label: translate(catalogue, 'form.reply'), sentence: frame.returned.error, href: '#reply' }]
        : []),
    ],
    review,
    sections: shown.map((section) => ({
      ...section,
      open: placesIn(section, review.open),
      warnings: placesIn(section, review.warnings),
    })),
    score: scored,
    scoreMark: contentHash(scored).slice(0, MARK),
  };
}

/**
 * The part of the page that a save may change: neither the questions again, because the connection may be slow, nor a
 * score that the page already shows (`knownScore`).
 */
export function changesOf({ sections, score: scored, ...page }: FormPage, knownScore: unknown = null): FormChanges {
  const questions = sections.flatMap(({ fields }) => fields);
  const fields = questions.flatMap(allFields);
  return {
    ...page,
    score: page.scoreMark === knownScore ? null : scored,
    sections: sections.map(({ id, number, title, open, warnings }) => ({ id, number, title, open, warnings })),
    idle: fields
      .filter(({ isAsked }) => !isAsked)
      .map(({ id }) => id)
      .join(' '),
    notes: [
      ...fields
        .filter(({ error, warning }) => error !== null || warning !== null)
        .map(({ id, error, warning }) => ({ id, error, warning })),
      ...(page.returned?.error ? [{ id: 'reply', error: page.returned.error, warning: null }] : []),
    ],
  };
}

function allFields(field: FieldView): FieldView[] {
  return field.kind === 'list' ? [field, ...field.items.flatMap((item) => item.fields)] : [field];
}

function placesIn({ fields }: SectionView, places: readonly PlaceView[]): number {
  const ids = new Set(fields.flatMap(allFields).map(({ id }) => `#${id}`));
  return places.filter(({ href }) => ids.has(href)).length;
}

/** Each fault with the field under which it is shown; a fault without a field leads to the top of the form. */
export function placesOf(
  faults: readonly Fault[],
  sections: readonly SectionView[],
  catalogue: Catalogue,
): FormPage['errors'] {
  const fields = sections.flatMap((section) => section.fields).flatMap(allFields);
  return faults.map((fault) => {
    const id = fault.pointer.slice(1).replaceAll('/', '-');
    const field = fields.find((each) => each.id === id);
    return {
      label: field?.label ?? '',
      sentence: messageOf(catalogue, `fault.${fault.code}`, fault.params),
      href: `#${field ? id : 'main'}`,
    };
  });
}
