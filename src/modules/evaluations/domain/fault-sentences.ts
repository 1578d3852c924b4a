import type { Locale } from '../../../kernel/actor.ts';
import type { Fault } from '../../../kernel/domain-error.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import { formatDate, formatMinutes, formatMonth, formatNumber } from '../../../kernel/plain-format.ts';
import { MEETING_KIND_TERMS } from '../../../kernel/vocabulary.ts';

/*
 * One sentence per fault and warning of a form: key `fault.` and the fault's code, with its parameters. The phone says
 * the same without a network, so that nothing here may need a package.
 */

const vi = {
  'fault.answer.not_an_object': 'Phiếu gửi lên không đọc được. Hãy tải lại trang rồi gửi lại.',
  'fault.answer.unknown_field': 'Phiếu không có mục này. Tải lại trang để lấy mẫu phiếu mới nhất.',
  'fault.answer.required': 'Mục này cần điền.',
  'fault.answer.not_a_count': 'Ghi một số nguyên, ví dụ 36.',
  'fault.answer.too_small': (p: { minimum: number }) => `Ít nhất là ${p.minimum}. Hãy kiểm tra lại.`,
  'fault.answer.too_large': (p: { maximum: number }) => `Nhiều nhất là ${p.maximum}. Hãy kiểm tra lại.`,
  'fault.answer.not_a_number': 'Ghi một con số, ví dụ 12,5.',
  'fault.answer.decimals': (p: { decimals: number }) =>
    p.decimals === 0 ? 'Ghi một số nguyên, ví dụ 36.' : `Ghi tối đa ${p.decimals} số lẻ.`,
  'fault.answer.not_points': (p: { maximum: number; step: number }) =>
    `Ghi điểm từ 0 đến ${formatNumber('vi', p.maximum)}, mỗi bậc ${formatNumber('vi', p.step)}.`,
  'fault.answer.not_a_time': 'Ghi giờ và phút, ví dụ 19:30.',
  'fault.answer.not_a_date': 'Ngày này không có. Ghi theo dạng ngày/tháng/năm, ví dụ 03/12/2020.',
  'fault.answer.not_text': 'Mục này cần ghi bằng chữ.',
  'fault.answer.too_long': (p: { maximum: number; length: number }) =>
    `Dài ${p.length} ký tự, tối đa ${p.maximum}. Hãy viết gọn lại.`,
  'fault.answer.control_character': 'Có ký tự lạ không in được, thường do chép từ nơi khác. Xóa đoạn đó và gõ lại.',
  'fault.answer.not_an_option': 'Chọn một trong các mục có sẵn.',
  'fault.answer.not_a_list': 'Danh sách gửi lên không đọc được. Tải lại trang và nhập lại mục này.',
  'fault.answer.too_many': (p: { maximum: number }) => `Tối đa ${p.maximum} mục. Hãy gộp những nội dung giống nhau.`,
  'fault.answer.outside_month': (p: { month: Month }) =>
    `Ngày họp phải trong tháng ${formatMonth('vi', p.month)} của lượt dự này.`,
  'fault.answer.in_future': (p: { today: Day }) =>
    `Hôm nay là ${formatDate('vi', p.today)}, buổi họp chưa diễn ra. Hãy kiểm tra lại ngày.`,
  'fault.answer.not_over': (p: { now: string }) =>
    `Bây giờ là ${p.now}, buổi họp chưa kết thúc. Lưu nháp, và gửi phiếu khi họp xong.`,
  'fault.answer.ends_before_start': (p: { startedAt: string }) => `Giờ kết thúc phải sau giờ bắt đầu (${p.startedAt}).`,
  'fault.answer.members_differ': (p: { membersTotal: number; sum: number }) =>
    `Chính thức và dự bị cộng lại là ${p.sum}, tổng số ghi ${p.membersTotal}. Hãy kiểm tra lại.`,
  'fault.answer.more_than_members': (p: { membersTotal: number }) =>
    `Miễn sinh hoạt và làm nhiệm vụ đặc biệt phải ít hơn tổng số đảng viên (${p.membersTotal}).`,
  'fault.answer.more_than_entitled': (p: { entitled: number }) =>
    `Nhiều hơn số phải dự (${p.entitled}). Hãy kiểm tra lại.`,
  'fault.answer.more_than_absent': (p: { absent: number }) => `Nhiều hơn số vắng mặt (${p.absent}). Hãy kiểm tra lại.`,
  'fault.answer.absent_differ': (p: { absent: number; excused: number }) =>
    `Tổng số vắng là ${p.absent}, nên vắng có lý do phải là ${p.excused}. Bỏ trống thì phiếu tự tính.`,
  'fault.answer.more_than_present': (p: { present: number }) => `Nhiều hơn số có mặt (${p.present}). Hãy kiểm tra lại.`,
  'fault.answer.more_than_set': (p: { targetsSet: number }) =>
    `Nhiều hơn số chỉ tiêu đã đề ra (${p.targetsSet}). Hãy kiểm tra lại.`,
  'fault.answer.unknown_directive':
    'Có yêu cầu không thuộc chi bộ này hoặc bị lặp. Tải lại trang để lấy danh sách đúng.',
  'fault.answer.directive_open': (p: { text: string }) => `Chưa ghi kết quả của yêu cầu “${p.text}”.`,

  'fault.warning.short': (p: { minutes: number; required: number }) =>
    `Buổi họp dài ${formatMinutes('vi', p.minutes)}, quy định ít nhất ${formatMinutes('vi', p.required)}. Nếu đúng vậy thì cứ gửi.`,
  'fault.warning.long': (p: { minutes: number }) =>
    `Buổi họp dài ${formatMinutes('vi', p.minutes)}. Hãy xem lại giờ bắt đầu và kết thúc.`,
  'fault.warning.other_day': (p: { planned: Day }) =>
    `Lịch ghi ngày ${formatDate('vi', p.planned)}. Nếu chi bộ đã dời ngày thì cứ gửi.`,
  'fault.warning.other_kind': (p: { planned: MeetingKind }) =>
    `Lịch ghi sinh hoạt ${MEETING_KIND_TERMS[p.planned].vi}. Nếu đã đổi thì cứ gửi.`,
  'fault.warning.nobody_spoke': 'Không có ai phát biểu. Nếu đúng vậy thì cứ gửi.',
  'fault.warning.fewer_opinions': (p: { speakers: number }) =>
    `Số lượt ý kiến ít hơn số người phát biểu (${p.speakers}).`,
  'fault.warning.nothing_observed': 'Chưa ghi ưu điểm hay hạn chế nào. Hội nghị giao ban cần ít nhất một nhận xét.',
  'fault.warning.no_authority': 'Chưa đề nghị nơi trả lời phản ánh này.',
  'fault.warning.phone': 'Có số điện thoại. Nội dung này vào báo cáo cho cả hội nghị đọc; hãy bỏ số điện thoại.',
  'fault.warning.person':
    'Có vẻ ghi tên một người. Nội dung này vào báo cáo cho cả hội nghị đọc; hãy ghi sự việc, không ghi tên.',
  'fault.warning.self_total': (p: { sum: number }) =>
    `Các mục tự chấm cộng lại là ${formatNumber('vi', p.sum)} điểm, khác tổng điểm đã ghi.`,
};

type InBoth<V> = { readonly [K in keyof V]: V[K] extends string ? string : V[K] };

const en: InBoth<typeof vi> = {
  'fault.answer.not_an_object': 'The form could not be read. Reload the page and send it again.',
  'fault.answer.unknown_field': 'The form has no such question. Reload the page for the current form.',
  'fault.answer.required': 'Please fill this in.',
  'fault.answer.not_a_count': 'Give a whole number, such as 36.',
  'fault.answer.too_small': (p) => `At least ${p.minimum}. Please check.`,
  'fault.answer.too_large': (p) => `At most ${p.maximum}. Please check.`,
  'fault.answer.not_a_number': 'Give a number, such as 12.5.',
  'fault.answer.decimals': (p) =>
    p.decimals === 0 ? 'Give a whole number, such as 36.' : `Give at most ${p.decimals} decimals.`,
  'fault.answer.not_points': (p) => `Give points from 0 to ${p.maximum} in steps of ${p.step}.`,
  'fault.answer.not_a_time': 'Give hours and minutes, such as 19:30.',
  'fault.answer.not_a_date': 'There is no such day. Write day/month/year, such as 03/12/2020.',
  'fault.answer.not_text': 'This wants words.',
  'fault.answer.too_long': (p) => `${p.length} characters, at most ${p.maximum}. Please shorten it.`,
  'fault.answer.control_character':
    'There is a character that cannot be printed, mostly from copying. Delete that part and type it again.',
  'fault.answer.not_an_option': 'Choose one of those offered.',
  'fault.answer.not_a_list': 'This list could not be read. Reload the page and enter it again.',
  'fault.answer.too_many': (p) => `At most ${p.maximum}. Please join what belongs together.`,
  'fault.answer.outside_month': (p) => `The meeting must lie in the month of this visit (${p.month}).`,
  'fault.answer.in_future': (p) =>
    `Today is ${formatDate('en', p.today)}; the meeting has not taken place. Please check the day.`,
  'fault.answer.not_over': (p) =>
    `It is ${p.now}, and the meeting is not over. Save a draft, and send the form afterwards.`,
  'fault.answer.ends_before_start': (p) => `It must end after it began (${p.startedAt}).`,
  'fault.answer.members_differ': (p) =>
    `Official and probationary make ${p.sum}, the total says ${p.membersTotal}. Please check.`,
  'fault.answer.more_than_members': (p) =>
    `Exempted and on special duty must be fewer than all members (${p.membersTotal}).`,
  'fault.answer.more_than_entitled': (p) => `More than had to be there (${p.entitled}). Please check.`,
  'fault.answer.more_than_absent': (p) => `More than were absent (${p.absent}). Please check.`,
  'fault.answer.absent_differ': (p) =>
    `${p.absent} were absent, so ${p.excused} must have been excused. Left empty, the form works it out.`,
  'fault.answer.more_than_present': (p) => `More than were present (${p.present}). Please check.`,
  'fault.answer.more_than_set': (p) => `More than the targets set (${p.targetsSet}). Please check.`,
  'fault.answer.unknown_directive':
    'A directive is not this branch’s or stands twice. Reload the page for the right list.',
  'fault.answer.directive_open': (p) => `No result yet for “${p.text}”.`,

  'fault.warning.short': (p) =>
    `It lasted ${formatMinutes('en', p.minutes)}; the rule asks for at least ${formatMinutes('en', p.required)}. If that is so, send it.`,
  'fault.warning.long': (p) => `It lasted ${formatMinutes('en', p.minutes)}. Please look at the times again.`,
  'fault.warning.other_day': (p) =>
    `The calendar says ${formatDate('en', p.planned)}. If the branch moved its day, send it.`,
  'fault.warning.other_kind': (p) =>
    `The calendar says ${MEETING_KIND_TERMS[p.planned].en}. If that has changed, send it.`,
  'fault.warning.nobody_spoke': 'Nobody spoke. If that is so, send it.',
  'fault.warning.fewer_opinions': (p) => `Fewer opinions than speakers (${p.speakers}).`,
  'fault.warning.nothing_observed':
    'No strength and no shortcoming yet. The conference needs at least one observation.',
  'fault.warning.no_authority': 'No authority is proposed for this reflection yet.',
  'fault.warning.phone': 'There is a telephone number. A whole conference reads this in the briefing; take it out.',
  'fault.warning.person':
    'This seems to name a person. A whole conference reads it in the briefing; say what happened, not who.',
  'fault.warning.self_total': (p) => `The branch’s groups add up to ${p.sum}, not to the total given.`,
};

export const FAULT_SENTENCES = { vi, en };

/** What is said of a place that is wrong, empty or unusual. */
export function sentenceOf({ code, params = {} }: Pick<Fault, 'code' | 'params'>, locale: Locale): string {
  const said = (FAULT_SENTENCES[locale] as Readonly<Record<string, string | ((params: never) => string)>>)[
    `fault.${code}`
  ];
  if (said === undefined) throw new Error(`unknown fault ${code}`);
  return typeof said === 'string' ? said : said(params as never);
}
