import { DomainError, type Fault } from '../../../kernel/domain-error.ts';
import { BOUND_NAMES, type BoundName, isAlwaysAsked, readAs } from './bound-questions.ts';
import { namesIn } from './conditions.ts';
import { type FormTemplate, isBound, type TemplateQuestion, type TemplateSection } from './form-template.ts';
import type { Condition } from './rubric.ts';
import { templateShapeFaults } from './template-shape.ts';
import { standardForm } from './templates/standard-form.ts';

/** All faults of a template's data, as JSON pointers with codes `template.*`. */
export function templateFaults(raw: unknown): readonly Fault[] {
  const shape = templateShapeFaults(raw);
  // Rules between values can be checked only once the structure is right.
  return shape.length > 0 ? shape : senseFaults(raw as FormTemplate);
}

/** @throws DomainError `input.invalid` with all faults. */
export function readTemplate(raw: unknown): FormTemplate {
  return withoutFaults(raw, templateFaults(raw));
}

/** Of the structure only, for drafts. @throws DomainError `input.invalid` with all faults of the structure. */
export function readTemplateShape(raw: unknown): FormTemplate {
  return withoutFaults(raw, templateShapeFaults(raw));
}

function withoutFaults(raw: unknown, faults: readonly Fault[]): FormTemplate {
  if (faults.length > 0) throw new DomainError('input.invalid', { count: faults.length }, faults);
  return raw as FormTemplate;
}

function senseFaults(template: FormTemplate): Fault[] {
  const checker = new SenseChecker();
  template.sections.forEach((section, index) => checker.section(section, `/sections/${index}`));
  checker.whole(template);
  return checker.faults;
}

/** A question that stands before, as far as a condition may rest on it. */
interface Earlier {
  readonly question: TemplateQuestion;
  readonly section: TemplateSection;
}

class SenseChecker {
  readonly faults: Fault[] = [];
  /** By the names that conditions use for it: `meetingKind`, `attendance`, `extra/litter`. */
  private readonly earlier = new Map<string, Earlier[]>();
  private readonly seen = new Set<string>();

  section(section: TemplateSection, at: string): void {
    this.once(`section ${section.id}`, section.id, `${at}/id`);
    if (section.place) {
      this.once(`place ${section.place}`, section.id, `${at}/place`);
      if (section.questions.length > 0) this.fault(`${at}/questions`, 'template.place_only');
    }
    if (section.from !== undefined && section.upTo !== undefined && section.upTo < section.from)
      this.fault(`${at}/upTo`, 'template.months');
    section.questions.forEach((question, q) => this.question(question, section, `${at}/questions/${q}`));
  }

  whole({ sections }: FormTemplate): void {
    const asked = new Set(
      sections.flatMap(({ questions }) => questions.flatMap((each) => (isBound(each) ? [each.asks] : []))),
    );
    for (const name of BOUND_NAMES) {
      if (isAlwaysAsked(name) && !asked.has(name)) this.fault('/sections', 'template.needed', { label: labelOf(name) });
    }
    if (!sections.some(({ place }) => place === 'judged')) this.fault('/sections', 'template.no_place');
  }

  private question(question: TemplateQuestion, section: TemplateSection, at: string): void {
    if (isBound(question)) {
      this.once(`asks ${question.asks}`, question.label.vi, at);
      const isDated = section.from !== undefined || section.upTo !== undefined;
      if (isAlwaysAsked(question.asks)) {
        if (question.askedWhen) this.fault(`${at}/askedWhen`, 'template.always_asked');
        if (isDated) this.fault(at, 'template.always_asked');
      }
    } else {
      this.once(`question ${question.id}`, question.id, `${at}/id`);
      this.shape(question, at);
    }
    if (question.askedWhen) this.condition(question.askedWhen, section, `${at}/askedWhen`);
    for (const name of isBound(question) ? [question.asks, ...readAs(question.asks)] : [`extra/${question.id}`])
      this.earlier.set(name, [...(this.earlier.get(name) ?? []), { question, section }]);
  }

  private shape(question: Exclude<TemplateQuestion, { readonly asks: BoundName }>, at: string): void {
    if (question.type === 'number' && question.maximum <= question.minimum)
      this.fault(`${at}/maximum`, 'template.bounds');
    if (question.type === 'choice' || question.type === 'multiple') this.options(question.options, at);
    if (question.type !== 'table') return;
    question.columns.forEach((column, index) => {
      const there = `${at}/columns/${index}`;
      if (question.columns.findIndex(({ id }) => id === column.id) !== index)
        this.fault(`${there}/id`, 'template.twice', { id: column.id });
      if (column.type === 'number' && column.maximum <= column.minimum)
        this.fault(`${there}/maximum`, 'template.bounds');
      if (column.type === 'choice') this.options(column.options, there);
    });
  }

  private options(options: readonly { readonly value: string }[], at: string): void {
    if (options.length < 2) this.fault(`${at}/options`, 'template.few_options');
    options.forEach(({ value }, index) => {
      if (options.findIndex((each) => each.value === value) !== index)
        this.fault(`${at}/options/${index}/value`, 'template.twice', { id: value });
    });
  }

  /** A condition rests on answers that are there whenever it is asked for, so that a question never waits for nothing. */
  private condition(condition: Condition, section: TemplateSection, at: string): void {
    for (const name of new Set(namesIn(condition))) {
      const sources = this.earlier.get(name) ?? [];
      if (sources.length === 0) this.fault(at, 'template.condition_later', { name: name.replace('extra/', '') });
      const isOpen = sources.some(
        ({ question, section: home }) =>
          question.askedWhen !== undefined ||
          ((home.from !== undefined || home.upTo !== undefined) && home.id !== section.id) ||
          !(isBound(question) ? isAlwaysAsked(question.asks) : question.required === true),
      );
      if (isOpen) this.fault(at, 'template.condition_open', { name: sources[0]?.question.label });
    }
    for (const { answer, values } of choicesIn(condition)) {
      const source = this.earlier.get(`extra/${answer}`)?.[0]?.question;
      const options =
        source && !isBound(source) && 'options' in source ? source.options.map(({ value }) => value) : null;
      const wrong = source && (options === null || values.some((value) => !options.includes(value)));
      if (wrong) this.fault(at, 'template.condition_value', { name: source.label });
    }
    for (const answer of numbersIn(condition)) {
      const source = this.earlier.get(`extra/${answer}`)?.[0]?.question;
      if (source && !isBound(source) && source.type !== 'number')
        this.fault(at, 'template.condition_value', { name: source.label });
    }
  }

  private once(key: string, id: string, at: string): void {
    if (this.seen.has(key)) this.fault(at, 'template.twice', { id });
    this.seen.add(key);
  }

  private fault(pointer: string, code: string, params?: Fault['params']): void {
    this.faults.push(params ? { pointer, code, params } : { pointer, code });
  }
}

function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all.flatMap(partsOf);
  if ('any' in condition) return condition.any.flatMap(partsOf);
  return 'not' in condition ? partsOf(condition.not) : [condition];
}

function choicesIn(condition: Condition): { answer: string; values: readonly string[] }[] {
  return partsOf(condition).flatMap((part) =>
    'answer' in part && 'in' in part ? [{ answer: part.answer, values: part.in }] : [],
  );
}

function numbersIn(condition: Condition): string[] {
  return partsOf(condition).flatMap((part) => ('answer' in part && 'is' in part ? [part.answer] : []));
}

function labelOf(name: BoundName): unknown {
  const questions = standardForm.sections.flatMap((section) => section.questions);
  return questions.find((each) => isBound(each) && each.asks === name)?.label;
}
