import { defineMessages } from '../../platform/i18n/messages.ts';

interface Step {
  readonly by: string;
  readonly at: string;
}
interface Count {
  readonly count: number;
}

/** The review of a plan between its draft and its publication. */
export const planReviewMessages = defineMessages(
  {
    'plan_review.title': (p: { month: string }) => `Duyệt kế hoạch tháng ${p.month}`,
    'plan_review.open': 'Trang duyệt',
    'plan_review.read': 'Xem và duyệt',
    'plan_review.to_submit': 'Gửi duyệt',
    'plan_review.to_submit_lead':
      'Kế hoạch tháng này phải được duyệt trước khi công bố. Xem lại một lần rồi gửi duyệt ở cuối trang.',
    'plan_review.no_approval': 'Theo chính sách, kế hoạch tháng này không cần duyệt trước khi công bố.',
    'plan_review.waits': (p: Step) => `Chờ duyệt: ${p.by} gửi lúc ${p.at}.`,
    'plan_review.waits_for': (p: { names: string }) => `Người duyệt được: ${p.names}.`,
    'plan_review.locked': 'Trong lúc chờ duyệt, kế hoạch không sửa và không lập lại được.',
    'plan_review.approved': (p: Step) => `${p.by} đã duyệt lúc ${p.at}. Kế hoạch chưa được công bố.`,
    'plan_review.sent_back': (p: Step) => `${p.by} trả lại lúc ${p.at}:`,
    'plan_review.published': 'Kế hoạch đã được công bố; trang này nêu kế hoạch hiện nay và quá trình duyệt.',
    'plan_review.own': 'Bạn đã gửi duyệt kế hoạch này nên người khác phải duyệt. Chính sách có thể cho phép tự duyệt.',
    'plan_review.outdated_way': 'Trả lại hoặc rút lại, lập lại kế hoạch rồi gửi duyệt',
    'plan_review.not_approved': 'Kế hoạch phải được duyệt trước khi công bố.',
    'plan_review.approved_by': (p: Step) => `Đã được ${p.by} duyệt lúc ${p.at}.`,

    'plan_review.difference': 'So với lần gửi duyệt trước',
    'plan_review.difference_line': (p: { meetings: number; before: number; after: number }) =>
      `${p.meetings} cuộc họp đổi người dự; ${p.before} → ${p.after} lượt dự.`,
    'plan_review.unchanged': 'Không cuộc họp nào đổi người dự so với lần gửi duyệt trước.',
    'plan_review.loads_line': (p: { people: string; visits: string; above: number; below: number }) =>
      `${p.visits} lượt của ${p.people} người; từ một lượt trở lên so với phần của tháng: ${p.above} người trên, ${p.below} người dưới.`,
    'plan_review.load': 'Lượt / phần của tháng',
    'plan_review.above': 'trên phần',
    'plan_review.below': 'dưới phần',
    'plan_review.by_hand': 'Quyết định của ban chủ trì',
    'plan_review.by_hand_none': 'Không ai sửa tay: kế hoạch do máy lập.',
    'plan_review.by_hand_edits': (p: Count) => `${p.count} thay đổi tay đang có hiệu lực.`,
    'plan_review.overruled': (p: Count) => `${p.count} quyết định bỏ qua quy định`,
    'plan_review.others': (p: Count) => `${p.count} quyết định khác`,
    'plan_review.decision.must': 'được cử dự',
    'plan_review.decision.must_not': 'không được cử dự',
    'plan_review.reason': (p: { reason: string }) => `Lý do: ${p.reason}`,
    'plan_review.rule.rotation_gap': 'chưa đủ khoảng cách luân phiên',
    'plan_review.rule.too_far': 'nơi họp quá xa',
    'plan_review.rule.department_rule': 'ban, cơ quan không cử người dự cuộc này',
    'plan_review.rule.above_visit_limit': 'quá số lượt của ngày, buổi hoặc tuần',
    'plan_review.rule.above_max_visits': 'quá số lượt nhiều nhất của tháng',
    'plan_review.rule.below_min_visits': 'dưới số lượt ít nhất của tháng',
    'plan_review.rule.above_department_max': 'ban, cơ quan quá số lượt',
    'plan_review.rule.below_department_min': 'ban, cơ quan chưa đủ số lượt',
    'plan_review.rule.too_many_observers': 'quá số người cần',
    'plan_review.rule.same_department': 'hai người cùng ban, cơ quan',
    'plan_review.rule.without_lead': 'không ai chủ trì được',
    'plan_review.who': 'Ai dự ở đâu',
    'plan_review.by_people': 'Theo từng người',
    'plan_review.by_days': 'Theo ngày',

    'plan_review.decide': 'Quyết định',
    'plan_review.to_decide': 'Đến phần quyết định',
    'plan_review.own_for_others': (p: { names: string }) =>
      `Bạn cũng làm thay ${p.names}: chuyển người ở đầu trang thì duyệt được.`,
    'plan_review.acts_for': (p: { name: string }) => `Bạn quyết định thay cho ${p.name}, và việc này được ghi lại.`,
    'plan_review.comment': 'Ý kiến',
    'plan_review.comment_help': 'Khi trả lại phải ghi ý kiến; ban chủ trì đọc được nguyên văn.',
    'plan_review.approve': 'Duyệt',
    'plan_review.approve_outdated':
      'Dữ liệu đã thay đổi sau khi gửi duyệt nên không duyệt được; hãy trả lại để lập lại.',
    'plan_review.send_back': 'Trả lại',
    'plan_review.word': 'Lời nhắn cho người duyệt',
    'plan_review.submit': 'Gửi duyệt',
    'plan_review.submit_to': (p: { names: string }) => `Thư báo được gửi tới: ${p.names}.`,
    'plan_review.nobody':
      'Chưa gửi duyệt được: ngoài người gửi, chưa ai có vai trò Lãnh đạo. Nhờ quản trị giao vai trò này, hoặc đổi chính sách duyệt.',
    'plan_review.withdraw': 'Rút lại',
    'plan_review.withdraw_help': 'Kế hoạch lại thành bản nháp để sửa; lần duyệt trước, nếu có, không còn hiệu lực.',
    'plan_review.withdraw_reason': 'Vì sao rút lại',

    'plan_review.history': 'Quá trình duyệt',
    'plan_review.did.submitted': 'gửi duyệt',
    'plan_review.did.withdrawn': 'rút lại',
    'plan_review.did.sent_back': 'trả lại',
    'plan_review.did.approved': 'duyệt',

    'plan_review.submitted_now': 'Đã gửi duyệt. Thư báo đang được gửi tới những người duyệt được.',
    'plan_review.withdrawn_now': 'Đã rút lại. Kế hoạch lại là bản nháp.',
    'plan_review.approved_now': 'Đã duyệt. Ban chủ trì được báo bằng thư để công bố.',
    'plan_review.sent_back_now': 'Đã trả lại. Ban chủ trì được báo bằng thư, kèm ý kiến.',
    'waiting.approve': (p: { by: string }) => `Kế hoạch chờ duyệt, ${p.by} gửi`,
    'waiting.submit': 'Xem lại bản nháp và gửi duyệt',
    'waiting.sent_back': (p: { by: string }) => `${p.by} trả lại kế hoạch: sửa theo ý kiến rồi gửi duyệt lại`,
    'waiting.approved': (p: { leftOut: number }) =>
      `Kế hoạch đã được duyệt: công bố${p.leftOut > 0 ? ` (${p.leftOut} lượt đã bắt đầu không gửi nữa)` : ''}`,
    'waiting.outdated_in_review': 'Dữ liệu đã thay đổi sau khi gửi duyệt: rút lại và lập lại kế hoạch',
  },
  {
    'plan_review.title': (p) => `Approval of the plan of ${p.month}`,
    'plan_review.open': 'Page of approval',
    'plan_review.read': 'Read and approve',
    'plan_review.to_submit': 'Submit',
    'plan_review.to_submit_lead':
      'The plan of this month must be approved before publication. Look it through, then submit it at the end of the page.',
    'plan_review.no_approval': 'By the policy the plan of this month needs no approval before publication.',
    'plan_review.waits': (p) => `Waits for approval: submitted by ${p.by}, ${p.at}.`,
    'plan_review.waits_for': (p) => `It can be approved by ${p.names}.`,
    'plan_review.locked': 'While it waits, the plan is neither changed nor made again.',
    'plan_review.approved': (p) => `Approved by ${p.by}, ${p.at}. The plan is not published yet.`,
    'plan_review.sent_back': (p) => `Sent back by ${p.by}, ${p.at}:`,
    'plan_review.published': 'The plan is published; this page shows it as it is now, and how it was approved.',
    'plan_review.own':
      'You have submitted this plan, so somebody else has to approve it. The policy may allow it to the submitter.',
    'plan_review.outdated_way': 'Send it back or withdraw it, plan again, then submit',
    'plan_review.not_approved': 'The plan must be approved before publication.',
    'plan_review.approved_by': (p) => `Approved by ${p.by}, ${p.at}.`,

    'plan_review.difference': 'Against what was submitted before',
    'plan_review.difference_line': (p) =>
      `Other observers at ${p.meetings} ${p.meetings === 1 ? 'meeting' : 'meetings'}; ${p.before} → ${p.after} visits.`,
    'plan_review.unchanged': 'No meeting has other observers than in what was submitted before.',
    'plan_review.loads_line': (p) =>
      `${p.visits} visits of ${p.people} people; a visit or more from the share of the month: ${p.above} above, ${p.below} below.`,
    'plan_review.load': 'Visits / share of the month',
    'plan_review.above': 'above the share',
    'plan_review.below': 'below the share',
    'plan_review.by_hand': 'Decisions of the board',
    'plan_review.by_hand_none': 'Nobody has changed it by hand: the plan is the engine’s.',
    'plan_review.by_hand_edits': (p) => `${p.count} ${p.count === 1 ? 'change' : 'changes'} by hand in force.`,
    'plan_review.overruled': (p) =>
      `${p.count} ${p.count === 1 ? 'decision that overrules' : 'decisions that overrule'} a rule`,
    'plan_review.others': (p) => `${p.count} other ${p.count === 1 ? 'decision' : 'decisions'}`,
    'plan_review.decision.must': 'is sent to',
    'plan_review.decision.must_not': 'is not sent to',
    'plan_review.reason': (p) => `Reason: ${p.reason}`,
    'plan_review.rule.rotation_gap': 'was there too lately',
    'plan_review.rule.too_far': 'too far away',
    'plan_review.rule.department_rule': 'the department sends nobody there',
    'plan_review.rule.above_visit_limit': 'more visits than in a day, evening or week',
    'plan_review.rule.above_max_visits': 'more visits than in a month',
    'plan_review.rule.below_min_visits': 'fewer visits than in a month',
    'plan_review.rule.above_department_max': 'more visits than of the department',
    'plan_review.rule.below_department_min': 'fewer visits than of the department',
    'plan_review.rule.too_many_observers': 'more people than wanted',
    'plan_review.rule.same_department': 'two people of one department',
    'plan_review.rule.without_lead': 'nobody who may lead',
    'plan_review.who': 'Who goes where',
    'plan_review.by_people': 'By person',
    'plan_review.by_days': 'By day',

    'plan_review.decide': 'Decision',
    'plan_review.to_decide': 'To the decision',
    'plan_review.own_for_others': (p) =>
      `You are also a deputy of ${p.names}: change at the top of the page for whom you act, then you can approve it.`,
    'plan_review.acts_for': (p) => `You decide on behalf of ${p.name}, and this is recorded.`,
    'plan_review.comment': 'Comment',
    'plan_review.comment_help': 'Needed where the plan is sent back; the board reads it word for word.',
    'plan_review.approve': 'Approve',
    'plan_review.approve_outdated':
      'Things have changed since it was submitted, so it cannot be approved; send it back to be planned again.',
    'plan_review.send_back': 'Send back',
    'plan_review.word': 'A word to those who approve',
    'plan_review.submit': 'Submit',
    'plan_review.submit_to': (p) => `A mail goes to ${p.names}.`,
    'plan_review.nobody':
      'It cannot be submitted: besides you nobody has the role of leader. Ask an administrator to give somebody the role, or change the policy of approval.',
    'plan_review.withdraw': 'Withdraw',
    'plan_review.withdraw_help': 'The plan becomes a draft again that can be changed; an approval no longer counts.',
    'plan_review.withdraw_reason': 'Why it is withdrawn',

    'plan_review.history': 'How it was approved',
    'plan_review.did.submitted': 'submitted it',
    'plan_review.did.withdrawn': 'withdrew it',
    'plan_review.did.sent_back': 'sent it back',
    'plan_review.did.approved': 'approved it',

    'plan_review.submitted_now': 'Submitted. Those who may approve it are being mailed.',
    'plan_review.withdrawn_now': 'Withdrawn. The plan is a draft again.',
    'plan_review.approved_now': 'Approved. The board is being mailed, so that it publishes the plan.',
    'plan_review.sent_back_now': 'Sent back. The board is being mailed your comment.',
    'waiting.approve': (p) => `The plan waits for your approval, submitted by ${p.by}`,
    'waiting.submit': 'Look through the draft and submit it',
    'waiting.sent_back': (p) => `${p.by} has sent the plan back: change it, then submit it again`,
    'waiting.approved': (p) =>
      `The plan is approved: publish it${p.leftOut > 0 ? ` (${p.leftOut} of its visits have begun and are not sent)` : ''}`,
    'waiting.outdated_in_review': 'Things have changed since the plan was submitted: withdraw it and plan again',
  },
);
