import { Module, type OnModuleInit } from '@nestjs/common';
import { PgJobs } from '../../platform/jobs/pg-jobs.ts';
import { AuditModule } from '../audit/wiring.ts';
import { DocumentRegisterModule } from '../documents/wiring.ts';
import { MeetingsModule } from '../meetings/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { VisitsModule } from '../visits/wiring.ts';
import { PlanMonth } from './application/plan-month.ts';
import { DutyNotices, Engine, MonthReader, Plans, Solves } from './application/ports.ts';
import { PastMonths } from './application/past-months.ts';
import { PublishPlan } from './application/publish-plan.ts';
import { SolveMonth } from './application/solve-month.ts';
import { OfficeDutyNotices } from './infra/office-duty-notices.ts';
import { PgPlans } from './infra/pg-plans.ts';
import { PlanVisits } from './infra/plan-visits.ts';
import { SqlMonthReader } from './infra/sql-month-reader.ts';
import { TrackedSolves } from './infra/tracked-solves.ts';
import { WorkerEngine } from './infra/worker-engine.ts';
import { HistoryController } from './api/history-controller.ts';
import { PlanController } from './api/plan-controller.ts';

@Module({
  imports: [AuditModule, DocumentRegisterModule, MeetingsModule, NotificationsModule, VisitsModule],
  controllers: [PlanController, HistoryController],
  providers: [
    { provide: MonthReader, useClass: SqlMonthReader },
    { provide: Plans, useClass: PgPlans },
    { provide: Solves, useClass: TrackedSolves },
    { provide: Engine, useClass: WorkerEngine },
    { provide: DutyNotices, useClass: OfficeDutyNotices },
    PlanMonth,
    SolveMonth,
    PublishPlan,
    PastMonths,
    PlanVisits,
  ],
  exports: [PastMonths, PlanMonth, PlanVisits, Plans, PublishPlan, Solves],
})
export class PlanningModule implements OnModuleInit {
  constructor(
    private readonly jobs: PgJobs,
    private readonly solveMonth: SolveMonth,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('plan.solve', 'heavy', ({ month, solveId }, signal) =>
      this.solveMonth.execute(month, solveId, signal),
    );
  }
}
