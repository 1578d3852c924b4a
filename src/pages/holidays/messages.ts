import { formatShortDate } from '../../kernel/format.ts';
import type { Day } from '../../kernel/month.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

export const holidayMessages = defineMessages(
  {
    'holidays.title': 'Ngày nghỉ lễ',
    'holidays.of_year': (p: { year: string }) => `Ngày nghỉ lễ năm ${p.year}`,
    'holidays.lead':
      'Lịch sinh hoạt dời qua các ngày nghỉ lễ; hạn gửi phiếu đếm theo ngày làm việc ở đây. Ngày lễ theo luật và ngày bù của ngày lễ trùng thứ Bảy, Chủ nhật đã tính sẵn cho mọi năm.',
    'holidays.missing': (p: { year: string }) =>
      `Thông báo nghỉ lễ năm ${p.year} chưa được nhập. Khi có thông báo, hãy nhập ngày Tết còn thiếu và các ngày hoán đổi, kể cả thứ Bảy làm bù.`,
    'holidays.previous': 'Năm trước',
    'holidays.next': 'Năm sau',
    'holidays.add': 'Thêm ngày',
    'holidays.day': 'Ngày',
    'holidays.name': 'Tên ngày',
    'holidays.kind': 'Loại ngày',
    'holidays.kind_help': 'Làm bù là thứ Bảy hoặc Chủ nhật đi làm thay cho một ngày khác.',
    'holidays.yearly': 'Lặp lại hằng năm, từ năm này trở đi',
    'holidays.day_wrong': 'Hãy ghi ngày, tháng, năm, ví dụ 24/11/2026.',
    'holidays.name_missing': 'Hãy ghi tên ngày, ví dụ Tết Nguyên đán.',
    'holidays.from.entry': 'đã nhập',
    'holidays.from.law': 'theo luật',
    'holidays.from.reckoned': 'nghỉ bù theo luật',
    'holidays.from': 'Căn cứ',
    'holidays.every_year': 'hằng năm',
    'holidays.meetings': (p: { count: number }) => `${p.count} cuộc họp vào ngày này`,
    'holidays.remove': 'Bỏ',
    'holidays.remove_of': (p: { name: string }) => `Bỏ ${p.name}`,
    'holidays.none': 'Không có ngày nào',
    'holidays.effect': (p: { day: string }) => `Ngày ${p.day} đang có cuộc họp`,
    'holidays.effect_visits': (p: { count: number }) =>
      `${p.count} lượt dự đã công bố vào ngày này. Nếu lưu, các lượt này giữ nguyên ngày giờ và nằm ở “Chờ tôi” cho đến khi bạn xử lý: hỏi chi bộ họp ngày nào, rồi báo người dự. Những người này và ban chủ trì được báo bằng thư.`,
    'holidays.effect_meetings': (p: { count: number }) =>
      `${p.count} cuộc họp trong lịch chưa công bố vào ngày này. Nếu lưu, hãy mở lịch tháng và bấm “Cập nhật theo lịch chi bộ” để dời chúng.`,
    'holidays.confirm': 'Vẫn lưu ngày này',
    'holidays.entered_touching': (p: { count: number }) =>
      `Đã ghi ngày nghỉ. ${p.count} lượt dự đã công bố rơi vào ngày này và giữ nguyên cho đến khi bạn xử lý ở đây.`,
    'holidays.entered': 'Đã ghi. Các cuộc họp đã có trong lịch giữ nguyên cho đến khi bạn cập nhật lịch tháng.',
    'holidays.removed': 'Đã bỏ ngày này.',
    'holidays.open': 'Xem và nhập ngày nghỉ lễ',

    'touched.title': 'Lượt dự đã công bố cần xem lại',
    'touched.lead':
      'Sau khi công bố có ngày nghỉ lễ, lịch bận, cuộc họp dời ngày, chi bộ hoặc người thay đổi, hoặc người dự chưa trả lời đúng hạn. Các lượt dự giữ nguyên cho đến khi bạn xử lý từng lượt.',
    'touched.visit': 'Cuộc họp',
    'touched.person': 'Người dự',
    'touched.why': 'Vì sao',
    'touched.because.absence': (p: { name: string }) => `${p.name} có lịch bận lúc đó`,
    'touched.because.conflict': (p: { name: string; branch: string }) => `${p.name} không dự ${p.branch} theo danh bạ`,
    'touched.because.specialist': (p: { name: string }) => `${p.name} không còn trong danh bạ`,
    'touched.because.branch': (p: { branch: string }) => `${p.branch} đã ngừng hoạt động`,
    'touched.because.holiday': (p: { holiday: string }) => `ngày nghỉ lễ: ${p.holiday}`,
    'touched.because.collision': (p: { name: string; branch: string; day: Day; time: string }) =>
      `${p.name} không kịp dự cả hai: lượt khác ở ${p.branch} lúc ${p.time} ngày ${formatShortDate('vi', p.day)}`,
    'touched.because.unanswered': (p: { name: string; day: Day }) =>
      `${p.name} chưa trả lời, hạn ${formatShortDate('vi', p.day)}`,
    'touched.lines': (p: { count: number }) => `Xem ${p.count} lượt dự`,
    'touched.keep': 'Giữ nguyên',
    'touched.keep_of': (p: { name: string; branch: string }) => `Giữ nguyên lượt của ${p.name} ở ${p.branch}`,
    'touched.kept': 'Đã giữ nguyên lượt dự này.',
    'touched.none': 'Không có lượt dự nào cần xem lại',
    'touched.none_text':
      'Ở đây hiện các lượt dự đã công bố mà ngày nghỉ lễ, lịch bận, ngày họp hoặc danh bạ thay đổi sau đó, và lượt chưa được trả lời đúng hạn.',
  },
  {
    'holidays.title': 'Days off',
    'holidays.of_year': (p) => `Days off of ${p.year}`,
    'holidays.lead':
      'Meetings move past days off, and the days in which a form is due are counted here. The holidays of the law, and a day in lieu of each that falls on a weekly day of rest, are known for every year.',
    'holidays.missing': (p) =>
      `The announced days off of ${p.year} have not been entered. Once they are announced, enter the missing day of Tết and the swapped days, worked Saturdays included.`,
    'holidays.previous': 'Year before',
    'holidays.next': 'Year after',
    'holidays.add': 'Add a day',
    'holidays.day': 'Day',
    'holidays.name': 'Name of the day',
    'holidays.kind': 'Kind of day',
    'holidays.kind_help': 'A worked day is a Saturday or Sunday on which offices work instead of another day.',
    'holidays.yearly': 'Every year, from this year on',
    'holidays.day_wrong': 'Write day, month and year, such as 24/11/2026.',
    'holidays.name_missing': 'Write the name of the day, such as Lunar New Year.',
    'holidays.from.entry': 'entered',
    'holidays.from.law': 'by law',
    'holidays.from.reckoned': 'in lieu by law',
    'holidays.from': 'Ground',
    'holidays.every_year': 'every year',
    'holidays.meetings': (p) => (p.count === 1 ? '1 meeting on this day' : `${p.count} meetings on this day`),
    'holidays.remove': 'Remove',
    'holidays.remove_of': (p) => `Remove ${p.name}`,
    'holidays.none': 'No such day',
    'holidays.effect': (p) => `There are meetings on ${p.day}`,
    'holidays.effect_visits': (p) =>
      `${p.count === 1 ? '1 published visit is' : `${p.count} published visits are`} on this day. Once saved, they keep their day and time and stand in “Waiting for me” until you deal with them: ask the branch when it meets, then tell whoever goes. They and the board are told by mail.`,
    'holidays.effect_meetings': (p) =>
      `${p.count === 1 ? '1 meeting of a calendar that is not published is' : `${p.count} meetings of a calendar that is not published are`} on this day. Once saved, open the month’s calendar and bring it up to date to move them.`,
    'holidays.confirm': 'Save this day all the same',
    'holidays.entered_touching': (p) =>
      `Saved. ${p.count === 1 ? '1 published visit is' : `${p.count} published visits are`} on this day, and unchanged until you deal with ${p.count === 1 ? 'it' : 'them'} here.`,
    'holidays.entered': 'Saved. Meetings in calendars stay where they are until you bring the month up to date.',
    'holidays.removed': 'The day is removed.',
    'holidays.open': 'See and enter days off',

    'touched.title': 'Published visits to look at again',
    'touched.lead':
      'After publication a day off, an absence, the time of a meeting, a branch or a person has changed, or somebody has not answered in time. The visits stay as they are until you deal with each.',
    'touched.visit': 'Meeting',
    'touched.person': 'Who goes',
    'touched.why': 'Why',
    'touched.because.absence': (p) => `${p.name} is away then`,
    'touched.because.conflict': (p) => `${p.name} does not visit ${p.branch}, as the directory has it`,
    'touched.because.specialist': (p) => `${p.name} is no longer in the directory`,
    'touched.because.branch': (p) => `${p.branch} is no longer in use`,
    'touched.because.holiday': (p) => `day off: ${p.holiday}`,
    'touched.because.collision': (p) =>
      `${p.name} cannot make both: another visit is at ${p.branch} on ${formatShortDate('en', p.day)} at ${p.time}`,
    'touched.because.unanswered': (p) => `${p.name} has not answered, asked to by ${formatShortDate('en', p.day)}`,
    'touched.lines': (p) => `Show ${p.count} visits`,
    'touched.keep': 'Keep as it is',
    'touched.keep_of': (p) => `Keep the visit of ${p.name} at ${p.branch}`,
    'touched.kept': 'The visit is kept as it is.',
    'touched.none': 'No visit to look at again',
    'touched.none_text':
      'Published visits appear here when days off, absences, times of meetings or the directory change afterwards, or when the answer is late.',
  },
);
