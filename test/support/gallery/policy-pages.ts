import { month } from '../../../src/kernel/month.ts';
import { BRIEFING_FIELDS } from '../../../src/modules/briefings/domain/briefing-fields.ts';
import { STANDARD_BRIEFING } from '../../../src/modules/briefings/domain/briefing-policy.ts';
import { COMMITTEE_LABEL_KEYS, COMMITTEE_LABELS } from '../../../src/modules/identity/index.ts';
import { PLANNING_FIELDS } from '../../../src/modules/planning/domain/planning-fields.ts';
import { STANDARD_POLICY } from '../../../src/modules/planning/domain/planning-policy.ts';
import { valuesIn } from '../../../src/modules/policies/domain/policy-content.ts';
import type { PolicyFacts } from '../../../src/modules/policies/index.ts';
import { buildPolicyPage } from '../../../src/pages/policy/build-policy-page.ts';
import type { LabelsPage } from '../../../src/pages/policy/labels.view.ts';
import type { PolicyTrialPage } from '../../../src/pages/policy/policy-trial.view.ts';
import type { Catalogues } from '../../../src/platform/i18n/messages.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { trial, underWay } from './policy-trial-data.ts';
import { yearPages } from './year-pages.ts';

const builtIn = valuesIn(STANDARD_POLICY, PLANNING_FIELDS);
const changes = [
  { field: 'perDay', before: 2, after: 1 },
  { field: 'maxKm', before: null, after: 25 },
];
const planning: PolicyFacts = {
  key: 'planning',
  fields: PLANNING_FIELDS,
  month: month('2021-01'),
  values: { ...builtIn, perDay: 1, maxKm: 25 },
  builtIn,
  firstOpen: month('2021-01'),
  decisions: [
    { from: month('2021-01'), changes, isOpen: true },
    { from: month('2020-09'), changes: [], isOpen: false },
  ],
  trail: [
    {
      at: new Date('2020-11-19T03:12:00Z'),
      by: 'Lê Thị Bích Ngọc',
      onBehalfOf: 'Trần Văn Ban',
      isTakenBack: false,
      from: month('2021-01'),
      changes,
    },
    {
      at: new Date('2020-11-02T07:40:00Z'),
      by: null,
      onBehalfOf: null,
      isTakenBack: true,
      from: month('2020-12'),
      changes: [{ field: 'perWeek', before: 3, after: 5 }],
    },
  ],
  revision: 4711,
};
const briefing: PolicyFacts = {
  key: 'briefing',
  fields: BRIEFING_FIELDS,
  month: month('2020-12'),
  values: valuesIn(STANDARD_BRIEFING, BRIEFING_FIELDS),
  builtIn: valuesIn(STANDARD_BRIEFING, BRIEFING_FIELDS),
  firstOpen: month('2020-12'),
  decisions: [],
  trail: [],
  revision: 1,
};

const NAMES: Readonly<Record<string, string>> = {
  name: 'Quận ủy Quận 4',
  superiorName: 'Thành ủy Thành phố Hồ Chí Minh',
  boardName: 'Ban Tổ chức Quận ủy',
  boardSymbol: 'BTCQU',
  place: 'Quận 4',
  term: '2020–2025',
};
const labels: LabelsPage = {
  fields: COMMITTEE_LABEL_KEYS.map((key) => ({
    key,
    value: NAMES[key] ?? '',
    ...COMMITTEE_LABELS[key],
    error: null,
    warning: null,
  })),
  form: { action: '/policy/labels', seen: 12, error: null },
  trail: [
    {
      at: new Date('2020-11-19T03:12:00Z'),
      by: 'Ngô Mai Quyên',
      changes: [{ key: 'term', before: '', after: '2020–2025' }],
    },
  ],
};

/** What a committee decides itself. */
export function policyPages({ vi: catalogue }: Catalogues): readonly GalleryPage[] {
  const reader = { catalogue, locale: 'vi' } as const;
  const wrong = {
    typed: { perDay: 'hai', perWeek: '7' },
    from: '2021-01',
    errors: { perDay: 'Hãy ghi một số nguyên từ 1 đến 10.' },
    monthError: null,
    error: 'Chưa lưu: hãy sửa các ô được đánh dấu.',
    isStale: true,
  };
  return [
    galleryPage(
      'policy.change',
      'board',
      '/policy/planning',
      buildPolicyPage(planning, null, { ...reader, mayChange: true, mayTry: true }),
    ),
    galleryPage('policy-trial.planned', 'board', '/policy/planning/trials/t1', trial),
    galleryPage('policy-trial.no-draft', 'board', '/policy/planning/trials/t2', {
      ...trial,
      isStale: true,
      months: [],
      untouched: ['01/2021', '02/2021'],
    } satisfies PolicyTrialPage),
    galleryPage('policy-trial.under-way', 'board', '/policy/planning/trials/t3', underWay),
    galleryPage(
      'policy.wrong',
      'admin',
      '/policy/planning',
      buildPolicyPage(planning, wrong, { ...reader, mayChange: true }),
    ),
    galleryPage(
      'policy.read',
      'leader',
      '/policy/briefing',
      buildPolicyPage(briefing, null, { ...reader, mayChange: false }),
    ),
    ...yearPages(buildPolicyPage(planning, null, { ...reader, mayChange: true }).groups),
    galleryPage('policy-labels.change', 'admin', '/policy/labels', labels),
    galleryPage('policy-labels.read', 'board', '/policy/labels', { ...labels, form: null } satisfies LabelsPage),
  ];
}
