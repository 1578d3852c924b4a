import type { Day, Month } from '../../../kernel/month.ts';
import type { LayoutId } from './document-layout.ts';

/**
 * One official document as content, without any typography: the layout says how it looks, the renderers only follow.
 * All texts are plain; whatever marks they hold (`#`, `$`, `<`) are printed as they stand.
 */
export interface OfficialDocument {
  /** The current one if left out; what is stored should name it, so that it looks the same under the next guideline. */
  readonly layout?: LayoutId;
  readonly head: DocumentHead;
  /** "Báo cáo"; printed in capitals. */
  readonly typeName: string;
  /** What the document is about, printed under the type name. */
  readonly abstract: string;
  /** "Kính gửi": to whom it is addressed, if to anyone in particular. */
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
  /** A month alone leaves the day blank, to be written by hand. */
  readonly date: Day | Month;
}

/** Numbers run per document type and committee term; an unnumbered document leaves the place of the number blank. */
export type DocumentNumber =
  | { readonly kind: 'numbered'; readonly number: number; readonly symbol: string }
  | { readonly kind: 'unnumbered'; readonly symbol: string };

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
  /** Body text is justified with an indented first line; the others have no indent. */
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
  /** Stands in the only row of a table without rows. */
  readonly whenEmpty: string;
}

export interface TableColumn {
  readonly header: string;
  /** Neighbouring columns of one group stand under a common header cell. */
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

/** Horizontal bars; the text beside each says its value, so that nothing depends on the drawing. */
export interface BarChart {
  readonly kind: 'bars';
  readonly caption?: Inline;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly text: string }[];
  /** The value of a full bar; the largest one if left out. */
  readonly full?: number;
}

export type Inline = string | readonly Run[];

export type Run = string | TextRun | FigureRun;

interface RunStyle {
  /** In bold. */
  readonly strong?: boolean;
  /** In italics. */
  readonly emphasis?: boolean;
  /** Where the statement comes from. */
  readonly source?: SourceLink;
}

export interface TextRun extends RunStyle {
  readonly text: string;
}

/** A figure with its ground beside it: `98,6%` and `141/143` give "98,6% (141/143)". */
export interface FigureRun extends RunStyle {
  readonly figure: string;
  readonly ground: string;
}

/** A page on the web (http or https), or a row of a table of this document. */
export type SourceLink = { readonly url: string } | { readonly anchor: string };

/** Begins on a page of its own, titled "Phụ lục I", "Phụ lục II"…, or "Phụ lục" where there is but one. */
export interface Annex {
  readonly title: string;
  readonly landscape?: boolean;
  readonly blocks: readonly Block[];
}

export interface SignatureBlock {
  /** On whose authority: "T/M Ban Thường vụ"; printed in bold capitals. */
  readonly authority?: string;
  /** "Phó Bí thư"; printed in capitals. */
  readonly position: string;
  readonly name: string;
}

export interface RecipientsList {
  readonly to: readonly string[];
  /** Who keeps the record: "Văn phòng Quận ủy" gives the last line "Lưu Văn phòng Quận ủy". */
  readonly archive: string;
}

export interface DocumentMarks {
  /** A draft says so under its number and across each page. */
  readonly draft?: boolean;
  /** A small line in the foot of each page, such as the audit chain's head in a frozen pack. */
  readonly foot?: string;
}
