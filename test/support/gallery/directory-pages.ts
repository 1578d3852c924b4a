import { day, month } from '../../../src/kernel/month.ts';
import { listAddress, sortHeads } from '../../../src/pages/directory/page-rows.ts';
import type { HolidaysPage } from '../../../src/pages/holidays/holidays.view.ts';
import type { TouchedLine, TouchedVisitsPage } from '../../../src/pages/holidays/touched.view.ts';
import type { PairingsPage } from '../../../src/pages/pairings/pairings.view.ts';
import type { BranchesPage } from '../../../src/pages/directory/branches.view.ts';
import type { SpecialistsPage } from '../../../src/pages/directory/specialists.view.ts';
import type { Sentence } from '../../../src/platform/i18n/messages.ts';
import { departments, fields, meetings, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { options } from './office-pages.ts';

const person = (index: number) => {
  const { id = '', name = '', department = '' } = people[index] ?? {};
  return { name, department, href: `/specialists/${id}`, isInUse: true };
};

const sortHead = { href: '/branches?sort=name', isUp: false, isDown: false };

const uses = ['Đang dùng', 'Đã ngừng dùng'].map((label, i) => ({
  value: i ? 'retired' : '',
  label,
  selected: i === 0,
}));

const branches: BranchesPage = {
  heads: {
    name: { ...sortHead, isUp: true },
    type: sortHead,
    rule: sortHead,
    place: sortHead,
    members: sortHead,
    last: sortHead,
  },
  addHref: '/branches/new',
  filters: {
    uses,
    sort: 'name',
    q: '',
    types: options('Mọi loại chi bộ', ['Khu phố', 'Trường học', 'Doanh nghiệp']),
    organisations: options('Mọi đảng bộ', ['Phường 1', 'Phường 2', 'Phường 3']),
    isActive: false,
  },
  total: 181,
  branches: meetings.slice(0, 50).map((meeting, i) => ({
    branchId: `b${i}`,
    href: `/branches/b${i}`,
    code: `Q4.${meeting.short}`,
    short: meeting.short,
    name: meeting.branch,
    organisation: meeting.organisation,
    type: meeting.short.startsWith('TH') ? 'Trường học' : 'Khu phố',
    place: meeting.place,
    members: i % 9 === 8 ? null : 18 + ((i * 7) % 40),
    rule: { key: 'branches.rule.day', params: { day: 1 + (i % 5), from: meeting.from } },
    weakFields: i % 6 === 2 ? [fields[i % 12] as string, fields[(i + 5) % 12] as string] : [],
    lastVisit: i % 7 === 3 ? null : month(`2020-${String(1 + (i % 11)).padStart(2, '0')}`),
  })),
  pagination: { from: 1, to: 50, total: 181, previousHref: null, nextHref: '/branches?after=x' },
};

const specialists: SpecialistsPage = {
  heads: { name: sortHead, department: { ...sortHead, isDown: true }, visits: sortHead, lead: sortHead },
  addHref: '/specialists/new',
  filters: { uses, sort: '-department', q: '', departments: options('Mọi ban, cơ quan', departments), isActive: false },
  total: 46,
  specialists: people.map((person, i) => ({
    specialistId: person.id,
    href: `/specialists/${person.id}`,
    name: person.name,
    title: i % 3 === 0 ? 'Phó Trưởng ban' : i % 3 === 1 ? 'Chuyên viên' : null,
    department: person.department,
    email: `nguoi${i + 1}@mau.example`,
    fields: person.fields,
    min: 1,
    max: person.max,
    target: i % 4 === 0 ? null : person.target,
    mayLead: i % 5 === 0,
    conflicts: i % 4 === 1 ? [`Chi bộ Khu phố ${1 + (i % 9)}, Phường ${1 + (i % 10)}`] : [],
  })),
  pagination: null,
};

export const touched: readonly TouchedLine[] = meetings.slice(0, 5).map((meeting, i) => ({
  day: day(`2020-12-0${i + 2}`),
  time: meeting.from,
  branch: meeting.branch,
  name: people[i]?.name ?? '',
  meetingHref: `/meetings/${meeting.id}`,
}));

const touchedVisits: TouchedVisitsPage = {
  visits: touched.map((line, i) => ({
    ...line,
    because: (
      [
        { key: 'touched.because.absence', params: { name: line.name } },
        { key: 'touched.because.holiday', params: { holiday: 'Nghỉ đột xuất' } },
        { key: 'touched.because.branch', params: { branch: line.branch } },
        {
          key: 'touched.because.collision',
          params: { name: line.name, branch: line.branch, day: line.day, time: line.time },
        },
        { key: 'touched.because.unanswered', params: { name: line.name, day: line.day } },
      ] as const
    )[i % 5] as Sentence,
    visitId: `v${i}`,
    cause: 'absence',
    fact: '2020-12-02/2020-12-04',
    value: `v${i}/absence/2020-12-02`,
    isChosen: i === 1,
    repairsHref: i % 2 === 0 ? `/months/2020-12/repairs?meeting=m1&visit=v${i}` : null,
  })),
  groups: [
    {
      value: 'holiday/Nghỉ đột xuất',
      count: 90,
      why: { key: 'touched.because.holiday', params: { holiday: 'Nghỉ đột xuất' } },
    },
    { value: 'absence', count: 3, why: { key: 'touched.cause.absence' } },
  ],
  replans: [{ month: month('2020-12'), href: '/months/2020-12/replan' }],
  isNoneChosen: false,
  reason: '',
  reasonError: 'Hãy ghi lý do giữ nguyên các lượt dự này.',
  keepSeveralAction: '/touched-visits/keep-several',
  keepAction: '/touched-visits/keep',
  heads: sortHeads(listAddress('/touched-visits', {}, ['sort']), ['visit', 'person', 'why']),
};

const holidays: HolidaysPage = {
  year: 2026,
  previousHref: '/holidays?year=2025',
  nextHref: '/holidays?year=2027',
  isAnnounced: false,
  heads: sortHeads(listAddress('/holidays', { year: '2026', sort: 'day' }, ['year', 'sort']), [
    'day',
    'name',
    'kind',
    'from',
  ]),
  days: (
    [
      ['2026-01-01', 'Tết Dương lịch', 'public', 'law'],
      ['2026-01-02', 'Nghỉ hoán đổi', 'in_lieu', 'entry'],
      ['2026-01-10', 'Làm bù thứ Bảy', 'worked', 'entry'],
      ['2026-04-26', 'Giỗ Tổ Hùng Vương', 'public', 'law'],
      ['2026-04-27', 'Giỗ Tổ Hùng Vương', 'in_lieu', 'reckoned'],
      ['2026-11-24', 'Ngày truyền thống', 'local', 'entry'],
    ] as const
  ).map(([on, name, kind, from], i) => ({
    day: day(on),
    name,
    kind,
    from,
    isYearly: i === 5,
    meetings: i === 1 ? 12 : 0,
    meetingsHref: i === 1 ? '/months/2026-01/calendar' : null,
    entryDay: day(on),
    removeAction: from === 'entry' ? '/holidays/remove' : null,
  })),
  form: {
    action: '/holidays',
    day: '2020-12-14',
    name: 'Nghỉ đột xuất',
    kinds: options('Nghỉ lễ', ['Nghỉ bù', 'Làm bù', 'Nghỉ riêng của đơn vị']),
    isYearly: false,
    error: null,
    errors: {},
    effect: { day: day('2020-12-14'), month: month('2020-12'), visits: touched, meetings: 3 },
  },
};

export const directoryPages: readonly GalleryPage[] = [
  galleryPage('branches.full', 'board', '/branches', branches satisfies BranchesPage),
  galleryPage('branches.empty', 'board', '/branches', {
    ...branches,
    total: 0,
    branches: [],
    pagination: null,
  } satisfies BranchesPage),
  galleryPage('branches.none-found', 'board', '/branches?q=zzz', {
    ...branches,
    filters: { ...branches.filters, q: 'zzz', isActive: true },
    total: 0,
    branches: [],
    pagination: null,
  } satisfies BranchesPage),
  galleryPage('specialists.full', 'board', '/specialists', specialists satisfies SpecialistsPage),
  galleryPage('pairings.full', 'board', '/pairings', {
    pairs: [
      {
        kind: 'apart',
        first: person(0),
        second: person(1),
        reason: 'Vợ chồng, không cùng dự một cuộc theo quy định của Đảng ủy',
        until: null,
        isOver: false,
        against: [{ day: day('2020-12-10'), branch: meetings[0]?.short ?? '', href: '/meetings/m1' }],
        removeAction: '/pairings/p1/remove',
      },
      {
        kind: 'together',
        first: person(2),
        second: { ...person(3), isInUse: false },
        reason: 'Người mới, đi cùng người hướng dẫn trong ba tháng đầu',
        until: month('2020-10'),
        isOver: true,
        against: [],
        removeAction: '/pairings/p2/remove',
      },
    ],
    form: {
      action: '/pairings',
      kinds: options('Không đi cùng', ['Nên đi cùng']),
      first: people.slice(0, 5).map(({ id, name }, i) => ({ value: id, label: name, selected: i === 0 })),
      second: people.slice(0, 5).map(({ id, name }, i) => ({ value: id, label: name, selected: i === 0 })),
      months: options('Không có hạn', ['Tháng 12/2020']),
      reason: '',
      longest: 300,
      errors: { second: 'Hãy chọn hai người khác nhau.', reason: 'Hãy ghi lý do, để người sau biết vì sao.' },
    },
  } satisfies PairingsPage),
  galleryPage('pairings.empty', 'leader', '/pairings', { pairs: [], form: null } satisfies PairingsPage),
  galleryPage('holidays.effect', 'board', '/holidays', holidays satisfies HolidaysPage),
  galleryPage('touched-visits.full', 'board', '/touched-visits', touchedVisits satisfies TouchedVisitsPage),
];
