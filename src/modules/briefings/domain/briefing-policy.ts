import { type PolicyContent, withContent } from '../../policies/index.ts';

/** When a branch shows a sign of needing attention. Points are whole points, shares whole per cent. */
export type AttentionRule =
  | { readonly sign: 'rating_from'; readonly rating: string }
  | { readonly sign: 'attendance_below'; readonly percent: number }
  | { readonly sign: 'unexcused_from'; readonly members: number }
  | { readonly sign: 'directives_not_done_from'; readonly directives: number }
  | { readonly sign: 'total_fell_by'; readonly points: number }
  | { readonly sign: 'self_score_above_by'; readonly points: number };

/** What leaders see of how severe each observer is: nothing, whether they can be compared, or all. */
export const SEVERITY_FOR_LEADERS = ['none', 'verdict', 'all'] as const;

/** A committee's choices about its briefing, dated like the rubric. */
export interface BriefingPolicy {
  readonly attendanceTargetPercent: number;
  readonly attention: readonly AttentionRule[];
  /** How many signs make a branch one that needs attention. */
  readonly signsNeeded: number;
  readonly severityForLeaders: (typeof SEVERITY_FOR_LEADERS)[number];
  /** How many items the text lists before "and so many others". The annexes are complete. */
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

/** The threshold of each sign, as a committee sets them; null: the sign does not count. */
export interface AttentionSigns {
  readonly ratingFrom: string | null;
  readonly attendanceBelow: number | null;
  readonly unexcusedFrom: number | null;
  readonly directivesNotDoneFrom: number | null;
  readonly totalFellBy: number | null;
  readonly selfScoreAboveBy: number | null;
}

/** What a committee decides; its briefing policy is made from it. */
export interface BriefingChoices extends Omit<BriefingPolicy, 'attention'> {
  readonly signs: AttentionSigns;
}

/**
 * The default for a committee that has set nothing else. No regulation prescribes it: the target of 75 % is that of the
 * programme on which the product is modelled; the signs and the lengths are the product's choice.
 */
export const STANDARD_BRIEFING: BriefingChoices = {
  attendanceTargetPercent: 75,
  signs: {
    ratingFrom: 'average',
    attendanceBelow: 75,
    unexcusedFrom: 3,
    directivesNotDoneFrom: 2,
    totalFellBy: 10,
    selfScoreAboveBy: 10,
  },
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
  severityForLeaders: 'verdict',
};

/** The policy of a committee: the default with what it has decided otherwise. */
export function briefingPolicy(content: PolicyContent): BriefingPolicy {
  const { signs, ...rest } = withContent(STANDARD_BRIEFING, content);
  return { attention: rulesOf(signs), ...rest };
}

function rulesOf(signs: AttentionSigns): readonly AttentionRule[] {
  const { ratingFrom, attendanceBelow, unexcusedFrom, directivesNotDoneFrom, totalFellBy, selfScoreAboveBy } = signs;
  return [
    ratingFrom !== null && { sign: 'rating_from' as const, rating: ratingFrom },
    attendanceBelow !== null && { sign: 'attendance_below' as const, percent: attendanceBelow },
    unexcusedFrom !== null && { sign: 'unexcused_from' as const, members: unexcusedFrom },
    directivesNotDoneFrom !== null && { sign: 'directives_not_done_from' as const, directives: directivesNotDoneFrom },
    totalFellBy !== null && { sign: 'total_fell_by' as const, points: totalFellBy },
    selfScoreAboveBy !== null && { sign: 'self_score_above_by' as const, points: selfScoreAboveBy },
  ].filter((rule) => rule !== false);
}
