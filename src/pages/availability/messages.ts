import { formatDate } from '../../kernel/format.ts';
import type { Day } from '../../kernel/month.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

interface Count {
  readonly count: number;
}

/** Texts about on which days specialists cannot be sent, or would rather not go. */
export const availabilityMessages = defineMessages(
  {
    'availability.title': (p: { month: string }) => `Lịch bận tháng ${p.month}`,
    'availability.lead': 'Hỏi mọi chuyên viên một lần trước khi lập kế hoạch; chỉ nhắc người chưa trả lời.',
    'availability.open': 'Hỏi lịch bận',
    'availability.tile.entered': 'Đã khai lịch bận',
    'availability.tile.nothing': 'Không bận ngày nào',
    'availability.tile.silent': 'Chưa trả lời',
    'availability.ask_title': 'Gửi thư hỏi',
    'availability.ask_text':
      'Mỗi người nhận một thư có hai liên kết: trang khai lịch bận, và một nút “không bận ngày nào”. Ai đã trả lời không nhận thư nữa.',
    'availability.until': 'Trả lời đến hết ngày',
    'availability.ask': (p: Count) => `Gửi thư cho ${p.count} người`,
    'availability.remind': (p: Count) => `Nhắc ${p.count} người chưa trả lời`,
    'availability.change_until': 'Đổi hạn trả lời',
    'availability.asked': (p: Count) => `Đã xếp thư cho ${p.count} người.`,
    'availability.asked_some': (p: { count: number; missed: number }) =>
      `Đã xếp thư cho ${p.count} người. ${p.missed} người thư và tin nhắn không tới được: hãy hỏi trực tiếp, danh sách dưới đây ghi số điện thoại.`,
    'availability.missed': (p: Count) =>
      `Trong đó ${p.count} người thư và tin nhắn không tới được; danh sách dưới đây ghi số điện thoại để gọi.`,
    'availability.nobody_asked': 'Không còn ai cần hỏi nên không gửi thư nào.',
    'availability.round_open': (p: { until: string; at: string }) =>
      `Đang chờ trả lời đến hết ngày ${p.until}. Gửi thư lần cuối lúc ${p.at}.`,
    'availability.round_over': (p: { until: string }) =>
      `Hạn trả lời đã hết ngày ${p.until}. Ai khai thêm vẫn được ghi, nhưng kế hoạch có thể đã lập.`,
    'availability.published': 'Phân công tháng này đã công bố nên không hỏi lịch bận nữa.',
    'availability.silent': 'Chưa trả lời',
    'availability.unasked': 'Chưa được hỏi',
    'availability.list': 'Xem danh sách',
    'availability.entered': 'Đã khai lịch bận',
    'availability.nothing': 'Không bận ngày nào',
    'availability.person': 'Chuyên viên',
    'availability.department': 'Ban, cơ quan',
    'availability.days': 'Số ngày có lịch bận',
    'availability.replied_at': 'Trả lời lúc',
    'availability.no_people': 'Danh bạ chưa có chuyên viên nào',

    'availability.own': (p: { month: string }) => `Ban hỏi lịch bận tháng ${p.month}`,
    'availability.own_until': (p: { until: Day }) => `Trả lời đến hết ngày ${formatDate('vi', p.until)}.`,
    'availability.own_late': (p: { until: Day }) =>
      `Hạn trả lời đã hết ngày ${formatDate('vi', p.until)}. Khai thêm vẫn được ghi, nhưng kế hoạch có thể đã lập: nếu trùng, hãy báo Ban.`,
    'availability.own_nothing': 'Không bận ngày nào',
    'availability.own_done': (p: Count) => `Đã khai đủ (${p.count} ngày)`,
    'availability.own_replied.nothing': 'Bạn đã trả lời: không bận ngày nào.',
    'availability.own_replied.entered': (p: Count) => `Bạn đã trả lời: bận ${p.count} ngày.`,
    'availability.replied': 'Đã ghi nhận trả lời.',

    'availability.link_title': 'Không bận ngày nào',
    'availability.link_hello': (p: { name: string; month: string; committee: string }) =>
      `Gửi đồng chí ${p.name}: ${p.committee} hỏi lịch bận tháng ${p.month}.`,
    'availability.link_submit': (p: { month: string }) => `Tháng ${p.month} tôi không bận ngày nào`,
    'availability.link_days': (p: Count) =>
      `Đồng chí đang có lịch bận ${p.count} ngày trong tháng này. Nếu đã đủ thì bấm nút dưới đây; muốn sửa, xin đăng nhập và mở “Lịch bận của tôi”.`,
    'availability.link_done': (p: Count) => `Đã khai đủ lịch bận (${p.count} ngày)`,
    'availability.link_note': 'Mở trang này chưa trả lời gì; chỉ khi bấm nút mới ghi nhận.',
    'availability.link_nothing': 'Đã ghi nhận: không bận ngày nào. Xin cảm ơn đồng chí.',
    'availability.link_entered': (p: Count) => `Đã ghi nhận lịch bận ${p.count} ngày. Xin cảm ơn đồng chí.`,
    'availability.link_change': 'Nếu sau này có việc bận, xin khai ở “Lịch bận của tôi”.',
    'availability.link_over': 'Đã hết hạn trả lời qua liên kết',
    'availability.link_over_text': (p: { until: string }) =>
      `Hạn là hết ngày ${p.until}. Nếu có việc bận, xin khai ở “Lịch bận của tôi” và báo Ban.`,
    'availability.link_unknown': 'Liên kết không dùng được',
    'availability.link_unknown_text':
      'Có thể liên kết bị ngắt khi sao chép. Hãy mở lại liên kết trong thư, hoặc đăng nhập và trả lời ở “Lịch bận của tôi”.',
    'availability.link_page': 'Mở lịch bận của tôi',

    'conflicts.title': 'Chi bộ tôi không nên dự',
    'conflicts.lead': 'Ngoài chi bộ đang sinh hoạt và nơi cư trú. Có hiệu lực ngay khi lập kế hoạch, và Ban thấy.',
    'conflicts.branch': 'Chi bộ',
    'conflicts.reason': 'Vì',
    'conflicts.until': 'Đến hết ngày',
    'conflicts.until_day': (p: { day: string }) => `đến hết ngày ${p.day}`,
    'conflicts.tell': 'Khai chi bộ này',
    'conflicts.told': 'Đã ghi: kế hoạch lập sau đây không cử đồng chí đến chi bộ này.',
    'conflicts.taken_back': 'Đã bỏ.',
    'conflicts.new': 'Chi bộ mà chuyên viên khai là không nên dự',
    'conflicts.new_text': 'Đã tính khi lập kế hoạch. Không đúng thì mở ra và bỏ.',
    'conflicts.told_at': (p: { at: string }) => `khai lúc ${p.at}`,
    'preferences.title': 'Không muốn đi vào',
    'preferences.lead': 'Nguyện vọng, không phải lịch bận: máy tránh khi có người khác đi được.',
    'preferences.none': 'lúc nào cũng được',
    'preferences.whole': 'cả ngày',
    'preferences.morning': 'buổi sáng',
    'preferences.afternoon': 'buổi chiều',
    'preferences.evening': 'buổi tối',
    'preferences.weekday.1': 'Thứ Hai',
    'preferences.weekday.2': 'Thứ Ba',
    'preferences.weekday.3': 'Thứ Tư',
    'preferences.weekday.4': 'Thứ Năm',
    'preferences.weekday.5': 'Thứ Sáu',
    'preferences.weekday.6': 'Thứ Bảy',
    'preferences.weekday.7': 'Chủ nhật',
    'preferences.save': 'Lưu nguyện vọng',
    'preferences.saved': 'Đã lưu nguyện vọng.',
    'preferences.unchanged': 'Nguyện vọng không có gì thay đổi.',
  },
  {
    'availability.title': (p) => `Absences of ${p.month}`,
    'availability.lead': 'Ask everybody once before the month is planned; only who has not replied is reminded.',
    'availability.open': 'Ask for absences',
    'availability.tile.entered': 'Entered days',
    'availability.tile.nothing': 'No day blocked',
    'availability.tile.silent': 'No reply yet',
    'availability.ask_title': 'Ask by mail',
    'availability.ask_text':
      'Everybody gets a mail with two links: the page on which to enter absences, and one button “no day blocked”. Who has replied gets no further mail.',
    'availability.until': 'Reply until the end of',
    'availability.ask': (p) => (p.count === 1 ? 'Send a mail to 1 person' : `Send a mail to ${p.count} people`),
    'availability.remind': (p) =>
      p.count === 1 ? 'Remind the 1 who has not replied' : `Remind the ${p.count} who have not replied`,
    'availability.change_until': 'Change the last day',
    'availability.asked': (p) => (p.count === 1 ? '1 person gets a mail.' : `${p.count} people get a mail.`),
    'availability.asked_some': (p) =>
      `Mails are on their way to ${p.count}. Neither a mail nor a message reaches ${p.missed}: ask them yourself; the list below gives their telephone numbers.`,
    'availability.missed': (p) =>
      `Neither a mail nor a message reaches ${p.count} of them; the list below gives their telephone numbers.`,
    'availability.nobody_asked': 'Nobody is left to be asked, so no mail was sent.',
    'availability.round_open': (p) => `Replies are waited for until the end of ${p.until}. Last mailing ${p.at}.`,
    'availability.round_over': (p) =>
      `The last day was ${p.until}. Later absences still count, but the plan may have been made.`,
    'availability.published': 'The plan of this month is published, so nobody is asked any more.',
    'availability.silent': 'No reply yet',
    'availability.unasked': 'Not asked yet',
    'availability.list': 'Show the list',
    'availability.entered': 'Entered days',
    'availability.nothing': 'No day blocked',
    'availability.person': 'Specialist',
    'availability.department': 'Department',
    'availability.days': 'Days away',
    'availability.replied_at': 'Replied',
    'availability.no_people': 'The directory has no specialists yet',

    'availability.own': (p) => `The board asks about ${p.month}`,
    'availability.own_until': (p) => `Reply until the end of ${formatDate('en', p.until)}.`,
    'availability.own_late': (p) =>
      `The last day was ${formatDate('en', p.until)}. What you enter still counts, but the plan may have been made: tell the board of a conflict.`,
    'availability.own_nothing': 'No day blocked',
    'availability.own_done': (p) => (p.count === 1 ? 'All entered (1 day)' : `All entered (${p.count} days)`),
    'availability.own_replied.nothing': 'You have replied: no day blocked.',
    'availability.own_replied.entered': (p) =>
      p.count === 1 ? 'You have replied: away on 1 day.' : `You have replied: away on ${p.count} days.`,
    'availability.replied': 'Your reply is noted.',

    'availability.link_title': 'No day blocked',
    'availability.link_hello': (p) => `To ${p.name}: ${p.committee} asks about your absences of ${p.month}.`,
    'availability.link_submit': (p) => `I have nothing to block in ${p.month}`,
    'availability.link_days': (p) =>
      `${p.count === 1 ? '1 day' : `${p.count} days`} of this month are entered for you. If that is all, press the button; to change it, sign in and open “My absences”.`,
    'availability.link_done': (p) => (p.count === 1 ? 'All entered: 1 day' : `All entered: ${p.count} days`),
    'availability.link_note': 'Opening this page replies nothing; only the button does.',
    'availability.link_nothing': 'Noted: no day blocked. Thank you.',
    'availability.link_entered': (p) => `Noted: away on ${p.count === 1 ? '1 day' : `${p.count} days`}. Thank you.`,
    'availability.link_change': 'If something comes up, enter it under “My absences”.',
    'availability.link_over': 'The link can no longer reply',
    'availability.link_over_text': (p) =>
      `The last day was ${p.until}. If you have days to block, enter them under “My absences” and tell the board.`,
    'availability.link_unknown': 'This link does not work',
    'availability.link_unknown_text':
      'Perhaps it was cut when it was copied. Open the link in the mail again, or sign in and reply under “My absences”.',
    'availability.link_page': 'Open my absences',

    'conflicts.title': 'Branches that I should not visit',
    'conflicts.lead':
      'Beside your own branch and that of your residence. Counts at once for planning, and the board sees it.',
    'conflicts.branch': 'Branch',
    'conflicts.reason': 'Because',
    'conflicts.until': 'Until the end of',
    'conflicts.until_day': (p) => `until the end of ${p.day}`,
    'conflicts.tell': 'Tell this branch',
    'conflicts.told': 'Noted: plans made from now on do not send you there.',
    'conflicts.taken_back': 'Taken back.',
    'conflicts.new': 'Branches that specialists say they should not visit',
    'conflicts.new_text': 'They count when the month is planned. If one is wrong, open it and remove it.',
    'conflicts.told_at': (p) => `told ${p.at}`,
    'preferences.title': 'Rather not on',
    'preferences.lead': 'A wish, not an absence: the planner avoids it where somebody else can go.',
    'preferences.none': 'any time',
    'preferences.whole': 'all day',
    'preferences.morning': 'in the morning',
    'preferences.afternoon': 'in the afternoon',
    'preferences.evening': 'in the evening',
    'preferences.weekday.1': 'Monday',
    'preferences.weekday.2': 'Tuesday',
    'preferences.weekday.3': 'Wednesday',
    'preferences.weekday.4': 'Thursday',
    'preferences.weekday.5': 'Friday',
    'preferences.weekday.6': 'Saturday',
    'preferences.weekday.7': 'Sunday',
    'preferences.save': 'Save the wishes',
    'preferences.saved': 'Your wishes are saved.',
    'preferences.unchanged': 'Nothing has changed in your wishes.',
  },
);
