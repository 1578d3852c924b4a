import type { Locale } from '../../../../kernel/actor.ts';
import type { Columns } from './column.ts';
import { COMMITTEE_ITEMS } from './committee-items.ts';
import { COMMITTEE_SHEET, TABLE_NAMES, TABLES } from './format.ts';

/** A sheet that planning needs, and its columns that must be filled. */
export interface NeededSheet {
  readonly sheet: string;
  readonly columns: readonly string[];
}

/** What a committee needs to start with; everything else may stay empty or come later. */
export function minimumToBegin(locale: Locale): NeededSheet[] {
  const needed = (columns: Columns) =>
    Object.values(columns).flatMap(({ required, header }) => (required ? [header[locale]] : []));
  return [
    { sheet: COMMITTEE_SHEET.name[locale], columns: needed(COMMITTEE_ITEMS) },
    ...TABLE_NAMES.filter((name) => TABLES[name].required).map((name) => ({
      sheet: TABLES[name].name[locale],
      columns: needed(TABLES[name].columns),
    })),
  ];
}
