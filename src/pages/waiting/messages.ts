import { formatShortDate } from '../../kernel/format.ts';
import type { Day } from '../../kernel/month.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

/** Of a plan, the visits of which nobody will be told, because their meetings have begun. */
interface LeftOut {
  readonly leftOut: number;
}

interface Count {
  readonly count: number;
}

export const waitingMessages = defineMessages(
  {
    'waiting.title': 'Chờ tôi',
    'waiting.plan': 'Lập kế hoạch tháng',
    'waiting.publish': (p: LeftOut) =>
      `Xem lại bản nháp và công bố${p.leftOut > 0 ? ` (${p.leftOut} lượt đã bắt đầu không gửi nữa)` : ''}`,
    'waiting.outdated': 'Bản nháp đã cũ, cần lập lại kế hoạch',
    'waiting.left': (p: { name: string; branch: string }) =>
      `${p.name} không còn trong danh bạ: ${p.branch} cần người khác`,
    'waiting.away': (p: { name: string; branch: string }) =>
      `${p.name} có lịch bận vào ngày dự ${p.branch}: cần người khác`,
    'waiting.conflict': (p: { name: string; branch: string }) =>
      `${p.name} không dự ${p.branch} theo danh bạ: cần người khác`,
    'waiting.branch_gone': (p: { name: string; branch: string }) =>
      `${p.branch} đã ngừng hoạt động: báo ${p.name} không phải dự`,
    'waiting.collision': (p: { name: string; branch: string }) =>
      `${p.name} không kịp dự ${p.branch} vì trùng lượt khác: cần người khác`,
    'waiting.unanswered': (p: { visits: number; people: number }) =>
      `${p.visits} lượt dự của ${p.people} người chưa được trả lời đúng hạn`,
    'waiting.holiday': (p: { count: number; day: Day; holiday: string }) =>
      `${p.count} lượt dự đã công bố rơi vào ngày nghỉ lễ ${formatShortDate('vi', p.day)} (${p.holiday})`,
    'waiting.declined': (p: { name: string; branch: string; reason: string }) =>
      `${p.name} không dự được ${p.branch}: ${p.reason}`,
    'waiting.calendar_declined': (p: { name: string; branch: string }) =>
      `Lịch của ${p.name} báo từ chối dự ${p.branch}; tại trang của lượt dự thì chưa trả lời`,
    'waiting.wishes': (p: Count) => `${p.count} chi bộ đề nghị đổi lịch họp`,
    'waiting.review': (p: Count) => `${p.count} phiếu chờ xem xét`,
    'waiting.late': (p: { forms: number; people: number }) => `${p.forms} phiếu quá hạn của ${p.people} người`,
    'waiting.briefing': 'Biên soạn báo cáo giao ban',
    'waiting.opened_again': (p: Count) => `${p.count} phiếu của báo cáo đã chốt được mở lại: cần bản tiếp theo`,
    'waiting.availability': (p: { until: Day }) => `Trả lời lịch bận (hạn ${formatShortDate('vi', p.until)})`,
    'waiting.own_forms': (p: Count) => `${p.count} phiếu cần gửi`,
    'waiting.own_answers': (p: Count) => `${p.count} lượt dự chờ trả lời`,
    'waiting.own_swaps': (p: Count) => `${p.count} đề nghị đổi lượt chờ bạn trả lời`,
    'waiting.swaps': (p: Count) => `${p.count} lần đổi lượt chờ xác nhận`,
    'waiting.mails_failed': (p: Count) => `${p.count} thư không gửi được`,
    'waiting.mails_came_back': (p: Count) => `${p.count} thư bị trả lại`,
    'waiting.addresses': (p: Count) => `${p.count} địa chỉ không nhận được thư`,
    'waiting.messages_failed': (p: Count) => `${p.count} tin nhắn cổng không nhận`,
    'waiting.mails_held': (p: Count) => `Máy chủ thư đang từ chối mọi thư; ${p.count} thư được giữ`,
    'waiting.more': (p: Count) => `và ${p.count} việc khác`,
  },
  {
    'waiting.title': 'Waiting for me',
    'waiting.plan': 'Make the plan of the month',
    'waiting.publish': (p) =>
      `Look through the draft and publish it${p.leftOut > 0 ? ` (${p.leftOut} of its visits have begun and are not sent)` : ''}`,
    'waiting.outdated': 'The draft is out of date: plan again',
    'waiting.left': (p) => `${p.name} is no longer in the directory: ${p.branch} needs somebody else`,
    'waiting.away': (p) => `${p.name} is away on the day of ${p.branch}: somebody else is needed`,
    'waiting.conflict': (p) => `${p.name} does not visit ${p.branch}, as the directory has it: somebody else is needed`,
    'waiting.branch_gone': (p) => `${p.branch} is no longer in use: tell ${p.name} not to go`,
    'waiting.collision': (p) =>
      `${p.name} cannot make ${p.branch}, which collides with another visit: somebody else is needed`,
    'waiting.unanswered': (p) =>
      `${p.visits === 1 ? '1 visit' : `${p.visits} visits`} of ${p.people === 1 ? '1 person' : `${p.people} people`} not answered in time`,
    'waiting.holiday': (p) =>
      `${p.count === 1 ? '1 published visit falls' : `${p.count} published visits fall`} on a day off, ${formatShortDate('en', p.day)} (${p.holiday})`,
    'waiting.declined': (p) => `${p.name} cannot go to ${p.branch}: ${p.reason}`,
    'waiting.calendar_declined': (p) =>
      `The calendar of ${p.name} declines ${p.branch}; there is no answer on the page of the visit`,
    'waiting.wishes': (p) => (p.count === 1 ? '1 branch wishes another day' : `${p.count} branches wish another day`),
    'waiting.review': (p) => (p.count === 1 ? '1 form to review' : `${p.count} forms to review`),
    'waiting.late': (p) =>
      `${p.forms === 1 ? '1 late form' : `${p.forms} late forms`} of ${p.people === 1 ? '1 person' : `${p.people} people`}`,
    'waiting.briefing': 'Write the briefing',
    'waiting.opened_again': (p) =>
      `${p.count === 1 ? '1 form' : `${p.count} forms`} of the frozen briefing opened again: a next version is needed`,
    'waiting.availability': (p) => `Say when you are away (until ${formatShortDate('en', p.until)})`,
    'waiting.own_forms': (p) => (p.count === 1 ? '1 form to send' : `${p.count} forms to send`),
    'waiting.own_answers': (p) => (p.count === 1 ? '1 visit to answer' : `${p.count} visits to answer`),
    'waiting.own_swaps': (p) => (p.count === 1 ? '1 swap to answer' : `${p.count} swaps to answer`),
    'waiting.swaps': (p) => (p.count === 1 ? '1 swap to confirm' : `${p.count} swaps to confirm`),
    'waiting.mails_failed': (p) => (p.count === 1 ? '1 mail did not go out' : `${p.count} mails did not go out`),
    'waiting.mails_came_back': (p) => (p.count === 1 ? '1 mail came back' : `${p.count} mails came back`),
    'waiting.addresses': (p) => (p.count === 1 ? '1 address gets no mail' : `${p.count} addresses get no mail`),
    'waiting.messages_failed': (p) =>
      p.count === 1 ? '1 message was refused by the gateway' : `${p.count} messages were refused by the gateway`,
    'waiting.mails_held': (p) => `The mail server refuses every mail; ${p.count} are held`,
    'waiting.more': (p) => `and ${p.count} more`,
  },
);
