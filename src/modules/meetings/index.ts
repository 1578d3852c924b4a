export { ImportCalendar } from './application/import-calendar.ts';
export { CALENDAR_COLUMN_FACTS, type CalendarFault } from './domain/calendar-workbook.ts';
export { AnswerInquiry } from './application/answer-inquiry.ts';
export { AskBranches } from './application/ask-branches.ts';
export { DecideWish, type WishDecision } from './application/decide-wish.ts';
export { AddPublished } from './application/add-published.ts';
export { AddMeeting } from './application/add-meeting.ts';
export type { NewMeeting } from './application/enter-meeting.ts';
export { CallOffPublished } from './application/call-off-published.ts';
export { CancelMeeting } from './application/cancel-meeting.ts';
export { EnterHoliday } from './application/enter-holiday.ts';
export { ForeseenCalendar } from './application/foreseen-calendar.ts';
export { MakeCalendar } from './application/make-calendar.ts';
export { MovePublished } from './application/move-published.ts';
export { MoveMeeting } from './application/move-meeting.ts';
export { EditMeetings, type SeenMeeting } from './application/edit-meetings.ts';
export { type MeetingMove, MoveMeetings } from './application/move-meetings.ts';
export { RemoveMeeting } from './application/remove-meeting.ts';
export { TellBranches } from './application/tell-branches.ts';
export { TakeBackChange } from './application/take-back-change.ts';
export type { MonthMeeting } from './application/month-meeting.ts';
export { MeetingMoveRequest, NewMeetingRequest, occasionAfter } from './api/meeting-body.dto.ts';
export { MonthCalendarReadModel } from './infra/month-calendar-read-model.ts';

export {
  type BranchContact,
  type CalendarChangeLine,
  CalendarChangesReadModel,
} from './infra/calendar-changes-read-model.ts';
export { type CalendarChange, type CalendarChangeId, toldOf } from './domain/calendar-change.ts';
export { spreadMeetings } from './domain/spread-meetings.ts';
export type { MeetingRule } from './domain/meeting-rule.ts';
export { type PreviewedMeeting, type PreviewedMonth, previewRule } from './domain/preview-rule.ts';
export {
  type ChangedMeetingFacts,
  factsAfter,
  type Meeting,
  type Occasion,
  type SharedEdit,
} from './domain/meeting.ts';
export type { ForeseenMeeting } from './domain/month-calendar.ts';
export { WorkCalendar } from './domain/work-calendar.ts';
export { WorkCalendarReadModel } from './infra/work-calendar-read-model.ts';
export { lockMonth } from './infra/month-lock.ts';
export { isMonthPublished } from './infra/month-published.ts';
export { InquiriesReadModel } from './infra/inquiries-read-model.ts';
export { InquiryLinkReadModel, type LinkedInquiry } from './infra/inquiry-link-read-model.ts';
export { isToBeAsked, type MeetingInquiry, standingOf, type WishFault } from './domain/meeting-inquiry.ts';
