import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { Work } from '../../../platform/database/work.ts';
import type { Progress } from '../../../solver/index.ts';
import {
  type EngineSolve,
  type EngineSolveId,
  EngineSolves,
  type EngineSolveState,
  type EngineTask,
} from '../application/ports.ts';

interface Row {
  id: EngineSolveId;
  state: EngineSolveState;
  progress: Progress | null;
  has_plan: boolean;
  asked_at: Date;
}

@Injectable()
export class PgEngineSolves extends EngineSolves {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {
    super();
  }

  async countOpen(): Promise<number> {
    const [row] = await this.work.query<{ open: number }>(
      `select count(*)::int as open from engine_solves where state in ('waiting', 'running')`,
      [],
    );
    return row?.open ?? 0;
  }

  async insert(id: EngineSolveId, { problem, options }: EngineTask): Promise<void> {
    await this.work.query(
      `insert into engine_solves (committee_id, id, state, problem, options, asked_at, updated_at)
       values (current_committee(), $1, 'waiting', $2, $3, $4, $4)`,
      [id, problem, JSON.stringify(options), this.clock.real()],
    );
  }

  async find(id: EngineSolveId): Promise<EngineSolve | null> {
    const [row] = await this.work.query<Row>(
      `select id, state, progress, plan is not null as has_plan, asked_at from engine_solves where id = $1`,
      [id],
    );
    if (!row) return null;
    return { id: row.id, state: row.state, progress: row.progress, hasPlan: row.has_plan, askedAt: row.asked_at };
  }

  async begin(id: EngineSolveId): Promise<EngineTask | null> {
    const [row] = await this.work.query<EngineTask>(
      `with r as (
         update engine_solves set state = 'running', updated_at = $2
         where id = $1 and state in ('waiting', 'running') returning problem::text, options
       ) select * from r`,
      [id, this.clock.real()],
    );
    return row ?? null;
  }

  async report(id: EngineSolveId, progress: Progress): Promise<boolean> {
    const [row] = await this.work.query<{ cancel_asked: boolean }>(
      `with r as (
         update engine_solves set progress = $2, updated_at = $3 where id = $1 and state = 'running' returning cancel_asked
       ) select * from r`,
      [id, JSON.stringify(progress), this.clock.real()],
    );
    return row?.cancel_asked ?? false;
  }

  async end(id: EngineSolveId, state: 'done' | 'failed' | 'cancelled', plan: string | null): Promise<void> {
    await this.work.query(`update engine_solves set state = $2, plan = $3, updated_at = $4 where id = $1`, [
      id,
      state,
      plan,
      this.clock.real(),
    ]);
  }

  async plan(id: EngineSolveId): Promise<string | null> {
    const [row] = await this.work.query<{ plan: string | null }>(`select plan::text from engine_solves where id = $1`, [
      id,
    ]);
    return row?.plan ?? null;
  }

  async cancel(id: EngineSolveId): Promise<void> {
    await this.work.query(
      `update engine_solves
       set cancel_asked = true, state = case state when 'waiting' then 'cancelled' else state end, updated_at = $2
       where id = $1 and state in ('waiting', 'running')`,
      [id, this.clock.real()],
    );
  }

  async deleteBefore(instant: Date): Promise<number> {
    const rows = await this.work.query<{ id: string }>(
      `with r as (
         delete from engine_solves where asked_at < $1 and state not in ('waiting', 'running') returning id
       ) select * from r`,
      [instant],
    );
    return rows.length;
  }
}
