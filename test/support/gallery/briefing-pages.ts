import { newId } from '../../../src/kernel/id.ts';
import { month } from '../../../src/kernel/month.ts';
import { compileBriefing } from '../../../src/modules/briefings/domain/briefing-content.ts';
import {
  compiled,
  contentOf,
  edited,
  type MonthBriefing,
} from '../../../src/modules/briefings/domain/month-briefing.ts';
import { someMonth } from '../../fixtures/some-month.ts';
import { ratingsOf } from '../../../src/modules/evaluations/domain/rubric.ts';
import type { BriefingScreen } from '../../../src/pages/briefing/briefing-screen-read-model.ts';
import {
  buildBriefingPage,
  buildFreezePage,
  buildSourcesPage,
} from '../../../src/pages/briefing/build-briefing-page.ts';
import { rubric42Hd } from '../../../src/modules/evaluations/domain/rubrics/rubric-42-hd.ts';
import { editErrors } from '../../../src/platform/http/errors.ts';
import type { Catalogues } from '../../../src/platform/i18n/messages.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { monthProgress } from './planning-data.ts';

const PATH = '/months/2020-12/briefing';
const ngoc = newId<'Account'>();

const frozen = frozenOf(compiledAt('2020-12-14T03:10:00Z', null, 48));
const draft = edited(
  edited(
    compiledAt('2020-12-15T02:30:00Z', frozen, 60),
    'results.attendance',
    'Tỷ lệ dự sinh hoạt giữ được mức của ba tháng gần đây.\nĐề nghị các chi bộ khu phố rà soát trường hợp vắng không lý do.',
  ),
  'proposals.next',
  'Tháng sau tập trung dự các chi bộ chưa được dự trong quý.',
);
const outdated: MonthBriefing = { ...draft, content: compiledAt('2020-12-16T02:30:00Z', frozen, 64).content };

function compiledAt(at: string, latest: MonthBriefing | null, size: number): MonthBriefing {
  const content = compileBriefing(someMonth(size));
  return compiled(newId(), latest, { content, missingForms: 9, at: new Date(at), by: ngoc });
}

function frozenOf(briefing: MonthBriefing): MonthBriefing {
  return {
    ...briefing,
    content: contentOf(briefing),
    frozen: {
      at: new Date('2020-12-14T09:00:00Z'),
      by: ngoc,
      documentId: newId<'Document'>(),
      symbol: '05-BC/BTCQU',
      auditHead: 'c0ffee',
    },
  };
}

function deskOf(shown: MonthBriefing | null, ...versions: readonly MonthBriefing[]): BriefingScreen {
  return {
    month: month('2020-12'),
    monthProgress: monthProgress(shown ? 'conference' : 'forms'),
    versions,
    shown,
    ratings: ratingsOf(rubric42Hd),
    frozenFor: new Map(),
    names: new Map([[ngoc, 'Lê Thị Bích Ngọc']]),
    newForms: 3,
    openedForms: 1,
    newRatings: 2,
    waiting: 5,
  };
}

export function briefingPages(catalogues: Catalogues): GalleryPage[] {
  const reader = (isBoard: boolean) => ({ locale: 'vi' as const, catalogue: catalogues.vi, isBoard });
  const board = reader(true);
  return [
    galleryPage('briefing.draft', 'board', PATH, buildBriefingPage(deskOf(draft, draft, frozen), board)),
    galleryPage('briefing.outdated', 'board', PATH, buildBriefingPage(deskOf(outdated, outdated, frozen), board)),
    galleryPage(
      'briefing.refused',
      'board',
      PATH,
      buildBriefingPage(deskOf(draft, draft, frozen), board, {
        partId: 'results.conduct',
        text: 'Nhiều chi bộ đã gợi mở tốt hơn.',
        error: editErrors['edit.stale'].vi({ by: 'Trần Văn Ban', at: '10:32, 15/12/2020' }),
      }),
    ),
    galleryPage('briefing.frozen', 'leader', PATH, buildBriefingPage(deskOf(frozen, frozen), reader(false))),
    galleryPage('briefing.none', 'board', PATH, buildBriefingPage(deskOf(null), board)),
    galleryPage('briefing.none_reader', 'leader', PATH, buildBriefingPage(deskOf(null), reader(false))),
    galleryPage(
      'briefing-sources.some',
      'leader',
      `${PATH}/sources`,
      buildSourcesPage(deskOf(draft, draft), draft, '2,5-9', board) ?? {},
    ),
    galleryPage('freeze.ask', 'board', `${PATH}/freeze`, buildFreezePage(deskOf(outdated, outdated, frozen), outdated)),
  ];
}
