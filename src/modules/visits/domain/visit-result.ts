import type { Id } from '../../../kernel/id.ts';

export const FINDING_KINDS = ['strength', 'shortcoming', 'good_practice', 'reflection', 'recommendation'] as const;

/** Something that was seen or said at a meeting. */
export interface Finding {
  readonly kind: (typeof FINDING_KINDS)[number];
  /** Code of the field in which it lies. */
  readonly field: string | null;
  readonly text: string;
  /** For a shortcoming. */
  readonly cause: string | null;
  /** For a reflection; null where an import did not contain it. */
  readonly answered: 'on_the_spot' | 'later' | null;
  /** Who should answer a reflection that was not answered on the spot. */
  readonly authority: string | null;
}

/** A finding of one visit. It keeps its id as long as the visit exists, even if its words change. */
export interface VisitFinding extends Finding {
  readonly id: Id<'Finding'>;
}

/** What is kept of a visit once its form was accepted, for later months and briefings. */
export interface VisitResult {
  readonly attendance: { readonly present: number; readonly of: number } | null;
  /** Null where no form counts. */
  readonly speakers: number | null;
  /** In hundredths of a point. */
  readonly score: number | null;
  readonly findings: readonly VisitFinding[];
}

/** The result of a visit without a form that counts. */
export const NO_RESULT: VisitResult = { attendance: null, speakers: null, score: null, findings: [] };
