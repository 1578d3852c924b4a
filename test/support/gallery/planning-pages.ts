import { NOTICE, monthProgress, kindOf, on, busy, others, notDue, outdated, rows, filters } from './planning-data.ts';
import { day, month } from '../../../src/kernel/month.ts';
import type { AgendaDay, LeftOutPart, MonthPage } from '../../../src/pages/month/month.view.ts';
import type { DeliveryView } from '../../../src/pages/mails/delivery.view.ts';
import { days, meetings } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { review } from './review-data.ts';

const AMEND = {
  amendHref: '/months/2020-12/amend',
  replanHref: '/months/2020-12/replan',
  amendmentsHref: '/months/2020-12/amendments',
};

const NO_AMEND = { amendHref: null, replanHref: null, amendmentsHref: null };

const agenda: readonly AgendaDay[] = days
  .filter((d) => on(d).length > 0)
  .map((d) => ({
    day: d,
    meetings: on(d).map((meeting) => ({
      meetingId: meeting.id,
      from: meeting.from,
      to: meeting.to,
      branch: meeting.branch,
      place: meeting.place,
      kind: meeting.kind,
      people: meeting.people.map(({ name, department }) => ({ name, department })),
      state: meeting.people.length > 0 ? ('covered' as const) : ('uncovered' as const),
      reason: meeting.people.length > 0 ? null : busy,
    })),
  }));

const show = (['all', 'uncovered', 'not_due'] as const).map((value) => ({ value, selected: value === 'all' }));

export const draft: MonthPage = {
  monthProgress: monthProgress('draft', [
    { sentence: { key: 'waiting.publish', params: { leftOut: 0 } }, href: '/months/2020-12/publish', month: null },
    {
      sentence: { key: 'waiting.late', params: { forms: 4, people: 3 } },
      href: '/months/2020-11/forms#missing',
      month: month('2020-11'),
    },
  ]),
  state: 'draft',
  changesHref: null,
  published: null,
  delivery: null,
  progress: null,
  proposal: { at: new Date('2020-11-26T03:10:00Z'), href: '/months/2020-12/desk' },
  review: null,
  outdated: null,
  difference: {
    visitsBefore: 149,
    visitsAfter: 150,
    meetings: meetings.slice(0, 3).map(({ id, branch, day: d, people: those }, i) => ({
      meetingId: id,
      branch,
      day: d,
      before: i === 0 ? [] : ['Đỗ Thu Hà'],
      after: i === 1 ? [] : those.map(({ name }) => name),
    })),
  },
  warnings: 3,
  trouble: null,
  ownChoices: [
    { key: 'travel', number: 60, option: null },
    { key: 'tierOrder', number: null, option: 'fit_first' },
    { key: 'perDay', number: null, option: null },
  ],
  conflicts: [],
  figures: {
    meetings: { part: 141, whole: 143 },
    notDue: 38,
    load: { average: 3.26, least: 2, most: 4, off: 0.75 },
    weakBranches: { part: 17, whole: 17 },
    matchedFields: 15,
    kilometres: 412.4,
    waysUnknown: 3,
    quality: { status: 'optimal', gap: 0, gapOf: null, isVerified: true, changed: 0, seconds: 0.384 },
  },
  view: 'people',
  filters: { ...filters, show },
  days: days.map((d) => ({
    day: d,
    isToday: d.endsWith('-09'),
    kind: kindOf(d),
    holiday: null,
    meetings: on(d).length,
    uncovered: on(d).filter((meeting) => meeting.people.length === 0).length,
  })),
  people: rows,
  totals: days.map((d) => on(d).length),
  leftOut: [
    { name: 'Chi bộ Khu phố 9, Phường 8', href: '/branches/b9' },
    { name: 'Ngô Thị Thử', href: '/specialists/s9' },
  ],
  missingListOf: 2020,
  agenda,
  uncoveredCount: 4,
  moreUncovered: meetings.slice(4, 6).map(({ id, day: d, from, branch }) => ({
    meetingId: id,
    day: d,
    from,
    branch,
    reason: busy,
    repairsHref: null,
    recordHref: null,
  })),
  uncovered: meetings
    .filter((meeting) => meeting.people.length === 0)
    .map((meeting, i) => ({
      meetingId: meeting.id,
      day: meeting.day,
      from: meeting.from,
      branch: meeting.branch,
      reason: i === 0 ? busy : others,
      repairsHref: null,
      recordHref: null,
    })),
  notDue: meetings.slice(0, 6).map(({ id, day: d, from, branch }) => ({
    meetingId: id,
    day: d,
    from,
    branch,
    reason: notDue,
    repairsHref: null,
    recordHref: null,
  })),
  over: meetings.slice(0, 2).map(({ id, day: d, from, branch }) => ({
    meetingId: id,
    day: d,
    from,
    branch,
    reason: { key: 'uncovered.left_out', params: { names: 'Đỗ Thu Hà', isVisited: false } },
    repairsHref: null,
    recordHref: '/months/2020-12/outside?meeting=m1',
  })),
  leftOutDuties: null,
  actions: {
    outsideHref: null,
    calendarAction: null,
    planAction: '/months/2020-12/plan',
    deskHref: '/months/2020-12/desk',
    submitHref: null,
    variantsHref: '/months/2020-12/variants',
    publishHref: '/months/2020-12/publish',
    ...NO_AMEND,
    exportHref: '/months/2020-12/export',
    notice: null,
  },
};

/** What is not sent any more. */
export const leftOut: LeftOutPart = {
  title: { key: 'left_out.draft', params: { visits: 2, meetings: 2 } },
  meetings: meetings.slice(0, 2).map(({ id, day: d, from, branch }) => ({
    meetingId: id,
    day: d,
    from,
    branch,
    planned: ['Đỗ Thu Hà'],
  })),
};

/** Without a plan all cells are empty, so a few rows are enough. */
const unplanned: MonthPage = {
  ...draft,
  difference: null,
  figures: null,
  uncovered: [],
  moreUncovered: [],
  uncoveredCount: 0,
  notDue: [],
  over: [],
  warnings: 0,
  agenda: agenda.slice(-4),
  people: rows.slice(0, 12).map((row) => ({
    ...row,
    visits: 0,
    cells: row.cells.map((cell) => ({ ...cell, meetings: [] })),
  })),
};

const empty: MonthPage = {
  ...draft,
  monthProgress: monthProgress('calendar'),
  state: 'empty',
  difference: null,
  figures: null,
  people: [],
  agenda: [],
  uncovered: [],
  moreUncovered: [],
  uncoveredCount: 0,
  notDue: [],
  over: [],
  warnings: 0,
  days: [],
  actions: {
    outsideHref: null,
    calendarAction: null,
    planAction: null,
    deskHref: null,
    submitHref: null,
    variantsHref: null,
    publishHref: null,
    ...NO_AMEND,
    exportHref: null,
    notice: null,
  },
};

const stuckMails: DeliveryView = {
  kind: 'warning',
  sentence: {
    key: 'mails.some_taken',
    params: { total: 44, sent: 41, waiting: 1, failed: 2, replaced: 0, cameBack: 0 },
  },
  hold: null,
  troubles: [
    {
      mailId: 'k1',
      to: 'Đỗ Thu Hà',
      address: 'thuha.do.van-phong-dang-uy-phuong@mau.example',
      subject: 'Lịch dự sinh hoạt chi bộ tháng 12/2020: 4 buổi',
      state: 'failed',
      reason: { key: 'mails.reason.recipient' },
      reply: 'EENVELOPE 550 5.1.1: 550 5.1.1 <…>: Recipient address rejected: User unknown in local recipient table',
      reportedAt: null,
      nextAt: null,
      againAction: '/mails/k1/again?month=2020-12',
    },
    {
      mailId: 'k2',
      to: 'Trần Quốc Bảo',
      address: 'bao@mau.example',
      subject: 'Lịch dự sinh hoạt chi bộ tháng 12/2020: 3 buổi',
      state: 'queued',
      reason: { key: 'mails.reason.postponed' },
      reply: 'EENVELOPE 451 4.7.1: 451 4.7.1 greylisted',
      reportedAt: null,
      nextAt: new Date('2020-11-25T01:22:00Z'),
      againAction: '/mails/k2/again?month=2020-12',
    },
  ],
  more: 1,
  again: { action: '/mails/again?month=2020-12', count: 3 },
  month: '2020-12',
};

export const planningPages: readonly GalleryPage[] = [
  galleryPage('month.draft', 'board', '/months/2020-12', draft satisfies MonthPage),
  galleryPage('month.submitted', 'leader', '/months/2020-12', {
    ...draft,
    monthProgress: monthProgress('submitted', [
      {
        sentence: { key: 'waiting.approve', params: { by: 'Lê Thị Bích Ngọc' } },
        href: '/months/2020-12/plan/review',
        month: null,
      },
    ]),
    review: review('submitted'),
    difference: null,
    agenda: agenda.slice(-4),
    people: rows.slice(0, 12),
    actions: { ...draft.actions, planAction: null, deskHref: null, publishHref: null },
  } satisfies MonthPage),
  galleryPage('month.sent-back', 'board', '/months/2020-12', {
    ...draft,
    monthProgress: monthProgress('submitted'),
    review: review('draft'),
    difference: null,
    agenda: agenda.slice(-4),
    people: rows.slice(0, 12),
    actions: { ...draft.actions, submitHref: '/months/2020-12/plan/review', publishHref: null },
  } satisfies MonthPage),
  galleryPage('month.days', 'board', '/months/2020-12?view=days', { ...draft, view: 'days' } satisfies MonthPage),
  galleryPage('month.outdated', 'board', '/months/2020-12', {
    ...draft,
    outdated,
    notDue: [],
    over: [],
    warnings: 0,
    agenda: [],
    people: rows.slice(0, 5),
    filters: { ...filters, show, q: 'zzz', isActive: true },
    actions: { ...draft.actions, publishHref: null },
  } satisfies MonthPage),
  galleryPage('month.mailed', 'board', '/months/2020-12', {
    ...draft,
    monthProgress: monthProgress('visits', []),
    state: 'published',
    difference: null,
    published: { at: new Date('2020-11-25T01:12:00Z'), by: 'Lê Thị Bích Ngọc', onBehalfOf: null },
    delivery: stuckMails,
    uncovered: draft.uncovered.map((one) => ({
      ...one,
      repairsHref: `/months/2020-12/repairs?meeting=${one.meetingId}`,
    })),
    actions: {
      outsideHref: null,
      calendarAction: null,
      planAction: null,
      deskHref: null,
      submitHref: null,
      variantsHref: null,
      publishHref: null,
      ...AMEND,
      exportHref: '/months/2020-12/export',
      notice: NOTICE,
    },
  } satisfies MonthPage),
  galleryPage('month.published', 'leader', '/months/2020-12', {
    ...draft,
    monthProgress: monthProgress('visits', [
      {
        sentence: {
          key: 'waiting.declined',
          params: { name: 'Đỗ Thu Hà', branch: 'Chi bộ Khu phố 3', reason: 'ấ'.repeat(120) },
        },
        href: '/meetings/m12',
        month: null,
      },
    ]),
    state: 'published',
    difference: null,
    published: { at: new Date('2020-11-25T01:12:00Z'), by: 'Lê Thị Bích Ngọc', onBehalfOf: 'Trần Văn Ban' },
    uncovered: [],
    moreUncovered: [],
    uncoveredCount: 0,
    actions: {
      outsideHref: null,
      calendarAction: null,
      planAction: null,
      deskHref: null,
      submitHref: null,
      variantsHref: null,
      publishHref: null,
      ...AMEND,
      exportHref: '/months/2020-12/export',
      notice: NOTICE,
    },
  } satisfies MonthPage),
  galleryPage('month.failed', 'board', '/months/2020-12', {
    ...unplanned,
    trouble: { key: 'month.solve_failed' },
  } satisfies MonthPage),
  galleryPage('month.solving', 'board', '/months/2020-12', {
    ...unplanned,
    state: 'solving',
    progress: {
      label: { key: 'month.solving' },
      share: 0.62,
      detail: {
        key: 'month.solving_gap',
        params: { tierIndex: 1, tierCount: 4, seconds: 12, incumbent: 1840, bound: 1795, gap: 0.024 },
      },
      startedAt: new Date('2020-11-20T07:04:48Z'),
      streamHref: '/jobs/j1/events',
      cancel: { href: '/months/2020-12/plan/j1/stop', label: { key: 'month.stop_with_plan' } },
    },
    actions: {
      outsideHref: null,
      calendarAction: null,
      planAction: null,
      deskHref: null,
      submitHref: null,
      variantsHref: null,
      publishHref: null,
      ...NO_AMEND,
      exportHref: null,
      notice: null,
    },
  } satisfies MonthPage),
  galleryPage('month.infeasible', 'board', '/months/2020-12', {
    ...unplanned,
    state: 'infeasible',
    conflicts: [
      {
        key: 'conflict.meetings_at_once',
        params: { day: day('2020-12-03'), from: '19:30', wanted: 41, branches: 38, people: 33 },
      },
      { key: 'conflict.many.unavailable', params: { count: 9, total: 0 } },
      {
        key: 'conflict.pin_must',
        params: { name: 'Hồ Thanh Phong', branch: 'Chi bộ Trường Mầm non Hoa Mai', limit: 0 },
      },
      { key: 'conflict.may_be_smaller' },
    ],
    actions: { ...draft.actions, publishHref: null },
  } satisfies MonthPage),
  galleryPage('month.unplanned', 'board', '/months/2020-12', {
    ...unplanned,
    monthProgress: monthProgress('draft'),
    state: 'empty',
    actions: { ...draft.actions, publishHref: null },
  } satisfies MonthPage),
  galleryPage('month.no-meetings', 'board', '/months/2020-12', empty satisfies MonthPage),
];
