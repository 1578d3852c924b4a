import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { BoundName } from './bound-questions.ts';
import type { Condition, RubricPurpose } from './rubric.ts';
import type { Text } from './text.ts';

/** The types of questions that a committee may add. */
export const FREE_TYPES = ['number', 'choice', 'multiple', 'text', 'date', 'time', 'table'] as const;
export type FreeType = (typeof FREE_TYPES)[number];

interface QuestionWords {
  readonly label: Text;
  readonly help?: Text;
  readonly required?: boolean;
  /** Asked only where this holds; it rests on questions that stand before and are always answered. */
  readonly askedWhen?: Condition;
}

/**
 * A question whose answer the service reads: rubrics, the briefing, findings. Its words, its place and, for some, whether
 * it must be answered are the template's; its meaning is not.
 */
export interface BoundQuestion extends QuestionWords {
  readonly asks: BoundName;
}

/** What a question of one's own wants, by its type. */
export type FreeShape =
  | { readonly type: 'number'; readonly minimum: number; readonly maximum: number; readonly decimals: 0 | 1 | 2 }
  | { readonly type: 'choice' | 'multiple'; readonly options: readonly TemplateOption[] }
  | { readonly type: 'text'; readonly lines: 'one' | 'many'; readonly maximum: number }
  | { readonly type: 'date' | 'time' };

export interface TemplateOption {
  readonly value: string;
  readonly label: Text;
}

/** One column of a table; a cell may be left empty unless it is required. */
export type TableColumn = FreeShape & Pick<QuestionWords, 'label' | 'required'> & { readonly id: string };

/** A question that only this committee asks; its answer is kept under `extra` by its id. */
export type FreeQuestion = QuestionWords & { readonly id: string } & (
    FreeShape | { readonly type: 'table'; readonly columns: readonly TableColumn[]; readonly maximum: number }
  );

export type TemplateQuestion = BoundQuestion | FreeQuestion;

export interface TemplateSection {
  readonly id: string;
  readonly title: Text;
  readonly help?: Text;
  /** In forms of these months only, both included, such as the questions of a quarter's theme. */
  readonly from?: Month;
  readonly upTo?: Month;
  /**
   * Here the form asks what comes from the rubric: `judged`, the criteria that no section of their own name takes;
   * `self`, the points that the branch gave itself.
   */
  readonly place?: 'judged' | 'self';
  readonly questions: readonly TemplateQuestion[];
}

export interface TemplateVersion {
  readonly id: string;
  readonly version: number;
}

/** The properties by which a template is chosen, as a rubric is; null or left out: for all. */
export interface TemplateHead extends TemplateVersion {
  readonly effectiveFrom: Day;
  readonly purpose: RubricPurpose;
  readonly kinds?: readonly MeetingKind[] | null;
  readonly branchTypes?: readonly string[] | null;
}

/** Dated and versioned data by which a form asks. */
export interface FormTemplate extends TemplateHead {
  readonly kinds?: readonly MeetingKind[];
  readonly branchTypes?: readonly string[];
  readonly title: Text;
  /** What it follows: a guideline, a decision. */
  readonly source: Text;
  readonly sections: readonly TemplateSection[];
}

export function isBound(question: TemplateQuestion): question is BoundQuestion {
  return 'asks' in question;
}
