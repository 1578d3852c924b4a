import { day, month } from '../../../src/kernel/month.ts';
import { type KnownTemplate, standardForm, type TemplateDraft } from '../../../src/modules/evaluations/index.ts';
import { supervisionForm } from '../../../src/modules/evaluations/domain/templates/supervision-form.ts';
import { rubric42Hd } from '../../../src/modules/evaluations/domain/rubrics/rubric-42-hd.ts';
import { SAMPLE_TEMPLATES } from '../../../src/modules/evaluations/domain/templates/sample-templates.ts';
import { buildTemplateEditPage } from '../../../src/pages/form-templates/build-template-edit-page.ts';
import { buildTemplatePage, type TemplateFrame } from '../../../src/pages/form-templates/build-template-page.ts';
import { buildTemplatesPage } from '../../../src/pages/form-templates/build-templates-page.ts';
import { readTemplateEdit } from '../../../src/pages/form-templates/read-template-edit.ts';
import type { RubricReader } from '../../../src/pages/rubrics/rubric-words.ts';
import type { Catalogues } from '../../../src/platform/i18n/messages.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const AT = new Date('2026-11-20T02:30:00Z');

/** Forms as data: the list, one in full, a draft with a wrong place, and its parts beside the phone. */
export function templatePages({ vi: catalogue }: Catalogues): readonly GalleryPage[] {
  const reader: RubricReader = { catalogue, locale: 'vi', branchTypes: new Map([['KP', 'Khu phố']]) };
  const [theme] = SAMPLE_TEMPLATES;
  if (!theme) throw new Error('the samples are gone');
  const base = '/form-templates/drafts/d1';
  const at = theme.sections.findIndex(({ id }) => id === 'theme');
  const wrong = readTemplateEdit(
    { ...theme, sections: theme.sections.filter(({ id }) => id !== 'preparation') },
    'head',
    { '/title/vi': theme.title.vi, '/source/vi': theme.source.vi, '/purpose': 'routine' },
  );
  const draft: TemplateDraft = {
    id: 'd1' as TemplateDraft['id'],
    template: wrong,
    basedOn: 'quarter-theme/0',
    revision: 3,
    madeAt: AT,
    madeBy: null,
    savedAt: AT,
  };
  const known: readonly KnownTemplate[] = [
    {
      template: standardForm,
      state: 'in_force',
      origin: 'service',
      publishedAt: null,
      publishedBy: null,
      forms: 183,
      begun: 4,
    },
    {
      template: supervisionForm,
      state: 'in_force',
      origin: 'service',
      publishedAt: null,
      publishedBy: null,
      forms: 0,
      begun: 0,
    },
    {
      template: { ...theme, id: 'quarter', version: 2, effectiveFrom: day('2027-01-01') },
      state: 'coming',
      origin: 'board',
      ...{ publishedAt: AT, publishedBy: 'Lê Thị Bích Ngọc', forms: 0, begun: 0 },
    },
  ];
  const take = { action: '/form-templates', id: 'd2', error: null, faults: [] };
  const frame: TemplateFrame = {
    kind: 'draft',
    ...{ state: null, version: null, from: null, publishedAt: null, publishedBy: null, forms: 0, begun: 0 },
    savedAt: AT,
    basedOn: { title: 'quarter-theme/0', href: '/form-templates/samples/quarter-theme' },
    exportHref: `${base}/file`,
    copy: null,
    takeBack: null,
    draft: {
      seen: 3,
      deleteAction: `${base}/delete`,
      sectionsAction: `${base}/edit/sections`,
      publish: {
        action: `${base}/publication`,
        firstOpen: month('2026-11'),
        error: null,
        months: [{ value: '2026-12', label: '12/2026', selected: true }],
      },
    },
    trail: [{ at: AT, by: 'Lê Thị Bích Ngọc', action: 'template.edited' }],
  };
  const published: TemplateFrame = {
    ...frame,
    ...{
      kind: 'known',
      state: 'coming',
      version: 2,
      from: day('2027-01-01'),
      savedAt: null,
      basedOn: null,
      draft: null,
    },
    ...{
      publishedAt: AT,
      publishedBy: 'Lê Thị Bích Ngọc',
      takeBack: { action: '/form-templates/quarter/2/take-back' },
    },
    copy: { action: '/form-templates/quarter/2/copy', id: 'd3' },
  };
  const editPage = (template: typeof theme, part: string, error: string | null = null) => {
    const by = { month: month('2026-11'), rubric: rubric42Hd };
    const page = buildTemplateEditPage(template, { draftId: 'd1', part, seen: 3, error, ...by }, reader);
    if (!page) throw new Error(`no part ${part}`);
    return page;
  };
  const typed = readTemplateEdit(theme, `section-${at}`, {
    ...{
      [`/sections/${at}/title/vi`]: 'Khu phố sạch',
      [`/sections/${at}/from`]: '2027-03',
      [`/sections/${at}/upTo`]: '2027-01',
    },
    ...Object.fromEntries(
      ['discussed', 'households', 'means', 'obstacles'].flatMap((name, q) => [
        [`/sections/${at}/questions/${q}/id`, `theme_${name}`],
        [`/sections/${at}/questions/${q}/label/vi`, name],
      ]),
    ),
    [`/sections/${at}/questions/0/options/0/remove`]: '1',
    [`/sections/${at}/questions/0/options/1/label/vi`]: 'Chưa',
  });
  return [
    galleryPage(
      'form-templates.several',
      'board',
      '/form-templates',
      buildTemplatesPage({ known, drafts: [draft] }, take, reader),
    ),
    galleryPage(
      'form-templates.refused',
      'board',
      '/form-templates',
      buildTemplatesPage(
        { known: known.slice(0, 1), drafts: [] },
        {
          ...take,
          error: 'Tệp chưa đúng cấu trúc của một mẫu phiếu. Sửa các chỗ sau rồi lấy lại.',
          faults: [{ place: '/sections', sentence: 'Còn thiếu mục này.', href: null }],
        },
        reader,
      ),
    ),
    galleryPage(
      'form-templates.read',
      'leader',
      '/form-templates',
      buildTemplatesPage({ known, drafts: [] }, null, reader),
    ),
    galleryPage(
      'form-template.published',
      'board',
      '/form-templates/quarter/2',
      buildTemplatePage(theme, published, null, reader),
    ),
    galleryPage('form-template.draft', 'board', base, buildTemplatePage(draft.template, frame, base, reader)),
    galleryPage('form-template-edit.section', 'board', `${base}/edit/section-${at}`, editPage(theme, `section-${at}`)),
    galleryPage('form-template-edit.bound', 'board', `${base}/edit/section-2`, editPage(theme, 'section-2')),
    galleryPage(
      'form-template-edit.wrong',
      'board',
      `${base}/edit/section-${at}`,
      editPage(typed, `section-${at}`, 'Chưa lưu: có ô chưa đúng, xem dưới từng ô.'),
    ),
    galleryPage('form-template-edit.head', 'board', `${base}/edit/head`, editPage(theme, 'head')),
  ];
}
