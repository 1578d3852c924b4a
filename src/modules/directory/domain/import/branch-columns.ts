import { dayOfMonth } from './nth-weekdays.ts';
import { time } from './day-time-readers.ts';
import { optional, refersTo, refersToEach, required, withDefault, type Columns } from './column.ts';
import { codeColumn, latitude, longitude, nameColumn, YES_NO } from './common-columns.ts';
import { monthNumbers, weightedCodes } from './list-readers.ts';
import { minutes, whole } from './number-readers.ts';
import { code, mail, personName, text, yesOrNo } from './text-readers.ts';

export const branches = {
  code: codeColumn('Mã chi bộ', 'Branch code'),
  name: nameColumn('Tên chi bộ', 'Branch name'),
  shortLabel: required(text(16), {
    header: { vi: 'Ký hiệu ngắn', en: 'Short label' },
    aliases: ['Ký hiệu', 'Label', 'Nhãn'],
    help: { vi: 'Hiện trên lịch tháng, ví dụ P8.5.', en: 'Shown on the month’s calendar, such as P8.5.' },
    format: 'text',
    width: 12,
  }),
  organisation: refersTo(
    'organisations',
    required(code, {
      header: { vi: 'Mã tổ chức', en: 'Organisation code' },
      aliases: ['Tổ chức', 'Trực thuộc', 'Mã đảng bộ', 'Organisation'],
      help: {
        vi: 'Mã ở trang “Tổ chức”: đảng bộ mà chi bộ trực thuộc, hoặc chính chi bộ đó nếu là chi bộ cơ sở.',
        en: 'A code of “Organisations”: the one that the branch belongs to, or the branch itself if it is a grassroots branch.',
      },
      format: 'text',
      width: 14,
    }),
  ),
  type: refersTo(
    'branchTypes',
    required(text(60), {
      header: { vi: 'Loại chi bộ', en: 'Branch type' },
      aliases: ['Loại hình', 'Loại hình chi bộ', 'Type', 'Mã loại chi bộ'],
      help: { vi: 'Mã hoặc tên ở trang “Loại chi bộ”.', en: 'A code or name of “Branch types”.' },
      width: 24,
    }),
  ),
  address: optional(text(), {
    header: { vi: 'Nơi sinh hoạt', en: 'Meeting place' },
    aliases: ['Địa chỉ', 'Địa điểm', 'Address', 'Place'],
    help: { vi: 'Địa chỉ nơi chi bộ họp.', en: 'Where the branch meets.' },
    width: 40,
  }),
  lat: optional(latitude, {
    header: { vi: 'Vĩ độ', en: 'Latitude' },
    aliases: ['Lat'],
    help: { vi: 'Ví dụ 10,7601. Dùng để tính quãng đường.', en: 'Such as 10.7601; for reckoning travel.' },
    width: 10,
  }),
  lng: optional(longitude, {
    header: { vi: 'Kinh độ', en: 'Longitude' },
    aliases: ['Lng', 'Lon', 'Long'],
    help: { vi: 'Ví dụ 106,7042.', en: 'Such as 106.7042.' },
    width: 10,
  }),
  members: required(whole(0, 2_000), {
    header: { vi: 'Số đảng viên', en: 'Members' },
    aliases: ['Đảng viên', 'Tổng số đảng viên'],
    help: { vi: 'Tổng số đảng viên chính thức và dự bị.', en: 'Official and probationary members together.' },
    width: 10,
  }),
  official: optional(whole(0, 2_000), {
    header: { vi: 'Chính thức', en: 'Official members' },
    aliases: ['Đảng viên chính thức', 'Official'],
    help: { vi: 'Số đảng viên chính thức.', en: 'Number of official members.' },
    width: 10,
  }),
  probationary: optional(whole(0, 2_000), {
    header: { vi: 'Dự bị', en: 'Probationary members' },
    aliases: ['Đảng viên dự bị', 'Probationary'],
    help: { vi: 'Số đảng viên dự bị.', en: 'Number of probationary members.' },
    width: 10,
  }),
  seats: withDefault(whole(0, 30), 0, {
    header: { vi: 'Số chi ủy viên', en: 'Committee seats' },
    aliases: ['Chi ủy viên', 'Số ghế chi ủy', 'Seats'],
    help: {
      vi: 'Số chi ủy viên được duyệt, kể cả bí thư; chi bộ không lập chi ủy thì để trống.',
      en: 'Approved seats of the branch committee, the secretary included; empty without a committee.',
    },
    width: 10,
  }),
  vacantSeats: withDefault(whole(0, 30), 0, {
    header: { vi: 'Khuyết', en: 'Vacant seats' },
    aliases: ['Chi ủy khuyết', 'Số khuyết', 'Khuyết chi ủy viên', 'Vacant'],
    help: { vi: 'Số chi ủy viên còn khuyết.', en: 'Seats that are vacant.' },
    width: 9,
  }),
  secretaryName: optional(personName(120), {
    header: { vi: 'Bí thư', en: 'Secretary' },
    aliases: ['Họ tên bí thư', 'Bí thư chi bộ'],
    help: { vi: 'Họ và tên bí thư chi bộ.', en: 'Name of the branch’s secretary.' },
    width: 24,
  }),
  secretaryMail: optional(mail, {
    header: { vi: 'Thư điện tử bí thư', en: 'Secretary mail' },
    aliases: ['Email bí thư', 'Mail bí thư', 'Thư điện tử', 'Email'],
    help: {
      vi: 'Nhận thư xác nhận ngày họp và ý kiến chỉ đạo gửi chi bộ.',
      en: 'Gets the mail that confirms the meeting and the directives to the branch.',
    },
    width: 28,
  }),
  weakFields: refersToEach(
    'fields',
    withDefault(weightedCodes, [], {
      header: { vi: 'Lĩnh vực còn hạn chế', en: 'Weak fields' },
      aliases: ['Lĩnh vực yếu', 'Hạn chế'],
      help: {
        vi: 'Mã lĩnh vực, cách nhau bằng dấu chấm phẩy; có thể ghi mức độ, ví dụ MT:0,8; DT.',
        en: 'Codes of fields separated by semicolons, with a weight if you like: MT:0.8; DT.',
      },
      format: 'text',
      width: 22,
    }),
  ),
  meetingDay: required(dayOfMonth, {
    header: { vi: 'Ngày sinh hoạt', en: 'Meeting day' },
    aliases: ['Ngày họp', 'Ngày sinh hoạt thường kỳ'],
    help: {
      vi: 'Ngày 1–31 (tháng thiếu ngày thì lấy ngày cuối tháng), hoặc thứ: T3/2 là thứ Ba lần thứ hai trong tháng, T6 cuối là thứ Sáu cuối tháng.',
      en: 'Day 1–31 (in a shorter month its last day), or a weekday: T3/2 or Tue/2 for the second Tuesday, T6 cuối or Fri last for the last Friday.',
    },
    width: 10,
  }),
  meetingTime: required(time, {
    header: { vi: 'Giờ sinh hoạt', en: 'Meeting time' },
    aliases: ['Giờ họp', 'Giờ bắt đầu', 'Time'],
    help: { vi: 'Ví dụ 19:30 hoặc 19h30.', en: 'Such as 19:30.' },
    format: 'time',
    width: 10,
  }),
  durationMinutes: withDefault(minutes(15, 480), 90, {
    header: { vi: 'Thời lượng (phút)', en: 'Duration (minutes)' },
    aliases: ['Thời lượng', 'Số phút', 'Duration'],
    help: { vi: 'Để trống là 90 phút.', en: '90 minutes when empty.' },
    width: 11,
  }),
  rollWeekend: withDefault(yesOrNo, true, {
    header: { vi: 'Dời khi trùng cuối tuần', en: 'Move from weekend' },
    aliases: ['Dời cuối tuần', 'Lùi khi trùng cuối tuần', 'Dời ngày'],
    help: {
      vi: '“có”: gặp thứ Bảy, Chủ nhật thì dời sang ngày làm việc kế tiếp; “không”: vẫn họp. Ngày lễ luôn được dời.',
      en: '“yes”: from Saturday or Sunday to the next working day; “no”: it stays. Holidays always move it.',
    },
    offers: YES_NO,
    width: 12,
  }),
  thematicMonths: withDefault(monthNumbers, [], {
    header: { vi: 'Tháng sinh hoạt chuyên đề', en: 'Thematic months' },
    aliases: ['Tháng chuyên đề', 'Chuyên đề'],
    help: { vi: 'Các tháng, ví dụ 3; 6; 9; 12.', en: 'Months of the year, such as 3; 6; 9; 12.' },
    format: 'text',
    width: 16,
  }),
  thematicDay: optional(dayOfMonth, {
    header: { vi: 'Ngày chuyên đề riêng', en: 'Separate thematic day' },
    aliases: ['Ngày sinh hoạt chuyên đề', 'Ngày chuyên đề'],
    help: {
      vi: 'Chỉ ghi nếu chuyên đề họp riêng, cách ghi như ngày sinh hoạt; để trống là họp kết hợp với buổi thường kỳ.',
      en: 'Only where the thematic part has a meeting of its own, written like the meeting day; empty when both are combined.',
    },
    width: 12,
  }),
} satisfies Columns;
