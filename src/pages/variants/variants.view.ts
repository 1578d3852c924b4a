import type { PlanRef } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { JobProgress, Option } from '../../platform/views/page-context.ts';
import type { MonthProgress } from '../month/month-progress.ts';
import type { ProposedChangeView } from '../desk/proposal.view.ts';

/** `pages/variants`: the variants of a month side by side, before one of them is published. */
export interface VariantsPage {
  readonly monthProgress: MonthProgress;
  /** The stream that announces changes by others. */
  readonly changesHref: string;
  readonly variants: readonly VariantView[];
  /** One figure of all variants, in their order. */
  readonly rows: readonly FigureRow[];
  /** One more variant is being made. */
  readonly progress: JobProgress | null;
  /** Why the last one that was asked for was not made. */
  readonly trouble: Sentence | null;
  /** Null for people who may not plan, and where there is room for no more. */
  readonly forms: VariantForms | null;
  /** Why none was added, where there is no form to say it above. */
  readonly refused: string | null;
  /** The most that a month keeps; set where there are so many. */
  readonly isFull: number | null;
}

export interface VariantView {
  readonly id: PlanRef;
  readonly name: Sentence;
  readonly isChosen: boolean;
  readonly isOutdated: boolean;
  readonly revision: number;
  /** What it decides otherwise than the policy: the choice and its value, in words. */
  readonly choices: readonly { readonly label: string; readonly value: string; readonly policy: string }[];
  readonly uncovered: readonly UncoveredView[];
  readonly deskHref: string;
  /** Where it is compared with the chosen one; null for that one itself. */
  readonly differenceHref: string | null;
  /** What is done with it; null for people who may not plan. */
  readonly actions: VariantActions | null;
}

export interface VariantActions {
  readonly name: string;
  readonly rename: string;
  /** Null for the chosen one. */
  readonly choose: string | null;
  readonly remove: string | null;
}

export interface UncoveredView {
  readonly href: string;
  readonly branch: string;
  /** Such as `03/12 19:30`. */
  readonly at: string;
}

export interface FigureRow {
  readonly label: Sentence;
  readonly help: Sentence | null;
  readonly cells: readonly { readonly value: Sentence; readonly isBest: boolean }[];
}

export interface VariantForms {
  /** Of the new variant, so that a second click makes no second one. */
  readonly variantId: PlanRef;
  readonly copyAction: string;
  readonly makeAction: string;
  /** The variants that it may begin as. */
  readonly from: readonly Option[];
  readonly fields: readonly VariantField[];
  /** What was typed and why it was not done. */
  readonly copy: Typed;
  readonly make: Typed;
}

interface Typed {
  readonly name: string;
  readonly error: string | null;
}

/** One choice of a new variant: a number with its bounds, or one of a list. */
export interface VariantField {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly value: string;
  /** As the policy has it, in words. */
  readonly policy: string;
  readonly options: readonly Option[] | null;
  readonly least: number;
  readonly most: number;
  /** How far the slider reaches; more can be typed. */
  readonly reach: number;
  readonly error: string | null;
}

/** `pages/variant`: what one variant does otherwise than the chosen one. */
export interface VariantPage {
  readonly monthProgress: MonthProgress;
  readonly variant: VariantView;
  /** The chosen one, and this one. */
  readonly compared: readonly VariantView[];
  readonly chosenName: Sentence;
  readonly backHref: string;
  readonly rows: readonly FigureRow[];
  readonly changes: readonly Pick<ProposedChangeView, 'meetingId' | 'lines'>[];
  readonly people: number;
  readonly meetings: number;
}
