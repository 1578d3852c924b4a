/** One form as the calibration sees it: who rated which branch, when, and how. */
export interface FormRating {
  readonly observer: string;
  readonly branch: string;
  /** `2026-05`; left out where it is not known. */
  readonly month?: string;
  /** The meeting, where two observers may have seen the same one. Without it, the branch's forms of a month are of one meeting. */
  readonly meeting?: string;
  readonly branchType?: string;
  /** The form's points. Without them, the sum of its scores where it has all of them. */
  readonly points?: number;
  /** Scores of its criteria, by criterion. */
  readonly scores: Readonly<Record<string, number>>;
}
