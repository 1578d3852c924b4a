import { fitColumns, type TableFit, type TextWidth } from './column-widths.ts';
import type { ComposedAnnex, ComposedBlock, ComposedDocument, ComposedTable } from './composed-document.ts';
import type { DocumentLayout } from './document-layout.ts';

/** A table whose columns were measured. Points. */
export interface LaidOutTable extends ComposedTable, TableFit {
  readonly inset: number;
  /** The size of tables whose words have room enough. */
  readonly usualSize: number;
}

export type LaidOutDocument = ComposedDocument<LaidOutTable>;
export type LaidOutAnnex = ComposedAnnex<LaidOutTable>;
export type LaidOutBlock = ComposedBlock<LaidOutTable>;

const POINTS_PER_MM = 72 / 25.4;

/** Settles the widths of all columns once, so that the PDF and the DOCX break their lines alike. */
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

/** Between the margins of a page that stands or lies. */
export function textWidthMm(layout: DocumentLayout, landscape: boolean): number {
  const margins = landscape ? layout.landscapeMarginsMm : layout.marginsMm;
  const paper = landscape ? layout.paperMm.height : layout.paperMm.width;
  return paper - margins.left - margins.right;
}
