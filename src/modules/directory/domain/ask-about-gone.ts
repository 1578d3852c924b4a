import type { Month } from '../../../kernel/month.ts';
import type { Comparison, RowChange } from './changes/compare-rows.ts';
import { isActive } from './changes/compare-rows.ts';
import { type DirectoryRows, type Row, textOf } from './changes/import-tables.ts';
import { textKey } from './import/fold.ts';
import { TABLES } from './import/format.ts';
import { AS_READ, type ImportQuestion, questionAbout, type Renamed } from './import/question.ts';

/** Registers whose rows go out of use when a file no longer contains them. */
const REGISTERS = ['branches', 'specialists', 'departments'] as const;
type Register = (typeof REGISTERS)[number];

/** From this many rows on, the number itself has to be typed, so that nobody confirms by habit. */
const MANY_ROWS = 10;
const MANY_SHARE = 0.1;
const NAMED = 20;

/** Visits and meetings ahead that refer to what goes out of use. */
export interface Hit {
  readonly month: Month;
  /** Meetings of branches that go out of use. */
  readonly meetings: number;
  /** Published visits of people, or to branches, that go out of use. */
  readonly visits: number;
  /** The people whose visits these are. */
  readonly people: readonly string[];
}

/** What goes out of use, by the ids of rows. */
export interface Gone {
  readonly branches: readonly Row[];
  readonly specialists: readonly Row[];
  readonly departments: readonly Row[];
}

export function goneIn({ changes }: Pick<Comparison, 'changes'>): Gone {
  const of = (register: Register) => changes.flatMap((change) => (change.table === register ? goneRow(change) : []));
  return { branches: of('branches'), specialists: of('specialists'), departments: of('departments') };
}

function goneRow({ before, after }: RowChange): Row[] {
  return before !== null && isActive(before) && (after === null || !isActive(after)) ? [before] : [];
}

/**
 * Asks whether rows may go out of use: a file often contains only a part of the directory, and a new code need not mean
 * a new person.
 */
export function askAboutGone(comparison: Comparison, current: DirectoryRows, hits: readonly Hit[]): ImportQuestion[] {
  const gone = goneIn(comparison);
  const total = REGISTERS.reduce((sum, register) => sum + gone[register].length, 0);
  if (total === 0) return [];
  const isMuch =
    total > MANY_ROWS ||
    REGISTERS.some((register) => gone[register].length > MANY_SHARE * current[register].filter(isActive).length);
  const first = REGISTERS.find((register) => gone[register].length > 0) ?? 'branches';
  const sheet = TABLES[first].name.vi;
  const names = REGISTERS.flatMap((register) => gone[register].map(calledIn));
  return [
    questionAbout(
      { sheet },
      'archives',
      {
        total,
        counts: REGISTERS.map((register) => ({ register, count: gone[register].length })).filter(
          ({ count }) => count > 0,
        ),
        names: names.slice(0, NAMED),
        isTyped: isMuch,
      },
      isMuch ? [String(total)] : [AS_READ],
    ),
    ...(hits.length > 0 ? [questionAbout({ sheet }, 'archives_duties', { hits })] : []),
    ...(['branches', 'specialists'] as const).flatMap((register) => renamed(register, gone, comparison)),
  ];
}

/** Asks about people in use who lose their mail address, and with it the way in: what is left is a telephone number. */
export function askAboutLostAddresses({ changes }: Pick<Comparison, 'changes'>): ImportQuestion[] {
  const names = changes.flatMap(({ table, before, after }) => {
    if (table !== 'specialists' || before === null || after === null || !isActive(before) || !isActive(after))
      return [];
    return textOf(before, 'email') !== '' && textOf(after, 'email') === '' ? [textOf(after, 'name')] : [];
  });
  if (names.length === 0) return [];
  const params = { names: names.slice(0, NAMED), total: names.length };
  return [questionAbout({ sheet: TABLES.specialists.name.vi }, 'addresses_gone', params)];
}

/** The same name under another code: the row that goes and the row that comes are probably the same thing. */
function renamed(register: 'branches' | 'specialists', gone: Gone, { changes }: Comparison): ImportQuestion[] {
  const came = new Map(
    changes.flatMap(({ table, before, after }) =>
      table === register && before === null && after !== null ? [[textKey(textOf(after, 'name')), after] as const] : [],
    ),
  );
  const examples = gone[register].flatMap((row): Renamed[] => {
    const other = came.get(textKey(textOf(row, 'name')));
    return other ? [{ name: textOf(row, 'name'), from: textOf(row, 'code'), to: textOf(other, 'code') }] : [];
  });
  if (examples.length === 0) return [];
  const params = { examples: examples.slice(0, NAMED), count: examples.length };
  return [questionAbout({ sheet: TABLES[register].name.vi }, 'code_changed', params)];
}

function calledIn(row: Row): string {
  return `${textOf(row, 'code')} ${textOf(row, 'name')}`;
}
