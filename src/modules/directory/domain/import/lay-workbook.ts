import type { Locale } from '../../../../kernel/actor.ts';
import type { CellFormat, CellStyle, DropDown, LaidCell, LaidSheet } from '../../../../kernel/workbook.ts';
import type { Column, Columns, RowContent, TableName } from './column.ts';
import { COMMITTEE_COLUMNS } from './committee.ts';
import { COMMITTEE_ITEMS } from './committee-items.ts';
import { COMMITTEE_SHEET, NOTE_HEADER, TABLE_NAMES, TABLES } from './format.ts';
import { guideSheet } from './guide-sheet.ts';

export interface WorkbookContent {
  readonly committee: RowContent;
  readonly tables: Readonly<Partial<Record<TableName, readonly RowContent[]>>>;
  /** Lines of the first sheet about this file in particular. */
  readonly about: readonly string[];
  /** Number of empty rows formatted for input: codes as text, dates as dates. */
  readonly spareRows: number;
  readonly rowStyle: CellStyle;
}

const NOTE_WIDTH = 34;
const LAST_OFFERED_ROW = 2_000;

/** An import file in the format of the template: the guide first, then one sheet per kind of row. */
export function layWorkbook(content: WorkbookContent, locale: Locale): LaidSheet[] {
  return [
    guideSheet(content.about, locale),
    committeeSheet(content, locale),
    ...TABLE_NAMES.map((name) => tableSheet(name, content, locale)),
  ];
}

function committeeSheet({ committee, rowStyle }: WorkbookContent, locale: Locale): LaidSheet {
  const headers = Object.values(COMMITTEE_COLUMNS);
  const items: Columns = COMMITTEE_ITEMS;
  const rows = Object.entries(items).map(([key, item]): LaidCell[] => [
    { value: item.header[locale], style: item.required ? 'required' : 'header' },
    { value: committee[key] ?? null, style: rowStyle, format: formatOf(item) },
    { value: item.help[locale] },
  ]);
  return {
    name: COMMITTEE_SHEET.name[locale],
    rows: [headers.map(({ header }): LaidCell => ({ value: header[locale], style: 'header' })), ...rows],
    columns: headers.map(({ width = 14 }) => ({ width })),
    frozen: true,
  };
}

function tableSheet(name: TableName, content: WorkbookContent, locale: Locale): LaidSheet {
  const columns: [string, Column<unknown>][] = Object.entries(TABLES[name].columns as Columns);
  const header = columns.map(([, column]): LaidCell => ({
    value: column.header[locale],
    style: column.required ? 'required' : 'header',
  }));
  const rows = (content.tables[name] ?? []).map((row): LaidCell[] => [
    ...columns.map(([key, column]): LaidCell => ({
      value: row[key] ?? null,
      style: content.rowStyle,
      format: formatOf(column),
    })),
    { value: row['note'] ?? null, style: content.rowStyle },
  ]);
  const spare = Array.from({ length: content.spareRows }, () =>
    columns.map(([, column]): LaidCell => ({ value: null, format: formatOf(column) })),
  );
  return {
    name: TABLES[name].name[locale],
    rows: [[...header, { value: NOTE_HEADER[locale], style: 'header' }], ...rows, ...spare],
    columns: [...columns.map(([, { width = 14 }]) => ({ width })), { width: NOTE_WIDTH }],
    frozen: true,
    dropDowns: columns.flatMap(([, column], index) => dropDownOf(column, index, locale)),
  };
}

function formatOf(column: Column<unknown>): CellFormat {
  return column.format ?? 'general';
}

function dropDownOf({ offers, reference }: Column<unknown>, column: number, locale: Locale): DropDown[] {
  const rows = [2, LAST_OFFERED_ROW] as const;
  // A list offers a single choice, so columns with several codes per cell have none.
  if (reference !== undefined && !reference.several) {
    const { name, columns } = TABLES[reference.table];
    const choices = { sheet: name[locale], column: Object.keys(columns).indexOf('code'), rows };
    return [{ column, rows, choices }];
  }
  return offers === undefined ? [] : [{ column, rows, choices: offers[locale] }];
}
