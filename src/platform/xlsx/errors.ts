import { defineErrors } from '../i18n/errors.ts';

/** The format of a file that is not a workbook. */
export type OtherFormat =
  | 'text'
  | 'utf_32'
  | 'web_page'
  | 'link'
  | 'xml_2003'
  | 'xml'
  | 'json'
  | 'rich_text'
  | 'pdf'
  | 'picture'
  | 'zip'
  | 'archive'
  | 'word'
  | 'slides'
  | 'numbers'
  | 'opendocument'
  | 'binary_workbook'
  | 'unknown';

/** Which limit a file exceeds. */
export type TooLarge =
  | { readonly bytes: number; readonly limit: number }
  | { readonly rows: number; readonly limit: number; readonly sheet: string }
  /** Reading was given up after this time. */
  | { readonly seconds: number };

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'xlsx.empty': Record<string, never>;
    'xlsx.too_large': TooLarge;
    'xlsx.inflates_too_far': { limit: number };
    'xlsx.too_many_sheets': { count: number; limit: number };
    'xlsx.too_many_cells': { cells: number; limit: number };
    'xlsx.encrypted': Record<string, never>;
    'xlsx.old_format': Record<string, never>;
    'xlsx.not_a_workbook': { looksLike: OtherFormat };
    'xlsx.damaged': Record<string, never>;
  }
}

const OTHER: Record<OtherFormat, { vi: string; en: string }> = {
  text: { vi: 'tệp văn bản không có cột nào', en: 'a text without columns' },
  utf_32: { vi: 'tệp văn bản mã UTF-32', en: 'a text in UTF-32' },
  web_page: { vi: 'trang web (HTML), dù tên tệp có thể là .xls', en: 'a web page (HTML), whatever its name says' },
  link: { vi: 'một liên kết, chưa phải là tệp', en: 'a link and not the file itself' },
  xml_2003: { vi: 'bảng tính XML 2003', en: 'an XML Spreadsheet 2003' },
  xml: { vi: 'tệp XML', en: 'an XML file' },
  json: { vi: 'tệp JSON', en: 'a JSON file' },
  rich_text: { vi: 'tài liệu RTF', en: 'a rich text document' },
  pdf: { vi: 'tệp PDF', en: 'a PDF file' },
  picture: { vi: 'tệp hình ảnh', en: 'a picture' },
  zip: { vi: 'tệp nén', en: 'a zip archive' },
  archive: { vi: 'tệp nén', en: 'a compressed file' },
  word: { vi: 'tài liệu Word', en: 'a Word document' },
  slides: { vi: 'tệp trình chiếu', en: 'a presentation' },
  numbers: { vi: 'bảng tính Numbers của Apple', en: 'an Apple Numbers spreadsheet' },
  opendocument: { vi: 'tệp OpenDocument', en: 'an OpenDocument file' },
  binary_workbook: { vi: 'sổ tính nhị phân (.xlsb)', en: 'a binary workbook (.xlsb)' },
  unknown: { vi: 'tệp thuộc loại khác', en: 'a file of another kind' },
};

const megabytes = (bytes: number, decimal: ',' | '.') => `${(bytes / 1_048_576).toFixed(1).replace('.', decimal)} MB`;
const grouped = (count: number, separator: '.' | ',') => String(count).replace(/\B(?=(\d{3})+$)/g, separator);

export const xlsxErrors = defineErrors<'xlsx'>({
  'xlsx.empty': {
    status: 422,
    vi: () => 'Tệp này trống. Hãy chọn lại tệp Excel (.xlsx) có dữ liệu.',
    en: () => 'This file is empty. Please choose an Excel file (.xlsx) with data in it.',
  },
  'xlsx.too_large': {
    status: 413,
    vi: (p) => {
      if ('bytes' in p)
        return `Tệp nặng ${megabytes(p.bytes, ',')}, vượt mức ${megabytes(p.limit, ',')}. Hãy bỏ hình ảnh và các trang tính không cần thiết rồi tải lên lại.`;
      if ('rows' in p)
        return `Trang tính “${p.sheet}” kéo đến dòng ${grouped(p.rows, '.')}, tối đa là ${grouped(p.limit, '.')}. Hãy xóa các dòng thừa ở cuối hoặc chia nhỏ tệp.`;
      return `Đọc tệp quá ${p.seconds} giây mà chưa xong nên đã dừng. Hãy bỏ các dòng, trang tính không cần thiết hoặc chia nhỏ tệp.`;
    },
    en: (p) => {
      if ('bytes' in p)
        return `The file has ${megabytes(p.bytes, '.')}, more than the ${megabytes(p.limit, '.')} allowed. Remove pictures and sheets that are not needed, then upload it again.`;
      if ('rows' in p)
        return `The sheet “${p.sheet}” reaches down to row ${grouped(p.rows, ',')}; ${grouped(p.limit, ',')} are allowed. Delete surplus rows at its end, or split the file.`;
      return `Reading the file took more than ${p.seconds} seconds, so it was given up. Remove rows and sheets that are not needed, or split the file.`;
    },
  },
  'xlsx.inflates_too_far': {
    status: 413,
    vi: (p) =>
      `Khi mở ra, nội dung tệp lớn hơn ${megabytes(p.limit, ',')} nên không được nhận. Hãy chép dữ liệu sang tệp mẫu trống rồi tải lên lại.`,
    en: (p) =>
      `Once unpacked, the file holds more than ${megabytes(p.limit, '.')}, so it is refused. Copy the data into a blank template and upload that.`,
  },
  'xlsx.too_many_sheets': {
    status: 422,
    vi: (p) => `Tệp có ${p.count} trang tính, tối đa là ${p.limit}. Hãy xóa bớt các trang tính không cần thiết.`,
    en: (p) => `The file has ${p.count} sheets; ${p.limit} are allowed. Please delete those that are not needed.`,
  },
  'xlsx.too_many_cells': {
    status: 422,
    vi: (p) =>
      `Các trang tính trải rộng ${grouped(p.cells, '.')} ô, tối đa là ${grouped(p.limit, '.')}. Hãy xóa các dòng, cột thừa ở cuối hoặc chia nhỏ tệp.`,
    en: (p) =>
      `The sheets spread over ${grouped(p.cells, ',')} cells; ${grouped(p.limit, ',')} are allowed. Delete surplus rows and columns at its end, or split the file.`,
  },
  'xlsx.encrypted': {
    status: 422,
    vi: () => 'Tệp được đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi tải lên lại.',
    en: () =>
      'The file is protected by a password. Open it in Excel, remove the password (File › Info › Protect), then upload it again.',
  },
  'xlsx.old_format': {
    status: 422,
    vi: () =>
      'Tệp ở định dạng Excel cũ (.xls). Hãy mở bằng Excel, chọn Lưu thành › Sổ làm việc Excel (.xlsx) rồi tải lên lại.',
    en: () =>
      'The file is in the old Excel format (.xls). Open it in Excel, choose Save As › Excel Workbook (.xlsx), then upload it again.',
  },
  'xlsx.not_a_workbook': {
    status: 422,
    vi: (p) =>
      `Đây là ${OTHER[p.looksLike].vi}, không phải tệp Excel (.xlsx) hay CSV. Hãy dùng tệp mẫu của hệ thống và lưu dưới dạng .xlsx.`,
    en: (p) =>
      `This is ${OTHER[p.looksLike].en}, not an Excel file (.xlsx) or CSV. Please use the template and save it as .xlsx.`,
  },
  'xlsx.damaged': {
    status: 422,
    vi: () => 'Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Hãy mở thử bằng Excel, lưu lại rồi tải lên lần nữa.',
    en: () =>
      'The file is damaged or was not uploaded completely. Try to open it in Excel, save it again and upload it once more.',
  },
});
