import { day, month } from '../../../src/kernel/month.ts';
import { linkGroup } from '../../../src/pages/register/thing-lines.ts';
import type {
  BranchPage,
  ChangeLine,
  EntryPage,
  SpecialistPage,
  ThingActions,
  ThingPage,
  VisitRow,
} from '../../../src/pages/register/thing.view.ts';
import { departments, fields, meetings, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

export const BRANCH = 'Chi bộ Khu phố 5, Phường 8';

export const PERSON = people[3]?.name ?? '';

const changes: readonly ChangeLine[] = [
  {
    at: new Date('2020-11-19T03:12:00Z'),
    by: 'Lê Thị Bích Ngọc',
    fileName: null,
    importHref: null,
    isTakenBack: false,
    takeBackHref: '/branches/b1/changes/i1/take-back',
    outcome: 'changed',
    fields: [
      { label: 'Ngày sinh hoạt', from: '3', to: '5' },
      { label: 'Thư điện tử bí thư', from: null, to: 'bi.thu@mau.example' },
    ],
  },
  {
    at: new Date('2020-09-01T01:00:00Z'),
    by: null,
    fileName: 'Quận 4 tháng 9.xlsx',
    importHref: '/imports/i1',
    isTakenBack: false,
    takeBackHref: null,
    outcome: 'added',
    fields: [],
  },
];

const thing: Pick<ThingPage, 'backHref' | 'back' | 'isInUse' | 'gone' | 'changes'> = {
  backHref: '/branches',
  back: 'Chi bộ',
  isInUse: true,
  gone: 'Đã ngừng dùng. Dữ liệu cũ vẫn giữ.',
  changes,
};

const acts: ThingActions = {
  retire: 'Ngừng dùng',
  editHref: '/branches/b1/edit',
  retireHref: '/branches/b1/retire',
  restoreAction: null,
  againHref: null,
  seen: 7,
};

const visitRows = (other: 'branch' | 'specialist'): VisitRow[] =>
  meetings.slice(0, 9).map((meeting, i) => ({
    day: day(`2020-${String(11 - i).padStart(2, '0')}-04`),
    other: {
      name: other === 'branch' ? meeting.branch : (people[i]?.name ?? ''),
      note: other === 'branch' ? null : (people[i]?.department ?? null),
      href: '/branches/b2',
    },
    state: i === 4 ? 'Không dự' : 'Đã dự',
    meetingHref: i < 3 ? `/meetings/${meeting.id}` : null,
    score: i === 4 ? null : '92,78',
    rating: i < 3 ? 'Tốt' : null,
    isOfficial: i === 1,
    formHref: i < 3 ? '/submissions/f1' : null,
  }));

const branch: BranchPage = {
  ...thing,
  ...acts,
  title: BRANCH,
  lead: 'Đảng bộ Phường 8',
  facts: [
    { label: 'Mã · ký hiệu', values: ['P8-KP5 · P8.5'], href: null },
    { label: 'Trực thuộc', values: ['Đảng bộ Quận 4 › Đảng bộ Phường 8'], href: '/organisations/o1' },
    { label: 'Loại chi bộ', values: ['Khu phố, ấp'], href: null },
    {
      label: 'Lịch sinh hoạt',
      values: [
        'ngày 3, 19:30, 90 phút; dời khi trùng cuối tuần',
        'Chuyên đề trong buổi thường kỳ các tháng 3, 6, 9, 12',
      ],
      href: null,
    },
    { label: 'Bí thư', values: ['Nguyễn Văn Mẫu', 'bithu.p8kp5@mau.example'], href: null },
    { label: 'Còn hạn chế', values: ['Vệ sinh môi trường (0,8); Trật tự đô thị (1)'], href: null },
  ],
  meetings: [
    { day: day('2020-12-03'), time: '19:30', kind: 'combined', href: '/meetings/m1', people: [PERSON] },
    { day: day('2021-01-04'), time: '19:30', kind: 'regular', href: null, people: [] },
  ],
  ruleHref: '/branches/b1/rule',
  calendarHref: '/months/2020-12/calendar',
  visits: visitRows('specialist'),
  visitCount: 31,
  isCut: true,
  excluded: linkGroup(
    'Ai không được dự',
    'Không có.',
    [{ name: PERSON, note: 'Ban Tổ chức · chi bộ nơi cư trú', href: '/specialists/s4' }],
    '/conflicts/new?branch=P8-KP5',
  ),
};

const specialist: SpecialistPage = {
  ...thing,
  ...acts,
  backHref: '/specialists',
  back: 'Chuyên viên',
  title: PERSON,
  lead: 'Ban Tổ chức',
  addressFault: {
    name: PERSON,
    address: 'ha@mau.example',
    kind: 'returned',
    at: new Date('2020-11-25T01:12:00Z'),
    reply: '5.1.1: 550 5.1.1 no such user',
    href: null,
  },
  facts: [
    { label: 'Mã', values: ['CV04'], href: null },
    { label: 'Ban, cơ quan', values: ['Ban Tổ chức'], href: '/departments/d1' },
    { label: 'Lượt mỗi tháng', values: ['1–5 lượt', 'định mức 4'], href: null },
  ],
  visits: visitRows('branch'),
  visitCount: 9,
  isCut: false,
  coming: visitRows('branch').slice(0, 2),
  absences: [
    { from: day('2020-12-07'), to: day('2020-12-09'), kind: 'leave', hours: null },
    { from: day('2020-12-17'), to: day('2020-12-17'), kind: 'leave', hours: { from: '00:00', to: '12:00' } },
  ],
  absencesHref: '/absences?q=x',
  handoverHref: '/specialists/s1/handover',
  excluded: linkGroup('Chi bộ không được dự', 'Không có.', [], '/conflicts/new?specialist=CV04'),
  balance: {
    carriedIn: -1,
    total: 0.25,
    months: [{ month: month('2020-11'), visits: 5, share: 3.75, difference: 1.25 }],
  },
};

const department: EntryPage = {
  ...thing,
  ...acts,
  backHref: '/departments',
  back: 'Ban, cơ quan',
  title: departments[0] ?? '',
  lead: null,
  facts: [{ label: 'Mã', values: ['BTC'], href: null }],
  groups: [
    linkGroup(
      'Người của ban',
      'Không có.',
      people.map(({ id, name }, i) => ({ name, note: i % 2 ? 'Phó Trưởng ban' : null, href: `/specialists/${id}` })),
    ),
  ],
  versions: [],
};

const organisation: EntryPage = {
  ...thing,
  ...acts,
  retireHref: null,
  backHref: '/organisations',
  back: 'Tổ chức',
  title: 'Đảng bộ Phường 8',
  lead: 'Đảng bộ Quận 4',
  facts: [{ label: 'Mã', values: ['DBP8'], href: null }],
  versions: [
    { name: 'Đảng bộ Phường 8', parent: 'Đảng bộ Quận 4', from: null, to: day('2020-12-31'), isNow: true },
    { name: 'Đảng bộ Phường Vĩnh Hội', parent: null, from: day('2021-01-01'), to: null, isNow: false },
  ],
  groups: [linkGroup('Chi bộ trực thuộc', 'Không có.', meetings.slice(0, 4).map(linkToBranch))],
};

const conflict: EntryPage = {
  ...thing,
  ...acts,
  retire: 'Bỏ',
  backHref: '/conflicts',
  back: 'Xung đột lợi ích',
  title: `${PERSON} – ${BRANCH}`,
  lead: null,
  facts: [
    { label: 'Chuyên viên', values: [`${PERSON} (Ban Tổ chức)`], href: '/specialists/s4' },
    { label: 'Chi bộ không được dự', values: [BRANCH], href: '/branches/b1' },
    { label: 'Lý do', values: ['Người thân'], href: null },
  ],
  groups: [linkGroup('Các lượt người này dự ở chi bộ', 'Chưa có lượt dự nào.', [])],
  versions: [],
};

const field: EntryPage = {
  ...thing,
  ...acts,
  backHref: '/fields',
  back: 'Lĩnh vực',
  title: fields[0] ?? '',
  lead: null,
  facts: [{ label: 'Mã', values: ['MT'], href: null }],
  groups: [
    linkGroup('Chi bộ còn hạn chế', 'Không có.', meetings.map(linkToBranch)),
    linkGroup(
      'Chuyên viên phụ trách',
      'Không có.',
      people.slice(0, 2).map(({ id, name, department: note }) => ({ name, note, href: `/specialists/${id}` })),
    ),
  ],
  versions: [],
};

function linkToBranch({ id, branch: name, short: note }: (typeof meetings)[number]) {
  return { name, note, href: `/branches/${id}` };
}

export const thingPages: readonly GalleryPage[] = [
  galleryPage('branch.whole', 'board', '/branches/b1', branch satisfies BranchPage),
  galleryPage('branch.retired', 'admin', '/branches/b1', {
    ...branch,
    isInUse: false,
    editHref: null,
    retireHref: null,
    restoreAction: '/branches/b1/restore',
    meetings: [],
    visits: [],
    visitCount: 0,
    isCut: false,
    excluded: linkGroup('Ai không được dự', 'Không có.', []),
    ruleHref: null,
    calendarHref: null,
  } satisfies BranchPage),
  galleryPage('specialist.whole', 'board', '/specialists/s4', specialist satisfies SpecialistPage),
  galleryPage('entry.department', 'board', '/departments/d1', department),
  galleryPage('entry.organisation', 'board', '/organisations/o1', organisation),
  galleryPage('entry.conflict', 'board', '/conflicts/s4.b1', conflict),
  galleryPage('entry.conflict-removed', 'board', '/conflicts/s4.b1', {
    ...conflict,
    isInUse: false,
    gone: 'Đã bỏ: người này có thể được phân công dự chi bộ.',
    editHref: null,
    retireHref: null,
    againHref: '/conflicts/new?specialist=CV04&branch=P8-KP5',
  }),
  galleryPage('entry.field', 'board', '/fields/MT', field),
];
