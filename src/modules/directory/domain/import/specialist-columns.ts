import { optional, refersTo, refersToEach, required, withDefault, type Columns } from './column.ts';
import { codeColumn, latitude, longitude, nameColumn, YES_NO } from './common-columns.ts';
import { weightedCodes } from './list-readers.ts';
import { decimal, whole } from './number-readers.ts';
import { mail, telephone, personName, text, yesOrNo } from './text-readers.ts';

export const specialists = {
  code: codeColumn('Mã chuyên viên', 'Specialist code', 'Mã cán bộ'),
  name: {
    ...nameColumn('Họ và tên', 'Full name', 'Họ tên', 'Tên chuyên viên'),
    read: personName(),
  },
  title: optional(text(120), {
    header: { vi: 'Chức danh', en: 'Title' },
    aliases: ['Chức vụ', 'Position'],
    help: { vi: 'Ghi trong thông báo phân công.', en: 'For the duty notice.' },
    width: 22,
  }),
  department: refersTo(
    'departments',
    required(text(), {
      header: { vi: 'Ban, cơ quan', en: 'Department' },
      aliases: ['Ban', 'Cơ quan', 'Đơn vị', 'Mã ban', 'Mã cơ quan', 'Mã đơn vị'],
      help: { vi: 'Mã hoặc tên ở trang “Ban”.', en: 'A code or name of “Departments”.' },
      format: 'text',
      width: 14,
    }),
  ),
  mail: optional(mail, {
    header: { vi: 'Thư điện tử', en: 'Mail' },
    aliases: ['Email', 'E-mail', 'Địa chỉ thư điện tử'],
    help: {
      vi: 'Nhận phân công và lịch; mỗi người một địa chỉ. Chỉ để trống khi có số điện thoại.',
      en: 'Gets the duties and the calendar; one address each. Empty only with a telephone number.',
    },
    width: 30,
  }),
  fields: refersToEach(
    'fields',
    withDefault(weightedCodes, [], {
      header: { vi: 'Lĩnh vực phụ trách', en: 'Fields' },
      aliases: ['Lĩnh vực', 'Chuyên môn', 'Lĩnh vực theo dõi'],
      help: {
        vi: 'Mã lĩnh vực với mức độ thông thạo từ 0 đến 1, ví dụ KT:0,9; MT:0,6.',
        en: 'Codes of fields with a strength from 0 to 1, such as KT:0.9; MT:0.6.',
      },
      format: 'text',
      width: 26,
    }),
  ),
  minVisits: withDefault(whole(0, 60), 0, {
    header: { vi: 'Số lượt tối thiểu', en: 'Minimum visits' },
    aliases: ['Tối thiểu', 'Min'],
    help: { vi: 'Mỗi tháng; để trống là 0.', en: 'Per month; 0 when empty.' },
    width: 10,
  }),
  maxVisits: required(whole(0, 60), {
    header: { vi: 'Số lượt tối đa', en: 'Maximum visits' },
    aliases: ['Tối đa', 'Max'],
    help: { vi: 'Mỗi tháng.', en: 'Per month.' },
    width: 10,
  }),
  targetVisits: optional(decimal(0, 60), {
    header: { vi: 'Định mức', en: 'Target visits' },
    aliases: ['Số lượt định mức', 'Mục tiêu', 'Target'],
    help: {
      vi: 'Số lượt hợp lý mỗi tháng; để trống là chia đều.',
      en: 'A fair number per month; an even share when empty.',
    },
    width: 10,
  }),
  mayLead: withDefault(yesOrNo, false, {
    header: { vi: 'Được làm trưởng đoàn', en: 'May lead' },
    aliases: ['Trưởng đoàn', 'Được dẫn đoàn'],
    help: { vi: '“có” hoặc “không”.', en: '“yes” or “no”.' },
    offers: YES_NO,
    width: 11,
  }),
  ownBranch: refersTo(
    'branches',
    optional(text(60), {
      header: { vi: 'Chi bộ đang sinh hoạt', en: 'Own branch' },
      aliases: ['Chi bộ sinh hoạt', 'Chi bộ của mình'],
      help: {
        vi: 'Mã hoặc ký hiệu chi bộ; không phân công dự chi bộ này.',
        en: 'Code or label; never assigned to it.',
      },
      format: 'text',
      width: 14,
    }),
  ),
  residenceBranch: refersTo(
    'branches',
    optional(text(60), {
      header: { vi: 'Chi bộ nơi cư trú', en: 'Residence branch' },
      aliases: ['Nơi cư trú'],
      help: {
        vi: 'Mã hoặc ký hiệu chi bộ; không phân công dự chi bộ này.',
        en: 'Code or label; never assigned to it.',
      },
      format: 'text',
      width: 14,
    }),
  ),
  lat: optional(latitude, {
    header: { vi: 'Vĩ độ', en: 'Latitude' },
    aliases: ['Lat'],
    help: { vi: 'Nơi xuất phát thường ngày.', en: 'Where the person usually starts from.' },
    width: 10,
  }),
  lng: optional(longitude, {
    header: { vi: 'Kinh độ', en: 'Longitude' },
    aliases: ['Lng', 'Lon', 'Long'],
    help: { vi: 'Nơi xuất phát thường ngày.', en: 'Where the person usually starts from.' },
    width: 10,
  }),
  carriedBalance: withDefault(decimal(-60, 60), 0, {
    header: { vi: 'Số dư chuyển sang', en: 'Carried balance' },
    aliases: ['Số dư', 'Balance'],
    help: {
      vi: 'Số lượt đã đi hơn (+) hoặc kém (−) định mức các tháng trước; để trống là 0.',
      en: 'Visits above (+) or below (−) the target in earlier months; 0 when empty.',
    },
    width: 11,
  }),
  phone: optional(telephone, {
    header: { vi: 'Số điện thoại', en: 'Telephone' },
    aliases: ['Điện thoại', 'SĐT', 'Phone', 'Di động'],
    help: {
      vi: 'Ai không có thư điện tử thì nhận tin nhắn ở số này, nếu cấp ủy có cổng tin nhắn.',
      en: 'Who has no mail address gets messages here, where the committee has a gateway.',
    },
    format: 'text',
    width: 16,
  }),
} satisfies Columns;
