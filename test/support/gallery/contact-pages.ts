import { day } from '../../../src/kernel/month.ts';
import type { MeetingDatePage } from '../../../src/pages/meeting-date/meeting-date.view.ts';
import type { ContactRow, ContactsPage, ContactStanding } from '../../../src/pages/month/contacts.view.ts';
import { MONTH, meetings } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

export const STANDINGS = [
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

export const contacts: ContactsPage = {
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

export const contactPages: readonly GalleryPage[] = [
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
];
