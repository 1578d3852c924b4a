import { Module, type OnModuleInit } from '@nestjs/common';
import { PostgresJobs } from '../../platform/jobs/postgres-jobs.ts';
import { AuditModule } from '../audit/wiring.ts';
import { PoliciesModule } from '../policies/wiring.ts';
import { HandWishes } from './application/hand-wishes.ts';
import { MakeCalibration } from './application/make-calibration.ts';
import { AcceptedFormsReadModel } from './infra/accepted-forms-read-model.ts';
import { Calibrations } from './infra/repositories/calibrations.ts';
import { LinkageWishes } from './infra/repositories/linkage-wishes.ts';

@Module({
  imports: [AuditModule, PoliciesModule],
  providers: [Calibrations, LinkageWishes, AcceptedFormsReadModel, MakeCalibration, HandWishes],
  exports: [Calibrations, LinkageWishes, AcceptedFormsReadModel, MakeCalibration, HandWishes],
})
export class CalibrationsModule implements OnModuleInit {
  constructor(
    private readonly jobs: PostgresJobs,
    private readonly make: MakeCalibration,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('calibration.make', 'heavy', ({ calibrationId }, signal) =>
      this.make.execute(calibrationId, signal),
    );
  }
}
