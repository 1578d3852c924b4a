import type { Locale } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/month.ts';
import { formatDate, formatNumber } from '../../kernel/format.ts';
import {
  type Answers,
  decide,
  type EvaluationForm,
  type FieldSpec,
  type ListField,
  pointerOf,
  type Rubric,
  type ScalarField,
  type VisitContext,
} from '../../modules/evaluations/index.ts';
import type { AnswerRow, AnswerSection } from './submission.view.ts';

/** Which questions are shown although nothing was answered; of those only the ones that the form asked. */
export interface Unanswered {
  readonly policy: Rubric['policy'];
  readonly isWanted: (question: string) => boolean;
}

/** A submitted form for its readers; empty answers are left out, unless somebody may remark or has remarked on them. */
export function showAnswers(
  answers: Answers,
  form: EvaluationForm,
  directives: VisitContext['directives'],
  locale: Locale,
  unanswered?: Unanswered,
): AnswerSection[] {
  const values = answers as unknown as Readonly<Record<string, unknown>>;
  return form.sections
    .map((section) => ({
      title: section.title[locale],
      rows: section.fields.flatMap((field) => {
        const row = rowOf(field, values, directives, locale);
        return row ?? (unanswered && isAsked(field, answers, unanswered) ? emptyRow(field, locale) : []);
      }),
    }))
    .filter((section) => section.rows.length > 0);
}

type Values = Readonly<Record<string, unknown>>;

function isAsked(field: FieldSpec, answers: Answers, { policy, isWanted }: Unanswered): boolean {
  if (!isWanted(pointerOf(field.path))) return false;
  // Items that are fixed are there or not; nobody has left them out.
  if (field.type === 'list' && field.given) return false;
  return !field.askedWhen || decide(field.askedWhen, answers, policy) === true;
}

function emptyRow(field: FieldSpec, locale: Locale): AnswerRow {
  return { question: pointerOf(field.path), label: field.label[locale], value: null, items: [] };
}

function rowOf(
  field: FieldSpec,
  values: Values,
  directives: VisitContext['directives'],
  locale: Locale,
): AnswerRow | null {
  const [top = '', inner] = field.path;
  const question = pointerOf(field.path);
  const label = field.label[locale];
  const value = inner === undefined ? values[top] : (values[top] as Values | undefined)?.[inner];
  if (field.type === 'list') {
    const items = (value as readonly Values[] | undefined) ?? [];
    return items.length > 0
      ? { question, label, value: null, items: items.map((item) => itemOf(field, item, directives, locale)) }
      : null;
  }
  const text = show(field, value, locale);
  return text === null ? null : { question, label, value: text, items: [] };
}

function itemOf(
  field: ListField,
  item: Values,
  directives: VisitContext['directives'],
  locale: Locale,
): AnswerRow['items'][number] {
  return field.item.flatMap((each) => {
    const value = item[each.path[0] ?? ''];
    const directive = each.path[0] === 'directiveId' ? directives.find(({ id }) => id === value)?.text : undefined;
    const text = directive ?? show(each, value, locale);
    return text === null ? [] : [{ label: each.label[locale], value: text }];
  });
}

function show(field: ScalarField, value: unknown, locale: Locale): string | null {
  if (value === null || value === undefined) return null;
  if (field.type === 'choice') return field.options.find((option) => option.value === value)?.label[locale] ?? null;
  if (field.type === 'multiple') {
    const chosen = field.options.filter(({ value: each }) => Array.isArray(value) && value.includes(each));
    return chosen.length === 0 ? null : chosen.map(({ label }) => label[locale]).join('; ');
  }
  if (field.type === 'points') return `${formatNumber(locale, Number(value))} / ${formatNumber(locale, field.maximum)}`;
  if (field.type === 'date') return formatDate(locale, value as Day);
  return typeof value === 'number' ? formatNumber(locale, value) : typeof value === 'string' ? value : null;
}
