import { optional, refersTo, required, withDefault, type Columns } from './column.ts';
import { codeColumn, offersOf } from './common-columns.ts';
import { day, endOfHours, time } from './day-time-readers.ts';
import { decimal, whole } from './number-readers.ts';
import { choice, code, paragraphs, text } from './text-readers.ts';
import {
  ABSENCE_KINDS,
  ABSENCE_PARTS,
  CONFLICT_REASONS,
  FINDING_KINDS,
  HOLIDAY_KINDS,
  MEETING_KINDS,
} from './vocabulary.ts';

export const specialistReference = (
  vi = 'Mã chuyên viên',
  en = 'Specialist code',
  aliases = ['Chuyên viên', 'Specialist', 'Mã cán bộ'],
) =>
  refersTo(
    'specialists',
    required(code, {
      header: { vi, en },
      aliases,
      help: { vi: 'Mã ở trang “Chuyên viên”.', en: 'A code of “Specialists”.' },
      format: 'text',
      width: 15,
    }),
  );
const branchReference = refersTo(
  'branches',
  required(text(60), {
    header: { vi: 'Mã chi bộ', en: 'Branch code' },
    aliases: ['Chi bộ', 'Branch', 'Ký hiệu chi bộ'],
    help: { vi: 'Mã hoặc ký hiệu ở trang “Chi bộ”.', en: 'A code or label of “Branches”.' },
    format: 'text',
    width: 14,
  }),
);

export const absences = {
  specialist: specialistReference(),
  from: required(day, {
    header: { vi: 'Từ ngày', en: 'From' },
    aliases: ['Ngày bắt đầu', 'Từ'],
    help: { vi: 'Ngày đầu tiên vắng.', en: 'The first day away.' },
    format: 'day',
    width: 13,
  }),
  to: required(day, {
    header: { vi: 'Đến hết ngày', en: 'To' },
    aliases: ['Đến ngày', 'Ngày kết thúc', 'Đến'],
    help: { vi: 'Ngày cuối cùng vắng (tính cả ngày này).', en: 'The last day away, itself included.' },
    format: 'day',
    width: 13,
  }),
  kind: withDefault(choice(ABSENCE_KINDS), 'other', {
    header: { vi: 'Lý do', en: 'Reason' },
    aliases: ['Loại nghỉ', 'Kind'],
    help: { vi: 'Để trống là “Lý do khác”.', en: '“Other” when empty.' },
    offers: offersOf(ABSENCE_KINDS),
    width: 20,
  }),
  part: optional(choice(ABSENCE_PARTS), {
    header: { vi: 'Buổi', en: 'Part of day' },
    aliases: ['Buổi bận', 'Part'],
    help: {
      vi: 'Bận sáng (trước 12:00), chiều (12:00–18:00) hay tối (từ 18:00) của mỗi ngày; để trống là cả ngày.',
      en: 'Away in the morning (before 12:00), the afternoon (until 18:00) or the evening of each day; all day when empty.',
    },
    offers: offersOf(ABSENCE_PARTS),
    width: 12,
  }),
  fromTime: optional(time, {
    header: { vi: 'Từ giờ', en: 'From time' },
    aliases: ['Giờ bắt đầu', 'Bận từ giờ'],
    help: {
      vi: 'Giờ bận của mỗi ngày, khi không phải cả buổi; để trống là theo “Buổi”.',
      en: 'Hours of each day, where it is no whole part; by “Part of day” when empty.',
    },
    format: 'time',
    width: 10,
  }),
  toTime: optional(endOfHours, {
    header: { vi: 'Đến giờ', en: 'To time' },
    aliases: ['Giờ kết thúc', 'Bận đến giờ'],
    help: { vi: 'Muộn nhất là 24:00.', en: '24:00 at the latest.' },
    format: 'time',
    width: 10,
  }),
} satisfies Columns;

export const conflicts = {
  specialist: specialistReference(),
  branch: branchReference,
  reason: withDefault(choice(CONFLICT_REASONS), 'other', {
    header: { vi: 'Lý do', en: 'Reason' },
    help: {
      vi: 'Không cần ghi lại chi bộ đang sinh hoạt và nơi cư trú.',
      en: 'Own and residence branch need not be repeated.',
    },
    offers: offersOf(CONFLICT_REASONS),
    width: 30,
  }),
  until: optional(day, {
    header: { vi: 'Đến hết ngày', en: 'Until' },
    aliases: ['Đến ngày', 'Ngày hết hạn', 'Last day'],
    help: {
      vi: 'Ngày cuối cùng còn tính; để trống là không có hạn.',
      en: 'The last day on which it counts; for good when empty.',
    },
    format: 'day',
    width: 13,
  }),
} satisfies Columns;

export const holidays = {
  day: required(day, {
    header: { vi: 'Ngày', en: 'Day' },
    aliases: ['Ngày nghỉ', 'Date'],
    help: {
      vi: 'Mỗi ngày nghỉ một dòng, kể cả ngày nghỉ bù, nghỉ hoán đổi.',
      en: 'One row per day off, compensatory days included.',
    },
    format: 'day',
    width: 13,
  }),
  name: required(text(120), {
    header: { vi: 'Tên ngày lễ', en: 'Holiday' },
    aliases: ['Tên', 'Nội dung', 'Name'],
    help: { vi: 'Ví dụ Tết Nguyên đán.', en: 'Such as Lunar New Year.' },
    width: 40,
  }),
  kind: optional(choice(HOLIDAY_KINDS), {
    header: { vi: 'Loại ngày', en: 'Kind of day' },
    aliases: ['Loại', 'Kind', 'Loại ngày nghỉ'],
    help: {
      vi: 'Để trống thì theo tên: “làm bù” là ngày làm việc, “nghỉ bù” là ngày nghỉ bù, còn lại là ngày lễ.',
      en: 'By its name when empty: “worked” is a working day, “in lieu” a day in lieu, any other a public holiday.',
    },
    offers: offersOf(HOLIDAY_KINDS),
    width: 22,
  }),
} satisfies Columns;

export const visits = {
  code: codeColumn('Mã lượt', 'Visit code', 'Mã lượt dự'),
  branch: branchReference,
  specialist: specialistReference(),
  day: required(day, {
    header: { vi: 'Ngày dự', en: 'Day' },
    aliases: ['Ngày', 'Date'],
    help: { vi: 'Ngày chi bộ họp.', en: 'The day of the meeting.' },
    format: 'day',
    width: 13,
  }),
  kind: withDefault(choice(MEETING_KINDS), 'regular', {
    header: { vi: 'Loại sinh hoạt', en: 'Meeting kind' },
    aliases: ['Loại', 'Kind', 'Hình thức'],
    help: { vi: 'Để trống là thường kỳ.', en: '“Regular” when empty.' },
    offers: offersOf(MEETING_KINDS),
    width: 26,
  }),
  present: optional(whole(0, 2_000), {
    header: { vi: 'Có mặt', en: 'Present' },
    aliases: ['Số có mặt', 'Dự họp'],
    help: { vi: 'Số đảng viên có mặt.', en: 'Members present.' },
    width: 9,
  }),
  expected: optional(whole(0, 2_000), {
    header: { vi: 'Phải dự', en: 'Expected' },
    aliases: ['Triệu tập', 'Tổng số', 'Số phải dự', 'Of'],
    help: {
      vi: 'Số đảng viên phải dự (đã trừ miễn sinh hoạt).',
      en: 'Members who had to attend (without the exempted).',
    },
    width: 9,
  }),
  speakers: optional(whole(0, 2_000), {
    header: { vi: 'Số người phát biểu', en: 'Speakers' },
    aliases: ['Phát biểu'],
    help: { vi: 'Số đảng viên phát biểu.', en: 'Members who spoke.' },
    width: 11,
  }),
  score: optional(decimal(0, 100, 'points'), {
    header: { vi: 'Điểm', en: 'Score' },
    aliases: ['Tổng điểm', 'Chấm điểm'],
    help: { vi: 'Thang 100, có thể lẻ, ví dụ 87,5.', en: 'Out of 100, fractions allowed.' },
    width: 8,
  }),
} satisfies Columns;

export const findings = {
  visit: refersTo(
    'visits',
    required(code, {
      header: { vi: 'Mã lượt', en: 'Visit code' },
      aliases: ['Mã lượt dự', 'Lượt', 'Visit'],
      help: { vi: 'Mã ở trang “Lượt dự trước”.', en: 'A code of “Earlier visits”.' },
      format: 'text',
      width: 14,
    }),
  ),
  kind: required(choice(FINDING_KINDS), {
    header: { vi: 'Loại phát hiện', en: 'Kind' },
    aliases: ['Loại', 'Phân loại'],
    help: { vi: 'Chọn trong danh sách.', en: 'Choose from the list.' },
    offers: offersOf(FINDING_KINDS),
    width: 20,
  }),
  field: refersTo(
    'fields',
    optional(text(120), {
      header: { vi: 'Lĩnh vực', en: 'Field' },
      aliases: ['Mã lĩnh vực'],
      help: { vi: 'Mã hoặc tên ở trang “Lĩnh vực”.', en: 'A code or name of “Fields”.' },
      format: 'text',
      width: 12,
    }),
  ),
  text: required(paragraphs(), {
    header: { vi: 'Nội dung', en: 'Text' },
    aliases: ['Mô tả', 'Content'],
    help: { vi: 'Một ý mỗi dòng.', en: 'One point per row.' },
    width: 90,
  }),
} satisfies Columns;
