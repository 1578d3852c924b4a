export { AddMeeting } from './application/add-meeting.ts';
export { CallOffPublished } from './application/call-off-published.ts';
export { CancelMeeting } from './application/cancel-meeting.ts';
export { EnterHoliday } from './application/enter-holiday.ts';
export { ForeseenCalendar } from './application/foreseen-calendar.ts';
export { MakeCalendar } from './application/make-calendar.ts';
export { MoveMeeting } from './application/move-meeting.ts';
export type { MonthMeeting } from './application/month-meeting.ts';
export { MonthCalendarReadModel } from './infra/month-calendar-read-model.ts';

export type { Occasion } from './domain/meeting.ts';
export type { ForeseenMeeting } from './domain/month-calendar.ts';
export { WorkCalendar } from './domain/work-calendar.ts';
export { WorkCalendarReadModel } from './infra/work-calendar-read-model.ts';
export { lockMonth } from './infra/month-lock.ts';
