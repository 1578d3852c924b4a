import { spanOf } from './current-assignments.ts';
import type { MonthScreen } from './month-screen-read-model.ts';
import type { LeftOutPart } from './month.view.ts';

/** What of a plan is not sent because it had begun before anybody was told; null where that is nothing. */
export function leftOutPart({
  plan,
  meetings,
  people,
  leftOutDuties,
}: Pick<MonthScreen, 'plan' | 'meetings' | 'people' | 'leftOutDuties'>): LeftOutPart | null {
  if (leftOutDuties.length === 0) return null;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const begun = meetings.filter(({ id }) => leftOutDuties.some(({ meetingId }) => meetingId === id));
  const params = {
    visits: leftOutDuties.length,
    meetings: new Set(leftOutDuties.map(({ meetingId }) => meetingId)).size,
  };
  return {
    title: { key: plan?.state === 'published' ? 'left_out.published' : 'left_out.draft', params },
    meetings: begun.map((meeting) => ({
      meetingId: meeting.id,
      ...spanOf(meeting),
      branch: meeting.branch,
      planned: leftOutDuties
        .filter(({ meetingId }) => meetingId === meeting.id)
        .map(({ specialistId }) => names.get(specialistId) ?? '…'),
    })),
  };
}
