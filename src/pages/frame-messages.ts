import { defineMessages } from '../platform/i18n/messages.ts';

/** Texts of the main navigation, the steps of a month, the keyboard help, and of errors about somebody else's work. */
export const frameMessages = defineMessages(
  {
    'layout.product': 'Giao Ban',
    'error.todo.not_yours':
      'Xem lượt dự và phiếu của bạn từ trang đầu. Nếu người khác chuyển cho bạn đường dẫn này để nhờ bạn làm thay, hãy báo ban chủ trì: chỉ ban chủ trì cử được người thay.',
    'nav.plan': 'Kế hoạch',
    'nav.people': 'Người dự',
    'nav.forms': 'Phiếu',
    'nav.briefing': 'Giao ban',
    'nav.directory': 'Danh bạ',
    'nav.visits': 'Lượt dự của tôi',
    'nav.service': 'Hệ thống',
    'nav.policy': 'Chính sách',
    'nav.accounts': 'Tài khoản',
    'nav.mails': 'Thư mắc lại',
    'nav.mailbox': 'Hộp thư mẫu',
    'month_progress.label': (p: { month: string }) => `Tiến trình tháng ${p.month}`,
    'month_progress.previous': 'Tháng trước',
    'month_progress.next': 'Tháng sau',
    'month_progress.add_up': (p: {
      assigned: number;
      declined: number;
      kept: number;
      made: number;
      missed: number;
      open: number;
      expected: number;
    }) =>
      `${p.assigned} lượt được phân công = ${p.kept} lượt giữ nguyên + ${p.declined} lượt đã từ chối. Trong ${p.kept} lượt đó: ${p.made} đã dự, ${p.missed} không dự được, ${p.open} chưa có kết quả. Cần có phiếu: ${p.expected} = ${p.made} + ${p.open}.`,
    'month_progress.calendar': 'Lịch họp',
    'month_progress.leave': 'Lịch bận',
    'month_progress.draft': 'Bản nháp',
    'month_progress.submitted': 'Lãnh đạo duyệt',
    'month_progress.published': 'Công bố',
    'month_progress.visits': 'Dự họp',
    'month_progress.forms': 'Phiếu',
    'month_progress.conference': 'Giao ban',
    'month_progress.state.done': 'đã xong',
    'month_progress.state.now': 'đang ở bước này',
    'month_progress.state.ahead': 'chưa tới',
    'keys.title': 'Phím tắt',
    'keys.search': 'tìm trong trang',
    'keys.move': 'sang lượt bên cạnh trong bảng tháng',
    'keys.why': 'xem vì sao',
    'keys.list': 'mở danh sách này',
    'keys.close': 'Đóng',
  },
  {
    'layout.product': 'Giao Ban',
    'error.todo.not_yours':
      'Your own visits and forms are on the first page. If somebody sent you this address so that you do it in their place, tell the board: only the board sends somebody else.',
    'nav.plan': 'Plan',
    'nav.people': 'People',
    'nav.forms': 'Forms',
    'nav.briefing': 'Briefing',
    'nav.directory': 'Directory',
    'nav.visits': 'My visits',
    'nav.service': 'Service',
    'nav.policy': 'Policy',
    'nav.accounts': 'Accounts',
    'nav.mails': 'Stuck mails',
    'nav.mailbox': 'Sample mailbox',
    'month_progress.label': (p: { month: string }) => `The progress of ${p.month}`,
    'month_progress.previous': 'Previous month',
    'month_progress.next': 'Next month',
    'month_progress.add_up': (p) =>
      `Visits assigned: ${p.assigned} = ${p.kept} that stand + ${p.declined} declined. Of the ${p.kept}: ${p.made} made, ${p.missed} missed, ${p.open} without a result yet. Forms wanted: ${p.expected} = ${p.made} + ${p.open}.`,
    'month_progress.calendar': 'Calendar',
    'month_progress.leave': 'Absences',
    'month_progress.draft': 'Draft',
    'month_progress.submitted': 'Approval',
    'month_progress.published': 'Publication',
    'month_progress.visits': 'Visits',
    'month_progress.forms': 'Forms',
    'month_progress.conference': 'Conference',
    'month_progress.state.done': 'done',
    'month_progress.state.now': 'the month is here',
    'month_progress.state.ahead': 'still ahead',
    'keys.title': 'Keys',
    'keys.search': 'search in the page',
    'keys.move': 'to the next visit in the month',
    'keys.why': 'see why',
    'keys.list': 'this list',
    'keys.close': 'Close',
  },
);
