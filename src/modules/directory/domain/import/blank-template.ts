import type { Locale } from '../../../../kernel/actor.ts';
import type { CellValue, LaidSheet } from '../../../../kernel/workbook.ts';
import { COMMITTEE_ITEMS } from './committee-items.ts';
import { EXAMPLE_NOTES } from './format.ts';
import type { RowContent } from './column.ts';
import { layWorkbook } from './lay-workbook.ts';
import { TEMPLATE_EXAMPLES } from './template-examples.ts';

const SPARE_ROWS = 200;

const ABOUT = {
  vi: ['Điền các trang tính theo thứ tự, rồi tải tệp lên để kiểm tra thử trước khi nhập.'],
  en: ['Fill the sheets in order, then upload the file for a trial check before it is imported.'],
};

/** What is already known about a committee, so that nobody has to type it again. */
export interface KnownCommittee {
  readonly name: string;
  readonly zone: string;
  readonly labels: Readonly<Record<string, unknown>>;
}

/** The workbook to fill in, with example rows that the import ignores. */
export function blankTemplate(locale: Locale, known: KnownCommittee | null = null): LaidSheet[] {
  const tables = Object.fromEntries(
    Object.entries(TEMPLATE_EXAMPLES).map(([name, rows]) => [
      name,
      rows.map((row) => ({ ...row, note: EXAMPLE_NOTES[locale] })),
    ]),
  );
  return layWorkbook(
    {
      committee: known ? committeeContent(known) : {},
      tables,
      about: ABOUT[locale],
      spareRows: SPARE_ROWS,
      rowStyle: 'example',
    },
    locale,
  );
}

/** The committee's sheet filled with what is known. */
export function committeeContent({ name, zone, labels }: KnownCommittee): RowContent {
  const facts: Readonly<Record<string, unknown>> = { ...labels, name, zone };
  return Object.fromEntries(
    Object.entries(COMMITTEE_ITEMS).map(([key, item]): [string, CellValue] => {
      const fact = facts[key];
      if (typeof fact === 'number') return [key, fact];
      if (typeof fact !== 'string') return [key, null];
      return [key, 'format' in item && item.format === 'day' ? { day: fact, time: null } : fact];
    }),
  );
}
