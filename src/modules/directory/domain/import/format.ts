import type { Locale } from '../../../../kernel/actor.ts';
import { branches } from './branch-columns.ts';
import type { Bilingual, Columns, TableName } from './column.ts';
import { pairings, weeklyAbsences } from './people-columns.ts';
import { absences, conflicts, findings, holidays, visits } from './event-columns.ts';
import { branchTypes, departments, fields, organisations } from './organisation-columns.ts';
import { specialists } from './specialist-columns.ts';

/** Incremented when a file of the old format could be misread; the file states its version on its first sheet. */
export const FORMAT_VERSION = 1;

/** A cell of the guide; the next cell has the version. */
export const VERSION_MARK: Bilingual = { vi: 'Phiên bản mẫu', en: 'Format version' };

export interface SheetFacts {
  readonly name: Bilingual;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly intro: Bilingual;
}

export const GUIDE_SHEET: SheetFacts = {
  name: { vi: 'Hướng dẫn', en: 'Guide' },
  aliases: ['Giới thiệu', 'Instructions', 'Read me'],
  required: true,
  intro: { vi: '', en: '' },
};

export const COMMITTEE_SHEET: SheetFacts = {
  name: { vi: 'Cấp ủy', en: 'Committee' },
  aliases: ['Thông tin cấp ủy', 'Thông tin chung'],
  required: true,
  intro: {
    vi: 'Thông tin của cấp ủy dùng trong văn bản và trên màn hình; mỗi mục một dòng.',
    en: 'The committee’s own facts for documents and pages, one item a row.',
  },
};

/** The sheet that the system adds to a checked file; ignored when read. */
export const FAULT_SHEET: SheetFacts = {
  name: { vi: 'Lỗi', en: 'Errors' },
  aliases: ['Loi', 'Faults'],
  required: false,
  intro: { vi: '', en: '' },
};

/** The column for the user's own notes in each sheet. */
export const NOTE_HEADER: Bilingual = { vi: 'Ghi chú', en: 'Note' };
export const NOTE_ALIASES = ['Notes', 'Chú thích', 'Diễn giải'];
/** Marks an example row of the template, which is not imported. */
export const EXAMPLE_NOTES: Bilingual = {
  vi: 'Ví dụ: dòng này không được nhập, có thể xóa',
  en: 'Example: not imported, may be deleted',
};

interface TableFacts extends SheetFacts {
  readonly columns: Columns;
  /** Columns other than `code` by which other sheets may refer to a row. */
  readonly calledBy: readonly string[];
  /** Sets of columns whose values no two rows share. */
  readonly unique: readonly (readonly string[])[];
}

/** The sheets of an import file in the order of the template. */
export const TABLES = {
  fields: {
    name: { vi: 'Lĩnh vực', en: 'Fields' },
    aliases: ['Danh mục lĩnh vực'],
    required: true,
    columns: fields,
    calledBy: ['name'],
    unique: [['code'], ['name']],
    intro: {
      vi: 'Các lĩnh vực mà chi bộ có thể còn hạn chế và chuyên viên có thể phụ trách.',
      en: 'The areas in which a branch can be weak and a specialist strong.',
    },
  },
  branchTypes: {
    name: { vi: 'Loại chi bộ', en: 'Branch types' },
    aliases: ['Loại hình chi bộ', 'Danh mục loại chi bộ'],
    required: true,
    columns: branchTypes,
    calledBy: ['name'],
    unique: [['code'], ['name']],
    intro: {
      vi: 'Các loại hình chi bộ; mỗi loại có nội dung sinh hoạt riêng.',
      en: 'Kinds of branches; each has its own content of meetings.',
    },
  },
  organisations: {
    name: { vi: 'Tổ chức', en: 'Organisations' },
    aliases: ['Tổ chức đảng', 'Tổ chức cơ sở đảng', 'Danh sách tổ chức'],
    required: true,
    columns: organisations,
    calledBy: [],
    unique: [],
    intro: {
      vi: 'Cây tổ chức đảng theo thời gian: cấp ủy, đảng bộ cơ sở, chi bộ cơ sở.',
      en: 'The dated tree of organisations: committee, grassroots organisations, grassroots branches.',
    },
  },
  departments: {
    name: { vi: 'Ban', en: 'Departments' },
    aliases: ['Ban, cơ quan', 'Cơ quan cử người', 'Đơn vị cử người', 'Các ban'],
    required: true,
    columns: departments,
    calledBy: ['name', 'shortName'],
    unique: [['code'], ['name']],
    intro: {
      vi: 'Các ban, cơ quan cử chuyên viên đi dự sinh hoạt chi bộ.',
      en: 'The departments that send people to branch meetings.',
    },
  },
  branches: {
    name: { vi: 'Chi bộ', en: 'Branches' },
    aliases: ['Danh sách chi bộ', 'Các chi bộ'],
    required: true,
    columns: branches,
    calledBy: ['shortLabel'],
    unique: [['code'], ['shortLabel']],
    intro: {
      vi: 'Các chi bộ, nơi sinh hoạt và lịch sinh hoạt hằng tháng.',
      en: 'The branches, where they meet and on which day of the month.',
    },
  },
  specialists: {
    name: { vi: 'Chuyên viên', en: 'Specialists' },
    aliases: ['Danh sách chuyên viên', 'Cán bộ'],
    required: true,
    columns: specialists,
    calledBy: [],
    unique: [['code'], ['mail']],
    intro: {
      vi: 'Những người được phân công dự sinh hoạt chi bộ.',
      en: 'The people who may be sent to branch meetings.',
    },
  },
  absences: {
    name: { vi: 'Lịch bận', en: 'Absences' },
    aliases: ['Nghỉ', 'Vắng', 'Nghỉ phép', 'Lịch nghỉ'],
    required: false,
    columns: absences,
    calledBy: [],
    unique: [['specialist', 'from', 'to', 'fromTime', 'toTime']],
    intro: {
      vi: 'Những ngày, hoặc giờ của những ngày, chuyên viên bận, không đi dự được.',
      en: 'Days, or hours of days, at which specialists are away.',
    },
  },
  weeklyAbsences: {
    name: { vi: 'Bận hằng tuần', en: 'Weekly absences' },
    aliases: ['Lịch bận hằng tuần', 'Nghỉ hằng tuần', 'Bận hàng tuần', 'Weekly'],
    required: false,
    columns: weeklyAbsences,
    calledBy: [],
    unique: [['specialist', 'weekday', 'from', 'to', 'fromTime', 'toTime']],
    intro: {
      vi: 'Thứ mà chuyên viên bận ở mỗi tuần. Dòng không còn trong tệp vẫn giữ nguyên: hãy bỏ ở trang “Lịch bận”.',
      en: 'Weekdays on which specialists are away every week. Rows that the file lacks stay: remove them on the page of absences.',
    },
  },
  conflicts: {
    name: { vi: 'Xung đột lợi ích', en: 'Conflicts of interest' },
    aliases: ['Xung đột', 'Không phân công', 'Conflicts'],
    required: false,
    columns: conflicts,
    calledBy: [],
    unique: [['specialist', 'branch']],
    intro: {
      vi: 'Những chi bộ mà một chuyên viên không được dự, ngoài chi bộ đang sinh hoạt và nơi cư trú.',
      en: 'Branches that a specialist must not visit, beside the own one and the one of residence.',
    },
  },
  pairings: {
    name: { vi: 'Đi cùng', en: 'Together and apart' },
    aliases: ['Đi cùng, không đi cùng', 'Không đi cùng', 'Cặp đôi', 'Pairings'],
    required: false,
    columns: pairings,
    calledBy: [],
    unique: [['first', 'second']],
    intro: {
      vi: 'Hai người không được, hoặc nên, dự cùng một cuộc. Dòng không còn trong tệp vẫn giữ nguyên: hãy bỏ ở trang “Đi cùng, không đi cùng”.',
      en: 'Two people who must not, or should, go to a meeting together. Rows that the file lacks stay: remove them on their page.',
    },
  },
  holidays: {
    name: { vi: 'Ngày nghỉ lễ', en: 'Holidays' },
    aliases: ['Ngày lễ', 'Nghỉ lễ'],
    required: false,
    columns: holidays,
    calledBy: [],
    unique: [['day']],
    intro: {
      vi: 'Ngày nghỉ lễ, nghỉ bù theo thông báo hằng năm; lịch sinh hoạt được dời qua các ngày này.',
      en: 'Public holidays and compensatory days as announced each year; meetings move past them.',
    },
  },
  visits: {
    name: { vi: 'Lượt dự trước', en: 'Earlier visits' },
    aliases: ['Lượt dự', 'Lượt dự trước đây', 'Lịch sử', 'Visits'],
    required: false,
    columns: visits,
    calledBy: [],
    unique: [['code'], ['branch', 'specialist', 'day']],
    intro: {
      vi: 'Các lượt dự sinh hoạt đã có, để tính vòng và không phân công lặp lại.',
      en: 'Visits of the past, so that the rotation knows them.',
    },
  },
  findings: {
    name: { vi: 'Phát hiện', en: 'Findings' },
    aliases: ['Ghi nhận', 'Nhận xét'],
    required: false,
    columns: findings,
    calledBy: [],
    unique: [],
    intro: { vi: 'Điều ghi nhận được ở các lượt dự trước.', en: 'What was found at earlier visits.' },
  },
} as const satisfies Record<TableName, TableFacts>;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

export function sheetName(table: TableName, locale: Locale): string {
  return TABLES[table].name[locale];
}
