import { formatDayInSentence } from '../../kernel/format.ts';
import type { Day } from '../../kernel/month.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

interface ToSecretary {
  readonly branch: string;
  readonly secretary: string;
  readonly from: Day;
  /** Where it takes place now; null where the day is the same. */
  readonly moved: { readonly to: Day; readonly time: string } | null;
  readonly changes: readonly string[];
}

const toSecretary = {
  vi: ({ from, moved, changes }: ToSecretary): string => {
    const to = moved ? ` chuyển sang ${moved.time} ${formatDayInSentence('vi', moved.to)}` : '';
    const separator = moved ? ', ' : ' ';
    return `${formatDayInSentence('vi', from)}${to}${changes.length > 0 ? `${separator}${changes.join(', ')}` : ''}`;
  },
  en: ({ from, moved, changes }: ToSecretary): string => {
    const to = moved ? [`moves to ${moved.time} on ${formatDayInSentence('en', moved.to)}`] : [];
    return `${formatDayInSentence('en', from)} ${[...to, ...changes].join(', ')}`;
  },
};

/** Texts of the pages that move many meetings at once. */
export const moveMessages = defineMessages(
  {
    'move.title': 'Dời nhiều cuộc họp',
    'move.lead': (p: { count: number }) =>
      `Chọn trong ${p.count} cuộc họp, chọn nơi dời đến, rồi xem trước. Giờ và nơi họp giữ nguyên; chưa có gì được lưu trước khi bấm lưu.`,
    'move.choose': 'Chọn cuộc họp',
    'move.choose_all': 'Chọn cả ngày',
    'move.choose_none': 'Bỏ chọn cả ngày',
    'move.chosen': 'Số cuộc đã chọn:',
    'move.none_chosen': 'Hãy chọn ít nhất một cuộc họp.',
    'move.where': 'Dời đến',
    'move.mode': 'Cách dời',
    'move.spread': 'Trải ra nhiều ngày',
    'move.one_day': 'Dồn về một ngày',
    'move.from': 'Từ ngày',
    'move.to': 'Đến ngày',
    'move.to_day': 'Ngày mới',
    'move.to_day_help': 'Chỉ cần khi dồn về một ngày.',
    'move.spread_help':
      'Chỉ dùng ngày làm việc. Cuộc nào còn chỗ thì ở lại, cuộc khác sang ngày gần nhất còn chỗ; không chi bộ nào họp hai lần một ngày.',
    'move.most': 'Nhiều nhất mỗi ngày',
    'move.most_help': 'Để trống: bằng số người không có lịch bận trong ngày.',
    'move.most_wrong': 'Hãy ghi một số từ 1 đến 999, hoặc để trống.',
    'move.outside_month': 'Hãy chọn một ngày trong tháng này.',
    'move.ends_before': 'Ngày cuối phải từ ngày đầu trở đi.',
    'move.day_wrong': 'Có ngày mới không đọc được hoặc nằm ngoài tháng. Hãy sửa những ngày được nêu.',
    'move.preview': 'Xem trước',
    'move.preview_again': 'Tính lại theo ngày đã sửa',
    'move.save': (p: { count: number }) => `Lưu: dời ${p.count} cuộc họp`,
    'move.what_happens': 'Sẽ thay đổi',
    'move.changed': 'Các cuộc đã sửa',
    'move.was_on': 'Trước đây',
    'move.is_on': 'Nay',
    'move.day': 'Ngày',
    'move.before': 'Hiện nay',
    'move.after': 'Sau khi dời',
    'move.people': 'Người không có lịch bận',
    'move.branch': 'Chi bộ',
    'move.old_day': 'Hiện nay',
    'move.new_day': 'Dời sang ngày',
    'move.look_at': 'Cần để ý',
    'move.each': (p: { count: number }) => `Xem và sửa ngày của từng cuộc (${p.count})`,
    'move.each_of_day': (p: { count: number }) => `Chọn từng cuộc (${p.count})`,
    'move.staying': (p: { count: number }) => `${p.count} cuộc đã chọn ở lại ngày của mình.`,
    'move.left': (p: { count: number }) => `${p.count} cuộc không còn ngày nào đủ chỗ nên ở lại:`,
    'move.has_draft': 'Bản phân công nháp của tháng sẽ không còn khớp với lịch và cần lập lại.',
    'move.nothing_moves': 'Không cuộc nào phải dời.',
    'move.nothing': 'Không có gì thay đổi: các cuộc họp đã ở đúng ngày.',
    'move.done': (p: { count: number }) => `Đã dời ${p.count} cuộc họp. Dưới đây là lời báo cho từng chi bộ.`,
    'move.taken_back': (p: { at: string }) =>
      `Đã lấy lại lúc ${p.at}. Lời báo dưới đây nói với các chi bộ rằng cuộc họp trở lại như trước; cuộc nào được sửa sau đó thì giữ như hiện nay.`,
    'move.take_back': 'Lấy lại lần sửa này',
    'move.take_back_ask': (p: { count: number }) =>
      `${p.count} cuộc họp trở lại như trước; cuộc nào được sửa sau đó thì giữ nguyên. Các chi bộ đã được báo cần được báo lại.`,
    'move.text': 'Lời báo cho các chi bộ',
    'move.text_help':
      'Sao chép từng đoạn vào Zalo, hoặc gửi thư cho các bí thư bằng nút dưới đây. Khi tháng chưa công bố, không thư nào tự gửi đi.',
    'move.tell': (p: { count: number }) => `Gửi thư cho ${p.count} bí thư chi bộ`,
    'move.tell_without': (p: { count: number }) =>
      `${p.count} chi bộ chưa có thư điện tử của bí thư: hãy báo cách khác.`,
    'move.told_at': (p: { at: string }) =>
      `Thư cho các bí thư có địa chỉ đã được lập lúc ${p.at}; cuộc nào được sửa sau lần này thì không có thư.`,
    'move.told': (p: { count: number }) => `Đã lập thư báo cho chi bộ về ${p.count} cuộc họp; thư đang chờ gửi.`,
    'move.told_nobody':
      'Không thư nào được lập: các cuộc họp này đã qua, đã được sửa sau lần này, hoặc thư trước chưa gửi đi nên được rút lại.',
    'move.was_told': 'Lần sửa này đã được báo bằng thư trước đó; không gửi lại.',
    'move.secretary': 'Bí thư',
    'move.to_secretary': (p: ToSecretary) =>
      `Kính gửi đồng chí ${p.secretary === '' ? 'Bí thư' : `${p.secretary}, Bí thư`} ${p.branch}: buổi sinh hoạt chi bộ ${toSecretary.vi(p)}. Đề nghị đồng chí báo cho đảng viên trong chi bộ. Trân trọng.`,
  },
  {
    'move.title': 'Move many meetings',
    'move.lead': (p) =>
      `Choose among ${p.count === 1 ? '1 meeting' : `${p.count} meetings`}, say where to, and look before you save. Hours and places stay; nothing is saved before.`,
    'move.choose': 'Choose meetings',
    'move.choose_all': 'Choose the whole day',
    'move.choose_none': 'Choose none of the day',
    'move.chosen': 'Chosen:',
    'move.none_chosen': 'Choose at least one meeting.',
    'move.where': 'Where to',
    'move.mode': 'How',
    'move.spread': 'Spread over days',
    'move.one_day': 'To one day',
    'move.from': 'From',
    'move.to': 'To',
    'move.to_day': 'New day',
    'move.to_day_help': 'For moves to one day only.',
    'move.spread_help':
      'Working days only. What has room stays, everything else goes to the nearest day with room; no branch meets twice on a day.',
    'move.most': 'At most a day',
    'move.most_help': 'Empty for as many as there are people who are not away on the day.',
    'move.most_wrong': 'Write a number from 1 to 999, or nothing.',
    'move.outside_month': 'Choose a day of this month.',
    'move.ends_before': 'The last day cannot be before the first.',
    'move.day_wrong': 'A new day cannot be read or is outside the month. Mend the days that are named.',
    'move.preview': 'Look first',
    'move.preview_again': 'Reckon again with these days',
    'move.save': (p) => `Save: move ${p.count === 1 ? '1 meeting' : `${p.count} meetings`}`,
    'move.what_happens': 'What changes',
    'move.changed': 'Meetings that were changed',
    'move.was_on': 'Before',
    'move.is_on': 'Now',
    'move.day': 'Day',
    'move.before': 'Now',
    'move.after': 'After the move',
    'move.people': 'People not away',
    'move.branch': 'Branch',
    'move.old_day': 'Meets now',
    'move.new_day': 'Moves to',
    'move.look_at': 'To be looked at',
    'move.each': (p) => `Look at each and change its day (${p.count})`,
    'move.each_of_day': (p) => `Choose one by one (${p.count})`,
    'move.staying': (p) => `${p.count} of those chosen ${p.count === 1 ? 'stays' : 'stay'} on their day.`,
    'move.left': (p) => `For ${p.count} there is no day with room, so they stay:`,
    'move.has_draft': 'The draft plan of the month will no longer fit the calendar and has to be made again.',
    'move.nothing_moves': 'No meeting has to move.',
    'move.nothing': 'Nothing changes: the meetings are on these days already.',
    'move.done': (p) =>
      `${p.count === 1 ? '1 meeting is' : `${p.count} meetings are`} moved. Below are the words for each branch.`,
    'move.taken_back': (p) =>
      `Taken back ${p.at}. The words below tell the branches that their meetings are as before again; what was edited since stays as it is now.`,
    'move.take_back': 'Take this change back',
    'move.take_back_ask': (p) =>
      `${p.count === 1 ? '1 meeting returns to what it was' : `${p.count} meetings return to what they were`}; what was edited since stays. Branches that were told have to be told again.`,
    'move.text': 'Words for the branches',
    'move.text_help':
      'Copy each paragraph into a message, or mail the secretaries by the button below. Nothing is mailed by itself before the month is published.',
    'move.tell': (p) => `Mail the secretaries (${p.count})`,
    'move.tell_without': (p) =>
      `Branches without a mail address of their secretary: ${p.count}. Tell them another way.`,
    'move.told_at': (p) =>
      `Mails to the secretaries who have an address were made at ${p.at}; meetings that were changed since have none.`,
    'move.told': (p) => `Mails to the branches about meetings (${p.count}) wait to be sent.`,
    'move.told_nobody':
      'No mail was made: these meetings are over, were changed since, or the mail before had not left yet and was taken back.',
    'move.was_told': 'The branches were told of this change before; nothing is sent again.',
    'move.secretary': 'Secretary',
    'move.to_secretary': (p) =>
      `To ${p.secretary === '' ? 'the secretary' : `${p.secretary}, secretary`} of ${p.branch}: the meeting of ${toSecretary.en(p)}. Please tell the members of the branch.`,
  },
);
