import type { DocumentLayout } from './document-layout.ts';

/**
 * A document with all texts final: numbered, dated, punctuated, cleaned. Both renderers, and the Typst template by way
 * of JSON, read only this, so that the DOCX and the PDF cannot differ in content.
 */
export interface ComposedDocument<T extends ComposedTable = ComposedTable> {
  readonly layout: DocumentLayout;
  /** For the properties of the file. */
  readonly title: string;
  readonly author: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly head: {
    readonly superior: string;
    readonly issuer: string;
    /** Null where it has no place for one. */
    readonly number: string | null;
    readonly motto: string;
    readonly placeAndDate: string;
  };
  /** "DỰ THẢO", or null for a final document. */
  readonly draft: string | null;
  readonly typeName: string;
  readonly abstract: string;
  readonly rule: string;
  readonly addressees: { readonly label: string; readonly names: readonly string[] } | null;
  readonly blocks: readonly ComposedBlock<T>[];
  readonly signature: { readonly authority: string | null; readonly position: string; readonly name: string };
  readonly recipients: { readonly label: string; readonly lines: readonly string[] };
  readonly annexes: readonly ComposedAnnex<T>[];
  readonly foot: string | null;
}

export interface ComposedAnnex<T extends ComposedTable = ComposedTable> {
  readonly label: string;
  readonly title: string;
  readonly note: string;
  readonly landscape: boolean;
  readonly blocks: readonly ComposedBlock<T>[];
}

export type ComposedBlock<T extends ComposedTable = ComposedTable> =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly mark: string; readonly runs: ComposedRuns }
  | { readonly kind: 'paragraph'; readonly align: 'body' | 'left' | 'center' | 'right'; readonly runs: ComposedRuns }
  | T
  | ComposedBars;

export interface ComposedTable {
  readonly kind: 'table';
  readonly caption: ComposedRuns | null;
  /** The columns' shares of the width, before their words are measured. */
  readonly weights: readonly number[];
  readonly aligns: readonly ('left' | 'center' | 'right')[];
  readonly headerRows: readonly (readonly HeaderCell[])[];
  readonly rows: readonly ComposedRow[];
}

export interface HeaderCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
}

export type ComposedRow =
  | {
      readonly kind: 'cells';
      readonly cells: readonly ComposedRuns[];
      readonly anchor: string | null;
      /** The next row is the table's total, which must not be alone on a page. */
      readonly withNext: boolean;
    }
  /** A heading of the rows below it, which stays on their page, or the text of an empty table. */
  | {
      readonly kind: 'span';
      readonly runs: ComposedRuns;
      readonly align: 'left' | 'center';
      readonly withNext: boolean;
    };

export interface ComposedBars {
  readonly kind: 'bars';
  readonly caption: ComposedRuns | null;
  /** `share` of a full bar, from 0 to 1. */
  readonly bars: readonly { readonly label: string; readonly share: number; readonly text: string }[];
}

export interface ComposedRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly url: string | null;
  readonly anchor: string | null;
}

export type ComposedRuns = readonly ComposedRun[];
