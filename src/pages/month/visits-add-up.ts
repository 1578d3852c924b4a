import type { Sentence } from '../../platform/i18n/messages.ts';

/** The outcomes of a month's visits, as counted by month_visit_counts. */
export interface VisitCounts {
  readonly assigned: number;
  readonly declined: number;
  readonly kept: number;
  readonly made: number;
  readonly missed: number;
  readonly expected: number;
}

/** How the figures of a month's visits are related; null where all are equal. */
export function visitsAddUp({ assigned, declined, kept, made, missed, expected }: VisitCounts): Sentence | null {
  if (declined === 0 && missed === 0) return null;
  const params = { assigned, declined, kept, made, missed, open: expected - made, expected };
  return { key: 'month_progress.add_up', params };
}
