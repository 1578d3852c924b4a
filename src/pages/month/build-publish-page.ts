import type { MonthPlan } from '../../modules/planning/index.ts';
import type { MonthScreen } from './month-screen-read-model.ts';
import type { CurrentAssignments } from './current-assignments.ts';
import type { PublishPage } from './publish.view.ts';

export function buildPublishPage(
  screen: MonthScreen,
  plan: MonthPlan,
  { peopleOf, meetingsOf, uncovered, wanted }: CurrentAssignments,
): PublishPage {
  const inRound = screen.meetings.filter(({ id }) => (wanted.get(id)?.min ?? 0) > 0);
  return {
    month: screen.month,
    monthHref: `/months/${screen.month}`,
    action: `/months/${screen.month}/publish`,
    planVersion: plan.id,
    meetings: { part: inRound.filter(({ id }) => peopleOf.has(id)).length, whole: inRound.length },
    people: meetingsOf.size,
    visits: plan.plan.assignments.length,
    mails: meetingsOf.size,
    uncovered: screen.meetings
      .filter(({ id }) => uncovered.has(id))
      .map((meeting) => ({ branch: meeting.branch, day: meeting.day })),
  };
}
