import type { MonthReview } from '../../../src/pages/month/review-lines.ts';
import type { MonthPage } from '../../../src/pages/month/month.view.ts';
import { monthReview } from '../../../src/pages/month/review-lines.ts';
import type { DecisionLine, PlanReviewPage } from '../../../src/pages/plan-review/plan-review.view.ts';
import { day } from '../../../src/kernel/month.ts';
import { MONTH, days, meetings, people } from './district.ts';
import type { CopyLine, NoticePage } from '../../../src/pages/month/notice.view.ts';
import { composeDocument } from '../../../src/modules/documents/domain/compose-document.ts';
import { dutyNotice } from '../../../src/modules/planning/infra/duty-notice.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { busy, monthProgress, NOTICE, on, others, outdated } from './planning-data.ts';
import { NOBODY_APPROVES, review } from './review-data.ts';

const agenda: MonthPage['agenda'] = days
  .filter((d) => on(d).length > 0)
  .map((d) => ({
    day: d,
    meetings: on(d)
      .filter((meeting) => meeting.people.length > 0)
      .map(({ id, from, to, branch, place, kind, people: those }) => ({
        meetingId: id,
        from,
        to,
        branch,
        place,
        kind,
        people: those.map(({ name, department }) => ({ name, department })),
        state: 'covered' as const,
        reason: null,
      })),
  }));

const decision = (at: number, more: Partial<DecisionLine> = {}): DecisionLine => ({
  kind: 'must',
  name: people[at]?.name ?? '',
  meetingId: meetings[at]?.id ?? '',
  branch: meetings[at]?.branch ?? '',
  day: meetings[at]?.day ?? day('2020-12-03'),
  overrules: [],
  reason: null,
  ...more,
});

const submitted: PlanReviewPage = {
  monthProgress: monthProgress('submitted'),
  review: review('submitted'),
  ownChoices: [{ key: 'travel', number: 60, option: null }],
  outdated: null,
  figures: {
    meetings: { part: 141, whole: 143 },
    notDue: 38,
    load: { average: 3.26, least: 2, most: 4, off: 0.75 },
    weakBranches: { part: 17, whole: 17 },
    matchedFields: 15,
    kilometres: 412.4,
    waysUnknown: 3,
    quality: { status: 'feasible', gap: null, gapOf: null, isVerified: true, changed: 0, seconds: 0 },
  },
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
  isUnchanged: false,
  leftOut: null,
  uncovered: meetings
    .filter((meeting) => meeting.people.length === 0)
    .slice(0, 4)
    .map(({ id, day: d, from, branch }, i) => ({
      meetingId: id,
      day: d,
      from,
      branch,
      reason: i === 0 ? busy : others,
      repairsHref: null,
      recordHref: null,
    })),
  moreUncovered: meetings.slice(4, 6).map(({ id, day: d, from, branch }) => ({
    meetingId: id,
    day: d,
    from,
    branch,
    reason: busy,
    repairsHref: null,
    recordHref: null,
  })),
  warnings: [
    {
      kind: 'long_way',
      title: { key: 'warnings.kind.long_way', params: { km: 15 } },
      count: 1,
      items: [
        {
          sentence: { key: 'warnings.way', params: { name: 'Đỗ Thu Hà', branch: 'Chi bộ Khu phố 3', km: '22' } },
          href: '/meetings/m12',
          decided: [],
        },
      ],
      more: 0,
    },
  ],
  byHand: {
    edits: 7,
    overruled: [
      decision(2, { overrules: ['rotation_gap'], reason: 'Theo dõi việc khắc phục từ tháng trước.' }),
      decision(5, { overrules: ['above_visit_limit', 'too_far'], reason: 'Chỉ đồng chí này phụ trách môi trường.' }),
    ],
    others: [decision(7), decision(9, { kind: 'must_not' })],
  },
  loads: { people: 46, visits: 150, above: 1, below: 2 },
  people: people.map(({ id, name, department, target }, at) => {
    const own = meetings.filter((meeting) => meeting.people.some((person) => person.id === id));
    return {
      specialistId: id,
      name,
      department,
      visits: own.length,
      share: target,
      off: at === 1 ? 'above' : at === 4 ? 'below' : null,
      meetings: own.map(({ id: meetingId, branch, day: d }) => ({ meetingId, branch, day: d })),
    };
  }),
  agenda,
  actions: {
    planId: 'p1',
    revision: 3,
    submit: null,
    withdrawAction: null,
    approveAction: '/months/2020-12/plan/approve',
    sendBackAction: '/months/2020-12/plan/send-back',
    isOwn: false,
    principal: null,
    otherPrincipals: [],
    publishHref: null,
    deskHref: null,
    waitsFor: ['Phạm Văn Hòa', 'Trần Quốc Dũng'],
  },
  error: null,
  typed: { decision: '', submission: '', withdrawal: '' },
  commentErrors: { decision: null, submission: null, withdrawal: null },
};
const someNotice = dutyNotice(
  {
    committee: 'Quận ủy Quận 4',
    superior: 'Thành ủy Thành phố Mẫu',
    board: 'Ban Tổ chức',
    boardSymbol: 'BTCQU',
    place: 'Quận 4',
    term: '2020–2025',
    timeZone: 'Asia/Ho_Chi_Minh',
    signature: { position: 'Trưởng ban', name: 'Phạm Văn Hòa' },
  },
  { kind: 'numbered', number: 5, symbol: 'TB/BTCQU' },
  day('2020-11-25'),
  MONTH,
  {
    leftOut: 2,
    rows: meetings.slice(0, 12).flatMap(({ day: on, from, branch, place, people: those }) =>
      those.map(({ id, name, department }) => ({
        day: on,
        from,
        branch,
        place,
        specialistId: id,
        specialist: name,
        title: 'Chuyên viên',
        department,
      })),
    ),
  },
  { answerWorkdays: 2, formWorkdays: 2 },
);
const nothing = { approveAction: null, sendBackAction: null, waitsFor: [] };
const none: MonthReview = monthReview({ month: MONTH, state: 'draft' }, { rule: NOBODY_APPROVES, reviews: [] });
const page = '/months/2020-12/plan/review';

const copy: CopyLine = {
  href: '/documents/1/signed/2',
  kind: 'pdf',
  megabytes: 2.38,
  at: new Date('2020-11-26T02:10:00Z'),
  by: 'Lê Thị Bích Ngọc',
  onBehalfOf: null,
};
const notice: NoticePage = {
  month: MONTH,
  symbol: '05-TB/BTCQU',
  issuedOn: day('2020-11-25'),
  files: NOTICE,
  copy: null,
  earlier: [],
  upload: { action: '/months/2020-12/notice/signed', seen: 0, megabytes: 15, error: null },
};

export const planReviewPages: readonly GalleryPage[] = [
  galleryPage('notice.unsigned', 'board', '/months/2020-12/notice', notice satisfies NoticePage),
  galleryPage('notice.refused', 'board', '/months/2020-12/notice', {
    ...notice,
    copy,
    earlier: [{ ...copy, href: '/documents/1/signed/1', kind: 'jpeg', onBehalfOf: 'Phạm Văn Hòa' }],
    upload: {
      action: '/months/2020-12/notice/signed',
      seen: 2,
      megabytes: 15,
      error: 'Tệp này không phải PDF, JPEG hay PNG, dù tên tệp là gì.',
    },
  } satisfies NoticePage),
  galleryPage('notice.read', 'leader', '/months/2020-12/notice', {
    ...notice,
    copy,
    upload: null,
  } satisfies NoticePage),
  galleryPage('document.notice', 'leader', '/documents/1/html', {
    document: composeDocument(someNotice),
    pdfHref: '/documents/1/pdf',
    docxHref: '/documents/1/docx',
    signedHref: '/documents/1/signed/2',
  }),
  galleryPage('plan-review.submitted', 'leader', page, submitted satisfies PlanReviewPage),
  galleryPage('plan-review.refused', 'leader', page, {
    ...submitted,
    error: 'Trần Quốc Dũng vừa thay đổi lúc 09:12, 24/11/2020. Hãy xem lại rồi quyết định.',
    typed: { decision: 'Khu phố 2 cần người.', submission: '', withdrawal: '' },
    byHand: { edits: 0, overruled: [], others: [] },
    uncovered: [],
    moreUncovered: [],
    warnings: [],
  } satisfies PlanReviewPage),
  galleryPage('plan-review.outdated', 'leader', page, {
    ...submitted,
    outdated: { ...outdated, planAction: null, reviewHref: page },
    difference: null,
    isUnchanged: true,
    actions: { ...submitted.actions, approveAction: null },
  } satisfies PlanReviewPage),
  galleryPage(
    'plan-review.deputy',
    'leader',
    page,
    {
      ...submitted,
      actions: {
        ...submitted.actions,
        approveAction: null,
        isOwn: true,
        principal: 'Phạm Văn Hòa',
        otherPrincipals: ['Trần Quốc Dũng'],
      },
    } satisfies PlanReviewPage,
    {
      actingFor: [
        { role: 'leader', name: 'Phạm Văn Hòa', choice: 'leader.a1', others: [{ id: 'a2', name: 'Trần Quốc Dũng' }] },
        { role: 'admin', name: 'Ngô Mai Quyên', choice: 'admin.a3', others: [] },
      ],
    },
  ),
  galleryPage('plan-review.own', 'board', page, {
    ...submitted,
    actions: {
      ...submitted.actions,
      approveAction: null,
      isOwn: true,
      withdrawAction: '/months/2020-12/plan/withdraw',
    },
  } satisfies PlanReviewPage),
  galleryPage('plan-review.draft', 'board', page, {
    ...submitted,
    review: review('draft'),
    actions: {
      ...submitted.actions,
      ...nothing,
      submit: { action: '/months/2020-12/plan/submit', approvers: ['Phạm Văn Hòa', 'Trần Quốc Dũng'] },
      deskHref: '/months/2020-12/desk',
    },
  } satisfies PlanReviewPage),
  galleryPage('plan-review.nobody', 'board', page, {
    ...submitted,
    review: review('draft'),
    actions: { ...submitted.actions, ...nothing, submit: { action: '/months/2020-12/plan/submit', approvers: [] } },
  } satisfies PlanReviewPage),
  galleryPage('plan-review.approved', 'board', page, {
    ...submitted,
    review: review('approved'),
    actions: {
      ...submitted.actions,
      ...nothing,
      withdrawAction: '/months/2020-12/plan/withdraw',
      publishHref: '/months/2020-12/publish',
    },
  } satisfies PlanReviewPage),
  galleryPage('plan-review.not-needed', 'leader', page, {
    ...submitted,
    review: none,
    difference: null,
    actions: { ...submitted.actions, ...nothing },
  } satisfies PlanReviewPage),
];
