import { optional, refersTo, required, type Bilingual, type Columns } from './column.ts';
import { codeColumn, nameColumn, offersOf } from './common-columns.ts';
import { day } from './day-time-readers.ts';
import { choice, code, text } from './text-readers.ts';
import { ORGANISATION_KINDS } from './vocabulary.ts';

export const fields = {
  code: codeColumn('Mã lĩnh vực', 'Field code'),
  name: nameColumn('Tên lĩnh vực', 'Field name', 'Lĩnh vực'),
} satisfies Columns;

export const branchTypes = {
  code: codeColumn('Mã loại', 'Type code', 'Mã loại chi bộ'),
  name: nameColumn('Tên loại chi bộ', 'Type name', 'Loại chi bộ', 'Tên loại'),
} satisfies Columns;

const shortNameColumn = (help: Bilingual, ...aliases: string[]) =>
  optional(text(60), {
    header: { vi: 'Tên ngắn', en: 'Short name' },
    aliases: ['Tên gọi tắt', 'Viết tắt', ...aliases],
    help,
    format: 'text',
    width: 18,
  });

export const organisations = {
  code: codeColumn('Mã tổ chức', 'Organisation code', 'Mã tổ chức đảng'),
  name: nameColumn('Tên tổ chức', 'Organisation name', 'Tên tổ chức đảng'),
  shortName: shortNameColumn({ vi: 'Dùng trong bảng, biểu.', en: 'For tables and charts.' }),
  kind: required(choice(ORGANISATION_KINDS), {
    header: { vi: 'Loại tổ chức', en: 'Organisation kind' },
    aliases: ['Loại', 'Kind', 'Loại hình tổ chức'],
    help: {
      vi: 'Chi bộ cơ sở vừa là tổ chức vừa là chi bộ: ghi ở đây và ghi lại ở trang “Chi bộ”.',
      en: 'A grassroots branch is an organisation and a branch at once: it stands here and again in “Branches”.',
    },
    offers: offersOf(ORGANISATION_KINDS),
    width: 26,
  }),
  parent: refersTo(
    'organisations',
    optional(code, {
      header: { vi: 'Mã cấp trên', en: 'Parent code' },
      aliases: ['Mã tổ chức cấp trên', 'Trực thuộc', 'Cấp trên', 'Parent'],
      help: {
        vi: 'Mã của tổ chức cấp trên trực tiếp; chỉ cấp ủy cao nhất trong tệp để trống.',
        en: 'Code of the direct superior; empty only for the highest one in the file.',
      },
      format: 'text',
      width: 14,
    }),
  ),
  validFrom: optional(day, {
    header: { vi: 'Hiệu lực từ', en: 'Valid from' },
    aliases: ['Từ ngày', 'Ngày thành lập', 'From'],
    help: {
      vi: 'Ngày bắt đầu của tên gọi và cấp trên này; để trống nếu có từ trước. Khi đổi tên hoặc đổi cấp trên, thêm một dòng cùng mã.',
      en: 'First day of this name and parent; empty when it has always been so. For a new name or parent add a row with the same code.',
    },
    format: 'day',
    width: 13,
  }),
  validTo: optional(day, {
    header: { vi: 'Hiệu lực đến', en: 'Valid to' },
    aliases: ['Đến ngày', 'To'],
    help: {
      vi: 'Ngày cuối cùng còn hiệu lực; để trống nếu đang hoạt động.',
      en: 'The last day on which it holds; empty while it does.',
    },
    format: 'day',
    width: 13,
  }),
} satisfies Columns;

export const departments = {
  code: codeColumn('Mã ban', 'Department code', 'Mã cơ quan', 'Mã đơn vị'),
  name: nameColumn('Tên ban, cơ quan', 'Department name', 'Tên ban', 'Tên cơ quan', 'Tên đơn vị'),
  shortName: shortNameColumn({ vi: 'Dùng trong lịch và bảng.', en: 'For calendars and tables.' }),
} satisfies Columns;
