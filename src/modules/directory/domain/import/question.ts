import type { Month } from '../../../../kernel/month.ts';
import { contentHash } from '../../../../kernel/canonical-json.ts';
import type { TableName } from './column.ts';
import type { Encoding } from './csv/encodings.ts';
import type { ImportPlace } from './fault.ts';
import type { Garbling } from './old-fonts.ts';

/** Everything in a file that may be right or a mistake, by code, with the facts for its sentence. */
export interface ImportQuestionParams {
  csv_encoding: { encoding: Encoding; sample: string };
  csv_table: { fits: readonly TableName[] };
  zone_unusual: { zone: string };
  named_as_worked: { name: string };
  worked_on_workday: { day: string };
  rows_hidden: { rows: string; count: number; filtered: boolean };
  rows_struck: { rows: string; count: number };
  cells_struck: { at: string; text: string; left: string | null };
  cells_unseen: { cells: readonly string[]; count: number };
  column_hidden: { count: number };
  sheet_hidden: { rows: number };
  sheet_hidden_unknown: Record<string, never>;
  example_changed: { rows: string };
  number_as_text: { example: string };
  letters_strange: { example: string };
  serial_day: { example: string };
  day_unseen: { example: string };
  number_rounded: { example: string };
  code_like_day: { example: string };
  people_several: { example: string };
  name_with_more: { example: string };
  hour_unusual: { examples: readonly { readonly at: string; readonly time: string }[] };
  placeholder: { example: string };
  placeholder_required: { example: string };
  points_of_ten: { read: number; other: number };
  points_as_share: { read: number; other: number };
  rows_beside: { examples: readonly { readonly row: number; readonly text: string }[]; count: number };
  letters_garbled: { garbling: Garbling; reading: string };
  year_implausible: { examples: readonly string[] };
  archives: {
    total: number;
    counts: readonly { readonly register: 'branches' | 'specialists' | 'departments'; readonly count: number }[];
    names: readonly string[];
    isTyped: boolean;
  };
  archives_duties: {
    hits: readonly {
      readonly month: Month;
      readonly meetings: number;
      readonly visits: number;
      readonly people: readonly string[];
    }[];
  };
  conflicts_gone: { examples: readonly { readonly person: string; readonly branch: string }[]; total: number };
  conflicts_told: { examples: readonly { readonly person: string; readonly branch: string }[]; total: number };
  addresses_gone: { names: readonly string[]; total: number };
  absence_over_duties: { examples: readonly DutyHit[]; total: number };
  holiday_over_duties: { examples: readonly DutyHit[]; total: number };
  zone_over_duties: { from: string; to: string; total: number };
  code_changed: { examples: readonly Renamed[]; count: number };
  day_in_future: { today: string };
  mail_unlikely: { examples: readonly TwoAddresses[] };
  /** The row of a finding, and the row that repeats it. */
  findings_repeated: { examples: readonly (readonly [number, number])[] };
  absence_long: { examples: readonly string[] };
  one_person: { examples: readonly Twins[] };
  one_branch: { examples: readonly Twins[] };
  place_far: { examples: readonly { readonly at: string; readonly name: string }[] };
  secretary_visits: { examples: readonly { readonly person: string; readonly branch: string }[] };
  organisation_gap: { organisation: string; from: string; to: string };
  organisation_ends: { organisation: string; to: string };
  days_swapped: { examples: readonly TwoDays[] };
  days_month_first: { examples: readonly TwoDays[] };
  days_ambiguous: { examples: readonly TwoDays[] };
}

/** A published visit that conflicts with something in the file. */
export interface DutyHit {
  readonly day: string;
  readonly name: string;
  readonly branch: string;
}

/** Something with the same name as before and another code. */
export interface Renamed {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** An address as written, and the one that was probably meant. */
export interface TwoAddresses {
  readonly at: string;
  readonly read: string;
  readonly likely: string;
}

/** Two rows that are probably the same thing. */
export interface Twins {
  readonly name: string;
  readonly codes: readonly [string, string];
  readonly rows: readonly [number, number];
}

/** A cell with the day that it is read as, and the other day that it could be. */
export interface TwoDays {
  readonly at: string;
  readonly read: string;
  readonly other: string;
}

export type ImportQuestionCode = keyof ImportQuestionParams;

/** The answer that confirms what was read. */
export const AS_READ = 'as_read';
/** The answer that chooses the other reading, which the question's sentence offers. */
export const OTHER_READING = 'other_reading';
const ONE_READING = [AS_READ] as const;
export const TWO_READINGS = [AS_READ, OTHER_READING] as const;

/** Answers by the id of the question. */
export type Answers = Readonly<Record<string, string>>;

/**
 * Something to ask rather than to refuse: an import is carried out once all its questions are answered. The sentence
 * says what was found, what confirming does, and what else can be done.
 */
export interface ImportQuestion<C extends ImportQuestionCode = ImportQuestionCode> extends ImportPlace {
  /**
   * Equal at every reading as long as the question is the same, so that an answer never applies to another question.
   */
  readonly id: string;
  readonly code: C;
  readonly params: ImportQuestionParams[C];
  /** The possible answers, the guess first: one of the readings, or the one text that has to be typed. */
  readonly accepts: readonly string[];
  /** The first rows concerned; empty where it concerns the whole sheet. */
  readonly rows: readonly number[];
  /** Number of rows concerned. */
  readonly count: number;
}

/** A question about the file or a whole sheet; other facts make it another question. */
export function questionAbout<C extends ImportQuestionCode>(
  place: Partial<ImportPlace> & { sheet: string },
  code: C,
  params: ImportQuestionParams[C],
  accepts: readonly string[] = ONE_READING,
): ImportQuestion<C> {
  const whole = { row: null, column: null, header: null, value: null, ...place };
  const { row } = whole;
  const id = idOf([whole.sheet, row, whole.column, code, params]);
  return { ...whole, id, code, params, accepts, rows: row === null ? [] : [row], count: row === null ? 0 : 1 };
}

/**
 * A question about cells of one column: asked once for all of them, with an id that does not depend on which cells they
 * are.
 */
export function questionOfColumn<C extends ImportQuestionCode>(
  place: Partial<ImportPlace> & { sheet: string },
  code: C,
  params: ImportQuestionParams[C],
  accepts: readonly string[] = ONE_READING,
): ImportQuestion<C> {
  return { ...questionAbout(place, code, params, accepts), id: idOf([place.sheet, place.column ?? null, code]) };
}

/** The answer to a question; null where there is none, or one that the question does not accept. */
export function answerTo({ id, accepts }: ImportQuestion, answers: Answers): string | null {
  const answer = Object.hasOwn(answers, id) ? answers[id]?.trim() : undefined;
  return answer !== undefined && accepts.includes(answer) ? answer : null;
}

export function unanswered(questions: readonly ImportQuestion[], answers: Answers): ImportQuestion[] {
  return questions.filter((question) => answerTo(question, answers) === null);
}

/** Whether a file is read the same with either set of answers. */
export function readAlike(questions: readonly ImportQuestion[], one: Answers, other: Answers): boolean {
  const readingOf = (question: ImportQuestion, answers: Answers) => answerTo(question, answers) ?? question.accepts[0];
  return questions.every((question) => readingOf(question, one) === readingOf(question, other));
}

/** The answers in the input of a form or a program, which is unchecked. */
export function answersIn(sent: unknown): Answers {
  if (typeof sent !== 'object' || sent === null) return {};
  return Object.fromEntries(
    Object.entries(sent).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export type QuestionKind = 'confirm' | 'readings' | 'choice' | 'typed';

/**
 * How it is answered: by a tick, by one of two readings, by a choice, or by typing a text that nobody types by habit.
 */
export function kindOf({ accepts }: ImportQuestion): QuestionKind {
  if (accepts.includes(AS_READ)) return accepts.length > 1 ? 'readings' : 'confirm';
  return accepts.length > 1 ? 'choice' : 'typed';
}

function idOf(facts: readonly unknown[]): string {
  return contentHash(facts).slice(0, 16);
}
