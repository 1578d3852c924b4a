import type { Clock } from '../../kernel/clock.ts';
import { type JobReport, type TrackedJob, TrackedJobs, type TrackedJobState } from '../../kernel/tracked-jobs.ts';
import type { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import { CHANGES_CHANNEL } from '../live/change.ts';

const COLUMNS = `id, kind, subject, state, share, facts, created_at as "startedAt",
  cancel_asked and state in ('waiting', 'running') as "isStopping"`;
const OPEN = `state in ('waiting', 'running')`;
/** Notifies the followers of the job in the same commit. */
const TELL = `pg_notify('${CHANGES_CHANNEL}', json_build_object('kind', 'job', 'committeeId', committee_id, 'id', id,
  'state', state, 'share', share, 'facts', case when length(facts::text) < 4000 then facts end)::text)`;

export class PostgresTrackedJobs extends TrackedJobs {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async insert({ id, kind, subject }: Pick<TrackedJob, 'id' | 'kind' | 'subject'>): Promise<void> {
    await this.work.query(
      `insert into job_progress (committee_id, id, kind, subject, state, created_at, updated_at)
       values (current_committee(), $1, $2, $3, 'waiting', $4, $4)`,
      [id, kind, subject, this.clock.real()],
    );
  }

  override find<Facts>(kind: string, id: string): Promise<TrackedJob<Facts> | null> {
    return this.findOne<Facts>(`kind = $1 and id = $2`, [kind, id]);
  }

  override findLatest<Facts>(kind: string, subject: string): Promise<TrackedJob<Facts> | null> {
    return this.findOne<Facts>(`kind = $1 and subject = $2`, [kind, subject]);
  }

  override findOpen<Facts>(kind: string, subject: string): Promise<TrackedJob<Facts> | null> {
    return this.findOne<Facts>(`kind = $1 and subject = $2 and ${OPEN}`, [kind, subject]);
  }

  override async countOpen(kind: string): Promise<number> {
    const [row] = await this.work.query<{ open: number }>(
      `select count(*)::int as open from job_progress where kind = $1 and ${OPEN}`,
      [kind],
    );
    return row?.open ?? 0;
  }

  override async report(id: string, { share, facts }: JobReport): Promise<boolean> {
    const [row] = await this.work.query<{ cancelAsked: boolean }>(
      `with reported as (
         update job_progress set share = $2, facts = $3, updated_at = $4 where id = $1 and state = 'running' returning *)
       select cancel_asked as "cancelAsked", ${TELL} from reported`,
      [id, share, JSON.stringify(facts), this.clock.real()],
    );
    return row?.cancelAsked ?? false;
  }

  override async move(id: string, state: TrackedJobState): Promise<void> {
    await this.work.query(
      `with moved as (update job_progress set state = $2, updated_at = $3 where id = $1 returning *)
       select ${TELL} from moved`,
      [id, state, this.clock.real()],
    );
  }

  override async askToStop(id: string, { mayEndWaiting = false } = {}): Promise<void> {
    await this.work.query(
      `with asked as (
         update job_progress set cancel_asked = true, updated_at = $3,
           state = case when state = 'waiting' and $2 then 'cancelled' else state end
         where id = $1 and ${OPEN} returning *)
       select ${TELL} from asked`,
      [id, mayEndWaiting, this.clock.real()],
    );
  }

  override async deleteBefore(kind: string, instant: Date): Promise<void> {
    await this.work.query(`delete from job_progress where kind = $1 and created_at < $2 and not ${OPEN}`, [
      kind,
      instant,
    ]);
  }

  private async findOne<Facts>(where: string, parameters: readonly unknown[]): Promise<TrackedJob<Facts> | null> {
    const [row] = await this.work.query<TrackedJob<Facts>>(
      `select ${COLUMNS} from job_progress where ${where} order by created_at desc limit 1`,
      parameters,
    );
    return row ?? null;
  }
}
