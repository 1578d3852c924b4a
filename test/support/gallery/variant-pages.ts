import { month } from '../../../src/kernel/month.ts';
import type {
  FigureRow,
  VariantField,
  VariantPage,
  VariantsPage,
  VariantView,
} from '../../../src/pages/variants/variants.view.ts';
import type { Sentence } from '../../../src/platform/i18n/messages.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { monthProgress } from './planning-data.ts';

const MONTH = month('2020-12');
const BASE = `/months/${MONTH}/variants`;

const variant = (id: string, name: Sentence, more: Partial<VariantView> = {}): VariantView => ({
  id,
  name,
  isChosen: false,
  isOutdated: false,
  revision: 3,
  choices: [],
  uncovered: [],
  deskHref: `/months/${MONTH}/desk?variant=${id}`,
  differenceHref: `${BASE}/${id}`,
  actions: {
    name: 'Ít đi xa',
    rename: `${BASE}/${id}/name`,
    choose: `${BASE}/${id}/choice`,
    remove: `${BASE}/${id}/removal`,
  },
  ...more,
});

const variants: readonly VariantView[] = [
  variant(
    'v1',
    { key: 'variants.name.main' },
    {
      isChosen: true,
      deskHref: `/months/${MONTH}/desk`,
      differenceHref: null,
      actions: { name: '', rename: `${BASE}/v1/name`, choose: null, remove: null },
      uncovered: [{ href: '/meetings/m4', branch: 'Chi bộ Khu phố 4', at: '03/12 19:30' }],
    },
  ),
  variant(
    'v2',
    { key: 'variants.name.own', params: { name: 'Ít đi xa' } },
    {
      choices: [{ label: 'Đường xa', value: '60 điểm', policy: '10 điểm' }],
      uncovered: [
        { href: '/meetings/m4', branch: 'Chi bộ Khu phố 4', at: '03/12 19:30' },
        { href: '/meetings/m9', branch: 'Chi bộ Trường Mầm non Hoa Mai', at: '04/12 08:00' },
      ],
    },
  ),
  variant('v3', { key: 'variants.name.former', params: { number: 1 } }, { isOutdated: true }),
];

const row = (
  label: Sentence,
  values: readonly Sentence[],
  best: number | null,
  help: Sentence | null = null,
): FigureRow => ({
  label,
  help,
  cells: values.map((value, at) => ({ value, isBest: at === best })),
});
const numbers = (...list: number[]): Sentence[] =>
  list.map((number) => ({ key: 'variants.value.number', params: { number } }));

const rows: readonly FigureRow[] = [
  row(
    { key: 'variants.figure.covered' },
    [142, 141, 142].map((part) => ({ key: 'variants.value.covered', params: { part, whole: 143 } })),
    null,
  ),
  row(
    { key: 'variants.figure.spread' },
    [0.42, 0.61, 0.42].map((spread) => ({ key: 'variants.value.spread', params: { spread, furthest: 1.25 } })),
    0,
    { key: 'variants.help.spread' },
  ),
  row(
    { key: 'variants.figure.kilometres' },
    [412, 305, 415].map((kilometres) => ({ key: 'variants.value.kilometres', params: { kilometres, unknown: 3 } })),
    1,
  ),
  row({ key: 'variants.cost.fairness' }, numbers(21_300, 30_120, 21_300), 0),
  row({ key: 'variants.figure.hand_made' }, numbers(0, 0, 4), null),
  row(
    { key: 'variants.figure.proof' },
    [{ key: 'desk_proof.verified' }, { key: 'desk_proof.search' }, { key: 'desk_proof.none' }],
    null,
  ),
  row(
    { key: 'variants.figure.differs' },
    [
      { key: 'variants.value.chosen' },
      { key: 'variants.value.differs', params: { people: 9, meetings: 14 } },
      { key: 'variants.value.differs', params: { people: 0, meetings: 0 } },
    ],
    null,
  ),
];

const field = (key: string, label: string, value: string, error: string | null = null): VariantField => ({
  key,
  label,
  help: 'Cứ mỗi km thì cộng thêm.',
  value,
  policy: `${value} điểm`,
  options: null,
  least: 0,
  most: 1000,
  reach: 100,
  error,
});

const fields = (error: string | null): VariantField[] => [
  field('coverageBase', 'Giá của một cuộc không có người', '10'),
  {
    ...field('tierOrder', 'Sau khi đủ người, xét trước', 'fairness_first'),
    options: [
      { value: 'fairness_first', label: 'Chia đều cho mọi người', selected: true },
      { value: 'fit_first', label: 'Người hợp chi bộ nhất', selected: false },
    ],
  },
  field('travel', 'Đường xa', error === null ? '10' : '-4', error),
];

const page: VariantsPage = {
  monthProgress: monthProgress('draft'),
  changesHref: '/jobs/month/events',
  variants,
  rows,
  progress: null,
  trouble: null,
  refused: null,
  isFull: null,
  forms: {
    variantId: 'new',
    copyAction: BASE,
    makeAction: `${BASE}/made`,
    from: [
      { value: 'v1', label: 'Bản chính', selected: true },
      { value: 'v2', label: 'Ít đi xa', selected: false },
    ],
    fields: fields(null),
    copy: { name: '', error: null },
    make: { name: '', error: null },
  },
};

export const variantPages: readonly GalleryPage[] = [
  galleryPage('variants.side-by-side', 'board', BASE, page satisfies VariantsPage),
  galleryPage('variants.refused', 'board', BASE, {
    ...page,
    trouble: { key: 'variants.not_made' },
    forms: page.forms && {
      ...page.forms,
      fields: fields('Hãy ghi một số từ 0 đến 1.000.'),
      copy: { name: 'Ít đi xa', error: 'Tháng này đã có phương án tên “Ít đi xa”. Hãy đặt tên khác.' },
      make: { name: '', error: 'Hãy đặt tên cho phương án, nhiều nhất 60 ký tự.' },
    },
  } satisfies VariantsPage),
  galleryPage('variants.full', 'board', BASE, {
    ...page,
    isFull: 6,
    refused: 'Mỗi tháng giữ nhiều nhất 6 phương án. Hãy bỏ một phương án không cần nữa rồi làm lại.',
    forms: null,
    progress: {
      label: { key: 'month.solving' },
      share: 0.3,
      detail: {
        key: 'month.solving_gap',
        params: { tierIndex: 1, tierCount: 4, seconds: 12, incumbent: 1840, bound: 1795, gap: 0.024 },
      },
      startedAt: new Date('2020-11-20T07:04:48Z'),
      streamHref: '/jobs/j1/events',
      cancel: { href: `${BASE}/made/j1/stop`, label: { key: 'month.stop_without_plan' } },
    },
  } satisfies VariantsPage),
  galleryPage('variants.to-leaders', 'leader', BASE, {
    ...page,
    variants: variants.map((one) => ({ ...one, actions: null })),
    forms: null,
  } satisfies VariantsPage),
  galleryPage('variants.none', 'board', BASE, { ...page, variants: [], rows: [], forms: null } satisfies VariantsPage),
  galleryPage('variant.differs', 'board', `${BASE}/v2`, {
    monthProgress: monthProgress('draft'),
    variant: variants[1] ?? variant('v2', { key: 'variants.name.main' }),
    compared: variants.slice(0, 2),
    chosenName: { key: 'variants.name.main' },
    backHref: BASE,
    rows: rows.map(({ cells, ...one }) => ({ ...one, cells: cells.slice(0, 2) })),
    changes: [
      {
        meetingId: 'm3',
        lines: [
          'Nguyễn Thị Lan: dự Chi bộ Khu phố 3 (03/12 19:30), +1 lượt (3 → 4, phần của tháng 3,2)',
          'Phạm Văn Minh: thôi dự Chi bộ Khu phố 3 (03/12 19:30), −1 lượt (4 → 3, phần của tháng 3,4), 12 km gần hơn',
        ],
      },
    ],
    people: 2,
    meetings: 1,
  } satisfies VariantPage),
];
