import { newId } from '../../../src/kernel/id.ts';
import { day, month } from '../../../src/kernel/month.ts';
import { firstAnswers, visitForm } from '../../../src/modules/evaluations/domain/form.ts';
import type { VisitContext } from '../../../src/modules/evaluations/domain/form-model.ts';
import { rubric42Hd } from '../../../src/modules/evaluations/domain/rubrics/rubric-42-hd.ts';
import { score } from '../../../src/modules/evaluations/domain/score.ts';
import { asHtmlPost, someAnswers } from '../../fixtures/some-answers.ts';
import { type FormFrame, buildFormPage } from '../../../src/pages/forms/build-form-page.ts';
import type { FormPage, ReceiptPage } from '../../../src/pages/forms/form.view.ts';
import { markChanges } from '../../../src/pages/forms/mark-changes.ts';
import { remarkRows } from '../../../src/pages/forms/remark-rows.ts';
import { showAnswers } from '../../../src/pages/forms/show-answers.ts';
import { showScore } from '../../../src/modules/evaluations/domain/show-score.ts';
import { decided, undecided } from './rating-data.ts';
import type { CorrectionPage } from '../../../src/pages/forms/correction.view.ts';
import type { SubmissionPage } from '../../../src/pages/forms/submission.view.ts';
import type { MyVisitsPage, VisitCard } from '../../../src/pages/visits/my-visits.view.ts';
import { ownBalance } from '../../../src/pages/visits/own-balance.ts';
import type { VisitPage } from '../../../src/pages/visits/visit.view.ts';
import type { Catalogues } from '../../../src/platform/i18n/messages.ts';
import { meetings, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const FIELDS = [
  ['building', 'Xây dựng Đảng', 'Party building'],
  ['order', 'Trật tự đô thị', 'Urban order'],
  ['environment', 'Môi trường', 'Environment'],
  ['security', 'An ninh trật tự', 'Security'],
] as const;

const context: VisitContext = {
  month: month('2020-12'),
  today: day('2020-12-04'),
  fields: FIELDS.map(([code, vi, en]) => ({ code, name: { vi, en } })),
  directives: [
    { id: newId<'Directive'>(), text: 'Niêm yết lịch trực xử lý rác đầu hẻm 122' },
    { id: newId<'Directive'>(), text: 'Phân công đảng viên phụ trách hộ cho hai tổ dân phố mới sáp nhập' },
  ],
  planned: { kind: 'regular', day: day('2020-12-03'), startsAt: '19:30', place: 'Trụ sở Ban điều hành Khu phố 5' },
  lastCounts: { membersTotal: 47, membersTemporary: 3, exempted: 5, onSpecialDuty: 0 },
};
const form = visitForm(rubric42Hd, context);
const answers = someAnswers({
  present: 36,
  absentExcused: 6,
  speakers: 16,
  directives: context.directives.map(({ id }, i) => ({
    directiveId: id,
    state: i ? 'in_progress' : 'done',
    note: null,
  })),
  selfScores: {
    duration: 5,
    attendance: 5,
    preparation: 10,
    conduct: 24.5,
    chairing: 9,
    principles: 5,
    targets: 30,
    closing: 5,
  },
  recommendations: 'Đề nghị Đảng ủy phường hỗ trợ khu phố bố trí điểm tập kết rác.\nSớm trả lời về đèn hẻm 48.',
});
const result = score(rubric42Hd, answers);

const frame: FormFrame = {
  visitId: 'v1',
  account: 'a1',
  action: '/my/visits/v1/form',
  backHref: '/my/visits',
  branch: 'Chi bộ Khu phố 5, Phường 8',
  day: day('2020-12-03'),
  from: '19:30',
  kind: 'regular',
  submissionId: newId<'Submission'>(),
  basedOn: 0,
  revision: 3,
  savedAt: new Date('2020-12-03T13:14:00Z'),
  problem: null,
  closed: null,
  returned: null,
  withdrawnAt: null,
  newer: null,
  lost: [],
};

const nothing: VisitCard['may'] = {
  accept: false,
  refuse: null,
  sayNotHeld: false,
  takeBack: false,
  nameStandIn: false,
  prepare: false,
};

const card = (i: number, more: Partial<VisitCard> = {}): VisitCard => {
  const meeting = meetings[i] as (typeof meetings)[number];
  return {
    visitId: `v${i}`,
    outside: null,
    branch: meeting.branch,
    organisation: meeting.organisation,
    day: meeting.day,
    from: meeting.from,
    to: meeting.to,
    place: meeting.place,
    kind: meeting.kind,
    state: 'offered',
    off: null,
    standsInFor: null,
    standIn: null,
    may: { accept: true, refuse: 'before', sayNotHeld: true, takeBack: false, nameStandIn: true, prepare: true },
    revision: 1,
    companions: [],
    takenBy: null,
    form: null,
    dueOn: null,
    daysLate: 0,
    declineError: null,
    declineReason: '',
    declineKind: null,
    declineAsked: null,
    ...more,
  };
};

const visits: MyVisitsPage = {
  month: month('2020-12'),
  account: 'a1',
  keep: '/my/visits',
  previousHref: '/my/visits?month=2020-11',
  nextHref: null,
  calendarHref: '/calendar/abc.ics',
  noticeHref: '/my/notices/n1/html',
  dutyPage: { pdfHref: '/my/duty-pages/2020-12/pdf', docxHref: '/my/duty-pages/2020-12/docx' },
  acceptAllAction: '/my/visits/accept-all',
  waiting: [
    { sentence: { key: 'waiting.own_swaps', params: { count: 1 } }, href: '/my/swaps/s1', month: null },
    {
      sentence: { key: 'waiting.availability', params: { until: day('2020-12-22') } },
      href: '/my/absences',
      month: month('2021-01'),
    },
  ],
  today: [card(20, { state: 'accepted', may: { ...nothing, refuse: 'after', sayNotHeld: true }, form: 'missing' })],
  toAnswer: [card(30), card(44, { companions: ['Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên', 'Lê Thị Nga'] })],
  toWrite: [
    card(3, {
      state: 'accepted',
      may: { ...nothing, refuse: 'after', sayNotHeld: true },
      form: 'missing',
      dueOn: day('2020-12-03'),
      daysLate: 11,
    }),
    card(4, { state: 'done', may: nothing, form: 'returned', dueOn: day('2020-12-15') }),
  ],
  ahead: [
    card(90, { state: 'accepted', may: { ...nothing, refuse: 'before', sayNotHeld: true, prepare: true } }),
    card(95, { state: 'accepted', may: nothing, standsInFor: 'Trần Văn Dũng' }),
  ],
  past: [
    card(1, { state: 'done', may: nothing, form: 'accepted' }),
    card(2, { state: 'done', may: nothing, form: 'submitted', standIn: 'Lê Thị Nga' }),
  ],
  balance: ownBalance(month('2020-12'), {
    carriedIn: 25,
    months: [
      { month: month('2020-11'), visits: 4, share: 325 },
      { month: month('2020-12'), visits: 3, share: 350 },
    ],
    total: 50,
  }),
  off: [
    card(100, { state: 'declined', may: { ...nothing, takeBack: true }, off: { kind: 'family', reason: 'Con ốm' } }),
    card(101, {
      state: 'cancelled',
      may: { ...nothing, takeBack: true },
      off: { kind: null, reason: 'Chi bộ hoãn họp' },
    }),
  ],
};

const brief: VisitPage = {
  visit: card(44, { state: 'accepted', companions: ['Lê Thị Nga'] }),
  swapHref: '/my/visits/v44/swap',
  swap: null,
  calendarHref: '/my/visits/v44/visit.ics',
  blankFormHref: '/my/visits/v44/blank-form',
  contact: { name: 'Bí thư Nguyễn Văn Mẫu', phone: '028 0000 0000' },
  lastVisit: { month: month('2020-05'), by: 'Phạm Thị Bích (Ban Dân vận)', rating: 'Khá', total: '84,5' },
  earlier: [
    { month: month('2019-12'), by: 'Lê Thị Nga (Ban Tổ chức)', rating: null, total: '78' },
    { month: month('2019-07'), by: 'Trần Văn Dũng (Văn phòng)', rating: null, total: null },
  ],
  findings: [
    { kind: 'shortcoming', text: 'Còn rác đầu hẻm 122, chưa có lịch trực.', field: 'Môi trường' },
    { kind: 'strength', text: 'Chi ủy chuẩn bị kỹ, bám sát nghị quyết tháng.', field: null },
    { kind: 'reflection', text: 'Đèn hẻm 48 hỏng nhiều tháng.', field: 'Trật tự đô thị' },
  ],
  standIns: people
    .slice(0, 6)
    .map(({ id, name, department }) => ({ value: id, label: `${name} (${department})`, selected: false })),
  weakFields: [
    { field: 'Trật tự đô thị', ground: { key: 'brief.ground.times', params: { times: 3, months: 12 } } },
    { field: 'Môi trường', ground: { key: 'brief.ground.times', params: { times: 1, months: 12 } } },
  ],
  theme: 'Quý IV/2020: xây dựng khu phố sạch, không xả rác ra đường và kênh rạch.',
  figures: [
    { label: { key: 'brief.members' }, value: '47' },
    { label: { key: 'brief.attendance' }, value: '85,7% (36/42)' },
  ],
};

/** The content of a form before anything is written. */
export const untouched = firstAnswers(context, form);

/** The page of a form with these answers, built as the service does. */
export function formWith(
  raw: unknown,
  catalogues: Catalogues,
  more: Partial<FormFrame> = {},
  stage: 'draft' | 'refused' = 'draft',
): FormPage {
  const request = { form, rubric: rubric42Hd, context, locale: 'vi', catalogue: catalogues.vi } as const;
  return buildFormPage({ ...frame, ...more }, { ...request, raw, stage });
}

/** Texts of forms and faults are in the reader's language, so these pages depend on it. */
export function visitPages(catalogues: Catalogues): readonly GalleryPage[] {
  const locale = 'vi';
  const request = { form, rubric: rubric42Hd, context, locale, catalogue: catalogues[locale] } as const;
  const fresh = buildFormPage({ ...frame, savedAt: null, revision: 0 }, { ...request, raw: untouched, stage: 'draft' });
  const draft = buildFormPage(frame, { ...request, raw: asHtmlPost({ ...answers, targetsMet: null }), stage: 'draft' });
  const remarked = buildFormPage(frame, {
    ...request,
    raw: asHtmlPost(answers),
    remarks: { '/speakers': 'Lớn hơn số có mặt; xem lại biên bản.' },
    stage: 'draft',
  });
  const refused = buildFormPage(frame, {
    ...request,
    raw: {
      ...asHtmlPost(answers),
      speakers: '38',
      endedAt: '',
      present: '60',
      'shortcomings[0][text]': '',
      notice: '',
    },
    stage: 'refused',
  });
  const marked = markChanges(
    showAnswers(answers, form, context.directives, locale),
    showAnswers({ ...answers, speakers: 38 }, form, context.directives, locale),
  );
  const review: SubmissionPage = {
    reader: 'board',
    backHref: '/months/2020-12/forms',
    branch: frame.branch,
    organisation: 'Đảng bộ Phường 8',
    day: frame.day,
    kind: 'regular',
    specialist: 'Trần Quốc Dũng',
    department: 'Ủy ban Kiểm tra',
    state: 'submitted',
    version: 2,
    beside: [
      { specialist: 'Nguyễn Thị Hạnh', isSent: true, href: '/submissions/f2' },
      { specialist: 'Đỗ Thu Hà', isSent: false, href: null },
    ],
    reference: 'KTRM-BXHD',
    copyHref: '/submissions/f1/copy',
    versions: [
      {
        version: 2,
        receivedAt: new Date('2020-12-05T02:30:00Z'),
        state: 'submitted',
        comments: null,
        reply: null,
        href: null,
      },
      {
        version: 1,
        receivedAt: new Date('2020-12-03T14:21:00Z'),
        state: 'returned',
        comments: 'Số phát biểu lớn hơn số có mặt. Hãy kiểm tra lại.',
        reply: null,
        href: '/submissions/f1?version=1',
      },
    ],
    answers: remarkRows(marked, {
      said: {},
      asked: { version: 1, remarks: { '/speakers': 'Lớn hơn số có mặt; xem lại biên bản.' } },
      typed: { '/opinions': 'Số ý kiến có đúng không?' },
    }),
    score: showScore(result, rubric42Hd, locale),
    rating: null,
    review: null,
    actions: {
      acceptAction: '/submissions/f1/accept',
      returnAction: '/submissions/f1/return',
      correctHref: '/submissions/f1/correction',
      revision: 1,
      keeps: '/submissions/f1',
      comments: '',
      error: null,
    },
    reopening: null,
    withdrawing: null,
    withdrawal: null,
    reply: 'Đã sửa số phát biểu theo biên bản; các số khác giữ nguyên.',
    refused: null,
    signs: [
      { key: 'forms.sign.self_gap' },
      { key: 'forms.sign.same_words', params: { branch: 'Chi bộ Khu phố 6', specialist: 'Trần Quốc Dũng' } },
    ],
    correction: null,
    isOwn: false,
    nextHref: '/submissions/f2',
    previousHref: '/submissions/f9',
    left: 4,
    before: {
      version: 1,
      comments: 'Số phát biểu lớn hơn số có mặt. Hãy kiểm tra lại.',
      remarks: 1,
      score: '92,78',
      isUnchanged: false,
    },
  };
  return [
    galleryPage('my-visits.full', 'specialist', '/my/visits', visits satisfies MyVisitsPage),
    galleryPage('my-visits.decline-wrong', 'specialist', '/my/visits', {
      ...visits,
      toAnswer: [
        card(30, {
          declineError: 'Ghi lý do để Ban Tổ chức tìm người thay.',
          declineReason: 'Bận',
          declineAsked: 'refuse',
        }),
      ],
      toWrite: [],
    } satisfies MyVisitsPage),
    galleryPage('my-visits.empty', 'specialist', '/my/visits', {
      ...visits,
      calendarHref: null,
      noticeHref: null,
      dutyPage: null,
      waiting: [],
      toAnswer: [],
      toWrite: [],
      ahead: [],
      past: [],
    } satisfies MyVisitsPage),
    galleryPage('visit.full', 'specialist', '/my/visits/v44', brief satisfies VisitPage),
    galleryPage('visit.first', 'specialist', '/my/visits/v44', {
      ...brief,
      contact: null,
      lastVisit: null,
      earlier: [],
      findings: [],
      standIns: [],
      weakFields: [],
      theme: null,
      figures: [],
    } satisfies VisitPage),
    galleryPage('form.fresh', 'specialist', '/my/visits/v1/form', fresh satisfies FormPage),
    galleryPage('form.draft', 'specialist', '/my/visits/v1/form', draft satisfies FormPage),
    galleryPage('form.refused', 'specialist', '/my/visits/v1/form', refused satisfies FormPage),
    galleryPage('form.closed', 'specialist', '/my/visits/v1/form', {
      ...draft,
      closed: { state: 'declined', href: '/my/visits/v1' },
    } satisfies FormPage),
    galleryPage('form.stale', 'specialist', '/my/visits/v1/form', {
      ...draft,
      problem:
        'Mục này vừa được sửa ở nơi khác. Chưa có gì bị ghi đè, những gì bạn đã nhập vẫn còn. Hãy xem bản mới rồi làm tiếp.',
    } satisfies FormPage),
    galleryPage('form.returned', 'specialist', '/my/visits/v1/form', {
      ...remarked,
      returned: {
        comments: 'Số phát biểu lớn hơn số có mặt. Hãy kiểm tra lại.',
        remarks: 1,
        by: 'Lê Thị Bích Ngọc',
        onBehalfOf: null,
        at: new Date('2020-12-04T02:10:00Z'),
        reply: '',
        error: null,
      },
    } satisfies FormPage),
    galleryPage('form.unchanged', 'specialist', '/my/visits/v1/form', {
      ...remarked,
      errors: [
        {
          label: 'Trả lời người duyệt',
          sentence:
            'Phiếu chưa khác bản 1 đã bị trả lại. Sửa chỗ được nêu; nếu không có gì phải sửa, viết trả lời cho người duyệt rồi gửi.',
          href: '#reply',
        },
      ],
      returned: {
        comments: 'Số phát biểu lớn hơn số có mặt. Hãy kiểm tra lại.',
        remarks: 1,
        by: 'Lê Thị Bích Ngọc',
        onBehalfOf: null,
        at: new Date('2020-12-04T02:10:00Z'),
        reply: '',
        error:
          'Phiếu chưa khác bản 1 đã bị trả lại. Sửa chỗ được nêu; nếu không có gì phải sửa, viết trả lời cho người duyệt rồi gửi.',
      },
    } satisfies FormPage),
    galleryPage('form.withdrawn', 'specialist', '/my/visits/v1/form', {
      ...draft,
      withdrawnAt: new Date('2020-12-04T02:10:00Z'),
    } satisfies FormPage),
    galleryPage('form.carried', 'specialist', '/my/visits/v1/form', {
      ...draft,
      newer: { title: 'Phiếu có câu hỏi chuyên đề của quý', action: '/my/visits/v1/form/template' },
      lost: [
        { name: 'lost[0]', label: 'Số hộ đã ký cam kết', text: '120' },
        { name: 'lost[1]', label: 'Từng hẻm', text: 'Hẻm: Hẻm 48 · Số thùng: 3\nHẻm: Hẻm 122' },
      ],
    } satisfies FormPage),
    galleryPage('receipt.stored', 'specialist', '/my/visits/v1/form', {
      branch: frame.branch,
      day: frame.day,
      outcome: 'stored',
      version: 1,
      receivedAt: new Date('2020-12-03T14:21:00Z'),
      reference: 'KTRM-BXHD',
      formHref: '/submissions/f1',
      score: showScore(result, rubric42Hd, locale),
      next: {
        sentence: { key: 'receipt.next', params: { branch: 'Chi bộ Trường Mầm non 12' } },
        href: '/my/visits/v4/form',
      },
    } satisfies ReceiptPage),
    galleryPage('submission.waiting', 'board', '/submissions/f1', review satisfies SubmissionPage),
    galleryPage('submission.own', 'specialist', '/submissions/f1', {
      ...review,
      reader: 'observer',
      backHref: '/my/visits',
      version: 1,
      versions: review.versions.slice(0, 1).map((each) => ({ ...each, version: 1 })),
      before: null,
      reply: null,
      actions: null,
      nextHref: null,
      previousHref: null,
      withdrawing: {
        action: '/submissions/f1/withdraw',
        revision: 1,
        reason: '',
        error: 'Ghi lý do rút lại phiếu; lý do được giữ cùng bản đã gửi.',
      },
    } satisfies SubmissionPage),
    galleryPage('submission.withdrawn', 'board', '/submissions/f1', {
      ...review,
      state: 'withdrawn',
      withdrawal: { at: new Date('2020-12-05T03:00:00Z'), reason: 'Ghi nhầm số đảng viên có mặt.' },
      actions: null,
    } satisfies SubmissionPage),
    galleryPage('submission.returned', 'board', '/submissions/f1', {
      ...review,
      answers: remarkRows(marked, { said: { '/present': 'Ghi nhầm?' }, asked: null, typed: null }),
      state: 'returned',
      review: {
        by: 'Lê Thị Bích Ngọc',
        onBehalfOf: null,
        at: new Date('2020-12-05T03:00:00Z'),
        comments: 'Ghi rõ số chỉ tiêu đã đạt.',
        wasAcceptedAt: null,
      },
      actions: null,
      nextHref: null,
    } satisfies SubmissionPage),
    galleryPage('submission.accepted', 'board', '/submissions/f1', {
      ...review,
      state: 'accepted',
      review: {
        by: 'Lê Thị Bích Ngọc',
        onBehalfOf: null,
        at: new Date('2020-12-05T03:00:00Z'),
        comments: null,
        wasAcceptedAt: null,
      },
      actions: null,
      rating: undecided,
      reopening: { action: '/submissions/f1/reopen', revision: 2, reason: '', error: null },
    } satisfies SubmissionPage),
    galleryPage('submission.corrected', 'board', '/submissions/f1', {
      ...review,
      correction: { by: 'Lê Thị Bích Ngọc', version: 1, reason: 'Ghi nhầm 38 người phát biểu; biên bản ghi 28.' },
      reply: null,
    } satisfies SubmissionPage),
    galleryPage('correction.refused', 'board', '/submissions/f1', {
      backHref: '/submissions/f1',
      branch: frame.branch,
      day: frame.day,
      specialist: 'Trần Quốc Dũng',
      action: '/submissions/f1/correction',
      revision: 1,
      correctionId: 'c1',
      sections: refused.sections,
      reason: '',
      reasonError: 'Ghi rõ cần sửa gì, chung cho cả phiếu hoặc tại câu hỏi, trước khi trả lại hoặc mở lại phiếu.',
      problem: 'Phiếu có 2 chỗ cần sửa.',
      errors: refused.errors,
    } satisfies CorrectionPage),
    galleryPage('submission.rated', 'board', '/submissions/f1', {
      ...review,
      state: 'accepted',
      actions: null,
      rating: decided,
    } satisfies SubmissionPage),
    galleryPage('submission.reopened', 'board', '/submissions/f1', {
      ...review,
      state: 'returned',
      review: {
        by: 'Lê Thị Bích Ngọc',
        onBehalfOf: null,
        at: new Date('2020-12-09T03:00:00Z'),
        comments: 'Số có mặt ghi nhầm, xem lại biên bản.',
        wasAcceptedAt: new Date('2020-12-05T03:00:00Z'),
      },
      actions: null,
    } satisfies SubmissionPage),
    galleryPage('submission.no-reason', 'board', '/submissions/f1', {
      ...review,
      actions: {
        ...(review.actions as NonNullable<SubmissionPage['actions']>),
        error: 'Ghi rõ cần sửa gì trước khi trả lại phiếu.',
      },
    } satisfies SubmissionPage),
  ];
}
