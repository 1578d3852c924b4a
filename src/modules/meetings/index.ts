export { AddMeeting, type NewMeeting } from './application/add-meeting.ts';
export { CancelMeeting } from './application/cancel-meeting.ts';
export { type CalendarReport, MakeCalendar } from './application/make-calendar.ts';
export { MoveMeeting } from './application/move-meeting.ts';
export { type MeetingBranch, MonthCalendar, type MonthMeeting } from './application/ports.ts';
export type { MeetingId, Occasion } from './domain/meeting.ts';
export { MEETING_KINDS, type MeetingKind } from './domain/meeting-rule.ts';
export { meetingErrors } from './errors.ts';
export { MeetingsModule } from './meetings.module.ts';
