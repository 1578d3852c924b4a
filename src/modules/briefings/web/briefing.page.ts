import type { MonthRoad } from '../../../platform/views/month-road.ts';

/** `pages/briefing`: what the month's forms come to, for the board to edit and for the leader to read. */
export interface BriefingPage {
  readonly road: MonthRoad;
  /** `none`: not compiled yet. */
  readonly state: 'none' | 'draft' | 'frozen';
  /** Of the version that is shown; null before the first. */
  readonly version: BriefingVersion | null;
  readonly versions: readonly BriefingVersion[];
  readonly figures: readonly BriefingFigure[];
  readonly ratings: readonly RatingShare[];
  readonly sections: readonly BriefingSection[];
  readonly annexes: readonly BriefingAnnex[];
  /** Forms accepted since this version was compiled; 0 where it is up to date. */
  readonly newForms: number;
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
  /** When it was compiled or frozen, and by whom. */
  readonly at: Date;
  readonly by: string | null;
  /** Number and symbol of the document, such as `05-BC/BTCQU`. */
  readonly number: string | null;
  readonly href: string;
  readonly pdfHref: string | null;
  readonly docxHref: string | null;
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
  readonly href: string | null;
}

export interface BriefingSection {
  readonly id: string;
  /** `I`, `II`, … */
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly BriefingBlock[];
  /** The board's own words in this section, and where they are saved; null where they cannot be edited. */
  readonly edit: { readonly action: string; readonly text: string; readonly error: string | null } | null;
}

export type BriefingBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly parts: readonly BriefingText[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly BriefingText[])[] };

/** Words that lead to the form or the rows which they come from. */
export interface BriefingText {
  readonly text: string;
  readonly href: string | null;
}

export interface BriefingAnnex {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly { readonly cells: readonly (BriefingText & { readonly isNumber: boolean })[] }[];
}

/** `pages/freeze`: asks once before a version is numbered and closed. */
export interface FreezePage {
  readonly month: MonthRoad['month'];
  readonly backHref: string;
  readonly action: string;
  readonly version: number;
  readonly forms: { readonly part: number; readonly whole: number };
  /** Forms that wait for a review and so would not be in it. */
  readonly waiting: number;
}
