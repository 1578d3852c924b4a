import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { AddMeeting } from './application/add-meeting.ts';
import { CancelMeeting } from './application/cancel-meeting.ts';
import { ForeseenCalendar } from './application/foreseen-calendar.ts';
import { MakeCalendar } from './application/make-calendar.ts';
import { MoveMeeting } from './application/move-meeting.ts';
import { OpenMeeting } from './application/open-meeting.ts';
import { SeedHolidays } from './application/seed-holidays.ts';
import { MeetingRules, Meetings, MonthCalendar } from './application/ports.ts';
import { MonthlyCalendar } from './infra/monthly-calendar.ts';
import { PgMeetings } from './infra/pg-meetings.ts';
import { SqlMeetingRules } from './infra/sql-meeting-rules.ts';
import { SqlMonthCalendar } from './infra/sql-month-calendar.ts';
import { MeetingsController } from './api/meetings-controller.ts';

@Module({
  controllers: [MeetingsController],
  imports: [AuditModule],
  providers: [
    { provide: Meetings, useClass: PgMeetings },
    { provide: MeetingRules, useClass: SqlMeetingRules },
    { provide: MonthCalendar, useClass: SqlMonthCalendar },
    OpenMeeting,
    MakeCalendar,
    MoveMeeting,
    CancelMeeting,
    AddMeeting,
    SeedHolidays,
    ForeseenCalendar,
    MonthlyCalendar,
  ],
  exports: [ForeseenCalendar, MakeCalendar, MoveMeeting, CancelMeeting, AddMeeting, SeedHolidays, MonthCalendar],
})
export class MeetingsModule {}
