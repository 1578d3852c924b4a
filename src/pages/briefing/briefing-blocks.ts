import type {
  BriefingBlock as ContentBlock,
  BriefingTable as ContentTable,
  Sources,
  Statement,
} from '../../modules/briefings/index.ts';
import type { BriefingBlock, BriefingRow, BriefingTable, BriefingText } from './briefing.view.ts';

/** How sources become links on a page. */
export interface SourceLinks {
  /** Null where there is nothing to link to. */
  hrefOf(sources: Sources): string | null;
  /** The accessible name of the link to the sources of a whole sentence. */
  nameOf(sources: Sources): string;
}

export function showBlock(block: ContentBlock, links: SourceLinks): BriefingBlock {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', texts: showStatement(block.statement, links) };
    case 'points':
      return { kind: 'list', items: block.items.map((item) => showStatement(item, links)) };
    case 'table':
      return showTable(block, links);
  }
}

/** Figures link to what they were counted from; a sentence without figures ends with a link to its sources. */
export function showStatement({ pieces, sources }: Statement, links: SourceLinks): BriefingText[] {
  const texts = pieces.map((piece): BriefingText =>
    typeof piece === 'string'
      ? { text: piece, ground: null, href: null, look: 'words' }
      : { text: piece.figure, ground: piece.ground, href: links.hrefOf(piece.sources), look: 'words' },
  );
  const href = texts.some((text) => text.href !== null) ? null : links.hrefOf(sources);
  if (href !== null) texts.push({ text: links.nameOf(sources), ground: null, href, look: 'source' });
  return texts;
}

/** The first words of a row link to its sources. */
export function showTable(
  { columns, rows, whenEmpty }: ContentTable,
  links: SourceLinks,
  { anchors = true } = {},
): BriefingTable {
  const isNumber = columns.map(({ align }) => align === 'right');
  const naming = columns.findIndex(({ align }) => (align ?? 'left') === 'left');
  return {
    kind: 'table',
    groups: columns.some(({ group }) => group !== undefined) ? groupsOf(columns) : null,
    columns: columns.map(({ header }, index) => ({ label: header, isNumber: isNumber[index] ?? false })),
    rows: rows.map((row): BriefingRow =>
      row.kind === 'heading'
        ? { ...row, span: columns.length }
        : {
            kind: 'cells',
            id: anchors && row.line !== undefined ? anchorOf(row.line) : null,
            isTotal: row.total ?? false,
            cells: row.cells.map((text, index) => ({
              text,
              label: columns[index]?.header ?? '',
              href: index === naming ? links.hrefOf(row.sources) : null,
              isNumber: isNumber[index] ?? false,
            })),
          },
    ),
    whenEmpty,
  };
}

/** The line's row in annex I, on the same page. */
export function anchorOf(line: number): string {
  return `line-${line}`;
}

function groupsOf(columns: ContentTable['columns']): BriefingTable['groups'] {
  const groups: { label: string | null; span: number }[] = [];
  for (const { group = null } of columns) {
    const last = groups.at(-1);
    if (last?.label === group) last.span += 1;
    else groups.push({ label: group, span: 1 });
  }
  return groups;
}
