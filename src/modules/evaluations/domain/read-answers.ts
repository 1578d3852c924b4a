import { DomainError } from '../../../kernel/domain-error.ts';
import type { Fault } from '../../../kernel/domain-error.ts';
import { completeAnswers, ruleFaults } from './answer-rules.ts';
import type { Answers, DraftAnswers } from './answers.ts';
import { decide } from './conditions.ts';
import { pointerOf } from './pointer.ts';
import type { EvaluationForm, FieldSpec, ListField, ScalarField, VisitContext } from './form-model.ts';
import {
  isEmpty,
  rawChild,
  rawList,
  rawObject,
  readChoice,
  readChoices,
  readCount,
  readDate,
  readNumber,
  readPoints,
  readText,
  readTime,
} from './raw-input.ts';
import type { RawObject, Reading } from './raw-input.ts';
import type { Rubric, RubricPolicy } from './rubric.ts';

/** What could be read of a form, and each place that is wrong. */
export interface Examination {
  readonly answers: DraftAnswers;
  readonly faults: readonly Fault[];
}

/**
 * Reads a JSON payload or HTML form data. Names that begin with `_` (a token, a button) are ignored. @throws
 * DomainError `input.invalid` with a fault for each wrong place.
 */
export function readAnswers(raw: unknown, form: EvaluationForm, context: VisitContext, rubric: Rubric): Answers {
  const { answers, faults } = examineAnswers(raw, form, context, rubric);
  if (faults.length > 0) throw new DomainError('input.invalid', { count: faults.length }, faults);
  // Without a fault every required question has an answer.
  return answers as Answers;
}

/** The same without throwing, for drafts and for pages that show faults beside the fields. */
export function examineAnswers(raw: unknown, form: EvaluationForm, context: VisitContext, rubric: Rubric): Examination {
  const entries = rawObject(raw);
  if (!entries) return { answers: {}, faults: [{ pointer: '', code: 'answer.not_an_object' }] };

  const reader = new Reader(rubric.policy);
  const fields = form.sections.flatMap((section) => section.fields);
  const values = reader.read(fields, entries);
  reader.refuseUnknown(fields, entries);
  const answers = completeAnswers(values);
  const wrong = new Set(reader.faults.map((fault) => fault.pointer));
  const rules = ruleFaults(answers, context).filter((fault) => !wrong.has(fault.pointer));
  return { answers, faults: inFormOrder([...reader.faults, ...rules], fields) };
}

type Values = Record<string, unknown>;

/** The values of answers that a form may not ask for. */
const NOT_ASKED = {
  standingInFor: null,
  membersOfficial: null,
  membersProbationary: null,
  membersTemporary: null,
  longExcused: null,
  secretaryAlone: null,
  opinions: null,
  targetsSet: null,
  targetsMet: null,
  minutesUpload: null,
  directives: [],
  strengths: [],
  goodPractices: [],
  shortcomings: [],
  reflections: [],
  vacancies: [],
  recommendations: null,
  attachments: [],
} satisfies DraftAnswers;

/** Answers that may be sent without content where a form does not ask for them: none can be told from an empty one. */
const CONTAINERS: ReadonlySet<string> = new Set([
  ...Object.entries(NOT_ASKED).flatMap(([name, value]) => (Array.isArray(value) ? [name] : [])),
  ...['scores', 'selfScores', 'extra'],
]);

class Reader {
  readonly faults: Fault[] = [];

  constructor(private readonly policy: RubricPolicy) {}

  read(fields: readonly FieldSpec[], raw: RawObject): Values {
    // Fields that are always asked are read first, because they decide which others are.
    const asks = new Set(fields.map(({ path }) => path[0]));
    const unasked = Object.entries(NOT_ASKED).filter(([name]) => !asks.has(name));
    const values: Values = { ...Object.fromEntries(unasked), scores: {}, selfScores: {} };
    const always = fields.filter((field) => !field.askedWhen);
    for (const field of always) this.readField(field, raw, values);
    for (const field of fields) {
      if (!field.askedWhen) continue;
      const asked = decide(field.askedWhen, values, this.policy);
      if (asked === true) this.readField(field, raw, values);
    }
    return values;
  }

  refuseUnknown(fields: readonly FieldSpec[], raw: RawObject): void {
    const tops = new Set(fields.map((field) => field.path[0]));
    const maps = new Set(fields.filter((field) => field.path.length > 1).map((field) => field.path[0]));
    for (const [name, value] of raw) {
      if (name.startsWith('_')) continue;
      if (!tops.has(name)) {
        if (!isEmpty(value) && !(CONTAINERS.has(name) && sizeOf(value) === 0))
          this.fault([name], 'answer.unknown_field');
        continue;
      }
      if (!maps.has(name) || isEmpty(value)) continue;
      const inner = rawChild(value);
      if (!inner) this.fault([name], 'answer.not_an_object');
      for (const [key, each] of inner ?? []) {
        const known = fields.some((field) => field.path[0] === name && field.path[1] === key);
        if (!known && !isEmpty(each)) this.fault([name, key], 'answer.unknown_field');
      }
    }
  }

  private readField(field: FieldSpec, raw: RawObject, values: Values): void {
    const [top = '', inner] = field.path;
    const value = inner === undefined ? raw.get(top) : rawChild(raw.get(top))?.get(inner);
    const read = field.type === 'list' ? this.readList(field, value) : this.readScalar(field, value, field.path);
    if (inner === undefined) {
      if (read !== undefined) values[top] = read;
    } else if (read !== undefined && read !== null) {
      // What is not answered is left out: a map of points has points only, and answers without `extra` have none.
      if (top === 'extra' && Array.isArray(read) && read.length === 0) return;
      values[top] = { ...(values[top] as Values | undefined), [inner]: read };
    }
  }

  /** Undefined where the value is invalid or missing; null where it is optional and empty. */
  private readScalar(field: ScalarField, raw: unknown, path: readonly (string | number)[]): unknown {
    if (isEmpty(raw) || (field.type === 'multiple' && nothingTicked(raw))) {
      if (!field.required) return null;
      this.fault(path, 'answer.required');
      return undefined;
    }
    const reading = scalar(field, raw);
    if ('value' in reading) return reading.value;
    this.fault(path, reading.code, reading.params);
    return undefined;
  }

  private readList(field: ListField, raw: unknown): unknown[] {
    const items = rawList(raw);
    if (!items) {
      this.fault(field.path, 'answer.not_a_list');
      return [];
    }
    const filled = items.filter(([, item]) => !isBlank(item));
    if (filled.length === 0 && field.required) this.fault(field.path, 'answer.required');
    if (filled.length > field.maximum) this.fault(field.path, 'answer.too_many', { maximum: field.maximum });
    return filled
      .slice(0, field.maximum)
      .flatMap(([index, item]) => this.readItem(field, item, [...field.path, index]));
  }

  private readItem(field: ListField, raw: unknown, path: readonly string[]): Values[] {
    const entries = rawChild(raw);
    if (!entries) {
      this.fault(path, 'answer.not_an_object');
      return [];
    }
    const item: Values = {};
    for (const each of field.item) {
      const [name = ''] = each.path;
      item[name] = this.readScalar(each, entries.get(name), [...path, name]);
    }
    for (const [name, value] of entries) {
      if (!Object.hasOwn(item, name) && !isEmpty(value)) this.fault([...path, name], 'answer.unknown_field');
    }
    const whole = field.item.every((each) => item[each.path[0] ?? ''] !== undefined);
    return whole ? [item] : [];
  }

  private fault(path: readonly (string | number)[], code: string, params?: Record<string, unknown>): void {
    const pointer = pointerOf(path);
    this.faults.push(params ? { pointer, code, params } : { pointer, code });
  }
}

/** In the order of the fields; faults without a field come last. */
function inFormOrder(faults: readonly Fault[], fields: readonly FieldSpec[]): Fault[] {
  const pointers = fields.map((field) => pointerOf(field.path));
  const rank = ({ pointer }: Fault) => {
    const index = pointers.findIndex((each) => pointer === each || pointer.startsWith(`${each}/`));
    return index < 0 ? pointers.length : index;
  };
  return faults.toSorted((a, b) => rank(a) - rank(b));
}

function scalar(field: ScalarField, raw: unknown): Reading<unknown> {
  switch (field.type) {
    case 'count':
      return readCount(raw, field.minimum, field.maximum);
    case 'points':
      return readPoints(raw, field.maximum, field.step);
    case 'time':
      return readTime(raw);
    case 'date':
      return readDate(raw);
    case 'text':
      return readText(raw, field.maximum, field.lines);
    case 'number':
      return readNumber(raw, field.minimum, field.maximum, field.decimals);
    case 'choice':
      return readChoice(
        raw,
        field.options.map((option) => option.value),
      );
    case 'multiple':
      return readChoices(
        raw,
        field.options.map((option) => option.value),
      );
  }
}

function nothingTicked(raw: unknown): boolean {
  return Array.isArray(raw) ? raw.length === 0 : [...(rawChild(raw)?.values() ?? ['typed'])].every(isEmpty);
}

/** Whether an offered row was left empty. */
function isBlank(item: unknown): boolean {
  const entries = rawChild(item);
  return isEmpty(item) || (entries !== null && [...entries.values()].every(isEmpty));
}

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : (rawChild(value)?.size ?? 1);
}
