import type { NoFacts } from '../../kernel/domain-error.ts';
import type { Locale } from '../../kernel/actor.ts';
import { dayIn, type Month, timeIn } from '../../kernel/month.ts';
import type { AccountId } from '../../kernel/id.ts';
import type { NotedAction } from './domain/desk-action.ts';
import type { MovedHour } from './domain/moved-hours.ts';
import type { PlanState } from './domain/plan-state.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';
import { formatDayInSentence, formatMonth } from '../../kernel/format.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'plan.not_found': { month: Month };
    'plan.nothing_to_plan': { month: Month };
    'plan.month_over': { month: Month };
    'plan.begun_meanwhile': { month: Month; leftOut: number };
    'plan.all_begun': { month: Month };
    'plan.already_published': { month: Month };
    'plan.not_publishable': { month: Month };
    'plan.outdated': { month: Month };
    'plan.needs_approval': { month: Month };
    'plan.wrong_step': { month: Month; state: PlanState };
    'plan.under_review': { month: Month; state: 'submitted' | 'approved' };
    'plan.outdated_in_review': { month: Month };
    'plan.needs_no_approval': { month: Month };
    'plan.nobody_approves': { month: Month };
    'plan.own_submission': { month: Month };
    'plan.comment_missing': NoFacts;
    'plan.comment_long': { length: number; longest: number };
    'plan.no_history': { month: Month };
    'plan.observers_contradict': NoFacts;
    /** The plan is so already; somebody was quicker, or pressed twice. */
    'plan.already_so': NoFacts;
    'plan.not_so': NoFacts;
    /** Somebody has no visits in a plan, or no mail about them. */
    'plan.no_duties': { month: Month };
    'plan.nothing_to_undo': NoFacts;
    'plan.nothing_to_redo': NoFacts;
    /** The error's faults say which rules. */
    'plan.edit_refused': NoFacts;
    'plan.edit_wants_reason': NoFacts;
    'plan.no_proposal': NoFacts;
    'plan.decision_holds': NoFacts;
    'plan.proposal_only_whole': NoFacts;
    'plan.proposal_outdated': NoFacts;
    'plan.not_published': { month: Month };
    'plan.amendment_empty': NoFacts;
    'plan.amendment_reason_missing': NoFacts;
    'plan.amendment_reason_long': { length: number; longest: number };
    /** The error's faults say which rules. */
    'plan.amendment_refused': NoFacts;
    /** Something has changed since the rules that it breaks were shown. */
    'plan.amendment_breaks_more': NoFacts;
    /** Somebody has moved a meeting since its hour was shown. */
    'plan.amendment_hours_moved': { moved: readonly MovedHour[]; zone: string };
    'plan.outside_nobody': NoFacts;
    /** The error's faults say which rules. */
    'plan.outside_refused': NoFacts;
    /** A person, a meeting or a visit that the month no longer has. */
    'plan.unknown_duty': NoFacts;
    'plan.meeting_begun': NoFacts;
    /** Visits that a replan takes somebody off, and that were accepted since it was looked at. */
    'plan.accepted_since': { count: number };
    'backtest.not_found': NoFacts;
    'backtest.nothing_tried': NoFacts;
    'backtest.under_way': NoFacts;
    'plan.variant_name': { longest: number };
    'plan.variant_name_taken': { name: string };
    'plan.too_many_variants': { most: number };
    'plan.variant_not_found': { month: Month };
    'plan.variant_in_use': NoFacts;
    'plan.variant_under_way': { month: Month };
    'plan.trial_not_found': NoFacts;
    'plan.trial_under_way': { month: Month };
    'plan.edited_meanwhile': { by: AccountId | null; action: NotedAction; isUndone: boolean };
  }
}

const STATES: Record<PlanState, { vi: string; en: string }> = {
  draft: { vi: 'đang là bản nháp', en: 'is a draft' },
  submitted: { vi: 'đang chờ duyệt', en: 'waits for approval' },
  approved: { vi: 'đã được duyệt', en: 'is approved' },
  published: { vi: 'đã được công bố', en: 'is published' },
  superseded: { vi: 'đã được thay bằng kế hoạch khác', en: 'was replaced by another plan' },
};

/** `thứ Năm 03/12/2020 19:30 → thứ Sáu 04/12/2020 19:30`, of several meetings one after the other. */
function movedInWords(locale: Locale, zone: string, moved: readonly MovedHour[]): string {
  const at = (when: Date) => `${formatDayInSentence(locale, dayIn(zone, when))} ${timeIn(zone, when)}`;
  return moved.map(({ was, now }) => `${at(was)} → ${at(now)}`).join('; ');
}

const written = (month: Month): string => formatMonth('vi', month);

export const planningErrors = defineErrors<'plan' | 'backtest'>({
  'plan.outside_nobody': {
    status: 422,
    vi: () => 'Hãy chọn ít nhất một người dự.',
    en: () => 'Choose at least one observer.',
  },
  'plan.outside_refused': {
    status: 422,
    vi: () =>
      'Không ghi được cuộc họp này với người dự đã chọn. Hãy xem vì sao bên dưới, rồi chọn người khác hoặc sửa giờ.',
    en: () =>
      'The meeting cannot be entered with these observers. See below why, then choose somebody else or another time.',
  },
  'backtest.not_found': {
    status: 404,
    vi: () => 'Không có lần chạy thử này.',
    en: () => 'There is no such back-test.',
  },
  'backtest.nothing_tried': {
    status: 422,
    vi: () => 'Chưa có gì khác với chính sách hiện nay. Hãy đổi ít nhất một mục rồi chạy thử.',
    en: () => 'Nothing differs from the policy in force. Change at least one value, then start again.',
  },
  'backtest.under_way': {
    status: 409,
    vi: () => 'Đang có một lần chạy thử khác. Hãy đợi nó xong hoặc dừng nó, rồi chạy thử lại.',
    en: () => 'Another back-test is under way. Wait until it is done, or stop it, then start again.',
  },
  'plan.observers_contradict': {
    status: 422,
    vi: () => 'Số người nhiều nhất ở mỗi cuộc không được ít hơn số người cần.',
    en: () => 'The most people at a meeting must not be fewer than those wanted.',
  },
  'plan.not_found': {
    status: 404,
    vi: ({ month }) => `Tháng ${written(month)} chưa có kế hoạch. Hãy bấm “Lập kế hoạch”.`,
    en: ({ month }) => `There is no plan for ${written(month)} yet. Make one first.`,
  },
  'plan.nothing_to_plan': {
    status: 409,
    vi: ({ month }) =>
      `Tháng ${written(month)} chưa có cuộc họp hoặc chưa có chuyên viên nào. Hãy nhập danh sách và tạo lịch họp trước.`,
    en: ({ month }) => `${written(month)} has no meetings or no specialists. Import them and make the calendar first.`,
  },
  'plan.month_over': {
    status: 409,
    vi: ({ month }) => `Mọi cuộc họp của tháng ${written(month)} đã bắt đầu, nên không còn cuộc nào để cử người.`,
    en: ({ month }) => `Every meeting of ${written(month)} has begun, so there is none left to send anybody to.`,
  },
  'plan.begun_meanwhile': {
    status: 409,
    vi: ({ leftOut }) =>
      `Trong khi trang mở, có thêm cuộc họp bắt đầu: nay ${leftOut} lượt không gửi nữa. Chưa có gì được gửi. Hãy xem lại rồi công bố.`,
    en: ({ leftOut }) =>
      `Another meeting has begun since this was looked at: by now ${leftOut} visits are not sent. Nothing was sent. Look again, then publish.`,
  },
  'plan.all_begun': {
    status: 409,
    vi: ({ month }) =>
      `Mọi cuộc họp mà kế hoạch tháng ${written(month)} cử người đến đã bắt đầu, nên không còn ai để báo. Hãy lập lại kế hoạch cho các cuộc còn lại.`,
    en: ({ month }) =>
      `Every meeting to which the plan of ${written(month)} sends anybody has begun, so there is nobody to tell. Plan the rest of the month again.`,
  },
  'plan.already_published': {
    status: 409,
    vi: ({ month }) => `Kế hoạch tháng ${written(month)} đã được công bố nên không lập lại được nữa.`,
    en: ({ month }) =>
      `The plan of ${written(month)} is published and people have their mails, so it is not made again.`,
  },
  'plan.not_publishable': {
    status: 409,
    vi: ({ month }) =>
      `Kế hoạch tháng ${written(month)} chưa thỏa các ràng buộc nên chưa công bố được. Hãy sửa lịch họp, lịch bận hoặc danh sách rồi lập lại kế hoạch.`,
    en: ({ month }) =>
      `The plan of ${written(month)} breaks its rules and cannot be published. Change meetings, absences or people, then plan again.`,
  },
  'plan.no_history': {
    status: 404,
    vi: ({ month }) =>
      `Trước tháng ${written(month)} chưa ghi nhận lượt dự nào để chạy thử lại. Hãy nhập lượt dự các tháng trước, hoặc chọn tháng khác.`,
    en: ({ month }) =>
      `No visits before ${written(month)} are known to be replayed. Import earlier visits, or choose another month.`,
  },
  'plan.outdated': {
    status: 409,
    vi: ({ month }) =>
      `Lịch họp, lịch bận hoặc danh sách của tháng ${written(month)} đã thay đổi sau khi lập kế hoạch. Hãy lập lại rồi công bố.`,
    en: ({ month }) =>
      `Meetings, absences or people of ${written(month)} have changed since. Plan again, then publish.`,
  },
  'plan.needs_approval': {
    status: 409,
    vi: ({ month }) => `Kế hoạch tháng ${written(month)} chưa được duyệt nên chưa công bố được. Hãy gửi duyệt trước.`,
    en: ({ month }) => `The plan of ${written(month)} is not approved yet, so it cannot be published. Submit it first.`,
  },
  'plan.wrong_step': {
    status: 409,
    vi: ({ month, state }) => `Kế hoạch tháng ${written(month)} ${STATES[state].vi}, nên không làm bước này được.`,
    en: ({ month, state }) => `The plan of ${written(month)} ${STATES[state].en}, so this cannot be done with it.`,
  },
  'plan.under_review': {
    status: 409,
    vi: ({ month, state }) =>
      `Kế hoạch tháng ${written(month)} ${STATES[state].vi} nên không sửa và không lập lại được. Muốn sửa, hãy rút lại kế hoạch đã gửi duyệt.`,
    en: ({ month, state }) =>
      `The plan of ${written(month)} ${STATES[state].en}, so it is neither changed nor made again. To change it, withdraw it first.`,
  },
  'plan.outdated_in_review': {
    status: 409,
    vi: ({ month }) =>
      `Lịch họp, lịch bận hoặc danh sách của tháng ${written(month)} đã thay đổi sau khi gửi duyệt, nên kế hoạch này không duyệt và không công bố được nữa. Hãy trả lại hoặc rút lại, lập lại rồi gửi duyệt.`,
    en: ({ month }) =>
      `Meetings, absences or people of ${written(month)} have changed since the plan was submitted, so it is neither approved nor published. Send it back or withdraw it, plan again, then submit.`,
  },
  'plan.needs_no_approval': {
    status: 409,
    vi: ({ month }) =>
      `Theo chính sách, kế hoạch tháng ${written(month)} không cần duyệt. Có thể xem lại rồi công bố ngay.`,
    en: ({ month }) => `By the policy the plan of ${written(month)} needs no approval. Look it through and publish it.`,
  },
  'plan.nobody_approves': {
    status: 409,
    vi: ({ month }) =>
      `Chưa gửi duyệt kế hoạch tháng ${written(month)} được: ngoài người gửi, chưa ai có vai trò Lãnh đạo để duyệt. Hãy nhờ quản trị giao vai trò này, hoặc đổi chính sách duyệt.`,
    en: ({ month }) =>
      `The plan of ${written(month)} cannot be submitted: besides the submitter nobody has the role of leader. Ask an administrator to give somebody the role, or change the policy of approval.`,
  },
  'plan.own_submission': {
    status: 409,
    vi: ({ month }) =>
      `Kế hoạch tháng ${written(month)} do chính người duyệt gửi, hoặc gửi và duyệt thay mặt cùng một người. Theo chính sách, người khác phải duyệt.`,
    en: ({ month }) =>
      `The plan of ${written(month)} was submitted by the same person, or in the place of the same person. By the policy somebody else must approve it.`,
  },
  'plan.comment_missing': {
    status: 422,
    vi: () => 'Hãy ghi ý kiến: ban chủ trì cần biết phải sửa điều gì.',
    en: () => 'Write a comment: the board has to know what to change.',
  },
  'plan.comment_long': {
    status: 422,
    vi: (p) => `Ý kiến dài ${p.length} ký tự, tối đa ${p.longest}. Viết gọn lại rồi gửi; chưa có gì bị cắt bỏ.`,
    en: (p) => `The comment has ${p.length} characters, at most ${p.longest}. Shorten it; nothing was cut off.`,
  },
  'plan.no_duties': {
    status: 404,
    vi: ({ month }) =>
      `Người này không có thư phân công trong kế hoạch tháng ${written(month)}. Hãy chọn trong danh sách người được phân công.`,
    en: ({ month }) =>
      `This person has no mail about duties in the plan of ${written(month)}. Choose from the list of those who have.`,
  },
  'plan.already_so': {
    status: 409,
    vi: () => 'Kế hoạch đã như vậy rồi nên không có gì thay đổi.',
    en: () => 'The plan is so already, so nothing has changed.',
  },
  'plan.not_so': {
    status: 409,
    vi: () => 'Người này không còn được phân công dự cuộc này. Hãy tải lại bàn điều phối rồi làm lại.',
    en: () => 'This person does not go to this meeting any more. Reload the desk, then try again.',
  },
  'plan.nothing_to_undo': {
    status: 409,
    vi: () => 'Không còn thay đổi nào để hoàn tác.',
    en: () => 'There is no change to undo.',
  },
  'plan.nothing_to_redo': {
    status: 409,
    vi: () => 'Không còn thay đổi nào để làm lại.',
    en: () => 'There is no change to redo.',
  },
  'plan.edit_refused': {
    status: 422,
    vi: () => 'Không phân công như vậy được: trái với ràng buộc không được bỏ qua.',
    en: () => 'This cannot be done: it breaks a rule that nobody may overrule.',
  },
  'plan.edit_wants_reason': {
    status: 422,
    vi: () => 'Phân công này trái với một quy định của kế hoạch. Hãy ghi lý do rồi làm lại.',
    en: () => 'This breaks a rule of planning. Say why, then do it again.',
  },
  'plan.decision_holds': {
    status: 422,
    vi: () =>
      'Chưa bỏ được quyết định này: phân công đang có trái với một quy định và dựa vào lý do đã ghi ở đây. Hãy đổi phân công hoặc hoàn tác.',
    en: () =>
      'This decision cannot be released yet: the plan breaks a rule for the reason that was given with it. Change who goes, or undo.',
  },
  'plan.no_proposal': {
    status: 409,
    vi: () => 'Không còn đề nghị nào của máy cho kế hoạch này. Hãy bấm “Lập lại” nếu muốn máy đề nghị lại.',
    en: () => 'There is no proposal for this plan any more. Plan again to get a new one.',
  },
  'plan.proposal_only_whole': {
    status: 409,
    vi: () =>
      'Lịch họp, lịch bận hoặc danh sách đã thay đổi sau khi lập bản nháp này, nên chỉ nhận được cả đề xuất chứ không nhận từng phần.',
    en: () =>
      'Meetings, absences or people have changed since this draft was made, so the proposal can only be taken whole.',
  },
  'plan.proposal_outdated': {
    status: 409,
    vi: () =>
      'Kế hoạch đã được đổi tay thêm sau khi máy lập đề xuất này, nên dùng nó sẽ mất các thay đổi đó. Hãy bấm “Lập lại” để máy tính cả chúng.',
    en: () =>
      'The plan was changed by hand after this proposal was asked for, and using it would lose those changes. Plan again, so that they are kept.',
  },
  'plan.not_published': {
    status: 409,
    vi: ({ month }) =>
      `Kế hoạch tháng ${written(month)} chưa được công bố nên chưa cần điều chỉnh. Hãy đổi trực tiếp trên bàn điều phối; cuộc họp chưa có thì thêm vào lịch tháng.`,
    en: ({ month }) =>
      `The plan of ${written(month)} is not published, so it is not amended. Change it on the desk, and add a missing meeting to the calendar.`,
  },
  'plan.amendment_empty': {
    status: 422,
    vi: () => 'Chưa có thay đổi nào để điều chỉnh. Hãy chọn người thôi cử hoặc người được cử.',
    en: () => 'There is nothing to amend yet. Choose whom to take off or whom to send.',
  },
  'plan.amendment_reason_missing': {
    status: 422,
    vi: () => 'Hãy ghi lý do điều chỉnh: lý do được in trong thông báo và lưu cùng điều chỉnh.',
    en: () => 'Say why: the reason is printed in the notice and kept with the amendment.',
  },
  'plan.amendment_reason_long': {
    status: 422,
    vi: (p) => `Lý do dài ${p.length} ký tự, tối đa ${p.longest}. Viết gọn lại rồi gửi; chưa có gì bị cắt bỏ.`,
    en: (p) => `The reason has ${p.length} characters, at most ${p.longest}. Shorten it; nothing was cut off.`,
  },
  'plan.amendment_refused': {
    status: 422,
    vi: () => 'Không điều chỉnh như vậy được: trái với ràng buộc không được bỏ qua. Hãy chọn người khác.',
    en: () => 'The plan cannot be amended so: it breaks a rule that nobody may overrule. Choose somebody else.',
  },
  'plan.amendment_breaks_more': {
    status: 409,
    vi: () =>
      'Từ khi trang này được mở, lịch họp hoặc lịch bận đã thay đổi, nên điều chỉnh này trái thêm quy định chưa được nêu trên trang. Hãy xem lại những gì trái quy định rồi bấm lần nữa.',
    en: () =>
      'Since this page was opened a meeting or an absence has changed, so that the amendment breaks a rule that the page did not show. Look at the rules again, then press once more.',
  },
  'plan.amendment_hours_moved': {
    status: 409,
    vi: ({ moved, zone }) =>
      `Từ khi trang này được mở, giờ họp đã đổi: ${movedInWords('vi', zone, moved)}. Chưa có gì được điều chỉnh. Hãy xem lại theo giờ mới rồi bấm lần nữa.`,
    en: ({ moved, zone }) =>
      `Since this page was opened a meeting was moved: ${movedInWords('en', zone, moved)}. Nothing was amended yet. Look at it with the new time, then press once more.`,
  },
  'plan.unknown_duty': {
    status: 409,
    vi: () =>
      'Người hoặc cuộc họp này không còn trong danh bạ hoặc lịch họp của tháng. Hãy tải lại trang rồi chọn lại.',
    en: () => 'This person or meeting is no longer in the register or the calendar. Reload the page and choose again.',
  },
  'plan.meeting_begun': {
    status: 409,
    vi: () =>
      'Cuộc họp này đã bắt đầu hoặc đã qua, nên không đổi người dự được nữa. Nếu không ai dự, hãy ghi nhận ở trang phiếu của tháng.',
    en: () =>
      'This meeting has begun or is over, so who attends it can no longer be changed. If nobody went, record it on the month’s page of forms.',
  },
  'plan.accepted_since': {
    status: 409,
    vi: ({ count }) =>
      `Trong khi trang mở, có người vừa nhận ${count} lượt mà thay đổi này định thôi cử, nên chưa đổi gì. Hãy xem lại danh sách dưới đây.`,
    en: ({ count }) =>
      `${count === 1 ? 'A visit' : `${count} visits`} that this would take off somebody ${count === 1 ? 'was' : 'were'} accepted just now, so nothing was changed. Look at the list below again.`,
  },
  'plan.variant_name': {
    status: 422,
    vi: ({ longest }) => `Hãy đặt tên cho phương án, nhiều nhất ${longest} ký tự.`,
    en: ({ longest }) => `Give the variant a name of at most ${longest} characters.`,
  },
  'plan.variant_name_taken': {
    status: 409,
    vi: ({ name }) => `Tháng này đã có phương án tên “${name}”. Hãy đặt tên khác.`,
    en: ({ name }) => `A variant of this month is called “${name}” already. Choose another name.`,
  },
  'plan.too_many_variants': {
    status: 409,
    vi: ({ most }) => `Mỗi tháng giữ nhiều nhất ${most} phương án. Hãy bỏ một phương án không cần nữa rồi làm lại.`,
    en: ({ most }) => `A month keeps ${most} variants at most. Remove one that is not needed, then try again.`,
  },
  'plan.variant_not_found': {
    status: 404,
    vi: ({ month }) =>
      `Phương án này của tháng ${written(month)} không còn nữa: đã có người bỏ, hoặc kế hoạch đã công bố. Hãy xem lại danh sách phương án.`,
    en: ({ month }) =>
      `This variant of ${written(month)} is gone: somebody has removed it, or the plan is published. See the list of variants.`,
  },
  'plan.variant_in_use': {
    status: 409,
    vi: () => 'Phương án đang chọn thì không bỏ được. Hãy chọn phương án khác trước, rồi bỏ phương án này.',
    en: () => 'The chosen variant cannot be removed. Choose another one first, then remove this one.',
  },
  'plan.trial_not_found': {
    status: 404,
    vi: () => 'Lần xem trước này không còn nữa. Hãy mở trang chính sách, ghi lại thay đổi rồi xem trước.',
    en: () => 'This preview is gone. Open the policy page, type the change again and look at its effect.',
  },
  'plan.trial_under_way': {
    status: 409,
    vi: ({ month }) =>
      `Máy đang lập thử tháng ${written(month)} theo một thay đổi chính sách khác. Hãy chờ xong hoặc dừng lần đó, rồi lập thử lần này.`,
    en: ({ month }) =>
      `The engine tries another change of the policy on ${written(month)}. Wait for it or stop it, then try this one.`,
  },
  'plan.variant_under_way': {
    status: 409,
    vi: ({ month }) =>
      `Máy đang lập một phương án khác của tháng ${written(month)}. Hãy chờ xong hoặc dừng lần đó, rồi lập phương án này.`,
    en: ({ month }) =>
      `Another variant of ${written(month)} is being made. Wait until it is done, or stop it, then make this one.`,
  },
  'plan.edited_meanwhile': {
    status: 409,
    vi: () =>
      'Trong lúc đó đã có người khác đổi phân công của cùng chuyên viên hoặc cùng cuộc họp này. Hãy xem thay đổi ấy rồi quyết định lại.',
    en: () =>
      'Somebody else has changed what the same person does, or the same meeting, in the meantime. See their change, then decide again.',
  },
});
