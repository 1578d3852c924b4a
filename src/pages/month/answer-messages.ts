import { formatNumber, formatPercent } from '../../kernel/format.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import { type BranchesWithoutDay, saidWithoutDay } from './without-day.ts';

/** The goal that is worked on, and for how long the engine has calculated. */
interface Goal {
  readonly tierIndex: number;
  readonly tierCount: number;
  readonly seconds: number;
}

/** The engine's answers in words: reasons and costs. */
export const answerMessages = defineMessages(
  {
    'month.all_departments': 'Mọi ban, cơ quan',
    'month.make_calendar': 'Tạo lịch họp của tháng',
    'month.make_calendar_text':
      'Lịch được tạo từ lịch sinh hoạt định kỳ của từng chi bộ; cuộc họp rơi vào cuối tuần, ngày lễ được dời theo quy định. Sau đó vẫn sửa được từng cuộc.',
    'month.calendar_made': (p: { count: number; without: BranchesWithoutDay }) =>
      `Đã tạo lịch của ${p.count} cuộc họp.${saidWithoutDay.vi(p.without)}`,
    'month.solving_phase': (p: Goal) =>
      `mục tiêu thứ ${p.tierIndex + 1} trong ${p.tierCount} · đã tính ${p.seconds} giây`,
    'month.solving_found': (p: Goal & { incumbent: number }) =>
      `mục tiêu thứ ${p.tierIndex + 1} trong ${p.tierCount}: đã có phương án đạt ${formatNumber('vi', p.incumbent)}, đang tìm phương án tốt hơn · đã tính ${p.seconds} giây`,
    'month.solving_gap': (p: Goal & { incumbent: number; bound: number; gap: number }) =>
      `mục tiêu thứ ${p.tierIndex + 1} trong ${p.tierCount}: tốt nhất đến nay ${formatNumber('vi', p.incumbent)}, không thể vượt ${formatNumber('vi', p.bound)}, nên cách mức tối ưu nhiều nhất ${formatPercent('vi', p.gap)} · đã tính ${p.seconds} giây`,
    'month.solving_stops': 'Đang dừng theo yêu cầu',
    'month.stop_with_plan': 'Dừng, lấy phương án đang có',
    'month.stop_without_plan': 'Dừng (chưa có phương án nào để lấy)',
    'month.stopping.with_plan': 'Đã yêu cầu dừng; phương án tốt nhất đến lúc dừng thành kế hoạch của lần lập này.',
    'month.stopping.without_plan':
      'Đã yêu cầu dừng. Nếu đến lúc dừng vẫn chưa có phương án nào thì tháng giữ nguyên như trước khi lập.',
    'month.stopping.over': 'Lần lập kế hoạch này đã xong từ trước, nên không còn gì để dừng.',
    'month.published_now': (p: { mails: number; symbol: string }) =>
      `Đã công bố kế hoạch, thông báo phân công số ${p.symbol} đã lưu. ${p.mails} thư chờ gửi; trang này cho biết thư nào đã đi.`,
    'uncovered.declined': (p: { name: string }) => `${p.name} báo không dự được; cần cử người khác.`,
    'uncovered.released': (p: { name: string }) => `Đã thôi cử ${p.name} và chưa cử ai khác.`,
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
  },
  {
    'month.all_departments': 'All departments',
    'month.make_calendar': 'Make the month’s calendar',
    'month.make_calendar_text':
      'It is made of each branch’s own rule; weekends and holidays roll forward. Single meetings can still be changed afterwards.',
    'month.calendar_made': (p) => `The calendar has ${p.count} meetings.${saidWithoutDay.en(p.without)}`,
    'month.solving_phase': (p) => `goal ${p.tierIndex + 1} of ${p.tierCount} · ${p.seconds} s so far`,
    'month.solving_found': (p) =>
      `goal ${p.tierIndex + 1} of ${p.tierCount}: a plan of ${formatNumber('en', p.incumbent)} is there, looking for a better one · ${p.seconds} s so far`,
    'month.solving_gap': (p) =>
      `goal ${p.tierIndex + 1} of ${p.tierCount}: best so far ${formatNumber('en', p.incumbent)}, cannot pass ${formatNumber('en', p.bound)}, so it is at most ${formatPercent('en', p.gap)} from the optimum · ${p.seconds} s so far`,
    'month.solving_stops': 'Stopping as asked',
    'month.stop_with_plan': 'Stop, take the plan found so far',
    'month.stop_without_plan': 'Stop (no plan was found yet)',
    'month.stopping.with_plan': 'Asked to stop; the best plan found by then is what this planning comes to.',
    'month.stopping.without_plan':
      'Asked to stop. If no plan is found by then, the month stays as it was before this planning.',
    'month.stopping.over': 'This planning was over already, so there was nothing to stop.',
    'month.published_now': (p: { mails: number; symbol: string }) =>
      `The plan is published, duty notice ${p.symbol} is on file. ${p.mails} mails wait to be sent; this page tells which have gone.`,
    'uncovered.declined': (p: { name: string }) => `${p.name} cannot go; somebody else is needed.`,
    'uncovered.released': (p) => `${p.name} was taken off, and nobody else is sent yet.`,
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
  },
);
