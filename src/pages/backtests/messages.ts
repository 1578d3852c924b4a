import { formatMonth } from '../../kernel/format.ts';
import type { Month } from '../../kernel/month.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Texts of back-tests. */
export const backtestMessages = defineMessages(
  {
    'backtest.title': 'Thử chính sách trên các tháng đã qua',
    'backtest.lead':
      'Máy lập lại kế hoạch của những tháng đã qua, với lịch họp, lịch bận và con người như khi ấy, theo một chính sách khác. Không có gì thay đổi ở các tháng đó và ở chính sách.',
    'backtest.new': 'Chạy thử',
    'backtest.months': 'Chạy lại',
    'backtest.months_option': (p: { count: number }) => `${p.count} tháng`,
    'backtest.months_help': (p: { month: string }) => `những tháng ngay trước tháng ${p.month} có lượt dự`,
    'backtest.what': 'Đổi những mục muốn thử; mục không đổi giữ như chính sách hiện nay.',
    'backtest.start': 'Bắt đầu chạy thử',
    'backtest.time': 'Mỗi tháng mất vài giây; trong lúc chờ vẫn lập kế hoạch được, và kế hoạch được làm trước.',
    'backtest.started': 'Đã bắt đầu. Trang này cho biết chạy đến đâu.',
    'backtest.under_way': 'Đang có một lần chạy thử.',
    'backtest.see': 'Xem',
    'backtest.earlier': 'Các lần chạy thử trước',
    'backtest.none': 'Chưa chạy thử lần nào',
    'backtest.none_text': 'Kết quả của mỗi lần được giữ lại ở đây.',
    'backtest.line': (p: { months: number; month: string }) => `${p.months} tháng trước tháng ${p.month}`,
    'backtest.asked': (p: { at: string; by: string }) => `${p.by} chạy thử lúc ${p.at}`,
    'backtest.service': 'hệ thống',
    'backtest.tried': 'Những mục được đổi để thử',
    'backtest.running': 'Đang chạy thử',
    'backtest.progress': (p: { done: number; of: number }) => `đã lập ${p.done} trong ${p.of} kế hoạch`,
    'backtest.stop': 'Dừng chạy thử',
    'backtest.stopping': 'Lần chạy thử sẽ dừng trong giây lát.',
    'backtest.cancelled': 'Lần chạy thử này đã được dừng nên không có kết quả.',
    'backtest.failed':
      'Lần chạy thử này gặp lỗi nên không có kết quả. Hãy chạy lại; nếu vẫn lỗi, báo cho quản trị viên.',
    'backtest.abandoned':
      'Lần chạy thử này đã ngừng: tiến trình xử lý nó không còn hoạt động. Hãy chạy lại; nếu vẫn vậy, báo cho quản trị viên.',
    'backtest.verdict': 'Kết luận',
    'backtest.verdict.better': (p: { better: number; of: number }) =>
      `Chính sách được thử tốt hơn ở ${p.better} trong ${p.of} mặt và không kém ở mặt nào.`,
    'backtest.verdict.worse': (p: { worse: number; of: number }) =>
      `Chính sách được thử kém hơn ở ${p.worse} trong ${p.of} mặt và không tốt hơn ở mặt nào.`,
    'backtest.verdict.mixed': (p: { better: number; worse: number; of: number }) =>
      `Trong ${p.of} mặt, chính sách được thử tốt hơn ở ${p.better}, kém hơn ở ${p.worse}. Chọn mặt nào là việc của cấp ủy.`,
    'backtest.verdict.same': 'Trên những tháng này, chính sách được thử cho kết quả như chính sách hiện nay.',
    'backtest.caveat': (p: { months: number }) =>
      `So máy với máy: cả hai đều do máy lập, theo hạn ${p.months} tháng. Cột “thực tế” là những lượt đã dự thật, có cả đổi người và từ chối, nên chỉ để tham khảo.`,
    'backtest.unplanned': (p: { month: Month; isTried: boolean }) =>
      `Tháng ${formatMonth('vi', p.month)}: ${p.isTried ? 'chính sách được thử' : 'chính sách hiện nay'} không cho kế hoạch nào, nên tính như không có lượt dự.`,
    'backtest.measure': 'Mặt so sánh',
    'backtest.measure.cycle': 'Chi bộ còn trong hạn, trung bình các tháng',
    'backtest.measure.visits': 'Lượt dự',
    'backtest.measure.spread': 'Chênh lệch tổng số lượt giữa mọi người',
    'backtest.measure.deviation': 'Lệch so với phần của từng người, trung bình các tháng',
    'backtest.measure.distance': 'Quãng đường đi và về',
    'backtest.actual': 'Thực tế',
    'backtest.in_force': 'Chính sách hiện nay',
    'backtest.tried_policy': 'Chính sách được thử',
    'backtest.compared': 'So với hiện nay',
    'backtest.is.better': 'tốt hơn',
    'backtest.is.worse': 'kém hơn',
    'backtest.is.same': 'như nhau',
    'backtest.charts': 'Từng tháng',
    'backtest.visits_figure': (p: { count: string }) => `${p.count} lượt`,
    'backtest.km_figure': (p: { count: string }) => `${p.count} km`,
  },
  {
    'backtest.title': 'Try a policy on past months',
    'backtest.lead':
      'The engine plans months that are over anew, with their meetings, absences and people, under another policy. Nothing changes in those months or in the policy.',
    'backtest.new': 'Try',
    'backtest.months': 'Replay',
    'backtest.months_option': (p) => plural(p.count, 'month', 'months'),
    'backtest.months_help': (p) => `the months right before ${p.month} that had visits`,
    'backtest.what': 'Change what you want to try; the rest stays as the policy has it today.',
    'backtest.start': 'Start',
    'backtest.time': 'Each month takes some seconds. Plans can be made meanwhile, and come first.',
    'backtest.started': 'Started. This page shows how far it is.',
    'backtest.under_way': 'A back-test is under way.',
    'backtest.see': 'See it',
    'backtest.earlier': 'Earlier back-tests',
    'backtest.none': 'Nothing was tried yet',
    'backtest.none_text': 'The result of each is kept here.',
    'backtest.line': (p) => `${plural(p.months, 'month', 'months')} before ${p.month}`,
    'backtest.asked': (p) => `Started by ${p.by} at ${p.at}`,
    'backtest.service': 'the service',
    'backtest.tried': 'What was changed to be tried',
    'backtest.running': 'Replaying',
    'backtest.progress': (p) => `${p.done} of ${plural(p.of, 'plan', 'plans')} made`,
    'backtest.stop': 'Stop the back-test',
    'backtest.stopping': 'The back-test will stop in a moment.',
    'backtest.cancelled': 'This back-test was stopped, so it has no result.',
    'backtest.failed':
      'This back-test failed, so it has no result. Start it again; if it fails again, tell the administrator.',
    'backtest.abandoned':
      'This back-test has ended: the process that ran it is gone. Start it again; if that happens again, tell the administrator.',
    'backtest.verdict': 'Verdict',
    'backtest.verdict.better': (p) =>
      `The tried policy is better in ${p.better} of ${p.of} respects, and worse in none.`,
    'backtest.verdict.worse': (p) => `The tried policy is worse in ${p.worse} of ${p.of} respects, and better in none.`,
    'backtest.verdict.mixed': (p) =>
      `Of ${p.of} respects, the tried policy is better in ${p.better} and worse in ${p.worse}. Which matters more is the committee’s choice.`,
    'backtest.verdict.same': 'On these months the tried policy comes to the same as the policy in force.',
    'backtest.caveat': (p) =>
      `Both are plans of the engine, measured by a cycle of ${plural(p.months, 'month', 'months')}. “Actual” are the visits really made, with people who declined or were replaced, so take it as a hint.`,
    'backtest.unplanned': (p) =>
      `${formatMonth('en', p.month)}: the ${p.isTried ? 'tried policy' : 'policy in force'} allows no plan, so it counts as a month without visits.`,
    'backtest.measure': 'Respect',
    'backtest.measure.cycle': 'Branches within the cycle, mean of the months',
    'backtest.measure.visits': 'Visits',
    'backtest.measure.spread': 'Spread of all visits between people',
    'backtest.measure.deviation': 'Distance from each person’s share, mean of the months',
    'backtest.measure.distance': 'Distance there and back',
    'backtest.actual': 'Actual',
    'backtest.in_force': 'Policy in force',
    'backtest.tried_policy': 'Tried policy',
    'backtest.compared': 'Against today',
    'backtest.is.better': 'better',
    'backtest.is.worse': 'worse',
    'backtest.is.same': 'the same',
    'backtest.charts': 'Month by month',
    'backtest.visits_figure': (p) => `${p.count} visits`,
    'backtest.km_figure': (p) => `${p.count} km`,
  },
);
