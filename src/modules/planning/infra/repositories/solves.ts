import { Injectable } from '@nestjs/common';
import type { Month } from '../../../../kernel/month.ts';
import { type TrackedJob, TrackedJobs } from '../../../../kernel/tracked-jobs.ts';
import { UnitOfWork } from '../../../../kernel/unit-of-work.ts';
import type { Progress } from '../../../../solver/index.ts';
import { reportOf } from '../../../engine/index.ts';
import type { Solve, SolveId, SolveState } from '../../application/ports.ts';

const KIND = 'plan.solve';

/**
 * Solves as people follow them: what is asked for, how far it is, whether it shall stop. Solves of months as tracked
 * jobs, which the pages follow.
 */
@Injectable()
export class Solves {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tracked: TrackedJobs,
  ) {}

  async insert(id: SolveId, month: Month): Promise<void> {
    await this.tracked.insert({ id, kind: KIND, subject: month });
  }

  async findRunning(month: Month): Promise<Solve | null> {
    return solveOf(await this.tracked.findOpen<Progress>(KIND, month));
  }

  find(id: SolveId): Promise<Solve | null> {
    return this.work.run(async () => solveOf(await this.tracked.find<Progress>(KIND, id)));
  }

  findLatest(month: Month): Promise<Solve | null> {
    return this.work.run(async () => solveOf(await this.tracked.findLatest<Progress>(KIND, month)));
  }

  /** Answers whether somebody has asked to stop. */
  report(id: SolveId, progress: Progress): Promise<boolean> {
    return this.tracked.report(id, reportOf(progress));
  }

  async move(id: SolveId, state: SolveState): Promise<void> {
    await this.tracked.move(id, state);
  }

  async askToStop(id: SolveId): Promise<void> {
    await this.tracked.askToStop(id);
  }
}

function solveOf(job: TrackedJob<Progress> | null): Solve | null {
  if (!job) return null;
  const { id, subject, state, share, facts, startedAt } = job;
  return { id: id as SolveId, month: subject as Month, state, share, progress: facts, startedAt };
}
