import { defineMessages } from '../../platform/i18n/messages.ts';

interface AtMost {
  readonly visits: number;
  readonly limit: number;
}
interface Limit {
  readonly limit: number;
}
interface Ineligible {
  readonly reasons: readonly string[];
}

const said = (words: Readonly<Record<string, string>>, { reasons }: Ineligible): string =>
  reasons.flatMap((reason) => words[reason] ?? []).join(', ');

const VI: Readonly<Record<string, string>> = {
  leave: 'có lịch bận lúc đó',
  conflict_of_interest: 'sinh hoạt, cư trú hoặc có liên quan ở chi bộ này',
  over: 'cuộc họp đã diễn ra',
  rotation_gap: 'vừa dự chi bộ này',
  department_rule: 'thuộc ban không được cử dự',
  too_far: 'ở quá xa',
  not_listed: 'không có trong danh sách được dự',
};

const EN: Readonly<Record<string, string>> = {
  leave: 'is away then',
  conflict_of_interest: 'belongs to the branch, lives there or has ties to it',
  over: 'the meeting is over',
  rotation_gap: 'was at this branch within the rotation gap',
  department_rule: 'is of a department that is not sent there',
  too_far: 'is too far away',
  not_listed: 'is not among those who may go',
};

/** Why a program’s change of a plan is refused; the fault names nobody, because its reader has sent the ids. */
export const planningFaultMessages = defineMessages(
  {
    'fault.verify.ineligible': (p: Ineligible) => `Không cử người này đến cuộc này được: ${said(VI, p)}.`,
    'fault.verify.cannot_attend_both': 'Không kịp dự cả hai cuộc: trùng giờ hoặc quá sát nhau.',
    'fault.verify.above_visit_limit': (p: AtMost) =>
      `${p.visits} lượt của một người trong một ngày, buổi hoặc tuần, quá mức ${p.limit}.`,
    'fault.verify.too_little_rest': 'Không đủ thời gian nghỉ giữa hai buổi dự.',
    'fault.verify.below_min_visits': (p: AtMost) => `Một người còn ${p.visits} lượt, dưới mức tối thiểu ${p.limit}.`,
    'fault.verify.above_max_visits': (p: AtMost) => `Một người thành ${p.visits} lượt, quá mức tối đa ${p.limit}.`,
    'fault.verify.below_department_min': (p: AtMost) => `Một ban còn ${p.visits} lượt, dưới mức tối thiểu ${p.limit}.`,
    'fault.verify.above_department_max': (p: AtMost) => `Một ban thành ${p.visits} lượt, quá mức tối đa ${p.limit}.`,
    'fault.verify.too_many_observers': (p: Limit) => `Cuộc họp chỉ cần nhiều nhất ${p.limit} người dự.`,
    'fault.verify.same_department': 'Hai người dự cuộc họp cùng một ban.',
    'fault.verify.without_lead': 'Không ai trong số người dự chủ trì được.',
    'fault.verify.kept_apart': 'Những người này không được cử cùng dự một cuộc.',
    'fault.verify.mandatory_unmet': 'Cuộc họp bắt buộc phải có đủ người dự.',
    'fault.verify.pin_broken': 'Trái với một chỗ đã ghim.',
    'fault.verify.accepted_visit_dropped': 'Bỏ một lượt đã được nhận.',
  },
  {
    'fault.verify.ineligible': (p) => `This person cannot be sent to this meeting: ${said(EN, p)}.`,
    'fault.verify.cannot_attend_both': 'Both meetings cannot be attended: they overlap or are too close together.',
    'fault.verify.above_visit_limit': (p) =>
      `${p.visits} visits of one person in a day, an evening or a week, above the limit of ${p.limit}.`,
    'fault.verify.too_little_rest': 'There is too little rest between two visits.',
    'fault.verify.below_min_visits': (p) => `One person has ${p.visits} visits left, below the minimum of ${p.limit}.`,
    'fault.verify.above_max_visits': (p) =>
      `One person would have ${p.visits} visits, above the maximum of ${p.limit}.`,
    'fault.verify.below_department_min': (p) =>
      `A department has ${p.visits} visits left, below the minimum of ${p.limit}.`,
    'fault.verify.above_department_max': (p) =>
      `A department would have ${p.visits} visits, above the maximum of ${p.limit}.`,
    'fault.verify.too_many_observers': (p) => `The meeting takes at most ${p.limit} people.`,
    'fault.verify.same_department': 'Two people at the meeting are of the same department.',
    'fault.verify.without_lead': 'Nobody at the meeting may lead.',
    'fault.verify.kept_apart': 'These people must not go to a meeting together.',
    'fault.verify.mandatory_unmet': 'The meeting must have all the people it wants.',
    'fault.verify.pin_broken': 'It contradicts a pin.',
    'fault.verify.accepted_visit_dropped': 'It drops a visit that was accepted.',
  },
);
