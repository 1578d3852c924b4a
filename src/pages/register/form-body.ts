import { addDays, writtenDay } from '../../kernel/month.ts';
import { dayInField } from '../../kernel/format.ts';
import type { Register, TypedRow } from '../../modules/directory/index.ts';
import { FORM_SECTIONS, VERSION_KEYS } from './form-sections.ts';

export type FormBody = Readonly<Record<string, unknown>>;

const LONGEST = 4_000;
const MOST_VERSIONS = 50;

/** The data of a form as rows of texts by the keys of the sheet's columns. */
export function typedIn(register: Register, body: FormBody): TypedRow[] {
  const sent = listOf(body['rows']).slice(0, MOST_VERSIONS);
  if (register === 'organisations') return versionsIn(sent);
  return [rowOf(sent[0] ?? {}, keysOf(register))];
}

/**
 * The names of an organisation. Blank ones are ignored and ticked ones removed; where a new name states its first day,
 * the name before it ends the day before, unless its own end was typed.
 */
function versionsIn(sent: readonly FormBody[]): TypedRow[] {
  const [first = {}] = sent;
  const common = rowOf(first, ['code', 'kind']);
  const rows = sent
    .filter((row) => row['remove'] !== 'yes')
    .map((row) => rowOf(row, VERSION_KEYS))
    .filter((row, index) => index === 0 || VERSION_KEYS.some((key) => (row[key] ?? '') !== ''));
  return rows.map((row, index) => {
    const next = writtenDay(rows[index + 1]?.['validFrom'] ?? '');
    const isOpen = (row['validTo'] ?? '') === '' && next !== null;
    return { ...row, ...common, ...(isOpen && { validTo: dayInField(addDays(next, -1)) }) };
  });
}

function keysOf(register: Register): string[] {
  return FORM_SECTIONS[register].flatMap(({ keys }) => keys);
}

function rowOf(row: FormBody, keys: readonly string[]): TypedRow {
  return Object.fromEntries(keys.map((key) => [key, textOf(row[key])]));
}

/** Ticked months are a list; weights of fields are keyed by the field's code. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim().slice(0, LONGEST);
  if (Array.isArray(value))
    return value
      .filter((item) => typeof item === 'string')
      .join('; ')
      .slice(0, LONGEST);
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .flatMap(([code, weight]) =>
      typeof weight === 'string' && weight.trim() !== '' ? [`${code}: ${weight.trim()}`] : [],
    )
    .join('; ')
    .slice(0, LONGEST);
}

/** The weight of each code in `KT: 0,9; MT`. */
export function weightsIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(';').flatMap((item) => {
      const [code = '', ...weight] = item.split(':');
      return code.trim() === '' ? [] : [[code.trim(), weight.join(':').trim() || '1'] as const];
    }),
  );
}

function listOf(value: unknown): FormBody[] {
  const items: unknown[] =
    typeof value === 'object' && value !== null ? Object.values(value as Record<string, unknown>) : [];
  return items.filter((item): item is FormBody => typeof item === 'object' && item !== null);
}
