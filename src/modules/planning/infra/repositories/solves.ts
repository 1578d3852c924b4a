import { Injectable } from '@nestjs/common';
import { Jobs } from '../../../../kernel/jobs.ts';
import type { Month } from '../../../../kernel/month.ts';
import { isOver, type TrackedJob, TrackedJobs } from '../../../../kernel/tracked-jobs.ts';
import { UnitOfWork } from '../../../../kernel/unit-of-work.ts';
import { reportOf } from '../../../engine/index.ts';
import type { SolveFailure } from '../../domain/solve-failure.ts';
import type { Solve, SolveId, SolveProgress, SolveState } from '../../application/ports.ts';

const KIND = 'plan.solve';

/** Of a month one of each is made at the same time; none waits for another. `replan`: what a published month has left. */
const ABOUT = ['plan', 'variant', 'trial', 'replan'] as const;
export type SolveSubject = (typeof ABOUT)[number];

function subjectOf(month: Month, about: SolveSubject): string {
  return about === 'plan' ? month : `${month}/${about}`;
}

/** Solves of months, stored as tracked jobs that pages can follow. */
@Injectable()
export class Solves {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tracked: TrackedJobs,
    private readonly jobs: Jobs,
  ) {}

  async insert(id: SolveId, month: Month, about: SolveSubject = 'plan'): Promise<void> {
    await this.tracked.insert({ id, kind: KIND, subject: subjectOf(month, about) });
  }

  async findRunning(month: Month, about: SolveSubject = 'plan'): Promise<Solve | null> {
    return this.solveOf(await this.tracked.findOpen<SolveProgress | SolveFailure>(KIND, subjectOf(month, about)));
  }

  find(id: SolveId): Promise<Solve | null> {
    return this.work.run(async () => this.solveOf(await this.tracked.find<SolveProgress | SolveFailure>(KIND, id)));
  }

  /** What a solve was asked for. */
  async aboutOf(id: SolveId): Promise<SolveSubject> {
    const [, about] = (await this.tracked.find(KIND, id))?.subject.split('/') ?? [];
    return ABOUT.find((one) => one === about) ?? 'plan';
  }

  findLatest(month: Month, about: SolveSubject = 'plan'): Promise<Solve | null> {
    const subject = subjectOf(month, about);
    return this.work.run(async () =>
      this.solveOf(await this.tracked.findLatest<SolveProgress | SolveFailure>(KIND, subject)),
    );
  }

  /** Returns whether somebody has asked to stop. */
  report(id: SolveId, progress: SolveProgress): Promise<boolean> {
    return this.tracked.report(id, reportOf(progress));
  }

  async move(id: SolveId, state: SolveState): Promise<void> {
    await this.tracked.move(id, state);
  }

  async fail(id: SolveId, failure: SolveFailure): Promise<void> {
    await this.tracked.report(id, { share: null, facts: failure });
    await this.tracked.move(id, 'failed');
  }

  /** One that waits has ended by it. */
  async askToStop(id: SolveId): Promise<void> {
    await this.tracked.askToStop(id, { mayEndWaiting: true });
  }

  private async solveOf(job: TrackedJob<SolveProgress | SolveFailure> | null): Promise<Solve | null> {
    if (!job) return null;
    const { id, subject, state, share, facts, startedAt, isStopping } = job;
    const isFailure = facts !== null && 'contradictions' in facts;
    return {
      id: id as SolveId,
      month: subject.slice(0, '2020-12'.length) as Month,
      state,
      share,
      progress: isFailure ? null : facts,
      failure: isFailure ? facts : null,
      startedAt,
      isStopping,
      isAbandoned: !isOver(state) && (await this.jobs.isAbandoned(KIND, id)),
    };
  }
}
