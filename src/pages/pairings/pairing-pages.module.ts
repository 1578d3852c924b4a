import { Module } from '@nestjs/common';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { PairingsPageController } from './pairings-page-controller.ts';
import { PairingsScreenReadModel } from './pairings-screen-read-model.ts';

@Module({
  imports: [PlanningModule],
  controllers: [PairingsPageController],
  providers: [PairingsScreenReadModel],
})
export class PairingPagesModule {}
