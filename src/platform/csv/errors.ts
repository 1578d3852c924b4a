import { defineErrors } from '../i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'csv.quote_open': { line: number };
  }
}

export const csvErrors = defineErrors<'csv'>({
  'csv.quote_open': {
    status: 422,
    vi: (p) =>
      `Tệp CSV có dấu ngoặc kép mở ở khoảng dòng ${p.line} mà không đóng, nên không rõ các ô ngăn nhau ở đâu. Hãy sửa dấu ngoặc kép, hoặc mở bằng Excel rồi lưu lại.`,
    en: (p) =>
      `The CSV file has a quotation mark near line ${p.line} that is never closed, so it is not clear where its cells end. Correct it, or open the file in Excel and save it again.`,
  },
});
