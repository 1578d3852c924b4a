import type { MeetingRef } from '../../kernel/id.ts';
import type { MonthPlan, ReviewStanding } from '../../modules/planning/index.ts';
import type { CurrentAssignments } from './current-assignments.ts';
import { outdatedDraft } from './outdated-draft.ts';
import type { MonthScreen } from './month-screen-read-model.ts';
import { ownChoices } from './own-choices.ts';
import type { NoticeNumber, PublishPage } from './publish.view.ts';
import { monthReview } from './review-lines.ts';
import { leftOutPart } from './left-out-part.ts';
import { warningGroups } from './warnings-view.ts';

export function buildPublishPage(
  screen: MonthScreen,
  plan: MonthPlan,
  {
    assignments: { peopleOf, meetingsOf, standings, wanted },
    review,
    mailsLeaveHouse,
    hasMoreBegun,
    number,
  }: {
    readonly assignments: CurrentAssignments;
    readonly review: ReviewStanding;
    readonly mailsLeaveHouse: boolean;
    readonly hasMoreBegun: boolean;
    readonly number: NoticeNumber;
  },
): PublishPage {
  const inRound = screen.meetings.filter(({ id }) => (wanted.get(id)?.min ?? 0) > 0 || peopleOf.has(id));
  const isMissed = (id: MeetingRef) => ['uncovered', 'partial'].includes(standings.get(id)?.state ?? '');
  return {
    month: screen.month,
    monthHref: `/months/${screen.month}`,
    dutiesHref: `/months/${screen.month}/duties`,
    action: `/months/${screen.month}/publish`,
    planVersion: plan.id,
    revision: plan.revision,
    seenLeftOut: screen.leftOutDuties.length,
    meetings: { part: inRound.filter(({ id }) => peopleOf.has(id)).length, whole: inRound.length },
    people: meetingsOf.size,
    visits: [...meetingsOf.values()].reduce((sum, meetings) => sum + meetings.length, 0),
    leftOut: leftOutPart(screen),
    mails: meetingsOf.size,
    mailsLeaveHouse,
    uncovered: screen.meetings
      .filter(({ id }) => isMissed(id))
      .map(({ id, branch, day }) => ({ meetingId: id, branch, day })),
    review: monthReview(plan, review),
    hasMoreBegun,
    isAllBegun: screen.leftOutDuties.length > 0 && meetingsOf.size === 0,
    isBlocked: plan.state === 'submitted' || (plan.state === 'draft' && review.rule.needsApproval),
    outdated: outdatedDraft(screen, { plans: true }),
    ownChoices: ownChoices(plan),
    warnings: warningGroups(screen),
    number,
  };
}
