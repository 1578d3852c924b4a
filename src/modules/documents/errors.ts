import type { NoFacts } from '../../kernel/domain-error.ts';
import { formatDate, formatNumber } from '../../kernel/format.ts';
import type { Day } from '../../kernel/month.ts';
import type { DocumentRef } from '../../kernel/id.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    /** The renderer ended or hung twice in a row. */
    'document.not_rendered': { format: 'pdf' | 'docx' };
    'document.copy_missing': NoFacts;
    'document.copy_empty': NoFacts;
    'document.copy_large': { megabytes: number };
    'document.copy_kind': NoFacts;
    'register.document_not_found': { documentId: DocumentRef };
    'register.number_wrong': { most: number };
    'register.number_taken': { symbol: string; issuedOn: Day };
  }
}

export const documentErrors = defineErrors<'document' | 'register'>({
  'document.not_rendered': {
    status: 503,
    vi: ({ format }) =>
      `Chưa tạo được tệp ${format.toUpperCase()}. Dữ liệu vẫn còn nguyên: hãy thử lại sau ít phút; nếu vẫn không được, báo quản trị viên.`,
    en: ({ format }) =>
      `The ${format.toUpperCase()} file could not be made. Nothing is lost: try again in a few minutes; if it fails again, tell the administrator.`,
  },
  'document.copy_missing': {
    status: 422,
    vi: () => 'Chưa chọn tệp. Hãy chọn bản ký đã quét (PDF, JPEG hoặc PNG) rồi tải lên.',
    en: () => 'No file was chosen. Choose the scan (PDF, JPEG or PNG), then upload it.',
  },
  'document.copy_empty': {
    status: 422,
    vi: () => 'Tệp này rỗng. Hãy mở thử tệp trên máy, quét lại nếu cần, rồi tải lên.',
    en: () => 'This file is empty. Open it on your computer, scan again if needed, then upload it.',
  },
  'document.copy_large': {
    status: 413,
    vi: ({ megabytes }) => `Tệp lớn hơn ${megabytes} MB. Hãy quét ở độ phân giải thấp hơn (200 dpi là đủ) rồi tải lên.`,
    en: ({ megabytes }) =>
      `The file is larger than ${megabytes} MB. Scan at a lower resolution (200 dpi), then upload it.`,
  },
  'document.copy_kind': {
    status: 415,
    vi: () => 'Tệp này không phải PDF, JPEG hay PNG, dù tên tệp là gì. Hãy quét hoặc lưu thành một trong ba loại đó.',
    en: () => 'This file is no PDF, JPEG or PNG, whatever it is called. Scan or save it as one of these.',
  },
  'register.number_wrong': {
    status: 422,
    vi: ({ most }) =>
      `Số văn bản là số nguyên từ 1 đến ${formatNumber('vi', most)}, chỉ ghi chữ số, không ghi ký hiệu. Để trống thì hệ thống lấy số kế tiếp.`,
    en: ({ most }) =>
      `The number is a whole number from 1 to ${formatNumber('en', most)}, in digits alone, without the symbol. Left empty, the next one is taken.`,
  },
  'register.number_taken': {
    status: 409,
    vi: ({ symbol, issuedOn }) =>
      `Số này đã cấp cho văn bản ${symbol}, ngày ${formatDate('vi', issuedOn)}. Hãy xem lại sổ văn bản rồi ghi số khác.`,
    en: ({ symbol, issuedOn }) =>
      `This number was given to ${symbol}, ${formatDate('en', issuedOn)}. Look at the register, then enter another one.`,
  },
  'register.document_not_found': {
    status: 404,
    vi: () => 'Không có văn bản này trong sổ văn bản của cấp ủy.',
    en: () => 'There is no such document in this committee’s register.',
  },
});
