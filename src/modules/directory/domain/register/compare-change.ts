import { type Comparison, compareRows, isActive } from '../changes/compare-rows.ts';
import { type DirectoryRows, type Row, textOf } from '../changes/import-tables.ts';
import { wantedRows } from '../changes/wanted-rows.ts';
import type { DistrictImport } from '../import/parse-district.ts';
import { REGISTER_FACTS, type Register } from './register.ts';

/** What changes where a thing is to be as it was read. */
export function changeTo(district: DistrictImport, current: DirectoryRows, at: Date): Comparison {
  return compareRows(wantedRows(district, current), current, at, { scope: 'additions' });
}

/** What changes where a thing goes: what can be referred to is archived, a rule between two is dropped. */
export function changeAway(register: Register, thing: Row, current: DirectoryRows, at: Date): Comparison {
  const { table } = REGISTER_FACTS[register];
  const going = isActive(thing) ? [{ table, row: thing }] : [];
  return compareRows([], current, at, { scope: 'additions', going });
}

/** Who still belongs to something that is to go, as code and name; it has to be emptied first. */
export function membersOf(register: Register, thing: Row, current: DirectoryRows): string[] {
  if (register !== 'departments') return [];
  return current.specialists
    .filter((row) => isActive(row) && row['department_id'] === thing['id'])
    .map((row) => textOf(row, 'name'));
}
