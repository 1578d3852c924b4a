import type { MonthProgress } from '../month/month-progress.ts';

/** `pages/briefing`: the briefing of a month, for the board to edit and for leaders to read. */
export interface BriefingPage {
  readonly monthProgress: MonthProgress;
  /** `none`: not compiled yet. */
  readonly state: 'none' | 'draft' | 'frozen';
  /** The version shown; null before the first. */
  readonly version: BriefingVersion | null;
  /**
   * A text that was sent and not saved: why, and where it can be edited again; the text itself where it has no field.
   */
  readonly refused: { readonly error: string; readonly href: string | null; readonly text: string } | null;
  readonly versions: readonly BriefingVersion[];
  readonly figures: readonly BriefingFigure[];
  readonly ratings: readonly RatingShare[];
  readonly opening: readonly BriefingText[];
  readonly sections: readonly BriefingSection[];
  readonly annexes: readonly BriefingAnnex[];
  /** Number of visits whose form is not in this version. */
  readonly missingForms: number;
  /**
   * Forms accepted since this version was compiled; 0 where it is current, and for a version that is not the latest.
   */
  readonly newForms: number;
  /** Forms in the shown version that were reopened since. */
  readonly openedForms: number;
  /** Official ratings that changed since the shown version. */
  readonly newRatings: number;
  /** Null: not possible at present, or not for this reader. */
  readonly actions: {
    /** Takes a POST that compiles from the accepted forms. */
    readonly compileAction: string | null;
    /** A page that asks for confirmation. */
    readonly freezeHref: string | null;
  };
}

export interface BriefingVersion {
  readonly version: number;
  readonly state: 'draft' | 'frozen';
  readonly isShown: boolean;
  /** When it was compiled or frozen, and by whom; null for the service itself. */
  readonly at: Date;
  readonly by: string | null;
  /** On whose behalf it was frozen, where a deputy did it. */
  readonly onBehalfOf: string | null;
  /** Number and symbol of the document, such as `05-BC/BTCQU`. */
  readonly number: string | null;
  readonly href: string;
  /** For a draft, a preview that is marked as a draft on each page. */
  readonly pdfHref: string;
  readonly docxHref: string;
  /** The first characters of the hash of its content, by which equal versions can be recognised. */
  readonly fingerprint: string | null;
}

/** A figure and its counts as text, with a link to the rows behind it. */
export interface BriefingFigure {
  readonly label: string;
  readonly figure: string;
  readonly note: string | null;
  readonly href: string | null;
}

export interface RatingShare {
  readonly label: string;
  readonly part: number;
  readonly whole: number;
}

export interface BriefingSection {
  readonly id: string;
  /** `I`, `II`, … */
  readonly number: string;
  readonly title: string;
  readonly parts: readonly BriefingPart[];
}

export interface BriefingPart {
  readonly id: string;
  /** With its number: `2. Đảng viên dự sinh hoạt`; null in a section with a single part. */
  readonly title: string | null;
  readonly blocks: readonly BriefingBlock[];
  /** The compiled sentences, where the board's own text is shown instead. */
  readonly replaced: readonly BriefingBlock[] | null;
  /** Whether the compiled sentences have changed since the board replaced them. */
  readonly isOutdated: boolean;
  /** Null where it cannot be edited. */
  readonly edit: PartEdit | null;
}

export interface PartEdit {
  readonly action: string;
  readonly revision: number;
  readonly text: string;
  readonly error: string | null;
}

export type BriefingBlock =
  | { readonly kind: 'paragraph'; readonly texts: readonly BriefingText[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly BriefingText[])[] }
  | BriefingTable;

/** Words, or a figure with its counts, which may link to the forms or rows that they come from. */
export interface BriefingText {
  readonly text: string;
  readonly ground: string | null;
  readonly href: string | null;
  /** `source`: no words of the briefing but a link to where they come from. */
  readonly look: 'words' | 'source';
}

export interface BriefingTable {
  readonly kind: 'table';
  /** The upper header row, where columns are grouped. */
  readonly groups: readonly { readonly label: string | null; readonly span: number }[] | null;
  readonly columns: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly BriefingRow[];
  readonly whenEmpty: string;
}

export type BriefingRow =
  | { readonly kind: 'heading'; readonly text: string; readonly span: number }
  | {
      readonly kind: 'cells';
      readonly id: string | null;
      readonly isTotal: boolean;
      /** `label`: the header of the column, for screens that show a row as a block. */
      readonly cells: readonly {
        readonly text: string;
        readonly label: string;
        readonly href: string | null;
        readonly isNumber: boolean;
      }[];
    };

export interface BriefingAnnex {
  readonly id: string;
  /** `Phụ lục I` */
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly BriefingBlock[];
}

/** `pages/freeze`: asks for confirmation before a version is numbered and frozen. */
export interface FreezePage {
  readonly month: MonthProgress['month'];
  readonly backHref: string;
  readonly action: string;
  readonly version: number;
  /** The revision that is shown; no other one is frozen. */
  readonly revision: number;
  /** Included forms, out of the visits that took place or will. */
  readonly forms: { readonly part: number; readonly whole: number };
  /** Forms that wait for review and would therefore not be included. */
  readonly waiting: number;
  /** Forms accepted since it was compiled. */
  readonly newForms: number;
  /** Included forms that were reopened since. */
  readonly openedForms: number;
  /** Texts of the board whose figures have changed since. */
  readonly outdated: number;
}

/** `pages/briefing-sources`: the lines of the visit list behind a figure or a sentence. */
export interface BriefingSourcesPage {
  readonly month: MonthProgress['month'];
  readonly backHref: string;
  readonly version: number;
  readonly visits: number;
  readonly table: BriefingTable;
}
