import type { Ratio } from '../../evaluations/index.ts';

/** The figures of a month, with which the next briefing compares. Shares keep numerator and denominator. */
export interface BriefingFigures {
  readonly meetings: number;
  readonly branchesMet: number;
  readonly assigned: number;
  readonly attended: number;
  readonly declined: number;
  readonly missed: number;
  readonly forms: number;
  /** Meetings with an accepted form, by rating. */
  readonly ratings: Readonly<Record<string, number>>;
  /** Sum of totals in hundredths of a point, and the number of meetings. */
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
