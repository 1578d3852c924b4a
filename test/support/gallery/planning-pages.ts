import { visitsAddUp } from '../../../src/pages/month/visits-add-up.ts';
import { type Day, day, month, weekday } from '../../../src/kernel/month.ts';
import type { MeetingPage } from '../../../src/pages/month/meeting.view.ts';
import type { AgendaDay, MonthPage, PersonRow } from '../../../src/pages/month/month.view.ts';
import type { DeliveryView } from '../../../src/pages/mails/delivery.view.ts';
import type { PeoplePage } from '../../../src/pages/month/people.view.ts';
import type { PublishPage } from '../../../src/pages/month/publish.view.ts';
import {
  MONTH_STEPS,
  type MonthProgress,
  type MonthStepKey,
  monthSteps,
} from '../../../src/pages/month/month-progress.ts';
import type { Option } from '../../../src/platform/views/page-context.ts';
import type { Sentence } from '../../../src/platform/i18n/messages.ts';
import type { OutdatedDraft } from '../../../src/pages/month/draft-standing.ts';
import { MONTH, days, departments, meetings, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const NOTICE = {
  pdfHref: '/documents/1/pdf',
  docxHref: '/documents/1/docx',
  pagesPdfHref: '/months/2020-12/duty-pages/pdf',
  pagesDocxHref: '/months/2020-12/duty-pages/docx',
};

export function monthProgress(now: MonthStepKey, waiting: MonthProgress['waiting'] = []): MonthProgress {
  return {
    month: MONTH,
    previousHref: '/months/2020-11',
    nextHref: '/months/2021-01',
    steps: monthSteps(Object.fromEntries(MONTH_STEPS.map((key, at) => [key, at < MONTH_STEPS.indexOf(now)])), {
      calendar: { figure: '181', href: '/months/2020-12?view=days' },
      leave: { figure: '7', href: '/months/2020-12/people' },
      ...(now === 'forms' ? { forms: { figure: '97 / 141', href: '/months/2020-12/forms' } } : {}),
    }),
    addUp:
      now === 'forms'
        ? visitsAddUp({ assigned: 143, declined: 1, standing: 142, made: 97, missed: 1, expected: 141 })
        : null,
    waiting,
    moreWaiting: waiting.length > 1 ? 3 : 0,
  };
}

const kindOf = (d: Day): 'work' | 'weekend' => (weekday(d) > 5 ? 'weekend' : 'work');
const on = (d: Day) => meetings.filter((meeting) => meeting.day === d);
const nobody = {
  elsewhere: 0,
  needs_rest: 0,
  limit_reached: 0,
  full: 0,
  pinned_out: 0,
  department_full: 0,
  same_department: 0,
  kept_apart: 0,
  needs_lead: 0,
  free: 0,
  leave: 0,
  conflict_of_interest: 0,
  rotation_gap: 0,
  too_far: 0,
  department_rule: 0,
  not_listed: 0,
  over: 0,
};
const busy: Sentence = {
  key: 'uncovered.causes',
  params: { ...nobody, elsewhere: 33, limit_reached: 4, leave: 3, conflict_of_interest: 1, rotation_gap: 2 },
};
const others: Sentence = { key: 'uncovered.causes', params: { ...nobody, elsewhere: 30, full: 6, free: 4 } };
const notDue: Sentence = { key: 'uncovered.not_due_since', params: { last: month('2020-10') } };
const outdated: OutdatedDraft = {
  changes: [
    { key: 'draft.change.meetings_moved', params: { count: 1 } },
    { key: 'draft.change.leaves', params: { count: 2 } },
    { key: 'draft.change.policy', params: { count: 1 } },
  ],
  planAction: '/months/2020-12/plan',
};

const rows: readonly PersonRow[] = people.map((person) => ({
  specialistId: person.id,
  name: person.name,
  department: person.department,
  visits: meetings.filter((meeting) => meeting.people.includes(person)).length,
  share: person.target - person.balance / 2,
  isHigh: false,
  max: person.max,
  cells: days.map((d) => ({
    kind: kindOf(d),
    away: person.away.includes(d) ? 'leave' : null,
    isThin: on(d).length === 0,
    meetings: on(d)
      .filter((meeting) => meeting.people.includes(person))
      .map(({ id, short, branch, from, kind }) => ({
        meetingId: id,
        short,
        branch,
        from,
        kind,
        isPinned: id.endsWith('7'),
        state: null,
        isFound: id.endsWith('3'),
        isClash: id.endsWith('5'),
      })),
  })),
}));

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

const departmentOptions: readonly Option[] = [
  ...departments.map((label) => ({ value: label, label, selected: false })),
];
const filters = { q: '', departments: departmentOptions, isActive: false };
const show = (['all', 'uncovered', 'not_due'] as const).map((value) => ({ value, selected: value === 'all' }));

const draft: MonthPage = {
  monthProgress: monthProgress('draft', [
    { sentence: { key: 'waiting.publish' }, href: '/months/2020-12/publish', month: null },
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
  conflicts: [],
  figures: {
    meetings: { part: 141, whole: 143 },
    notDue: 38,
    load: { average: 3.26, least: 2, most: 4, off: 0.75 },
    weakBranches: { part: 17, whole: 17 },
    matchedFields: 15,
    kilometres: 412.4,
    waysUnknown: 3,
    quality: { status: 'optimal', gap: 0, isVerified: true, seconds: 0.384 },
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
  missingListOf: 2020,
  agenda,
  uncoveredCount: 4,
  moreUncovered: meetings
    .slice(4, 6)
    .map(({ id, day: d, from, branch }) => ({ meetingId: id, day: d, from, branch, reason: busy })),
  uncovered: meetings
    .filter((meeting) => meeting.people.length === 0)
    .map((meeting, i) => ({
      meetingId: meeting.id,
      day: meeting.day,
      from: meeting.from,
      branch: meeting.branch,
      reason: i === 0 ? busy : others,
    })),
  notDue: meetings
    .slice(0, 6)
    .map(({ id, day: d, from, branch }) => ({ meetingId: id, day: d, from, branch, reason: notDue })),
  actions: {
    calendarAction: null,
    planAction: '/months/2020-12/plan',
    publishHref: '/months/2020-12/publish',
    notice: null,
  },
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
  warnings: 0,
  days: [],
  actions: { calendarAction: null, planAction: null, publishHref: null, notice: null },
};

const covered: MeetingPage = {
  month: month('2020-12'),
  monthHref: '/months/2020-12',
  meetingId: 'm12',
  branch: 'Chi bộ Khu phố 5, Phường 8',
  organisation: 'Đảng bộ Phường 8',
  day: day('2020-12-03'),
  from: '19:30',
  to: '21:00',
  place: 'Trụ sở Ban điều hành Khu phố 5, 243/19 Hoàng Diệu, Phường 8',
  kind: 'regular',
  wanted: { min: 1, max: 2 },
  isMandatory: true,
  state: 'covered',
  outdated: null,
  grounds: [
    { key: 'ground.last_visit', params: { last: month('2020-05') } },
    { key: 'ground.weak_field', params: { field: 'trật tự xây dựng' } },
  ],
  people: [
    {
      name: 'Trần Quốc Dũng',
      department: 'Ủy ban Kiểm tra',
      state: 'accepted',
      kind: null,
      reason: null,
      isPinned: true,
    },
    {
      name: 'Đỗ Thu Hà',
      department: 'Văn phòng Quận ủy',
      state: 'declined',
      kind: 'duty',
      reason: `Bận ${'ở'.repeat(300)}`,
      isPinned: false,
    },
  ],
  why: [
    {
      name: 'Trần Quốc Dũng',
      candidates: [
        {
          name: 'Trần Quốc Dũng',
          department: 'Ủy ban Kiểm tra',
          isChosen: true,
          reason: { key: 'why.chosen' },
          askHref: null,
        },
        {
          name: 'Đỗ Thu Hà',
          department: 'Văn phòng Quận ủy',
          isChosen: false,
          reason: { key: 'why.unfair', params: { unfair: 2.5, fit: -9 } },
          askHref: '/meetings/m12?ask=s1#ask',
        },
        {
          name: 'Vũ Đình Khôi',
          department: 'Ủy ban Mặt trận Tổ quốc',
          isChosen: false,
          reason: { key: 'why.kept_though_fits', params: { kind: 'elsewhere', fit: 12 } },
          askHref: '/meetings/m12?ask=s2#ask',
        },
        {
          name: 'Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên',
          department: 'Trung tâm Bồi dưỡng chính trị',
          isChosen: false,
          reason: { key: 'why.whole_month' },
          askHref: '/meetings/m12?ask=s3#ask',
        },
      ],
      rows: [
        ...(['expertise', 'rotation', 'travel', 'fit'] as const).map((term, i) => ({
          term,
          values: [9, 40, 12, 25].map((cost) => ({ key: 'why.cost' as const, params: { cost: cost + 3 * i } })),
        })),
        {
          term: 'balance',
          values: [1, -1, 0, 0.5].map((value) => ({ key: 'why.signed' as const, params: { value } })),
        },
        {
          term: 'load',
          values: [3, 4, 1, 3].map((visits) => ({ key: 'why.visits' as const, params: { visits, share: 2.75 } })),
        },
        {
          term: 'fairness',
          values: [
            { key: 'why.none' as const },
            ...[2.5, -0.5, 4].map((value) => ({ key: 'why.signed' as const, params: { value } })),
          ],
        },
      ],
    },
  ],
  uncovered: null,
  ask: {
    action: '/meetings/m12',
    people: people.slice(0, 5).map(({ id, name, department }) => ({
      value: id,
      label: `${name} – ${department}`,
      selected: false,
    })),
    answer: {
      sentence: { key: 'why_not.fairness', params: { name: 'Đỗ Thu Hà', loss: 2 } },
      isChange: true,
      details: [
        {
          key: 'why_not.move',
          params: { name: 'Đỗ Thu Hà', to: 'Chi bộ Khu phố 5, Phường 8', from: 'Chi bộ Khu phố 2, Phường 1' },
        },
        { key: 'why_not.move', params: { name: 'Trần Quốc Dũng', to: '', from: 'Chi bộ Khu phố 5, Phường 8' } },
      ],
      more: 3,
    },
  },
};

const uncovered: MeetingPage = {
  ...covered,
  branch: 'Chi bộ Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên Quận 4',
  organisation: 'Đảng bộ khối Giáo dục và Đào tạo Quận 4',
  kind: 'thematic',
  state: 'uncovered',
  people: [],
  why: [],
  uncovered: {
    reason: busy,
    count: {
      key: 'conflict.meetings_at_once',
      params: { day: day('2020-12-03'), from: '19:30', wanted: 41, branches: 38, people: 33 },
    },
    candidates: meetings
      .filter((meeting) => meeting.day === '2020-12-03' && meeting.people.length > 0)
      .slice(0, 9)
      .map((meeting) => ({
        name: meeting.people[0]?.name ?? '',
        department: meeting.people[0]?.department ?? '',
        doing: { key: 'why.doing.meeting', params: { branch: meeting.branch, from: meeting.from } },
        askHref: '/meetings/m1?ask=s1#ask',
      })),
    moreCandidates: [],
    moveHref: '/months/2020-12/calendar/m1',
  },
};

const loads: PeoplePage = {
  monthProgress: monthProgress('draft'),
  filters,
  sorts: {
    name: { href: '/months/2020-12/people?sort=name&order=up', order: null },
    load: { href: '/months/2020-12/people?sort=load&order=up', order: 'descending' },
    target: { href: '/months/2020-12/people?sort=target&order=down', order: null },
    balance: { href: '/months/2020-12/people?sort=balance&order=down', order: null },
  },
  summary: {
    people: 46,
    isPlanned: true,
    visits: 150,
    average: 3.26,
    least: 2,
    most: 4,
    off: 1.25,
    above: 2,
    below: 1,
    away: 7,
    awayAllMonth: 1,
  },
  outdated: null,
  people: people.map((person, i) => ({
    specialistId: person.id,
    name: person.name,
    department: person.department,
    fields: person.fields,
    visits: meetings.filter((meeting) => meeting.people.includes(person)).length,
    target: person.target,
    share: person.target - person.balance,
    isHigh: i === 3,
    min: 1,
    max: person.max,
    balance: person.balance,
    origin: {
      carriedIn: person.balance - 1,
      months: [{ month: month('2020-11'), visits: 4, share: 3, difference: 1 }],
      today: i === 2 ? person.balance + 0.5 : null,
    },
    away:
      person.away.length > 0
        ? [{ from: person.away[0] as Day, to: person.away.at(-1) as Day, reason: 'leave', hours: null }]
        : [],
    meetings: meetings
      .filter((meeting) => meeting.people.includes(person))
      .map(({ id, day: d, from, branch }) => ({
        meetingId: id,
        day: d,
        from,
        branch,
        state: i % 4 === 0 ? 'accepted' : null,
      })),
  })),
  awayAllMonth: [],
};

const awayAllMonth: PeoplePage['awayAllMonth'] = loads.people.slice(0, 1).map((person) => ({
  ...person,
  visits: 0,
  share: 0,
  target: 0,
  meetings: [],
  away: [{ from: day('2020-09-01'), to: day('2021-02-28'), reason: 'maternity', hours: null }],
}));

const stuckMails: DeliveryView = {
  kind: 'warning',
  sentence: { key: 'mails.some_taken', params: { total: 44, sent: 41, waiting: 1, failed: 2 } },
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
      nextAt: new Date('2020-11-25T01:22:00Z'),
      againAction: '/mails/k2/again?month=2020-12',
    },
  ],
  more: 1,
  againAction: '/mails/again?month=2020-12',
  month: '2020-12',
};

const warnings: PublishPage['warnings'] = [
  {
    kind: 'many_in_evening',
    count: 14,
    items: people.slice(0, 3).map(({ id, name }) => ({
      sentence: { key: 'warnings.many' as const, params: { name, day: day('2020-12-04'), count: 2 } },
      href: `/months/2020-12/people#s-${id}`,
    })),
    more: 11,
  },
  {
    kind: 'long_way',
    count: 1,
    items: [
      {
        sentence: { key: 'warnings.way', params: { name: 'Đỗ Thu Hà', branch: 'Chi bộ Khu phố 3', km: '22' } },
        href: '/meetings/m12',
      },
    ],
    more: 0,
  },
];

export const planningPages: readonly GalleryPage[] = [
  galleryPage('month.draft', 'board', '/months/2020-12', draft satisfies MonthPage),
  galleryPage('month.days', 'board', '/months/2020-12?view=days', { ...draft, view: 'days' } satisfies MonthPage),
  galleryPage('month.outdated', 'board', '/months/2020-12', {
    ...draft,
    outdated,
    notDue: [],
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
    actions: { calendarAction: null, planAction: null, publishHref: null, notice: NOTICE },
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
    actions: { calendarAction: null, planAction: null, publishHref: null, notice: NOTICE },
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
      detail: { key: 'month.solving_phase', params: { tierIndex: 1, tierCount: 4 } },
      startedAt: new Date('2020-11-20T07:04:48Z'),
      streamHref: '/jobs/j1/events',
      cancelHref: '/months/2020-12/plan/cancel',
    },
    actions: { calendarAction: null, planAction: null, publishHref: null, notice: null },
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
  galleryPage('meeting.covered', 'board', '/meetings/m12', covered satisfies MeetingPage),
  galleryPage('meeting.uncovered', 'board', '/meetings/m32', uncovered satisfies MeetingPage),
  galleryPage('people.full', 'board', '/months/2020-12/people', {
    ...loads,
    outdated,
    awayAllMonth,
  } satisfies PeoplePage),
  galleryPage('people.unplanned', 'board', '/months/2020-12/people', {
    ...loads,
    summary: { ...loads.summary, isPlanned: false, visits: 0 },
    people: loads.people.slice(0, 5).map((person) => ({ ...person, visits: null, meetings: [] })),
  } satisfies PeoplePage),
  galleryPage('people.none-found', 'board', '/months/2020-12/people?q=zzz', {
    ...loads,
    filters: { ...filters, q: 'zzz', isActive: true },
    people: [],
  } satisfies PeoplePage),
  galleryPage('people.empty', 'board', '/months/2020-12/people', {
    ...loads,
    summary: { ...loads.summary, people: 0 },
    people: [],
  } satisfies PeoplePage),
  galleryPage('publish.ask', 'board', '/months/2020-12/publish', {
    month: MONTH,
    monthHref: '/months/2020-12',
    dutiesHref: '/months/2020-12/duties',
    action: '/months/2020-12/publish',
    planVersion: '3',
    meetings: { part: 141, whole: 143 },
    people: 46,
    visits: 150,
    mails: 46,
    mailsLeaveHouse: true,
    uncovered: draft.uncovered.map(({ meetingId, branch, day: d }) => ({ meetingId, branch, day: d })),
    outdated: null,
    warnings,
  } satisfies PublishPage),
  galleryPage('publish.outdated', 'board', '/months/2020-12/publish', {
    month: MONTH,
    monthHref: '/months/2020-12',
    dutiesHref: '/months/2020-12/duties',
    action: '/months/2020-12/publish',
    planVersion: '3',
    meetings: { part: 141, whole: 143 },
    people: 46,
    visits: 150,
    mails: 46,
    mailsLeaveHouse: false,
    uncovered: [],
    outdated,
    warnings: [],
  } satisfies PublishPage),
];
