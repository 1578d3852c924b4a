import { Module } from '@nestjs/common';
import { MeetingsModule } from '../../modules/meetings/wiring.ts';
import { MeetingDatePageController } from './meeting-date-page-controller.ts';

@Module({ imports: [MeetingsModule], controllers: [MeetingDatePageController] })
export class MeetingDatePagesModule {}
