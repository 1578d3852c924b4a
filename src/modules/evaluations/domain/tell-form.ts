import type { Locale } from '../../../kernel/actor.ts';
import type { Fault } from '../../../kernel/domain-error.ts';
import type { Day } from '../../../kernel/month.ts';
import { assessForm, type FormAssessment, type FormBasis } from './assess-form.ts';
import { sentenceOf } from './fault-sentences.ts';
import type { EvaluationForm } from './form-model.ts';
import { pointerOf } from './pointer.ts';
import type { ScoreView } from './score-view.ts';
import { showScore } from './show-score.ts';

/** A place of a form with what is to be said of it and the way there. */
export interface ToldPlace {
  readonly label: string;
  /** Null where the label says everything: the field is empty. */
  readonly sentence: string | null;
  readonly href: string;
}

/** What is said under a field, by the field's id. */
export interface ToldNote {
  readonly id: string;
  readonly error: string | null;
  readonly warning: string | null;
}

/** What a page says of a form while it is written: the same on the service and on a phone without a network. */
export interface ToldForm extends Pick<FormAssessment, 'answers' | 'warnings' | 'answered'> {
  /** The day of the meeting, if it is still ahead. */
  readonly opensOn: Day | null;
  /** The faults that are shown at their fields: what is only empty is none before the form was sent. */
  readonly faults: readonly Fault[];
  readonly notes: readonly ToldNote[];
  /** Ids of the questions that are not asked with the answers so far. */
  readonly idle: readonly string[];
  /** For the top of the page, once the form was sent. */
  readonly errors: readonly ToldPlace[];
  readonly review: { readonly open: readonly ToldPlace[]; readonly warnings: readonly ToldPlace[] };
  readonly sections: readonly { readonly id: string; readonly open: number; readonly warnings: number }[];
  readonly score: ScoreView;
  /** Ids of the fields whose fault rests on what time it is. */
  readonly byClock: readonly string[];
}

/** `draft`: empty fields are no errors; `refused`: the form was sent, and every fault is shown. */
export type FormStage = 'draft' | 'refused';

const BY_CLOCK: readonly string[] = ['answer.in_future', 'answer.not_over'];
/** No day of a meeting lies after it. */
const LAST_DAY = '9999-12-31' as Day;

export function tellForm(basis: FormBasis, raw: unknown, stage: FormStage, locale: Locale): ToldForm {
  const { form, rubric, context } = basis;
  const { answers, idle, faults: all, missing, warnings, answered, score } = assessForm(basis, raw);
  const { planned, today } = context;
  // That a meeting is still ahead is no error of a writer who opens its form early.
  const opensOn = stage === 'draft' && planned && planned.day > today ? planned.day : null;
  const faults =
    stage === 'refused'
      ? all
      : all.filter((fault) => !missing.includes(fault) && !(opensOn && fault.code === 'answer.in_future'));
  const open = all.flatMap((fault) =>
    placesOf([fault], form, locale).map((place) =>
      fault.code === 'answer.required' && place.label !== '' ? { ...place, sentence: null } : place,
    ),
  );
  const within = (section: EvaluationForm['sections'][number], given: readonly Fault[]) =>
    given.filter(({ pointer }) => placeAt(form, pointer)?.section === section).length;
  return {
    answers,
    warnings,
    answered,
    opensOn,
    faults,
    notes: notesOf(faults, warnings, form, locale),
    idle: idle.map(fieldId),
    errors: stage === 'refused' ? placesOf(faults, form, locale) : [],
    review: { open, warnings: placesOf(warnings, form, locale) },
    sections: form.sections.map((section) => ({
      id: `section-${section.id}`,
      open: within(section, all),
      warnings: within(section, warnings),
    })),
    score: showScore(score, rubric, locale),
    byClock: all.filter(({ code }) => BY_CLOCK.includes(code)).map(({ pointer }) => fieldId(pointer)),
  };
}

/**
 * The basis for a device, whose clock may be wrong, and which may have kept it for days: whether a meeting is over is
 * said by the service only.
 */
export function withoutClock({ form, rubric, context }: FormBasis): FormBasis {
  const { month, directives, planned } = context;
  return {
    form,
    rubric,
    context: { month, today: LAST_DAY, fields: [], directives, ...(planned ? { planned } : {}) },
  };
}

/** Each fault with the field under which it is shown; a fault without a field leads to the top of the form. */
export function placesOf(faults: readonly Fault[], form: EvaluationForm, locale: Locale): ToldPlace[] {
  return faults.map((fault) => {
    const place = placeAt(form, fault.pointer);
    return {
      label: place?.label[locale] ?? '',
      sentence: sentenceOf(fault, locale),
      href: `#${place ? fieldId(fault.pointer) : 'main'}`,
    };
  });
}

/** Of several faults of a field the first is said, and of its warnings. */
function notesOf(
  faults: readonly Fault[],
  warnings: readonly Fault[],
  form: EvaluationForm,
  locale: Locale,
): ToldNote[] {
  const pointers = new Set([...faults, ...warnings].map(({ pointer }) => pointer));
  const said = (given: readonly Fault[], pointer: string) => {
    const fault = given.find((each) => each.pointer === pointer);
    return fault ? sentenceOf(fault, locale) : null;
  };
  return [...pointers]
    .filter((pointer) => placeAt(form, pointer))
    .map((pointer) => ({ id: fieldId(pointer), error: said(faults, pointer), warning: said(warnings, pointer) }));
}

/** The question at a pointer, or within an item of a list: `/shortcomings/0/text`. */
function placeAt(form: EvaluationForm, pointer: string) {
  const [, list = '', item = ''] = /^(.+?)\/\d+(\/.+)$/.exec(pointer) ?? [];
  for (const section of form.sections) {
    for (const field of section.fields) {
      const at = pointerOf(field.path);
      if (at === pointer) return { section, label: field.label };
      if (field.type !== 'list' || at !== list) continue;
      // By which given item an answer is for is no question.
      const asked = field.item.find((each) => pointerOf(each.path) === item && item !== '/directiveId');
      if (asked) return { section, label: asked.label };
    }
  }
  return null;
}

function fieldId(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '-');
}
