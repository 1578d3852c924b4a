import { Module, type OnModuleInit } from '@nestjs/common';
import { PgJobs } from '../../platform/jobs/pg-jobs.ts';
import { AuditModule } from '../audit/index.ts';
import { DocumentRegisterModule } from '../documents/index.ts';
import { MeetingsModule } from '../meetings/index.ts';
import { NotificationsModule } from '../notifications/index.ts';
import { VisitsModule } from '../visits/index.ts';
import { PlanMonth } from './application/plan-month.ts';
import { DutyNotices, Engine, MonthReader, Plans, Solves } from './application/ports.ts';
import { PastMonths } from './application/past-months.ts';
import { PublishPlan } from './application/publish-plan.ts';
import { SolveMonth } from './application/solve-month.ts';
import { MonthDesk } from '../../pages/month/month-screen-read-model.ts';
import { MonthRoads } from '../../pages/month/month-progress-read-model.ts';
import { OfficeDutyNotices } from './infra/office-duty-notices.ts';
import { PgPlans } from './infra/pg-plans.ts';
import { PgSolves } from './infra/pg-solves.ts';
import { PlanVisits } from './infra/plan-visits.ts';
import { SqlMonthReader } from './infra/sql-month-reader.ts';
import { WorkerEngine } from './infra/worker-engine.ts';
import { CalendarController } from '../../pages/month/calendar-page-controller.ts';
import { HistoryController } from './api/history-controller.ts';
import { MeetingController } from '../../pages/month/meeting-page-controller.ts';
import { MonthController } from '../../pages/month/month-page-controller.ts';
import { PlanController } from './api/plan-controller.ts';

@Module({
  imports: [AuditModule, DocumentRegisterModule, MeetingsModule, NotificationsModule, VisitsModule],
  controllers: [MonthController, CalendarController, MeetingController, PlanController, HistoryController],
  providers: [
    { provide: MonthReader, useClass: SqlMonthReader },
    { provide: Plans, useClass: PgPlans },
    { provide: Solves, useClass: PgSolves },
    { provide: Engine, useClass: WorkerEngine },
    { provide: DutyNotices, useClass: OfficeDutyNotices },
    PlanMonth,
    SolveMonth,
    PublishPlan,
    PastMonths,
    MonthDesk,
    MonthRoads,
    PlanVisits,
  ],
  exports: [MonthRoads, PastMonths, PlanMonth, PublishPlan, Plans, Solves],
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
