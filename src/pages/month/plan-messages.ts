import type { Day, Month } from '../../kernel/month.ts';
import { formatMonth, formatShortDate } from '../../kernel/format.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { UnmetCauses } from './unmet-reason.ts';

interface Count {
  readonly count: number;
}

/** What prevents people from going to a meeting, each cause with its number. */
function causes(parts: readonly (readonly [number, (count: number) => string])[]): string {
  return parts.flatMap(([count, text]) => (count > 0 ? [text(count)] : [])).join('; ');
}

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Texts about a plan: what it leaves out and why, what has changed since, what to look at before publication. */
export const planMessages = defineMessages(
  {
    'draft.outdated': 'Dữ liệu đã thay đổi sau khi lập bản nháp này, nên bản nháp không còn đúng và chưa công bố được.',
    'draft.outdated_short': 'Bản nháp đã cũ',
    'month.tile.outdated_note': 'được lập với dữ liệu trước khi thay đổi',
    'draft.changes': 'Thay đổi:',
    'draft.plan_again': 'Lập lại kế hoạch',
    'draft.change.meetings_added': (p: Count) => `thêm ${p.count} cuộc họp`,
    'draft.change.meetings_gone': (p: Count) => `bớt ${p.count} cuộc họp`,
    'draft.change.meetings_moved': (p: Count) => `${p.count} cuộc họp đổi giờ, địa điểm hoặc loại`,
    'draft.change.leaves': (p: Count) => `lịch bận của ${p.count} người`,
    'draft.change.people_added': (p: Count) => `thêm ${p.count} chuyên viên`,
    'draft.change.people_gone': (p: Count) => `bớt ${p.count} chuyên viên`,
    'draft.change.people_changed': (p: Count) => `thông tin của ${p.count} chuyên viên`,
    'draft.change.earlier_visits': (p: Count) => `lượt dự các tháng trước của ${p.count} người hoặc chi bộ`,
    'draft.change.branches_changed': (p: Count) => `thông tin của ${p.count} chi bộ`,
    'draft.change.pins': (p: Count) => `${p.count} chỗ ghim người dự`,
    'draft.change.pairings': (p: Count) => `${p.count} cặp đi cùng hoặc không đi cùng`,
    'draft.change.policy': (_: Count) => 'quy định lập kế hoạch',
    'draft.change.assignments_lost': (p: Count) =>
      `${p.count} lượt phân công mất theo cuộc họp hoặc chuyên viên đã bị bỏ, không trở lại khi đưa lại`,
    'draft.change.other': (_: Count) => 'dữ liệu khác của tháng',

    'difference.summary': (p: { meetings: number; before: number; after: number }) =>
      `So với bản nháp trước: ${p.meetings} cuộc họp đổi người dự; ${p.before} → ${p.after} lượt dự.`,
    'difference.nobody': 'chưa có ai',
    'difference.list': 'Từng cuộc họp',
    'month.solve_abandoned':
      'Lần lập kế hoạch đang chạy đã ngừng: tiến trình xử lý nó không còn hoạt động. Bấm lập kế hoạch để chạy lại; nếu vẫn vậy, báo cho quản trị.',

    'uncovered.causes': (p: UnmetCauses) =>
      `Chưa cử ai: ${causes([
        [p.elsewhere, (n) => `${n} người dự cuộc họp khác trùng giờ hoặc không kịp đường đi`],
        [p.limit_reached, (n) => `${n} người đã đủ lượt của ngày hoặc tuần`],
        [p.needs_rest, (n) => `${n} người cần nghỉ giữa hai buổi dự`],
        [p.full, (n) => `${n} người đã đủ số lượt tối đa của tháng`],
        [p.leave, (n) => `${n} người có lịch bận`],
        [p.conflict_of_interest, (n) => `${n} người sinh hoạt, cư trú hoặc có liên quan ở chi bộ này`],
        [p.rotation_gap, (n) => `${n} người vừa dự chi bộ này`],
        [p.over, () => 'cuộc họp đã diễn ra'],
        [p.too_far, (n) => `${n} người ở quá xa`],
        [p.department_rule, (n) => `${n} người thuộc ban không được cử dự`],
        [p.not_listed, (n) => `${n} người không có trong danh sách được dự`],
        [p.pinned_out, (n) => `${n} người được ghi là không dự`],
        [p.department_full, (n) => `${n} người thuộc ban đã đủ lượt`],
        [p.same_department, (n) => `${n} người cùng ban với người đang dự`],
        [p.kept_apart, (n) => `${n} người không được cử cùng người đang dự`],
        [p.needs_lead, (n) => `${n} người cần đi cùng một người chủ trì được`],
        [p.free, (n) => `${n} người rảnh nhưng được dành cho chi bộ cần hơn hoặc để không ai quá tải`],
      ])}.`,
    'uncovered.free_by_hand': (p: { free: number }) => `Có ${p.free} người rảnh giờ đó; bản đã sửa tay chưa cử ai.`,
    'uncovered.no_people': 'Chưa có chuyên viên nào trong danh bạ.',
    'uncovered.see_meeting': 'Xem lý do ở trang của cuộc họp.',
    'uncovered.no_plan': 'Tháng này chưa có kế hoạch.',
    'uncovered.added_later': 'Cuộc họp này được thêm sau khi lập kế hoạch.',
    'uncovered.not_due': 'Chưa đến lượt: số lượt của tháng dành cho các chi bộ cần hơn.',
    'uncovered.not_due_since': (p: { last: Month }) =>
      `Chưa đến lượt: chi bộ có người dự gần nhất tháng ${formatMonth('vi', p.last)}; số lượt của tháng dành cho các chi bộ cần hơn.`,
    'uncovered.over': (p: { isVisited: boolean }) =>
      `Bắt đầu khi kế hoạch chưa công bố; ${p.isVisited ? 'ngày đó có ghi nhận người dự chi bộ' : 'chưa ghi nhận ai dự'}.`,
    'uncovered.left_out': (p: { names: string; isVisited: boolean }) =>
      `Bắt đầu khi kế hoạch chưa công bố. Dự kiến cử ${p.names}, nhưng không gửi; ${p.isVisited ? 'ngày đó có ghi nhận người dự chi bộ' : 'chưa ghi nhận ai dự'}.`,
    'meeting.state.not_due': 'Chưa đến lượt',
    'meeting.state.over': 'Đã bắt đầu, không cử người',
    'meeting.state.unplanned': 'Chưa lập kế hoạch',
    'month.not_due': 'Chưa đến lượt tháng này',
    'month.more_uncovered': (p: Count) => `và ${p.count} cuộc họp khác`,
    'month.over': 'Bắt đầu khi chưa công bố',
    'month.over_text':
      'Không ai được báo đến các cuộc này; cuộc nào chưa ghi nhận ai dự thì tính là không có người dự. Sau khi công bố, ai thực tế đã dự thì ghi ở “Dự ngoài kế hoạch”.',
    'left_out.draft': (p: { visits: number; meetings: number }) =>
      `${p.visits} lượt ở ${p.meetings} cuộc họp đã bắt đầu sẽ không được gửi khi công bố.`,
    'left_out.published': (p: { visits: number; meetings: number }) =>
      `${p.visits} lượt ở ${p.meetings} cuộc họp đã bắt đầu trước khi công bố không được gửi.`,
    'left_out.rest':
      'Mọi lượt khác được gửi đúng như kế hoạch, không cần lập hay duyệt lại. Sau khi công bố, ai thực tế đã dự các cuộc này thì ghi ở “Dự ngoài kế hoạch”.',
    'left_out.planned': (p: { names: string }) => `dự kiến cử ${p.names}`,
    'left_out.list': 'Từng cuộc họp',
    'month.not_due_list': 'Từng chi bộ',
    'month.show_not_due': 'Xem trong danh sách theo ngày',
    'month.show': 'Cuộc họp',
    'month.show.all': 'Mọi cuộc họp',
    'month.show.uncovered': 'Chưa có hoặc thiếu người dự',
    'month.show.not_due': 'Chưa đến lượt',
    'month.no_meetings_found': 'Không có cuộc họp nào khớp với điều kiện tìm. Bỏ bớt điều kiện để xem lại danh sách.',

    'warnings.title': 'Nên xem trước khi công bố',
    'warnings.none': 'Không có gì cần xem lại theo các mức cảnh báo của chính sách.',
    'warnings.on_month': (p: Count) => `${p.count} điều nên xem trước khi công bố`,
    'warnings.kind.many_in_day': (p: { least: number }) => `${p.least} lượt trở lên trong một ngày`,
    'warnings.kind.many_in_evening': (p: { least: number }) => `${p.least} lượt trở lên trong một buổi tối`,
    'warnings.kind.many_in_week': (p: { least: number }) => `${p.least} lượt trở lên trong một tuần`,
    'warnings.kind.long_way': (p: { km: number }) => `Đường đi trên ${p.km} km`,
    'warnings.kind.newcomer_alone': 'Người mới đi dự lần đầu một mình',
    'warnings.kind.place_unknown': 'Chưa biết vị trí nơi họp, nên chưa tính đường đi',
    'warnings.kind.base_unknown': 'Chưa biết nơi làm việc, nên chưa tính đường đi',
    'warnings.many': (p: { name: string; day: Day; count: number }) =>
      `${p.name}: ${p.count} lượt ngày ${formatShortDate('vi', p.day)}`,
    'warnings.week': (p: { name: string; day: Day; count: number }) =>
      `${p.name}: ${p.count} lượt trong tuần từ ${formatShortDate('vi', p.day)}`,
    'warnings.way': (p: { name: string; branch: string; km: string }) => `${p.name} → ${p.branch}: ${p.km} km`,
    'warnings.visit': (p: { name: string; branch: string }) => `${p.name} → ${p.branch}`,
    'warnings.ways': (p: { name: string; count: number }) => `${p.name}: ${p.count} lượt`,
    'warnings.each': 'Từng trường hợp',
    'warnings.decided': (p: { by: string; reason: string }) =>
      `${p.by === '' ? 'Đã có người' : p.by} quyết định bỏ qua mức quy định, lý do: ${p.reason}`,
    'warnings.more': (p: Count) => `và ${p.count} trường hợp khác`,
  },
  {
    'draft.outdated': 'Things have changed since this draft was made: it no longer fits and cannot be published.',
    'draft.outdated_short': 'Out of date',
    'month.tile.outdated_note': 'made before things changed',
    'draft.changes': 'Changed:',
    'draft.plan_again': 'Plan again',
    'draft.change.meetings_added': (p) => `${plural(p.count, 'meeting', 'meetings')} added`,
    'draft.change.meetings_gone': (p) => `${plural(p.count, 'meeting', 'meetings')} gone`,
    'draft.change.meetings_moved': (p) => `${plural(p.count, 'meeting', 'meetings')} with another time, place or kind`,
    'draft.change.leaves': (p) => `absences of ${people(p.count)}`,
    'draft.change.people_added': (p) => `${plural(p.count, 'specialist', 'specialists')} added`,
    'draft.change.people_gone': (p) => `${plural(p.count, 'specialist', 'specialists')} gone`,
    'draft.change.people_changed': (p) => `details of ${plural(p.count, 'specialist', 'specialists')}`,
    'draft.change.earlier_visits': (p) =>
      `earlier visits of ${plural(p.count, 'person or branch', 'people or branches')}`,
    'draft.change.branches_changed': (p) => `details of ${plural(p.count, 'branch', 'branches')}`,
    'draft.change.pins': (p) => plural(p.count, 'pin', 'pins'),
    'draft.change.pairings': (p) => `${plural(p.count, 'pair', 'pairs')} of people who go together or apart`,
    'draft.change.policy': () => 'the rules of planning',
    'draft.change.assignments_lost': (p) =>
      `${p.count} ${p.count === 1 ? 'assignment' : 'assignments'} lost with a meeting or a person that was removed, even where that was taken back`,
    'draft.change.other': () => 'other data of the month',

    'difference.summary': (p) =>
      `Against the draft before: other observers at ${plural(p.meetings, 'meeting', 'meetings')}; ${p.before} → ${p.after} visits.`,
    'difference.nobody': 'nobody',
    'difference.list': 'Each meeting',
    'month.solve_abandoned':
      'The planning under way has stopped: the process that worked it is gone. Plan again; if it stops again, tell an administrator.',

    'uncovered.causes': (p) =>
      `Nobody goes: ${causes([
        [p.elsewhere, (n) => `${people(n)} at another meeting or on the way`],
        [p.limit_reached, (n) => `${people(n)} with all visits of the day or week`],
        [p.needs_rest, (n) => `${people(n)} in need of rest between two visits`],
        [p.full, (n) => `${people(n)} with as many visits as they may have`],
        [p.leave, (n) => `${people(n)} away`],
        [p.conflict_of_interest, (n) => `${people(n)} of this branch, living there or tied to it`],
        [p.rotation_gap, (n) => `${people(n)} who were there lately`],
        [p.over, () => 'the meeting is over'],
        [p.too_far, (n) => `${people(n)} too far away`],
        [p.department_rule, (n) => `${people(n)} of departments that may not send anybody`],
        [p.not_listed, (n) => `${people(n)} not on the list`],
        [p.pinned_out, (n) => `${people(n)} ruled out`],
        [p.department_full, (n) => `${people(n)} of departments that are full`],
        [p.same_department, (n) => `${people(n)} of the same department as who goes`],
        [p.kept_apart, (n) => `${people(n)} who are kept apart from somebody who goes`],
        [p.needs_lead, (n) => `${people(n)} who need somebody who may lead`],
        [
          p.free,
          (n) => `${people(n)} free, but kept for branches that need them more, or so that nobody is overloaded`,
        ],
      ])}.`,
    'uncovered.free_by_hand': (p) => `${people(p.free)} free then; the plan as changed by hand sends nobody.`,
    'uncovered.no_people': 'There are no specialists in the directory yet.',
    'uncovered.see_meeting': 'The page of the meeting tells why.',
    'uncovered.no_plan': 'This month has no plan yet.',
    'uncovered.added_later': 'This meeting was added after the plan was made.',
    'uncovered.not_due': 'Not its turn: the visits of the month go to branches that need them more.',
    'uncovered.not_due_since': (p) =>
      `Not its turn: somebody was there in ${formatMonth('en', p.last)}; the visits of the month go to branches that need them more.`,
    'uncovered.over': (p) =>
      `It began before the plan was published; ${p.isVisited ? 'a visit to the branch is recorded on that day' : 'no visit is recorded'}.`,
    'uncovered.left_out': (p) =>
      `It began before the plan was published. ${p.names} would have gone, and was not told; ${p.isVisited ? 'a visit to the branch is recorded on that day' : 'no visit is recorded'}.`,
    'meeting.state.not_due': 'Not its turn',
    'meeting.state.over': 'Held before the plan was made',
    'meeting.state.unplanned': 'Not planned yet',
    'month.not_due': 'Not their turn this month',
    'month.more_uncovered': (p) => `and ${plural(p.count, 'meeting', 'meetings')} more`,
    'month.over': 'Begun before publication',
    'month.over_text':
      'Nobody is told to go there; those without a recorded visit count as meetings without an observer. Once the month is published, who went all the same is entered as a “Visit outside the plan”.',
    'left_out.draft': (p) =>
      `${plural(p.visits, 'visit', 'visits')} to ${plural(p.meetings, 'meeting that has', 'meetings that have')} begun will not be sent.`,
    'left_out.published': (p) =>
      `${plural(p.visits, 'visit', 'visits')} to ${plural(p.meetings, 'meeting', 'meetings')} that had begun before publication were not sent.`,
    'left_out.rest':
      'All else is sent exactly as planned, without planning or approving again. After publication, who went to these meetings all the same is entered as a “Visit outside the plan”.',
    'left_out.planned': (p) => `${p.names} would have gone`,
    'left_out.list': 'Each meeting',
    'month.not_due_list': 'Each branch',
    'month.show_not_due': 'See them in the list by day',
    'month.show': 'Meetings',
    'month.show.all': 'All meetings',
    'month.show.uncovered': 'Nobody or too few go',
    'month.show.not_due': 'Not their turn',
    'month.no_meetings_found': 'No meeting matches. Remove a filter to see the list again.',

    'warnings.title': 'To look at before publication',
    'warnings.none': 'Nothing to look at by the warnings that the policy asks for.',
    'warnings.on_month': (p) => `${plural(p.count, 'thing', 'things')} to look at before publication`,
    'warnings.kind.many_in_day': (p) => `${p.least} visits or more in a day`,
    'warnings.kind.many_in_evening': (p) => `${p.least} visits or more in an evening`,
    'warnings.kind.many_in_week': (p) => `${p.least} visits or more in a week`,
    'warnings.kind.long_way': (p) => `Ways of more than ${p.km} km`,
    'warnings.kind.newcomer_alone': 'First visit of somebody new, alone',
    'warnings.kind.place_unknown': 'Place of the meeting unknown, so that the way is not counted',
    'warnings.kind.base_unknown': 'Place of work unknown, so that ways are not counted',
    'warnings.many': (p) => `${p.name}: ${p.count} visits on ${formatShortDate('en', p.day)}`,
    'warnings.week': (p) => `${p.name}: ${p.count} visits in the week from ${formatShortDate('en', p.day)}`,
    'warnings.way': (p) => `${p.name} → ${p.branch}: ${p.km} km`,
    'warnings.visit': (p) => `${p.name} → ${p.branch}`,
    'warnings.ways': (p) => `${p.name}: ${plural(p.count, 'visit', 'visits')}`,
    'warnings.each': 'Each of them',
    'warnings.decided': (p) => `${p.by === '' ? 'Somebody' : p.by} decided to overrule the limit, because: ${p.reason}`,
    'warnings.more': (p) => `and ${p.count} more`,
  },
);
