import type { Answers } from './answers.ts';
import { findingsOf } from './findings.ts';
import type { VisitContext } from './form-model.ts';

/** The context for reading a stored form again: the fields that it names are added, because they existed then. */
export function contextAsRead<C extends Pick<VisitContext, 'fields'>>(context: C, answers: Answers): C {
  const named = findingsOf(answers).flatMap(({ field }) => (field === null ? [] : [field]));
  const gone = [...new Set(named)].filter((code) => !context.fields.some((field) => field.code === code));
  return { ...context, fields: [...context.fields, ...gone.map((code) => ({ code, name: { vi: code, en: code } }))] };
}
