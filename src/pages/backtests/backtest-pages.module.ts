import { Module } from '@nestjs/common';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { PoliciesModule } from '../../modules/policies/wiring.ts';
import { BacktestPageController } from './backtest-page-controller.ts';
import { BacktestScreenReadModel } from './backtest-screen-read-model.ts';

@Module({
  imports: [PlanningModule, PoliciesModule],
  controllers: [BacktestPageController],
  providers: [BacktestScreenReadModel],
})
export class BacktestPagesModule {}
