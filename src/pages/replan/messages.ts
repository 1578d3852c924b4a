import { defineMessages } from '../../platform/i18n/messages.ts';

interface Seats {
  readonly before: number;
  readonly after: number;
  readonly due: number;
}
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** What of a published month lies ahead, planned again. */
export const replanMessages = defineMessages(
  {
    'replan.title': (p: { month: string }) => `Lập lại phần còn lại của tháng ${p.month}`,
    'replan.open': 'Lập lại phần còn lại',
    'replan.lead':
      'Máy tính lại các cuộc chưa họp. Lượt đã dự, lượt đã nhận và chỗ đã ghim giữ nguyên và được tính, trừ lượt mà người dự nay không dự được. Chưa có gì thay đổi cho đến khi bấm “Điều chỉnh và báo”.',
    'replan.goal': 'Ưu tiên',
    'replan.goal.few': 'Ít người phải đổi nhất',
    'replan.goal.even': 'Số lượt của mọi người đều nhất',
    'replan.ask': 'Lập lại',
    'replan.ask_again': 'Lập lại lần nữa',
    'replan.asked': 'Đang lập lại phần còn lại của tháng.',
    'replan.no_meetings': 'Tháng này không còn cuộc họp nào chưa bắt đầu.',
    'replan.not_made': 'Lần lập lại vừa rồi gặp lỗi. Kế hoạch giữ nguyên.',
    'replan.late': 'Chưa tìm được phương án nào trong thời gian cho phép. Kế hoạch giữ nguyên.',
    'replan.stopped': 'Lần lập lại vừa rồi đã được dừng. Kế hoạch giữ nguyên.',
    'replan.none': 'Không lập được phương án nào giữ được mọi lượt đã nhận và chỗ đã ghim.',
    'replan.outdated': 'Kế hoạch đã được điều chỉnh sau lần lập lại này. Hãy lập lại lần nữa.',
    'replan.changes': 'Máy đề nghị đổi',
    'replan.no_changes': 'Máy không tìm được thay đổi nào tốt hơn phân công hiện nay.',
    'replan.gone': (p: { count: number }) =>
      `${p.count} thay đổi không còn làm được vì sau lần lập lại này đã có câu trả lời, lịch bận, lịch họp hoặc danh bạ khác. Hãy lập lại lần nữa.`,
    'replan.asked_at': (p: { at: string }) => `Lập lại lúc ${p.at}.`,
    'replan.seats': (p: Seats) =>
      p.before === p.after
        ? `Cuộc chưa họp thiếu người dự: ${p.after}/${p.due}, không đổi.`
        : `Cuộc chưa họp thiếu người dự: ${p.before} → ${p.after} trên ${p.due}.`,
    'replan.people': (p: { people: number; visits: number }) => `${p.people} người có thay đổi, ${p.visits} lượt mới.`,
    'replan.proven': 'Đã chứng minh không có cách nào tốt hơn.',
    'replan.not_proven': 'Chưa chứng minh được là tốt nhất; có thể còn cách tốt hơn.',
    'replan.choose': 'Bỏ dấu chọn ở thay đổi không muốn làm.',
    'replan.overrules': (p: { rules: string }) => `Trái quy định, được bỏ qua theo lý do ghi dưới đây: ${p.rules}.`,
    'replan.kept': 'Đã quyết định giữ nguyên lượt này; chỉ đánh dấu nếu muốn đổi.',
    'replan.short': 'Vẫn thiếu người dự',
    'replan.told': (p: { mails: number; messages: number }) =>
      `Nếu làm cả: thư báo gửi cho ${p.mails} người có thay đổi${p.messages > 0 ? `, tin nhắn cho ${p.messages} người chỉ có điện thoại` : ''}, không gửi ai khác.`,
    'replan.reason': 'Phân công lại các cuộc họp còn lại của tháng',
  },
  {
    'replan.title': (p) => `Plan again what is left of ${p.month}`,
    'replan.open': 'Plan again what is left',
    'replan.lead':
      'The engine plans the meetings that are still to come. Visits made or accepted and pins stay and count, unless somebody cannot go any more. Nothing changes until you press “Amend and tell them”.',
    'replan.goal': 'First of all',
    'replan.goal.few': 'As few people as possible have to change',
    'replan.goal.even': 'Loads as even as possible',
    'replan.ask': 'Plan again',
    'replan.ask_again': 'Plan once more',
    'replan.asked': 'What is left of the month is being planned again.',
    'replan.no_meetings': 'Every meeting of this month has begun.',
    'replan.not_made': 'The last planning failed. The plan stays as it is.',
    'replan.late': 'No plan was found in the time allowed. The plan stays as it is.',
    'replan.stopped': 'The last planning was stopped. The plan stays as it is.',
    'replan.none': 'No plan keeps all accepted visits and pins.',
    'replan.outdated': 'The plan was amended after this was worked out. Plan once more.',
    'replan.changes': 'The engine would change',
    'replan.no_changes': 'The engine found no change that is better than the plan as it stands.',
    'replan.gone': (p) =>
      `${p.count === 1 ? '1 change' : `${p.count} changes`} can no longer be made: answers, absences, meetings or the directory have changed since. Plan once more.`,
    'replan.asked_at': (p) => `Planned again at ${p.at}.`,
    'replan.seats': (p) =>
      p.before === p.after
        ? `Coming meetings that lack people: ${p.after} of ${p.due}, as before.`
        : `Coming meetings that lack people: ${p.before} → ${p.after} of ${p.due}.`,
    'replan.people': (p) =>
      `Something changes for ${people(p.people)}; ${p.visits} new ${p.visits === 1 ? 'visit' : 'visits'}.`,
    'replan.proven': 'It is proven that there is no better way.',
    'replan.not_proven': 'It is not proven that this is the best; there may be a better way.',
    'replan.choose': 'Clear the mark of what should not be changed.',
    'replan.overrules': (p) => `The reason given below overrules: ${p.rules}.`,
    'replan.kept': 'This visit was to be kept as it is; mark it only if that has changed.',
    'replan.short': 'Still lacking people',
    'replan.told': (p) =>
      `If all of it is made, mails go to ${people(p.mails)} for whom something changes${p.messages > 0 ? `, messages to ${people(p.messages)} who have only a telephone` : ''}, and nothing to anybody else.`,
    'replan.reason': 'The remaining meetings of the month are assigned anew',
  },
);
