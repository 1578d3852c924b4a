import { catalogues } from '../../../src/app/texts.ts';
import { month } from '../../../src/kernel/month.ts';
import type { BacktestPage, BacktestsPage } from '../../../src/pages/backtests/backtest.view.ts';
import { backtestView } from '../../../src/pages/backtests/build-backtest-page.ts';
import { listAddress } from '../../../src/pages/directory/page-rows.ts';
import { buildYearPage } from '../../../src/pages/year/build-year-page.ts';
import { yearCharts } from '../../../src/pages/year/year-charts.ts';
import type { YearScreen } from '../../../src/pages/year/year-read-model.ts';
import { monthsOfYear, yearParam } from '../../../src/pages/year/year.ts';
import { DEFAULT_POLICY, type Replay } from '../../../src/solver/index.ts';
import { numbersFrom, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const YEAR = yearParam('2020');
const MONTHS = monthsOfYear(YEAR);
const below = numbersFrom(11);
const branches = Array.from({ length: 24 }, (_, index) => ({
  id: `b${index}`,
  name: `Chi bộ Khu phố ${index + 1}, Phường ${(index % 12) + 1}`,
  short: `P${(index % 12) + 1}.${index + 1}`,
  organisationId: `o${index % 12}`,
  organisation: `Đảng bộ Phường ${(index % 12) + 1}`,
  type: 'quarter',
  typeName: 'Khu phố',
  isInUse: index !== 5,
}));

const screen: YearScreen = {
  year: YEAR,
  thisMonth: month('2020-10'),
  rules: { cycleMonths: 6, travel: DEFAULT_POLICY.travel, calendar: DEFAULT_POLICY.calendar },
  branches,
  seen: branches.flatMap(({ id }, index) =>
    MONTHS.slice(0, 11).flatMap((of) =>
      below(9) < 2 && index % 5 !== 0
        ? [{ branchId: id, month: of, visits: 1 + below(2), meetingId: `m${index}` }]
        : [],
    ),
  ),
  seenBefore: new Map(branches.slice(3).map(({ id }) => [id, month('2019-11')])),
  people: people.map(({ id, name, department }) => ({
    id,
    name,
    department,
    visits: 20 + below(14),
    share: 2000 + below(1400),
    uncounted: 0,
    accepted: 18,
    declined: below(3),
    missed: below(2),
    released: 0,
  })),
  ways: people.map(({ id }, index) => ({
    specialistId: id,
    visits: 12,
    base: { lat: 10.75, lng: 106.7 },
    home: null,
    start: 26_780_040,
    place: index % 7 === 0 ? null : { lat: 10.75 + below(40) / 1000, lng: 106.7 },
  })),
  months: MONTHS.map((of, index) => ({
    month: of,
    isPublished: index < 11,
    assigned: index < 11 ? 140 + below(20) : 0,
    declined: index < 11 ? below(6) : 0,
    missed: index < 10 ? below(4) : 0,
    expected: index < 11 ? 130 + below(12) : 0,
  })),
};
const all = { organisations: 'Mọi tổ chức cơ sở', types: 'Mọi loại chi bộ', departments: 'Mọi ban, cơ quan' };
const context = {
  charts: await yearCharts(screen, { organisation: '', type: '', department: '' }, catalogues.vi, 'vi'),
  mayReplay: true,
  all,
};
const addressOf = (query: Record<string, string>) =>
  listAddress('/years/2020', query, ['organisation', 'type', 'department', 'sort']);

const replay = (name: string, within: number): Replay => ({
  name,
  months: MONTHS.slice(0, 6).map((of, index) => ({
    name: of,
    status: name === 'tried' && index === 2 ? 'infeasible' : 'optimal',
    figures: {
      meetings: 180,
      met: 140,
      visits: 150,
      lostCoverage: 400,
      dueBranches: 20,
      dueVisited: 18,
      load: { least: 2, most: 4, mean: 3.2, spread: 0.4 + index / 10 },
      metres: 400_000 + 10_000 * index,
      unknownWays: 0,
      meanCosts: {},
    },
    inCycle: within + index,
    branches: 185,
    rotationGaps: [4],
  })),
  total: {
    visits: 900,
    lostCoverage: 2400,
    metres: 2_500_000,
    cycleKept: within / 185,
    leastRotationGap: 4,
    load: { least: 14, most: 22, mean: 19, spread: 1.4 },
  },
});
const result = {
  cycleMonths: 6,
  actual: replay('actual', 130),
  inForce: replay('in_force', 150),
  tried: replay('tried', 160),
};
const changes = [{ label: 'Cùng một người trở lại sau', before: '3 tháng', after: '5 tháng' }];
const backtest: BacktestPage = {
  at: new Date('2020-11-20T03:10:00Z'),
  by: 'Lê Thị Bích Ngọc',
  months: 12,
  before: month('2020-11'),
  changes,
  progress: null,
  trouble: null,
  result: backtestView(result, context.charts, catalogues.vi, 'vi'),
};
const ID = '/backtests/0192f0aa-0000-7000-8000-000000000001';

/** A year, and past months under another policy. `groups`: the fields of the planning policy. */
export function yearPages(groups: NonNullable<BacktestsPage['form']>['groups']): readonly GalleryPage[] {
  const form: BacktestsPage = {
    form: {
      before: month('2020-11'),
      months: [6, 12].map((count) => ({ value: String(count), label: `${count} tháng`, selected: count === 12 })),
      groups,
      error: null,
    },
    underWay: null,
    earlier: [{ href: ID, at: backtest.at, by: null, months: 12, before: backtest.before, changes }],
  };
  return [
    galleryPage('year.full', 'board', '/years/2020', buildYearPage(screen, { ...context, address: addressOf({}) })),
    galleryPage(
      'year.one',
      'leader',
      '/years/2020?organisation=o1',
      buildYearPage(screen, { ...context, mayReplay: false, address: addressOf({ organisation: 'o1', sort: '-km' }) }),
    ),
    galleryPage('year.empty', 'board', '/years/2019', {
      ...buildYearPage(
        { ...screen, branches: [], seen: [], people: [], ways: [] },
        { ...context, charts: [], address: addressOf({ type: 'x' }) },
      ),
      cycleMonths: null,
    }),
    galleryPage('backtests.form', 'board', '/backtests', form),
    galleryPage('backtests.under-way', 'leader', '/backtests', {
      form: null,
      underWay: { href: ID },
      earlier: [],
    } satisfies BacktestsPage),
    galleryPage('backtest.done', 'board', ID, backtest),
    galleryPage('backtest.running', 'board', ID, {
      ...backtest,
      result: null,
      progress: {
        label: { key: 'backtest.running' },
        share: 0.4,
        detail: { key: 'backtest.progress', params: { done: 10, of: 24 } },
        startedAt: new Date('2020-11-20T07:04:48Z'),
        streamHref: '/jobs/j1/events',
        cancel: { href: `${ID}/stop`, label: { key: 'backtest.stop' } },
      },
    } satisfies BacktestPage),
    galleryPage('backtest.stopped', 'leader', ID, {
      ...backtest,
      result: null,
      trouble: { key: 'backtest.cancelled' },
    } satisfies BacktestPage),
  ];
}
