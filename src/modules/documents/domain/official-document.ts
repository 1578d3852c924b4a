import type { Day, Month } from '../../../kernel/month.ts';
import type { LayoutId } from './document-layout.ts';

/**
 * The content of an official document, without typography, which the layout defines. All texts are plain; markup
 * characters (`#`, `$`, `<`) are printed as they are.
 */
export interface OfficialDocument {
  /**
   * The current layout if left out; a stored document should name its layout, so that it keeps its look under the next
   * guideline.
   */
  readonly layout?: LayoutId;
  readonly head: DocumentHead;
  /** "Báo cáo"; printed in capitals. */
  readonly typeName: string;
  /** The subject of the document, printed under the type name. */
  readonly abstract: string;
  /** "Kính gửi": the addressees, if any. */
  readonly addressees?: readonly string[];
  readonly body: readonly Block[];
  readonly signature: SignatureBlock;
  readonly recipients: RecipientsList;
  readonly annexes?: readonly Annex[];
  readonly marks?: DocumentMarks;
}

export interface DocumentHead {
  /** The superior body, such as "Quận ủy Quận 4"; printed in capitals. */
  readonly superior: string;
  /** The body that issues the document, such as "Ban Tổ chức"; printed in capitals. */
  readonly issuer: string;
  readonly number: DocumentNumber;
  readonly place: string;
  /** For a month the day is left blank, to be written by hand. */
  readonly date: Day | Month;
}

/**
 * Documents are numbered by type and term of the committee; an unnumbered document has a blank for the number, and a
 * form, which stands in no register of the office, has no place for one.
 */
export type DocumentNumber =
  | { readonly kind: 'numbered'; readonly number: number; readonly symbol: string }
  | { readonly kind: 'unnumbered'; readonly symbol: string }
  | { readonly kind: 'none' };

export type Block = Section | Paragraph | List | Table | BarChart;

/** Numbered by its depth: `I-`, then `1.`, then `a)`. */
export interface Section {
  readonly kind: 'section';
  readonly title: Inline;
  readonly blocks: readonly Block[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Inline;
  /** Body text is justified with its first line indented; the others have no indent. */
  readonly align?: 'body' | 'left' | 'center' | 'right';
}

export interface List {
  readonly kind: 'list';
  readonly mark?: '-' | '+';
  readonly items: readonly Inline[];
}

export interface Table {
  readonly kind: 'table';
  readonly caption?: Inline;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The text of the only row of a table without rows. */
  readonly whenEmpty: string;
}

export interface TableColumn {
  readonly header: string;
  /** Adjacent columns with the same group have a common header cell. */
  readonly group?: string;
  /** The column's share of the width, in proportion to the others. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

export type TableRow =
  | {
      readonly kind: 'cells';
      readonly cells: readonly Inline[];
      readonly bold?: boolean;
      /** Makes the row a target of `{ anchor }` links. */
      readonly anchor?: string;
    }
  | { readonly kind: 'heading'; readonly text: Inline };

/** Horizontal bars; the text beside each states its value, so that nothing depends on the drawing. */
export interface BarChart {
  readonly kind: 'bars';
  readonly caption?: Inline;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly text: string }[];
  /** The value of a full bar; the largest value if left out. */
  readonly full?: number;
}

export type Inline = string | readonly Run[];

export type Run = string | TextRun | FigureRun;

interface RunStyle {
  /** In bold. */
  readonly strong?: boolean;
  /** In italics. */
  readonly emphasis?: boolean;
  /** The source of the statement. */
  readonly source?: SourceLink;
}

export interface TextRun extends RunStyle {
  readonly text: string;
}

/** A figure with its counts: `98,6%` and `141/143` give "98,6% (141/143)". */
export interface FigureRun extends RunStyle {
  readonly figure: string;
  readonly ground: string;
}

/** A web page (http or https), or a row of a table in this document. */
export type SourceLink = { readonly url: string } | { readonly anchor: string };

/** An annex begins on a new page with the title "Phụ lục I", "Phụ lục II"…, or "Phụ lục" where there is only one. */
export interface Annex {
  readonly title: string;
  readonly landscape?: boolean;
  readonly blocks: readonly Block[];
}

export interface SignatureBlock {
  /** The authority: "T/M Ban Thường vụ"; printed in bold capitals. */
  readonly authority?: string;
  /** "Phó Bí thư"; printed in capitals. */
  readonly position: string;
  readonly name: string;
}

export interface RecipientsList {
  readonly to: readonly string[];
  /** The archive: "Văn phòng Quận ủy" gives the last line "Lưu Văn phòng Quận ủy". */
  readonly archive: string;
}

export interface DocumentMarks {
  /** A draft is marked under its number and across each page. */
  readonly draft?: boolean;
  /** A small line at the foot of each page, such as the head of the audit chain in a frozen briefing. */
  readonly foot?: string;
}
