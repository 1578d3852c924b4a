import { day } from '../../../src/kernel/month.ts';
import { MEETING_KINDS } from '../../../src/kernel/meeting-kind.ts';
import { listAddress, sortHeads } from '../../../src/pages/directory/page-rows.ts';
import { CALENDAR_ORDERS, SHOWN_FLAGS } from '../../../src/pages/month/calendar-query.ts';
import type { CalendarFilePage } from '../../../src/pages/month/calendar-file.view.ts';
import type { CalendarMeetingPage, CalendarPage } from '../../../src/pages/month/calendar.view.ts';
import { MONTH, days, meetings } from './district.ts';
import { contacts, STANDINGS } from './contact-pages.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { monthProgress } from './planning-data.ts';

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
