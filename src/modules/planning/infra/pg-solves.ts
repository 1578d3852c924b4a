import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { Month } from '../../../kernel/month.ts';
import { Work } from '../../../platform/database/work.ts';
import type { Progress } from '../../../solver/index.ts';
import { type Solve, type SolveId, Solves, type SolveState } from '../application/ports.ts';

interface Row {
  id: SolveId;
  subject: Month;
  state: SolveState;
  facts: { progress?: Progress };
  created_at: Date;
}

const KIND = 'plan.solve';

/** Solves as rows of job_progress, which the pages follow. */
@Injectable()
export class PgSolves extends Solves {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {
    super();
  }

  async insert(id: SolveId, month: Month): Promise<void> {
    await this.work.query(
      `insert into job_progress (committee_id, id, kind, subject, state, created_at, updated_at)
       values (current_committee(), $1, $2, $3, 'waiting', $4, $4)`,
      [id, KIND, month, this.clock.real()],
    );
  }

  findRunning(month: Month): Promise<Solve | null> {
    return this.findOne(`kind = $1 and subject = $2 and state in ('waiting', 'running')`, [KIND, month]);
  }

  find(id: SolveId): Promise<Solve | null> {
    return this.findOne(`kind = $1 and id = $2`, [KIND, id]);
  }

  findLatest(month: Month): Promise<Solve | null> {
    return this.findOne(`kind = $1 and subject = $2`, [KIND, month]);
  }

  async report(id: SolveId, progress: Progress): Promise<boolean> {
    const [row] = await this.work.query<{ cancel_asked: boolean }>(
      `with r as (update job_progress set facts = $2, updated_at = $3 where id = $1 and state = 'running' returning cancel_asked)
       select * from r`,
      [id, JSON.stringify({ progress }), this.clock.real()],
    );
    return row?.cancel_asked ?? false;
  }

  async move(id: SolveId, state: SolveState): Promise<void> {
    await this.work.query(`update job_progress set state = $2, updated_at = $3 where id = $1`, [
      id,
      state,
      this.clock.real(),
    ]);
  }

  async askToStop(id: SolveId): Promise<void> {
    await this.work.query(`update job_progress set cancel_asked = true where id = $1`, [id]);
  }

  private async findOne(where: string, parameters: readonly unknown[]): Promise<Solve | null> {
    const [row] = await this.work.query<Row>(
      `select id, subject, state, facts, created_at from job_progress where ${where} order by created_at desc limit 1`,
      parameters,
    );
    if (!row) return null;
    return {
      id: row.id,
      month: row.subject,
      state: row.state,
      progress: row.facts.progress ?? null,
      startedAt: row.created_at,
    };
  }
}
