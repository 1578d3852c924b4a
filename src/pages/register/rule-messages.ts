import { defineMessages } from '../../platform/i18n/messages.ts';
import { calendarsBehind } from './calendars-behind.ts';

/** Texts of the page on which it is said when a branch meets. */
export const branchRuleMessages = defineMessages(
  {
    'register.rule.title': (p: { name: string }) => `Lịch sinh hoạt: ${p.name}`,
    'register.rule.open': 'Sửa lịch, xem trước 12 tháng',
    'register.rule.preview': 'Xem trước',
    'register.rule.next': '12 tháng tới theo lịch này',
    'register.rule.next_note':
      'Tính theo các ngày nghỉ lễ đã biết đến nay. Lịch tháng đã lập và cuộc họp đã sửa tay không đổi theo.',
    'register.rule.month': (p: { month: string }) => `Tháng ${p.month}`,
    'register.rule.tet': (p: { from: string; to: string }) =>
      p.from === p.to ? `nghỉ Tết ${p.from}` : `nghỉ Tết ${p.from} – ${p.to}`,
    'register.rule.moved': (p: { day: string }) => `Dời từ ${p.day}`,
    'register.rule.earlier': (p: { day: string }) =>
      `Họp sớm hơn ngày ${p.day}, vì từ đó đến cuối tháng không còn ngày nào họp được`,
    'register.rule.shortened': 'Tháng này không có ngày đã chọn nên lấy ngày cuối tháng.',
    'register.rule.without.regular': 'Tháng này không có thứ đã chọn nên không có buổi họp nào theo lịch.',
    'register.rule.without.combined':
      'Tháng này không có thứ đã chọn nên không có buổi họp nào theo lịch, kể cả phần chuyên đề.',
    'register.rule.without.thematic': 'Tháng này không có thứ đã chọn nên không có buổi chuyên đề riêng.',
    'register.rule.saved': (p: { name: string; months: string; without: string }) =>
      `Đã lưu ${p.name}.${calendarsBehind.vi(p.months)} Theo lịch này, chi bộ thiếu buổi họp ở tháng ${p.without}: hãy chọn ngày khác, hoặc thêm cuộc họp vào lịch các tháng đó.`,
    'register.rule.no_free': (p: { name: string }) =>
      `cả tháng không có ngày nào họp được nên vẫn rơi vào ngày nghỉ (${p.name}): hãy thống nhất ngày khác với chi bộ`,
    'register.rule.unread': 'Chưa đọc được lịch đã ghi nên chưa có ngày nào để xem. Hãy kiểm tra các ô.',
  },
  {
    'register.rule.title': (p) => `When it meets: ${p.name}`,
    'register.rule.open': 'Change the day, preview 12 months',
    'register.rule.preview': 'Preview',
    'register.rule.next': 'The next 12 months by this',
    'register.rule.next_note':
      'By the days off that are known today. Calendars already made and meetings edited by hand do not follow.',
    'register.rule.month': (p) => p.month,
    'register.rule.tet': (p) => (p.from === p.to ? `Tết, off on ${p.from}` : `Tết, off ${p.from} – ${p.to}`),
    'register.rule.moved': (p) => `Moved from ${p.day}`,
    'register.rule.earlier': (p) =>
      `Earlier than ${p.day}, because no day is left to meet on from there to the end of the month`,
    'register.rule.shortened': 'The month has no such day, so it is the last day of the month.',
    'register.rule.without.regular': 'The month has no such weekday, so there is no meeting by this.',
    'register.rule.without.combined':
      'The month has no such weekday, so there is no meeting by this, and no thematic part.',
    'register.rule.without.thematic': 'The month has no such weekday, so there is no separate thematic meeting.',
    'register.rule.saved': (p) =>
      `${p.name} is saved.${calendarsBehind.en(p.months)} By this a meeting is lacking in ${p.without}: choose another day, or add the meeting to the calendars of those months.`,
    'register.rule.no_free': (p) =>
      `no day of the month is left to meet on, so it stays on a day off (${p.name}): agree on another day with the branch`,
    'register.rule.unread': 'What was typed cannot be read yet, so there are no days to show. Check the fields.',
  },
);
