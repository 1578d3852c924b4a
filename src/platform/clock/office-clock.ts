import { Clock } from '../../kernel/clock.ts';
import type { DatabaseListener } from '../database/listener.ts';
import type { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';

const CHANNEL = 'giaoban_clock';

/**
 * The service's clock. The office's time is the machine's unless a demo has set it. Then it stands still between the
 * demo's steps, and is kept in the database so that all processes see the same time.
 */
export class OfficeClock extends Clock {
  private set: Date | null = null;

  constructor(
    private readonly work: PostgresUnitOfWork,
    listener: DatabaseListener,
  ) {
    super();
    listener.listen(CHANNEL, (set) => this.follow(new Date(set)));
    listener.onConnected(() => this.refresh());
  }

  get moved(): boolean {
    return this.set !== null;
  }

  now(): Date {
    return this.set ? new Date(this.set) : this.real();
  }

  real(): Date {
    // oxlint-disable-next-line only-the-clock/reads-now -- the one place of the service that may
    return new Date();
  }

  /** Sets the office's time to a later instant; never to an earlier one. */
  async moveTo(now: Date): Promise<void> {
    await this.work.run(() =>
      this.work.query(
        `with moved as (
           insert into office_clock (now) values ($1)
           on conflict (one) do update set now = greatest(office_clock.now, excluded.now) returning now)
         select pg_notify('${CHANNEL}', to_char(now at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from moved`,
        [now],
      ),
    );
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    const [row] = await this.work.run(() => this.work.query<{ now: Date }>(`select now from office_clock`));
    if (row) this.follow(row.now);
  }

  private follow(set: Date): void {
    if (this.set === null || set > this.set) this.set = set;
  }
}
