import { defineErrors } from '../i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'csv.quote_open': { line: number };
    'csv.too_many_columns': { columns: number; limit: number };
  }
}

export const csvErrors = defineErrors<'csv'>({
  'csv.too_many_columns': {
    status: 422,
    vi: (p) =>
      `Tệp CSV có một dòng với ${p.columns} cột trở lên, nhiều nhất được ${p.limit}: có lẽ dấu ngăn cột không đúng, hoặc các dòng dính liền nhau. Hãy mở bằng Excel, xem lại rồi lưu lại.`,
    en: (p) =>
      `A row of the CSV file has ${p.columns} columns or more, at most ${p.limit} are allowed: the separator may be wrong, or its lines are run together. Open it in Excel, look at it and save it again.`,
  },
  'csv.quote_open': {
    status: 422,
    vi: (p) =>
      `Tệp CSV có dấu ngoặc kép mở ở khoảng dòng ${p.line} mà không đóng, nên không rõ các ô ngăn nhau ở đâu. Hãy sửa dấu ngoặc kép, hoặc mở bằng Excel rồi lưu lại.`,
    en: (p) =>
      `The CSV file has a quotation mark near line ${p.line} that is never closed, so it is not clear where its cells end. Correct it, or open the file in Excel and save it again.`,
  },
});
