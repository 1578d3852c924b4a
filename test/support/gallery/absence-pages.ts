import { day, month } from '../../../src/kernel/month.ts';
import { listAddress, sortHeads } from '../../../src/pages/directory/page-rows.ts';
import type {
  AvailabilityPage,
  AvailabilityRow,
  NothingToBlockPage,
} from '../../../src/pages/availability/availability.view.ts';
import type { AbsencesPage, MyAbsencesPage } from '../../../src/pages/directory/absences.view.ts';
import { meetings, people } from './district.ts';
import { touched } from './directory-pages.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const preferences: MyAbsencesPage['preferences'] = {
  action: '/my/day-preferences',
  days: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    name: `day${weekday}`,
    weekday,
    options: [
      { value: '', label: 'lúc nào cũng được', selected: weekday !== 5 },
      { value: 'evening', label: 'buổi tối', selected: weekday === 5 },
    ],
  })),
};

const conflicts: MyAbsencesPage['conflicts'] = {
  items: [
    {
      branch: meetings[0]?.branch ?? '',
      reason: 'Người thân',
      until: day('2021-06-30'),
      removeAction: '/my/absences/conflicts/b1/remove',
    },
    { branch: meetings[1]?.branch ?? '', reason: 'Lý do khác', until: null, removeAction: null },
  ],
  action: '/my/absences/conflicts',
  branches: meetings.slice(0, 4).map(({ short, branch }) => ({ value: short, label: branch, selected: false })),
  reasons: [{ value: 'relative', label: 'Người thân', selected: true }],
  until: '19/11/2020',
  errors: { until: 'Ngày này đã qua.' },
};

const everyDay = [
  { value: '', label: 'Mọi ngày trong khoảng', selected: true },
  { value: '3', label: 'Chỉ thứ Tư hằng tuần', selected: false },
];

const weekly = {
  weekday: 3,
  from: day('2020-12-01'),
  to: day('2021-05-31'),
  hours: { from: '18:00', to: '21:00' },
  kind: 'study',
  removeAction: '/my/absences/weekly/w1/remove',
} as const;

const availabilityRows = people.slice(0, 6).map(({ id, name, department }, i): AvailabilityRow => ({
  name,
  department,
  personHref: `/specialists/${id}`,
  days: i % 3,
  repliedAt: i < 4 ? new Date('2020-11-21T02:00:00Z') : null,
  missed: i === 4 ? { email: null, message: null, phone: '0903 111 222' } : null,
}));

const availability: AvailabilityPage = {
  month: month('2020-12'),
  backHref: '/months/2020-12/calendar',
  round: { until: day('2020-11-25'), isOpen: true, askedAt: new Date('2020-11-20T02:00:00Z') },
  isPublished: false,
  figures: { nothing: 31, entered: 9, silent: 4, unasked: 1 },
  ask: { action: '/months/2020-12/availability', seen: 1, until: '2020-11-25', people: 5, missed: 1, error: null },
  silent: availabilityRows.slice(4, 5),
  unasked: availabilityRows.slice(5),
  entered: availabilityRows.slice(0, 2),
  nothing: availabilityRows.slice(2, 4),
  conflicts: [
    {
      name: people[0]?.name ?? '',
      branch: meetings[0]?.branch ?? '',
      reason: 'Người thân',
      until: day('2021-06-30'),
      at: new Date('2020-11-21T02:00:00Z'),
      href: '/conflicts/s1.b1',
    },
  ],
};

const absences: AbsencesPage = {
  filters: {
    q: '',
    when: ['Đang bận và sắp bận', 'Đã qua'].map((label, i) => ({ value: i ? 'past' : '', label, selected: i === 0 })),
    sort: '-days',
    isActive: false,
  },
  heads: sortHeads(listAddress('/absences', { sort: '-days' }, ['sort']), ['name', 'days', 'kind']),
  total: 9,
  removed: {
    specialistId: 's1',
    name: 'Trần Thị Mẫu',
    from: day('2020-12-03'),
    to: day('2020-12-05'),
    kind: 'mission',
    fromTime: '13:30',
    toTime: '17:00',
  },
  absences: people.slice(0, 9).map((person, i) => ({
    absenceId: `a${i}`,
    name: person.name,
    department: person.department,
    from: day(`2020-12-${String(1 + i * 2).padStart(2, '0')}`),
    to: day(`2020-12-${String(1 + i * 2 + (i % 4)).padStart(2, '0')}`),
    kind: (['leave', 'mission', 'study', 'sick'] as const)[i % 4] ?? 'other',
    hours: i === 1 ? { from: '13:30', to: '17:00' } : null,
    removeAction: `/absences/a${i}/remove`,
  })),
  pagination: null,
  weekly: [
    { ...weekly, name: people[0]?.name ?? '', removeAction: '/absences/weekly/w1/remove' },
    { ...weekly, name: people[1]?.name ?? '', weekday: 5, hours: null, removeAction: '/absences/weekly/w2/remove' },
  ],
  form: {
    action: '/absences',
    specialists: people.map(({ id, name, department }, i) => ({
      value: id,
      label: `${name} (${department})`,
      selected: i === 0,
    })),
    kinds: ['nghỉ phép', 'nghỉ ốm', 'đi học'].map((label, i) => ({ value: label, label, selected: i === 0 })),
    every: everyDay,
    parts: ['Cả ngày', 'Buổi sáng'].map((label, i) => ({ value: label, label, selected: i === 0 })),
    from: '2020-11-20',
    to: '2020-11-20',
    fromTime: '',
    toTime: '',
    errors: {},
    doubts: {
      visits: touched.slice(0, 2),
      overlaps: [{ from: day('2020-12-07'), to: day('2020-12-09'), kind: 'study', hours: null }],
      isLong: false,
      isFar: true,
      replaces: 'sick',
      asked: 'a',
    },
  },
};

export const absencePages: readonly GalleryPage[] = [
  galleryPage('absences.full', 'board', '/absences', absences satisfies AbsencesPage),
  galleryPage('absences.wrong', 'board', '/absences', {
    ...absences,
    total: 0,
    absences: [],
    form: absences.form && {
      ...absences.form,
      to: '',
      errors: { to: 'Hãy chọn một ngày có thật, ví dụ 03/12/2020.' },
    },
  } satisfies AbsencesPage),
  galleryPage('my-absences.full', 'specialist', '/my/absences', {
    visitsHref: '/my/visits',
    form: {
      action: '/my/absences',
      specialists: [],
      kinds: ['nghỉ phép', 'nghỉ ốm'].map((label, i) => ({ value: label, label, selected: i === 0 })),
      every: everyDay,
      parts: ['Cả ngày', 'Buổi sáng'].map((label, i) => ({ value: label, label, selected: i === 0 })),
      from: '2020-11-20',
      to: '2020-11-20',
      fromTime: '',
      toTime: '',
      errors: {},
      doubts: {
        visits: touched.slice(0, 1),
        overlaps: [],
        isLong: false,
        isFar: false,
        replaces: null,
        asked: 'a',
      },
    },
    absences: [
      {
        from: day('2020-12-03'),
        to: day('2020-12-03'),
        kind: 'study',
        hours: { from: '00:00', to: '12:00' },
        removeAction: '/my/absences/a1/remove',
      },
      { from: day('2020-12-07'), to: day('2020-12-09'), kind: 'leave', hours: null, removeAction: null },
    ],
    rounds: [
      {
        month: month('2020-12'),
        until: day('2020-11-25'),
        isOpen: true,
        reply: null,
        days: 2,
        replyAction: '/my/availability/2020-12',
      },
      {
        month: month('2021-01'),
        until: day('2020-11-10'),
        isOpen: false,
        reply: 'entered',
        days: 3,
        replyAction: '/my/availability/2021-01',
      },
    ],
    weekly: [weekly, { ...weekly, weekday: 5, hours: null, removeAction: null }],
    over: [{ from: day('2020-10-12'), to: day('2020-10-14'), kind: 'leave', hours: null }],
    preferences,
    conflicts,
  } satisfies MyAbsencesPage),
  galleryPage('my-absences.none', 'specialist', '/my/absences', {
    visitsHref: '/my/visits',
    form: {
      action: '/my/absences',
      specialists: [],
      kinds: [{ value: 'leave', label: 'nghỉ phép', selected: true }],
      every: everyDay,
      parts: [{ value: 'hours', label: 'Theo giờ', selected: true }],
      from: '2020-11-20',
      to: '2020-11-20',
      fromTime: '25:00',
      toTime: '',
      errors: { fromTime: 'Hãy ghi giờ dạng 13:30.' },
      doubts: null,
    },
    absences: [],
    weekly: [],
    over: [],
    rounds: [],
    preferences,
    conflicts,
  } satisfies MyAbsencesPage),
  galleryPage('availability.open', 'board', '/months/2020-12/availability', availability satisfies AvailabilityPage),
  galleryPage('availability.over', 'board', '/months/2020-12/availability', {
    ...availability,
    round: { until: day('2020-11-25'), isOpen: false, askedAt: new Date('2020-11-20T02:00:00Z') },
    ask: availability.ask && { ...availability.ask, people: 0, error: 'Ngày 01/11/2020 đã qua.' },
    silent: [],
    unasked: [],
  } satisfies AvailabilityPage),
  galleryPage('availability.none', 'board', '/months/2020-12/availability', {
    ...availability,
    round: null,
    isPublished: true,
    ask: null,
    figures: { nothing: 0, entered: 0, silent: 0, unasked: 0 },
    silent: [],
    unasked: [],
    entered: [],
    nothing: [],
    conflicts: [],
  } satisfies AvailabilityPage),
  ...(['open', 'nothing', 'entered', 'over'] as const).map((state) =>
    galleryPage(`nothing-to-block.${state}`, null, '/nothing-to-block/c/t', {
      state,
      round: {
        committee: 'Quận ủy Quận 4',
        name: people[0]?.name ?? '',
        month: month('2020-12'),
        until: day('2020-11-25'),
        days: state === 'entered' ? 2 : 0,
      },
      action: state === 'open' ? '/nothing-to-block/c/t' : null,
    } satisfies NothingToBlockPage),
  ),
  galleryPage('nothing-to-block.unknown', null, '/nothing-to-block/c/t', {
    state: 'unknown',
    round: null,
    action: null,
  } satisfies NothingToBlockPage),
];
