import type { BranchId, MeetingId, VisitId } from '../../../kernel/id.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { SubmissionId } from '../../evaluations/index.ts';
import type { BriefingFigures } from './briefing-figures.ts';
import type { Sources, Statement } from './statement.ts';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly statement: Statement;
}

export interface Points {
  readonly kind: 'points';
  readonly items: readonly Statement[];
}

export interface BriefingTable {
  readonly kind: 'table';
  readonly columns: readonly BriefingColumn[];
  readonly rows: readonly BriefingRow[];
  /** The text in a table without rows. */
  readonly whenEmpty: string;
}

export interface BriefingColumn {
  readonly header: string;
  readonly group?: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

export type BriefingRow =
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'cells';
      readonly cells: readonly string[];
      readonly sources: Sources;
      readonly total?: boolean;
      /** The line of the visit list that this row is. */
      readonly line?: number;
    };

export type BriefingBlock = Paragraph | Points | BriefingTable;

export interface BriefingPart {
  /** Stable over compilations, so that an edit can be matched: `results.attendance`. */
  readonly id: string;
  /** Null in a section with a single part. */
  readonly title: string | null;
  readonly blocks: readonly BriefingBlock[];
}

export const SECTION_IDS = ['situation', 'results', 'shortcomings', 'reflections', 'proposals'] as const;
export type BriefingSectionId = (typeof SECTION_IDS)[number];

export interface BriefingSection {
  readonly id: BriefingSectionId;
  readonly title: string;
  readonly parts: readonly BriefingPart[];
}

export interface BriefingAnnex {
  readonly id: 'visits' | 'scores' | 'reflections' | 'long_remarks';
  readonly title: string;
  readonly landscape: boolean;
  readonly blocks: readonly BriefingBlock[];
}

/** The visit behind a line of the visit list. */
export interface LineOrigin {
  readonly line: number;
  readonly visitId: VisitId;
  readonly submissionId: SubmissionId | null;
}

/** The content of a briefing: its words and numbers, each with the lines of the visit list that it comes from. */
export interface BriefingContent {
  readonly month: Month;
  readonly compiledOn: Day;
  readonly title: string;
  readonly opening: Statement;
  readonly sections: readonly BriefingSection[];
  readonly annexes: readonly BriefingAnnex[];
  readonly figures: BriefingFigures;
  /** Totals in hundredths of a point by branch, for the comparison next month. */
  readonly totals: Readonly<Record<string, number>>;
  readonly attention: readonly {
    readonly branchId: BranchId;
    readonly signs: readonly string[];
    readonly sources: Sources;
  }[];
  readonly origins: readonly LineOrigin[];
  /** Which official decision counted for a meeting, by its number; left out where none did. */
  readonly officialRatings?: Readonly<Record<MeetingId, number>>;
}
