export const FINDING_KINDS = ['strength', 'shortcoming', 'good_practice', 'reflection', 'recommendation'] as const;

export interface VisitFinding {
  readonly kind: (typeof FINDING_KINDS)[number];
  /** Code of the field in which it lies. */
  readonly field: string | null;
  readonly text: string;
}

/** What is kept of a visit once its form was accepted: what later months and briefs look back on. */
export interface VisitResult {
  readonly attendance: { readonly present: number; readonly of: number } | null;
  readonly speakers: number;
  /** In hundredths of a point. */
  readonly score: number | null;
  readonly findings: readonly VisitFinding[];
}
