import type { Locale } from '../../kernel/actor.ts';
import type { Fault } from '../../kernel/domain-error.ts';
import { MEETING_KINDS, type MeetingKind } from '../../kernel/meeting-kind.ts';
import { type Condition, hundredths, type Rubric, showPoints } from '../../modules/evaluations/index.ts';
import { faultSentence } from '../../platform/http/error-filter.ts';
import { type Catalogue, messageOf, translate } from '../../platform/i18n/messages.ts';
import type { FaultLine } from './rubric.view.ts';

export interface RubricReader {
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  /** The names of types of branches, by code. */
  readonly branchTypes: ReadonlyMap<string, string>;
}

/** Points of rubric data as people write them. */
export function pointsWords(points: number, { locale }: Pick<RubricReader, 'locale'>): string {
  return showPoints(hundredths(points), locale);
}

export function kindsWords(kinds: readonly MeetingKind[], { catalogue }: RubricReader): string {
  return MEETING_KINDS.filter((kind) => kinds.includes(kind))
    .map((kind) => messageOf(catalogue, `meeting.kind.${kind}`))
    .join(', ');
}

/** Whom a rubric is for, in one line. */
export function scopeWords(
  { purpose, kinds, branchTypes }: Pick<Rubric, 'purpose' | 'kinds' | 'branchTypes'>,
  reader: RubricReader,
): string {
  const { catalogue } = reader;
  return [
    messageOf(catalogue, `rubrics.purpose.${purpose}`),
    kinds ? kindsWords(kinds, reader) : translate(catalogue, 'rubrics.all_kinds'),
    branchTypes
      ? branchTypes.map((code) => reader.branchTypes.get(code) ?? code).join(', ')
      : translate(catalogue, 'rubrics.all_branches'),
  ].join(' · ');
}

/** `Tỷ lệ dự họp ≥ 90%`, with the parts of a rich condition in brackets. */
export function conditionWords(condition: Condition, reader: RubricReader): string {
  const { catalogue, locale } = reader;
  const several = (parts: readonly Condition[], word: 'rubrics.and' | 'rubrics.or') =>
    parts.map((part) => `(${conditionWords(part, reader)})`).join(` ${translate(catalogue, word)} `);
  if ('all' in condition) return several(condition.all, 'rubrics.and');
  if ('any' in condition) return several(condition.any, 'rubrics.or');
  if ('not' in condition) return `${translate(catalogue, 'rubrics.not')} (${conditionWords(condition.not, reader)})`;
  if ('policy' in condition) return messageOf(catalogue, `rubrics.half.${condition.is}`);
  if ('field' in condition) {
    const values = condition.in.map((value) => messageOf(catalogue, `rubrics.fact.${condition.field}.${value}`));
    return values.join(` ${translate(catalogue, 'rubrics.or')} `);
  }
  if ('answer' in condition && 'in' in condition) return `“${condition.answer}”: ${condition.in.join(', ')}`;
  const sign = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' }[condition.is];
  const value = String(condition.value);
  const written = locale === 'vi' ? value.split('.').join(',') : value;
  const figure =
    'answer' in condition ? `“${condition.answer}”` : messageOf(catalogue, `rubrics.measure.${condition.indicator}`);
  return `${figure} ${sign} ${written}`;
}

/** Faults with the place in words and a link to the part that has it. */
export function faultLines(
  faults: readonly Fault[],
  rubric: Rubric,
  base: string | null,
  { catalogue, locale }: Pick<RubricReader, 'catalogue' | 'locale'>,
): FaultLine[] {
  return faults.map(({ pointer, code, params }) => {
    const place = placeOf(pointer, rubric, locale);
    const part = partOf(pointer);
    return {
      place: place === '' ? translate(catalogue, 'rubrics.whole') : place,
      sentence: faultSentence(catalogue, code, params),
      href: base === null || part === null ? null : `${base}/edit/${part}`,
    };
  });
}

/** Sheet, group, criterion and line of a pointer, by their titles. */
function placeOf(pointer: string, rubric: Rubric, locale: Locale): string {
  const [, s, , g, , c] = /^\/sheets\/(\d+)(\/groups\/(\d+)(\/criteria\/(\d+))?)?/.exec(pointer) ?? [];
  const sheet = s === undefined ? undefined : rubric.sheets[Number(s)];
  const group = g === undefined ? undefined : sheet?.groups[Number(g)];
  const criterion = c === undefined ? undefined : group?.criteria[Number(c)];
  const titles = [group?.title, criterion?.title].map((title) => title?.[locale] ?? '').filter((title) => title !== '');
  return titles.length > 0 ? [...new Set(titles)].join(' · ') : (sheet?.title[locale] ?? '');
}

/** The part of a draft on whose page a place is changed; null where only a file can. */
function partOf(pointer: string): string | null {
  const [, s, , g] = /^\/sheets\/(\d+)(\/groups\/(\d+))?/.exec(pointer) ?? [];
  if (g !== undefined) return `group-${s}-${g}`;
  if (s !== undefined) return `sheet-${s}`;
  return pointer.startsWith('/yearly') ? null : 'head';
}
