import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { DraftAnswers } from './answers.ts';
import type { TemplateVersion } from './form-template.ts';
import type { Condition, RubricVersion } from './rubric.ts';
import type { Text } from './text.ts';

export interface Option {
  readonly value: string;
  readonly label: Text;
}

interface FieldBase {
  /** The path of the answer: `['present']`, `['scores', 'steps']`; inside a list, relative to the item. */
  readonly path: readonly string[];
  readonly label: Text;
  readonly help?: Text;
  readonly required: boolean;
  /** The question is asked only where this holds for the other answers; answers to unasked questions are dropped. */
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
  /** `segments` are all visible at once, a `list` opens. */
  readonly look: 'segments' | 'list';
}

/** A number of a committee's own question, with so many decimals at most. */
export interface NumberField extends FieldBase {
  readonly type: 'number';
  readonly minimum: number;
  readonly maximum: number;
  readonly decimals: 0 | 1 | 2;
}

/** Any number of options; each is a field of its own, `extra[<id>][<option>]`. */
export interface MultipleField extends FieldBase {
  readonly type: 'multiple';
  readonly options: readonly Option[];
}

export type ScalarField =
  NumberField | MultipleField | CountField | PointsField | TimeField | DateField | TextField | ChoiceField;

export interface ListField extends FieldBase {
  readonly type: 'list';
  readonly maximum: number;
  /** The label of the button that adds an item. */
  readonly add: Text;
  readonly item: readonly ScalarField[];
  /** Items that are fixed rather than added: one per directive of last month. */
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
  readonly template: TemplateVersion;
  readonly rubric: RubricVersion;
  readonly sections: readonly Section[];
}

/** What the form of a visit needs to know besides the observer's answers. */
export interface VisitContext {
  /** The month of the visit, in which the meeting lies. */
  readonly month: Month;
  /** A meeting can only be evaluated after it took place. */
  readonly today: Day;
  /** The time of today as `HH:mm`, where known: a meeting that is still going on has no form yet. */
  readonly now?: string;
  /** The fields in which a branch can be weak, as listed by the committee. */
  readonly fields: readonly { readonly code: string; readonly name: Text }[];
  /** Directives given to the branch before. */
  readonly directives: readonly { readonly id: Id<'Directive'>; readonly text: string }[];
  readonly planned?: {
    readonly kind: MeetingKind;
    readonly day: Day;
    readonly startsAt: string;
    readonly place: string;
  };
  /** The branch's numbers from its last form. */
  readonly lastCounts?: Pick<DraftAnswers, 'membersTotal' | 'membersTemporary' | 'exempted' | 'onSpecialDuty'>;
}
