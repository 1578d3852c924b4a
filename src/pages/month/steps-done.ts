import type { PlanState } from '../../modules/planning/index.ts';
import type { StepsDone } from './month-progress.ts';

/** Counts of a month. Those of visits and forms come from the views month_visit_counts and visit_forms. */
export interface MonthCounts {
  readonly meetings: number;
  /** People with days away in it. */
  readonly away: number;
  /** How many were asked for their days away and have replied, and whether no reply is waited for; null: nobody was. */
  readonly round: { readonly asked: number; readonly replied: number; readonly isOver: boolean } | null;
  readonly plan: PlanState | null;
  readonly wantsApproval: boolean;
  /** Who has approved the plan; null where nobody has. */
  readonly approvedBy: string | null;
  /** Whether the plan is outdated before it is published. */
  readonly isOutdated: boolean;
  readonly assigned: number;
  readonly declined: number;
  readonly kept: number;
  readonly made: number;
  readonly missed: number;
  /** Forms that were sent or are expected, those that were sent, and those that are accepted. */
  readonly expected: number;
  readonly received: number;
  readonly accepted: number;
  readonly briefing: 'draft' | 'frozen' | null;
}

/** A step is done when nothing of it is left to do. */
export function stepsDone(counts: MonthCounts): StepsDone {
  const { meetings, plan, wantsApproval, isOutdated, kept, made, missed, expected, accepted, briefing } = counts;
  const isPublished = plan === 'published';
  const isApproved = isPublished || (plan === 'approved' && !isOutdated);
  const isUnderReview = plan === 'submitted' || plan === 'approved';
  return {
    calendar: meetings > 0,
    leave: isPublished || isAbsenceKnown(counts),
    draft: isPublished || (plan !== null && !isOutdated),
    // Also where the policy has let go of approval since it was submitted.
    ...((wantsApproval || isUnderReview) && { submitted: isApproved }),
    published: isPublished,
    visits: isPublished && kept > 0 && made + missed === kept,
    forms: isPublished && expected > 0 && accepted === expected,
    conference: briefing === 'frozen',
  };
}

/** Where nobody is asked, it is as far as it is recorded, once a plan was made with it. */
function isAbsenceKnown({ round, plan }: MonthCounts): boolean {
  return round === null ? plan !== null : round.isOver || round.replied === round.asked;
}
