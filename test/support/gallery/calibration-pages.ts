import { calibrate } from '../../../src/calibration/index.ts';
import { drawChart } from '../../../src/platform/charts/draw-chart.ts';
import { month } from '../../../src/kernel/month.ts';
import {
  buildCalibrationPage,
  buildMySeverityPage,
  severities,
} from '../../../src/pages/calibration/build-calibration-page.ts';
import type { CalibrationScreen } from '../../../src/pages/calibration/calibration-screen-read-model.ts';
import { ratedForms } from '../../generate/rated-forms.ts';
import { meetings, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const SHAPE = {
  ...{ seed: 7, observers: 18, branches: 60, months: 6, meetings: 210, doubles: 25, criteria: 6, highest: 3 },
  deviations: { observer: 2.5, branch: 5, meeting: 2, form: 3 },
} as const;
const named = (id: string) => Number(id.slice(1)) - 1;

function screenOf(clusters: number): CalibrationScreen {
  const { forms } = ratedForms({ ...SHAPE, clusters });
  const result = calibrate(forms, { doubleVisits: 6 });
  const ground = { forms: forms.length, firstMonth: month('2020-07'), lastMonth: month('2020-12'), digest: 'a' };
  return {
    last: { id: 'c1' as never, askedAt: new Date('2020-12-20T03:10:00Z'), askedBy: null, ...ground, result },
    now: ground,
    job: null,
    isAbandoned: false,
    observers: new Map(
      result.observers.map(({ id }) => {
        const { name = id, department = '' } = people[named(id)] ?? {};
        return [id, { id, name, department }];
      }),
    ),
    branches: new Map(result.branches.map(({ id }) => [id, { id, name: meetings[named(id)]?.branch ?? id }])),
    nextMonth: month('2021-01'),
    wishes: 0,
    seenByLeaders: 'verdict',
  };
}

const whole = screenOf(1);
const islands = screenOf(3);

async function chartsOf(screen: CalibrationScreen) {
  const found = severities(screen);
  return [
    await drawChart(
      {
        ...{ kind: 'intervals', title: 'Độ chặt và khoảng 95%', axis: 'Người dự', unit: 'điểm' },
        categories: found.map(({ name }) => name),
        figures: found.map(({ estimate }) => estimate),
        names: { value: 'Độ chặt', low: 'từ', high: 'đến' },
      },
      'vi',
    ),
  ];
}

const board = { locale: 'vi', mayMake: true } as const;
const leader = { locale: 'vi', mayMake: false } as const;
const none: CalibrationScreen = { ...whole, last: null, now: { ...whole.now, forms: 0 } };
const running: CalibrationScreen = {
  ...none,
  job: {
    ...{ id: 'c2', kind: 'calibration.make', subject: 'forms', state: 'running', share: null, facts: null },
    startedAt: new Date('2020-12-20T07:04:48Z'),
    isStopping: false,
  },
};
const runningPage = buildCalibrationPage(running, [], board);
const [charts, chartsOfIslands] = [await chartsOf(whole), await chartsOf(islands)];

export const calibrationPages: readonly GalleryPage[] = [
  galleryPage('calibration.whole', 'board', '/calibration', buildCalibrationPage(whole, charts, board)),
  galleryPage(
    'calibration.islands',
    'board',
    '/calibration',
    buildCalibrationPage(
      { ...islands, now: { ...islands.now, forms: 260, digest: 'b' }, wishes: 12 },
      chartsOfIslands,
      board,
    ),
  ),
  galleryPage('calibration.none', 'board', '/calibration', buildCalibrationPage(none, [], board)),
  galleryPage('calibration.running', 'board', '/calibration', {
    ...runningPage,
    // A stream that stays silent.
    progress: runningPage.progress && { ...runningPage.progress, streamHref: '/jobs/j1/events' },
  }),
  galleryPage(
    'calibration.failed',
    'board',
    '/calibration',
    buildCalibrationPage({ ...none, job: { ...running.job, state: 'failed' } as never }, [], board),
  ),
  galleryPage('calibration.verdict', 'leader', '/calibration', buildCalibrationPage(whole, [], leader)),
  galleryPage(
    'calibration.all',
    'leader',
    '/calibration',
    buildCalibrationPage({ ...whole, seenByLeaders: 'all' }, charts, leader),
  ),
  galleryPage(
    'calibration.hidden',
    'leader',
    '/calibration',
    buildCalibrationPage({ ...whole, seenByLeaders: 'none' }, [], leader),
  ),
  ...['R03', 'R05', 'R09'].map((id, i) =>
    galleryPage(
      `my-severity.${i + 1}`,
      'specialist',
      '/my/severity',
      buildMySeverityPage(i === 1 ? { ...islands, now: { ...islands.now, digest: 'b' } } : whole, id, 'vi'),
    ),
  ),
  galleryPage('my-severity.none', 'specialist', '/my/severity', buildMySeverityPage(none, 'R01', 'vi')),
];
