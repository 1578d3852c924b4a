import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { AnswerInquiry } from './application/answer-inquiry.ts';
import { AskBranches } from './application/ask-branches.ts';
import { DecideWish } from './application/decide-wish.ts';
import { InquiryMails } from './application/inquiry-mails.ts';
import { CalendarFiles } from './application/calendar-files.ts';
import { ImportCalendar } from './application/import-calendar.ts';
import { XlsxCalendarFiles } from './infra/xlsx-calendar-files.ts';
import { AddPublished } from './application/add-published.ts';
import { EnterMeeting } from './application/enter-meeting.ts';
import { AddMeeting } from './application/add-meeting.ts';
import { CallOffPublished } from './application/call-off-published.ts';
import { CancelMeeting } from './application/cancel-meeting.ts';
import { EnterHoliday } from './application/enter-holiday.ts';
import { ForeseenCalendar } from './application/foreseen-calendar.ts';
import { MakeCalendar } from './application/make-calendar.ts';
import { MovePublished } from './application/move-published.ts';
import { MoveMeeting } from './application/move-meeting.ts';
import { KeepChange } from './application/keep-change.ts';
import { EditMeetings } from './application/edit-meetings.ts';
import { MoveMeetings } from './application/move-meetings.ts';
import { OpenMeeting } from './application/open-meeting.ts';
import { RemoveMeeting } from './application/remove-meeting.ts';
import { TellBranch } from './application/tell-branch.ts';
import { TellBranches } from './application/tell-branches.ts';
import { TakeBackChange } from './application/take-back-change.ts';
import { InquiriesReadModel } from './infra/inquiries-read-model.ts';
import { InquiryLinkReadModel } from './infra/inquiry-link-read-model.ts';
import { OutboxInquiryMails } from './infra/outbox-inquiry-mails.ts';
import { MeetingInquiries } from './infra/repositories/meeting-inquiries.ts';
import { CalendarChangesReadModel } from './infra/calendar-changes-read-model.ts';
import { MonthCalendarReadModel } from './infra/month-calendar-read-model.ts';
import { WorkCalendarReadModel } from './infra/work-calendar-read-model.ts';
import { CalendarChanges } from './infra/repositories/calendar-changes.ts';
import { HolidayEntries } from './infra/repositories/holiday-entries.ts';
import { MeetingRules } from './infra/repositories/meeting-rules.ts';
import { Meetings } from './infra/repositories/meetings.ts';
import { MonthlyCalendar } from './infra/monthly-calendar.ts';
import { MeetingsController } from './api/meetings-controller.ts';

@Module({
  controllers: [MeetingsController],
  imports: [AuditModule, NotificationsModule],
  providers: [
    { provide: CalendarFiles, useClass: XlsxCalendarFiles },
    ImportCalendar,
    { provide: InquiryMails, useClass: OutboxInquiryMails },
    Meetings,
    MeetingInquiries,
    InquiriesReadModel,
    InquiryLinkReadModel,
    AskBranches,
    AnswerInquiry,
    DecideWish,
    CalendarChanges,
    CalendarChangesReadModel,
    KeepChange,
    MoveMeetings,
    EditMeetings,
    RemoveMeeting,
    TakeBackChange,
    MeetingRules,
    HolidayEntries,
    MonthCalendarReadModel,
    WorkCalendarReadModel,
    OpenMeeting,
    MakeCalendar,
    MoveMeeting,
    MovePublished,
    CancelMeeting,
    CallOffPublished,
    TellBranch,
    TellBranches,
    EnterMeeting,
    AddMeeting,
    AddPublished,
    EnterHoliday,
    ForeseenCalendar,
    MonthlyCalendar,
  ],
  exports: [
    ImportCalendar,
    InquiriesReadModel,
    InquiryLinkReadModel,
    AskBranches,
    AnswerInquiry,
    DecideWish,
    CalendarChangesReadModel,
    MoveMeetings,
    EditMeetings,
    RemoveMeeting,
    TellBranches,
    TakeBackChange,
    EnterHoliday,
    ForeseenCalendar,
    MakeCalendar,
    MoveMeeting,
    MovePublished,
    CancelMeeting,
    CallOffPublished,
    AddMeeting,
    AddPublished,
    MonthCalendarReadModel,
    WorkCalendarReadModel,
  ],
})
export class MeetingsModule {}
