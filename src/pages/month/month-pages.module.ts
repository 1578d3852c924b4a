import { Module } from '@nestjs/common';
import { AuditModule } from '../../modules/audit/wiring.ts';
import { DocumentsModule } from '../../modules/documents/wiring.ts';
import { MeetingsModule } from '../../modules/meetings/wiring.ts';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { WaitingModule } from '../waiting/waiting.module.ts';
import { CalendarPageController } from './calendar-page-controller.ts';
import { ContactsPageController } from './contacts-page-controller.ts';
import { CalendarFilePageController } from './calendar-file-page-controller.ts';
import { CalendarScreenReadModel } from './calendar-screen-read-model.ts';
import { EditMeetingsPageController } from './edit-meetings-page-controller.ts';
import { DutiesPageController } from './duties-page-controller.ts';
import { DutiesReadModel } from './duties-read-model.ts';
import { MeetingPageController } from './meeting-page-controller.ts';
import { MonthPageController } from './month-page-controller.ts';
import { MoveMeetingsPageController } from './move-meetings-page-controller.ts';
import { MonthProgressReadModel } from './month-progress-read-model.ts';
import { NoticePageController } from './notice-page-controller.ts';
import { MonthScreenReadModel } from './month-screen-read-model.ts';
import { PublishedMeetingChanges } from './published-meeting-changes.ts';

@Module({
  imports: [
    AuditModule,
    DocumentsModule,
    MeetingsModule,
    NotificationsModule,
    PlanningModule,
    VisitsModule,
    WaitingModule,
  ],
  // Before the calendar's controller, whose routes of a meeting match the same addresses.
  controllers: [
    MoveMeetingsPageController,
    EditMeetingsPageController,
    ContactsPageController,
    CalendarFilePageController,
    CalendarPageController,
    MeetingPageController,
    DutiesPageController,
    NoticePageController,
    MonthPageController,
  ],
  providers: [
    CalendarScreenReadModel,
    DutiesReadModel,
    MonthProgressReadModel,
    MonthScreenReadModel,
    PublishedMeetingChanges,
  ],
  exports: [MonthProgressReadModel, MonthScreenReadModel],
})
export class MonthPagesModule {}
