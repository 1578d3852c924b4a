import type { CalendarReplyLine } from '../../modules/notifications/index.ts';
import type { CalendarReplyRow } from './mails.view.ts';

/** `readsReasons`: whether the reader may read what people say of why they do not go. */
export function calendarReplyRow(line: CalendarReplyLine, readsReasons: boolean): CalendarReplyRow {
  const { name, branch, day, meetingId, state, answer, comment, attendee, problem, receivedAt, isOpen } = line;
  return {
    name,
    branch,
    day,
    meetingHref: `/meetings/${meetingId}`,
    state,
    answer,
    comment: readsReasons ? comment : '',
    attendee,
    problem,
    receivedAt,
    isOpen,
  };
}
