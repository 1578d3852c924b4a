import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { Logger } from 'pino';

/** First half of the advisory lock that a living process holds; any number that nothing else uses. */
const LIVING = 739_120;
const LOOK_EVERY_MS = 3000;

/**
 * Gives back at once what a killed process was working on. Each process holds a session lock for as long as it lives
 * (the server lets go of it when the socket closes) and writes which jobs it has taken; a taken job whose process holds
 * no lock is put back into its queue. Without this a job would wait for its queue's whole expiry.
 */
export class JobClaims {
  private readonly process = randomInt(1, 2 ** 31);
  private client: Promise<pg.Client> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  /** One connection runs one statement at a time. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => {
      this.looking = this.look();
    }, LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
    await this.client?.then((client) => client.end()).catch(() => undefined);
  }

  async claim(jobId: string, lane: string): Promise<void> {
    await this.query(
      `insert into job_claims (job_id, lane, process, claimed_at) values ($1, $2, $3, now())
       on conflict (job_id) do update set process = excluded.process, claimed_at = excluded.claimed_at`,
      [jobId, lane, this.process],
    );
  }

  private async look(): Promise<void> {
    try {
      const { rowCount } = await this.query(
        `with living as (
           select objid::bigint as process from pg_locks
           where locktype = 'advisory' and classid = $1 and granted
             and database = (select oid from pg_database where datname = current_database()))
         update pgboss.job j set state = 'retry', start_after = now()
         from pgboss.job k left join job_claims c on c.job_id = k.id
         where j.id = k.id and j.name = k.name and k.state = 'active'
           and case when c.job_id is null then k.started_on < now() - interval '15 seconds'
               else c.process not in (select process from living) end`,
        [LIVING],
      );
      if (rowCount) this.log.warn({ jobs: rowCount }, 'jobs.taken_back');
      await this.query(
        `delete from job_claims c where claimed_at < now() - interval '1 day'
         and not exists (select 1 from pgboss.job j where j.id = c.job_id and j.state = 'active')`,
      );
    } catch (error) {
      this.log.warn({ reason: (error as Error).message }, 'jobs.unreachable');
    }
  }

  private query(sql: string, parameters: unknown[] = []): Promise<pg.QueryResult> {
    const result = this.last.then(async () => (await this.connected()).query(sql, parameters));
    this.last = result.catch(() => undefined);
    return result;
  }

  private connected(): Promise<pg.Client> {
    const client = (this.client ??= this.connect());
    client.catch(() => this.forget(client));
    return client;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'giaoban-claims',
      connectionTimeoutMillis: 5000,
      options: '-c role=giaoban_app',
    });
    client.on('error', () => (this.client = null));
    client.on('end', () => (this.client = null));
    await client.connect();
    await client.query('select pg_advisory_lock($1, $2)', [LIVING, this.process]);
    return client;
  }

  private forget(client: Promise<pg.Client>): void {
    if (this.client === client) this.client = null;
  }
}
