import type {
  Block,
  DocumentHead,
  DocumentMarks,
  Inline,
  OfficialDocument,
  RecipientsList,
  Run,
  SignatureBlock,
  SourceLink,
  TableRow,
} from '../../documents/index.ts';
import type { BriefingBlock, BriefingContent, BriefingPart, BriefingRow } from '../domain/briefing-model.ts';
import type { Sources, Statement } from '../domain/statement.ts';

/** What an official document needs besides the content of a briefing. */
export interface BriefingFrame {
  readonly head: DocumentHead;
  readonly signature: SignatureBlock;
  readonly recipients: RecipientsList;
  readonly marks?: DocumentMarks;
  /**
   * The page that lists the visits behind a figure; without it only single sources are linked, to their line in annex
   * I.
   */
  readonly sourcePage?: (sources: Sources) => string;
}

/** The briefing as an official document (báo cáo giao ban). */
export function briefingDocument(content: BriefingContent, frame: BriefingFrame): OfficialDocument {
  const link = (sources: Sources) => linkTo(sources, frame.sourcePage);
  return {
    head: frame.head,
    typeName: 'Báo cáo',
    abstract: content.title,
    body: [
      { kind: 'paragraph', text: inline(content.opening, link) },
      ...content.sections.map((section): Block => ({
        kind: 'section',
        title: section.title,
        blocks: section.parts.flatMap((part) => partBlocks(part, link)),
      })),
    ],
    signature: frame.signature,
    recipients: frame.recipients,
    annexes: content.annexes.map((annex) => ({
      title: annex.title,
      landscape: annex.landscape,
      blocks: annex.blocks.map((block) => toBlock(block, link)),
    })),
    ...(frame.marks ? { marks: frame.marks } : {}),
  };
}

type Link = (sources: Sources) => SourceLink | null;

function linkTo(sources: Sources, sourcePage: BriefingFrame['sourcePage']): SourceLink | null {
  const [only] = sources;
  if (only === undefined) return null;
  if (sources.length === 1) return { anchor: anchorOf(only) };
  return sourcePage ? { url: sourcePage(sources) } : null;
}

function anchorOf(line: number): string {
  return `visit-${line}`;
}

function partBlocks(part: BriefingPart, link: Link): Block[] {
  const blocks = part.blocks.map((block) => toBlock(block, link));
  return part.title === null ? blocks : [{ kind: 'section', title: part.title, blocks }];
}

function toBlock(block: BriefingBlock, link: Link): Block {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', text: inline(block.statement, link) };
    case 'points':
      return { kind: 'list', mark: '-', items: block.items.map((item) => inline(item, link)) };
    case 'table':
      return { kind: 'table', columns: block.columns, whenEmpty: block.whenEmpty, rows: block.rows.map(toRow) };
  }
}

function toRow(row: BriefingRow): TableRow {
  if (row.kind === 'heading') return row;
  return {
    kind: 'cells',
    cells: row.cells,
    ...(row.total ? { bold: true } : {}),
    ...(row.line === undefined ? {} : { anchor: anchorOf(row.line) }),
  };
}

/** Figures have links of their own; words are linked where the statement has a single source. */
function inline(statement: Statement, link: Link): Inline {
  const own = statement.sources.length === 1 ? link(statement.sources) : null;
  return statement.pieces.map((piece): Run => {
    if (typeof piece === 'string') return own ? { text: piece, source: own } : piece;
    const source = link(piece.sources);
    const linked = source ? { source } : {};
    return piece.ground === null
      ? { text: piece.figure, ...linked }
      : { figure: piece.figure, ground: piece.ground, ...linked };
  });
}
