import { LONGEST_PAIRING_REASON } from '../pairing.ts';
import { type Columns, optional, required } from './column.ts';
import { offersOf } from './common-columns.ts';
import { day, month } from './day-time-readers.ts';
import { absences, specialistReference } from './event-columns.ts';
import { choice, text } from './text-readers.ts';
import { PAIRING_CHOICES, WEEKDAYS } from './vocabulary.ts';

const { specialist, kind, part, fromTime, toTime } = absences;

export const weeklyAbsences = {
  specialist,
  weekday: required(choice(WEEKDAYS), {
    header: { vi: 'Thứ', en: 'Weekday' },
    aliases: ['Ngày trong tuần', 'Bận thứ', 'Day of week'],
    help: { vi: 'Bận vào thứ này của mỗi tuần.', en: 'Away on this weekday of every week.' },
    offers: offersOf(WEEKDAYS),
    width: 12,
  }),
  from: required(day, {
    header: { vi: 'Từ ngày', en: 'From' },
    aliases: ['Ngày bắt đầu', 'Từ'],
    help: { vi: 'Tính từ ngày này.', en: 'It counts from this day on.' },
    format: 'day',
    width: 13,
  }),
  to: required(day, {
    header: { vi: 'Đến hết ngày', en: 'To' },
    aliases: ['Đến ngày', 'Ngày kết thúc', 'Đến'],
    help: {
      vi: 'Ngày cuối cùng còn tính; nhiều nhất là một năm, sau đó ghi lại.',
      en: 'The last day on which it counts; a year at most, then record it again.',
    },
    format: 'day',
    width: 13,
  }),
  kind,
  part,
  fromTime,
  toTime,
} satisfies Columns;

export const pairings = {
  first: specialistReference('Mã người thứ nhất', 'First specialist code', ['Người thứ nhất', 'First']),
  second: specialistReference('Mã người thứ hai', 'Second specialist code', ['Người thứ hai', 'Second']),
  kind: required(choice(PAIRING_CHOICES), {
    header: { vi: 'Đi cùng hay không', en: 'Together or apart' },
    aliases: ['Loại', 'Kind'],
    help: {
      vi: 'Không đi cùng: không cuộc nào có cả hai. Nên đi cùng: được ưu tiên khi cuộc họp cần từ hai người.',
      en: 'Must not: no meeting has both. Should: preferred where two or more may go.',
    },
    offers: offersOf(PAIRING_CHOICES),
    width: 20,
  }),
  reason: required(text(LONGEST_PAIRING_REASON), {
    header: { vi: 'Lý do', en: 'Reason' },
    help: { vi: 'Để người sau biết vì sao.', en: 'So that others know it later.' },
    width: 40,
  }),
  until: optional(month, {
    header: { vi: 'Đến hết tháng', en: 'Until the end of' },
    aliases: ['Tháng cuối', 'Đến tháng', 'Last month'],
    help: {
      vi: 'Tháng cuối còn tính, ví dụ 12/2020; để trống là không có hạn.',
      en: 'The last month that it counts for, such as 12/2020; no end when empty.',
    },
    format: 'text',
    width: 15,
  }),
} satisfies Columns;
