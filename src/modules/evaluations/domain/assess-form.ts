import type { Fault } from '../../../kernel/domain-error.ts';
import { warningsOf } from './answer-rules.ts';
import type { DraftAnswers } from './answers.ts';
import { decide } from './conditions.ts';
import type { EvaluationForm, VisitContext } from './form-model.ts';
import { pointerOf } from './pointer.ts';
import { isEmpty, rawChild, rawList, rawObject } from './raw-input.ts';
import { examineAnswers } from './read-answers.ts';
import type { Rubric } from './rubric.ts';
import { type Score, score } from './score.ts';

/**
 * By what a form is assessed: its questions, the rubric that gives the points, and what is known of the visit. All of it
 * is data, so that it goes to a browser as JSON.
 */
export interface FormBasis {
  readonly form: EvaluationForm;
  readonly rubric: Rubric;
  readonly context: VisitContext;
}

/** What can be said of a form as far as it is written; places are JSON pointers to the fields as they were typed. */
export interface FormAssessment {
  readonly answers: DraftAnswers;
  /** The questions that are not asked with the answers so far. */
  readonly idle: readonly string[];
  /** What is to be filled in or mended before the form is sent, in its order. */
  readonly faults: readonly Fault[];
  /** Of these, what is only empty so far; the others are wrong as they stand. */
  readonly missing: readonly Fault[];
  /** Unusual, but allowed. */
  readonly warnings: readonly Fault[];
  /** The number of questions that need an answer in this meeting, and of those answered. */
  readonly answered: { readonly part: number; readonly whole: number };
  readonly score: Score;
}

/**
 * Assesses a form, finished or not, as JSON or as the fields of a page. The same compiled file runs in the service and on
 * the phone.
 */
export function assessForm({ form, rubric, context }: FormBasis, raw: unknown): FormAssessment {
  const { answers, faults } = examineAnswers(raw ?? {}, form, context, rubric);
  const missing = faults.filter(({ code }) => isWanting(code));
  const questions = form.sections
    .flatMap(({ fields }) => fields)
    .map((field) => ({
      pointer: pointerOf(field.path),
      required: field.required,
      truth: field.askedWhen ? decide(field.askedWhen, answers, rubric.policy) : true,
    }));
  const needed = questions.filter(({ required, truth }) => required && truth !== false);
  const open = needed.filter(
    ({ pointer, truth }) => truth !== true || missing.some((fault) => fault.pointer === pointer),
  );
  return {
    answers,
    idle: questions.filter(({ truth }) => truth === false).map(({ pointer }) => pointer),
    faults,
    missing,
    warnings: placed(warningsOf(answers, rubric, context, faults.length === 0), raw, answers),
    answered: { part: needed.length - open.length, whole: needed.length },
    score: score(rubric, answers),
  };
}

/** Whether a fault only says that something is missing so far. */
function isWanting(code: string): boolean {
  return code === 'answer.required' || code === 'answer.directive_open';
}

/**
 * Warnings at the positions of the fields as typed: items of a list keep their indexes when one is removed. While an
 * item cannot be read yet, warnings of its list are left out, because positions are uncertain.
 */
function placed(warnings: readonly Fault[], raw: unknown, answers: DraftAnswers): Fault[] {
  const entries = rawObject(raw) ?? new Map<string, unknown>();
  return warnings.flatMap((warning) => {
    const [, list = '', index, field = ''] = /^\/(\w+)\/(\d+)\/(\w+)$/.exec(warning.pointer) ?? [];
    if (index === undefined) return [warning];
    const typed = (rawList(entries.get(list)) ?? []).filter(([, item]) =>
      [...(rawChild(item)?.values() ?? [])].some((value) => !isEmpty(value)),
    );
    const read = (answers as Readonly<Record<string, unknown>>)[list];
    const at = Array.isArray(read) && read.length === typed.length ? typed[Number(index)]?.[0] : undefined;
    return at === undefined ? [] : [{ ...warning, pointer: `/${list}/${at}/${field}` }];
  });
}
