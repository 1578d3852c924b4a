import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day } from '../../kernel/month.ts';
import type { Ref, VisitRef } from '../../kernel/id.ts';
import type { FormBasis, ScoreView, ToldPlace } from '../../modules/evaluations/index.ts';
import type { VisitState } from '../../modules/visits/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** `pages/form`: the evaluation of one visit, on a phone. */
export interface FormPage {
  readonly visitId: VisitRef;
  /** The account whose copies of the form the device keeps. */
  readonly account: string;
  /** Takes the POST; `_do` is `save` or `submit`. */
  readonly action: string;
  readonly backHref: string;
  readonly branch: string;
  readonly day: Day;
  readonly from: string;
  readonly kind: MeetingKind;
  /** Whose questions these are, such as `42-hd/2 standard/1`: another kind of meeting may have another rubric. */
  readonly rubric: string;
  /** Which questions these are, such as `standard/1`: what is sent is read as an answer to them. */
  readonly form: string;
  /** Hidden fields: the id for the submission, and the version and revision with which the page was opened. */
  readonly submissionId: Ref<'Submission'>;
  readonly basedOn: number;
  readonly revision: number;
  readonly savedAt: Date | null;
  /** Why nothing was stored, where no field of the form is at fault; what was typed is shown below. */
  readonly problem: string | null;
  /** What the board asked for when it sent the form back. */
  readonly returned: {
    readonly comments: string | null;
    /** On how many questions there is a remark; each stands at its question. */
    readonly remarks: number;
    readonly by: string;
    readonly onBehalfOf: string | null;
    readonly at: Date;
    /** What the writer answers, and why it was not taken. */
    readonly reply: string;
    readonly error: string | null;
  } | null;
  /** When the writer took back what was sent last; null where they did not. */
  readonly withdrawnAt: Date | null;
  /** The form that is asked today, where this one was begun with another, and what changes to it. */
  readonly newer: { readonly title: string; readonly action: string } | null;
  /** Answers for which this form has no place; they stay in sight until it is sent. */
  readonly lost: readonly LostView[];
  /** Set where no form is expected, with the page of the visit, where that can be taken back; null where one is. */
  readonly closed: { readonly state: VisitState; readonly href: string | null } | null;
  /** The day of the meeting, if it is still ahead: the form can be saved now and sent from then on. */
  readonly opensOn: Day | null;
  /** Counts of questions that must be answered. */
  readonly answered: { readonly part: number; readonly whole: number };
  /** Every fault, for the top of the page after a submission that failed. */
  readonly errors: readonly PlaceView[];
  /** Shown before the form is sent: what is missing, and what is unusual. */
  readonly review: { readonly open: readonly PlaceView[]; readonly warnings: readonly PlaceView[] };
  readonly sections: readonly SectionView[];
  /** By what the page says all this itself where no network is. */
  readonly basis: FormBasis;
  /** Ids of the fields whose fault rests on the service's clock, separated by blanks. */
  readonly byClock: string;
  readonly score: ScoreView;
  /** Identifies the score, so that a save need not return one that the page already shows. */
  readonly scoreMark: string;
}

/** An answer without a place, with the names of the fields in which it is kept. */
export interface LostView {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** A fault or warning with a link to its field. */
export type PlaceView = ToldPlace;

/** One screen of a phone. */
export interface SectionView {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly help: string | null;
  readonly fields: readonly FieldView[];
  /** Number of its fields that are still to be filled in or corrected, or that are unusual. */
  readonly open: number;
  readonly warnings: number;
}

/** `visit-form-changes`: what a save may have changed around the fields, without the fields themselves. */
export interface FormChanges extends Omit<FormPage, 'sections' | 'score' | 'basis'> {
  /** Null where the page already shows it. */
  readonly score: ScoreView | null;
  readonly sections: readonly Pick<SectionView, 'id' | 'number' | 'title' | 'open' | 'warnings'>[];
  /** Ids of the questions that are not asked with the answers so far, separated by blanks. */
  readonly idle: string;
  readonly notes: readonly Pick<FieldFrame, 'id' | 'error' | 'warning'>[];
}

/** How a question's answer gives points. */
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
  /** The maximum, such as `10`; null for a question without points. */
  readonly outOf: string | null;
  readonly help: string | null;
  readonly error: string | null;
  /** What the reviewer said about the answer when the form was returned. */
  readonly remark: string | null;
  /** Unusual, but allowed. */
  readonly warning: string | null;
  /** The guidelines of the criteria that the answer decides. */
  readonly guide: readonly GuideView[];
  readonly optional: boolean;
  /** False where the answers so far make the question unnecessary. */
  readonly isAsked: boolean;
}

export interface InputView extends FieldFrame {
  readonly kind: 'line' | 'lines' | 'time' | 'date';
  readonly value: string;
  readonly maxlength: number | null;
}

export interface CountView extends FieldFrame {
  readonly kind: 'count';
  /** As typed; a number that could be read has the reader's decimal sign. */
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The step as text for the names of its buttons. */
  readonly stepText: string;
  /** The phone's keyboard: with or without a decimal sign. */
  readonly inputmode: 'numeric' | 'decimal';
}

export interface ChoiceView extends FieldFrame {
  readonly kind: 'segments' | 'select';
  readonly options: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
  /** Whether the labels are too long to be side by side. */
  readonly isTall: boolean;
}

/** Any number of options, each a field of its own. */
export interface ChecksView extends FieldFrame {
  readonly kind: 'checks';
  readonly options: readonly {
    readonly name: string;
    readonly id: string;
    readonly label: string;
    readonly selected: boolean;
  }[];
}

export interface ListView extends FieldFrame {
  readonly kind: 'list';
  /** The label of the button that adds an item; null where the items are fixed. */
  readonly add: string | null;
  readonly items: readonly ListItemView[];
  /** An empty item whose names and ids contain `__index__`. */
  readonly blank: ListItemView | null;
  readonly maximum: number;
}

export interface ListItemView {
  readonly number: string;
  /** The text of a fixed item, such as a directive. */
  readonly text: string | null;
  readonly hidden: { readonly name: string; readonly value: string } | null;
  readonly fields: readonly ScalarView[];
}

export type ScalarView = InputView | CountView | ChoiceView | ChecksView;
export type FieldView = ScalarView | ListView;

/** `visit-form-receipt`: what a device keeps of the receipt of a form. */
export type FormReceiptPart = Pick<ReceiptPage, 'reference' | 'receivedAt'>;

/** `pages/receipt`: the confirmation after a form was sent. */
export interface ReceiptPage {
  readonly branch: string;
  readonly day: Day;
  /** `repeated`: the same form had already been received, and was not stored twice. */
  readonly outcome: 'stored' | 'repeated';
  readonly version: number;
  readonly receivedAt: Date;
  /** What people call the form by. */
  readonly reference: string;
  readonly formHref: string;
  readonly score: ScoreView;
  readonly next: { readonly sentence: Sentence; readonly href: string } | null;
}
