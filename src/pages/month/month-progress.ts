import type { Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** The eight steps of a month, in their order. */
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

/** Where a month stands, and what of it waits for the reader. */
export interface MonthProgress {
  readonly month: Month;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  readonly steps: readonly MonthStep[];
  readonly waiting: readonly WaitingItem[];
}

/** One thing that waits for the reader. */
export interface WaitingItem {
  readonly sentence: Sentence;
  readonly href: string;
}

/** The steps of a month that has come as far as `now`. */
export function monthSteps(
  now: MonthStepKey,
  details: Partial<Record<MonthStepKey, Pick<MonthStep, 'figure' | 'href'>>> = {},
): MonthStep[] {
  const at = MONTH_STEPS.indexOf(now);
  return MONTH_STEPS.map((key, index) => ({
    key,
    state: index < at ? 'done' : index === at ? 'now' : 'ahead',
    figure: details[key]?.figure ?? null,
    href: details[key]?.href ?? null,
  }));
}
