import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day } from '../../kernel/month.ts';
import type { VisitState } from '../../modules/visits/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { ScoreView } from './score.view.ts';

/** `pages/form`: the evaluation of one visit, on a phone. */
export interface FormPage {
  readonly visitId: string;
  /** Whose copies of it a device keeps. */
  readonly account: string;
  /** Takes the POST; `_do` is `save` or `submit`. */
  readonly action: string;
  readonly backHref: string;
  readonly branch: string;
  readonly day: Day;
  readonly from: string;
  readonly kind: MeetingKind;
  /** Sent back unseen: the id under which it is submitted, the version and the revision that the page was made from. */
  readonly submissionId: string;
  readonly basedOn: number;
  readonly revision: number;
  readonly savedAt: Date | null;
  /** Why nothing was stored, where that is no wrong place of the form; what was typed stands below. */
  readonly problem: string | null;
  /** What the board asked for when it sent the form back. */
  readonly returned: { readonly comments: string; readonly by: string; readonly at: Date } | null;
  /** The visit brings no form, as somebody has said; its own page, where that can be taken back. Null where it does. */
  readonly closed: { readonly state: VisitState; readonly href: string } | null;
  /** The day of the meeting, where it is still to come: what is written is kept, and can be sent from then on. */
  readonly opensOn: Day | null;
  /** Questions that must be answered. */
  readonly answered: { readonly part: number; readonly whole: number };
  /** Each wrong place, for the head of the page after a submission that failed. */
  readonly errors: readonly PlaceView[];
  /** What is seen before the form is sent: what it still needs, and what is unusual. */
  readonly review: { readonly open: readonly PlaceView[]; readonly warnings: readonly PlaceView[] };
  readonly sections: readonly SectionView[];
  readonly score: ScoreView;
  /** Tells one score from another, so that a save need not answer one that the page has. */
  readonly scoreMark: string;
}

/** What is to be said of a field, with the way to it. */
export interface PlaceView {
  readonly label: string;
  /** Null where the label says all: the field is still empty. */
  readonly sentence: string | null;
  readonly href: string;
}

/** One screen of a phone. */
export interface SectionView {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly help: string | null;
  readonly fields: readonly FieldView[];
  /** Places of it that are still to be filled in or mended, and those that are unusual. */
  readonly open: number;
  readonly warnings: number;
}

/** `visit-form-changes`: what a save may have changed around the fields, and nothing of the fields themselves. */
export interface FormChanges extends Omit<FormPage, 'sections' | 'score'> {
  /** Null where it is still that of the page. */
  readonly score: ScoreView | null;
  readonly sections: readonly Pick<SectionView, 'id' | 'number' | 'title' | 'open' | 'warnings'>[];
  /** Ids of the questions that the answers so far make idle, with a blank between. */
  readonly idle: string;
  readonly notes: readonly Pick<FieldFrame, 'id' | 'error' | 'warning'>[];
}

/** How points are given at a question. */
export interface GuideView {
  readonly title: string;
  readonly maximum: string;
  readonly help: string | null;
  readonly lines: readonly { readonly points: string; readonly text: string }[];
}

interface FieldFrame {
  /** The name of the input. */
  readonly name: string;
  readonly id: string;
  readonly label: string;
  /** What is the most that can be given, `10`; null where it is no matter of points. */
  readonly outOf: string | null;
  readonly help: string | null;
  readonly error: string | null;
  /** Unusual, but it may be so. */
  readonly warning: string | null;
  /** The guidelines of what the answer decides. */
  readonly guide: readonly GuideView[];
  readonly optional: boolean;
  /** False where the answers so far make the question idle. */
  readonly isAsked: boolean;
}

export interface InputView extends FieldFrame {
  readonly kind: 'line' | 'lines' | 'time' | 'date';
  readonly value: string;
  readonly maxlength: number | null;
}

export interface CountView extends FieldFrame {
  readonly kind: 'count';
  /** As it was typed; what can be read has the reader's decimal sign. */
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The step as the names of its buttons say it. */
  readonly stepText: string;
  /** A phone's keys: with a decimal sign or without. */
  readonly inputmode: 'numeric' | 'decimal';
}

export interface ChoiceView extends FieldFrame {
  readonly kind: 'segments' | 'select';
  readonly options: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
  /** The labels are too long to stand side by side. */
  readonly isTall: boolean;
}

export interface ListView extends FieldFrame {
  readonly kind: 'list';
  /** What one more item is called; null where the items are given. */
  readonly add: string | null;
  readonly items: readonly ListItemView[];
  /** An empty item whose names and ids carry `__index__`. */
  readonly blank: ListItemView | null;
  readonly maximum: number;
}

export interface ListItemView {
  readonly number: string;
  /** The text of a given item, such as a directive. */
  readonly text: string | null;
  readonly hidden: { readonly name: string; readonly value: string } | null;
  readonly fields: readonly ScalarView[];
}

export type ScalarView = InputView | CountView | ChoiceView;
export type FieldView = ScalarView | ListView;

/** `pages/receipt`: what is certain after a form was sent. */
export interface ReceiptPage {
  readonly visitId: string;
  readonly account: string;
  readonly branch: string;
  readonly day: Day;
  /** `repeated`: the same form had already arrived, and nothing was stored twice. */
  readonly outcome: 'stored' | 'repeated';
  readonly version: number;
  readonly receivedAt: Date;
  readonly submissionId: string;
  readonly score: ScoreView;
  readonly next: { readonly sentence: Sentence; readonly href: string } | null;
}
