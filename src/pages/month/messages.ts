import { formatMonth, formatNumber, formatShortDate, formatSigned } from '../../kernel/format.ts';
import type { Day, Month } from '../../kernel/month.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

/** A plan that people have changed was not searched for, so no time is given. */
const within = (seconds: string | false, unit: string) => (seconds === false ? '' : ` · ${seconds} ${unit}`);

export const monthMessages = defineMessages(
  {
    'month.title': (p: { month: string }) => `Tháng ${p.month}`,
    'month.plan': 'Lập kế hoạch',
    'month.plan_again': 'Lập lại kế hoạch',
    'month.desk': 'Bàn điều phối',
    'month.publish': 'Công bố',
    'month.notice': 'Thông báo phân công',
    'month.notice_pdf': 'Thông báo, bản PDF',
    'month.notice_docx': 'Thông báo, bản Word',
    'month.notice_pages_pdf': 'Trang riêng từng người, bản PDF',
    'month.notice_pages_docx': 'Trang riêng từng người, bản Word',
    'month.published': (p: { at: string; by: string }) => `Kế hoạch đã được ${p.by} công bố lúc ${p.at}.`,
    'month.infeasible_title': 'Không có kế hoạch nào thỏa mọi ràng buộc',
    'month.infeasible':
      'Những điều sau không thể cùng đúng. Sửa một điều trong lịch họp, lịch bận hoặc danh sách rồi lập lại kế hoạch:',
    'month.changed': 'Vừa có người thay đổi tháng này.',
    'month.reload': 'Tải lại trang',
    'month.solving': 'Đang lập kế hoạch',
    'month.is_published': 'Kế hoạch tháng này đã được công bố.',
    'month.nothing_to_publish': 'Tháng này chưa có kế hoạch để công bố. Hãy lập kế hoạch trước.',
    'month.solve_failed':
      'Lần lập kế hoạch vừa rồi gặp lỗi và không có kết quả. Hãy lập lại; nếu vẫn lỗi, báo cho quản trị.',
    'month.solve_contradicts': (p: { whose: string }) =>
      `Chưa lập được kế hoạch: dữ liệu của tháng có chỗ mâu thuẫn${p.whose === '' ? '' : ` (${p.whose})`}, ví dụ số lượt tối thiểu lớn hơn tối đa. Hãy sửa ở danh bạ hoặc lịch sinh hoạt rồi lập lại kế hoạch.`,
    'month.solve_stopped': 'Lần lập kế hoạch vừa rồi đã được dừng trước khi có kết quả mới.',
    'month.solve_late':
      'Hết thời gian mà chưa tìm được kế hoạch nào. Hãy tăng thời gian tìm ở trang Chính sách rồi lập lại; nếu vẫn vậy, bớt chỗ ghim hoặc thêm người.',
    'month.solve_late_kept':
      'Hết thời gian mà lần lập vừa rồi chưa tìm được kế hoạch nào, nên bản nháp trước đó giữ nguyên. Hãy tăng thời gian tìm ở trang Chính sách rồi lập lại; nếu vẫn vậy, bớt chỗ ghim hoặc thêm người.',
    'conflict.meetings_at_once': (p: { day: Day; from: string; wanted: number; branches: number; people: number }) =>
      `Quanh ${p.from} ngày ${formatShortDate('vi', p.day)}, ${p.branches} cuộc họp trùng giờ cần ${p.wanted} người dự nhưng chỉ ${p.people} người đi được.`,
    'conflict.visits_too_few': (p: { wanted: number; branches: number; people: number; visits: number }) =>
      `${p.branches} cuộc họp cần ${p.wanted} lượt người dự, mà ${p.people} người đi được chỉ dự được tối đa ${p.visits} lượt trong tháng.`,
    'conflict.one_each': (p: { wanted: number; branches: number; people: number }) =>
      `${p.branches} cuộc họp mà mỗi người chỉ dự được một (trùng giờ, quá gần nhau hoặc cùng chi bộ) cần ${p.wanted} lượt người dự, mà chỉ ${p.people} người đi được.`,
    'conflict.window_too_few': (p: { wanted: number; branches: number; people: number; visits: number }) =>
      `${p.branches} cuộc họp gần nhau cần ${p.wanted} lượt người dự; ${p.people} người đi được, theo giới hạn mỗi ngày, mỗi tuần và thời gian nghỉ, chỉ dự được tối đa ${p.visits} lượt.`,
    'month.no_meetings': 'Tháng này chưa có lịch họp',
    'month.no_meetings_text':
      'Lịch họp được tạo từ lịch định kỳ của từng chi bộ. Nhập danh sách chi bộ kèm lịch sinh hoạt là bước đầu tiên.',
    'month.no_meetings_action': 'Nhập danh sách',

    'month.tile.meetings': 'Cuộc họp có người dự',
    'month.tile.not_due': (p: { count: string }) => `${p.count} chi bộ chưa đến lượt tháng này`,
    'month.left_out': (p: { count: number }) =>
      `${p.count} chi bộ, chuyên viên có lượt dự tháng trước, nay đã ngừng dùng nên không tính vào tháng này`,
    'month.tile.load': 'Lượt mỗi người',
    'month.tile.load_note': (p: { least: string; most: string; off: string }) =>
      `ít nhất ${p.least} · nhiều nhất ${p.most} · lệch phần nhiều nhất ${p.off}`,
    'month.tile.weak': 'Dự đúng lĩnh vực còn hạn chế',
    'month.tile.matched': (p: { part: string; whole: string }) => `${p.part}/${p.whole} chi bộ còn hạn chế có người dự`,
    'month.tile.travel': 'Quãng đường',
    'month.tile.travel_note': (p: { unknown: number }) =>
      `cả tháng, một chiều, ước tính từ đường chim bay${p.unknown > 0 ? ` · ${p.unknown} lượt không tính được vì thiếu vị trí` : ''}`,
    'month.tile.travel_unknown': 'Chưa tính được',
    'month.tile.travel_unknown_note': (p: { unknown: number }) =>
      `${p.unknown} lượt thiếu vị trí của chi bộ hoặc của người dự`,
    'month.kilometres': (p: { count: string }) => `${p.count}\u00a0km`,
    'month.tile.quality': 'Chất lượng kế hoạch',
    'month.tile.quality_note': (p: { isVerified: boolean; seconds: string | false }) =>
      `${p.isVerified ? 'đã kiểm chứng độc lập' : 'chưa kiểm chứng'}${within(p.seconds, 'giây')}`,
    'month.tile.gap_note': (p: { gap: string; goal: string; seconds: string | false }) =>
      `về ${p.goal}, cách tối ưu nhiều nhất ${p.gap}${within(p.seconds, 'giây')}`,
    'month.own_choices': 'Phương án này lập theo lựa chọn riêng, khác chính sách của cấp ủy ở:',
    'month.goal.coverage': 'cuộc có người dự',
    'month.goal.fairness': 'chia đều lượt dự',
    'month.goal.quality': 'người hợp chi bộ',
    'month.goal.stability': 'giữ như đã công bố',
    'month.goal.linkage': 'so sánh được phiếu',
    'month.tile.no_gap_note': (p: { seconds: string | false }) =>
      `chưa chứng minh được mức tốt nhất${within(p.seconds, 'giây')}`,
    'month.quality_then': (p: { quality: string }) => `${p.quality} khi công bố`,
    'month.tile.changed_note': (p: { count: number }) => `từ đó đổi người dự ở ${p.count} cuộc họp`,
    'month.quality.optimal': 'Tối ưu',
    'month.quality.feasible': 'Khả thi',
    'month.quality.stopped': 'Dừng sớm',

    'month.search': 'Tìm người, chi bộ',
    'month.department': 'Ban, cơ quan',
    'month.views': 'Cách xem tháng',
    'month.by_people': 'Theo người',
    'month.by_days': 'Theo ngày',
    'month.table': (p: { month: string }) => `Phân công tháng ${p.month}: mỗi dòng một người, mỗi cột một ngày`,
    'month.agenda': (p: { month: string }) => `Lịch dự họp tháng ${p.month}`,
    'month.specialist': 'Chuyên viên',
    'month.visits': 'Lượt',
    'month.meetings_of_day': 'Cuộc họp trong ngày',
    'month.visits_of_shown': 'Lượt của người đang xem',
    'month.clash': 'trùng lịch bận',
    'month.uncovered_of_day': (p: { count: number }) => `${p.count} cuộc chưa có người dự`,
    'month.nobody_found': 'Không có ai khớp với điều kiện tìm. Bỏ bớt điều kiện để xem lại danh sách.',
    'month.pinned': 'đã ghim',
    'month.away': 'bận',
    'month.load_legend': 'số lượt; vạch đứng là phần của tháng này',
    'month.hour': 'Giờ',
    'month.branch': 'Chi bộ',
    'month.kind': 'Loại sinh hoạt',
    'month.who': 'Người dự',
    'month.meetings_count': (p: { count: number }) => `${p.count} cuộc họp`,
    'month.uncovered': 'Chưa có người dự',
    'month.all_covered': 'Mọi cuộc họp đến lượt tháng này đều có người dự.',

    'meeting.state.covered': 'Có người dự',
    'meeting.state.partial': 'Thiếu người dự',
    'meeting.state.uncovered': 'Chưa có người dự',
    'meeting.facts': 'Cuộc họp',
    'meeting.when': 'Thời gian',
    'meeting.place': 'Địa điểm',
    'meeting.change': 'Thay đổi',
    'meeting.move_or_cancel': 'Dời hoặc hủy cuộc họp này',
    'meeting.wanted': 'Cần',
    'meeting.wanted_people': (p: { min: number; max: number }) =>
      p.min === p.max ? `${p.min} người` : `${p.min}–${p.max} người`,
    'meeting.mandatory': 'bắt buộc',
    'meeting.grounds': 'Vì sao nên dự',
    'meeting.people': 'Người dự',
    'meeting.outside_plan': 'ngoài kế hoạch',
    'meeting.overruled': (p: { reason: string }) => `bỏ qua quy định, lý do: ${p.reason}`,
    'ground.last_visit': (p: { last: Month }) => `Dự gần nhất: ${formatMonth('vi', p.last)}`,
    'ground.never_visited': 'Chưa có ai dự lần nào',
    'ground.weak_field': (p: { field: string }) => `Còn hạn chế về ${p.field}`,

    'why.title': 'Vì sao?',
    'why.more': 'Mở trang cuộc họp',
    'why.person': (p: { name: string }) => `Vì sao là ${p.name}`,
    'why.uncovered': 'Vì sao chưa có người dự',
    'why.doing': 'Vào giờ đó',
    'why.term.expertise': 'Thiếu lĩnh vực',
    'why.term.rotation': 'Mới dự gần đây',
    'why.term.travel': 'Đường xa',
    'why.term.familiarity': 'Chưa quen chi bộ',
    'why.term.preference': 'Trái nguyện vọng',
    'why.term.together': 'Cùng người nên đi cùng',
    'why.doing.meeting': (p: { branch: string; from: string }) => `dự ${p.branch} lúc ${p.from}`,

    'people.title': (p: { month: string }) => `Người dự tháng ${p.month}`,
    'people.list': 'Từng người',
    'people.tile.people': 'Chuyên viên',
    'people.tile.away': (p: { count: string; all: string }) =>
      `${p.count} người có lịch bận · ${p.all} người nghỉ cả tháng`,
    'people.tile.visits': 'Lượt dự',
    'people.tile.average': (p: { average: string }) =>
      `trung bình ${p.average} lượt mỗi người, không kể người nghỉ cả tháng`,
    'people.tile.spread': 'Ít nhất – nhiều nhất',
    'people.tile.spread_note': 'lượt trong tháng',
    'people.tile.off': 'Lệch nhiều nhất',
    'people.tile.off_figure': (p: { off: string }) => `${p.off} lượt`,
    'people.tile.off_note': (p: { above: string; below: string }) =>
      `so với phần tháng này; từ một lượt trở lên: ${p.above} người trên, ${p.below} người dưới`,
    'people.target': 'Mục tiêu tháng này',
    'people.not_planned': 'chưa lập',
    'people.origin': (p: { carriedIn: number }) => `Chuyển sang: ${formatSigned('vi', p.carriedIn)}`,
    'people.origin_month': (p: { month: Month; visits: number; share: number; difference: number }) =>
      `${formatMonth('vi', p.month)}: ${p.visits} lượt, phần ${formatNumber('vi', p.share)} → ${formatSigned('vi', p.difference)}`,
    'people.origin_today': (p: { today: number }) =>
      `Nay là ${formatSigned('vi', p.today)}; kế hoạch được lập với số ở trên.`,
    'people.away_all_month': 'Nghỉ cả tháng',
    'people.away_all_month_help':
      'Không được giao lượt nào và không bị tính thiếu; cân đối của các tháng trước giữ nguyên.',
    'people.fields': 'Lĩnh vực',
    'people.load': 'Lượt / phần tháng này',
    'people.bounds': 'Giới hạn',
    'people.balance': 'Cân đối các tháng trước',
    'people.balance_help':
      'Phần tháng này là mục tiêu theo số ngày có mặt, trừ cân đối các tháng trước. Cân đối: số lượt đã dự nhiều hơn (+) hoặc ít hơn (−) phần của mình trong các tháng trước, gồm số chuyển sang và mọi tháng đã công bố; bấm vào số để xem từng tháng.',
    'people.away': 'Lịch bận',
    'people.meetings': 'Các cuộc họp',
    'people.no_meetings': 'không có lượt nào',
    'people.show_meetings': (p: { count: number }) => `${p.count} cuộc họp`,
    'people.none': 'Chưa có chuyên viên',
    'people.none_text': 'Nhập danh sách chuyên viên kèm lĩnh vực, lịch bận và số lượt mong muốn.',

    'publish.title': (p: { month: string }) => `Công bố kế hoạch tháng ${p.month}`,
    'publish.lead': 'Xem lại một lần trước khi thư được gửi đi.',
    'publish.what': 'Khi công bố',
    'publish.mails': (p: { mails: string; people: string; visits: string }) =>
      `${p.mails} thư được gửi tới ${p.people} người, kèm lịch của ${p.visits} lượt dự.`,
    'publish.no_mail_server': 'Chưa có máy chủ thư (SMTP_URL): thư dừng ở Hộp thư mẫu, không tới ai.',
    'publish.notice': 'Thông báo phân công được đánh số và lưu lại.',
    'publish.after':
      'Sau đó kế hoạch chỉ đổi bằng điều chỉnh có ghi lý do, và chỉ báo người liên quan. Ai không đi được thì từ chối lượt của mình, và điều đó hiện trên trang của tháng.',
    'publish.covered': 'Cuộc họp có người dự',
    'publish.uncovered': 'Còn chưa có người dự',
    'publish.once': 'Việc gửi thư không rút lại được.',
    'publish.more_begun':
      'Trong khi trang mở, có thêm cuộc họp bắt đầu. Chưa có gì được gửi; hãy xem lại danh sách dưới đây rồi công bố.',
    'publish.all_begun':
      'Mọi cuộc họp mà kế hoạch này cử người đến đã bắt đầu, nên không còn ai để báo. Hãy lập lại kế hoạch cho các cuộc còn lại.',
    'publish.submit': 'Công bố và gửi thư',
  },
  {
    'month.title': (p: { month: string }) => p.month,
    'month.plan': 'Make the plan',
    'month.plan_again': 'Plan again',
    'month.desk': 'Desk',
    'month.publish': 'Publish',
    'month.notice': 'Duty notice',
    'month.notice_pdf': 'The notice as PDF',
    'month.notice_docx': 'The notice as Word file',
    'month.notice_pages_pdf': 'A page for each person, as PDF',
    'month.notice_pages_docx': 'A page for each person, as Word file',
    'month.published': (p: { at: string; by: string }) => `Published by ${p.by}, ${p.at}.`,
    'month.infeasible_title': 'No plan meets all the rules',
    'month.infeasible':
      'These cannot all hold together. Change one of them in the calendar, the absences or the lists and plan again:',
    'month.changed': 'Somebody has just changed this month.',
    'month.reload': 'Reload the page',
    'month.solving': 'Making the plan',
    'month.is_published': 'The plan of this month is published already.',
    'month.nothing_to_publish': 'This month has no plan to publish yet. Make one first.',
    'month.solve_failed':
      'The last planning ran into an error and came to nothing. Plan again; if it fails again, tell an administrator.',
    'month.solve_contradicts': (p: { whose: string }) =>
      `No plan could be made: facts of the month contradict each other${p.whose === '' ? '' : ` (${p.whose})`}, such as a minimum of visits above the maximum. Correct them in the directory or the calendar, then plan again.`,
    'month.solve_stopped': 'The last planning was stopped before there was anything new.',
    'month.solve_late':
      'Time was up before any plan was found. Give the search more time on the policy page and plan again; if it stays so, pin less or have more people.',
    'month.solve_late_kept':
      'Time was up before the last planning found any plan, so the draft from before is kept. Give the search more time on the policy page and plan again; if it stays so, pin less or have more people.',
    'conflict.meetings_at_once': (p: { day: Day; from: string; wanted: number; branches: number; people: number }) =>
      `On ${formatShortDate('en', p.day)} around ${p.from}, ${p.branches} meetings at once want ${p.wanted} observers and ${p.people} may go.`,
    'conflict.visits_too_few': (p: { wanted: number; branches: number; people: number; visits: number }) =>
      `${p.branches} meetings want ${p.wanted} observers, and the ${p.people} people who may go can make ${p.visits} visits this month.`,
    'conflict.one_each': (p: { wanted: number; branches: number; people: number }) =>
      `${p.branches} meetings of which each person attends one at most (at one time, too close, or of one branch) want ${p.wanted} observers, and ${p.people} people may go.`,
    'conflict.window_too_few': (p: { wanted: number; branches: number; people: number; visits: number }) =>
      `${p.branches} meetings near each other want ${p.wanted} observers; the ${p.people} people who may go can make ${p.visits} visits there, by the limits per day and week and the rest between visits.`,
    'month.no_meetings': 'No meetings in this month yet',
    'month.no_meetings_text':
      'The calendar is made from the regular day of each branch. Importing the branches with their days comes first.',
    'month.no_meetings_action': 'Import the lists',

    'month.tile.meetings': 'Meetings with an observer',
    'month.tile.not_due': (p: { count: string }) => `${p.count} branches are not due this month`,
    'month.left_out': (p) =>
      p.count === 1
        ? '1 branch or specialist of last month’s visits, out of use now and left out of this month'
        : `${p.count} branches and specialists of last month’s visits, out of use now and left out of this month`,
    'month.tile.load': 'Visits per person',
    'month.tile.load_note': (p: { least: string; most: string; off: string }) =>
      `least ${p.least} · most ${p.most} · furthest from a share ${p.off}`,
    'month.tile.weak': 'Weak branches met by an expert',
    'month.tile.matched': (p: { part: string; whole: string }) => `${p.part}/${p.whole} weak branches have an observer`,
    'month.tile.travel': 'Distance',
    'month.tile.travel_note': (p: { unknown: number }) =>
      `in the month, one way, estimated from straight lines${p.unknown > 0 ? ` · ${p.unknown} visits not counted, places unknown` : ''}`,
    'month.tile.travel_unknown': 'Not known',
    'month.tile.travel_unknown_note': (p: { unknown: number }) => `places of ${p.unknown} visits are not known`,
    'month.kilometres': (p: { count: string }) => `${p.count}\u00a0km`,
    'month.tile.quality': 'Quality of the plan',
    'month.tile.quality_note': (p: { isVerified: boolean; seconds: string | false }) =>
      `${p.isVerified ? 'independently verified' : 'not verified yet'}${within(p.seconds, 's')}`,
    'month.tile.gap_note': (p: { gap: string; goal: string; seconds: string | false }) =>
      `at most ${p.gap} from the best ${p.goal}${within(p.seconds, 's')}`,
    'month.own_choices': 'This variant was planned by choices of its own, which differ from the committee’s policy in:',
    'month.goal.coverage': 'coverage',
    'month.goal.fairness': 'sharing of visits',
    'month.goal.quality': 'fit of people',
    'month.goal.stability': 'keeping to what was published',
    'month.goal.linkage': 'comparability of forms',
    'month.tile.no_gap_note': (p: { seconds: string | false }) => `no limit proven${within(p.seconds, 's')}`,
    'month.quality_then': (p) => `${p.quality} when published`,
    'month.tile.changed_note': (p) =>
      `since then other people go to ${p.count === 1 ? 'one meeting' : `${p.count} meetings`}`,
    'month.quality.optimal': 'Optimal',
    'month.quality.feasible': 'Feasible',
    'month.quality.stopped': 'Stopped early',

    'month.search': 'Find a person or branch',
    'month.department': 'Department',
    'month.views': 'Ways to look at the month',
    'month.by_people': 'By person',
    'month.by_days': 'By day',
    'month.table': (p: { month: string }) => `Assignments of ${p.month}: a row per person, a column per day`,
    'month.agenda': (p: { month: string }) => `Visits of ${p.month}`,
    'month.specialist': 'Specialist',
    'month.visits': 'Visits',
    'month.meetings_of_day': 'Meetings of the day',
    'month.visits_of_shown': 'Visits of those shown',
    'month.clash': 'away on that day',
    'month.uncovered_of_day': (p: { count: number }) => `${p.count} without an observer`,
    'month.nobody_found': 'Nobody matches. Remove a filter to see the list again.',
    'month.pinned': 'pinned',
    'month.away': 'away',
    'month.load_legend': 'visits; the upright line is the share of this month',
    'month.hour': 'Time',
    'month.branch': 'Branch',
    'month.kind': 'Kind of meeting',
    'month.who': 'Observers',
    'month.meetings_count': (p: { count: number }) => (p.count === 1 ? '1 meeting' : `${p.count} meetings`),
    'month.uncovered': 'Without an observer',
    'month.all_covered': 'Every meeting that is due this month has an observer.',

    'meeting.state.covered': 'Covered',
    'meeting.state.partial': 'Too few observers',
    'meeting.state.uncovered': 'No observer',
    'meeting.facts': 'The meeting',
    'meeting.when': 'When',
    'meeting.place': 'Place',
    'meeting.change': 'Changes',
    'meeting.move_or_cancel': 'Move or cancel this meeting',
    'meeting.wanted': 'Wanted',
    'meeting.wanted_people': (p: { min: number; max: number }) =>
      p.min === p.max ? `${p.min} ${p.min === 1 ? 'person' : 'people'}` : `${p.min}–${p.max} people`,
    'meeting.mandatory': 'mandatory',
    'meeting.grounds': 'Why to go',
    'meeting.people': 'Observers',
    'meeting.outside_plan': 'outside the plan',
    'meeting.overruled': (p) => `a rule was overruled: ${p.reason}`,
    'ground.last_visit': (p: { last: Month }) => `Last visited: ${formatMonth('en', p.last)}`,
    'ground.never_visited': 'Nobody has ever been there',
    'ground.weak_field': (p: { field: string }) => `Weak in ${p.field}`,

    'why.title': 'Why?',
    'why.more': 'Open the page of the meeting',
    'why.person': (p: { name: string }) => `Why ${p.name}`,
    'why.uncovered': 'Why nobody goes there',
    'why.doing': 'At that hour',
    'why.term.expertise': 'Lacks the field',
    'why.term.rotation': 'Was there lately',
    'why.term.travel': 'Long way',
    'why.term.familiarity': 'New to the branch',
    'why.term.preference': 'Against their wish',
    'why.term.together': 'With whom they should go',
    'why.doing.meeting': (p: { branch: string; from: string }) => `at ${p.branch}, ${p.from}`,

    'people.title': (p: { month: string }) => `People in ${p.month}`,
    'people.list': 'Person by person',
    'people.tile.people': 'Specialists',
    'people.tile.away': (p: { count: string; all: string }) =>
      `${p.count} have days away · ${p.all} are away all month`,
    'people.tile.visits': 'Visits',
    'people.tile.average': (p: { average: string }) =>
      `${p.average} per person on average, without those away all month`,
    'people.tile.spread': 'Least – most',
    'people.tile.spread_note': 'visits in the month',
    'people.tile.off': 'Furthest from a share',
    'people.tile.off_figure': (p: { off: string }) => `${p.off} visits`,
    'people.tile.off_note': (p: { above: string; below: string }) =>
      `of this month; by a whole visit or more: ${p.above} above, ${p.below} below`,
    'people.target': 'Target this month',
    'people.not_planned': 'not planned',
    'people.origin': (p: { carriedIn: number }) => `Brought along: ${formatSigned('en', p.carriedIn)}`,
    'people.origin_month': (p: { month: Month; visits: number; share: number; difference: number }) =>
      `${formatMonth('en', p.month)}: ${p.visits} visits, share ${formatNumber('en', p.share)} → ${formatSigned('en', p.difference)}`,
    'people.origin_today': (p: { today: number }) =>
      `Today ${formatSigned('en', p.today)}; the plan was made with the figure above.`,
    'people.away_all_month': 'Away all month',
    'people.away_all_month_help': 'No visit is asked of them and none is missed; what earlier months left over stays.',
    'people.fields': 'Fields',
    'people.load': 'Visits / share',
    'people.bounds': 'Bounds',
    'people.balance': 'Balance',
    'people.balance_help':
      'The share of this month is the target by the days of presence, less the balance. Balance: visits more (+) or fewer (−) than their share in the months before, from what was brought along and every published month; open a figure to see each of them.',
    'people.away': 'Days away',
    'people.meetings': 'Meetings',
    'people.no_meetings': 'no visits',
    'people.show_meetings': (p: { count: number }) => (p.count === 1 ? '1 meeting' : `${p.count} meetings`),
    'people.none': 'No specialists yet',
    'people.none_text': 'Import the specialists with their fields, days away and wanted number of visits.',

    'publish.title': (p: { month: string }) => `Publish the plan of ${p.month}`,
    'publish.lead': 'Look once more before the mails leave.',
    'publish.what': 'On publication',
    'publish.mails': (p: { mails: string; people: string; visits: string }) =>
      `${p.mails} mails go to ${p.people} people, with the calendar of ${p.visits} visits.`,
    'publish.no_mail_server':
      'There is no mail server (SMTP_URL): the mails end in the sample mailbox and reach nobody.',
    'publish.notice': 'The duty notice gets its number and is kept.',
    'publish.after':
      'From then on the plan changes by amendments with a reason, which tell only those concerned. Whoever cannot go declines the visit, and it shows on the page of the month.',
    'publish.covered': 'Meetings with an observer',
    'publish.uncovered': 'Still without an observer',
    'publish.once': 'Mails cannot be taken back.',
    'publish.more_begun':
      'Another meeting has begun while this page was open. Nothing was sent; look at the list below again, then publish.',
    'publish.all_begun':
      'Every meeting to which this plan sends anybody has begun, so there is nobody to tell. Plan the rest of the month again.',
    'publish.submit': 'Publish and send the mails',
  },
);
