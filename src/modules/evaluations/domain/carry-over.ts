import type { Locale } from '../../../kernel/actor.ts';
import type { EvaluationForm, FieldSpec, ListField, ScalarField } from './form-model.ts';
import { isBound } from './form-template.ts';
import { pointerOf } from './pointer.ts';
import { isEmpty, rawChild, rawList, type RawObject, rawObject, readChoices } from './raw-input.ts';
import { standardForm } from './templates/standard-form.ts';
import type { Text } from './text.ts';

/** An answer for which another form has no place, with the question that it answered. */
export interface LostAnswer {
  readonly label: string;
  readonly text: string;
}

export interface CarriedOver {
  readonly content: Readonly<Record<string, unknown>>;
  readonly lost: readonly LostAnswer[];
}

/**
 * What was typed into one form, for another: what has a field there stays as it was typed, right or wrong, and what has
 * none is listed with its question, so that its writer can put it elsewhere.
 */
export function carryOver(content: unknown, from: EvaluationForm, to: EvaluationForm, locale: Locale): CarriedOver {
  const entries = mutable(rawObject(content) ?? new Map<string, unknown>());
  const places = new Map(fieldsOf(to).map((field) => [pointerOf(field.path), field]));
  const lost: LostAnswer[] = [];
  for (const field of fieldsOf(from)) {
    const value = valueAt(entries, field.path);
    if (isBlank(value)) continue;
    const place = places.get(pointerOf(field.path));
    if (place && field.type === 'list' && place.type === 'list') {
      lost.push(...lostCells(value, field, place, locale));
    } else if (!place || !showsValue(place, value) || field.type === 'list') {
      lost.push({ label: field.label[locale], text: textOf(field, value, locale) });
      remove(entries, field.path);
    }
  }
  return { content: plain(entries), lost };
}

/**
 * Answers to questions that the form does not ask, wherever they came from: another device may have written into the form
 * before. Names that are no question of any form stay, and are told as wrong.
 */
export function withoutStrays(content: unknown, form: EvaluationForm, locale: Locale): CarriedOver {
  const entries = mutable(rawObject(content) ?? new Map<string, unknown>());
  const asked = new Set(fieldsOf(form).map(({ path }) => pointerOf(path)));
  const extra = entries.get('extra');
  const own = extra instanceof Map ? [...(extra as Entries).keys()].map((id) => ['extra', id]) : [];
  const lost = [...KNOWN.keys()]
    .map((name) => [name])
    .concat(own)
    .flatMap((path): LostAnswer[] => {
      const value = valueAt(entries, path);
      if (asked.has(pointerOf(path)) || value === undefined) return [];
      remove(entries, path);
      const label = KNOWN.get(path[0] ?? '')?.[locale] ?? path.at(-1) ?? '';
      return isBlank(value) ? [] : [{ label, text: looseText(value) }];
    });
  return { content: plain(entries), lost };
}

/** The questions that the service itself reads, with their words. */
const KNOWN = new Map<string, Text>(
  standardForm.sections.flatMap(({ questions }) => questions.filter(isBound).map(({ asks, label }) => [asks, label])),
);

function looseText(value: unknown): string {
  if (value instanceof Map)
    return [...(value as Entries).values()]
      .filter((each) => !isBlank(each))
      .map(looseText)
      .join(' · ');
  if (Array.isArray(value)) return value.map(looseText).join('; ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Entries = Map<string, unknown>;

function fieldsOf({ sections }: EvaluationForm): readonly FieldSpec[] {
  return sections.flatMap(({ fields }) => fields);
}

/** Whether a field shows this value as it was typed: a field to write in does, a choice only where it offers it. */
function showsValue(field: FieldSpec, value: unknown): boolean {
  switch (field.type) {
    case 'list':
      return false;
    case 'choice':
      return field.options.some((option) => option.value === value);
    case 'multiple':
      return (
        'value' in
        readChoices(
          value,
          field.options.map((option) => option.value),
        )
      );
    default:
      return typeof value === 'string' || typeof value === 'number';
  }
}

/** Cells of a list whose column is gone; the others stay. */
function lostCells(value: unknown, from: ListField, to: ListField, locale: Locale): LostAnswer[] {
  return (rawList(value) ?? []).flatMap(([index, item]) => {
    const cells = item instanceof Map ? (item as Entries) : null;
    return from.item.flatMap((column) => {
      const [name = ''] = column.path;
      const cell = cells?.get(name);
      const place = to.item.find((each) => each.path[0] === name);
      if (isBlank(cell) || (place && showsValue(place, cell))) return [];
      cells?.delete(name);
      const label = `${from.label[locale]} ${Number(index) + 1}, ${column.label[locale]}`;
      return [{ label, text: textOf(column, cell, locale) }];
    });
  });
}

function textOf(field: FieldSpec, value: unknown, locale: Locale): string {
  if (field.type === 'list') {
    return (rawList(value) ?? [])
      .map(([, item]) =>
        field.item
          .flatMap((each) => {
            const cell = rawChild(item)?.get(each.path[0] ?? '');
            return isBlank(cell) ? [] : [`${each.label[locale]}: ${scalarText(each, cell, locale)}`];
          })
          .join(' · '),
      )
      .join('\n');
  }
  return scalarText(field, value, locale);
}

function scalarText(field: ScalarField, value: unknown, locale: Locale): string {
  if (field.type === 'multiple') {
    const chosen = readChoices(
      value,
      field.options.map((option) => option.value),
    );
    const values = 'value' in chosen ? chosen.value : [];
    return field.options
      .filter((option) => values.includes(option.value))
      .map((option) => option.label[locale])
      .join('; ');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return field.type === 'choice'
    ? (field.options.find((option) => option.value === value)?.label[locale] ?? text)
    : text;
}

function isBlank(value: unknown): boolean {
  if (isEmpty(value)) return true;
  if (Array.isArray(value)) return value.every(isBlank);
  const inner = rawChild(value);
  return inner !== null && [...inner.values()].every(isBlank);
}

function valueAt(entries: Entries, path: readonly string[]): unknown {
  const [first = '', ...rest] = path;
  const value = entries.get(first);
  return rest.length === 0 ? value : value instanceof Map ? valueAt(value as Entries, rest) : undefined;
}

function remove(entries: Entries, path: readonly string[]): void {
  const [first = '', ...rest] = path;
  const inner = entries.get(first);
  if (rest.length === 0) entries.delete(first);
  else if (inner instanceof Map) remove(inner as Entries, rest);
}

/** A copy in which all objects and lists of objects are maps. */
function mutable(entries: RawObject): Entries {
  return new Map([...entries].map(([name, value]) => [name, mutableValue(value)]));
}

function mutableValue(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isOfObjects = value.some((each) => rawChild(each) !== null);
    return isOfObjects ? new Map(value.map((each: unknown, index) => [String(index), mutableValue(each)])) : value;
  }
  const inner = rawChild(value);
  return inner ? mutable(inner) : value;
}

function plain(entries: RawObject): Record<string, unknown> {
  return Object.fromEntries(
    [...entries].map(([name, value]) => [name, value instanceof Map ? plain(value as RawObject) : value]),
  );
}
