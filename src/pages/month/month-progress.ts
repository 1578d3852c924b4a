import type { Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** The steps of a month in order; `submitted` only where plans must be approved. */
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
  /** A figure with its counts, such as `181` or `46 / 46`, as text; null where there is nothing to count. */
  readonly figure: string | null;
  readonly href: string | null;
}

/** The progress of a month, and what waits for the reader. */
export interface MonthProgress {
  readonly month: Month;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  readonly steps: readonly MonthStep[];
  /** Why pages and documents show different numbers of visits; null where they are equal. */
  readonly addUp: Sentence | null;
  readonly waiting: readonly MonthWaitingItem[];
  /** Number of waiting items that are not listed. */
  readonly moreWaiting: number;
}

/** One item that waits for the reader. */
export interface MonthWaitingItem {
  readonly sentence: Sentence;
  readonly href: string;
  /** Its month, where that is not the one shown. */
  readonly month: Month | null;
}

/** Which steps of a month are done; steps that do not apply are left out. */
export type StepsDone = Readonly<Partial<Record<MonthStepKey, boolean>>>;

/** The steps of a month: each is marked where it is done, and the first that is not is the current one. */
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
