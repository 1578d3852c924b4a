import type { Fault } from '../../kernel/domain-error.ts';
import { formatMonth } from '../../kernel/format.ts';
import {
  type Condition,
  type FormTemplate,
  isBound,
  readAs,
  type TemplateQuestion,
  type TemplateSection,
} from '../../modules/evaluations/index.ts';
import { faultSentence } from '../../platform/http/error-filter.ts';
import { messageOf, translate } from '../../platform/i18n/messages.ts';
import { conditionWords, type RubricReader } from '../rubrics/rubric-words.ts';
import type { FaultLine } from '../rubrics/rubric.view.ts';

export function allQuestions({ sections }: FormTemplate): TemplateQuestion[] {
  return sections.flatMap(({ questions }) => questions);
}

/** `10/2026 – 12/2026`; null for a section of all months. */
export function monthsWords({ from, upTo }: TemplateSection, { locale, catalogue }: RubricReader): string | null {
  if (from === undefined && upTo === undefined) return null;
  const first = from === undefined ? '…' : formatMonth(locale, from);
  const last = upTo === undefined ? '…' : formatMonth(locale, upTo);
  return translate(catalogue, 'templates.months', { from: first, upTo: last });
}

/** Its type, whether it must be answered, what it feeds and when it is asked. */
export function notesOf(question: TemplateQuestion, template: FormTemplate, reader: RubricReader): string[] {
  const { catalogue } = reader;
  const feeds = isBound(question) ? readAs(question.asks) : [];
  const measures = feeds.filter(
    (name) => !['longExcused', 'secretaryAlone', 'notice', 'materials', 'minutesUpload', 'meetingKind'].includes(name),
  );
  return [
    messageOf(catalogue, `templates.type.${isBound(question) ? 'bound' : question.type}`),
    ...(question.required ? [translate(catalogue, 'templates.is_required')] : []),
    ...(feeds.length > 0
      ? [
          measures.length > 0
            ? translate(catalogue, 'templates.feeds', {
                names: measures.map((name) => messageOf(catalogue, `rubrics.measure.${name}`)).join(', '),
              })
            : translate(catalogue, 'templates.feeds_rubric'),
        ]
      : []),
    ...(question.askedWhen
      ? [translate(catalogue, 'templates.asked_when', { condition: whenWords(question.askedWhen, template, reader) })]
      : []),
  ];
}

/** A condition in words, with own questions and their options by their labels. */
export function whenWords(condition: Condition, template: FormTemplate, reader: RubricReader): string {
  if ('answer' in condition) {
    const question = allQuestions(template).find((each) => !isBound(each) && each.id === condition.answer);
    const label = question?.label[reader.locale] ?? condition.answer;
    if ('is' in condition) return `“${label}” ${condition.is} ${condition.value}`;
    const options = question && 'options' in question ? question.options : [];
    const chosen = condition.in.map(
      (value) => options.find((each) => each.value === value)?.label[reader.locale] ?? value,
    );
    return `“${label}”: ${chosen.join(` ${translate(reader.catalogue, 'rubrics.or')} `)}`;
  }
  return conditionWords(condition, reader);
}

/** Faults with the place in words and a link to the part that has it. */
export function templateFaultLines(
  faults: readonly Fault[],
  template: Pick<FormTemplate, 'sections'>,
  base: string | null,
  { catalogue, locale }: RubricReader,
): FaultLine[] {
  return faults.map(({ pointer, code, params }) => {
    const [, s, , q] = /^\/sections\/(\d+)(\/questions\/(\d+))?/.exec(pointer) ?? [];
    const section = s === undefined ? undefined : template.sections[Number(s)];
    const question = q === undefined ? undefined : section?.questions[Number(q)];
    const titles = [section?.title[locale], question?.label[locale]].filter(
      (title) => title !== undefined && title !== '',
    );
    const part = s === undefined ? (pointer === '/sections' ? null : 'head') : `section-${s}`;
    return {
      place: titles.length > 0 ? titles.join(' · ') : translate(catalogue, 'templates.whole'),
      sentence: faultSentence(catalogue, code, params),
      href: base === null || part === null ? null : `${base}/edit/${part}`,
    };
  });
}
