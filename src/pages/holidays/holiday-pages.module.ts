import { Module } from '@nestjs/common';
import { MeetingsModule } from '../../modules/meetings/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { HolidayPageController } from './holiday-page-controller.ts';
import { HolidayScreenReadModel } from './holiday-screen-read-model.ts';
import { TouchedPageController } from './touched-page-controller.ts';

@Module({
  imports: [MeetingsModule, VisitsModule],
  controllers: [HolidayPageController, TouchedPageController],
  providers: [HolidayScreenReadModel],
})
export class HolidayPagesModule {}
