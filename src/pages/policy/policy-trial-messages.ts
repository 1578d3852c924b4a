import { defineMessages } from '../../platform/i18n/messages.ts';
import { formatNumber } from '../../kernel/format.ts';

const vi = (count: number) => formatNumber('vi', count);
const plural = (count: number, one: string, many: string) => `${formatNumber('en', count)} ${count === 1 ? one : many}`;

/** What a change of the policy would do, before it is kept. */
export const policyTrialMessages = defineMessages(
  {
    'policy_trial.open': 'Xem trước tác động',
    'policy_trial.open_help': 'Cho biết thay đổi làm gì với bản nháp đang có. Chưa lưu gì.',
    'policy_trial.title': 'Xem trước tác động',
    'policy_trial.lead': (p: { month: string }) =>
      `Thay đổi này, nếu lưu, có hiệu lực từ tháng ${p.month}. Chính sách và các bản nháp vẫn giữ nguyên cho đến khi lưu.`,
    'policy_trial.change': 'Thay đổi đang xem',
    'policy_trial.nothing': 'Chính sách hiện đã đúng như thay đổi này; không còn gì để lưu.',
    'policy_trial.stale':
      'Chính sách đã được người khác sửa sau khi bạn mở trang. Tác động bên dưới tính theo chính sách hiện nay; khi lưu, hệ thống sẽ hỏi lại.',
    'policy_trial.keep': 'Lưu thay đổi này',
    'policy_trial.edit': 'Sửa tiếp',
    'policy_trial.month': (p: { month: string }) => `Bản nháp tháng ${p.month}`,
    'policy_trial.open_month': 'Mở tháng',
    'policy_trial.no_draft': 'Không có bản nháp nào chịu tác động',
    'policy_trial.no_draft_text':
      'Từ tháng này trở đi chưa có kế hoạch nào chưa công bố được lập theo các giá trị này. Kế hoạch đã công bố giữ nguyên.',
    'policy_trial.untouched': (p: { months: string }) => `Không chạm đến bản nháp: ${p.months}.`,
    'policy_trial.outdated':
      'Bản nháp sẽ cũ: nó được lập theo chính sách trước, phải lập lại trước khi gửi duyệt hoặc công bố.',
    'policy_trial.was_outdated': 'Bản nháp đã cũ từ trước thay đổi này, và vẫn phải lập lại.',
    'policy_trial.fits_again': 'Bản nháp đang cũ; theo thay đổi này thì lại đúng, công bố được như đang có.',
    'policy_trial.still_fits': 'Bản nháp vẫn đúng: thay đổi này không đổi điều kiện lập kế hoạch của tháng.',
    'policy_trial.broken': (p: { count: number }) => `${vi(p.count)} chỗ của bản nháp trái quy tắc mới:`,
    'policy_trial.none_broken': 'Không lượt dự nào của bản nháp thành trái quy tắc vì thay đổi này.',
    'policy_trial.mended': (p: { count: number }) => `${vi(p.count)} chỗ đang trái quy tắc sẽ không còn trái.`,
    'policy_trial.warnings_gone': (p: { count: number }) =>
      `${vi(p.count)} điều đang cần lưu ý sẽ không còn được nhắc.`,
    'policy_trial.wants_approval': 'Kế hoạch tháng này sẽ phải được duyệt trước khi công bố.',
    'policy_trial.wants_no_approval': 'Kế hoạch tháng này sẽ không cần duyệt trước khi công bố.',
    'policy_trial.shares_stay':
      'Phần của tháng và cân đối các tháng trước của từng người không đổi: chính sách không tính vào đó.',
    'policy_trial.warnings': (p: { count: number }) => `${vi(p.count)} điều mới cần lưu ý`,
    'policy_trial.due_added': (p: { count: number }) => `${vi(p.count)} cuộc thành đến lượt trong tháng`,
    'policy_trial.due_gone': (p: { count: number }) => `${vi(p.count)} cuộc thành chưa đến lượt`,
    'policy_trial.more': (p: { count: number }) => `và ${vi(p.count)} mục khác`,
    'policy_trial.plan': 'Lập thử theo thay đổi này',
    'policy_trial.plan_text':
      'Máy lập một kế hoạch theo thay đổi này, giữ mọi chỗ ghim và không cử, để đặt cạnh bản nháp. Bản nháp không đổi.',
    'policy_trial.plan_do': 'Lập thử',
    'policy_trial.plan_again': 'Lập thử lại',
    'policy_trial.asked': 'Máy đang lập thử; bản nháp giữ nguyên.',
    'policy_trial.not_made':
      'Lần lập thử này không thành: máy gặp lỗi. Bản nháp và chính sách giữ nguyên; hãy lập thử lại.',
    'policy_trial.stopped': 'Lần lập thử đã dừng khi chưa có kế hoạch nào.',
    'policy_trial.infeasible':
      'Theo thay đổi này không có kế hoạch nào thỏa mọi ràng buộc của tháng, kể cả các chỗ đã ghim.',
    'policy_trial.late':
      'Hết thời gian mà máy chưa tìm được kế hoạch nào theo thay đổi này. Hãy tăng thời gian tìm, rồi lập thử lại.',
    'policy_trial.plan_old': 'Dữ liệu hoặc chính sách đã đổi sau lần lập thử này. Hãy lập thử lại để có số liệu đúng.',
    'policy_trial.measured': 'Cả hai cột đều tính theo chính sách mới.',
    'policy_trial.draft': 'Bản nháp như đang có',
    'policy_trial.new_plan': 'Kế hoạch lập thử',
    'policy_trial.differs': (p: { people: number; meetings: number }) =>
      p.meetings === 0
        ? 'Kế hoạch lập thử cử đúng những người như bản nháp.'
        : `Khác bản nháp ở ${vi(p.people)} người, ${vi(p.meetings)} cuộc.`,
    'policy_trial.loads': 'Số lượt và cân đối khi tháng kết thúc',
    'policy_trial.same_loads': 'Số lượt của mọi người như trong bản nháp, nên cân đối cũng vậy.',
    'policy_trial.share': 'Phần của tháng',
    'policy_trial.visits': 'Lượt dự',
    'policy_trial.balance': 'Cân đối chuyển sang tháng sau',
    'policy_trial.from_to': (p: { before: string; after: string }) => `${p.before} → ${p.after}`,
  },
  {
    'policy_trial.open': 'See the effect first',
    'policy_trial.open_help': 'Says what the change does to the drafts there are. Nothing is saved.',
    'policy_trial.title': 'The effect before it is kept',
    'policy_trial.lead': (p) =>
      `If it is saved, this change counts from ${p.month} on. The policy and the drafts stay as they are until then.`,
    'policy_trial.change': 'The change',
    'policy_trial.nothing': 'The policy is as this change would make it; nothing is left to save.',
    'policy_trial.stale':
      'Somebody has changed the policy since you opened it. The effect below is counted from the policy of now; saving will ask again.',
    'policy_trial.keep': 'Save this change',
    'policy_trial.edit': 'Change it further',
    'policy_trial.month': (p) => `Draft of ${p.month}`,
    'policy_trial.open_month': 'Open the month',
    'policy_trial.no_draft': 'No draft is touched',
    'policy_trial.no_draft_text':
      'From this month on no unpublished plan is made by these values. Published plans stay as they are.',
    'policy_trial.untouched': (p) => `Drafts that it does not touch: ${p.months}.`,
    'policy_trial.outdated':
      'The draft would be out of date: it was made by the former policy and must be planned again before it is submitted or published.',
    'policy_trial.was_outdated':
      'The draft was out of date before this change, and would still have to be planned again.',
    'policy_trial.fits_again':
      'The draft is out of date now; under this change it would fit again and could be published as it is.',
    'policy_trial.still_fits': 'The draft still fits: this change alters nothing by which the month is planned.',
    'policy_trial.broken': (p) => `The draft would break the new rules in ${plural(p.count, 'place', 'places')}:`,
    'policy_trial.none_broken': 'No visit of the draft would break a rule because of this change.',
    'policy_trial.mended': (p) =>
      `${plural(p.count, 'place that breaks', 'places that break')} a rule now would not any more.`,
    'policy_trial.warnings_gone': (p) =>
      `${plural(p.count, 'thing', 'things')} to look at now would not be mentioned any more.`,
    'policy_trial.wants_approval': 'The plan of this month would have to be approved before it is published.',
    'policy_trial.wants_no_approval': 'The plan of this month would need no approval before it is published.',
    'policy_trial.shares_stay':
      'Everybody’s share of the month and balance of earlier months stay: the policy does not count in them.',
    'policy_trial.warnings': (p) => `${plural(p.count, 'new thing', 'new things')} to look at`,
    'policy_trial.due_added': (p) => `${plural(p.count, 'meeting', 'meetings')} would become due this month`,
    'policy_trial.due_gone': (p) => `${plural(p.count, 'meeting', 'meetings')} would be due no more`,
    'policy_trial.more': (p) => `and ${formatNumber('en', p.count)} more`,
    'policy_trial.plan': 'A plan under this change',
    'policy_trial.plan_text':
      'The engine makes a plan under this change, with everything that was pinned or ruled out, to stand beside the draft. The draft stays.',
    'policy_trial.plan_do': 'Plan it for a look',
    'policy_trial.plan_again': 'Plan it once more',
    'policy_trial.asked': 'The engine makes the plan to look at; the draft stays as it is.',
    'policy_trial.not_made':
      'This plan was not made: the engine failed. Draft and policy are as they were; try once more.',
    'policy_trial.stopped': 'It was stopped before there was a plan.',
    'policy_trial.infeasible': 'Under this change no plan keeps all that the month demands, what was pinned included.',
    'policy_trial.late':
      'Time ran out before the engine found a plan under this change. Give it more time to search, then try once more.',
    'policy_trial.plan_old':
      'Facts or the policy have changed since this plan was made. Make it once more for true figures.',
    'policy_trial.measured': 'Both columns are measured by the new policy.',
    'policy_trial.draft': 'The draft as it is',
    'policy_trial.new_plan': 'The plan to look at',
    'policy_trial.differs': (p) =>
      p.meetings === 0
        ? 'The plan sends the same people as the draft.'
        : `Other than the draft for ${plural(p.people, 'person', 'people')} and ${plural(p.meetings, 'meeting', 'meetings')}.`,
    'policy_trial.loads': 'Visits, and balances when the month is over',
    'policy_trial.same_loads': 'Everybody has as many visits as in the draft, so balances are the same too.',
    'policy_trial.share': 'Share of the month',
    'policy_trial.visits': 'Visits',
    'policy_trial.balance': 'Balance for the next month',
    'policy_trial.from_to': (p) => `${p.before} → ${p.after}`,
  },
);
