import { defineMessages } from '../../platform/i18n/messages.ts';

/** Meetings and visits that no plan foresaw. */
export const outsideMessages = defineMessages(
  {
    'outside.title': (p: { month: string }) => `Dự ngoài kế hoạch tháng ${p.month}`,
    'outside.blank_form': 'Phiếu trống để in, cho người dự chưa có lượt trong kế hoạch (PDF)',
    'outside.lead':
      'Ghi một cuộc họp không có trong lịch, cùng người dự; cuộc họp có thể đã qua. Mỗi người có lượt dự và phiếu riêng.',
    'outside.open': 'Dự ngoài kế hoạch',
    'outside.not_yet': (p: { month: string }) =>
      `Kế hoạch tháng ${p.month} chưa công bố nên chưa ghi lượt dự ngoài kế hoạch`,
    'outside.not_yet_meeting':
      'Cuộc họp chưa có trong lịch thì thêm vào lịch tháng; khi lập kế hoạch, máy xếp người dự.',
    'outside.not_yet_calendar': 'Thêm cuộc họp',
    'outside.not_yet_observer':
      'Muốn chính mình hoặc một người trong danh bạ cùng dự thì cử người đó trên bàn điều phối, kể cả người có mức 0 lượt (cần ghi lý do).',
    'outside.not_yet_desk': 'Mở bàn điều phối',
    'outside.not_yet_later':
      'Lãnh đạo và người của ban chủ trì chưa có trong danh bạ, cùng cuộc họp đã qua: ghi sau khi công bố.',
    'outside.in_calendar':
      'Cuộc họp trong lịch chưa bắt đầu thì mở cuộc họp đó và bấm “Điều chỉnh”. Cuộc họp trong lịch đã bắt đầu thì ghi đúng ngày, giờ của nó.',
    'outside.record': 'Ghi người đã dự',
    'outside.who': 'Người dự',
    'outside.observer': (p: { number: number }) => (p.number === 1 ? 'Người dự' : `Người dự thứ ${p.number}`),
    'outside.nobody': '– Chọn người –',
    'outside.not_registered': 'chưa có trong danh bạ',
    'outside.observer_help':
      'Chuyên viên, hoặc người của ban chủ trì và lãnh đạo có tài khoản. Ai chưa có trong danh bạ được ghi vào với mức 0 lượt mỗi tháng, nên máy không xếp.',
    'outside.department': 'Ban, cơ quan của người chưa có trong danh bạ',
    'outside.no_department': '– Chọn ban, cơ quan –',
    'outside.department_missing': 'Hãy chọn ban, cơ quan của người chưa có trong danh bạ.',
    'outside.observer_missing': 'Hãy chọn ít nhất một người dự.',
    'outside.reason': 'Lý do',
    'outside.reason_help': 'Nếu có thư báo, người dự đọc lý do này trong thư.',
    'outside.counts': 'Theo chính sách của tháng, lượt dự này tính vào phần lượt dự của người dự.',
    'outside.besides': 'Theo chính sách của tháng, lượt dự này không tính vào phần lượt dự của người dự.',
    'outside.do': 'Ghi lượt dự',
    'outside.mails': 'Cuộc họp chưa qua thì mỗi người dự nhận một thư kèm tệp lịch; cuộc họp đã qua thì không gửi thư.',
    'outside.done': 'Đã ghi cuộc họp ngoài kế hoạch; người dự được báo bằng thư.',
    'outside.done_past': 'Đã ghi cuộc họp đã qua; không gửi thư. Người dự gửi phiếu như mọi lượt dự.',
    'outside.visit.counts': 'Ngoài kế hoạch; tính vào phần lượt dự',
    'outside.visit.besides': 'Ngoài kế hoạch; không tính vào phần lượt dự',
    'outside.load': (p: { count: number }) => `thêm ${p.count} lượt ngoài kế hoạch, không tính vào phần`,
  },
  {
    'outside.title': (p) => `Outside the plan of ${p.month}`,
    'outside.blank_form': 'A blank form to print, for who has no visit in the plan (PDF)',
    'outside.lead':
      'Enter a meeting that is not in the calendar, with its observers; it may be over. Each of them has a visit and a form of their own.',
    'outside.open': 'Visit outside the plan',
    'outside.not_yet': (p) => `The plan of ${p.month} is not published, so nothing is outside of it yet`,
    'outside.not_yet_meeting':
      'Add a meeting that is not in the calendar to the calendar of the month; the plan then sends people there.',
    'outside.not_yet_calendar': 'Add a meeting',
    'outside.not_yet_observer':
      'To go along, or have somebody of the register go along, send them on the desk, also who has 0 visits a month (with a reason).',
    'outside.not_yet_desk': 'Open the desk',
    'outside.not_yet_later':
      'Leaders and members of the board who are not in the register, and meetings that are over, are entered after publication.',
    'outside.in_calendar':
      'For a meeting of the calendar that has not begun, open that meeting and press “Amend”. For one that has begun, enter its very day and time.',
    'outside.record': 'Enter who went',
    'outside.who': 'Observers',
    'outside.observer': (p) => (p.number === 1 ? 'Observer' : `Observer ${p.number}`),
    'outside.nobody': '– Choose somebody –',
    'outside.not_registered': 'not in the register',
    'outside.observer_help':
      'A specialist, or somebody of the board or a leader who has an account. Whoever is not in the register is entered with 0 visits a month, so that no plan sends them.',
    'outside.department': 'Department of whoever is not in the register',
    'outside.no_department': '– Choose a department –',
    'outside.department_missing': 'Choose the department of whoever is not in the register.',
    'outside.observer_missing': 'Choose at least one observer.',
    'outside.reason': 'Reason',
    'outside.reason_help': 'If there is a mail, the observers read it there.',
    'outside.counts': 'By the policy of the month this visit counts towards the observer’s share.',
    'outside.besides': 'By the policy of the month this visit does not count towards the observer’s share.',
    'outside.do': 'Enter the visit',
    'outside.mails':
      'If the meeting is still to come, each observer gets a mail with a calendar file; if it is over, nobody is mailed.',
    'outside.done': 'The meeting outside the plan is entered; its observers are told by mail.',
    'outside.done_past':
      'The meeting, which is over, is entered; nobody is mailed. Its observers send a form as for every visit.',
    'outside.visit.counts': 'Outside the plan; counts towards the share',
    'outside.visit.besides': 'Outside the plan; does not count towards the share',
    'outside.load': (p) => `and ${p.count} outside the plan, not counted towards the share`,
  },
);
