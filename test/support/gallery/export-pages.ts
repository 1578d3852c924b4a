import type { ExportPage } from '../../../src/pages/exports/export.view.ts';
import { CSV_COLUMNS } from '../../../src/pages/exports/plan-csv.ts';
import { MONTH } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const base = '/months/2020-12/export';
const draft: ExportPage = {
  month: MONTH,
  isDraft: true,
  isOutdated: true,
  meetings: 181,
  visits: 150,
  rows: 188,
  columns: CSV_COLUMNS,
  hrefs: { pdf: `${base}/pdf`, xlsx: `${base}/xlsx`, csv: `${base}/csv`, json: `${base}/json` },
};

export const exportPages: readonly GalleryPage[] = [
  galleryPage('export.draft', 'board', base, draft),
  galleryPage('export.published', 'leader', base, {
    ...draft,
    isDraft: false,
    isOutdated: false,
  } satisfies ExportPage),
];
