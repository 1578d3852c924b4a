import type { Locale } from '../../kernel/actor.ts';
import { roman } from '../../modules/documents/index.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import {
  type BriefingContent,
  briefingHash,
  type BriefingRow,
  contentOf,
  leadingFigures,
  type MonthBriefing,
  outdatedEdits,
  partsOf,
  readLines,
  sourcesPath,
  writtenOut,
} from '../../modules/briefings/index.ts';
import type { BriefingScreen } from './briefing-screen-read-model.ts';
import { anchorOf, showBlock, showStatement, showTable, type SourceLinks } from './briefing-blocks.ts';
import type { BriefingPage, BriefingPart, BriefingSourcesPage, BriefingVersion, FreezePage } from './briefing.view.ts';

const FINGERPRINT = 8;

export interface BriefingReader {
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  /** Whether the reader may compile, edit and freeze. */
  readonly isBoard: boolean;
}

/** A text that was sent and not saved. */
export interface RefusedText {
  readonly partId: string;
  readonly text: string;
  readonly error: string;
}

export function buildBriefingPage(
  screen: BriefingScreen,
  reader: BriefingReader,
  refused: RefusedText | null = null,
): BriefingPage {
  const { shown, versions, monthProgress } = screen;
  const latest = versions[0] ?? null;
  const isLatest = shown === latest;
  const home = `/months/${screen.month}/briefing`;
  const actions: BriefingPage['actions'] = {
    compileAction: reader.isBoard && isLatest ? `${home}/compile` : null,
    freezeHref: reader.isBoard && isLatest && shown?.frozen === null ? `${home}/freeze` : null,
  };
  const isWaiting = actions.freezeHref !== null;
  const common = {
    monthProgress,
    versions: versions.map((version) => showVersion(version, screen)),
    actions,
    refused: refused && {
      error: refused.error,
      href: isWaiting ? `#${refused.partId}` : null,
      text: isWaiting ? '' : refused.text,
    },
  };
  if (!shown) {
    return {
      ...common,
      state: 'none',
      version: null,
      figures: [],
      ratings: [],
      opening: [],
      sections: [],
      annexes: [],
      missingForms: 0,
      newForms: 0,
      openedForms: 0,
      newRatings: 0,
    };
  }
  const content = contentOf(shown);
  const links = linksOf(shown, reader);
  return {
    ...common,
    state: shown.frozen ? 'frozen' : 'draft',
    version: showVersion(shown, screen),
    figures: figuresOf(content, screen, reader),
    ratings: screen.ratings.map(({ id, text }) => ({
      label: text[reader.locale],
      part: content.figures.ratings[id] ?? 0,
      whole: content.figures.totals.denominator,
    })),
    opening: showStatement(content.opening, links),
    sections: content.sections.map(({ id, title, parts }, index) => ({
      id,
      number: roman(index + 1),
      title,
      parts: parts.map((part, at) => ({
        ...showPart(shown, part.id, reader.isBoard, refused),
        title: part.title === null ? null : `${at + 1}. ${part.title}`,
        blocks: part.blocks.map((block) => showBlock(block, links)),
        replaced: replacedBlocks(shown, part.id, links),
      })),
    })),
    annexes: content.annexes.map(({ id, title, blocks }, index) => ({
      id: `annex-${id}`,
      number: `Phụ lục ${roman(index + 1)}`,
      title,
      blocks: blocks.map((block) => showBlock(block, links)),
    })),
    missingForms: shown.missingForms,
    newForms: isLatest ? screen.newForms : 0,
    openedForms: screen.openedForms,
    newRatings: screen.newRatings,
  };
}

export function buildFreezePage(screen: BriefingScreen, draft: MonthBriefing): FreezePage {
  const home = `/months/${screen.month}/briefing`;
  const { forms } = draft.content.figures;
  return {
    month: screen.month,
    backHref: home,
    action: `${home}/freeze`,
    version: draft.version,
    revision: draft.revision,
    forms: { part: forms, whole: forms + draft.missingForms },
    waiting: screen.waiting,
    newForms: screen.newForms,
    openedForms: screen.openedForms,
    outdated: outdatedEdits(draft).size,
  };
}

/** Null where the address is malformed. */
export function buildSourcesPage(
  screen: BriefingScreen,
  shown: MonthBriefing,
  lines: string,
  reader: BriefingReader,
): BriefingSourcesPage | null {
  const isSource = readLines(lines);
  const table = contentOf(shown)
    .annexes.find(({ id }) => id === 'visits')
    ?.blocks.find((block) => block.kind === 'table');
  if (!isSource || !table) return null;
  const isShown = (row: BriefingRow) => row.kind === 'cells' && row.line !== undefined && isSource(row.line);
  const rows = underTheirHeadings(table.rows, isShown);
  return {
    month: screen.month,
    backHref: hrefOf(shown),
    version: shown.version,
    visits: rows.filter(isShown).length,
    table: showTable({ ...table, rows }, linksOf(shown, reader), { anchors: false }),
  };
}

/** The rows to show, with the heading of their area before them. */
function underTheirHeadings(rows: readonly BriefingRow[], isWanted: (row: BriefingRow) => boolean): BriefingRow[] {
  const kept: BriefingRow[] = [];
  let heading: BriefingRow | null = null;
  for (const row of rows) {
    if (row.kind === 'heading') heading = row;
    else if (isWanted(row)) {
      if (heading) kept.push(heading);
      heading = null;
      kept.push(row);
    }
  }
  return kept;
}

function showVersion(briefing: MonthBriefing, { names, frozenFor, shown, month }: BriefingScreen): BriefingVersion {
  const { version, frozen, compiledAt, compiledBy } = briefing;
  const by = frozen ? frozen.by : compiledBy;
  return {
    version,
    state: frozen ? 'frozen' : 'draft',
    isShown: version === shown?.version,
    at: frozen?.at ?? compiledAt,
    by: by && (names.get(by) ?? null),
    onBehalfOf: frozenFor.get(briefing.id) ?? null,
    number: frozen?.symbol ?? null,
    href: hrefOf(briefing),
    pdfHref: frozen ? `/documents/${frozen.documentId}/pdf` : `/months/${month}/briefing/draft/pdf`,
    docxHref: frozen ? `/documents/${frozen.documentId}/docx` : `/months/${month}/briefing/draft/docx`,
    fingerprint: frozen && briefingHash(briefing.content).slice(0, FINGERPRINT),
  };
}

function hrefOf({ month, version }: Pick<MonthBriefing, 'month' | 'version'>): string {
  return `/months/${month}/briefing?version=${version}`;
}

function figuresOf(
  content: BriefingContent,
  { month }: BriefingScreen,
  { catalogue, locale }: BriefingReader,
): BriefingPage['figures'] {
  const hrefs: Readonly<Record<string, string>> = {
    attended: '#situation.visits',
    forms: `/months/${month}/forms`,
    attendance: '#results.attendance',
    speaking: '#results.conduct',
    average: '#results.ratings',
    attention: '#shortcomings.attention',
  };
  return leadingFigures(content, catalogue, locale).map(({ name, label, figure, ground }) => ({
    label,
    figure,
    note: ground,
    href: hrefs[name] ?? null,
  }));
}

function showPart(
  briefing: MonthBriefing,
  id: string,
  isBoard: boolean,
  refused: RefusedText | null,
): Pick<BriefingPart, 'id' | 'isOutdated' | 'edit'> {
  const compiled = partsOf(briefing.content).get(id);
  const mine = refused?.partId === id ? refused : null;
  return {
    id,
    isOutdated: outdatedEdits(briefing).has(id),
    edit:
      isBoard && briefing.frozen === null && compiled
        ? {
            action: `/months/${briefing.month}/briefing/parts/${id}`,
            revision: briefing.revision,
            text: mine?.text ?? briefing.edits[id]?.text ?? writtenOut(compiled),
            error: mine?.error ?? null,
          }
        : null,
  };
}

/**
 * The compiled sentences that a text of the board replaces; null for a frozen version, which contains the text only.
 */
function replacedBlocks(briefing: MonthBriefing, id: string, links: SourceLinks): BriefingPart['replaced'] {
  const compiled = partsOf(briefing.content).get(id);
  if (briefing.frozen || !compiled || !briefing.edits[id]) return null;
  return compiled.blocks.filter(({ kind }) => kind !== 'table').map((block) => showBlock(block, links));
}

/** A single source links to its form, which every reader of a briefing may open; several link to their list. */
function linksOf({ month, version, content }: MonthBriefing, { catalogue }: BriefingReader): SourceLinks {
  const forms = new Map(content.origins.map(({ line, submissionId }) => [line, submissionId]));
  return {
    hrefOf(sources) {
      const [only] = sources;
      if (only === undefined) return null;
      if (sources.length > 1) return sourcesPath(month, version, sources);
      const form = forms.get(only);
      return form ? `/submissions/${form}` : `${hrefOf({ month, version })}#${anchorOf(only)}`;
    },
    nameOf: (sources) => translate(catalogue, 'briefing.source', { count: sources.length }),
  };
}
