import { contentHash } from '../../../../kernel/canonical-json.ts';
import { type DirectoryRows, type ImportTable, type Row, textOf } from '../changes/import-tables.ts';

/** The lists whose entries are added, changed and put out of use one by one; each is a sheet of an import file. */
export const REGISTERS = [
  'branches',
  'specialists',
  'departments',
  'organisations',
  'conflicts',
  'fields',
  'branchTypes',
] as const;
export type Register = (typeof REGISTERS)[number];

interface RegisterFacts {
  readonly table: ImportTable;
  /** Columns of the table that identify an entry in addresses. */
  readonly address: readonly string[];
  /** Keys of the sheet's columns that identify an entry to an import; a change keeps them. */
  readonly keys: readonly string[];
  /** What happens to an entry that is no longer used; null where it stays, because anything may refer to it. */
  readonly retires: 'archived' | 'removed' | null;
}

export const REGISTER_FACTS: Readonly<Record<Register, RegisterFacts>> = {
  branches: { table: 'branches', address: ['id'], keys: ['code'], retires: 'archived' },
  specialists: { table: 'specialists', address: ['id'], keys: ['code'], retires: 'archived' },
  departments: { table: 'departments', address: ['id'], keys: ['code'], retires: 'archived' },
  // An organisation ends with the last day of its last name.
  organisations: { table: 'organisations', address: ['id'], keys: ['code'], retires: null },
  conflicts: {
    table: 'conflicts_of_interest',
    address: ['specialist_id', 'branch_id'],
    keys: ['specialist', 'branch'],
    retires: 'removed',
  },
  fields: { table: 'fields', address: ['code'], keys: ['code'], retires: 'archived' },
  branchTypes: { table: 'branch_types', address: ['code'], keys: ['code'], retires: 'archived' },
};

/** Visits and findings are not registers. */
export const TABLES_OF_REGISTERS: readonly ImportTable[] = [
  'committees',
  'fields',
  'branch_types',
  'organisations',
  'organisation_versions',
  'departments',
  'branches',
  'specialists',
  'conflicts_of_interest',
];

type Names = Pick<DirectoryRows, 'organisation_versions'>;

/** The part of an address that identifies a row of a register. */
export function addressOf(register: Register, row: Row): string {
  return REGISTER_FACTS[register].address.map((column) => textOf(row, column)).join('.');
}

export function findThing(current: DirectoryRows, register: Register, address: string): Row | null {
  return current[REGISTER_FACTS[register].table].find((row) => addressOf(register, row) === address) ?? null;
}

/** The fingerprint of everything stored about an entry, by which changes by others are detected. */
export function revisionOf(current: Names, register: Register, thing: Row): number {
  return Number.parseInt(contentHash([thing, ...versionsOf(current, register, thing)]).slice(0, 7), 16);
}

/** The names of an organisation, oldest first; empty for other registers. */
export function versionsOf(current: Names, register: Register, thing: Row): Row[] {
  if (register !== 'organisations') return [];
  return current.organisation_versions
    .filter((row) => row['organisation_id'] === thing['id'])
    .sort((a, b) => (textOf(a, 'valid_from') < textOf(b, 'valid_from') ? -1 : 1));
}
