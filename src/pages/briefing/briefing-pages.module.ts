import { Module } from '@nestjs/common';
import { AuditModule } from '../../modules/audit/wiring.ts';
import { BriefingsModule } from '../../modules/briefings/wiring.ts';
import { EvaluationsModule } from '../../modules/evaluations/wiring.ts';
import { MonthPagesModule } from '../month/month-pages.module.ts';
import { BriefingPageController } from './briefing-page-controller.ts';
import { BriefingScreenReadModel } from './briefing-screen-read-model.ts';

@Module({
  imports: [AuditModule, BriefingsModule, EvaluationsModule, MonthPagesModule],
  controllers: [BriefingPageController],
  providers: [BriefingScreenReadModel],
})
export class BriefingPagesModule {}
