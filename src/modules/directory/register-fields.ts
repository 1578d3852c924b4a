import type { Locale } from '../../kernel/actor.ts';
import type { Columns, TableName } from './domain/import/column.ts';
import { time } from './domain/import/day-time-readers.ts';
import { TABLES } from './domain/import/format.ts';
import { monthNumbers } from './domain/import/list-readers.ts';
import { mail } from './domain/import/text-readers.ts';
import { REGISTER_FACTS, type Register } from './domain/register/register.ts';

/** A column of a register's sheet as a field of its form. */
export interface RegisterField {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** Identifies the entry; it cannot be changed later. */
  readonly isName: boolean;
  readonly control: 'text' | 'number' | 'mail' | 'day' | 'time' | 'choice' | 'months' | 'weights';
  /** The values of a fixed list. */
  readonly offers: readonly { readonly value: string; readonly label: string }[];
  /** The register whose entries it refers to. */
  readonly refersTo: TableName | null;
}

/** The fields of a register's form, from the columns of the sheet. */
export function registerFields(register: Register, locale: Locale): RegisterField[] {
  const columns: Columns = TABLES[register].columns;
  return Object.entries(columns).map(([key, column]) => ({
    key,
    label: column.header[locale],
    help: column.help[locale],
    isRequired: column.required,
    isName: REGISTER_FACTS[register].keys.includes(key),
    control: controlOf(column),
    offers: (column.offers?.vi ?? []).map((value, index) => ({
      value,
      label: column.offers?.[locale][index] ?? value,
    })),
    refersTo: column.reference?.table ?? null,
  }));
}

function controlOf(column: Columns[string]): RegisterField['control'] {
  if (column.reference?.several === true) return 'weights';
  if (column.offers !== undefined) return 'choice';
  if (column.format === 'day') return 'day';
  if (column.read === time) return 'time';
  if (column.read === mail) return 'mail';
  if (column.read === monthNumbers) return 'months';
  return column.reference === undefined && isNumeric(column) ? 'number' : 'text';
}

/** Whether the column holds numbers: its reader refuses letters as no number. */
function isNumeric({ read }: Columns[string]): boolean {
  const reading = read('a') as { readonly misread?: { readonly code: string } };
  return reading.misread?.code === 'not_a_number';
}
