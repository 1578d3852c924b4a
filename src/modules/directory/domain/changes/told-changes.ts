import { canonicalJson } from '../../../../kernel/canonical-json.ts';
import { addDays, type Day } from '../../../../kernel/month.ts';
import { COLUMN_KEYS } from './column-keys.ts';
import type { Comparison, RowChange } from './compare-rows.ts';
import { type ImportKind, type ImportTable, type Json, type Row, tableFacts, textOf } from './import-tables.ts';
import { ALWAYS } from './wanted-rows.ts';

export type ToldValue = string | number | boolean | null;

/** A changed cell; `key` is that of the sheet's column. */
export interface ToldField {
  readonly key: string;
  readonly from: ToldValue;
  readonly to: ToldValue;
}

/** Something that an import adds, changes or puts out of use, as shown to a reader. */
export interface ToldChange {
  readonly kind: ImportKind;
  /** Its code, or what takes the place of one. */
  readonly subject: string;
  readonly name: string | null;
  readonly outcome: 'added' | 'changed' | 'removed';
  /** The differences, where it is changed. */
  readonly fields: readonly ToldField[];
}

const OF_A_KIND = 20;
const COMMITTEE_KEYS = { name: 'name', time_zone: 'zone' };

/** The first changes of each kind and outcome. */
export function toldChanges({ changes, codes }: Pick<Comparison, 'changes' | 'codes'>): ToldChange[] {
  const told = new Map<string, ToldChange>();
  const counts = new Map<string, number>();
  const outcomes = new Map<string, ToldChange['outcome']>();
  for (const change of changes) {
    const { kind } = tableFacts(change.table);
    const key = `${kind}\n${change.subject}`;
    // The names of an organisation that is new are part of what is new about it, whether it is listed or not.
    const outcome = outcomes.get(key) ?? outcomeOf(change);
    outcomes.set(key, outcome);
    const known = told.get(key);
    if (known) {
      // An organisation is its row and its names: changes of both are shown as one.
      if (known.outcome === 'changed')
        told.set(key, { ...known, fields: [...known.fields, ...fieldsOf(change, codes)] });
      continue;
    }
    const count = counts.get(`${kind}\n${outcome}`) ?? 0;
    if (count >= OF_A_KIND) continue;
    counts.set(`${kind}\n${outcome}`, count + 1);
    told.set(key, {
      kind,
      subject: change.subject,
      name: nameOf(change),
      outcome,
      fields: outcome === 'changed' ? fieldsOf(change, codes) : [],
    });
  }
  return [...told.values()];
}

function outcomeOf({ table, before, after }: RowChange): ToldChange['outcome'] {
  if (table === 'organisation_versions') return 'changed';
  if (before === null) return 'added';
  const isGone = after === null || ('archived_at' in after && after['archived_at'] !== null);
  return isGone ? 'removed' : 'changed';
}

function nameOf({ before, after }: RowChange): string | null {
  const name = textOf(before ?? after ?? {}, 'name');
  return name === '' ? null : name;
}

function fieldsOf({ table, before, after }: RowChange, codes: ReadonlyMap<string, string>): ToldField[] {
  const columns = table === 'committees' ? COMMITTEE_KEYS : (COLUMN_KEYS[table]?.columns ?? {});
  const values = new Map<string, ToldField>();
  for (const [column, key] of Object.entries(columns)) {
    // A cell that fills one of two columns is told once: a day of the month that becomes a weekday.
    const other = values.get(key);
    const from = other?.from ?? valueIn(table, before, column, codes);
    values.set(key, { key, from, to: other?.to ?? valueIn(table, after, column, codes) });
  }
  const own = [...values.values()].filter(({ from, to }) => canonicalJson(from) !== canonicalJson(to));
  return table === 'committees' ? [...own, ...labelsOf(before, after)] : own;
}

/** The committee keeps most of its items in one JSON column. */
function labelsOf(before: Row | null, after: Row | null): ToldField[] {
  const [from, to] = [before, after].map((row) => (row?.['labels'] ?? {}) as Readonly<Record<string, Json>>);
  const keys = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])];
  return keys.flatMap((key): ToldField[] => {
    const [one, other] = [plain(from?.[key] ?? null), plain(to?.[key] ?? null)];
    return one === other ? [] : [{ key, from: one, to: other }];
  });
}

function valueIn(table: ImportTable, row: Row | null, column: string, codes: ReadonlyMap<string, string>): ToldValue {
  const value = row?.[column] ?? null;
  if (column.endsWith('_id') && typeof value === 'string') return codes.get(value) ?? value;
  // Stored as the first day after the period, shown as its last day.
  if (column.endsWith('_before') && typeof value === 'string') return addDays(value as Day, -1);
  if (column === 'valid_from' && value === ALWAYS) return null;
  if (table === 'visits' && column === 'score' && typeof value === 'number') return value / 100;
  return plain(value);
}

function plain(value: Json): ToldValue {
  if (value === '' || value === null) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join('; ');
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value as Readonly<Record<string, number>>);
  return entries.length === 0 ? null : entries.map(([code, weight]) => `${code}: ${weight}`).join('; ');
}
