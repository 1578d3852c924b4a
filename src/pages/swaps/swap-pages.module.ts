import { Module } from '@nestjs/common';
import { SwapsModule } from '../../modules/swaps/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { MonthSwapsPageController } from './month-swaps-page-controller.ts';
import { MySwapPageController } from './my-swap-page-controller.ts';
import { SwapAnswers } from './swap-answers.ts';

@Module({
  imports: [SwapsModule, VisitsModule],
  controllers: [MySwapPageController, MonthSwapsPageController],
  providers: [SwapAnswers],
})
export class SwapPagesModule {}
