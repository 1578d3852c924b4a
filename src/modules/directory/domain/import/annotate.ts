import {
  columnLetter,
  type CellStyle,
  type CellValue,
  type LaidCell,
  type LaidSheet,
  type Sheet,
} from '../../../../kernel/workbook.ts';
import type { Locale } from '../../../../kernel/actor.ts';
import type { ImportFault, ImportPlace } from './fault.ts';
import type { ImportQuestion } from './question.ts';
import { plainKey } from './fold.ts';
import { FAULT_SHEET } from './format.ts';

const HEADERS: Readonly<Record<Locale, readonly string[]>> = {
  vi: ['Trang tính', 'Dòng', 'Cột', 'Tiêu đề cột', 'Giá trị', 'Lỗi và cách sửa', 'Loại'],
  en: ['Sheet', 'Row', 'Column', 'Header', 'Value', 'What is wrong and what to do', 'Kind'],
};
const KINDS: Readonly<Record<Locale, { readonly fault: string; readonly question: string }>> = {
  vi: { fault: 'Lỗi', question: 'Cần xác nhận' },
  en: { fault: 'Fault', question: 'To confirm' },
};
const WIDTHS = [20, 8, 8, 26, 30, 90, 16];
const NARROWEST = 8;
const WIDEST = 60;

/** The faults and questions of a file. */
export interface ImportFindings {
  readonly faults: readonly ImportFault[];
  readonly questions: readonly ImportQuestion[];
}

/** The sentences for them. */
export interface ImportSentences {
  readonly fault: (fault: ImportFault) => string;
  readonly question: (question: ImportQuestion) => string;
}

/**
 * The user's own file with an additional first sheet that lists every fault and question, and with their cells marked.
 * It can be corrected and uploaded as it is, because the first sheet is ignored.
 */
export function annotate(
  sheets: readonly Sheet[],
  findings: ImportFindings,
  sentences: ImportSentences,
  locale: Locale,
): LaidSheet[] {
  const names = [FAULT_SHEET.name.vi, FAULT_SHEET.name.en].map(plainKey);
  const own = sheets.filter(({ name }) => !names.includes(plainKey(name)));
  return [faultSheet(findings, sentences, locale), ...own.map((sheet) => markedSheet(sheet, findings))];
}

function faultSheet({ faults, questions }: ImportFindings, sentences: ImportSentences, locale: Locale): LaidSheet {
  const header = HEADERS[locale].map((value): LaidCell => ({ value, style: 'header' }));
  const row = ({ sheet, row, column, header, value }: ImportPlace, sentence: string, kind: string): LaidCell[] =>
    [sheet, row, column, header, value, sentence, kind].map((value) => ({ value, style: 'wrapped' }));
  const { fault, question } = KINDS[locale];
  return {
    name: FAULT_SHEET.name[locale],
    rows: [
      header,
      ...faults.map((each) => row(each, sentences.fault(each), fault)),
      ...questions.map((each) => row(each, sentences.question(each), question)),
    ],
    columns: WIDTHS.map((width) => ({ width })),
    frozen: true,
  };
}

function markedSheet(sheet: Sheet, { faults, questions }: ImportFindings): LaidSheet {
  const here = <T extends ImportPlace>(places: readonly T[]) => places.filter((place) => place.sheet === sheet.name);
  const styles = new Map<string, CellStyle>();
  for (const { column, rows } of here(questions)) for (const row of rows) styles.set(`${column}${row}`, 'question');
  for (const { column, row } of here(faults)) styles.set(`${column}${row}`, 'fault');
  const spans = spansOf(sheet);
  const rows = sheet.rows.map((cells, row) =>
    cells.map((value, column): LaidCell | null => {
      const marked = styles.get(`${columnLetter(column)}${row + 1}`);
      if (value === null) return marked === undefined ? null : { value, style: marked };
      const style = marked ?? (row === 0 ? 'header' : 'body');
      const span = spans.get(`${column} ${row + 1}`);
      return {
        value,
        style,
        ...(typeof value === 'string' ? { format: 'text' } : {}),
        ...(span === undefined ? {} : { span }),
      };
    }),
  );
  return { name: sheet.name, rows, columns: widthsOf(sheet.rows), frozen: true };
}

/**
 * How far each merged cell reaches, by the place of its first cell; cells hidden by a merge that contain something are
 * shown instead.
 */
function spansOf({ rows, look }: Sheet): Map<string, { rows: number; columns: number }> {
  const spans = new Map<string, { rows: number; columns: number }>();
  for (const range of look?.merged ?? []) {
    const [first, last] = [range.rows[0], Math.min(range.rows[1], rows.length)];
    const columns = range.columns[1] - range.columns[0] + 1;
    const covered = rows.slice(first - 1, last).flatMap((cells) => cells.slice(range.columns[0], range.columns[1] + 1));
    if (covered.slice(1).every((cell) => cell === null)) {
      spans.set(`${range.columns[0]} ${first}`, { rows: last - first + 1, columns });
    }
  }
  return spans;
}

function widthsOf(rows: readonly (readonly CellValue[])[]): { width: number }[] {
  const widths: number[] = [];
  for (const cells of rows) {
    for (const [index, cell] of cells.entries()) {
      const length = typeof cell === 'string' ? cell.length + 2 : NARROWEST;
      widths[index] = Math.min(WIDEST, Math.max(widths[index] ?? NARROWEST, length));
    }
  }
  return Array.from(widths, (width) => ({ width: width }));
}
