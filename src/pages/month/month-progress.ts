import type { Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** The steps of a month, in their order; `submitted` only where a plan wants approval. */
export const MONTH_STEPS = [
  'calendar',
  'leave',
  'draft',
  'submitted',
  'published',
  'visits',
  'forms',
  'conference',
] as const;
export type MonthStepKey = (typeof MONTH_STEPS)[number];

export interface MonthStep {
  readonly key: MonthStepKey;
  readonly state: 'done' | 'now' | 'ahead';
  /** A figure with its ground, such as `181` or `46 / 46`, already written; null where there is nothing to count. */
  readonly figure: string | null;
  readonly href: string | null;
}

/** Where a month stands, and what waits for the reader. */
export interface MonthProgress {
  readonly month: Month;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  readonly steps: readonly MonthStep[];
  /** Why pages and documents name different numbers of its visits; null where they are the same. */
  readonly addUp: Sentence | null;
  readonly waiting: readonly MonthWaitingItem[];
  /** Things that wait beyond those that are named. */
  readonly moreWaiting: number;
}

/** One thing that waits for the reader. */
export interface MonthWaitingItem {
  readonly sentence: Sentence;
  readonly href: string;
  /** The month that it belongs to, where that is another than the one shown. */
  readonly month: Month | null;
}

/** What of a month is done; a step that is not asked for is left out. */
export type StepsDone = Readonly<Partial<Record<MonthStepKey, boolean>>>;

/** The steps of a month: each is ticked where it is done, and the first that is not is where the month stands. */
export function monthSteps(
  done: StepsDone,
  details: Partial<Record<MonthStepKey, Pick<MonthStep, 'figure' | 'href'>>> = {},
): MonthStep[] {
  const asked = MONTH_STEPS.filter((key) => done[key] !== undefined);
  const now = asked.find((key) => !done[key]);
  return asked.map((key) => ({
    key,
    state: done[key] ? 'done' : key === now ? 'now' : 'ahead',
    figure: details[key]?.figure ?? null,
    href: details[key]?.href ?? null,
  }));
}
