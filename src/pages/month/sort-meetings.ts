import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { MonthMeeting } from '../../modules/meetings/index.ts';
import { type SortValue, sortRows } from '../directory/sort-rows.ts';
import type { CalendarOrder } from './calendar-query.ts';
import type { MeetingFlag } from './meeting-flags.ts';

/** A calendar in the order of a column other than days; in each group day by day. @param kindName the shown name of a kind */
export function sortMeetings(
  meetings: readonly MonthMeeting[],
  order: string,
  flagsOf: (meeting: MonthMeeting) => ReadonlySet<MeetingFlag>,
  kindName: (kind: MeetingKind) => string,
): MonthMeeting[] {
  const values: Readonly<Record<Exclude<CalendarOrder, 'hour'>, (meeting: MonthMeeting) => SortValue>> = {
    branch: ({ branch }) => branch.name,
    kind: ({ kind }) => kindName(kind),
    // How much there is to look at.
    notes: (meeting) => flagsOf(meeting).size + Number(meeting.note !== '') + Number(meeting.state === 'cancelled'),
  };
  return sortRows(meetings, order, values);
}
