import type { Locale } from '../../kernel/actor.ts';
import { formatDate, formatDayInSentence, formatWeekday } from '../../kernel/format.ts';
import type { Day } from '../../kernel/month.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import { type BranchesWithoutDay, saidWithoutDay } from './without-day.ts';

interface SavedMeeting {
  readonly branch: string;
  readonly day: Day;
  readonly time: string;
}

function when(locale: Locale, { day, time }: SavedMeeting): string {
  return `${time} ${formatDayInSentence(locale, day)}`;
}

/** Texts of the pages of a month's calendar. */
export const calendarMessages = defineMessages(
  {
    'calendar.title': (p: { month: string }) => `Lịch họp tháng ${p.month}`,
    'calendar.make': 'Lập lịch từ lịch chi bộ',
    'calendar.make_again': 'Cập nhật theo lịch chi bộ',
    'calendar.add': 'Thêm cuộc họp',
    'calendar.made': (p: {
      added: number;
      changed: number;
      removed: number;
      kept: number;
      without: BranchesWithoutDay;
    }) =>
      `Đã cập nhật lịch: thêm ${p.added}, đổi ${p.changed}, bỏ ${p.removed} cuộc họp; ${p.kept} cuộc sửa tay giữ nguyên.${saidWithoutDay.vi(p.without)}`,
    'calendar.cleared': (p: { count: number }) =>
      `Đã xóa ${p.count} cuộc họp khỏi lịch tháng. Lấy lại được ở cuối trang này.`,
    'calendar.saved': (p: SavedMeeting) => `Đã lưu: ${p.branch}, ${when('vi', p)}.`,
    'calendar.added': (p: SavedMeeting) => `Đã thêm vào lịch: ${p.branch}, ${when('vi', p)}.`,
    'calendar.was_cancelled': (p: SavedMeeting) => `Đã hủy cuộc họp của ${p.branch}, ${when('vi', p)}.`,
    'calendar.was_restored': (p: SavedMeeting) => `Đã khôi phục cuộc họp của ${p.branch}, ${when('vi', p)}.`,
    'calendar.removed': 'Đã xóa cuộc họp thêm tay. Lấy lại được ở cuối trang này.',
    'calendar.published':
      'Phân công tháng này đã công bố. Chi bộ đổi ngày giờ hay không họp, hãy mở cuộc họp đó để dời hoặc hủy; người dự được báo bằng thư.',
    'calendar.none': 'Tháng này chưa có lịch họp',
    'calendar.none_text':
      'Lịch được lập từ ngày giờ sinh hoạt của từng chi bộ; gặp ngày lễ, cuối tuần thì dời sang ngày làm việc kế tiếp.',
    'calendar.tile.meetings': 'Cuộc họp',
    'calendar.tile.branches': (p: { count: string }) => `${p.count} chi bộ`,
    'calendar.one_day': (p: { count: number; all: number; day: string }) =>
      `${p.count} trong ${p.all} cuộc họp rơi vào ngày ${p.day}`,
    'calendar.one_day_text':
      'Một ngày mỗi người chỉ dự được ít cuộc, nên phần lớn các cuộc này sẽ không có người dự. Hãy dời bớt trước khi lập kế hoạch.',
    'calendar.tile.busiest': 'Ngày đông nhất',
    'calendar.tile.busiest_note': (p: { count: string }) => `${p.count} cuộc họp trong ngày`,
    'calendar.tile.moved': 'Dời vì lễ, cuối tuần',
    'calendar.tile.edited': 'Sửa tay',
    'calendar.tile.cancelled': (p: { count: string }) => `${p.count} cuộc đã hủy`,
    'calendar.hour': 'Giờ',
    'calendar.branch': 'Chi bộ',
    'calendar.kind': 'Loại sinh hoạt',
    'calendar.notes': 'Ghi chú',
    'calendar.edit_of': (p: { branch: string }) => `Sửa cuộc họp của ${p.branch}`,
    'calendar.edited': 'sửa tay',
    'calendar.cancelled': 'đã hủy',
    'calendar.moved_from': (p: { day: string; because: string }) => `dời từ ${p.day}: ${p.because}`,
    'calendar.because.weekend': 'cuối tuần',
    'calendar.because.holiday': (p: { name: string }) => p.name,
    'calendar.because.taken': 'trùng cuộc họp khác của chi bộ',
    'calendar.holidays': 'Ngày nghỉ lễ trong tháng',
    'calendar.worked': 'Làm bù',
    'calendar.list_missing': (p: { year: string }) =>
      `Thông báo nghỉ lễ năm ${p.year} chưa được nhập: lịch mới tính ngày nghỉ lễ và ngày bù theo luật. Hãy nhập ngày Tết còn thiếu và các ngày hoán đổi khi có thông báo.`,
    'calendar.clear': 'Xóa lịch tháng này',
    'calendar.clear_text': (p: { meetings: number; edited: number }) =>
      `Bỏ cả ${p.meetings} cuộc họp của tháng${p.edited > 0 ? `, trong đó có ${p.edited} cuộc đã sửa tay` : ''}. Chỉ làm khi muốn lập lại từ đầu hoặc rút lại một lần nhập; sau đó còn lấy lại được.`,
    'calendar.clear_confirm': (p: { meetings: number }) => `Xóa ${p.meetings} cuộc họp`,

    'calendar.search': 'Tìm chi bộ, nơi họp, ghi chú',
    'calendar.organisation': 'Đảng bộ, đơn vị',
    'calendar.all_organisations': 'Mọi đơn vị',
    'calendar.day': 'Ngày',
    'calendar.all_days': 'Mọi ngày',
    'calendar.all_kinds': 'Mọi loại',
    'calendar.show_all': 'Mọi cuộc họp',
    'calendar.show.edited': 'Đã sửa tay',
    'calendar.show.added': 'Thêm tay',
    'calendar.show.moved': 'Dời vì lễ, cuối tuần',
    'calendar.show.day_off': 'Rơi vào ngày nghỉ',
    'calendar.show.doubled': 'Hai cuộc của một chi bộ cùng ngày',
    'calendar.show.second': 'Hai cuộc cùng loại trong tháng',
    'calendar.show.crowded': 'Ngày nhiều cuộc hơn số người',
    'calendar.show.cancelled': 'Đã hủy',
    'calendar.flag.day_off': 'rơi vào ngày nghỉ',
    'calendar.flag.doubled': 'chi bộ có cuộc khác cùng ngày',
    'calendar.flag.second': 'chi bộ có cuộc cùng loại khác trong tháng',
    'calendar.is_added': 'thêm tay',
    'calendar.just_saved': 'vừa lưu',
    'calendar.shown': (p: { shown: number; total: number }) => `Đang xem ${p.shown} trong ${p.total} cuộc họp.`,
    'calendar.none_found': 'Không có cuộc họp nào khớp',
    'calendar.none_found_text': (p: { total: number }) =>
      `Lịch tháng có ${p.total} cuộc họp, không cuộc nào khớp với những gì đang lọc.`,

    'calendar.move': 'Dời nhiều cuộc',
    'calendar.move_day': 'Dời bớt',
    'calendar.changes': 'Đã làm với nhiều cuộc họp',
    'calendar.change.moved': (p: { count: number; branch: string }) =>
      p.branch === '' ? `Dời ${p.count} cuộc họp` : `Dời cuộc họp của ${p.branch}`,
    'calendar.change.edited': (p: { count: number; branch: string }) =>
      p.branch === '' ? `Sửa ${p.count} cuộc họp` : `Sửa cuộc họp của ${p.branch}`,
    'calendar.change.cleared': (p: { count: number; branch: string }) => `Xóa lịch tháng (${p.count} cuộc họp)`,
    'calendar.change.removed': (p: { count: number; branch: string }) => `Xóa cuộc họp thêm tay của ${p.branch}`,
    'calendar.change.by': (p: { at: string; by: string }) => (p.by === '' ? p.at : `${p.at}, ${p.by}`),
    'calendar.change.open': 'Xem và báo các chi bộ',
    'calendar.change.take_back': 'Lấy lại',
    'calendar.change.is_taken_back': (p: { at: string }) => `đã lấy lại ${p.at}`,
    'calendar.change.taken_back': (p: { back: number; kept: number }) =>
      `Đã lấy lại ${p.back} cuộc họp.${p.kept > 0 ? ` ${p.kept} cuộc đã sửa sau đó nên giữ như hiện nay.` : ''}`,
    'calendar.change.was_taken_back': 'Lần này đã được lấy lại trước đó.',

    'calendar.capacity': (p: { meetings: number; people: number }) =>
      `${p.meetings} cuộc họp, ${p.people} người không có lịch bận`,
    'calendar.crowded': 'nhiều cuộc họp hơn số người',
    'calendar.doubts': 'Xem lại trước khi lưu',
    'calendar.doubt.holiday': (p: { day: Day; name: string }) =>
      `Ngày ${formatDate('vi', p.day)} là ngày nghỉ lễ (${p.name}).`,
    'calendar.doubt.weekend': (p: { day: Day }) => `Ngày ${formatDate('vi', p.day)} là ${formatWeekday('vi', p.day)}.`,
    'calendar.doubt.double': (p: { time: string }) => `Chi bộ đã có cuộc họp lúc ${p.time} cùng ngày.`,
    'calendar.doubt.second': (p: { day: Day }) =>
      `Chi bộ đã có cuộc họp ngày ${formatDate('vi', p.day)} trong tháng này.`,
    'calendar.doubt.past': (p: { day: Day; count: number }) =>
      `Ngày ${formatDate('vi', p.day)}, giờ này đã qua${p.count > 0 ? `: ${p.count} người được phân công sẽ được hỏi phiếu, không được mời đến nữa` : ''}.`,
    'calendar.doubt.away': (p: { name: string }) => `${p.name} có lịch bận lúc đó.`,
    'calendar.doubt.collision': (p: { name: string; branch: string; time: string }) =>
      `${p.name} không kịp dự cả hai: lượt khác ở ${p.branch} lúc ${p.time}.`,
    'calendar.doubt.confirm': 'Vẫn lưu',
    'calendar.meeting.new': 'Thêm cuộc họp',
    'calendar.meeting.branch': 'Chi bộ',
    'calendar.meeting.choose': 'Chọn chi bộ',
    'calendar.meeting.branch_missing': 'Hãy chọn chi bộ họp.',
    'calendar.meeting.day': 'Ngày họp',
    'calendar.meeting.time': 'Giờ bắt đầu',
    'calendar.meeting.minutes': 'Thời lượng (phút)',
    'calendar.meeting.place': 'Nơi họp',
    'calendar.meeting.place_help': 'Để trống nếu họp ở nơi thường lệ của chi bộ.',
    'calendar.meeting.note': 'Ghi chú',
    'calendar.meeting.when': 'Thời gian và nơi họp',
    'calendar.meeting.save': 'Lưu',
    'calendar.meeting.kept': 'Một khi đã sửa, cuộc họp này không còn đổi theo lịch thường lệ của chi bộ.',
    'calendar.meeting.published': (p: { names: string }) =>
      `Đã phân công: ${p.names}. Khi dời hoặc hủy, mỗi người nhận một thư ghi rõ thay đổi; ai đã nhận lịch thì được hỏi lại nếu đổi ngày giờ.`,
    'calendar.meeting.branch_told': (p: { mail: string }) => `Bí thư chi bộ cũng nhận thư khi dời hoặc hủy: ${p.mail}.`,
    'calendar.meeting.branch_told_if_ahead': (p: { mail: string }) =>
      `Cuộc họp đã qua: bí thư chi bộ (${p.mail}) chỉ nhận thư nếu dời sang lúc chưa tới.`,
    'calendar.meeting.branch_untold':
      'Danh bạ chưa có thư điện tử của bí thư chi bộ này: khi dời hoặc hủy, hãy tự báo cho chi bộ.',
    'calendar.meeting.published_over': 'Cuộc họp đã qua: khi dời hoặc hủy, không chuyên viên nào nhận thư.',
    'calendar.meeting.published_nobody': 'Phân công tháng này đã công bố, và chưa có ai dự cuộc họp này.',
    'calendar.meeting.cancel_told':
      'Cuộc họp vẫn còn trên lịch, ghi là đã hủy; sau đó còn khôi phục được. Thư báo cho người được phân công và cho bí thư chi bộ đều ghi lý do này.',
    'calendar.meeting.cancel_over':
      'Cuộc họp vẫn còn trên lịch, ghi là đã hủy; sau đó còn khôi phục được. Cuộc họp đã qua nên không ai nhận thư.',
    'calendar.meeting.is_cancelled_over':
      'Cuộc họp này đã hủy. Khôi phục thì các lượt dự trở lại như trước; cuộc họp đã qua nên không ai nhận thư.',
    'calendar.meeting.is_cancelled_told':
      'Cuộc họp này đã hủy. Khôi phục thì các lượt dự trở lại như trước, và người dự được báo bằng thư.',
    'calendar.meeting.cancel': 'Hủy cuộc họp này',
    'calendar.meeting.cancel_text': 'Cuộc họp vẫn còn trên lịch, ghi là đã hủy, và không ai được phân công dự.',
    'calendar.meeting.reason': 'Lý do',
    'calendar.meeting.remove': 'Xóa cuộc họp thêm tay này',
    'calendar.meeting.remove_text':
      'Cuộc họp này không theo lịch của chi bộ mà do thêm tay. Xóa thì không còn trên lịch; sau đó còn lấy lại được ở cuối trang lịch tháng.',
    'calendar.meeting.restore': 'Khôi phục cuộc họp',
    'calendar.meeting.is_cancelled': 'Cuộc họp này đã hủy. Khôi phục rồi mới sửa được ngày giờ.',
    'calendar.meeting.day_wrong': 'Hãy chọn một ngày có thật, ví dụ 03/12/2020.',
    'calendar.meeting.time_wrong': 'Hãy ghi giờ dạng 19:30.',
    'calendar.meeting.minutes_wrong': 'Hãy ghi số phút từ 15 đến 600.',
  },
  {
    'calendar.title': (p: { month: string }) => `Meetings of ${p.month}`,
    'calendar.make': 'Make it from the branches’ days',
    'calendar.make_again': 'Update from the branches’ days',
    'calendar.add': 'Add a meeting',
    'calendar.made': (p) =>
      `Calendar updated: ${p.added} added, ${p.changed} changed, ${p.removed} removed; ${p.kept} edited by hand stay.${saidWithoutDay.en(p.without)}`,
    'calendar.cleared': (p: { count: number }) =>
      `${p.count} meetings were removed from the month. They can be taken back at the foot of this page.`,
    'calendar.saved': (p) => `Saved: ${p.branch}, ${when('en', p)}.`,
    'calendar.added': (p) => `Added to the calendar: ${p.branch}, ${when('en', p)}.`,
    'calendar.was_cancelled': (p) => `The meeting of ${p.branch}, ${when('en', p)}, is cancelled.`,
    'calendar.was_restored': (p) => `The meeting of ${p.branch}, ${when('en', p)}, takes place after all.`,
    'calendar.removed': 'The added meeting is removed. It can be taken back at the foot of this page.',
    'calendar.published':
      'The plan of this month is published. If a branch meets at another time or not at all, open that meeting to move or cancel it; whoever goes there is told by mail.',
    'calendar.none': 'No meetings in this month yet',
    'calendar.none_text':
      'The calendar is made from each branch’s day and hour; from holidays and weekends it moves on to the next working day.',
    'calendar.tile.meetings': 'Meetings',
    'calendar.tile.branches': (p: { count: string }) => `${p.count} branches`,
    'calendar.one_day': (p) => `${p.count} of ${p.all} meetings fall on ${p.day}`,
    'calendar.one_day_text':
      'Nobody can attend many meetings in one day, so most of these would stay without anybody. Move some of them before planning.',
    'calendar.tile.busiest': 'Busiest day',
    'calendar.tile.busiest_note': (p: { count: string }) => `${p.count} meetings on that day`,
    'calendar.tile.moved': 'Moved by holidays, weekends',
    'calendar.tile.edited': 'Edited by hand',
    'calendar.tile.cancelled': (p: { count: string }) => `${p.count} cancelled`,
    'calendar.hour': 'Time',
    'calendar.branch': 'Branch',
    'calendar.kind': 'Kind',
    'calendar.notes': 'Notes',
    'calendar.edit_of': (p: { branch: string }) => `Edit the meeting of ${p.branch}`,
    'calendar.edited': 'edited',
    'calendar.cancelled': 'cancelled',
    'calendar.moved_from': (p: { day: string; because: string }) => `moved from ${p.day}: ${p.because}`,
    'calendar.because.weekend': 'weekend',
    'calendar.because.holiday': (p: { name: string }) => p.name,
    'calendar.because.taken': 'another meeting of the branch',
    'calendar.holidays': 'Days off of the month',
    'calendar.worked': 'Worked in exchange',
    'calendar.list_missing': (p: { year: string }) =>
      `The announced days off of ${p.year} have not been entered: the calendar knows the holidays and days in lieu of the law alone. Enter the missing day of Tết and the swapped days once they are announced.`,
    'calendar.clear': 'Empty this calendar',
    'calendar.clear_text': (p) =>
      `Removes all ${p.meetings} meetings of the month${p.edited > 0 ? `, ${p.edited} of them edited by hand` : ''}. Do it only to begin anew or to take an import back; it can be taken back afterwards.`,
    'calendar.clear_confirm': (p) => `Remove ${p.meetings} meetings`,

    'calendar.search': 'Search branches, places, notes',
    'calendar.organisation': 'Organisation',
    'calendar.all_organisations': 'All organisations',
    'calendar.day': 'Day',
    'calendar.all_days': 'All days',
    'calendar.all_kinds': 'All kinds',
    'calendar.show_all': 'All meetings',
    'calendar.show.edited': 'Edited by hand',
    'calendar.show.added': 'Added by hand',
    'calendar.show.moved': 'Moved by holidays, weekends',
    'calendar.show.day_off': 'On a day off',
    'calendar.show.doubled': 'Two of a branch on one day',
    'calendar.show.second': 'Two of a kind in the month',
    'calendar.show.crowded': 'On days with more meetings than people',
    'calendar.show.cancelled': 'Cancelled',
    'calendar.flag.day_off': 'on a day off',
    'calendar.flag.doubled': 'the branch has another one on that day',
    'calendar.flag.second': 'the branch has another one of its kind this month',
    'calendar.is_added': 'added by hand',
    'calendar.just_saved': 'just saved',
    'calendar.shown': (p) => `${p.shown} of ${p.total} meetings are shown.`,
    'calendar.none_found': 'No meeting matches',
    'calendar.none_found_text': (p) =>
      `The month has ${p.total === 1 ? '1 meeting, and it does not match' : `${p.total} meetings, and none of them matches`} what is asked for.`,

    'calendar.move': 'Move many',
    'calendar.move_day': 'Move some',
    'calendar.changes': 'Done to many meetings',
    'calendar.change.moved': (p) =>
      p.branch === '' ? `${p.count} meetings moved` : `The meeting of ${p.branch} moved`,
    'calendar.change.edited': (p) =>
      p.branch === '' ? `${p.count} meetings edited` : `The meeting of ${p.branch} edited`,
    'calendar.change.cleared': (p) => `Calendar emptied (${p.count} meetings)`,
    'calendar.change.removed': (p) => `Added meeting of ${p.branch} removed`,
    'calendar.change.by': (p) => (p.by === '' ? p.at : `${p.at}, ${p.by}`),
    'calendar.change.open': 'Look, and tell the branches',
    'calendar.change.take_back': 'Take back',
    'calendar.change.is_taken_back': (p) => `taken back ${p.at}`,
    'calendar.change.taken_back': (p) =>
      `${p.back === 1 ? '1 meeting is' : `${p.back} meetings are`} back.${p.kept > 0 ? ` ${p.kept} edited since ${p.kept === 1 ? 'stays' : 'stay'} as now.` : ''}`,
    'calendar.change.was_taken_back': 'It was taken back before.',

    'calendar.capacity': (p) =>
      `${p.meetings === 1 ? '1 meeting' : `${p.meetings} meetings`}, ${p.people === 1 ? '1 person' : `${p.people} people`} not away`,
    'calendar.crowded': 'more meetings than people',
    'calendar.doubts': 'Look again before you save',
    'calendar.doubt.holiday': (p) => `${formatDate('en', p.day)} is a day off (${p.name}).`,
    'calendar.doubt.weekend': (p) => `${formatDate('en', p.day)} is a ${formatWeekday('en', p.day)}.`,
    'calendar.doubt.double': (p) => `The branch meets at ${p.time} on the same day already.`,
    'calendar.doubt.second': (p) => `The branch meets on ${formatDate('en', p.day)} already this month.`,
    'calendar.doubt.past': (p) =>
      `That time on ${formatDate('en', p.day)} has passed${p.count > 0 ? `: ${p.count === 1 ? '1 person who is' : `${p.count} people who are`} assigned will be asked for the form and no longer invited` : ''}.`,
    'calendar.doubt.away': (p) => `${p.name} is away then.`,
    'calendar.doubt.collision': (p) => `${p.name} cannot make both: another visit is at ${p.branch} at ${p.time}.`,
    'calendar.doubt.confirm': 'Save all the same',
    'calendar.meeting.new': 'Add a meeting',
    'calendar.meeting.branch': 'Branch',
    'calendar.meeting.choose': 'Choose a branch',
    'calendar.meeting.branch_missing': 'Choose the branch that meets.',
    'calendar.meeting.day': 'Day',
    'calendar.meeting.time': 'Begins at',
    'calendar.meeting.minutes': 'Duration (minutes)',
    'calendar.meeting.place': 'Place',
    'calendar.meeting.place_help': 'Empty for the branch’s usual place.',
    'calendar.meeting.note': 'Note',
    'calendar.meeting.when': 'When and where',
    'calendar.meeting.save': 'Save',
    'calendar.meeting.kept': 'Once edited, this meeting no longer follows the branch’s usual day.',
    'calendar.meeting.published': (p) =>
      `Assigned: ${p.names}. If you move or cancel it, each gets one mail that says what changed; whoever has accepted is asked again where day or time change.`,
    'calendar.meeting.branch_told': (p) =>
      `The secretary of the branch also gets a mail if it moves or is cancelled: ${p.mail}.`,
    'calendar.meeting.branch_told_if_ahead': (p) =>
      `The meeting is over: the secretary of the branch (${p.mail}) gets a mail only if you move it to a time ahead.`,
    'calendar.meeting.branch_untold':
      'The directory has no mail address of this branch’s secretary: if you move or cancel it, tell the branch yourself.',
    'calendar.meeting.published_over': 'The meeting is over: if you move or cancel it, no specialist gets a mail.',
    'calendar.meeting.published_nobody': 'The plan of this month is published, and nobody goes to this meeting so far.',
    'calendar.meeting.cancel_told':
      'It stays in the calendar as cancelled and can be restored. The mails to those assigned and to the secretary of the branch give this reason.',
    'calendar.meeting.cancel_over':
      'It stays in the calendar as cancelled and can be restored. It is over, so nobody gets a mail.',
    'calendar.meeting.is_cancelled_over':
      'This meeting is cancelled. If you restore it, its visits are as they were; it is over, so nobody gets a mail.',
    'calendar.meeting.is_cancelled_told':
      'This meeting is cancelled. If you restore it, its visits are as they were, and whoever goes there is told by mail.',
    'calendar.meeting.cancel': 'Cancel this meeting',
    'calendar.meeting.cancel_text': 'It stays in the calendar as cancelled, and nobody is assigned to it.',
    'calendar.meeting.reason': 'Reason',
    'calendar.meeting.remove': 'Remove this added meeting',
    'calendar.meeting.remove_text':
      'No rule of the branch foresees this meeting; somebody added it. Removed, it leaves the calendar, and can be taken back at the foot of the month’s calendar.',
    'calendar.meeting.restore': 'Restore the meeting',
    'calendar.meeting.is_cancelled': 'This meeting is cancelled. Restore it before you change its time.',
    'calendar.meeting.day_wrong': 'Choose a real day, such as 03/12/2020.',
    'calendar.meeting.time_wrong': 'Write the time like 19:30.',
    'calendar.meeting.minutes_wrong': 'Write 15 to 600 minutes.',
  },
);
