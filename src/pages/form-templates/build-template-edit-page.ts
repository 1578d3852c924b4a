import type { Fault } from '../../kernel/domain-error.ts';
import { formatMonth } from '../../kernel/format.ts';
import type { Ref } from '../../kernel/id.ts';
import { MEETING_KINDS } from '../../kernel/meeting-kind.ts';
import { addMonths, type Month } from '../../kernel/month.ts';
import {
  BOUND_NAMES,
  type Condition,
  CONDITION_VALUES,
  type FormTemplate,
  FREE_TYPES,
  INDICATORS,
  isAlwaysAsked,
  isBound,
  type Rubric,
  standardForm,
  templateFaults,
  templateShapeFaults,
  type TemplateQuestion,
  type TemplateSection,
  type Text,
  type VisitContext,
  visitForm,
} from '../../modules/evaluations/index.ts';
import { faultSentence } from '../../platform/http/error-filter.ts';
import { messageOf, type MessageKey, translate } from '../../platform/i18n/messages.ts';
import type { Option } from '../../platform/views/page-context.ts';
import { formSections } from '../forms/form-fields.ts';
import type { RubricReader } from '../rubrics/rubric-words.ts';
import type { EditField, EditTable } from '../rubrics/rubric.view.ts';
import { isSimpleWhen } from './simple-when.ts';
import { allQuestions, notesOf, templateFaultLines, whenWords } from './template-words.ts';
import type { QuestionCard, TemplateEditPage, TemplatePreview } from './template.view.ts';

export interface TemplateEditFrame {
  readonly draftId: Ref<'FormTemplate'>;
  readonly part: string;
  readonly seen: number;
  readonly error: string | null;
  /** By what the preview is made: the month that is on, and the rubric that counts. */
  readonly month: Month;
  readonly rubric: Rubric;
}

/** One part of a draft with its fields, and the form that comes of it; null where there is no such part. */
export function buildTemplateEditPage(
  template: FormTemplate,
  { draftId, part, seen, error, month, rubric }: TemplateEditFrame,
  reader: RubricReader,
): TemplateEditPage | null {
  const cards = new EditCards(template, templateFaults(template), month, reader).of(part);
  if (!cards) return null;
  const base = `/form-templates/drafts/${draftId}`;
  return {
    title: cards[0]?.title ?? '',
    backHref: base,
    back: template.title[reader.locale],
    action: `${base}/edit/${part}`,
    previewAction: `${base}/edit/${part}/preview`,
    seen,
    error,
    cards,
    preview: buildTemplatePreview(template, part, { base, month, rubric }, reader),
  };
}

/** The section as a phone shows it, or the whole form; where it cannot be shown yet, what is wrong. */
export function buildTemplatePreview(
  template: FormTemplate,
  part: string,
  { base, month, rubric }: { readonly base: string; readonly month: Month; readonly rubric: Rubric },
  reader: RubricReader,
): TemplatePreview {
  const shape = templateShapeFaults(template);
  if (shape.length > 0) return { sections: [], faults: templateFaultLines(shape, template, base, reader) };
  const section = template.sections[Number(/^section-(\d+)$/.exec(part)?.[1] ?? -1)];
  const context: Pick<VisitContext, 'month' | 'fields' | 'directives'> = {
    month: section?.from ?? section?.upTo ?? month,
    fields: [],
    directives: [{ id: 'sample' as never, text: translate(reader.catalogue, 'templates.sample_directive') }],
  };
  const form = visitForm(rubric, context, template);
  const shown = formSections({
    form,
    context: context as VisitContext,
    policy: rubric.policy,
    guidelines: new Map(),
    raw: {},
    answers: {},
    faults: [],
    warnings: [],
    remarks: {},
    locale: reader.locale,
    catalogue: reader.catalogue,
  });
  return {
    sections: section ? shown.filter(({ id }) => id === `section-${section.id}`) : shown,
    faults: templateFaultLines(templateFaults(template), template, base, reader),
  };
}

const MONTHS_AROUND = { before: 6, after: 18 };
const TYPE_OF_COLUMNS = ['line', 'number', 'date', 'time'] as const;

class EditCards {
  constructor(
    private readonly template: FormTemplate,
    private readonly faults: readonly Fault[],
    private readonly month: Month,
    private readonly reader: RubricReader,
  ) {}

  of(part: string): QuestionCard[] | null {
    if (part === 'head') return this.head();
    const index = Number(/^section-(\d+)$/.exec(part)?.[1] ?? -1);
    const section = this.template.sections[index];
    return section && section.place !== 'judged' ? this.section(section, `/sections/${index}`) : null;
  }

  private head(): QuestionCard[] {
    const { title, source, purpose, kinds, branchTypes } = this.template;
    const options = (
      values: readonly string[],
      words: (value: string) => string,
      isOn: (value: string) => boolean,
    ): Option[] => values.map((value) => ({ value, label: words(value), selected: isOn(value) }));
    const { catalogue } = this.reader;
    return [
      this.card(translate(catalogue, 'rubrics.card.head'), '/title', [
        ...this.words('/title', title, 'rubrics.name'),
        ...this.words('/source', source, 'rubrics.source'),
      ]),
      this.card(translate(catalogue, 'rubrics.card.scope'), '/kinds', [
        this.field('select', '/purpose', 'rubrics.purpose', '', [
          ...options(
            ['routine', 'targeted'],
            (value) => messageOf(catalogue, `rubrics.purpose.${value}`),
            (value) => value === purpose,
          ),
        ]),
        this.field('checks', '/kinds', 'rubrics.kinds', '', [
          ...options(
            MEETING_KINDS,
            (value) => messageOf(catalogue, `meeting.kind.${value}`),
            (value) => kinds?.some((kind) => kind === value) ?? true,
          ),
        ]),
        this.field('checks', '/branchTypes', 'rubrics.branch_types', '', [
          ...options(
            [...this.reader.branchTypes.keys()],
            (value) => this.reader.branchTypes.get(value) ?? value,
            (value) => branchTypes?.includes(value) ?? false,
          ),
        ]),
      ]),
    ];
  }

  private section(section: TemplateSection, at: string): QuestionCard[] {
    const { catalogue, locale } = this.reader;
    const head = this.card(section.title[locale], at, [
      ...this.words(`${at}/title`, section.title, 'rubrics.name'),
      ...this.words(`${at}/help`, section.help, 'templates.help'),
      this.months(`${at}/from`, section.from, 'templates.from'),
      this.months(`${at}/upTo`, section.upTo, 'templates.up_to'),
    ]);
    if (section.place) return [{ ...head, note: messageOf(catalogue, `templates.place.${section.place}`) }];
    const next = `${at}/questions/${section.questions.length}`;
    return [
      head,
      ...section.questions.map((question, q) => this.question(question, `${at}/questions/${q}`)),
      this.card(translate(catalogue, 'templates.new_question'), next, [
        this.field('select', `${next}/kind`, 'templates.kind', '', this.kindsToAdd()),
        ...this.words(`${next}/label`, undefined, 'templates.label'),
        this.field('text', `${next}/id`, 'templates.id', ''),
      ]),
    ];
  }

  private kindsToAdd(): Option[] {
    const { catalogue, locale } = this.reader;
    const asked = new Set(allQuestions(this.template).flatMap((each) => (isBound(each) ? [each.asks] : [])));
    const known = allQuestions(standardForm).filter(isBound);
    const bound = BOUND_NAMES.filter((name) => !asked.has(name)).map((name) => ({
      value: `asks:${name}`,
      label: known.find(({ asks }) => asks === name)?.label[locale] ?? name,
      selected: false,
    }));
    const own = FREE_TYPES.map((type) => ({
      value: type,
      label: messageOf(catalogue, `templates.add.${type}`),
      selected: false,
    }));
    return [{ value: '', label: '–', selected: true }, ...own, ...bound];
  }

  private question(question: TemplateQuestion, at: string): QuestionCard {
    const { catalogue, locale } = this.reader;
    const isFixed = isBound(question) && isAlwaysAsked(question.asks);
    const required = {
      value: 'yes',
      label: translate(catalogue, 'templates.required'),
      selected: question.required === true,
    };
    const own = isBound(question) ? [] : this.own(question, at);
    const fields = [
      ...this.words(`${at}/label`, question.label, 'templates.label'),
      ...this.words(`${at}/help`, question.help, 'templates.help'),
      ...own,
      ...(isFixed ? [] : [this.field('checks', `${at}/required`, 'templates.answer', '', [required])]),
      ...(isFixed ? [] : this.condition(question.askedWhen, at)),
    ];
    const when = question.askedWhen;
    const rich = when && !isSimpleWhen(when) ? whenWords(when, this.template, this.reader) : null;
    return {
      ...this.card(question.label[locale], at, fields, [`${at}/askedWhen`, `${at}/options`, `${at}/columns`]),
      tables: isBound(question) ? [] : this.tables(question, at),
      note: [...notesOf(question, this.template, this.reader), ...(rich === null ? [] : [rich])].join(' · '),
      moves: at,
      mayGo: !isFixed,
    };
  }

  private own(question: Exclude<TemplateQuestion, { readonly asks: string }>, at: string): EditField[] {
    const id = this.field('text', `${at}/id`, 'templates.id', question.id);
    switch (question.type) {
      case 'number':
        return [
          id,
          ...(['minimum', 'maximum', 'decimals'] as const).map((name) =>
            this.field('number', `${at}/${name}`, `templates.${name}`, String(question[name])),
          ),
        ];
      case 'text':
        return [
          id,
          this.field('select', `${at}/lines`, 'templates.lines', '', [
            ...(['one', 'many'] as const).map((value) => ({
              value,
              label: messageOf(this.reader.catalogue, `templates.lines.${value}`),
              selected: value === question.lines,
            })),
          ]),
          this.field('number', `${at}/maximum`, 'templates.longest', String(question.maximum)),
        ];
      case 'table':
        return [id, this.field('number', `${at}/maximum`, 'templates.most_rows', String(question.maximum))];
      default:
        return [id];
    }
  }

  private tables(question: Exclude<TemplateQuestion, { readonly asks: string }>, at: string): EditTable[] {
    if (question.type === 'choice' || question.type === 'multiple') {
      return [
        this.table('templates.options', question.options, `${at}/options`, (option, there) => [
          ...this.words(`${there}/label`, option?.label, 'templates.option'),
          this.field('text', `${there}/value`, 'templates.id', option?.value ?? ''),
        ]),
      ];
    }
    if (question.type !== 'table') return [];
    return [
      this.table('templates.columns', question.columns, `${at}/columns`, (column, there) => [
        ...this.words(`${there}/label`, column?.label, 'templates.label'),
        ...(column
          ? []
          : [
              this.field('select', `${there}/type`, 'templates.kind', '', [
                ...TYPE_OF_COLUMNS.map((value) => ({
                  value,
                  label: messageOf(this.reader.catalogue, `templates.add.${value}`),
                  selected: value === 'line',
                })),
              ]),
            ]),
      ]),
    ];
  }

  private table<T>(
    title: MessageKey,
    items: readonly T[],
    at: string,
    fieldsOf: (item: T | undefined, there: string) => EditField[],
  ): EditTable {
    const { catalogue } = this.reader;
    return {
      title: messageOf(catalogue, title),
      help: null,
      rows: [...items, undefined].map((item, n) => ({
        label: item === undefined ? translate(catalogue, 'rubrics.add') : `${n + 1}`,
        isNew: item === undefined,
        fields: fieldsOf(item, `${at}/${n}`),
        note: null,
        remove: item === undefined ? null : `${at}/${n}/remove`,
        errors: this.errorsAt(`${at}/${n}`),
      })),
    };
  }

  /** One answer of a question that stands before and is always answered, or one bound on a number. */
  private condition(condition: Condition | undefined, at: string): EditField[] {
    if (condition && !isSimpleWhen(condition)) return [];
    const { catalogue, locale } = this.reader;
    const there = `${at}/askedWhen`;
    const before = this.askedBefore(at);
    const chosen = chosenIn(condition);
    const option = (value: string, label: string): Option => ({ value, label, selected: value === chosen });
    const facts = before
      .filter(isBound)
      .flatMap(({ asks }) =>
        asks in CONDITION_VALUES
          ? CONDITION_VALUES[asks as keyof typeof CONDITION_VALUES].map((value) =>
              option(`${asks}=${value}`, messageOf(catalogue, `rubrics.fact.${asks}.${value}`)),
            )
          : [],
      );
    const own = before.flatMap((question) => {
      if (isBound(question)) return [];
      const label = question.label[locale];
      if (question.type === 'number') return [option(`number:${question.id}`, label)];
      return 'options' in question
        ? question.options.map((each) =>
            option(`answer:${question.id}=${each.value}`, `${label}: ${each.label[locale]}`),
          )
        : [];
    });
    const measures = INDICATORS.map((name) => option(name, messageOf(catalogue, `rubrics.measure.${name}`)));
    const all = [...own, ...facts, ...measures];
    // A condition on what is not there any more stays to be seen, with its fault beneath.
    const lost = chosen !== '' && !all.some(({ selected }) => selected) ? [option(chosen, chosen)] : [];
    const bound = condition && 'is' in condition && 'value' in condition ? condition : null;
    return [
      this.field('select', `${there}/what`, 'templates.when', '', [
        option('', translate(catalogue, 'templates.always')),
        ...lost,
        ...all,
      ]),
      this.field('select', `${there}/is`, 'rubrics.is', '', [
        ...(['>=', '>', '<=', '<', '='] as const).map((value) => ({
          value,
          label: { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' }[value],
          selected: value === (bound?.is ?? '>='),
        })),
      ]),
      this.field('text', `${there}/value`, 'rubrics.value', bound ? String(bound.value) : ''),
    ];
  }

  private askedBefore(at: string): TemplateQuestion[] {
    const [, s, q] = /^\/sections\/(\d+)\/questions\/(\d+)$/.exec(at) ?? [];
    return this.template.sections
      .flatMap(({ questions }, n) => (n < Number(s) ? questions : n === Number(s) ? questions.slice(0, Number(q)) : []))
      .filter((each) => !each.askedWhen && (isBound(each) ? isAlwaysAsked(each.asks) : each.required === true));
  }

  private months(name: string, chosen: Month | undefined, label: MessageKey): EditField {
    const around = Array.from({ length: MONTHS_AROUND.before + MONTHS_AROUND.after }, (_, n) =>
      addMonths(this.month, n - MONTHS_AROUND.before),
    );
    const months = [...new Set([...(chosen === undefined ? [] : [chosen]), ...around])].toSorted();
    return this.field('select', name, label, '', [
      { value: '', label: translate(this.reader.catalogue, 'templates.all_months'), selected: chosen === undefined },
      ...months.map((value) => ({ value, label: formatMonth(this.reader.locale, value), selected: value === chosen })),
    ]);
  }

  private words(at: string, text: Text | undefined, label: string): EditField[] {
    return [
      this.field('text', `${at}/vi`, `${label}_vi`, text?.vi ?? ''),
      this.field('text', `${at}/en`, `${label}_en`, text?.en ?? ''),
    ];
  }

  private field(
    kind: EditField['kind'],
    name: string,
    label: string,
    value: string,
    options: readonly Option[] = [],
  ): EditField {
    const [error = null] = this.errorsAt(name);
    return { kind, name, label: messageOf(this.reader.catalogue, label), value, options, error };
  }

  private card(title: string, at: string, all: readonly EditField[], places: readonly string[] = []): QuestionCard {
    const isWords = ({ name }: EditField) => /\/(?:vi|en)$/.test(name);
    return {
      title,
      words: all.filter(isWords),
      fields: all.filter((field) => !isWords(field)),
      tables: [],
      remove: null,
      errors: this.errorsAt(at, ...places),
      moves: null,
      mayGo: false,
      note: null,
    };
  }

  private errorsAt(...pointers: readonly string[]): string[] {
    return this.faults
      .filter(({ pointer }) => pointers.includes(pointer))
      .map(({ code, params }) => faultSentence(this.reader.catalogue, code, params));
  }
}

function chosenIn(condition: Condition | undefined): string {
  if (!condition) return '';
  if ('answer' in condition)
    return 'in' in condition ? `answer:${condition.answer}=${condition.in[0] ?? ''}` : `number:${condition.answer}`;
  if ('field' in condition) return `${condition.field}=${condition.in[0] ?? ''}`;
  return 'indicator' in condition ? condition.indicator : '';
}
