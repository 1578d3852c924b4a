import { Module, type OnModuleInit } from '@nestjs/common';
import { PgJobs } from '../../platform/jobs/pg-jobs.ts';
import { AuditModule } from '../audit/wiring.ts';
import { AskEngine } from './application/ask-engine.ts';
import { EngineSolves } from './infra/repositories/engine-solves.ts';
import { SolveAlone } from './application/solve-alone.ts';
import { ForgetSolves } from './infra/forget-solves.ts';
import { EngineController } from './api/engine-controller.ts';

@Module({
  imports: [AuditModule],
  controllers: [EngineController],
  providers: [EngineSolves, AskEngine, SolveAlone, ForgetSolves],
})
export class EngineModule implements OnModuleInit {
  constructor(
    private readonly jobs: PgJobs,
    private readonly solveAlone: SolveAlone,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('engine.solve', 'heavy', ({ solveId }, signal) => this.solveAlone.execute(solveId, signal));
  }
}
