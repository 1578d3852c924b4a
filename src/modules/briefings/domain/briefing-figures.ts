import type { Ratio } from '../../evaluations/index.ts';

/** A month in numbers: what the next briefing compares itself with. Shares keep what they were counted from. */
export interface BriefingFigures {
  readonly meetings: number;
  readonly branchesMet: number;
  readonly assigned: number;
  readonly attended: number;
  readonly missed: number;
  readonly forms: number;
  /** Meetings with an accepted form, by rating. */
  readonly ratings: Readonly<Record<string, number>>;
  /** Sum of totals in hundredths, and over how many meetings. */
  readonly totals: Ratio;
  readonly attendance: Ratio;
  readonly speaking: Ratio;
  readonly attendanceReached: Ratio;
  readonly fullDuration: Ratio;
  readonly shortcomings: number;
  readonly reflections: number;
  readonly reflectionsAnswered: number;
  readonly directivesDone: Ratio;
}
