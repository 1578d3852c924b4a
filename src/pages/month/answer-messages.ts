import { defineMessages } from '../../platform/i18n/messages.ts';

interface ConflictFacts {
  readonly name: string;
  readonly branch: string;
  readonly limit: number;
}

/** The engine's answers in words: reasons, costs and contradictions. */
export const answerMessages = defineMessages(
  {
    'month.all_departments': 'Mọi ban, cơ quan',
    'month.make_calendar': 'Tạo lịch họp của tháng',
    'month.make_calendar_text':
      'Lịch được tạo từ lịch sinh hoạt định kỳ của từng chi bộ; cuộc họp rơi vào cuối tuần, ngày lễ được dời theo quy định. Sau đó vẫn sửa được từng cuộc.',
    'month.calendar_made': (p: { count: number }) => `Đã tạo lịch của ${p.count} cuộc họp.`,
    'month.solving_phase': (p: { tierIndex: number; tierCount: number }) =>
      `mục tiêu thứ ${p.tierIndex + 1} trong ${p.tierCount}`,
    'month.stopping': 'Đã yêu cầu dừng; phương án đang có được giữ lại.',
    'month.published_now': (p: { mails: number; symbol: string }) =>
      `Đã công bố kế hoạch, thông báo phân công số ${p.symbol} đã lưu. ${p.mails} thư chờ gửi; trang này cho biết thư nào đã đi.`,
    'uncovered.declined': (p: { name: string }) => `${p.name} báo không dự được; cần cử người khác.`,
    'why.kept.elsewhere': 'họp khác cùng giờ',
    'why.kept.needs_rest': 'cần nghỉ giữa hai buổi dự',
    'why.kept.limit_reached': 'đã đủ lượt của ngày hoặc tuần',
    'why.kept.full': 'đủ lượt',
    'why.kept.pinned_out': 'đã loại',
    'why.kept.department_full': 'ban đã đủ lượt',
    'why.kept.same_department': 'cùng ban',
    'why.kept.kept_apart': 'không cử cùng người đang dự',
    'why.kept.needs_lead': 'cần người chủ trì',
    'why.kept.free': 'rảnh, nhưng dành cho việc khác',
    'why.kept.also_here': 'cũng dự ở đây',
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
  },
  {
    'month.all_departments': 'All departments',
    'month.make_calendar': 'Make the month’s calendar',
    'month.make_calendar_text':
      'It is made of each branch’s own rule; weekends and holidays roll forward. Single meetings can still be changed afterwards.',
    'month.calendar_made': (p: { count: number }) => `The calendar has ${p.count} meetings.`,
    'month.solving_phase': (p: { tierIndex: number; tierCount: number }) => `goal ${p.tierIndex + 1} of ${p.tierCount}`,
    'month.stopping': 'Asked to stop; the plan found so far is kept.',
    'month.published_now': (p: { mails: number; symbol: string }) =>
      `The plan is published, duty notice ${p.symbol} is on file. ${p.mails} mails wait to be sent; this page tells which have gone.`,
    'uncovered.declined': (p: { name: string }) => `${p.name} cannot go; somebody else is needed.`,
    'why.kept.elsewhere': 'elsewhere then',
    'why.kept.needs_rest': 'needs rest between two visits',
    'why.kept.limit_reached': 'has all visits of the day or week',
    'why.kept.full': 'has enough visits',
    'why.kept.pinned_out': 'ruled out',
    'why.kept.department_full': 'department is full',
    'why.kept.same_department': 'same department',
    'why.kept.kept_apart': 'kept apart from somebody who goes',
    'why.kept.needs_lead': 'a lead is needed',
    'why.kept.free': 'free, but kept for others',
    'why.kept.also_here': 'goes here too',
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
  },
);
