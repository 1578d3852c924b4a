import { formatNumber, formatSigned } from '../../kernel/format.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

interface Load {
  readonly before: number;
  readonly after: number;
  /** In visits. */
  readonly share: number;
}
interface Way {
  /** Kilometres more (+) or less (−). */
  readonly difference: number;
}
interface Meeting {
  readonly branch: string;
  readonly at: string;
}
interface Named {
  readonly name: string;
}
interface AtMost extends Named {
  readonly visits: number;
  readonly limit: number;
}

const km = (locale: 'vi' | 'en', metres: number) => formatNumber(locale, Math.round(Math.abs(metres) * 10) / 10);
const visits = (count: number) => `${count} ${count === 1 ? 'visit' : 'visits'}`;

/** What a change of a plan costs, and which rules speak against it. */
export const deskCostMessages = defineMessages(
  {
    'desk_cost.person': (p: { name: string; what: string }) => `${p.name}: ${p.what}`,
    'desk_cost.load': (p: Load) =>
      `${formatSigned('vi', p.after - p.before)} lượt (${p.before} → ${p.after}, phần của tháng ${formatNumber('vi', p.share)})`,
    'desk_cost.goes': (p: Meeting) => `dự ${p.branch} (${p.at})`,
    'desk_cost.leaves': (p: Meeting) => `thôi dự ${p.branch} (${p.at})`,
    'desk_cost.way': (p: Way) => `${km('vi', p.difference)} km ${p.difference > 0 ? 'xa hơn' : 'gần hơn'}`,
    'desk_cost.covered': (p: { branch: string }) => `${p.branch} có người dự`,
    'desk_cost.uncovered': (p: { branch: string }) => `${p.branch} không còn ai dự`,
    'desk_cost.fewer': (p: { branch: string; left: number }) => `${p.branch} còn ${p.left} người dự`,
    'desk_cost.fit': (p: { difference: number }) =>
      `cả tháng ${p.difference > 0 ? 'kém phù hợp' : 'phù hợp hơn'} ${formatNumber('vi', Math.abs(p.difference))} điểm`,
    'desk_cost.fairness': (p: { difference: number }): string =>
      p.difference > 0 ? 'số lượt của mọi người lệch nhau nhiều hơn' : 'số lượt của mọi người đều hơn',
    'desk_candidate.load': (p: { before: number; after: number; share: number }) =>
      `${p.before} → ${p.after} lượt, phần của tháng ${formatNumber('vi', p.share)}`,
    'desk_candidate.way': (p: { kilometres: number }) => `cách ${km('vi', p.kilometres)} km`,
    'desk_candidate.way_unknown': 'chưa rõ quãng đường',
    'desk_proof.verified': 'tối ưu, đã kiểm chứng độc lập',
    'desk_proof.search': 'tối ưu theo tìm kiếm, chưa kiểm chứng hết',
    'desk_proof.none': 'chưa chứng minh là tốt nhất',

    'desk_against.leave': (p: Named) => `${p.name} bận vào giờ đó`,
    'desk_against.conflict_of_interest': (p: Named) => `${p.name} sinh hoạt, cư trú hoặc có liên quan ở chi bộ này`,
    'desk_against.over': () => 'cuộc này đã diễn ra',
    'desk_against.rotation_gap': (p: Named) => `${p.name} vừa dự chi bộ này, chưa đủ khoảng cách luân phiên`,
    'desk_against.department_rule': (p: Named) => `ban của ${p.name} không cử người dự cuộc này`,
    'desk_against.too_far': (p: Named) => `nơi họp quá xa đối với ${p.name}`,
    'desk_against.not_listed': (p: Named) => `${p.name} không có trong danh sách người được dự cuộc này`,
    'desk_against.elsewhere': (p: { name: string; branches: string }) =>
      `${p.name} không kịp dự hết, vì trùng giờ hoặc quá sát nhau: ${p.branches}`,
    'desk_against.same_branch': (p: Named) => `${p.name} đã dự chi bộ này trong tháng`,
    'desk_against.above_visit_limit': (p: AtMost) =>
      `${p.name} thành ${p.visits} lượt trong một ngày, buổi hoặc tuần, quá mức ${p.limit}`,
    'desk_against.too_little_rest': (p: Named) => `${p.name} không đủ thời gian nghỉ giữa hai buổi dự`,
    'desk_against.below_min_visits': (p: AtMost) => `${p.name} còn ${p.visits} lượt, dưới mức tối thiểu ${p.limit}`,
    'desk_against.above_max_visits': (p: AtMost) => `${p.name} thành ${p.visits} lượt, quá mức tối đa ${p.limit}`,
    'desk_against.department_limit': () => 'số lượt của cả ban ra ngoài mức quy định',
    'desk_against.too_many_observers': (p: { branch: string; limit: number }) =>
      `${p.branch} chỉ cần nhiều nhất ${p.limit} người dự`,
    'desk_against.same_department': (p: { branch: string }) => `hai người dự ${p.branch} cùng một ban`,
    'desk_against.without_lead': (p: { branch: string }) => `không ai trong số người dự ${p.branch} chủ trì được`,
    'desk_against.kept_apart': (p: { branch: string }) => `những người này không được cử cùng dự ${p.branch}`,
    'desk_against.mandatory_unmet': (p: { branch: string }) => `${p.branch} bắt buộc phải có đủ người dự`,
    'desk_against.other': () => 'trái với một ràng buộc của kế hoạch',
  },
  {
    'desk_cost.person': (p) => `${p.name}: ${p.what}`,
    'desk_cost.load': (p) =>
      `${formatSigned('en', p.after - p.before)} (${p.before} → ${visits(p.after)}, share of the month ${formatNumber('en', p.share)})`,
    'desk_cost.goes': (p) => `goes to ${p.branch} (${p.at})`,
    'desk_cost.leaves': (p) => `no longer goes to ${p.branch} (${p.at})`,
    'desk_cost.way': (p) => `${km('en', p.difference)} km ${p.difference > 0 ? 'further' : 'nearer'}`,
    'desk_cost.covered': (p) => `somebody goes to ${p.branch}`,
    'desk_cost.uncovered': (p) => `nobody goes to ${p.branch} any more`,
    'desk_cost.fewer': (p) => `${p.left} still go to ${p.branch}`,
    'desk_cost.fit': (p) =>
      `the whole month fits ${formatNumber('en', Math.abs(p.difference))} points ${p.difference > 0 ? 'less' : 'better'}`,
    'desk_cost.fairness': (p) => (p.difference > 0 ? 'loads differ more' : 'loads differ less'),
    'desk_candidate.load': (p) => `${p.before} → ${visits(p.after)}, share of the month ${formatNumber('en', p.share)}`,
    'desk_candidate.way': (p) => `${km('en', p.kilometres)} km away`,
    'desk_candidate.way_unknown': 'way unknown',
    'desk_proof.verified': 'optimal, independently verified',
    'desk_proof.search': 'optimal by search, not verified in full',
    'desk_proof.none': 'not proven to be the best',

    'desk_against.leave': (p) => `${p.name} is away then`,
    'desk_against.conflict_of_interest': (p) => `${p.name} belongs to this branch, lives there or has ties to it`,
    'desk_against.over': () => 'this meeting is over',
    'desk_against.rotation_gap': (p) => `${p.name} was at this branch within the rotation gap`,
    'desk_against.department_rule': (p) => `the department of ${p.name} sends nobody to this meeting`,
    'desk_against.too_far': (p) => `it is too far for ${p.name}`,
    'desk_against.not_listed': (p) => `${p.name} is not among those who may go there`,
    'desk_against.elsewhere': (p) =>
      `${p.name} cannot be at all of these, which overlap or are too close: ${p.branches}`,
    'desk_against.same_branch': (p) => `${p.name} goes to this branch already this month`,
    'desk_against.above_visit_limit': (p) =>
      `${p.name} would make ${visits(p.visits)} within a day, an evening or a week; ${p.limit} are allowed`,
    'desk_against.too_little_rest': (p) => `${p.name} has too little rest between two visits`,
    'desk_against.below_min_visits': (p) =>
      `${p.name} is left with ${visits(p.visits)}, fewer than the ${p.limit} required`,
    'desk_against.above_max_visits': (p) =>
      `${p.name} would make ${visits(p.visits)}, more than the ${p.limit} allowed`,
    'desk_against.department_limit': () => 'the visits of the whole department leave their bounds',
    'desk_against.too_many_observers': (p) => `${p.branch} takes ${p.limit} at most`,
    'desk_against.same_department': (p) => `two of one department would go to ${p.branch}`,
    'desk_against.without_lead': (p) => `nobody who goes to ${p.branch} may lead`,
    'desk_against.kept_apart': (p) => `these people are kept apart at ${p.branch}`,
    'desk_against.mandatory_unmet': (p) => `${p.branch} must have all its observers`,
    'desk_against.other': () => 'it breaks a rule of planning',
  },
);
