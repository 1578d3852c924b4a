import { day, month } from '../../../src/kernel/month.ts';
import { type RubricDraft, SAMPLE_RUBRICS } from '../../../src/modules/evaluations/index.ts';
import { buildRubricEditPage } from '../../../src/pages/rubrics/build-rubric-edit-page.ts';
import { buildRubricPage } from '../../../src/pages/rubrics/build-rubric-page.ts';
import { buildRubricTrialPage } from '../../../src/pages/rubrics/build-rubric-trial-page.ts';
import { buildRubricsPage } from '../../../src/pages/rubrics/build-rubrics-page.ts';
import { readEdit } from '../../../src/pages/rubrics/read-edit.ts';
import type { RubricReader } from '../../../src/pages/rubrics/rubric-words.ts';
import { sampleMeeting } from '../../../src/pages/rubrics/sample-meeting.ts';
import type { Catalogues } from '../../../src/platform/i18n/messages.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const AT = new Date('2026-11-20T02:30:00Z');

/** Rubrics: the list, one in full, a draft with a wrong place, one of its parts, and what it would change. */
export function rubricPages({ vi: catalogue }: Catalogues): readonly GalleryPage[] {
  const reader: RubricReader = {
    catalogue,
    locale: 'vi',
    branchTypes: new Map([
      ['KP', 'Khu phố'],
      ['CQ', 'Cơ quan, đơn vị sự nghiệp'],
    ]),
  };
  const [standard, fiveGroups, twoSheets, gated] = SAMPLE_RUBRICS;
  if (!standard || !fiveGroups || !twoSheets || !gated) throw new Error('the samples are gone');
  const base = '/rubrics/drafts/d1';
  const targets = '/sheets/0/groups/6/criteria/0';
  const wrong = readEdit(gated, 'group-0-6', {
    '/sheets/0/groups/6/title/vi': 'Kết quả thực hiện nghị quyết',
    [`${targets}/title/vi`]: 'Chỉ tiêu, nhiệm vụ đạt được',
    [`${targets}/maximum`]: '30',
    [`${targets}/scoring/indicator`]: 'targets',
    [`${targets}/scoring/bands/0/low/bound`]: 'from',
    [`${targets}/scoring/bands/0/low/value`]: '90%',
    [`${targets}/scoring/bands/0/points`]: '30',
    [`${targets}/scoring/bands/0/text/vi`]: 'Từ 90% trở lên',
    [`${targets}/scoring/bands/1/high/bound`]: 'below',
    [`${targets}/scoring/bands/1/high/value`]: '80%',
    [`${targets}/scoring/bands/1/points`]: '20',
    [`${targets}/scoring/bands/1/text/vi`]: 'Dưới 80%',
    ...Object.fromEntries([2, 3, 4, 5].map((n) => [`${targets}/scoring/bands/${n}/remove`, '1'])),
  });
  const draft: RubricDraft = {
    id: 'd1' as RubricDraft['id'],
    rubric: { ...wrong, branchTypes: ['KP'] },
    basedOn: 'gated/0',
    revision: 3,
    madeAt: AT,
    madeBy: null,
    savedAt: AT,
  };
  const published = [
    { rubric: standard, state: 'in_force', origin: 'service', publishedAt: null, publishedBy: null, forms: 183 },
    {
      rubric: { ...twoSheets, version: 2, effectiveFrom: day('2027-01-01'), branchTypes: ['CQ'] },
      state: 'coming',
      origin: 'board',
      publishedAt: AT,
      publishedBy: 'Lê Thị Bích Ngọc',
      forms: 0,
    },
    { rubric: fiveGroups, state: 'replaced', origin: 'board', publishedAt: AT, publishedBy: null, forms: 412 },
  ] as const;
  const take = { action: '/rubrics', id: 'd2', error: null, faults: [] };
  const frame: Parameters<typeof buildRubricPage>[1] = {
    kind: 'draft',
    state: null,
    version: null,
    from: null,
    publishedAt: null,
    publishedBy: null,
    forms: 0,
    savedAt: AT,
    basedOn: { title: 'Khung 100 điểm, loại Tốt có điều kiện kèm theo', href: '/rubrics/samples/gated' },
    exportHref: `${base}/file`,
    copy: null,
    takeBack: null,
    draft: {
      seen: 3,
      deleteAction: `${base}/delete`,
      publish: {
        action: `${base}/publication`,
        firstOpen: month('2026-12'),
        error: null,
        months: [{ value: '2026-12', label: '12/2026', selected: true }],
      },
    },
    tryHref: `${base}/trial`,
    trail: [{ at: AT, by: 'Lê Thị Bích Ngọc', action: 'rubric.edited' }],
  };
  const inForce = { ...frame, kind: 'published', state: 'in_force', version: 2, from: day('2026-01-01') } as const;
  const read = { ...inForce, forms: 183, savedAt: null, basedOn: null, draft: null, tryHref: null } as const;
  const form = {
    kind: 'regular',
    branchType: 'KP',
    answers: {} as never,
    submissionId: 's1' as never,
    branch: 'Chi bộ Khu phố 3, Phường 8',
    heldOn: day('2026-11-03'),
    rating: 'good',
    total: 9_100 as never,
    maximum: 10_000 as never,
  } as const;
  const tried = {
    ...{ scored: 183, otherPoints: 21, unanswered: 2, notMeant: 40, older: 0 },
    changed: [
      { form, rating: 'fair', total: 8_850 as never, maximum: 10_000 as never },
      { form: { ...form, rating: 'average' }, rating: 'fair', total: 7_050 as never, maximum: 10_000 as never },
    ],
    before: { good: 120, fair: 50, average: 12, poor: 1 },
    after: { good: 119, fair: 52, average: 11, poor: 1 },
    span: { from: day('2025-12-01'), to: day('2026-11-05') },
  } as const;
  const editPage = (rubric: typeof gated, part: string, error: string | null = null) => {
    const page = buildRubricEditPage(rubric, { draftId: 'd1', part, seen: 3, error }, sampleMeeting(rubric), reader);
    if (!page) throw new Error(`no part ${part}`);
    return page;
  };
  const readTitle = { action: '/rubrics/42-hd/2/copy', id: 'd3' };
  return [
    galleryPage('rubrics.several', 'board', '/rubrics', buildRubricsPage({ published, drafts: [draft] }, take, reader)),
    galleryPage(
      'rubrics.refused',
      'board',
      '/rubrics',
      buildRubricsPage(
        { published: published.slice(0, 1), drafts: [] },
        {
          ...take,
          error: 'Tệp chưa đúng cấu trúc của một khung. Sửa các chỗ sau rồi lấy lại.',
          faults: [{ place: '/sheets', sentence: 'Còn thiếu mục này.', href: null }],
        },
        reader,
      ),
    ),
    galleryPage('rubrics.read', 'leader', '/rubrics', buildRubricsPage({ published, drafts: [] }, null, reader)),
    galleryPage(
      'rubric.published',
      'board',
      '/rubrics/42-hd/2',
      buildRubricPage(standard, { ...read, copy: readTitle }, null, reader),
    ),
    galleryPage(
      'rubric.coming',
      'board',
      '/rubrics/two-sheets/2',
      buildRubricPage(
        twoSheets,
        {
          ...read,
          state: 'coming',
          forms: 0,
          publishedAt: AT,
          publishedBy: 'Lê Thị Bích Ngọc',
          takeBack: { action: '/rubrics/two-sheets/2/take-back' },
        },
        null,
        reader,
      ),
    ),
    galleryPage('rubric.draft', 'board', base, buildRubricPage(draft.rubric, frame, base, reader)),
    galleryPage('rubric-edit.group', 'board', `${base}/edit/group-0-1`, editPage(gated, 'group-0-1')),
    galleryPage('rubric-edit.wrong', 'board', `${base}/edit/group-0-6`, editPage(draft.rubric, 'group-0-6')),
    galleryPage('rubric-edit.sheet', 'board', `${base}/edit/sheet-0`, editPage(gated, 'sheet-0')),
    galleryPage('rubric-edit.head', 'board', `${base}/edit/head`, editPage(gated, 'head', 'Chưa lưu: có ô chưa đúng.')),
    galleryPage('rubric-trial.changed', 'board', `${base}/trial`, buildRubricTrialPage(draft, tried, [], reader)),
    galleryPage(
      'rubric-trial.none',
      'board',
      `${base}/trial`,
      buildRubricTrialPage(draft, { ...tried, span: null, changed: [], scored: 0 }, [], reader),
    ),
  ];
}
