import { day, month } from '../../../src/kernel/month.ts';
import type { HolidaysPage } from '../../../src/pages/holidays/holidays.view.ts';
import type { TouchedLine, TouchedVisitsPage } from '../../../src/pages/holidays/touched.view.ts';
import type { AbsencesPage, MyAbsencesPage } from '../../../src/pages/directory/absences.view.ts';
import type { BranchesPage } from '../../../src/pages/directory/branches.view.ts';
import type { ImportPage } from '../../../src/pages/directory/import.view.ts';
import type { ImportsPage } from '../../../src/pages/directory/imports.view.ts';
import type { SpecialistsPage } from '../../../src/pages/directory/specialists.view.ts';
import type { AccountsPage } from '../../../src/pages/accounts/accounts.view.ts';
import type { AccountPage } from '../../../src/pages/account/account.view.ts';
import type { SetupPage } from '../../../src/pages/setup/setup.view.ts';
import type { MailsPage } from '../../../src/pages/mails/mails.view.ts';
import type { MailPage, MailboxPage } from '../../../src/pages/mailbox/mailbox.view.ts';
import type { Sentence } from '../../../src/platform/i18n/messages.ts';
import type { Option } from '../../../src/platform/views/page-context.ts';
import { departments, fields, meetings, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const options = (all: string, labels: readonly string[]): readonly Option[] =>
  [all, ...labels].map((label, i) => ({ value: i === 0 ? '' : label, label, selected: i === 0 }));

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

const touched: readonly TouchedLine[] = meetings.slice(0, 5).map((meeting, i) => ({
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
      ] as const
    )[i % 3] as Sentence,
    visitId: `v${i}`,
    cause: 'absence',
    fact: '2020-12-02/2020-12-04',
  })),
  keepAction: '/touched-visits/keep',
};

const holidays: HolidaysPage = {
  year: 2026,
  previousHref: '/holidays?year=2025',
  nextHref: '/holidays?year=2027',
  isAnnounced: false,
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

const absences: AbsencesPage = {
  filters: {
    q: '',
    when: ['Đang bận và sắp bận', 'Đã qua'].map((label, i) => ({ value: i ? 'past' : '', label, selected: i === 0 })),
    isActive: false,
  },
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
  form: {
    action: '/absences',
    specialists: people.map(({ id, name, department }, i) => ({
      value: id,
      label: `${name} (${department})`,
      selected: i === 0,
    })),
    kinds: ['nghỉ phép', 'nghỉ ốm', 'đi học'].map((label, i) => ({ value: label, label, selected: i === 0 })),
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

const imports: ImportsPage = {
  action: '/imports',
  templateHref: '/imports/template.xlsx',
  minimum: [
    { sheet: 'Lĩnh vực', columns: ['Mã lĩnh vực', 'Tên lĩnh vực'] },
    { sheet: 'Chi bộ', columns: ['Mã chi bộ', 'Tên chi bộ', 'Ký hiệu ngắn', 'Số đảng viên', 'Giờ sinh hoạt'] },
  ],
  currentHref: '/imports/current.xlsx',
  scope: 'whole',
  error: null,
  history: [
    ['Quận 4 - danh sách tháng 12 (sửa lần 2, có bổ sung chi bộ trường học và doanh nghiệp).xlsx', 'checked', 0, 12],
    ['Quận 4 - danh sách tháng 12.xlsx', 'refused', 3, 0],
    ['quan-4-2020-11.xlsx', 'committed', 0, 1_984],
    ['quan-4-nhap-nham.xlsx', 'taken_back', 0, 240],
  ].map(([fileName, state, faults, changes], i) => ({
    importId: `i${i}`,
    fileName: fileName as string,
    state: state as ImportsPage['history'][number]['state'],
    madeAt: new Date(Date.UTC(2020, 10, 20 - i, 2, 14 + i)),
    madeBy: i === 2 ? null : 'Lê Thị Bích Ngọc',
    rows: 1_984,
    faults: faults as number,
    changes: changes as number,
  })),
};

const counts: NonNullable<ImportPage['counts']> = [
  { kind: 'organisations', added: 0, changed: 0, unchanged: 15, removed: 0 },
  { kind: 'branches', added: 6, changed: 3, unchanged: 171, removed: 1 },
  { kind: 'specialists', added: 2, changed: 0, unchanged: 44, removed: 0 },
  { kind: 'visits', added: 0, changed: 0, unchanged: 1_736, removed: 0 },
];
const checked: ImportPage = {
  fileName: 'Quận 4 - danh sách tháng 12.xlsx',
  error: null,
  state: 'checked',
  madeAt: new Date('2020-11-20T02:14:00Z'),
  madeBy: 'Lê Thị Bích Ngọc',
  committedAt: null,
  takenBackAt: null,
  counts,
  changes: 12,
  told: [
    {
      kind: 'branches',
      outcome: 'removed',
      total: 175,
      items: [{ subject: 'Q4.CKH', name: 'Chi bộ Công ty Cổ phần Cảng Khánh Hội', fields: [] }],
    },
    {
      kind: 'branches',
      outcome: 'changed',
      total: 3,
      items: [
        {
          subject: 'Q4.P8.5',
          name: 'Chi bộ Khu phố 5, Phường 8',
          fields: [
            { label: 'Giờ sinh hoạt', from: '19:30', to: '07:30' },
            { label: 'Thư điện tử bí thư', from: null, to: 'bithu.p8kp5@mau.example' },
          ],
        },
      ],
    },
    {
      kind: 'specialists',
      outcome: 'added',
      total: 2,
      items: [{ subject: 'CV47', name: 'Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên', fields: [] }],
    },
  ],
  months: [{ month: month('2020-12'), href: '/months/2020-12/calendar' }],
  faultCount: 0,
  faults: [],
  questions: [],
  hasReadings: false,
  csv: null,
  examples: ['Chi bộ 2', 'Chuyên viên 1'],
  scope: 'whole',
  scopeAction: '/imports/i0/check',
  annotatedHref: null,
  warning: [
    { kind: 'branches', count: 175 },
    { kind: 'specialists', count: 2 },
  ],
  commitAction: '/imports/i0/commit',
  recheckAction: null,
  takeBackAction: null,
};
const asking: ImportPage = {
  ...checked,
  questions: [
    {
      name: 'answers[a]',
      sheet: 'Lịch bận',
      place: 'B14',
      header: 'Từ ngày',
      value: '03/12/2062',
      sentence:
        'Cột “Từ ngày” có năm khó tin (B14: 03/12/2062). Nếu xác nhận, các ngày này được nhập như đã ghi. Nếu gõ nhầm năm, hãy sửa trong tệp rồi tải lên lại.',
      kind: 'confirm',
      options: [],
      answer: null,
    },
    {
      name: 'answers[b]',
      sheet: 'Lượt dự trước',
      place: 'C2',
      header: 'Ngày dự',
      value: '02/03/2016',
      sentence: 'Ngày trong cột “Ngày dự” có thể hiểu hai cách: ngày trước hay tháng trước.',
      kind: 'readings',
      options: [],
      answer: null,
    },
    {
      name: 'answers[c]',
      sheet: 'Chi bộ',
      place: null,
      header: null,
      value: null,
      sentence: 'Tệp không còn 175 chi bộ đang dùng. Nếu nhập, các chi bộ này ngừng dùng. Gõ 175 nếu đúng ý.',
      kind: 'typed',
      options: [],
      answer: null,
    },
  ],
  hasReadings: true,
  annotatedHref: '/imports/i0/annotated.xlsx',
  recheckAction: '/imports/i0/check',
};
const list: ImportPage = {
  ...checked,
  fileName: 'danh-sach.csv',
  scope: 'additions',
  scopeAction: null,
  warning: null,
  examples: [],
  questions: [
    {
      name: 'answers[csv.table]',
      sheet: 'Lĩnh vực',
      place: null,
      header: null,
      value: null,
      sentence:
        'Tiêu đề cột của tệp CSV hợp với nhiều trang: “Lĩnh vực”, “Loại chi bộ”. Hãy chọn trang của danh sách này.',
      kind: 'choice',
      options: [
        { value: 'fields', label: 'Lĩnh vực', isChosen: false },
        { value: 'branchTypes', label: 'Loại chi bộ', isChosen: false },
      ],
      answer: null,
    },
  ],
  hasReadings: true,
  recheckAction: '/imports/i0/check',
  csv: {
    action: '/imports/i0/check',
    encoding: 'Windows-1258 (tiếng Việt)',
    separator: 'semicolon',
    table: 'Lĩnh vực',
    rows: 13,
    head: ['Mã', 'Tên', 'Ghi chú'],
    firstRows: [
      ['MT', 'Vệ sinh môi trường, quản lý chất thải, mỹ quan đô thị', ''],
      ['007', 'Trật tự đô thị', 'mới'],
    ],
    names: {
      table: 'answers[csv.table]',
      encoding: 'answers[csv.encoding]',
      separator: 'answers[csv.separator]',
    },
    tables: [
      { value: 'fields', label: 'Lĩnh vực', isChosen: true },
      { value: 'branchTypes', label: 'Loại chi bộ', isChosen: false },
    ],
    encodings: [
      { value: 'windows-1258', label: 'Windows-1258 (tiếng Việt)', isChosen: true },
      { value: 'tcvn3', label: 'phông cũ TCVN3 (ABC)', isChosen: false },
    ],
    separators: [
      { value: 'comma', isChosen: false },
      { value: 'semicolon', isChosen: true },
    ],
  },
};
const refused: ImportPage = {
  ...checked,
  state: 'refused',
  counts: null,
  changes: 0,
  told: [],
  months: [],
  faultCount: 612,
  faults: [
    ['Chi bộ', 'B14', 'Mã chi bộ', 'Q4.P8.5', 'duplicate', { otherRow: 9 }],
    ['Chi bộ', 'D31', 'Mã tổ chức', 'P19', 'reference_unknown', { item: 'P19', target: 'Tổ chức', near: 'P18' }],
    ['Lịch bận', 'C4', 'Từ ngày', '31/02/2020', 'day_impossible', {}],
    ['Chuyên viên', null, 'Thư điện tử', null, 'column_missing', {}],
    ['Chuyên viên', 'F8', 'Số lượt tối đa', '3,5', 'not_whole', {}],
  ].map(([sheet, place, header, value, code, params]) => ({
    sheet: sheet as string,
    place: place as string | null,
    header: header as string | null,
    value: value as string | null,
    sentence: {
      key: `import.fault.${code as string}`,
      params: { sheet, header, value, ...(params as object) },
    } as Sentence,
  })),
  annotatedHref: '/imports/i1/annotated.xlsx',
  scopeAction: null,
  warning: null,
  commitAction: null,
};

const values = {
  setupCode: '',
  name: '',
  code: '',
  superiorName: '',
  boardName: '',
  boardSymbol: '',
  place: '',
  signatoryTitle: '',
  signatoryName: '',
  term: '',
  accountName: '',
  email: '',
};
const setup = {
  step: 'committee',
  action: '/setup',
  committeeId: '0176a000-0000-7000-8000-000000000001',
  asksForCode: false,
  values,
  errors: {},
  wrong: null,
} as const satisfies SetupPage;
const setupMail = {
  step: 'mail',
  action: '/setup/mail',
  to: 'mai.quyen@xomchieu.example',
  isBuiltIn: false,
  outcome: null,
} as const satisfies SetupPage;

const account: AccountPage = {
  name: 'Trần Quốc Dũng',
  email: 'dung.tran@mau.example',
  roles: ['specialist', 'board'],
  locales: ['Tiếng Việt', 'English'].map((label, i) => ({ value: i ? 'en' : 'vi', label, selected: i === 0 })),
  revision: 1,
  hasPassword: true,
  leastPassword: 12,
  errors: {},
  sessions: [
    ['Chrome, Windows', '2020-11-20T01:00:00Z', '2020-11-20T07:00:00Z', null],
    ['Safari, iPhone', '2020-11-12T01:00:00Z', '2020-11-19T09:00:00Z', '/account/sessions/2/end'],
    ['', '2020-11-10T01:00:00Z', '2020-11-18T09:00:00Z', '/account/sessions/3/end'],
  ].map(([device, openedAt, usedAt, endAction]) => ({
    device: device ?? '',
    openedAt: new Date(openedAt ?? ''),
    usedAt: new Date(usedAt ?? ''),
    endAction: endAction ?? null,
  })),
  calendar: {
    url: 'https://giaoban.example.vn/calendar/3d9f0c1b7a6e4f52b8d1c0a97e6f5d43/visits.ics',
    subscribeHref: 'webcal://giaoban.example.vn/calendar/3d9f0c1b7a6e4f52b8d1c0a97e6f5d43/visits.ics',
    renewAction: '/account/calendar',
  },
};

const accounts: AccountsPage = {
  filters: {
    q: '',
    roles: options('Mọi vai trò', ['ban chủ trì', 'lãnh đạo', 'quản trị']),
    sorts: options('Theo vai trò, rồi tên', ['Theo tên']),
    isActive: false,
  },
  total: 3,
  pagination: null,
  deputies: [
    {
      name: 'Phạm Văn Hòa',
      role: 'leader',
      deputy: 'Ngô Mai Quyên',
      from: day('2020-11-18'),
      to: day('2020-11-30'),
      isOn: true,
      endAction: '/accounts/deputies/1/end',
    },
  ],
  deputise: {
    action: '/accounts/deputies',
    holders: options('Hãy chọn', ['Phạm Văn Hòa: lãnh đạo', 'Ngô Mai Quyên: quản trị']),
    people: options('Hãy chọn', ['Trần Quốc Dũng (dung.tran@mau.example)']),
    from: '2020-11-20',
    to: '2020-11-10',
    error: 'Ngày cuối không được trước ngày đầu hay đã qua, và không quá một năm.',
    errors: {},
  },
  people: [
    {
      name: 'Ngô Mai Quyên',
      email: 'mai.quyen@mau.example',
      roles: [
        { role: 'admin', takeAction: null },
        { role: 'board', takeAction: '/accounts/1/roles/board/take' },
      ],
      isDisabled: false,
      openSessions: 2,
      usedAt: new Date('2020-11-20T07:00:00Z'),
      signedInAt: new Date('2020-11-18T01:00:00Z'),
      mail: {
        sentence: { key: 'accounts.mail.sent' },
        at: new Date('2020-11-17T03:00:00Z'),
        isWrong: false,
        reply: null,
      },
      signOutAction: '/accounts/1/sign-out',
      linkAction: '/accounts/1/link',
      disableAction: null,
      enableAction: null,
      address: { action: '/accounts/1/address', typed: 'mai.quyen@mau.example', error: null },
    },
    {
      name: 'Phạm Văn Hòa',
      email: 'hoa.pham@mau.exmple',
      roles: [{ role: 'leader', takeAction: '/accounts/3/roles/leader/take' }],
      isDisabled: true,
      openSessions: 0,
      usedAt: null,
      signedInAt: null,
      mail: {
        sentence: { key: 'accounts.mail.failed' },
        at: new Date('2020-11-17T03:00:00Z'),
        isWrong: true,
        reply: '550 5.1.2 no such domain',
      },
      signOutAction: null,
      linkAction: null,
      disableAction: null,
      enableAction: '/accounts/3/enable',
      address: {
        action: '/accounts/3/address',
        typed: 'hòa.phạm@mau.example',
        error: 'Địa chỉ này không nhận được thư. Có phải là hoa.pham@mau.example?',
      },
    },
    {
      name: 'Trần Quốc Dũng',
      email: 'dung.tran@mau.example',
      roles: [{ role: 'specialist', takeAction: null }],
      isDisabled: false,
      openSessions: 0,
      usedAt: null,
      signedInAt: null,
      mail: null,
      signOutAction: null,
      linkAction: '/accounts/2/link',
      disableAction: '/accounts/2/disable',
      enableAction: null,
      address: null,
    },
  ],
  invite: {
    action: '/accounts',
    name: '',
    email: '',
    roles: ['ban chủ trì', 'lãnh đạo', 'mặt trận', 'quản trị'].map((label, i) => ({
      value: ['board', 'leader', 'front', 'admin'][i] ?? '',
      label,
      selected: i === 1,
    })),
    errors: {},
  },
};

const mailbox: MailboxPage = {
  q: '',
  total: 187,
  mails: meetings.slice(0, 30).map((meeting, i) => ({
    mailId: `k${i}`,
    subject: i % 3 ? 'Phân công dự sinh hoạt chi bộ tháng 12/2020' : 'Nhắc gửi phiếu dự sinh hoạt',
    to: `${meeting.people[0]?.name ?? 'Ban Tổ chức'} <nguoi${i}@mau.example>`,
    sentAt: new Date(Date.UTC(2020, 10, 25, 1, i)),
    attachments: i % 3 ? 3 : 0,
  })),
  previousHref: null,
  nextHref: '/mailbox?before=k30',
};

export const officePages: readonly GalleryPage[] = [
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
  } satisfies MyAbsencesPage),
  galleryPage('my-absences.none', 'specialist', '/my/absences', {
    visitsHref: '/my/visits',
    form: {
      action: '/my/absences',
      specialists: [],
      kinds: [{ value: 'leave', label: 'nghỉ phép', selected: true }],
      parts: [{ value: 'hours', label: 'Theo giờ', selected: true }],
      from: '2020-11-20',
      to: '2020-11-20',
      fromTime: '25:00',
      toTime: '',
      errors: { fromTime: 'Hãy ghi giờ dạng 13:30.' },
      doubts: null,
    },
    absences: [],
  } satisfies MyAbsencesPage),
  galleryPage('holidays.effect', 'board', '/holidays', holidays satisfies HolidaysPage),
  galleryPage('touched-visits.full', 'board', '/touched-visits', touchedVisits satisfies TouchedVisitsPage),
  galleryPage('imports.full', 'board', '/imports', imports satisfies ImportsPage),
  galleryPage('imports.first', 'board', '/imports', {
    ...imports,
    error: 'Chưa chọn tệp. Hãy chọn tệp Excel (.xlsx) đã điền theo mẫu rồi tải lên.',
    history: [],
  } satisfies ImportsPage),
  galleryPage('import.checked', 'board', '/imports/i0', checked satisfies ImportPage),
  galleryPage('import.questions', 'board', '/imports/i0', asking satisfies ImportPage),
  galleryPage('import.list', 'board', '/imports/i0', list satisfies ImportPage),
  galleryPage('import.refused', 'board', '/imports/i1', refused satisfies ImportPage),
  galleryPage('import.committed', 'board', '/imports/i2', {
    ...checked,
    state: 'committed',
    committedAt: new Date('2020-11-20T02:16:00Z'),
    commitAction: null,
    takeBackAction: '/imports/i2/take-back',
  } satisfies ImportPage),
  galleryPage('setup.blank', null, '/setup', setup),
  galleryPage('setup.wrong', null, '/setup', {
    ...setup,
    asksForCode: true,
    values: { ...values, setupCode: 'K7FQ-2MXN', name: 'Đảng ủy phường Xóm Chiếu', code: 'xóm chiếu' },
    errors: {
      setupCode: 'Mã thiết lập chưa đúng. Chép lại mã ở dòng “setupCode” mới nhất trong nhật ký của dịch vụ.',
      code: 'Mã gồm chữ, số và các dấu . - _ /, không có dấu cách, tối đa 40 ký tự. Ví dụ XC.',
      password: 'Mật khẩu cần ít nhất 12 ký tự.',
    },
    wrong: { count: 3, firstHref: '#setupCode' },
  } satisfies SetupPage),
  galleryPage('setup.mail', 'admin', '/setup/mail', setupMail),
  galleryPage('setup.mail-failed', 'admin', '/setup/mail', {
    ...setupMail,
    outcome: {
      kind: 'failed',
      reason: { key: 'setup.trouble.unreachable', params: { server: 'smtp.xomchieu.example:465' } },
      reply: 'ESOCKET: connect ECONNREFUSED 203.0.113.7:465',
      isTriedAgain: true,
    },
  } satisfies SetupPage),
  galleryPage('setup.mail-sent', 'admin', '/setup/mail', {
    ...setupMail,
    outcome: { kind: 'sent' },
  } satisfies SetupPage),
  galleryPage('setup.mail-waiting', 'admin', '/setup/mail', {
    ...setupMail,
    outcome: { kind: 'waiting', lookHref: '/setup/mail?mail=0176a000-0000-7000-8000-000000000002' },
  } satisfies SetupPage),
  galleryPage('setup.mail-built-in', 'admin', '/setup/mail', {
    ...setupMail,
    isBuiltIn: true,
    outcome: { kind: 'sent' },
  } satisfies SetupPage),
  galleryPage('accounts.list', 'admin', '/accounts', accounts satisfies AccountsPage),
  galleryPage('accounts.refused', 'admin', '/accounts', {
    ...accounts,
    invite: {
      ...accounts.invite,
      name: 'Lê Thị Trực',
      email: 'trực@mau.example',
      errors: { email: 'Địa chỉ này không nhận được thư. Có phải là truc@mau.example?' },
    },
  } satisfies AccountsPage),
  galleryPage('account.full', 'specialist', '/account', account satisfies AccountPage),
  galleryPage('account.first', 'specialist', '/account', {
    ...account,
    name: '',
    hasPassword: false,
    errors: {
      name: 'Ghi họ và tên, tối đa 200 ký tự.',
      password: 'Mật khẩu cần ít nhất 12 ký tự và không trùng với tên hay thư điện tử.',
    },
    sessions: account.sessions.slice(0, 1),
    calendar: { url: null, subscribeHref: null, renewAction: '/account/calendar' },
  } satisfies AccountPage),
  galleryPage('mails.none', 'admin', '/mails', {
    delivery: {
      kind: 'done',
      sentence: { key: 'mails.all_taken', params: { total: 44 } },
      hold: null,
      troubles: [],
      more: 0,
      againAction: null,
      month: null,
    },
  } satisfies MailsPage),
  galleryPage('mails.held', 'admin', '/mails', {
    delivery: {
      kind: 'warning',
      sentence: { key: 'mails.some_taken', params: { total: 44, sent: 0, waiting: 44, failed: 0 } },
      hold: {
        since: new Date('2020-11-25T01:12:00Z'),
        until: new Date('2020-11-25T01:22:00Z'),
        reply: 'EMESSAGE 550 5.7.60: 550 5.7.60 not allowed to send as this sender',
      },
      troubles: [
        {
          mailId: 'k1',
          to: 'Đỗ Thu Hà',
          address: 'ha@mau.example',
          subject: 'Lịch dự sinh hoạt chi bộ tháng 12/2020: 4 buổi',
          state: 'queued',
          reason: { key: 'mails.reason.service' },
          reply: 'EMESSAGE 550 5.7.60: 550 5.7.60 not allowed to send as this sender',
          nextAt: new Date('2020-11-25T01:22:00Z'),
          againAction: '/mails/k1/again',
        },
      ],
      more: 0,
      againAction: '/mails/again',
      month: null,
    },
  } satisfies MailsPage),
  galleryPage('mailbox.full', 'board', '/mailbox', mailbox satisfies MailboxPage),
  galleryPage('mailbox.empty', 'board', '/mailbox', {
    ...mailbox,
    total: 0,
    mails: [],
    nextHref: null,
  } satisfies MailboxPage),
  galleryPage('mail.letter', 'board', '/mailbox/k1', {
    subject: 'Phân công dự sinh hoạt chi bộ tháng 12/2020',
    from: 'Giao Ban <giaoban@localhost>',
    to: 'Trần Quốc Dũng <dung.tran@mau.example>',
    sentAt: new Date('2020-11-25T01:12:00Z'),
    text: [
      {
        words: 'Kính gửi đồng chí Trần Quốc Dũng,\n\nTháng 12/2020 đồng chí được phân công dự 3 cuộc sinh hoạt:\n',
        href: null,
      },
      { words: '– Thứ Năm 03/12, 19:30: Chi bộ Khu phố 5, Phường 8\n\nNhận hoặc từ chối tại: ', href: null },
      { words: 'http://localhost:3000/my/visits', href: 'http://localhost:3000/my/visits' },
    ],
    attachments: [{ name: 'phan-cong.ics', type: 'text/calendar', href: '/mailbox/k1/attachments/0' }],
    rawHref: '/mailbox/k1/raw.eml',
  } satisfies MailPage),
];
