import { month } from '../../../src/kernel/month.ts';
import type { PolicyTrialPage, TriedMonthView } from '../../../src/pages/policy/policy-trial.view.ts';
import type { Sentence } from '../../../src/platform/i18n/messages.ts';
import type { FigureRow } from '../../../src/pages/variants/variants.view.ts';

const BASE = '/policy/planning/trials/t1';
const meeting = (number: number) => ({
  href: `/meetings/m${number}`,
  branch: `Chi bộ Khu phố ${number}`,
  at: `0${(number % 9) + 1}/12 19:30`,
});
const nothing = { count: 0, items: [], more: 0 };
const row = (label: Sentence, before: Sentence, after: Sentence): FigureRow => ({
  label,
  help: null,
  cells: [
    { value: before, isBest: false },
    { value: after, isBest: true },
  ],
});
const number = (value: number): Sentence => ({ key: 'variants.value.number', params: { number: value } });

const december: TriedMonthView = {
  month: month('2020-12'),
  href: '/months/2020-12',
  lines: [
    { tone: 'warn', sentence: { key: 'policy_trial.outdated' } },
    { tone: 'good', sentence: { key: 'policy_trial.mended', params: { count: 2 } } },
    { tone: 'plain', sentence: { key: 'policy_trial.warnings_gone', params: { count: 1 } } },
    { tone: 'plain', sentence: { key: 'policy_trial.wants_approval' } },
    { tone: 'plain', sentence: { key: 'policy_trial.shares_stay' } },
    { tone: 'warn', sentence: { key: 'policy_trial.broken', params: { count: 22 } } },
  ],
  broken: {
    count: 22,
    items: [
      { meeting: null, lines: ['Nguyễn Thị Lan thành 2 lượt trong một ngày, buổi hoặc tuần, quá mức 1'] },
      { meeting: meeting(4), lines: ['nơi họp quá xa đối với Phạm Văn Minh'] },
    ],
    more: 20,
  },
  warnings: {
    count: 1,
    items: [
      {
        href: '/meetings/m4',
        sentence: { key: 'warnings.way', params: { name: 'Phạm Văn Minh', branch: 'Chi bộ Khu phố 4', km: '17' } },
        kind: { key: 'warnings.kind.long_way', params: { km: 15 } },
      },
    ],
    more: 0,
  },
  dueAdded: { count: 2, items: [meeting(5), meeting(6)], more: 0 },
  dueGone: { count: 31, items: [meeting(7)], more: 30 },
  ask: { action: `${BASE}/plans/2020-12`, isAgain: true },
  trouble: null,
  plan: {
    isOutdated: true,
    rows: [
      row(
        { key: 'variants.figure.covered' },
        { key: 'variants.value.covered', params: { part: 139, whole: 143 } },
        { key: 'variants.value.covered', params: { part: 141, whole: 143 } },
      ),
      row({ key: 'variants.figure.visits' }, number(143), number(141)),
    ],
    uncovered: [[meeting(1), meeting(2)], []],
    people: 12,
    meetings: 31,
    loads: [
      {
        name: 'Nguyễn Thị Lan',
        share: 4.5,
        visitsBefore: 6,
        visitsAfter: 4,
        balanceBefore: 1.25,
        balanceAfter: -0.75,
      },
    ],
    changes: {
      count: 25,
      items: [{ meetingId: 'm1', lines: ['Phạm Văn Minh: thêm Chi bộ Khu phố 1', 'Chi bộ Khu phố 1 có người dự'] }],
      more: 24,
    },
  },
};

/** A change with its plan beside the draft. */
export const trial: PolicyTrialPage = {
  from: month('2020-12'),
  changes: [
    { label: 'Lượt trong một ngày', before: '2 lượt dự', after: '1 lượt dự' },
    { label: 'Xa nhất', before: 'không', after: '25 km' },
  ],
  isStale: false,
  keep: { action: '/policy/planning', seen: 4711, fields: [{ name: 'perDay', value: '1' }] },
  editHref: '/policy/planning?trial=t1',
  progress: null,
  months: [december],
  untouched: ['01/2021'],
};

/** The same while the plan is made, and a month whose plan was not found. */
export const underWay: PolicyTrialPage = {
  ...trial,
  keep: null,
  changes: [],
  progress: {
    label: { key: 'month.solving' },
    share: 0.4,
    detail: { key: 'month.solving_phase', params: { tierIndex: 0, tierCount: 5, seconds: 3 } },
    startedAt: new Date('2020-11-25T02:00:00Z'),
    streamHref: '/jobs/s1/events',
    cancel: { href: `${BASE}/plans/2020-12/stop`, label: { key: 'month.stop_without_plan' } },
  },
  months: [
    { ...december, ask: null, plan: null, broken: nothing, warnings: nothing, dueAdded: nothing, dueGone: nothing },
    {
      ...december,
      month: month('2021-01'),
      trouble: { key: 'policy_trial.late' },
      plan: null,
      lines: [
        { tone: 'good', sentence: { key: 'policy_trial.still_fits' } },
        { tone: 'good', sentence: { key: 'policy_trial.none_broken' } },
      ],
    },
  ],
};
