import type { MonthPlan } from '../../modules/planning/index.ts';
import type { CurrentAssignments } from './current-assignments.ts';
import { outdatedDraft } from './draft-standing.ts';
import type { MonthScreen } from './month-screen-read-model.ts';
import type { PublishPage } from './publish.view.ts';
import { warningGroups } from './warnings-view.ts';

export function buildPublishPage(
  screen: MonthScreen,
  plan: MonthPlan,
  { peopleOf, meetingsOf, standings, wanted }: CurrentAssignments,
  mailsLeaveHouse: boolean,
): PublishPage {
  const inRound = screen.meetings.filter(({ id }) => (wanted.get(id)?.min ?? 0) > 0 || peopleOf.has(id));
  const isMissed = (id: string) => ['uncovered', 'partial'].includes(standings.get(id)?.state ?? '');
  return {
    month: screen.month,
    monthHref: `/months/${screen.month}`,
    dutiesHref: `/months/${screen.month}/duties`,
    action: `/months/${screen.month}/publish`,
    planVersion: plan.id,
    revision: plan.revision,
    meetings: { part: inRound.filter(({ id }) => peopleOf.has(id)).length, whole: inRound.length },
    people: meetingsOf.size,
    visits: plan.plan.assignments.length,
    mails: meetingsOf.size,
    mailsLeaveHouse,
    uncovered: screen.meetings
      .filter(({ id }) => isMissed(id))
      .map(({ id, branch, day }) => ({ meetingId: id, branch, day })),
    outdated: outdatedDraft(screen, { plans: true }),
    warnings: warningGroups(screen),
  };
}
