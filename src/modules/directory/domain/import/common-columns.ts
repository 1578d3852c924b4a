import { required, type Bilingual } from './column.ts';
import { coordinate } from './number-readers.ts';
import { code, text, type Choices } from './text-readers.ts';

/** The range of Vietnam with its islands: a place outside it is a mistake, mostly latitude and longitude swapped. */
export const latitude = coordinate(7, 24);
export const longitude = coordinate(101, 118);

export const YES_NO = { vi: ['có', 'không'], en: ['yes', 'no'] };
export const offersOf = (choices: Choices<string>) => ({
  vi: Object.values(choices).map(([vi]) => vi),
  en: Object.values(choices).map(([, en]) => en),
});

const codeHelp: Bilingual = {
  vi: 'Không trùng trong trang tính, không có dấu cách, tối đa 40 ký tự. Đừng đổi mã ở lần nhập sau: hệ thống nhận ra dòng cũ nhờ mã.',
  en: 'Unique in the sheet, without blanks, at most 40 characters. Keep it in later imports: the system knows the row by it.',
};

export const codeColumn = (vi: string, en: string, ...aliases: string[]) =>
  required(code, {
    header: { vi, en },
    aliases: ['Mã', 'Code', ...aliases],
    help: codeHelp,
    format: 'text',
    width: 14,
  });
export const nameColumn = (vi: string, en: string, ...aliases: string[]) =>
  required(text(), {
    header: { vi, en },
    aliases: ['Tên', 'Tên gọi', 'Name', ...aliases],
    help: { vi: 'Tên đầy đủ.', en: 'The full name.' },
    width: 44,
  });
