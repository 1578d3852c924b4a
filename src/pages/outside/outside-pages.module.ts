import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../modules/directory/wiring.ts';
import { MeetingsModule } from '../../modules/meetings/wiring.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { OutsidePageController } from './outside-page-controller.ts';
import { OutsideScreenReadModel } from './outside-screen-read-model.ts';

@Module({
  imports: [DirectoryModule, MeetingsModule, PlanningModule],
  controllers: [OutsidePageController],
  providers: [OutsideScreenReadModel],
})
export class OutsidePagesModule {}
