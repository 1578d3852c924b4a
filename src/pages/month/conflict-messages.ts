import { defineMessages } from '../../platform/i18n/messages.ts';

interface ConflictFacts {
  readonly name: string;
  readonly branch: string;
  readonly limit: number;
}

/** Facts of one kind that come by the dozen; `total` is what their limits come to. */
interface ManyFacts {
  readonly count: number;
  readonly total: number;
}

/** What cannot all be kept, fact by fact or as counts. */
export const conflictMessages = defineMessages(
  {
    'conflict.pin_must': (p: ConflictFacts) => `${p.name} được ghim dự ${p.branch}.`,
    'conflict.pin_must_not': (p: ConflictFacts) => `${p.name} được ghi là không dự ${p.branch}.`,
    'conflict.accepted': (p: ConflictFacts) => `${p.name} đã nhận lượt dự ${p.branch}.`,
    'conflict.mandatory': (p: ConflictFacts) => `${p.branch} bắt buộc phải có người dự.`,
    'conflict.team_lead': (p: ConflictFacts) => `Đoàn dự ${p.branch} cần một người chủ trì được.`,
    'conflict.team_departments': (p: ConflictFacts) => `Đoàn dự ${p.branch} phải thuộc các ban khác nhau.`,
    'conflict.sending_departments': (p: ConflictFacts) => `Chỉ một số ban được cử người dự ${p.branch}.`,
    'conflict.most_observers': (p: ConflictFacts) => `${p.branch} nhận nhiều nhất ${p.limit} người dự.`,
    'conflict.min_visits': (p: ConflictFacts) => `${p.name} phải có ít nhất ${p.limit} lượt.`,
    'conflict.max_visits': (p: ConflictFacts) => `${p.name} có nhiều nhất ${p.limit} lượt.`,
    'conflict.unavailable': (p: ConflictFacts) => `${p.name} đã báo bận.`,
    'conflict.away_weekly': (p: ConflictFacts) => `${p.name} có giờ không đi được hằng tuần.`,
    'conflict.conflict_of_interest': (p: ConflictFacts) => `${p.name} không được dự chi bộ có liên quan đến mình.`,
    'conflict.rotation_gap': (p: ConflictFacts) => `${p.name} vừa dự chi bộ này trong khoảng cách quy định.`,
    'conflict.max_distance': (p: ConflictFacts) => `Không ai đi xa quá ${p.limit} km.`,
    'conflict.apart': 'Có những người không được cử dự cùng một cuộc họp.',
    'conflict.once_per_branch': 'Mỗi người dự một chi bộ nhiều nhất một lần trong tháng.',
    'conflict.visit_limit_day': (p: ConflictFacts) => `Mỗi người dự nhiều nhất ${p.limit} lượt một ngày.`,
    'conflict.visit_limit_part': (p: ConflictFacts) => `Mỗi người dự nhiều nhất ${p.limit} lượt một buổi.`,
    'conflict.visit_limit_week': (p: ConflictFacts) => `Mỗi người dự nhiều nhất ${p.limit} lượt một tuần.`,
    'conflict.visit_limit_other': (p: ConflictFacts) =>
      `Mỗi người dự nhiều nhất ${p.limit} lượt trong khoảng ngày mà chính sách quy định.`,
    'conflict.days_between': (p: ConflictFacts) => `Giữa hai ngày đi dự, mỗi người được nghỉ ít nhất ${p.limit} ngày.`,
    'conflict.evenings_between': (p: ConflictFacts) =>
      `Giữa hai buổi tối đi dự, mỗi người được nghỉ ít nhất ${p.limit} buổi tối.`,
    'conflict.overnight_rest': (p: ConflictFacts) =>
      `Hai lượt dự của hai ngày khác nhau phải cách nhau ít nhất ${p.limit} phút.`,
    'conflict.department_min': (p: ConflictFacts) => `Một ban phải có ít nhất ${p.limit} lượt.`,
    'conflict.department_max': (p: ConflictFacts) => `Một ban có nhiều nhất ${p.limit} lượt.`,
    'conflict.minima': (p: { people: number; promised: number; branches: number; seats: number }) =>
      `${p.people} người phải có cộng ${p.promised} lượt, mà ${p.branches} cuộc họp họ có thể dự chỉ nhận ${p.seats} người dự.`,
    'conflict.many.pin': (p: ManyFacts) => `${p.count} lượt đã được ghim.`,
    'conflict.many.accepted': (p: ManyFacts) => `${p.count} lượt đã có người nhận.`,
    'conflict.many.mandatory': (p: ManyFacts) => `${p.count} cuộc họp bắt buộc phải có người dự.`,
    'conflict.many.team_lead': (p: ManyFacts) => `Đoàn dự ${p.count} cuộc họp cần một người chủ trì được.`,
    'conflict.many.team_departments': (p: ManyFacts) => `Đoàn dự ${p.count} cuộc họp phải thuộc các ban khác nhau.`,
    'conflict.many.sending_departments': (p: ManyFacts) => `Chỉ một số ban được cử người dự ${p.count} cuộc họp.`,
    'conflict.many.most_observers': (p: ManyFacts) => `${p.count} cuộc họp nhận nhiều nhất ${p.total} người dự.`,
    'conflict.many.max_visits': (p: ManyFacts) => `${p.count} người có nhiều nhất ${p.total} lượt cộng lại.`,
    'conflict.many.min_visits': (p: ManyFacts) => `${p.count} người phải có ít nhất ${p.total} lượt cộng lại.`,
    'conflict.many.department_max': (p: ManyFacts) => `${p.count} ban có nhiều nhất ${p.total} lượt cộng lại.`,
    'conflict.many.department_min': (p: ManyFacts) => `${p.count} ban phải có ít nhất ${p.total} lượt cộng lại.`,
    'conflict.many.unavailable': (p: ManyFacts) => `${p.count} khoảng nghỉ hoặc bận đã báo.`,
    'conflict.many.away_weekly': (p: ManyFacts) => `${p.count} khoảng giờ không đi được hằng tuần.`,
    'conflict.many.conflict_of_interest': (p: ManyFacts) =>
      `${p.count} trường hợp không được dự chi bộ có liên quan đến mình.`,
    'conflict.many.rotation_gap': (p: ManyFacts) => `${p.count} trường hợp vừa dự chi bộ trong khoảng cách quy định.`,
    'conflict.many.apart': (p: ManyFacts) => `${p.count} nhóm người không được cử dự cùng một cuộc họp.`,
    'conflict.may_be_smaller':
      'Chưa đủ thời gian để bỏ bớt những điều không liên quan trong danh sách này; lập lại với thời gian dài hơn thì danh sách có thể ngắn hơn.',
  },
  {
    'conflict.pin_must': (p: ConflictFacts) => `${p.name} is pinned to ${p.branch}.`,
    'conflict.pin_must_not': (p: ConflictFacts) => `${p.name} is kept away from ${p.branch}.`,
    'conflict.accepted': (p: ConflictFacts) => `${p.name} has accepted ${p.branch}.`,
    'conflict.mandatory': (p: ConflictFacts) => `${p.branch} must have its observers.`,
    'conflict.team_lead': (p: ConflictFacts) => `The team at ${p.branch} needs somebody who may lead.`,
    'conflict.team_departments': (p: ConflictFacts) => `The team at ${p.branch} must be of different departments.`,
    'conflict.sending_departments': (p: ConflictFacts) => `Only some departments may send people to ${p.branch}.`,
    'conflict.most_observers': (p: ConflictFacts) => `${p.branch} takes at most ${p.limit} observers.`,
    'conflict.min_visits': (p: ConflictFacts) => `${p.name} must have at least ${p.limit} visits.`,
    'conflict.max_visits': (p: ConflictFacts) => `${p.name} may have at most ${p.limit} visits.`,
    'conflict.unavailable': (p: ConflictFacts) => `${p.name} is away.`,
    'conflict.away_weekly': (p: ConflictFacts) => `${p.name} has hours away every week.`,
    'conflict.conflict_of_interest': (p: ConflictFacts) => `${p.name} must not visit a branch of their own.`,
    'conflict.rotation_gap': (p: ConflictFacts) => `${p.name} has visited this branch within the rotation gap.`,
    'conflict.max_distance': (p: ConflictFacts) => `Nobody goes further than ${p.limit} km.`,
    'conflict.apart': 'Some people must not go to one meeting together.',
    'conflict.once_per_branch': 'Nobody visits a branch twice in a month.',
    'conflict.visit_limit_day': (p: ConflictFacts) => `Nobody makes more than ${p.limit} visits a day.`,
    'conflict.visit_limit_part': (p: ConflictFacts) => `Nobody makes more than ${p.limit} visits in one part of a day.`,
    'conflict.visit_limit_week': (p: ConflictFacts) => `Nobody makes more than ${p.limit} visits a week.`,
    'conflict.visit_limit_other': (p: ConflictFacts) =>
      `Nobody makes more than ${p.limit} visits within the days that the policy names.`,
    'conflict.days_between': (p: ConflictFacts) =>
      `Days without a visit between two days with visits: at least ${p.limit}.`,
    'conflict.evenings_between': (p: ConflictFacts) =>
      `Evenings without a visit between two evenings with visits: at least ${p.limit}.`,
    'conflict.overnight_rest': (p: ConflictFacts) =>
      `At least ${p.limit} minutes must lie between the visits of two days.`,
    'conflict.department_min': (p: ConflictFacts) => `A department must have at least ${p.limit} visits.`,
    'conflict.department_max': (p: ConflictFacts) => `A department may have at most ${p.limit} visits.`,
    'conflict.minima': (p: { people: number; promised: number; branches: number; seats: number }) =>
      `${p.people} people must have ${p.promised} visits together, and the ${p.branches} meetings open to them take ${p.seats}.`,
    'conflict.many.pin': (p: ManyFacts) => `${p.count} visits are pinned.`,
    'conflict.many.accepted': (p: ManyFacts) => `${p.count} visits have been accepted.`,
    'conflict.many.mandatory': (p: ManyFacts) => `${p.count} meetings must have their observers.`,
    'conflict.many.team_lead': (p: ManyFacts) => `The teams at ${p.count} meetings need somebody who may lead.`,
    'conflict.many.team_departments': (p: ManyFacts) =>
      `The teams at ${p.count} meetings must be of different departments.`,
    'conflict.many.sending_departments': (p: ManyFacts) =>
      `Only some departments may send people to ${p.count} meetings.`,
    'conflict.many.most_observers': (p: ManyFacts) => `${p.count} meetings take at most ${p.total} observers.`,
    'conflict.many.max_visits': (p: ManyFacts) => `${p.count} people may have at most ${p.total} visits together.`,
    'conflict.many.min_visits': (p: ManyFacts) => `${p.count} people must have at least ${p.total} visits together.`,
    'conflict.many.department_max': (p: ManyFacts) =>
      `${p.count} departments may have at most ${p.total} visits together.`,
    'conflict.many.department_min': (p: ManyFacts) =>
      `${p.count} departments must have at least ${p.total} visits together.`,
    'conflict.many.unavailable': (p: ManyFacts) => `${p.count} absences.`,
    'conflict.many.away_weekly': (p: ManyFacts) => `${p.count} absences of every week.`,
    'conflict.many.conflict_of_interest': (p: ManyFacts) =>
      `In ${p.count} cases somebody must not visit a branch of their own.`,
    'conflict.many.rotation_gap': (p: ManyFacts) =>
      `In ${p.count} cases somebody has visited the branch within the rotation gap.`,
    'conflict.many.apart': (p: ManyFacts) => `${p.count} groups of people must not go to one meeting together.`,
    'conflict.may_be_smaller':
      'The time was too short to leave out of this list what has nothing to do with it; planned again with more time, it may be shorter.',
  },
);
