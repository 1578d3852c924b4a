import { day } from '../../../src/kernel/month.ts';
import type { CalendarMeetingPage, CalendarPage } from '../../../src/pages/month/calendar.view.ts';
import { MONTH, days, meetings } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { monthProgress } from './planning-pages.ts';

const calendar: CalendarPage = {
  monthProgress: monthProgress('calendar'),
  figures: {
    meetings: meetings.length,
    branches: meetings.length,
    busiest: { day: day('2020-12-03'), meetings: 48 },
    moved: 20,
    edited: 2,
    cancelled: 1,
  },
  isPublished: false,
  days: days
    .map((on) => ({ day: on, meetings: meetings.filter((meeting) => meeting.day === on) }))
    .filter((each) => each.meetings.length > 0)
    .map((each) => ({
      day: each.day,
      scheduled: 150,
      people: 45,
      isCrowded: each.day.endsWith('04'),
      meetings: each.meetings.map((meeting, i) => ({
        meetingId: meeting.id,
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
        moved: i === 3 ? { from: day('2020-12-05'), because: { key: 'calendar.because.weekend' } } : null,
        editHref: `/months/2020-12/calendar/${meeting.id}`,
      })),
    })),
  holidays: [{ from: day('2020-12-30'), to: day('2020-12-31'), name: 'Nghỉ bù Tết Dương lịch' }],
  worked: [{ day: day('2020-12-19'), name: 'Làm bù ngày 31/12' }],
  missingListOf: 2020,
  holidaysHref: '/holidays?year=2020',
  makeAction: '/months/2020-12/calendar/make',
  clearAction: '/months/2020-12/calendar/clear',
  addHref: '/months/2020-12/calendar/add',
};

const meeting: CalendarMeetingPage = {
  doubts: [],
  confirmed: null,
  month: MONTH,
  calendarHref: '/months/2020-12/calendar',
  branchName: 'Chi bộ Khu phố 5, Phường 8',
  organisation: 'Phường 8',
  isCancelled: false,
  values: { day: '2020-12-03', time: '19:30', minutes: '90', place: '', note: '', revision: '1' },
  branches: [],
  kinds: [],
  errors: {},
  error: null,
  saveAction: '/months/2020-12/calendar/m1',
  cancelAction: '/months/2020-12/calendar/m1/cancel',
  restoreAction: null,
};

export const calendarPages: readonly GalleryPage[] = [
  galleryPage('calendar.full', 'board', '/months/2020-12/calendar', calendar satisfies CalendarPage),
  galleryPage('calendar.published', 'leader', '/months/2020-12/calendar', {
    ...calendar,
    isPublished: true,
    makeAction: null,
    clearAction: null,
    addHref: null,
  } satisfies CalendarPage),
  galleryPage('calendar.empty', 'board', '/months/2020-12/calendar', {
    ...calendar,
    days: [],
    clearAction: null,
  } satisfies CalendarPage),
  galleryPage('calendar-meeting.edit', 'board', '/months/2020-12/calendar/m1', meeting satisfies CalendarMeetingPage),
  galleryPage('calendar-meeting.wrong', 'board', '/months/2020-12/calendar/m1', {
    ...meeting,
    values: { ...meeting.values, day: '', minutes: '5' },
    errors: { day: 'Hãy chọn một ngày có thật, ví dụ 03/12/2020.', minutes: 'Hãy ghi số phút từ 15 đến 600.' },
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
