import { formatNumber, formatSigned } from '../../kernel/format.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { Situation } from '../../solver/index.ts';

interface Loss {
  readonly name: string;
  readonly loss: number;
}
interface Kept {
  readonly kind: Exclude<Situation['kind'], 'free'>;
  readonly fit: number;
}

/** What prevents somebody from going, and the same as written before a comma. */
const KEPT = {
  elsewhere: { vi: 'họp khác cùng giờ', en: 'elsewhere then' },
  needs_rest: { vi: 'cần nghỉ giữa hai buổi dự', en: 'needs rest between two visits' },
  limit_reached: { vi: 'đã đủ lượt của ngày hoặc tuần', en: 'has all visits of the day or week' },
  full: { vi: 'đủ lượt của tháng', en: 'has enough visits' },
  pinned_out: { vi: 'đã loại', en: 'ruled out' },
  department_full: { vi: 'ban đã đủ lượt', en: 'department is full' },
  same_department: { vi: 'cùng ban', en: 'same department' },
  kept_apart: { vi: 'không cử cùng người đang dự', en: 'is kept apart from somebody who goes' },
  needs_lead: { vi: 'cần người chủ trì', en: 'needs somebody who leads' },
} as const satisfies Record<Kept['kind'], { vi: string; en: string }>;

/** What the fit of a plan consists of, as written in a list of differences. */
const TERMS = {
  expertise: { vi: 'thiếu lĩnh vực', en: 'lack of the field' },
  rotation: { vi: 'mới dự gần đây', en: 'there lately' },
  travel: { vi: 'đường xa', en: 'long ways' },
  familiarity: { vi: 'chưa quen chi bộ', en: 'new to the branch' },
  preference: { vi: 'trái nguyện vọng', en: 'against wishes' },
  together: { vi: 'thiếu người nên đi cùng', en: 'without those one should go with' },
} as const;

interface FitTerm {
  readonly term: keyof typeof TERMS;
  readonly difference: number;
}
interface LoadChange {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly share: number;
}
interface SeatChange {
  readonly branch: string;
  readonly observers: number;
}

const vi = (value: number) => formatNumber('vi', Math.round(value * 100) / 100);
const en = (value: number) => formatNumber('en', Math.round(value * 100) / 100);

/** Texts about why somebody goes to a meeting and another person does not. */
export const whyMessages = defineMessages(
  {
    'why.cost': (p: { cost: number }) => vi(p.cost),
    'why.signed': (p: { value: number }) => formatSigned('vi', p.value),
    'why.visits': (p: { visits: number; share: number }) => `${p.visits} / ${vi(p.share)}`,
    'why.none': '–',
    'why.term.fit': 'Cộng: mức chưa hợp',
    'why.term.balance': 'Cân đối các tháng trước',
    'why.term.linkage': 'Giúp so sánh độ chặt, trên 100',
    'why.worth': (p: { worth: number }) => vi(p.worth),
    'why.wished': (p: { name: string }) =>
      `Ban chủ trì đề nghị ${p.name} dự chi bộ này để so sánh độ chặt; đề nghị chỉ được xét sau mọi mục tiêu khác.`,
    'why.term.load': 'Lượt tháng này / phần',
    'why.term.fairness': 'Đổi sang: lệch công bằng thêm',
    'why.rank': (p: { name: string; better: number; among: number }) =>
      `${p.name} hợp với chi bộ hơn ${p.better} trong ${p.among} người khác được dự.`,
    'why.only_one': 'Không ai khác được dự cuộc họp này.',
    'why.result': 'Vì sao không đổi',
    'why.chosen': 'được chọn',
    'why.pinned': 'được ghim hoặc đã nhận',
    'why.kept_though_fits': (p: Kept) => `${KEPT[p.kind].vi}, dù hợp hơn ${vi(p.fit)} ở buổi này`,
    'why.unfair': (p: { unfair: number; fit: number }) =>
      p.fit < 0
        ? `hợp hơn ${vi(-p.fit)} ở buổi này, nhưng lệch công bằng thêm ${vi(p.unfair)}; công bằng được xét trước`
        : `lệch công bằng thêm ${vi(p.unfair)}${p.fit > 0 ? ` và kém hợp ${vi(p.fit)}` : ''}`,
    'why.fits_less': (p: { fit: number }) => `kém hợp hơn ${vi(p.fit)}`,
    'why.as_good': 'cũng tốt như vậy ở buổi này',
    'why.whole_month': 'ở buổi này thì lợi hơn, nhưng cả tháng thì không',
    'why.ask_whole': 'Tính cả tháng',
    'why.close': 'Đóng',
    'why.loading': 'Đang tìm lý do …',
    'why.move_meeting': 'Dời cuộc họp sang ngày giờ khác',
    'why.more_candidates': (p: { count: number }) => `Xem thêm ${p.count} người`,
    'why.if_sent': 'Nếu cử người này',
    'why.note':
      'Mức chưa hợp càng nhỏ càng tốt. Phần là số lượt tháng này, đã tính các tháng trước. Lệch công bằng tính bằng bình phương số lượt lệch phần, nên người lệch nhiều được xét trước. Mọi buổi khác được giữ nguyên; bấm “Tính cả tháng” để xem cả kế hoạch thay đổi thế nào.',

    'why_not.title': 'Vì sao không phải người khác?',
    'why_not.person': 'Chọn người muốn hỏi',
    'why_not.ask': 'Hỏi',
    'why_not.then': 'Khi đó, các thay đổi khác trong tháng:',
    'why_not.more': (p: { count: number }) => `và ${p.count} thay đổi khác`,
    'why_not.goes': (p: { name: string }) => `${p.name} đang được phân công dự cuộc họp này.`,
    'why_not.unknown': (p: { name: string }) => `Chưa tính xong cho ${p.name} trong thời gian cho phép. Hãy hỏi lại.`,
    'why_not.ineligible': (p: { name: string }) => `${p.name} không dự cuộc họp này được, vì:`,
    'why_not.contradicts': (p: { name: string }) => `Không có kế hoạch nào để ${p.name} dự cuộc họp này, vì:`,
    'why_not.as_good': (p: { name: string }) => `Cử ${p.name} thì cả kế hoạch cũng tốt như vậy.`,
    'why_not.better': (p: { name: string }) =>
      `Cử ${p.name} thì kế hoạch tốt hơn: bản này chưa phải bản tốt nhất. Hãy lập lại kế hoạch.`,
    'why_not.coverage': (p: Loss) =>
      `Nếu cử ${p.name} thì chi bộ khác mất người dự: độ phủ kém ${vi(p.loss)} điểm. Độ phủ được xét trước hết.`,
    'why_not.fairness': (p: Loss) =>
      `Nếu cử ${p.name} thì số lượt của mọi người lệch nhau thêm ${vi(p.loss)} (bình phương số lượt lệch phần). Công bằng được xét trước độ phù hợp.`,
    'why_not.quality': (p: Loss) => `Nếu cử ${p.name} thì cả kế hoạch kém phù hợp ${vi(p.loss)} điểm.`,
    'why_not.stability': (p: Loss) => `Nếu cử ${p.name} thì phải đổi thêm so với bản đã công bố: ${vi(p.loss)}.`,
    'why_not.linkage': (p: Loss) => `Nếu cử ${p.name} thì các tổ kém so sánh được với nhau: ${vi(p.loss)}.`,
    'why_not.unproven':
      'Đây là cách tốt nhất tìm được trong thời gian cho phép; có thể còn cách ít thiệt hơn. Hỏi lại có thể ra kết quả khác.',
    'why_not.fit_terms': (p: { terms: readonly FitTerm[] }) =>
      `Trong đó: ${p.terms.map(({ term, difference }) => `${TERMS[term].vi} ${formatSigned('vi', difference)}`).join('; ')}.`,
    'why_not.load_terms': (p: { people: readonly LoadChange[] }) =>
      `Trong đó: ${p.people.map(({ name, from, to, share }) => `${name} từ ${from} thành ${to} lượt (phần ${vi(share)})`).join('; ')}.`,
    'why_not.seat_terms': (p: { meetings: readonly SeatChange[] }) =>
      `Trong đó: ${p.meetings.map(({ branch, observers }) => `${branch} ${observers < 0 ? `bớt ${-observers}` : `thêm ${observers}`} người dự`).join('; ')}.`,
    'why_not.move': (p: { name: string; to: string; from: string }) =>
      `${p.name}: ${[p.from && `thôi dự ${p.from}`, p.to && `dự ${p.to}`].filter((part) => part !== '').join('; ')}`,
    'why_not.reason.leave': 'có lịch bận vào giờ đó',
    'why_not.reason.conflict_of_interest': 'sinh hoạt, cư trú hoặc có liên quan ở chi bộ này',
    'why_not.reason.rotation_gap': 'vừa dự chi bộ này, chưa đủ khoảng cách',
    'why_not.reason.department_rule': 'ban không được cử người dự cuộc họp này',
    'why_not.reason.too_far': 'ở quá xa',
    'why_not.reason.over': 'cuộc họp đã diễn ra',
    'why_not.reason.not_listed': 'không có trong danh sách được dự',
  },
  {
    'why.cost': (p) => en(p.cost),
    'why.signed': (p) => formatSigned('en', p.value),
    'why.visits': (p) => `${p.visits} / ${en(p.share)}`,
    'why.none': '–',
    'why.term.fit': 'Together: lack of fit',
    'why.term.balance': 'Balance of earlier months',
    'why.term.linkage': 'Helps to compare observers, of 100',
    'why.worth': (p) => en(p.worth),
    'why.wished': (p) =>
      `The board has asked that ${p.name} go to this branch, to compare observers; this counts after all other goals.`,
    'why.term.load': 'Visits this month / share',
    'why.term.fairness': 'With them: unfairness added',
    'why.rank': (p) => `${p.name} fits the branch better than ${p.better} of the ${p.among} others who may go.`,
    'why.only_one': 'Nobody else may go to this meeting.',
    'why.result': 'Why no change',
    'why.chosen': 'chosen',
    'why.pinned': 'pinned or accepted',
    'why.kept_though_fits': (p) => `${KEPT[p.kind].en}, though a better fit here by ${en(p.fit)}`,
    'why.unfair': (p) =>
      p.fit < 0
        ? `a better fit here by ${en(-p.fit)}, but less fair by ${en(p.unfair)}; fairness comes first`
        : `less fair by ${en(p.unfair)}${p.fit > 0 ? `, and a worse fit by ${en(p.fit)}` : ''}`,
    'why.fits_less': (p) => `a worse fit by ${en(p.fit)}`,
    'why.as_good': 'just as good here',
    'why.whole_month': 'better at this meeting, but not in the whole month',
    'why.ask_whole': 'In the whole month',
    'why.close': 'Close',
    'why.loading': 'Looking up the reasons …',
    'why.move_meeting': 'Move the meeting to another day or hour',
    'why.more_candidates': (p) => `${p.count} more`,
    'why.if_sent': 'If they went',
    'why.note':
      'The lack of fit is the better the smaller it is. A share is what this month asks, earlier months included. Unfairness counts the squares of how far people are from their shares, so that the furthest come first. All other meetings stay as they are; “In the whole month” shows what the plan would come to.',

    'why_not.title': 'Why not somebody else?',
    'why_not.person': 'Whom to ask about',
    'why_not.ask': 'Ask',
    'why_not.then': 'What else would change in the month:',
    'why_not.more': (p) => `and ${p.count} more changes`,
    'why_not.goes': (p) => `${p.name} goes to this meeting.`,
    'why_not.unknown': (p) => `The time was too short to answer for ${p.name}. Ask again.`,
    'why_not.ineligible': (p) => `${p.name} cannot go to this meeting:`,
    'why_not.contradicts': (p) => `No plan sends ${p.name} to this meeting, because:`,
    'why_not.as_good': (p) => `With ${p.name} the whole plan is just as good.`,
    'why_not.better': (p) => `With ${p.name} the plan is better: this one is not the best yet. Plan again.`,
    'why_not.coverage': (p) =>
      `With ${p.name} other branches lose their observers: coverage is worse by ${en(p.loss)}. Coverage comes first of all.`,
    'why_not.fairness': (p) =>
      `With ${p.name} the loads are less fair by ${en(p.loss)} (squares of how far people are from their shares). Fairness comes before fit.`,
    'why_not.quality': (p) => `With ${p.name} the whole plan fits worse by ${en(p.loss)}.`,
    'why_not.stability': (p) => `With ${p.name} more of the published plan changes: ${en(p.loss)}.`,
    'why_not.linkage': (p) => `With ${p.name} scores are less comparable: ${en(p.loss)}.`,
    'why_not.unproven':
      'This is the best that was found in time; there may be one that costs less. Asked again, the answer may differ.',
    'why_not.fit_terms': (p) =>
      `Of that: ${p.terms.map(({ term, difference }) => `${TERMS[term].en} ${formatSigned('en', difference)}`).join('; ')}.`,
    'why_not.load_terms': (p) =>
      `Of that: ${p.people.map(({ name, from, to, share }) => `${name} from ${from} to ${to} visits (share ${en(share)})`).join('; ')}.`,
    'why_not.seat_terms': (p) =>
      `Of that: ${p.meetings.map(({ branch, observers }) => `${branch} ${observers < 0 ? `${-observers} fewer` : `${observers} more`}`).join('; ')}.`,
    'why_not.move': (p) =>
      `${p.name}: ${[p.from && `no longer ${p.from}`, p.to && `instead ${p.to}`].filter((part) => part !== '').join('; ')}`,
    'why_not.reason.leave': 'away at that hour',
    'why_not.reason.conflict_of_interest': 'of this branch, living there or tied to it',
    'why_not.reason.rotation_gap': 'was there lately',
    'why_not.reason.department_rule': 'the department may not send anybody there',
    'why_not.reason.too_far': 'too far away',
    'why_not.reason.over': 'the meeting is over',
    'why_not.reason.not_listed': 'not on the list',
  },
);
