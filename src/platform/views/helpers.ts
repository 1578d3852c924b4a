import Handlebars from 'handlebars';
import type { HelperDelegate, HelperOptions } from 'handlebars';
import { type Day, dayIn, type Month, timeIn } from '../../kernel/month.ts';
import * as format from '../../kernel/format.ts';
import { messageOf, say, type Sentence } from '../i18n/messages.ts';
import type { PageContext } from './page-context.ts';

/** `data` that every template sees as `@page`. */
const page = (options: HelperOptions): PageContext => (options.data as { page: PageContext }).page;
const hash = (options: HelperOptions): Record<string, unknown> => options.hash as Record<string, unknown>;

/** A day as it is; the day of an instant in the committee's local time. */
const dayOf = (value: Day | Date, options: HelperOptions): Day =>
  value instanceof Date ? dayIn(page(options).zone, value) : value;

/**
 * All helpers of templates besides Handlebars' own `if`, `unless`, `each`, `with` and `lookup`. `within` is made by
 * Views, because it needs the partials.
 */
export const helpers = {
  /** `{{t "month.title" month=(month month)}}`: the message under a key. */
  t: (key: string, options: HelperOptions) => messageOf(page(options).catalogue, key, hash(options)),
  /** `{{tOf "visit.state" state}}`: the message under `visit.state.<state>`. */
  tOf: (prefix: string, value: string, options: HelperOptions) =>
    messageOf(page(options).catalogue, `${prefix}.${value}`, hash(options)),
  /** `{{say reason}}`: a message that the model has chosen. */
  say: (sentence: Sentence, options: HelperOptions) => say(page(options).catalogue, sentence),

  /** The plain sentences whose keys begin with one of the names, for a module that says them: `(textsOf "desk")`. */
  textsOf: (...args: unknown[]) => {
    const names = args.slice(0, -1);
    const { catalogue } = page(args.at(-1) as HelperOptions);
    return Object.fromEntries(
      Object.entries(catalogue).filter(
        ([key, text]) => typeof text === 'string' && names.some((name) => key.startsWith(`${String(name)}.`)),
      ),
    );
  },
  /** Data for a module, as the content of `<script type="application/json">`, which no text in it can end. */
  json: (value: unknown) => new Handlebars.SafeString(JSON.stringify(value).replaceAll('<', '\\u003c')),

  date: (value: Day | Date, options: HelperOptions) => format.formatDate(page(options).locale, dayOf(value, options)),
  /** A day without its year. */
  dayMonth: (value: Day | Date, options: HelperOptions) =>
    format.formatShortDate(page(options).locale, dayOf(value, options)),
  /** The number of the day in its month, two digits. */
  dayNumber: (value: Day) => value.slice(8),
  /** A day as a field holds it. */
  dayInField: (value: string) => format.dayInField(value),
  weekday: (value: Day | Date, options: HelperOptions) =>
    format.formatWeekday(page(options).locale, dayOf(value, options)),
  shortWeekday: (value: Day | Date, options: HelperOptions) =>
    format.formatShortWeekday(page(options).locale, dayOf(value, options)),
  month: (value: Month, options: HelperOptions) => format.formatMonth(page(options).locale, value),
  /** `HH:mm` of an instant. */
  time: (value: Date, options: HelperOptions) => timeIn(page(options).zone, value),
  /** Time and date of an instant. */
  instant: (value: Date, options: HelperOptions) =>
    format.formatInstant(page(options).locale, page(options).zone, value),

  /** `{{number km digits=1}}` */
  number: (value: number, options: HelperOptions) =>
    format.formatNumber(page(options).locale, value, hash(options)['digits'] as number | undefined),
  /** A share of 1 in per cent. */
  percent: (share: number, options: HelperOptions) => format.formatPercent(page(options).locale, share),
  /** A difference with its sign. */
  acting: (by: string, onBehalfOf: string | null, options: HelperOptions) =>
    format.formatActing(page(options).locale, by, onBehalfOf),
  signed: (value: number, options: HelperOptions) => format.formatSigned(page(options).locale, value),
  /** `{{ratio covered.part covered.whole}}`: 141 / 143. */
  ratio: (part: number, whole: number, options: HelperOptions) => format.formatRatio(page(options).locale, part, whole),

  eq: (a: unknown, b: unknown) => a === b,
  gt: (a: number, b: number) => a > b,
  /** The last of its values if all of them are truthy, else false; so it can also return a value under a condition. */
  and: (...args: unknown[]) => (args.slice(0, -1).every(isTruthy) ? args.at(-2) : false),
  /** The first of its values that is truthy, else false. */
  or: (...args: unknown[]) => args.slice(0, -1).find(isTruthy) ?? false,
  not: (value: unknown) => !isTruthy(value),
  /** Whether there is a value; 0 and '' are values. */
  given: (value: unknown) => value !== null && value !== undefined,
  concat: (...args: unknown[]) => args.slice(0, -1).join(''),
  /** The texts of a list with commas between them. */
  join: (list: readonly string[]) => list.join(', '),
} satisfies Record<string, HelperDelegate>;

/** Truthy as Handlebars' own `if` defines it: an empty list is not. */
function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
