import type { Ref } from '../../kernel/id.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { RubricState } from '../../modules/evaluations/index.ts';
import type { Option } from '../../platform/views/page-context.ts';
import type { ScoreView } from '../../modules/evaluations/index.ts';

/** `pages/rubrics`: everything by which meetings are scored, were scored, or may be scored one day. */
export interface RubricsPage {
  readonly inForce: readonly RubricLine[];
  readonly coming: readonly RubricLine[];
  readonly replaced: readonly RubricLine[];
  readonly drafts: readonly DraftLine[];
  readonly samples: readonly RubricLine[];
  /** Takes a file; null for people who may only read. */
  readonly take: {
    readonly action: string;
    readonly id: Ref<'Rubric'>;
    readonly error: string | null;
    readonly faults: readonly FaultLine[];
  } | null;
}

export interface RubricLine {
  readonly href: string;
  readonly title: string;
  readonly source: string;
  /** Whom it is for: purpose, kinds of meetings, types of branches. */
  readonly scope: string;
  /** Null for a sample. */
  readonly version: number | null;
  readonly from: Day | null;
  readonly forms: number;
}

export interface DraftLine extends Pick<RubricLine, 'href' | 'title' | 'scope'> {
  readonly savedAt: Date;
  readonly faults: number;
}

/** A wrong place of a rubric, in words and with a link to where it is edited. */
export interface FaultLine {
  readonly place: string;
  readonly sentence: string;
  readonly href: string | null;
}

/** `pages/rubric`: one rubric in full. */
export interface RubricPage {
  readonly kind: 'published' | 'sample' | 'draft';
  readonly title: string;
  readonly source: string;
  readonly scope: string;
  readonly state: RubricState | null;
  readonly version: number | null;
  readonly from: Day | null;
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
  readonly forms: number;
  readonly savedAt: Date | null;
  readonly basedOn: { readonly title: string; readonly href: string } | null;
  readonly exportHref: string;
  /** Begins a copy; null for people who may only read, and for drafts. */
  readonly copy: { readonly action: string; readonly id: Ref<'Rubric'> } | null;
  /** Null where it cannot be taken back any more. */
  readonly takeBack: { readonly action: string } | null;
  /** Of a draft that may be changed. */
  readonly draft: DraftActions | null;
  readonly tryHref: string | null;
  readonly faults: readonly FaultLine[];
  readonly choices: readonly { readonly label: string; readonly value: string }[];
  readonly headHref: string | null;
  readonly sheets: readonly SheetView[];
  readonly yearly: readonly string[];
  readonly trail: readonly TrailLine[];
}

export interface DraftActions {
  readonly seen: number;
  readonly deleteAction: string;
  readonly publish: {
    readonly action: string;
    readonly months: readonly Option[];
    readonly firstOpen: Month;
    readonly error: string | null;
  };
}

export interface TrailLine {
  readonly at: Date;
  /** Null: the service itself. */
  readonly by: string | null;
  readonly action: string;
}

export interface SheetView {
  readonly title: string;
  readonly kinds: string;
  readonly maximum: string;
  readonly href: string | null;
  readonly groups: readonly GroupView[];
  readonly caps: readonly string[];
  readonly ratings: readonly { readonly text: string; readonly from: string }[];
  readonly gates: readonly string[];
}

export interface GroupView {
  readonly title: string;
  readonly points: string;
  readonly href: string | null;
  readonly criteria: readonly {
    readonly title: string;
    readonly maximum: string;
    /** How it gives points where that is no list: by hand, in steps. */
    readonly how: string | null;
    readonly kinds: string | null;
    readonly lines: readonly { readonly points: string; readonly text: string }[];
  }[];
}

/** `pages/rubric-edit`: one part of a draft. */
export interface RubricEditPage {
  readonly title: string;
  readonly backHref: string;
  readonly back: string;
  readonly action: string;
  readonly previewAction: string;
  readonly seen: number;
  /** Why nothing was saved. */
  readonly error: string | null;
  readonly cards: readonly EditCard[];
  readonly meeting: readonly EditField[];
  readonly preview: RubricPreview;
}

export interface EditCard {
  readonly title: string;
  readonly fields: readonly EditField[];
  readonly tables: readonly EditTable[];
  /** The name of the box that removes it. */
  readonly remove: string | null;
  readonly errors: readonly string[];
}

export interface EditTable {
  readonly title: string;
  readonly help: string | null;
  readonly rows: readonly EditRow[];
}

export interface EditRow {
  readonly label: string;
  /** The empty one, with which another is added. */
  readonly isNew: boolean;
  readonly fields: readonly EditField[];
  /** A condition that is too rich for fields, in words. */
  readonly note: string | null;
  readonly remove: string | null;
  readonly errors: readonly string[];
}

export interface EditField {
  readonly kind: 'text' | 'number' | 'select' | 'checks';
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly error: string | null;
}

/** `rubric-preview`: what the rubric as typed makes of one meeting. */
export interface RubricPreview {
  readonly score: ScoreView | null;
  readonly faults: readonly FaultLine[];
}

/** `pages/rubric-trial`: what a draft would have made of past forms. */
export interface RubricTrialPage {
  readonly title: string;
  readonly backHref: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly scored: number;
  readonly changedCount: number;
  readonly otherPoints: number;
  readonly unanswered: number;
  readonly notMeant: number;
  readonly older: number;
  /** Why it could not be tried. */
  readonly faults: readonly FaultLine[];
  readonly ratings: readonly { readonly text: string; readonly before: number; readonly after: number }[];
  readonly forms: readonly {
    readonly href: string;
    readonly branch: string;
    readonly heldOn: Day;
    readonly before: string;
    readonly after: string;
    readonly isWorse: boolean;
    readonly pointsBefore: string;
    readonly pointsAfter: string;
  }[];
  readonly more: number;
}
