import type { MonthProgress } from '../month/month-progress.ts';

/** `pages/briefing`: what the month's forms come to, for the board to edit and for the leader to read. */
export interface BriefingPage {
  readonly monthProgress: MonthProgress;
  /** `none`: not compiled yet. */
  readonly state: 'none' | 'draft' | 'frozen';
  /** The one that is shown; null before the first. */
  readonly version: BriefingVersion | null;
  /** A text that was sent and not taken in: why, and where it waits; the text itself where it has no field to wait in. */
  readonly refused: { readonly error: string; readonly href: string | null; readonly text: string } | null;
  readonly versions: readonly BriefingVersion[];
  readonly figures: readonly BriefingFigure[];
  readonly ratings: readonly RatingShare[];
  readonly opening: readonly BriefingText[];
  readonly sections: readonly BriefingSection[];
  readonly annexes: readonly BriefingAnnex[];
  /** Visits whose form is not in this version. */
  readonly missingForms: number;
  /** Forms accepted since this version was compiled; 0 where it is up to date, and for a version that is not the latest. */
  readonly newForms: number;
  /** Forms that are in the version shown and were opened again since. */
  readonly openedForms: number;
  /** Null: not now, or not for this reader. */
  readonly actions: {
    /** Takes a POST: compiles from the accepted forms. */
    readonly compileAction: string | null;
    /** A page that asks once more. */
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
  /** For whom it was frozen, where a deputy did it. */
  readonly onBehalfOf: string | null;
  /** Number and symbol of the document, such as `05-BC/BTCQU`. */
  readonly number: string | null;
  readonly href: string;
  /** Of a draft, a preview that says so on each page. */
  readonly pdfHref: string;
  readonly docxHref: string;
  /** The first letters of its content's hash: equal versions are equal bytes. */
  readonly fingerprint: string | null;
}

/** A figure with its ground, both written out, and a way to the rows behind it. */
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
  /** With its number: `2. Đảng viên dự sinh hoạt`; null in a section of a single part. */
  readonly title: string | null;
  readonly blocks: readonly BriefingBlock[];
  /** The board's own text stands here; these are the sentences that it replaced. */
  readonly replaced: readonly BriefingBlock[] | null;
  /** What was compiled has changed since the board wrote its text. */
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

/** Words, or a figure with its ground, that may lead to the forms or rows which they come from. */
export interface BriefingText {
  readonly text: string;
  readonly ground: string | null;
  readonly href: string | null;
  /** `source`: not words of the briefing but a way to what they come from. */
  readonly look: 'words' | 'source';
}

export interface BriefingTable {
  readonly kind: 'table';
  /** The upper row of the head, where columns stand in groups. */
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
      /** `label`: what its column is called, for screens that show a row as a block. */
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

/** `pages/freeze`: asks once before a version is numbered and closed. */
export interface FreezePage {
  readonly month: MonthProgress['month'];
  readonly backHref: string;
  readonly action: string;
  readonly version: number;
  /** The one that is looked at; another is not frozen. */
  readonly revision: number;
  /** In it, of the visits that took place or are still to. */
  readonly forms: { readonly part: number; readonly whole: number };
  /** Forms that wait for a review and so would not be in it. */
  readonly waiting: number;
  /** Accepted since it was compiled. */
  readonly newForms: number;
  /** In it, and opened again since. */
  readonly openedForms: number;
  /** Texts of the board whose figures have changed since. */
  readonly outdated: number;
}

/** `pages/briefing-sources`: the lines of the visit list that stand behind a figure or a sentence. */
export interface BriefingSourcesPage {
  readonly month: MonthProgress['month'];
  readonly backHref: string;
  readonly version: number;
  readonly visits: number;
  readonly table: BriefingTable;
}
