import { type Comparison, compareRows, isActive } from '../changes/compare-rows.ts';
import { type DirectoryRows, type Row, textOf } from '../changes/import-tables.ts';
import { wantedRows } from '../changes/wanted-rows.ts';
import type { DistrictImport } from '../import/parse-district.ts';
import { REGISTER_FACTS, type Register } from './register.ts';

/** The changes that give a thing the typed values. */
export function changeTo(district: DistrictImport, current: DirectoryRows, at: Date): Comparison {
  return compareRows(wantedRows(district, current), current, at, { scope: 'additions' });
}

/**
 * The changes that put a thing out of use: archived where something may refer to it, deleted where it is a rule between
 * two things.
 */
export function changeAway(register: Register, thing: Row, current: DirectoryRows, at: Date): Comparison {
  const { table } = REGISTER_FACTS[register];
  const going = isActive(thing) ? [{ table, row: thing }] : [];
  return compareRows([], current, at, { scope: 'additions', going });
}

/** What is in use and still rests on something that is to go, by name; it has to be emptied first. */
export function membersOf(register: Register, thing: Row, current: DirectoryRows): string[] {
  const code = textOf(thing, 'code');
  const names = (rows: readonly Row[], restsOnIt: (row: Row) => boolean) =>
    rows.filter((row) => isActive(row) && restsOnIt(row)).map((row) => textOf(row, 'name'));
  const weighs = (column: string) => (row: Row) => Object.hasOwn((row[column] ?? {}) as Row, code);
  switch (register) {
    case 'departments':
      return names(current.specialists, (row) => row['department_id'] === thing['id']);
    case 'fields':
      return [...names(current.branches, weighs('weak_fields')), ...names(current.specialists, weighs('fields'))];
    case 'branchTypes':
      return names(current.branches, (row) => row['type'] === code);
    case 'branches':
    case 'specialists':
    case 'organisations':
    case 'conflicts':
      return [];
  }
}
