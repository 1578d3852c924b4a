import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { DraftAnswers } from './answers.ts';
import type { Condition, RubricVersion } from './rubric.ts';
import type { Text } from './text.ts';

export interface Option {
  readonly value: string;
  readonly label: Text;
}

interface FieldBase {
  /** Where the answer stands: `['present']`, `['scores', 'steps']`; inside a list, relative to the item. */
  readonly path: readonly string[];
  readonly label: Text;
  readonly help?: Text;
  readonly required: boolean;
  /** Asked only where this holds for the other answers; what is not asked is not kept. */
  readonly askedWhen?: Condition;
}

export interface CountField extends FieldBase {
  readonly type: 'count';
  readonly minimum: number;
  readonly maximum: number;
}

export interface PointsField extends FieldBase {
  readonly type: 'points';
  readonly maximum: number;
  readonly step: number;
}

export interface TimeField extends FieldBase {
  readonly type: 'time';
}

export interface DateField extends FieldBase {
  readonly type: 'date';
}

export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly lines: 'one' | 'many';
  readonly maximum: number;
}

export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly options: readonly Option[];
  /** `segments` are seen all at once, a `list` opens. */
  readonly look: 'segments' | 'list';
}

export type ScalarField = CountField | PointsField | TimeField | DateField | TextField | ChoiceField;

export interface ListField extends FieldBase {
  readonly type: 'list';
  readonly maximum: number;
  /** What one more item is called on its button. */
  readonly add: Text;
  readonly item: readonly ScalarField[];
  /** Items that are given, not added: one per directive of last month. */
  readonly given?: 'directives';
}

export type FieldSpec = ScalarField | ListField;

/** One screen of a phone. */
export interface Section {
  readonly id: string;
  readonly title: Text;
  readonly help?: Text;
  readonly fields: readonly FieldSpec[];
}

export interface EvaluationForm {
  readonly version: number;
  readonly rubric: RubricVersion;
  readonly sections: readonly Section[];
}

/** What the form of one visit has to know: everything else is the observer's. */
export interface VisitContext {
  /** The month that the visit belongs to; the meeting lies in it. */
  readonly month: Month;
  /** Nothing is evaluated before it was seen. */
  readonly today: Day;
  /** `HH:mm` of today, where it is known: a meeting that is going on has no form yet. */
  readonly now?: string;
  /** The fields in which a branch can be weak, as the committee lists them. */
  readonly fields: readonly { readonly code: string; readonly name: Text }[];
  /** What was asked of the branch before. */
  readonly directives: readonly { readonly id: Id<'Directive'>; readonly text: string }[];
  readonly planned?: {
    readonly kind: MeetingKind;
    readonly day: Day;
    readonly startsAt: string;
    readonly place: string;
  };
  /** The branch's numbers as its last form had them. */
  readonly lastCounts?: Pick<DraftAnswers, 'membersTotal' | 'membersTemporary' | 'exempted' | 'onSpecialDuty'>;
}
