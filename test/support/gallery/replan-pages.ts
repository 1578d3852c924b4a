import { month } from '../../../src/kernel/month.ts';
import type { ReplanPage } from '../../../src/pages/replan/replan.view.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const PATH = '/months/2020-12/replan';

const unasked: ReplanPage = {
  month: month('2020-12'),
  backHref: '/months/2020-12',
  askAction: PATH,
  goals: [
    { value: 'few', isChosen: true },
    { value: 'even', isChosen: false },
  ],
  progress: null,
  trouble: null,
  answer: null,
};

const answered: ReplanPage = {
  ...unasked,
  answer: {
    askedAt: new Date('2020-12-10T02:00:00Z'),
    isOutdated: false,
    isNone: false,
    lines: [
      { key: 'replan.seats', params: { before: 3, after: 1, due: 84 } },
      { key: 'replan.people', params: { people: 4, visits: 3 } },
      { key: 'replan.proven' },
    ],
    parts: [
      {
        value: 'off:v1,on:s1_m1',
        isChosen: true,
        lines: [
          'Trần Quốc Dũng: thôi dự Chi bộ Khu phố 5, Phường 8 (15/12 19:30), 3 → 2 lượt (phần của tháng 3)',
          'Lê Thị Nga: dự Chi bộ Khu phố 5, Phường 8 (15/12 19:30), 2 → 3 lượt (phần của tháng 3), xa hơn 4 km',
        ],
        against: [],
      },
      {
        value: 'on:s2_m2',
        isChosen: false,
        lines: [
          'Phạm Văn Minh: dự Chi bộ Trường Tiểu học Nguyễn Thị Minh Khai (17/12 08:00), 3 → 4 lượt (phần của tháng 3)',
          'Chi bộ Trường Tiểu học Nguyễn Thị Minh Khai có người dự',
        ],
        against: ['Phạm Văn Minh vừa dự chi bộ này'],
      },
    ],
    gone: 0,
    short: [{ href: '/meetings/m9', branch: 'Chi bộ Khu phố 2, Phường 3', at: '20/12 19:30' }],
    told: { mails: 3, messages: 1 },
    unreached: [{ name: 'Phạm Văn Minh', way: { email: null, message: null, phone: '0900 000 004' } }],
    form: {
      action: `${PATH}/apply`,
      planId: 'p1',
      solveId: 's1',
      revision: 2,
      rules: [],
      hours: ['m1_2020-12-15T12:30:00.000Z'],
      reason: 'Phân công lại các cuộc họp còn lại của tháng',
      reasonError: null,
      noticeNumber: { next: '07', typed: '', error: null },
      error: null,
    },
  },
};
const { answer } = answered;

export const replanPages: readonly GalleryPage[] = [
  galleryPage('replan.running', 'board', PATH, {
    ...unasked,
    askAction: null,
    progress: {
      label: { key: 'month.solving' },
      share: 0.4,
      detail: { key: 'month.solving_phase', params: { tierIndex: 0, tierCount: 5, seconds: 3 } },
      startedAt: new Date('2020-12-10T02:00:00Z'),
      streamHref: '/jobs/s1/events',
      cancel: { href: `${PATH}/stop`, label: { key: 'month.stop_without_plan' } },
    },
  } satisfies ReplanPage),
  galleryPage('replan.answered', 'board', PATH, answered),
  galleryPage('replan.refused', 'board', PATH, {
    ...answered,
    answer: answer && {
      ...answer,
      gone: 2,
      form: {
        ...answer.form,
        reason: '',
        reasonError: 'Hãy ghi lý do điều chỉnh.',
        noticeNumber: { next: '07', typed: '06', error: 'Số 06 đã có văn bản khác dùng.' },
      },
    },
  } satisfies ReplanPage),
  galleryPage('replan.nothing', 'board', PATH, {
    ...answered,
    trouble: { key: 'replan.stopped' },
    answer: answer && { ...answer, parts: [], short: [], told: { mails: 0, messages: 0 }, unreached: [] },
  } satisfies ReplanPage),
];
