import type { Locale } from '../../kernel/actor.ts';
import type { Fault } from '../../kernel/domain-error.ts';
import { formatNumber } from '../../kernel/format.ts';
import { writtenNumber } from '../../kernel/written-number.ts';
import { type Catalogue, messageOf } from '../../platform/i18n/messages.ts';
import {
  decide,
  type DraftAnswers,
  type EvaluationForm,
  type FieldSpec,
  type Guideline,
  inputName,
  type ListField,
  type MultipleField,
  pointerOf,
  type PointsField,
  rawChild,
  rawList,
  type RawObject,
  rawObject,
  readChoices,
  type Remarks,
  type RubricPolicy,
  type ScalarField,
  showPoints,
  type VisitContext,
} from '../../modules/evaluations/index.ts';
import type { ChecksView, FieldView, GuideView, ListItemView, ListView, ScalarView, SectionView } from './form.view.ts';

/** The data with which the fields of a form are shown. */
export interface FormContent {
  readonly form: EvaluationForm;
  readonly context: VisitContext;
  readonly policy: RubricPolicy;
  readonly guidelines: ReadonlyMap<string, readonly Guideline[]>;
  /** As typed or saved, whether or not it can be read as answers. */
  readonly raw: unknown;
  readonly answers: DraftAnswers;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  readonly remarks: Remarks;
  readonly locale: Locale;
  readonly catalogue: Catalogue;
}

/** The most points that fit side by side as buttons for a thumb. */
const MOST_SEGMENTS = 6;
/** The number of letters of all labels that fit on one line of a phone. */
const LINE = 30;

/** The sections of a form with what was typed. */
export function formSections(content: FormContent): SectionView[] {
  const entries = rawObject(content.raw) ?? new Map<string, unknown>();
  return content.form.sections.map((section, index) => ({
    id: `section-${section.id}`,
    number: index + 1,
    title: section.title[content.locale],
    help: section.help?.[content.locale] ?? null,
    fields: section.fields.map((field) => fieldView(field, entries, content)),
    open: 0,
    warnings: 0,
  }));
}

function fieldView(field: FieldSpec, entries: RawObject, content: FormContent): FieldView {
  if (field.type === 'list') return listView(field, entries, content);
  return scalarView(field, field.path, valueAt(entries, field.path), content);
}

function listView(field: ListField, entries: RawObject, content: FormContent): ListView {
  const sent = rawList(childAt(entries, field.path)) ?? [];
  const items = field.given === 'directives' ? givenItems(field, sent, content) : typedItems(field, sent, content);
  return {
    kind: 'list',
    ...frame(field, field.path, content),
    add: field.given ? null : field.add[content.locale],
    items,
    blank: field.given ? null : itemView(field, '__index__', new Map(), content),
    maximum: field.maximum,
  };
}

type SentItems = readonly (readonly [string, unknown])[];

/** The typed items and one empty item, so that a browser without modules has a field for the next. */
function typedItems(field: ListField, sent: SentItems, content: FormContent): ListItemView[] {
  const items = sent.map(([index, item]) => itemView(field, index, rawChild(item) ?? new Map(), content));
  if (items.length >= field.maximum) return items;
  const next = Math.max(-1, ...sent.map(([index]) => Number(index))) + 1;
  return [...items, itemView(field, String(next), new Map(), content)];
}

function givenItems(field: ListField, sent: SentItems, content: FormContent): ListItemView[] {
  const byId = new Map<unknown, RawObject | null>(
    sent.map(([, item]) => [rawChild(item)?.get('directiveId'), rawChild(item)]),
  );
  return content.context.directives.map(({ id, text }, index) => {
    const item = itemView(field, String(index), byId.get(id) ?? new Map<string, unknown>(), content);
    return {
      ...item,
      text,
      hidden: { name: inputName([...field.path, index, 'directiveId']), value: id },
      fields: item.fields.filter((each) => !each.name.endsWith('[directiveId]')),
    };
  });
}

function itemView(field: ListField, index: string, item: RawObject, content: FormContent): ListItemView {
  return {
    number: index === '__index__' ? '' : String(Number(index) + 1),
    text: null,
    hidden: null,
    fields: field.item.map((each) =>
      scalarView(each, [...field.path, index, ...each.path], valueAt(item, each.path), content),
    ),
  };
}

function scalarView(field: ScalarField, path: readonly string[], value: string, content: FormContent): ScalarView {
  const common = frame(field, path, content);
  switch (field.type) {
    case 'count':
      return {
        kind: 'count',
        ...common,
        value,
        min: field.minimum,
        max: field.maximum,
        step: 1,
        stepText: '1',
        inputmode: 'numeric',
      };
    case 'number': {
      const read = writtenNumber(value);
      return {
        kind: 'count',
        ...common,
        value: read === null ? value : formatNumber(content.locale, read),
        min: field.minimum,
        max: field.maximum,
        step: 1,
        stepText: '1',
        inputmode: field.decimals === 0 ? 'numeric' : 'decimal',
      };
    }
    case 'multiple':
      return { kind: 'checks', ...common, options: checksOf(field, path, content) };
    case 'points':
      return pointsView(field, common, value, content.locale);
    case 'time':
    case 'date':
      return { kind: field.type, ...common, value, maxlength: null };
    case 'text':
      return { kind: field.lines === 'many' ? 'lines' : 'line', ...common, value, maxlength: field.maximum };
    case 'choice': {
      const options = field.options.map((option) => ({
        value: option.value,
        label: option.label[content.locale],
        selected: option.value === value,
      }));
      if (field.look === 'segments') return { kind: 'segments', ...common, options, isTall: isTall(options) };
      return {
        kind: 'select',
        ...common,
        options: [{ value: '', label: '–', selected: false }, ...options],
        isTall: false,
      };
    }
  }
}

/** Each option is a field of its own, so that what two devices ticked can be joined. */
function checksOf(field: MultipleField, path: readonly string[], content: FormContent): ChecksView['options'] {
  const entries = rawObject(content.raw) ?? new Map<string, unknown>();
  const chosen = readChoices(
    childAt(entries, path),
    field.options.map(({ value }) => value),
  );
  return field.options.map(({ value, label }) => ({
    name: inputName([...path, value]),
    id: idOf(inputName([...path, value])),
    label: label[content.locale],
    selected: 'value' in chosen && chosen.value.includes(value),
  }));
}

/** A few steps are shown as buttons, many as a number field. */
function pointsView(field: PointsField, common: ReturnType<typeof frame>, value: string, locale: Locale): ScalarView {
  const steps = Math.round(field.maximum / field.step) + 1;
  if (steps > MOST_SEGMENTS || !field.required) {
    const points = writtenNumber(value);
    return {
      kind: 'count',
      ...common,
      value: points === null ? value : formatNumber(locale, points),
      min: 0,
      max: field.maximum,
      step: field.step,
      stepText: formatNumber(locale, field.step),
      inputmode: 'decimal',
    };
  }
  const options = Array.from({ length: steps }, (_, i) => {
    const points = String(i * field.step);
    const isSame = writtenNumber(value) === i * field.step;
    return { value: points, label: formatNumber(locale, i * field.step), selected: isSame };
  });
  return { kind: 'segments', ...common, options, isTall: false };
}

function frame(field: FieldSpec, path: readonly string[], content: FormContent) {
  const { locale, catalogue, answers, policy } = content;
  const name = inputName(path);
  return {
    name,
    id: idOf(name),
    label: field.label[locale],
    outOf: field.type === 'points' ? formatNumber(locale, field.maximum) : null,
    help: field.help?.[locale] ?? null,
    remark: content.remarks[pointerOf(path)] ?? null,
    error: sentenceAt(content.faults, path, catalogue),
    warning: sentenceAt(content.warnings, path, catalogue),
    guide: (content.guidelines.get(pointerOf(path)) ?? []).map((each) => guideView(each, locale)),
    optional: !field.required,
    isAsked: !field.askedWhen || decide(field.askedWhen, answers, policy) !== false,
  };
}

function guideView({ title, maximum, help, lines, bonuses }: Guideline, locale: Locale): GuideView {
  const shown = (each: Guideline['lines'][number], sign: string) => ({
    points: `${sign}${showPoints(each.points, locale)}`,
    text: each.text[locale],
  });
  return {
    title: title[locale],
    maximum: showPoints(maximum, locale),
    help: help?.[locale] ?? null,
    lines: [...lines.map((line) => shown(line, '')), ...bonuses.map((line) => shown(line, '+'))],
  };
}

function sentenceAt(faults: readonly Fault[], path: readonly string[], catalogue: Catalogue): string | null {
  const pointer = pointerOf(path);
  const fault = faults.find((each) => each.pointer === pointer);
  return fault ? messageOf(catalogue, `fault.${fault.code}`, fault.params) : null;
}

function idOf(name: string): string {
  return name.replaceAll('[', '-').replaceAll(']', '');
}

function childAt(entries: RawObject, path: readonly string[]): unknown {
  const [first = '', ...rest] = path;
  const value = entries.get(first);
  return rest.length > 0 ? childAt(rawChild(value) ?? new Map(), rest) : value;
}

function valueAt(entries: RawObject, path: readonly string[]): string {
  const value = childAt(entries, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isTall(options: readonly { readonly label: string }[]): boolean {
  const letters = options.reduce((sum, option) => sum + option.label.length, 0);
  return (
    options.length > 4 || letters > LINE || options.some((option) => option.label.length > LINE / options.length + 4)
  );
}
