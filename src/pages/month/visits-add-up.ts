import type { Sentence } from '../../platform/i18n/messages.ts';

/** What became of a month's visits, as month_visit_counts has them. */
export interface VisitCounts {
  readonly assigned: number;
  readonly declined: number;
  readonly standing: number;
  readonly made: number;
  readonly missed: number;
  readonly expected: number;
}

/** How the figures of a month's visits come about of each other; null where they are one and the same. */
export function visitsAddUp({ assigned, declined, standing, made, missed, expected }: VisitCounts): Sentence | null {
  if (declined === 0 && missed === 0) return null;
  const params = { assigned, declined, standing, made, missed, open: expected - made, expected };
  return { key: 'month_progress.add_up', params };
}
