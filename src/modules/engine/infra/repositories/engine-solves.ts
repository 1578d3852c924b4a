import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../../kernel/actor.ts';
import { Clock } from '../../../../kernel/clock.ts';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { isOver, TrackedJobs } from '../../../../kernel/tracked-jobs.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { Progress } from '../../../../solver/index.ts';
import type { EngineSolve, EngineSolveId, EngineTask } from '../../application/engine-solve.ts';
import { reportOf } from '../../application/solve-report.ts';
import type {} from '../../errors.ts';

const KIND = 'engine.solve';

/** Submitted problems and their plans; their progress is stored with the tracked jobs. */
@Injectable()
export class EngineSolves {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
    private readonly tracked: TrackedJobs,
  ) {}

  countOpen(): Promise<number> {
    return this.tracked.countOpen(KIND);
  }

  async insert(id: EngineSolveId, { problem, options }: EngineTask): Promise<void> {
    await this.work.query(
      `insert into engine_solves (committee_id, id, problem, options, asked_at) values (current_committee(), $1, $2, $3, $4)`,
      [id, problem, JSON.stringify(options), this.clock.real()],
    );
    await this.tracked.insert({ id, kind: KIND, subject: id });
  }

  /** @throws DomainError solve.not_found */
  get(id: EngineSolveId): Promise<EngineSolve> {
    return this.work.run(async () => {
      const job = await this.tracked.find<Progress>(KIND, id);
      if (!job) throw new DomainError('solve.not_found', {});
      const [row] = await this.work.query<{ hasPlan: boolean }>(
        `select plan is not null as "hasPlan" from engine_solves where id = $1`,
        [id],
      );
      return { id, state: job.state, progress: job.facts, hasPlan: row?.hasPlan ?? false, askedAt: job.startedAt };
    });
  }

  /** As `get`, for callers that follow a solve after the request has ended. */
  getFor(actor: Actor, id: EngineSolveId): Promise<EngineSolve> {
    return this.work.as(actor, () => this.get(id));
  }

  /** The problem to solve, marked as running; null where the solve has ended. */
  async begin(id: EngineSolveId): Promise<EngineTask | null> {
    const job = await this.tracked.find(KIND, id);
    if (!job || isOver(job.state)) return null;
    await this.tracked.move(id, 'running');
    const [row] = await this.work.query<EngineTask>(`select problem::text, options from engine_solves where id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** Returns whether somebody has asked to stop. */
  report(id: EngineSolveId, progress: Progress): Promise<boolean> {
    return this.tracked.report(id, reportOf(progress));
  }

  async end(id: EngineSolveId, state: 'done' | 'failed' | 'cancelled', plan: string | null): Promise<void> {
    await this.work.query(`update engine_solves set plan = $2 where id = $1`, [id, plan]);
    await this.tracked.move(id, state);
  }

  /** As JSON text. @throws DomainError solve.not_found, solve.not_done */
  getPlan(id: EngineSolveId): Promise<string> {
    return this.work.run(async () => {
      const { state } = await this.get(id);
      const [row] = await this.work.query<{ plan: string | null }>(
        `select plan::text from engine_solves where id = $1`,
        [id],
      );
      if (!row || row.plan === null) throw new DomainError('solve.not_done', { state });
      return row.plan;
    });
  }

  /** A waiting solve ends at once; a running one stops at its next report. */
  async askToStop(id: EngineSolveId): Promise<void> {
    await this.tracked.askToStop(id, { mayEndWaiting: true });
  }

  /** Deletes solves that were submitted before the instant and have ended. @returns their number */
  async deleteBefore(instant: Date): Promise<number> {
    await this.tracked.deleteBefore(KIND, instant);
    const rows = await this.work.query(
      `with gone as (
         delete from engine_solves s
         where asked_at < $1 and not exists (select from tracked_jobs j where j.id = s.id) returning id)
       select id from gone`,
      [instant],
    );
    return rows.length;
  }
}
