import { day } from '../../../src/kernel/month.ts';
import { MEETING_KINDS } from '../../../src/kernel/meeting-kind.ts';
import type { EditMeetingsPage } from '../../../src/pages/month/edit-meetings.view.ts';
import type { CalendarChangePage, MoveMeetingsPage } from '../../../src/pages/month/move-meetings.view.ts';
import { MONTH, meetings } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

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

export const movedMeetingsPages: readonly GalleryPage[] = [
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
];
