import type { MonthPlan } from '../../modules/planning/domain/month-plan.ts';
import type { Desk } from './month-screen-read-model.ts';
import type { Standing } from './current-assignments.ts';
import type { PublishPage } from './publish.view.ts';

export function publishPage(
  desk: Desk,
  plan: MonthPlan,
  { peopleOf, meetingsOf, uncovered, wanted }: Standing,
): PublishPage {
  const inRound = desk.meetings.filter(({ id }) => (wanted.get(id)?.min ?? 0) > 0);
  return {
    month: desk.month,
    monthHref: `/months/${desk.month}`,
    action: `/months/${desk.month}/publish`,
    planVersion: plan.id,
    meetings: { part: inRound.filter(({ id }) => peopleOf.has(id)).length, whole: inRound.length },
    people: meetingsOf.size,
    visits: plan.plan.assignments.length,
    mails: meetingsOf.size,
    uncovered: desk.meetings
      .filter(({ id }) => uncovered.has(id))
      .map((meeting) => ({ branch: meeting.branch, day: meeting.day })),
  };
}
