import { Module, type OnModuleInit } from '@nestjs/common';
import { PostgresJobs } from '../../platform/jobs/postgres-jobs.ts';
import { AuditModule } from '../audit/wiring.ts';
import { CancelSolve } from './application/cancel-solve.ts';
import { SubmitSolve } from './application/submit-solve.ts';
import { EngineSolves } from './infra/repositories/engine-solves.ts';
import { RunSolve } from './application/run-solve.ts';
import { PurgeSolves } from './infra/purge-solves.ts';
import { EngineController } from './api/engine-controller.ts';

@Module({
  imports: [AuditModule],
  controllers: [EngineController],
  providers: [EngineSolves, SubmitSolve, CancelSolve, RunSolve, PurgeSolves],
})
export class EngineModule implements OnModuleInit {
  constructor(
    private readonly jobs: PostgresJobs,
    private readonly runSolve: RunSolve,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('engine.solve', 'heavy', ({ solveId }, signal) => this.runSolve.execute(solveId, signal));
  }
}
