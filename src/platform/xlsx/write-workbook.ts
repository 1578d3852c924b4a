import { unzipSync, zipSync } from 'fflate';
import writeSheets, { type CellObject, type Feature, type Image } from 'write-excel-file/node';

import {
  isDateCell,
  isFormulaCell,
  isNumberCell,
  type CellFormat,
  type CellStyle,
  type CellValue,
  type LaidCell,
  type LaidSheet,
  type DateCell,
  type NumberCell,
} from '../../kernel/workbook.ts';
import { withDropDowns } from './drop-downs.ts';
import { guarded } from './formula-guard.ts';
import { withPrintedHeads, withPrintSetup } from './print-setup.ts';

type FileContent = Image['content'];
type Look = Omit<CellObject, 'value' | 'type' | 'format'>;

const DAY_MS = 86_400_000;
const FONT = { fontFamily: 'Times New Roman', fontSize: 12 };
const INK = '#1d2a33';
const HEADING = {
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'center',
  borderColor: '#b9c7cb',
  borderStyle: 'thin',
} as const;

const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { fontWeight: 'bold', fontSize: 18, textColor: '#0b5c6b' },
  subtitle: { fontWeight: 'bold', fontSize: 13, textColor: '#0b5c6b' },
  header: { ...HEADING, backgroundColor: '#e3eef0', textColor: INK },
  required: { ...HEADING, backgroundColor: '#0b5c6b', textColor: '#ffffff' },
  body: {},
  wrapped: { wrap: true, alignVertical: 'top' },
  example: { fontStyle: 'italic', textColor: '#5d6b73', backgroundColor: '#f3f5f6' },
  fault: { wrap: true, alignVertical: 'top', backgroundColor: '#fbeceb' },
  question: { wrap: true, alignVertical: 'top', backgroundColor: '#fdf3dc' },
};

const FORMATS: Readonly<Record<Exclude<CellFormat, 'general'>, string>> = {
  text: '@',
  day: 'dd/mm/yyyy',
  time: 'hh:mm',
  day_time: 'dd/mm/yyyy hh:mm',
};

/** Writes an .xlsx file; the same sheets always give the same bytes, on every machine. */
export async function writeWorkbook(sheets: readonly LaidSheet[]): Promise<Uint8Array> {
  const additions: Feature<FileContent> = {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const { dropDowns = [], print } = sheets[sheetIndex] ?? {};
            return withPrintSetup(withDropDowns(xml, dropDowns), print);
          },
        },
        'xl/workbook.xml': { transform: (xml) => withPrintedHeads(xml, sheets) },
      },
    },
  };
  const file = writeSheets(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: sheet.rows.map((row) => row.map(cellOf)),
      columns: (sheet.columns ?? []).map(({ width }) => (width === undefined ? {} : { width })),
      ...(sheet.frozen === true ? { stickyRowsCount: sheet.headRow ?? 1, stickyColumnsCount: 1 } : {}),
    })),
    { ...FONT, features: [additions] },
  );
  return sealed(await file.toBuffer());
}

function cellOf(cell: LaidCell | null): CellObject | null {
  if (cell === null) return null;
  const { rows = 1, columns = 1 } = cell.span ?? {};
  return {
    ...plainCellOf(cell),
    ...(rows > 1 ? { rowSpan: rows } : {}),
    ...(columns > 1 ? { columnSpan: columns } : {}),
  };
}

function plainCellOf(cell: LaidCell): CellObject {
  const look = LOOKS[cell.style ?? 'body'];
  if (isNumberCell(cell.value)) {
    return { ...look, value: cell.value.number, type: Number, format: cell.value.format };
  }
  const format = isDateCell(cell.value) ? formatOf(cell.value) : (cell.format ?? 'general');
  // A text in a column of dates stays a text; the date format is only for empty cells.
  const isPlain = format === 'general' || (typeof cell.value === 'string' && format !== 'text');
  return {
    ...look,
    ...contentOf(cell.value, format),
    ...(isPlain ? {} : { format: FORMATS[format] }),
  };
}

function contentOf(value: Exclude<CellValue, NumberCell>, format: CellFormat): Pick<CellObject, 'value' | 'type'> {
  if (isFormulaCell(value)) return { value: guarded(`=${value.formula}`), type: String };
  if (value === null) return { type: format === 'text' ? String : Number };
  if (typeof value === 'string') return { value: guarded(value), type: String };
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  const time = value.time === null ? 0 : Date.parse(`1970-01-01T${value.time}Z`);
  if (value.day === null) return { value: time / DAY_MS, type: Number };
  return { value: new Date(Date.parse(value.day) + time), type: Date };
}

function formatOf({ day, time }: DateCell): CellFormat {
  return day === null ? 'time' : time === null ? 'day' : 'day_time';
}

/** A zip archive contains the time of its making; a fixed time and a fixed order of parts make archives comparable. */
function sealed(file: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(file)).sort(([a], [b]) => (a < b ? -1 : 1));
  // The archive stores this date in local time, so a local date is used: the bytes then do not depend on the zone.
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: new Date(1980, 0, 1) });
}
