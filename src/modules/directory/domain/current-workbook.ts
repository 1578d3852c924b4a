import type { Locale } from '../../../kernel/actor.ts';
import type { LaidSheet } from '../../../kernel/workbook.ts';
import { type DirectoryRows, textOf } from './changes/import-tables.ts';
import { currentTables } from './current-tables.ts';
import { committeeContent, type KnownCommittee } from './import/blank-template.ts';
import { layWorkbook } from './import/lay-workbook.ts';

const ABOUT = {
  vi: [
    'Tệp này là dữ liệu đang dùng. Nhập lại nguyên vẹn thì không đổi gì; hãy sửa rồi tải lên.',
    'Lượt dự trước là các lượt đã nhập; lượt dự theo kế hoạch của hệ thống không nằm trong tệp và không bị đổi.',
  ],
  en: [
    'This file holds the data in use. Imported as it is it changes nothing; change it, then upload it.',
    'Earlier visits are those that were imported; visits of plans made here are not in the file and stay as they are.',
  ],
} as const;

/** The data in use as an import file: importing it changes nothing. */
export function currentWorkbook(rows: DirectoryRows, locale: Locale): LaidSheet[] {
  const [committee = {}] = rows.committees;
  const known = {
    name: textOf(committee, 'name'),
    zone: textOf(committee, 'time_zone'),
    labels: (committee['labels'] ?? {}) as KnownCommittee['labels'],
  };
  return layWorkbook(
    {
      committee: committeeContent(known),
      tables: currentTables(rows, locale),
      about: ABOUT[locale],
      spareRows: 0,
      rowStyle: 'body',
    },
    locale,
  );
}
