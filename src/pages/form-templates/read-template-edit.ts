import { MEETING_KINDS } from '../../kernel/meeting-kind.ts';
import type { Month } from '../../kernel/month.ts';
import {
  type Condition,
  type FormTemplate,
  FREE_TYPES,
  isAlwaysAsked,
  isBound,
  type Quantity,
  standardForm,
  type TemplateQuestion,
  type TemplateSection,
  type Text,
} from '../../modules/evaluations/index.ts';
import type { EditBody } from '../rubrics/read-edit.ts';
import { isSimpleWhen } from './simple-when.ts';

type Free = Exclude<TemplateQuestion, { readonly asks: string }>;

/**
 * A draft with one of its parts as typed: every field is named by its JSON pointer, and what cannot be read stays as it
 * was typed, so that the check of the structure names it. `_do` may move or remove a question or a section besides.
 */
export function readTemplateEdit(template: FormTemplate, part: string, body: EditBody): FormTemplate {
  return acted(new EditReader(body).part(template, part), body['_do']);
}

function acted(template: FormTemplate, wanted: unknown): FormTemplate {
  const [, act = '', s = '', q] =
    /^(up|down|remove):\/sections\/(\d+)(?:\/questions\/(\d+))?$/.exec(typeof wanted === 'string' ? wanted : '') ?? [];
  if (act === '') return template;
  if (q === undefined) return { ...template, sections: changed(template.sections, Number(s), act) };
  return {
    ...template,
    sections: template.sections.map((section, n) =>
      n === Number(s) ? { ...section, questions: changed(section.questions, Number(q), act) } : section,
    ),
  };
}

function changed<T>(list: readonly T[], index: number, act: string): readonly T[] {
  const item = list[index];
  if (item === undefined) return list;
  const others = list.toSpliced(index, 1);
  if (act === 'remove') return others;
  return others.toSpliced(Math.max(0, index + (act === 'up' ? -1 : 1)), 0, item);
}

class EditReader {
  constructor(private readonly body: EditBody) {}

  part(template: FormTemplate, part: string): FormTemplate {
    if (part === 'head') return this.head(template);
    if (part === 'sections') return this.added(template);
    const index = Number(/^section-(\d+)$/.exec(part)?.[1] ?? -1);
    return {
      ...template,
      sections: template.sections.map((section, n) =>
        n === index ? this.section(section, template, `/sections/${n}`) : section,
      ),
    };
  }

  private head({ kinds: _, branchTypes: __, ...rest }: FormTemplate): FormTemplate {
    const kinds = MEETING_KINDS.filter((kind) => this.listed('/kinds').includes(kind));
    const types = this.listed('/branchTypes');
    return {
      ...rest,
      ...(kinds.length === 0 || kinds.length === MEETING_KINDS.length ? {} : { kinds }),
      ...(types.length === 0 ? {} : { branchTypes: types }),
      purpose: this.text('/purpose') as FormTemplate['purpose'],
      title: this.words('/title'),
      source: this.words('/source'),
    };
  }

  /** A new section stands before the last. */
  private added(template: FormTemplate): FormTemplate {
    const title = this.words('/new/title');
    if (title.vi === '') return template;
    const id = unused('section', new Set(template.sections.map((section) => section.id)));
    return { ...template, sections: template.sections.toSpliced(-1, 0, { id, title, questions: [] }) };
  }

  private section(
    { help: _, from: __, upTo: ___, ...rest }: TemplateSection,
    template: FormTemplate,
    at: string,
  ): TemplateSection {
    const help = this.words(`${at}/help`);
    const [from, upTo] = [this.text(`${at}/from`), this.text(`${at}/upTo`)];
    return {
      ...rest,
      title: this.words(`${at}/title`),
      ...(help.vi === '' ? {} : { help }),
      ...(from === '' ? {} : { from: from as Month }),
      ...(upTo === '' ? {} : { upTo: upTo as Month }),
      questions: [
        ...rest.questions.map((question, q) => this.question(question, `${at}/questions/${q}`)),
        ...this.newQuestion(template, `${at}/questions/${rest.questions.length}`),
      ],
    };
  }

  private question(question: TemplateQuestion, at: string): TemplateQuestion {
    const { help: _, required: __, askedWhen: before, ...rest } = question;
    const help = this.words(`${at}/help`);
    const askedWhen = this.condition(before, `${at}/askedWhen`);
    const isRequired =
      (isBound(question) && isAlwaysAsked(question.asks)) || this.listed(`${at}/required`).includes('yes');
    const words = {
      label: this.words(`${at}/label`),
      ...(help.vi === '' ? {} : { help }),
      ...(isRequired ? { required: true } : {}),
      ...(askedWhen ? { askedWhen } : {}),
    };
    if ('asks' in rest) return { ...rest, ...words };
    return { ...this.shape(rest, at), ...words, id: this.text(`${at}/id`) };
  }

  private shape(free: Free, at: string): Free {
    switch (free.type) {
      case 'number':
        return {
          ...free,
          minimum: this.number(`${at}/minimum`),
          maximum: this.number(`${at}/maximum`),
          decimals: this.number(`${at}/decimals`) as 0,
        };
      case 'text':
        return { ...free, lines: this.text(`${at}/lines`) as 'one', maximum: this.number(`${at}/maximum`) };
      case 'choice':
      case 'multiple': {
        const taken = new Set(free.options.map(({ value }) => value));
        return {
          ...free,
          options: this.rows(free.options, `${at}/options`, (there) => ({
            value: this.text(`${there}/value`) || unused('option', taken),
            label: this.words(`${there}/label`),
          })),
        };
      }
      case 'table': {
        const taken = new Set(free.columns.map(({ id }) => id));
        return {
          ...free,
          maximum: this.number(`${at}/maximum`),
          columns: this.rows(free.columns, `${at}/columns`, (there, before) => {
            const label = this.words(`${there}/label`);
            if (before) return { ...before, label };
            const type = this.text(`${there}/type`);
            return { ...newShape(type === 'text' ? 'line' : type), id: unused('column', taken), label } as never;
          }),
        };
      }
      default:
        return free;
    }
  }

  /** What was chosen to be added: one of the questions that the service reads, or one of one's own. */
  private newQuestion(template: FormTemplate, at: string): TemplateQuestion[] {
    const kind = this.text(`${at}/kind`);
    if (kind === '') return [];
    const label = this.words(`${at}/label`);
    const known = standardForm.sections.flatMap(({ questions }) => questions.filter(isBound));
    const bound = known.find(({ asks }) => `asks:${asks}` === kind);
    if (bound) return [{ ...bound, label: label.vi === '' ? bound.label : label }];
    if (!FREE_TYPES.some((type) => type === kind)) return [];
    const taken = new Set(
      template.sections.flatMap(({ questions }) => questions.flatMap((each) => ('id' in each ? [each.id] : []))),
    );
    const id = this.text(`${at}/id`) || unused('question', taken);
    return [{ ...newShape(kind), id, label: label.vi === '' ? { vi: '…', en: '…' } : label } as Free];
  }

  private condition(before: Condition | undefined, at: string): Condition | undefined {
    if (before && !isSimpleWhen(before)) return before;
    const what = this.text(`${at}/what`);
    const is = this.text(`${at}/is`) as '>=';
    const [, answer, option] = /^answer:([a-z0-9_-]+)=(.+)$/.exec(what) ?? [];
    if (answer !== undefined && option !== undefined) return { answer, in: [option] };
    const [, number] = /^number:([a-z0-9_-]+)$/.exec(what) ?? [];
    if (number !== undefined) return { answer: number, is, value: this.number(`${at}/value`) };
    const [, field, value] = /^([a-zA-Z]+)=(.+)$/.exec(what) ?? [];
    if (field !== undefined && value !== undefined) return { field, in: [value] } as Condition;
    return what === '' ? undefined : ({ indicator: what, is, value: this.quantity(`${at}/value`) } as Condition);
  }

  /** The lines of a list without those that are to be removed, and one more where something was typed in it. */
  private rows<T>(before: readonly T[], at: string, read: (there: string, known: T | undefined) => T): T[] {
    return [...before, undefined].flatMap((known, n) => {
      const there = `${at}/${n}`;
      const isGone =
        this.body[`${there}/remove`] !== undefined || (known === undefined && this.text(`${there}/label/vi`) === '');
      return isGone ? [] : [read(there, known)];
    });
  }

  private words(at: string): Text {
    const vi = this.text(`${at}/vi`);
    return { vi, en: this.text(`${at}/en`) || vi };
  }

  private number(at: string): number {
    const typed = this.text(at);
    const read = Number(typed.replace(',', '.'));
    return typed === '' || Number.isNaN(read) ? (typed as unknown as number) : read;
  }

  private quantity(at: string): Quantity {
    const typed = this.text(at).replace(',', '.').replace(/\s/g, '');
    return typed.endsWith('%') ? (typed as Quantity) : this.number(at);
  }

  private text(at: string): string {
    const value = this.body[at];
    return typeof value === 'string' ? value.trim() : '';
  }

  private listed(at: string): string[] {
    const value = this.body[at];
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.filter((each): each is string => typeof each === 'string' && each !== '');
  }
}

/** What a new question wants, until somebody says otherwise. */
function newShape(kind: string): object {
  const options = [
    { value: 'yes', label: { vi: 'Có', en: 'Yes' } },
    { value: 'no', label: { vi: 'Không', en: 'No' } },
  ];
  switch (kind) {
    case 'number':
      return { type: 'number', minimum: 0, maximum: 1_000, decimals: 0 };
    case 'choice':
    case 'multiple':
      return { type: kind, options };
    case 'line':
      return { type: 'text', lines: 'one', maximum: 200 };
    case 'text':
      return { type: 'text', lines: 'many', maximum: 1_000 };
    case 'table': {
      const column = { id: 'column-1', label: { vi: 'Nội dung', en: 'What' }, required: true };
      return { type: 'table', maximum: 10, columns: [{ ...column, type: 'text', lines: 'one', maximum: 200 }] };
    }
    default:
      return { type: kind };
  }
}

function unused(word: string, taken: ReadonlySet<string>): string {
  let n = taken.size + 1;
  while (taken.has(`${word}-${n}`)) n += 1;
  return `${word}-${n}`;
}
