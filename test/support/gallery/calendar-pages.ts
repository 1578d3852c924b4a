import { day } from '../../../src/kernel/month.ts';
import { MEETING_KINDS } from '../../../src/kernel/meeting-kind.ts';
import { listAddress, sortHeads } from '../../../src/pages/directory/page-rows.ts';
import { CALENDAR_ORDERS, SHOWN_FLAGS } from '../../../src/pages/month/calendar-query.ts';
import type { EditMeetingsPage } from '../../../src/pages/month/edit-meetings.view.ts';
import type { CalendarChangePage, MoveMeetingsPage } from '../../../src/pages/month/move-meetings.view.ts';
import type { MeetingDatePage } from '../../../src/pages/meeting-date/meeting-date.view.ts';
import type { CalendarFilePage } from '../../../src/pages/month/calendar-file.view.ts';
import type { ContactRow, ContactsPage, ContactStanding } from '../../../src/pages/month/contacts.view.ts';
import type { CalendarMeetingPage, CalendarPage } from '../../../src/pages/month/calendar.view.ts';
import { MONTH, days, meetings } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { monthProgress } from './planning-data.ts';

const STANDINGS = [
  'confirmed',
  'unanswered',
  'moved',
  'wished',
  'kept',
  'outdated',
  'unreachable',
  'unasked',
] as const satisfies readonly ContactStanding[];

const contactRows = meetings.slice(0, STANDINGS.length).map((meeting, i): ContactRow => ({
  meetingId: meeting.id,
  branch: meeting.branch,
  branchHref: '/branches/b1',
  day: meeting.day,
  time: meeting.from,
  standing: STANDINGS[i] ?? 'unasked',
  secretary: i === 1 ? null : 'Nguyễn Văn Mẫu',
  email: i === 6 ? null : `bi.thu.${i}@mau.example`,
  at: i > 5 ? null : new Date('2020-11-22T09:30:00Z'),
  word: i === 2 ? 'Khu phố mượn được hội trường tối thứ Ba.' : '',
}));

const contacts: ContactsPage = {
  month: MONTH,
  calendarHref: '/months/2020-12/calendar',
  isPublished: false,
  error: null,
  figures: { confirmed: 92, moved: 4, wished: 2, unanswered: 144, unasked: 3, unreachable: 5 },
  ask: { action: '/months/2020-12/calendar/contacts/ask', seen: 1, branches: 147, mayMove: true },
  wishes: [0, 1].map((i) => ({
    meetingId: `w${i}`,
    branch: meetings[i]?.branch ?? '',
    secretary: 'Nguyễn Văn Mẫu',
    at: new Date('2020-11-23T01:00:00Z'),
    from: { day: day('2020-12-03'), time: '19:30', place: 'Văn phòng khu phố' },
    to: { day: day('2020-12-06'), time: '08:00', place: i === 0 ? '' : 'Trường Tiểu học mẫu' },
    word: 'Ngày 3 khu phố có việc.',
    doubts: i === 0 ? [{ key: 'calendar.doubt.weekend', params: { day: day('2020-12-06') } }] : [],
    error: i === 0 ? 'Lê Thị Bích Ngọc đã quyết định lúc 10:12.' : null,
    decideAction: `/months/2020-12/calendar/contacts/w${i}`,
    seen: 2,
  })),
  lists: [
    { list: 'unanswered', count: 144, href: '?list=unanswered' },
    { list: 'unasked', count: 3, href: '?list=unasked' },
    { list: 'unreachable', count: 5, href: '?list=unreachable' },
    { list: 'answered', count: 96, href: '?list=answered' },
  ],
  list: 'unanswered',
  rows: contactRows.filter(({ standing }) => ['unanswered', 'outdated'].includes(standing)),
  pagination: { from: 1, to: 50, total: 144, previousHref: null, nextHref: '?list=unanswered&page=2' },
};

const asked: MeetingDatePage = {
  meeting: {
    committee: 'Quận ủy Quận 4',
    branch: 'Chi bộ Khu phố 5, Phường 8',
    secretary: 'Nguyễn Văn Mẫu',
    month: MONTH,
    day: day('2020-12-03'),
    from: '19:30',
    to: '21:00',
    kind: 'regular',
    place: 'Văn phòng khu phố 5',
  },
  state: 'open',
  contact: { name: 'Lê Thị Bích Ngọc', address: 'ban@mau.example' },
  answer: null,
  form: {
    confirmAction: '/meeting-date/c/t/confirm',
    wishAction: '/meeting-date/c/t/wish',
    seen: '2020-12-03T12:30:00.000Z',
    movesNow: false,
    values: { day: '2020-12-03', time: '19:30', place: 'Văn phòng khu phố 5', word: '' },
    errors: {},
    isOpen: false,
  },
};

const calendar: CalendarPage = {
  monthProgress: monthProgress('calendar'),
  figures: {
    meetings: meetings.length,
    branches: meetings.length,
    busiest: {
      day: day('2020-12-03'),
      meetings: 148,
      href: '/months/2020-12/calendar?day=2020-12-03',
      moveHref: '/months/2020-12/calendar/move?day=2020-12-03',
    },
    isOnOneDay: true,
    moved: 20,
    edited: 2,
    cancelled: 1,
  },
  isPublished: false,
  filters: {
    q: '',
    organisations: [{ value: 'Phường 8', label: 'Phường 8', selected: false }],
    days: days.map((value) => ({ value, meetings: 5, isChosen: false })),
    kinds: MEETING_KINDS.map((value) => ({ value, selected: false })),
    show: SHOWN_FLAGS.map((value) => ({ value, selected: false })),
    sort: '',
    isActive: false,
    clearHref: '/months/2020-12/calendar',
  },
  total: meetings.length,
  shown: meetings.length,
  sorted: [],
  heads: sortHeads(listAddress('/months/2020-12/calendar', {}, ['sort']), CALENDAR_ORDERS, ['notes']),
  days: days
    .map((on) => ({ day: on, meetings: meetings.filter((meeting) => meeting.day === on) }))
    .filter((each) => each.meetings.length > 0)
    .map((each) => ({
      day: each.day,
      scheduled: 150,
      people: 45,
      isCrowded: each.day.endsWith('04'),
      moveHref: each.day.endsWith('04') ? '/months/2020-12/calendar/move?day=2020-12-04' : null,
      meetings: each.meetings.map((meeting, i) => ({
        meetingId: meeting.id,
        day: null,
        from: meeting.from,
        to: meeting.to,
        branch: meeting.branch,
        short: meeting.short,
        organisation: meeting.organisation,
        place: meeting.place,
        note: i === 2 ? 'Dời theo đề nghị của chi bộ, đã báo Đảng ủy phường' : '',
        kind: meeting.kind,
        isCancelled: i === 5,
        isEdited: i === 2 || i === 5,
        isAdded: i === 4,
        isSaved: i === 2,
        flags: i === 4 ? ['second'] : [],
        moved: i === 3 ? { from: day('2020-12-05'), because: { key: 'calendar.because.weekend' } } : null,
        editHref: `/months/2020-12/calendar/${meeting.id}`,
        standing: STANDINGS[i % STANDINGS.length] ?? null,
      })),
    })),
  contacts: { href: '/months/2020-12/calendar/contacts', hasAsked: true, ...contacts.figures },
  fileHref: '/months/2020-12/calendar/file',
  availabilityHref: '/months/2020-12/availability',
  holidays: [{ from: day('2020-12-30'), to: day('2020-12-31'), name: 'Nghỉ bù Tết Dương lịch' }],
  worked: [{ day: day('2020-12-19'), name: 'Làm bù ngày 31/12' }],
  missingListOf: 2020,
  holidaysHref: '/holidays?year=2020',
  makeAction: '/months/2020-12/calendar/make',
  clearAction: '/months/2020-12/calendar/clear',
  addHref: '/months/2020-12/calendar/add',
  moveHref: '/months/2020-12/calendar/move',
  editManyHref: '/months/2020-12/calendar/edit',
  changes: [
    {
      what: { key: 'calendar.change.moved', params: { count: 105, branch: '' } },
      madeAt: new Date('2020-11-24T03:12:00Z'),
      madeBy: 'Trần Minh Khoa',
      madeFor: 'Lê Thị Bích Ngọc',
      takenBackAt: null,
      href: '/months/2020-12/calendar/changes/c1',
      takeBackAction: '/months/2020-12/calendar/changes/c1/take-back',
    },
    {
      what: { key: 'calendar.change.cleared', params: { count: 188, branch: '' } },
      madeAt: new Date('2020-11-23T03:12:00Z'),
      madeBy: null,
      madeFor: null,
      takenBackAt: new Date('2020-11-23T03:14:00Z'),
      href: null,
      takeBackAction: null,
    },
  ],
};

const meeting: CalendarMeetingPage = {
  doubts: [],
  confirmed: null,
  month: MONTH,
  calendarHref: '/months/2020-12/calendar',
  branchName: 'Chi bộ Khu phố 5, Phường 8',
  organisation: 'Phường 8',
  published: null,
  isCancelled: false,
  values: { day: '2020-12-03', time: '19:30', minutes: '90', place: '', note: '', revision: '1' },
  branches: [],
  kinds: MEETING_KINDS.map((value, i) => ({
    value,
    label: ['thường kỳ', 'chuyên đề', 'kết hợp'][i] ?? '',
    selected: value === 'regular',
  })),
  errors: {},
  error: null,
  saveAction: '/months/2020-12/calendar/m1',
  cancelAction: '/months/2020-12/calendar/m1/cancel',
  restoreAction: null,
  removeAction: null,
};

const moving: MoveMeetingsPage = {
  month: MONTH,
  calendarHref: '/months/2020-12/calendar',
  action: '/months/2020-12/calendar/move?day=2020-12-04',
  values: { mode: 'spread', toDay: '', from: '2020-12-04', to: '2020-12-11', most: '' },
  errors: {},
  error: null,
  days: [
    {
      day: day('2020-12-04'),
      scheduled: 150,
      people: 45,
      isCrowded: true,
      meetings: meetings.slice(0, 12).map(({ id, from, branch, organisation }, i) => ({
        value: `${id}/1`,
        isChosen: i < 9,
        from,
        branch,
        organisation,
      })),
    },
  ],
  count: 12,
  preview: null,
};

const previewed: MoveMeetingsPage = {
  ...moving,
  preview: {
    moves: meetings.slice(0, 4).map(({ id, from, branch, organisation }, i) => ({
      value: `${id}/1`,
      field: `to-${id}`,
      branch,
      organisation,
      from: day('2020-12-04'),
      hour: from,
      to: i === 3 ? '2020-12-05' : '2020-12-07',
      doubts: i === 3 ? [{ key: 'calendar.doubt.weekend', params: { day: day('2020-12-05') } }] : [],
    })),
    left: [{ branch: 'Chi bộ Quận đoàn', day: day('2020-12-04') }],
    staying: 45,
    days: [
      { day: day('2020-12-04'), before: 150, after: 46, people: 45, isCrowded: true },
      { day: day('2020-12-07'), before: 4, after: 43, people: 44, isCrowded: false },
    ],
    confirmed: 'x',
    hasDraft: true,
  },
};

const editing: EditMeetingsPage = {
  month: MONTH,
  calendarHref: moving.calendarHref,
  action: '/months/2020-12/calendar/edit?day=2020-12-04',
  values: { kind: '', time: '18:30', minutes: '', where: 'other', place: '' },
  kinds: ['Giữ nguyên', 'thường kỳ', 'chuyên đề', 'kết hợp'].map((label, i) => ({
    value: ['', ...MEETING_KINDS][i] ?? '',
    label,
    selected: i === 0,
  })),
  places: ['Giữ nguyên', 'Nơi thường lệ', 'Nơi khác'].map((label, i) => ({
    value: ['', 'usual', 'other'][i] ?? '',
    label,
    selected: i === 2,
  })),
  errors: {},
  error: null,
  days: moving.days,
  count: moving.count,
  preview: null,
};

const moved: CalendarChangePage = {
  month: MONTH,
  title: { key: 'calendar.change.moved', params: { count: 3, branch: '' } },
  calendarHref: '/months/2020-12/calendar',
  madeAt: new Date('2020-11-24T03:12:00Z'),
  madeBy: 'Trần Minh Khoa',
  madeFor: 'Lê Thị Bích Ngọc',
  takenBackAt: null,
  moves: meetings.slice(0, 3).map(({ branch, from }, i) => ({
    branch,
    from: day('2020-12-04'),
    to: day('2020-12-07'),
    wasAt: from,
    hour: from,
    isMoved: true,
    differences: i === 2 ? [{ key: 'difference.place', params: { to: 'Trường Tiểu học mẫu' } }] : [],
    secretary: i === 1 ? null : 'Nguyễn Thị Hồng Hạnh',
    email: i === 0 ? 'bi-thu@mau.example' : null,
  })),
  text: 'Kính gửi đồng chí Nguyễn Thị Hồng Hạnh, Bí thư Chi bộ Khu phố 5: buổi sinh hoạt chi bộ thứ Sáu 04/12/2020 chuyển sang 19:30 thứ Hai 07/12/2020.',
  rows: 4,
  takeBackAction: '/months/2020-12/calendar/changes/c1/take-back',
  toldAt: null,
  tell: { action: '/months/2020-12/calendar/changes/c1/tell', count: 1, without: 2 },
};

export const calendarPages: readonly GalleryPage[] = [
  galleryPage('calendar.full', 'board', '/months/2020-12/calendar', calendar satisfies CalendarPage),
  galleryPage('calendar.published', 'leader', '/months/2020-12/calendar', {
    ...calendar,
    isPublished: true,
    moveHref: null,
    editManyHref: null,
    changes: [],
    makeAction: null,
    clearAction: null,
    addHref: null,
  } satisfies CalendarPage),
  galleryPage('calendar.empty', 'board', '/months/2020-12/calendar', {
    ...calendar,
    days: [],
    total: 0,
    shown: 0,
    moveHref: null,
    editManyHref: null,
    clearAction: null,
  } satisfies CalendarPage),
  galleryPage('calendar.none-found', 'board', '/months/2020-12/calendar?q=x', {
    ...calendar,
    days: [],
    shown: 0,
    filters: { ...calendar.filters, q: 'x', isActive: true },
  } satisfies CalendarPage),
  galleryPage('calendar-file.wrong', 'board', '/months/2020-12/calendar/file', {
    month: MONTH,
    calendarHref: '/months/2020-12/calendar',
    downloadHref: '/months/2020-12/calendar/file/calendar.xlsx',
    action: '/months/2020-12/calendar/file',
    error: 'Tệp này không phải tệp Excel.',
    faults: [
      { row: 4, column: 'Giờ', value: 'tối', sentence: 'Hãy ghi giờ, ví dụ 19:30.' },
      { row: null, column: 'Ngày họp', value: '', sentence: 'Thiếu cột này.' },
    ],
    faultCount: 2,
  } satisfies CalendarFilePage),
  galleryPage('calendar-file.closed', 'board', '/months/2020-12/calendar/file', {
    month: MONTH,
    calendarHref: '/months/2020-12/calendar',
    downloadHref: '/months/2020-12/calendar/file/calendar.xlsx',
    action: null,
    error: null,
    faults: [],
    faultCount: 0,
  } satisfies CalendarFilePage),
  galleryPage('contacts.asked', 'board', '/months/2020-12/calendar/contacts', contacts satisfies ContactsPage),
  galleryPage('contacts.read', 'leader', '/months/2020-12/calendar/contacts', {
    ...contacts,
    isPublished: true,
    ask: null,
    list: 'unreachable',
    rows: contactRows.filter(({ standing }) => standing === 'unreachable'),
    pagination: null,
    wishes: contacts.wishes.map((wish) => ({ ...wish, decideAction: null, error: null })),
  } satisfies ContactsPage),
  galleryPage('contacts.none', 'board', '/months/2020-12/calendar/contacts', {
    ...contacts,
    figures: { confirmed: 0, moved: 0, wished: 0, unanswered: 0, unasked: 0, unreachable: 0 },
    ask: null,
    wishes: [],
    lists: [],
    list: null,
    rows: [],
    pagination: null,
  } satisfies ContactsPage),
  galleryPage('meeting-date.open', null, '/meeting-date/c/t', asked satisfies MeetingDatePage),
  galleryPage('meeting-date.wrong', null, '/meeting-date/c/t', {
    ...asked,
    form: asked.form && {
      ...asked.form,
      movesNow: true,
      isOpen: true,
      errors: { day: 'Ngày 24/12/2020 là ngày nghỉ (Nghỉ riêng). Hãy chọn ngày khác.' },
    },
  } satisfies MeetingDatePage),
  galleryPage('meeting-date.answered', null, '/meeting-date/c/t', {
    ...asked,
    state: 'answered',
    form: null,
    answer: {
      kind: 'declined',
      at: '10:12, 22/11/2020',
      day: day('2020-12-08'),
      from: '18:00',
      place: 'Trường Tiểu học mẫu',
      word: 'Ngày 3 khu phố có việc.',
      reason: 'Hôm đó Đảng ủy phường họp.',
    },
  } satisfies MeetingDatePage),
  galleryPage('meeting-date.cancelled', null, '/meeting-date/c/t', {
    ...asked,
    state: 'cancelled',
    form: null,
  } satisfies MeetingDatePage),
  galleryPage('meeting-date.over', null, '/meeting-date/c/t', {
    ...asked,
    state: 'over',
    form: null,
  } satisfies MeetingDatePage),
  galleryPage('meeting-date.unknown', null, '/meeting-date/c/t', {
    meeting: null,
    state: 'unknown',
    contact: null,
    answer: null,
    form: null,
  } satisfies MeetingDatePage),
  galleryPage('move-meetings.choose', 'board', '/months/2020-12/calendar/move', moving satisfies MoveMeetingsPage),
  galleryPage('move-meetings.preview', 'board', '/months/2020-12/calendar/move', previewed satisfies MoveMeetingsPage),
  galleryPage('edit-meetings.wrong', 'board', '/months/2020-12/calendar/edit', {
    ...editing,
    errors: { place: 'Hãy ghi nơi họp.' },
  } satisfies EditMeetingsPage),
  galleryPage('edit-meetings.preview', 'board', '/months/2020-12/calendar/edit', {
    ...editing,
    values: { ...editing.values, kind: 'combined', place: 'Trường Tiểu học mẫu' },
    preview: {
      edits: meetings.slice(0, 4).map(({ from, branch, organisation }, i) => ({
        branch,
        organisation,
        day: day('2020-12-04'),
        hour: from,
        changes: [
          { key: 'difference.hour', params: { from, to: '18:30' } },
          { key: 'difference.kind', params: { from: 'regular', to: 'combined' } },
          { key: 'difference.place', params: { to: 'Trường Tiểu học mẫu' } },
        ],
        doubts: i === 3 ? [{ key: 'calendar.doubt.second', params: { day: day('2020-12-15') } }] : [],
      })),
      staying: 2,
      confirmed: 'x',
      hasDraft: true,
    },
  } satisfies EditMeetingsPage),
  galleryPage(
    'calendar-change.moved',
    'board',
    '/months/2020-12/calendar/changes/c1',
    moved satisfies CalendarChangePage,
  ),
  galleryPage('calendar-change.taken-back', 'board', '/months/2020-12/calendar/changes/c1', {
    ...moved,
    takenBackAt: new Date('2020-11-24T04:12:00Z'),
    takeBackAction: null,
    toldAt: new Date('2020-11-24T04:15:00Z'),
    tell: null,
  } satisfies CalendarChangePage),
  galleryPage('calendar-meeting.added', 'board', '/months/2020-12/calendar/m1', {
    ...meeting,
    removeAction: '/months/2020-12/calendar/m1/remove',
  } satisfies CalendarMeetingPage),
  galleryPage('calendar-meeting.edit', 'board', '/months/2020-12/calendar/m1', meeting satisfies CalendarMeetingPage),
  galleryPage('calendar-meeting.wrong', 'board', '/months/2020-12/calendar/m1', {
    ...meeting,
    values: { ...meeting.values, day: '', minutes: '5' },
    errors: { day: 'Hãy chọn một ngày có thật, ví dụ 03/12/2020.', minutes: 'Hãy ghi số phút từ 15 đến 600.' },
  } satisfies CalendarMeetingPage),
  galleryPage('calendar-meeting.published', 'board', '/months/2020-12/calendar/m1', {
    ...meeting,
    published: { going: ['Trần Quốc Dũng', 'Đỗ Thu Hà'], branchMail: 'chibo.kp1@mau.example', isOver: true },
    doubts: [
      { key: 'calendar.doubt.away', params: { name: 'Đỗ Thu Hà' } },
      {
        key: 'calendar.doubt.collision',
        params: { name: 'Trần Quốc Dũng', branch: 'Chi bộ Khu phố 2, Phường 1', time: '19:00' },
      },
      { key: 'calendar.doubt.past', params: { day: day('2020-12-03'), count: 2 } },
    ],
    confirmed: '2020-12-03 19:30',
  } satisfies CalendarMeetingPage),
  galleryPage('calendar-meeting.published-cancelled', 'board', '/months/2020-12/calendar/m1', {
    ...meeting,
    published: { going: [], branchMail: null, isOver: false },
    isCancelled: true,
    cancelAction: null,
    restoreAction: '/months/2020-12/calendar/m1/restore',
  } satisfies CalendarMeetingPage),
  galleryPage('calendar-meeting.cancelled', 'board', '/months/2020-12/calendar/m1', {
    ...meeting,
    isCancelled: true,
    cancelAction: null,
    restoreAction: '/months/2020-12/calendar/m1/restore',
  } satisfies CalendarMeetingPage),
  galleryPage('calendar-meeting.new', 'board', '/months/2020-12/calendar/add', {
    ...meeting,
    branchName: null,
    organisation: null,
    branches: [{ value: 'b1', label: 'Chi bộ Khu phố 5, Phường 8 (Phường 8)', selected: true }],
    kinds: ['thường kỳ', 'chuyên đề', 'kết hợp'].map((label, i) => ({ value: label, label, selected: i === 0 })),
    cancelAction: null,
  } satisfies CalendarMeetingPage),
];
