import type { Locale } from '../../kernel/actor.ts';
import { type ImportQuestion, type ImportQuestionCode, kindOf } from './domain/import/question.ts';

/** What the two answers of a question with two readings are called. */
export interface ReadingNames {
  readonly asRead: string;
  readonly other: string;
}

const names = (asRead: string, other: string): ReadingNames => ({ asRead, other });
const ROWS = {
  vi: names('Nhập cả các dòng này', 'Bỏ qua các dòng này'),
  en: names('Import these rows as well', 'Leave these rows out'),
};
const NAMES: Readonly<Partial<Record<ImportQuestionCode, Readonly<Record<Locale, ReadingNames>>>>> = {
  rows_hidden: ROWS,
  rows_struck: ROWS,
  cells_struck: {
    vi: names('Nhập cả chữ bị gạch', 'Chỉ nhập phần không bị gạch'),
    en: names('Import what is crossed out as well', 'Import only what is not crossed out'),
  },
  example_changed: ROWS,
  findings_repeated: ROWS,
  letters_garbled: {
    vi: names('Nhập chữ đã đọc lại', 'Giữ như trong tệp'),
    en: names('Import the letters as they were read', 'Keep them as in the file'),
  },
  points_as_share: {
    vi: names('Giữ số điểm như đã ghi', 'Đọc là tỷ lệ'),
    en: names('Keep the points as written', 'Read them as shares'),
  },
  points_of_ten: {
    vi: names('Giữ số điểm như đã ghi', 'Đọc là điểm thang 10'),
    en: names('Keep the points as written', 'Read them as points of ten'),
  },
  placeholder: {
    vi: names('Giữ như đã ghi', 'Coi là ô trống'),
    en: names('Keep it as written', 'Take it as empty'),
  },
  mail_unlikely: {
    vi: names('Giữ địa chỉ như đã ghi', 'Dùng địa chỉ có lẽ đúng'),
    en: names('Keep the addresses as written', 'Use the addresses that are probably right'),
  },
  days_swapped: {
    vi: names('Giữ ngày như đang hiện', 'Đổi chỗ ngày và tháng'),
    en: names('Keep the days as they show', 'Swap day and month'),
  },
  days_ambiguous: {
    vi: names('Ngày trước, tháng sau', 'Tháng trước, ngày sau'),
    en: names('Day first, then month', 'Month first, then day'),
  },
};
const ANY = {
  vi: names('Đúng như đã đọc', 'Đọc theo cách khác nêu trên'),
  en: names('As it was read', 'In the other way named above'),
};

/** Null for a question that has no two readings. */
export function readingNames(question: ImportQuestion, locale: Locale): ReadingNames | null {
  return kindOf(question) === 'readings' ? (NAMES[question.code] ?? ANY)[locale] : null;
}
