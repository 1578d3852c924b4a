import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import type { ComposedBars, ComposedRow, ComposedRuns, HeaderCell } from '../domain/composed-document.ts';
import type { LaidOutBlock, LaidOutTable } from '../domain/lay-out-tables.ts';
import { halfPoints, STYLE, twips } from './docx-styles.ts';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const ALIGN = {
  body: AlignmentType.BOTH,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const NO_BORDERS = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
} as const;

/** `width`: the width between the margins in twips; `keepsNext`: a last paragraph stays on the page of what follows. */
export function docxBlocks(blocks: readonly LaidOutBlock[], width: number, keepsNext = false): (Paragraph | Table)[] {
  return blocks.flatMap((block, index): (Paragraph | Table)[] => {
    const keepNext = keepsNext && index === blocks.length - 1;
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            heading: HEADINGS[block.level],
            children: [new TextRun(`${block.mark} `), ...docxRuns(block.runs)],
          }),
        ];
      case 'paragraph':
        return [
          block.align === 'body'
            ? new Paragraph({ style: STYLE.body, keepNext, children: docxRuns(block.runs) })
            : new Paragraph({ alignment: ALIGN[block.align], keepNext, children: docxRuns(block.runs) }),
        ];
      case 'table':
        return [...caption(block.caption), table(block, width), spacer()];
      case 'bars':
        return [...caption(block.caption), bars(block, width), spacer()];
    }
  });
}

/** Line breaks become breaks within the paragraph. */
export function docxText(text: string, options: IRunOptions = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...options, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

function docxRuns(runs: ComposedRuns, options: IRunOptions = {}): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const children = docxText(run.text, {
      ...options,
      ...(run.bold ? { bold: true } : {}),
      ...(run.italic ? { italics: true } : {}),
    });
    if (run.url !== null) return [new ExternalHyperlink({ link: run.url, children })];
    if (run.anchor !== null) return [new InternalHyperlink({ anchor: run.anchor, children })];
    return children;
  });
}

function caption(runs: ComposedRuns | null): Paragraph[] {
  if (runs === null) return [];
  const italic = runs.map((run) => ({ ...run, italic: true }));
  return [new Paragraph({ style: STYLE.centred, keepNext: true, children: docxRuns(italic) })];
}

/** Word merges adjacent tables, and does not separate a following paragraph from a table. */
function spacer(): Paragraph {
  return new Paragraph({ style: STYLE.table, spacing: { line: 120, before: 0, after: 0 }, children: [] });
}

/** A table up to this length is not split over pages; in a longer one only rows that belong together stay together. */
const SHORT_TABLE_ROWS = 10;

function table(it: LaidOutTable, width: number): Table {
  const widths = shares(it.widths, width);
  const short = it.rows.length <= SHORT_TABLE_ROWS;
  const inset = twips(it.inset);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: inset, right: inset, top: 0, bottom: 0 },
    rows: [
      ...it.headerRows.map((cells) => headerRow(cells, it)),
      ...it.rows.map((row, index) => bodyRow(row, it, row.withNext || (short && index < it.rows.length - 1))),
    ],
  });
}

function headerRow(cells: readonly HeaderCell[], it: LaidOutTable): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells.map(
      (cell) =>
        new TableCell({
          columnSpan: cell.colspan,
          rowSpan: cell.rowspan,
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              style: STYLE.table,
              alignment: AlignmentType.CENTER,
              keepNext: true,
              children: docxText(cell.text, { bold: true, ...sizeOf(it) }),
            }),
          ],
        }),
    ),
  });
}

function bodyRow(row: ComposedRow, it: LaidOutTable, keepNext: boolean): TableRow {
  const cell = (children: ParagraphChild[], align: 'left' | 'center' | 'right', columnSpan = 1): TableCell =>
    new TableCell({
      columnSpan,
      children: [new Paragraph({ style: STYLE.table, alignment: ALIGN[align], keepNext, children })],
    });
  if (row.kind === 'span') {
    return new TableRow({
      cantSplit: true,
      children: [cell(docxRuns(row.runs, sizeOf(it)), row.align, it.widths.length)],
    });
  }
  return new TableRow({
    cantSplit: true,
    children: row.cells.map((runs, index) => {
      const children = docxRuns(runs, sizeOf(it));
      const marked = index === 0 && row.anchor !== null ? [new Bookmark({ id: row.anchor, children })] : children;
      return cell(marked, it.aligns[index] ?? 'left');
    }),
  });
}

/** The style sets the usual size; a table in a smaller size sets its own. */
function sizeOf({ size, usualSize }: LaidOutTable): IRunOptions {
  return size === usualSize ? {} : { size: halfPoints(size) };
}

/** A bar is a row of narrow cells, the first of them filled: it can be edited and needs no picture. */
function bars(it: ComposedBars, width: number): Table {
  const steps = 50;
  const [label = 0, bar = 0, value = 0] = shares([34, 50, 16], width);
  const widths = [label, ...shares(new Array<number>(steps).fill(1), bar), value];
  const text = (content: string, align: 'left' | 'right'): TableCell =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      borders: NO_BORDERS,
      children: [new Paragraph({ style: STYLE.table, alignment: ALIGN[align], children: docxText(content) })],
    });
  const stretch = (columnSpan: number, fill: string): TableCell[] => {
    if (columnSpan === 0) return [];
    const gap = { style: BorderStyle.SINGLE, size: 36, color: 'FFFFFF' } as const;
    return [
      new TableCell({
        columnSpan,
        borders: { ...NO_BORDERS, top: gap, bottom: gap },
        shading: { type: ShadingType.CLEAR, color: 'auto', fill },
        children: [new Paragraph({ style: STYLE.table, children: [] })],
      }),
    ];
  };
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: it.bars.map((one) => {
      const filled = one.share > 0 ? Math.max(1, Math.round(one.share * steps)) : 0;
      return new TableRow({
        cantSplit: true,
        children: [
          text(one.label, 'right'),
          ...stretch(filled, '737373'),
          ...stretch(steps - filled, 'FFFFFF'),
          text(one.text, 'left'),
        ],
      });
    }),
  });
}

/** Whole twips in proportion to the weights; their sum is exactly `width`. */
export function shares(weights: readonly number[], width: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  let given = 0;
  return weights.map((weight) => {
    before += weight;
    const size = Math.round((before / total) * width) - given;
    given += size;
    return size;
  });
}
