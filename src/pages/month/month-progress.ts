import type { Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/views/page-context.ts';

/** The eight stations of a month, in their order. */
export const ROAD = ['calendar', 'leave', 'draft', 'submitted', 'published', 'visits', 'forms', 'conference'] as const;
export type RoadKey = (typeof ROAD)[number];

export interface RoadStep {
  readonly key: RoadKey;
  readonly state: 'done' | 'now' | 'ahead';
  /** A figure with its ground, such as `181` or `46 / 46`, already written; null where there is nothing to count. */
  readonly figure: string | null;
  readonly href: string | null;
}

/** Where a month stands, and what of it waits for the reader. */
export interface MonthRoad {
  readonly month: Month;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  readonly steps: readonly RoadStep[];
  readonly waiting: readonly WaitingItem[];
}

/** One thing that waits for the reader. */
export interface WaitingItem {
  readonly sentence: Sentence;
  readonly href: string;
}

/** The steps of a month that has come as far as `now`. */
export function roadSteps(
  now: RoadKey,
  details: Partial<Record<RoadKey, Pick<RoadStep, 'figure' | 'href'>>> = {},
): RoadStep[] {
  const at = ROAD.indexOf(now);
  return ROAD.map((key, index) => ({
    key,
    state: index < at ? 'done' : index === at ? 'now' : 'ahead',
    figure: details[key]?.figure ?? null,
    href: details[key]?.href ?? null,
  }));
}
