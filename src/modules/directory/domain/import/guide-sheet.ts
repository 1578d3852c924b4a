import type { Locale } from '../../../../kernel/actor.ts';
import type { LaidCell, LaidSheet } from '../../../../kernel/workbook.ts';
import type { Columns } from './column.ts';
import {
  COMMITTEE_SHEET,
  EXAMPLE_NOTES,
  FORMAT_VERSION,
  GUIDE_SHEET,
  NOTE_HEADER,
  TABLE_NAMES,
  TABLES,
  VERSION_MARK,
} from './format.ts';
import { minimumToBegin } from './minimum.ts';

const TITLE = { vi: 'Tệp nhập dữ liệu Giao Ban', en: 'Giao Ban import file' };
const ABOUT = { vi: 'Về tệp này', en: 'About this file' };
const HOW = { vi: 'Cách điền', en: 'How to fill it in' };
const SHEETS = { vi: 'Các trang tính và cột', en: 'Sheets and columns' };
const REQUIRED = { vi: 'bắt buộc', en: 'required' };

const MINIMUM = {
  vi: 'Tối thiểu để bắt đầu: các trang và cột sau; phần còn lại có thể để trống, bổ sung sau',
  en: 'The minimum to begin with: these sheets and columns; the rest may stay empty and come later',
};

const RULES = {
  vi: [
    'Giữ nguyên trang này và tên các trang tính. Có thể đổi thứ tự cột; cột nền đậm là bắt buộc.',
    `Cột “${NOTE_HEADER.vi}” dành cho ghi chú riêng, không được nhập. Dòng có ghi chú “${EXAMPLE_NOTES.vi}” là dòng ví dụ, không được nhập: ghi đè lên dòng đó thì xóa ghi chú này.`,
    'Ngày: dùng ô kiểu ngày, hoặc ghi đủ hai chữ số dạng 03/12/2020, hoặc 2020-12-03. Giờ: 19:30 hoặc 19h30.',
    'Số lẻ ghi sau dấu phẩy, ví dụ 87,5. Không dùng dấu ngăn hàng nghìn.',
    'Mã là văn bản (001 khác 1). Lần nhập sau, dòng có mã cũ được cập nhật, dòng có mã mới được thêm vào; ban, chi bộ, chuyên viên không còn trong tệp thì ngừng dùng.',
    'Tiêu đề cột có thể viết không dấu hoặc bằng tiếng Anh. Cột lạ được báo lỗi để không mất dữ liệu.',
    'Nếu còn một lỗi thì chưa dòng nào được nhập; tệp trả về có trang “Lỗi” chỉ rõ từng ô cần sửa.',
  ],
  en: [
    'Leave this sheet and the names of the sheets as they are. Columns may change places; dark headers are required.',
    `The column “${NOTE_HEADER.en}” is for notes of your own and is not imported. A row with the note “${EXAMPLE_NOTES.en}” is an example and not imported: delete that note when you write over the row.`,
    'Dates: a true date, or 03/12/2020 with all its zeros (day first), or 2020-12-03. Times: 19:30.',
    'Fractions after a comma, such as 87,5; no separators of thousands.',
    'Codes are text (001 is not 1). In a later import a row with a known code is updated, one with a new code is added; departments, branches and specialists that the file no longer has are archived.',
    'Headers may be Vietnamese, without diacritics, or English. An unknown column is an error, so that nothing is lost.',
    'With a single fault nothing is imported; the file that comes back has a sheet “Errors” that names each cell.',
  ],
};

/** The first sheet: what the file is, its version, how to fill it in, and what each column means. */
export function guideSheet(about: readonly string[], locale: Locale): LaidSheet {
  const line = (...cells: LaidCell[]) => cells;
  return {
    name: GUIDE_SHEET.name[locale],
    rows: [
      line({ value: TITLE[locale], style: 'title' }),
      ...about.map((value, index) => line({ value: index === 0 ? ABOUT[locale] : null }, { value, style: 'wrapped' })),
      line({ value: VERSION_MARK[locale], style: 'header' }, { value: FORMAT_VERSION, style: 'header' }),
      [],
      line({ value: HOW[locale], style: 'subtitle' }),
      ...RULES[locale].map((value, index) => line({ value: `${index + 1}.` }, { value, style: 'wrapped' })),
      [],
      line({ value: MINIMUM[locale], style: 'subtitle' }),
      ...minimumToBegin(locale).map(({ sheet, columns }) =>
        line({ value: sheet, style: 'required' }, { value: columns.join('; '), style: 'wrapped' }),
      ),
      [],
      line({ value: SHEETS[locale], style: 'subtitle' }),
      line(
        { value: COMMITTEE_SHEET.name[locale], style: 'header' },
        { value: COMMITTEE_SHEET.intro[locale], style: 'header' },
      ),
      ...TABLE_NAMES.flatMap((name) => columnsOf(name, locale)),
    ],
    columns: [{ width: 30 }, { width: 110 }],
  };
}

function columnsOf(name: keyof typeof TABLES, locale: Locale): LaidCell[][] {
  const columns: Columns = TABLES[name].columns;
  return [
    [
      { value: TABLES[name].name[locale], style: 'header' },
      { value: TABLES[name].intro[locale], style: 'header' },
    ],
    ...Object.values(columns).map((column): LaidCell[] => [
      { value: column.header[locale], style: 'wrapped' },
      {
        value: column.required ? `${column.help[locale]} (${REQUIRED[locale]})` : column.help[locale],
        style: 'wrapped',
      },
    ]),
  ];
}
