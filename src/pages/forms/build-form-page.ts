import type { Locale } from '../../kernel/actor.ts';
import { contentHash } from '../../kernel/canonical-json.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import {
  type FormBasis,
  type FormStage,
  guidelinesOf,
  type Remarks,
  tellForm,
  withoutClock,
} from '../../modules/evaluations/index.ts';
import { formSections } from './form-fields.ts';
import type { FieldView, FormChanges, FormPage } from './form.view.ts';

const MARK = 12;

/** The facts of the visit and its draft. */
export type FormFrame = Omit<
  FormPage,
  | 'rubric'
  | 'form'
  | 'basis'
  | 'byClock'
  | 'opensOn'
  | 'answered'
  | 'errors'
  | 'review'
  | 'sections'
  | 'score'
  | 'scoreMark'
>;

export interface FormRequest extends FormBasis {
  /** As typed or saved. */
  readonly raw: unknown;
  /** What the reviewer said about single questions when the form was returned. */
  readonly remarks?: Remarks;
  readonly stage: FormStage;
  readonly locale: Locale;
  readonly catalogue: Catalogue;
}

/** The page of a form: its fields with what was typed, the faults, and the score so far. */
export function buildFormPage(frame: FormFrame, request: FormRequest): FormPage {
  const { form, rubric, context, raw, remarks = {}, stage, locale, catalogue } = request;
  const told = tellForm(request, raw, stage, locale);
  const shown = formSections({
    form,
    context,
    policy: rubric.policy,
    guidelines: guidelinesOf(rubric),
    raw,
    answers: told.answers,
    faults: told.faults,
    warnings: told.warnings,
    remarks,
    locale,
    catalogue,
  });
  return {
    ...frame,
    rubric: `${rubric.id}/${rubric.version} ${form.template.id}/${form.template.version}`,
    form: `${form.template.id}/${form.template.version}`,
    basis: withoutClock(request),
    opensOn: told.opensOn,
    answered: told.answered,
    errors: [
      ...told.errors,
      ...(frame.returned?.error
        ? [{ label: translate(catalogue, 'form.reply'), sentence: frame.returned.error, href: '#reply' }]
        : []),
    ],
    review: told.review,
    sections: shown.map((section, index) => ({ ...section, ...told.sections[index] })),
    byClock: told.byClock.join(' '),
    score: told.score,
    scoreMark: contentHash(told.score).slice(0, MARK),
  };
}

/**
 * The part of the page that a save may change: neither the questions again, because the connection may be slow, nor a
 * score that the page already shows (`knownScore`).
 */
export function changesOf(
  { sections, score: scored, basis: _, ...page }: FormPage,
  knownScore: unknown = null,
): FormChanges {
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
