import { DomainError } from '../../kernel/domain-error.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import type {} from './errors.ts';

/** Counters in PostgreSQL, so that all replicas share them. */
export class RateLimits {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError http.too_many for each hit after the first `limit`, until the window of `seconds` is over. */
  async hit(key: string, limit: number, seconds: number): Promise<void> {
    const now = this.clock.real();
    const [row] = await this.work.run(() =>
      this.work.query<{ hits: number; resetsAt: Date }>(
        `insert into rate_limits as r (key, hits, resets_at) values ($1, 1, $2::timestamptz + make_interval(secs => $3))
         on conflict (key) do update set
           hits = case when r.resets_at <= $2 then 1 else r.hits + 1 end,
           resets_at = case when r.resets_at <= $2 then excluded.resets_at else r.resets_at end
         returning hits, resets_at as "resetsAt"`,
        [key, now, seconds],
      ),
    );
    if (row && row.hits > limit) {
      throw new DomainError('http.too_many', { seconds: Math.ceil((row.resetsAt.getTime() - now.getTime()) / 1000) });
    }
  }
}
