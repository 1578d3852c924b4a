import { fitColumns, type TableFit, type TextWidth } from './column-widths.ts';
import type { ComposedAnnex, ComposedBlock, ComposedDocument, ComposedTable } from './composed-document.ts';
import type { DocumentLayout } from './document-layout.ts';

/** A table with measured columns; lengths in points. */
export interface LaidOutTable extends ComposedTable, TableFit {
  readonly inset: number;
  /** The size of tables in which all words fit. */
  readonly usualSize: number;
}

export type LaidOutDocument = ComposedDocument<LaidOutTable>;
export type LaidOutAnnex = ComposedAnnex<LaidOutTable>;
export type LaidOutBlock = ComposedBlock<LaidOutTable>;

const POINTS_PER_MM = 72 / 25.4;

/** Fixes the widths of all columns once, so that PDF and DOCX break lines alike. */
export function layOutTables(composed: ComposedDocument, widthOf: TextWidth): LaidOutDocument {
  const { layout } = composed;
  const each = (blocks: readonly ComposedBlock[], landscape: boolean): LaidOutBlock[] =>
    blocks.map((block) => (block.kind === 'table' ? laidOut(block, layout, landscape, widthOf) : block));
  return {
    ...composed,
    blocks: each(composed.blocks, false),
    annexes: composed.annexes.map((annex) => ({ ...annex, blocks: each(annex.blocks, annex.landscape) })),
  };
}

function laidOut(table: ComposedTable, layout: DocumentLayout, landscape: boolean, widthOf: TextWidth): LaidOutTable {
  const room = {
    width: textWidthMm(layout, landscape) * POINTS_PER_MM,
    inset: layout.tableInset,
    size: layout.sizes.table,
    smallest: layout.smallestTable,
  };
  return { ...table, ...fitColumns(table, room, widthOf), inset: layout.tableInset, usualSize: layout.sizes.table };
}

/** The width between the margins of a portrait or landscape page. */
export function textWidthMm(layout: DocumentLayout, landscape: boolean): number {
  const margins = landscape ? layout.landscapeMarginsMm : layout.marginsMm;
  const paper = landscape ? layout.paperMm.height : layout.paperMm.width;
  return paper - margins.left - margins.right;
}
