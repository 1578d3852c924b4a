/** What makes a branch one that needs attention. Points are whole points, shares whole per cent. */
export type AttentionRule =
  | { readonly sign: 'rating_from'; readonly rating: string }
  | { readonly sign: 'attendance_below'; readonly percent: number }
  | { readonly sign: 'unexcused_from'; readonly members: number }
  | { readonly sign: 'directives_not_done_from'; readonly directives: number }
  | { readonly sign: 'total_fell_by'; readonly points: number }
  | { readonly sign: 'self_score_above_by'; readonly points: number };

/** The committee's own choices about its briefing; data of a deployment with a start, like the rubric. */
export interface BriefingPolicy {
  readonly attendanceTargetPercent: number;
  readonly attention: readonly AttentionRule[];
  /** So many signs together make a branch one that needs attention. */
  readonly signsNeeded: number;
  /** How much the text shows before it says "and so many others". The annexes are complete. */
  readonly shown: {
    readonly fields: number;
    readonly perField: number;
    readonly goodPractices: number;
    readonly causes: number;
    readonly attention: number;
    readonly reflections: number;
    readonly recommendations: number;
    readonly places: number;
  };
}

/**
 * The product's own default, for a committee that has set nothing else. No regulation asks for it: the target of 75 % is
 * that of the programme on which the product is modelled, the signs and the lengths are the product's choice.
 */
export const defaultBriefingPolicy: BriefingPolicy = {
  attendanceTargetPercent: 75,
  attention: [
    { sign: 'rating_from', rating: 'average' },
    { sign: 'attendance_below', percent: 75 },
    { sign: 'unexcused_from', members: 3 },
    { sign: 'directives_not_done_from', directives: 2 },
    { sign: 'total_fell_by', points: 10 },
    { sign: 'self_score_above_by', points: 10 },
  ],
  signsNeeded: 1,
  shown: {
    fields: 6,
    perField: 2,
    goodPractices: 6,
    causes: 5,
    attention: 10,
    reflections: 6,
    recommendations: 6,
    places: 3,
  },
};
