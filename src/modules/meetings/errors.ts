import type { Day, Month } from '../../kernel/month.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';
import { formatDate, formatMonth } from '../../kernel/format.ts';
import type { BranchRef, MeetingRef, Ref } from '../../kernel/id.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'meeting.not_found': { meetingId: MeetingRef };
    'meeting.branch_not_found': { branchId: BranchRef };
    'meeting.month_published': { month: Month };
    'meeting.not_published': { month: Month };
    /** Somebody has published the month since its meeting was shown. */
    'meeting.published_meanwhile': { month: Month };
    'meeting.outside_month': { month: Month };
    /** The branch meets at that time already. */
    'meeting.in_calendar': { meetingId: MeetingRef };
    'meeting.leaves_month': { month: Month };
    'meeting.month_far': { month: Month; years: number };
    'meeting.is_cancelled': { meetingId: MeetingRef };
    'meeting.foreseen': { meetingId: MeetingRef };
    'calendar_change.not_found': { changeId: Ref<'CalendarChange'> };
    'inquiry.no_wish': Record<string, never>;
    'holiday.works_anyway': { day: Day };
    'holiday.leap_day': Record<string, never>;
  }
}

const written = (month: Month): string => formatMonth('vi', month);

export const meetingErrors = defineErrors<'meeting' | 'holiday' | 'calendar_change' | 'inquiry'>({
  'meeting.not_found': {
    status: 404,
    vi: () => 'Không có cuộc sinh hoạt này trong lịch. Hãy tải lại lịch tháng.',
    en: () => 'There is no such meeting in the calendar. Reload the month.',
  },
  'meeting.branch_not_found': {
    status: 404,
    vi: () => 'Không có chi bộ này, hoặc chi bộ đã ngừng hoạt động. Hãy chọn lại trong danh sách chi bộ.',
    en: () => 'There is no such branch, or it is archived. Choose one from the list of branches.',
  },
  'meeting.month_published': {
    status: 409,
    vi: ({ month }) =>
      `Phân công tháng ${written(month)} đã công bố nên không sửa cả lịch được nữa. Hãy mở từng cuộc họp để dời hoặc hủy; người dự được báo bằng thư.`,
    en: ({ month }) =>
      `The plan of ${formatMonth('en', month)} is published, so its calendar as a whole is closed. Open a single meeting to move or cancel it; whoever goes there is told by mail.`,
  },
  'meeting.outside_month': {
    status: 422,
    vi: ({ month }) => `Cuộc sinh hoạt phải bắt đầu trong tháng ${written(month)}. Hãy chọn một ngày trong tháng đó.`,
    en: ({ month }) => `The meeting must begin in ${written(month)}. Choose a day of that month.`,
  },
  'meeting.not_published': {
    status: 409,
    vi: ({ month }) => `Phân công tháng ${written(month)} chưa công bố. Hãy sửa cuộc họp trong lịch tháng.`,
    en: ({ month }) => `The plan of ${formatMonth('en', month)} is not published. Change the meeting in its calendar.`,
  },
  'meeting.published_meanwhile': {
    status: 409,
    vi: ({ month }) =>
      `Phân công tháng ${written(month)} vừa được công bố trong lúc đồng chí sửa, nên chưa lưu gì. Hãy xem ai đang được phân công và ai nhận thư báo, rồi bấm lần nữa.`,
    en: ({ month }) =>
      `The plan of ${formatMonth('en', month)} was published while you were editing, so nothing is saved yet. Look at who goes there now and who gets a mail, then press again.`,
  },
  'meeting.in_calendar': {
    status: 409,
    vi: () =>
      'Vào giờ này chi bộ đã có cuộc họp trong lịch. Hãy mở cuộc họp đó và bấm “Điều chỉnh” để cử thêm người, hoặc sửa ngày giờ.',
    en: () =>
      'The branch has a meeting in the calendar at that time already. Open that meeting and press “Amend” to send somebody there, or change day and time.',
  },
  'meeting.leaves_month': {
    status: 422,
    vi: ({ month }) =>
      `Phân công, phiếu và báo cáo đi theo tháng ${written(month)}, nên cuộc họp đã công bố chỉ dời được trong tháng đó. Nếu chi bộ họp sang tháng khác, hãy hủy cuộc này (người dự được báo) rồi thêm cuộc họp vào lịch tháng kia.`,
    en: ({ month }) =>
      `Plan, forms and briefing go by ${formatMonth('en', month)}, so a published meeting moves within that month only. If the branch meets in another month, cancel this meeting (whoever goes there is told) and add one to the calendar of the other month.`,
  },
  'meeting.month_far': {
    status: 422,
    vi: ({ month, years }) =>
      `Tháng ${written(month)} cách hiện nay hơn ${years} năm nên không lập lịch được. Hãy kiểm tra năm trên địa chỉ trang.`,
    en: ({ month, years }) =>
      `${formatMonth('en', month)} is more than ${years} years from now, so no calendar is made. Check the year in the page’s address.`,
  },
  'holiday.works_anyway': {
    status: 422,
    vi: ({ day }) =>
      `Ngày ${formatDate('vi', day)} vốn là ngày làm việc, không cần ghi làm bù. Hãy chọn thứ Bảy, Chủ nhật hoặc ngày nghỉ lễ.`,
    en: ({ day }) => `${formatDate('en', day)} is a working day anyway. Choose a Saturday, a Sunday or a day off.`,
  },
  'holiday.leap_day': {
    status: 422,
    vi: () => 'Ngày 29/02 không có hằng năm. Hãy ghi riêng cho từng năm có ngày này.',
    en: () => '29 February does not come every year. Enter it for each year that has it.',
  },
  'meeting.foreseen': {
    status: 409,
    vi: () => 'Cuộc sinh hoạt này theo lịch của chi bộ nên không xóa được. Nếu không họp, hãy hủy cuộc này.',
    en: () => 'This meeting follows from the branch’s own days and cannot be removed. If it is not held, cancel it.',
  },
  'calendar_change.not_found': {
    status: 404,
    vi: () => 'Không có lần sửa lịch này. Hãy tải lại lịch tháng.',
    en: () => 'There is no such change of the calendar. Reload the month.',
  },
  'inquiry.no_wish': {
    status: 409,
    vi: () => 'Chi bộ không còn đề nghị nào đang chờ cho cuộc họp này. Hãy tải lại trang.',
    en: () => 'No wish of the branch waits for this meeting any more. Reload the page.',
  },
  'meeting.is_cancelled': {
    status: 409,
    vi: () => 'Cuộc sinh hoạt này đã hủy. Hãy khôi phục trước, rồi sửa ngày giờ.',
    en: () => 'This meeting is cancelled. Restore it first, then change its time.',
  },
});
