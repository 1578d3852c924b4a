import { columnLetter, type Sheet } from '../../../../kernel/workbook.ts';
import type { DirectoryRows } from '../changes/import-tables.ts';
import { COMMITTEE_ITEMS } from './committee-items.ts';
import { faultAt, type ImportFault, type ImportPlace } from './fault.ts';
import { shown } from './fault-log.ts';
import { plainKey, textKey } from './fold.ts';
import { COMMITTEE_SHEET } from './format.ts';
import type { DistrictImport } from './parse-district.ts';

/** A file of another committee would archive the whole directory, so the code must be that of the first import. */
export function checkCommittee(
  { committee }: DistrictImport,
  sheets: readonly Sheet[],
  current: DirectoryRows,
): ImportFault[] {
  const labels = current.committees[0]?.['labels'] as { readonly code?: unknown } | undefined;
  const known = labels?.code;
  if (committee === null || typeof known !== 'string' || textKey(known) === textKey(committee.code)) return [];
  return [faultAt(placeOf(committee.code, sheets), 'committee_differs', { known })];
}

function placeOf(code: string, sheets: readonly Sheet[]): ImportPlace {
  const { name, aliases } = COMMITTEE_SHEET;
  const names = [name.vi, name.en, ...aliases].map(plainKey);
  const sheet = sheets.find((each) => names.includes(plainKey(each.name)));
  const row = (sheet?.rows ?? []).findIndex((cells) => cells.some((cell) => shown(cell) === code));
  const column = (sheet?.rows[row] ?? []).findIndex((cell) => shown(cell) === code);
  return {
    sheet: sheet?.name ?? name.vi,
    row: row < 0 ? null : row + 1,
    column: column < 0 ? null : columnLetter(column),
    header: COMMITTEE_ITEMS.code.header.vi,
    value: code,
  };
}
