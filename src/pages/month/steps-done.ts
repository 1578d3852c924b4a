import type { PlanState } from '../../modules/planning/index.ts';
import type { StepsDone } from './month-progress.ts';

/** What there is of a month. Visits and forms are counted as month_visit_counts and visit_forms have it. */
export interface MonthCounts {
  readonly meetings: number;
  /** People with days away in it. */
  readonly away: number;
  readonly plan: PlanState | null;
  readonly wantsApproval: boolean;
  /** Whether the draft no longer fits. */
  readonly isOutdated: boolean;
  readonly assigned: number;
  readonly declined: number;
  readonly standing: number;
  readonly made: number;
  readonly missed: number;
  /** Forms that have come or are to come, those that are there, and those that are accepted. */
  readonly expected: number;
  readonly received: number;
  readonly accepted: number;
  readonly briefing: 'draft' | 'frozen' | null;
}

/** A tick means that nothing of the step is left to do. */
export function stepsDone(counts: MonthCounts): StepsDone {
  const { meetings, plan, wantsApproval, isOutdated, standing, made, missed, expected, accepted, briefing } = counts;
  const isPublished = plan === 'published';
  const isApproved = isPublished || plan === 'approved';
  return {
    calendar: meetings > 0,
    // Nobody is asked for their absences yet: what is recorded counts once a plan was made with it.
    leave: plan !== null,
    draft: isPublished || (plan !== null && !isOutdated),
    ...(wantsApproval && { submitted: isApproved }),
    published: isPublished,
    visits: isPublished && standing > 0 && made + missed === standing,
    forms: isPublished && expected > 0 && accepted === expected,
    conference: briefing === 'frozen',
  };
}
