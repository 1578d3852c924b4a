import type { Logger } from 'pino';
import type { CommitteeId } from '../../kernel/id.ts';
import { isOver, type TrackedJob } from '../../kernel/tracked-jobs.ts';
import type { DatabaseListener } from '../database/listener.ts';
import type { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import {
  type Change,
  CHANGES_CHANNEL,
  type EventChange,
  type JobChange,
  jobTopic,
  SESSIONS_CHANNEL,
} from './change.ts';
import { includes, parseSnapshot, sees, type Snapshot } from './snapshot.ts';

/** A connection that follows some topics of one committee. */
export interface Viewer {
  readonly committeeId: CommitteeId;
  readonly accountId: string | null;
  readonly topics: ReadonlySet<string>;
  /** The `position()` before the page was read; changes since then are sent. Null: only changes from now on. */
  readonly since: string | null;
  tell(change: Change): void;
  /**
   * Called when the viewer's permission may have ended, or the process stops: the client has to reconnect and be
   * authenticated again.
   */
  end(): void;
}

/** Number of changes kept for pages that are about to connect. */
const MOST_RECENT = 1000;
/** A page that was away longer reloads anyway. */
const HISTORY = '1 day';
const REFRESH_AGAIN_MS = 1000;

/**
 * Forwards the announcements of all processes to the open pages of this one, over a single listening connection: an
 * announcement costs no query per viewer. Nothing is missed between reading a page and its connection, because the page
 * states by a snapshot what it has seen.
 */
export class ChangeHub {
  private readonly viewers = new Map<string, Set<Viewer>>();
  private readonly jobs = new Map<string, Promise<JobChange | null>>();
  private recent: EventChange[] = [];
  /** From this snapshot on, `recent` contains all changes. */
  private from: Snapshot | null = null;
  private isRenewing = false;
  private isClosed = false;

  constructor(
    private readonly work: PostgresUnitOfWork,
    listener: DatabaseListener,
    private readonly log: Logger,
  ) {
    listener.listen(CHANGES_CHANNEL, (payload) => this.receive(JSON.parse(payload) as Change));
    listener.listen(SESSIONS_CHANNEL, (accountId) => {
      for (const viewer of this.all()) if (viewer.accountId === accountId) viewer.end();
    });
    listener.onConnected(async (client) => {
      const { rows } = await client.query<{ snapshot: string }>(`select pg_current_snapshot()::text as snapshot`);
      this.recent = [];
      this.from = parseSnapshot(rows[0]?.snapshot ?? '');
      this.jobs.clear();
      // Announcements were missed while nobody listened, so every viewer has to reconnect and catch up.
      for (const viewer of this.all()) viewer.end();
    });
  }

  get size(): number {
    return this.all().length;
  }

  /** The position of a page that is about to be read; must be asked for before. */
  position(): Promise<string> {
    return this.work.run(async () => {
      const [row] = await this.work.query<{ snapshot: string }>(`select pg_current_snapshot()::text as snapshot`);
      return row?.snapshot ?? '';
    });
  }

  /** Sends the viewer what it has missed, then what happens. @returns a function that ends it */
  async follow(viewer: Viewer): Promise<() => void> {
    const { committeeId } = viewer;
    const viewers = this.viewers.get(committeeId) ?? new Set();
    // Registered before the past is read, so that nothing is missed; changes in between may be sent twice.
    this.viewers.set(committeeId, viewers.add(viewer));
    if (this.isClosed) viewer.end();
    for (const topic of viewer.topics) {
      if (!topic.startsWith('job/')) continue;
      const asked = await this.jobOf(committeeId, topic.slice('job/'.length));
      const job = asked && (await (this.jobs.get(topic) ?? asked)); // which may be newer by now
      viewer.tell(
        job ?? { kind: 'job', committeeId, id: topic.slice('job/'.length), state: 'failed', share: null, facts: null },
      );
    }
    for (const change of await this.past(viewer)) this.tell(viewer, change);
    return () => {
      viewers.delete(viewer);
      if (viewers.size === 0 && this.viewers.get(committeeId) === viewers) this.viewers.delete(committeeId);
      for (const topic of viewer.topics) if (!this.isFollowed(committeeId, topic)) this.jobs.delete(topic);
    };
  }

  /** Ends all streams and refuses new ones. */
  close(): void {
    this.isClosed = true;
    for (const viewer of this.all()) viewer.end();
  }

  private all(): Viewer[] {
    return [...this.viewers.values()].flatMap((viewers) => [...viewers]);
  }

  private receive(change: Change): void {
    if (change.kind === 'event') {
      this.recent.push(change);
      if (this.recent.length >= 2 * MOST_RECENT) this.renew();
    } else if (this.isFollowed(change.committeeId, jobTopic(change.id))) {
      this.jobs.set(jobTopic(change.id), Promise.resolve(change));
    }
    for (const viewer of this.viewers.get(change.committeeId) ?? []) this.tell(viewer, change);
  }

  private tell(viewer: Viewer, change: Change): void {
    if (change.kind === 'job') {
      if (viewer.topics.has(jobTopic(change.id))) viewer.tell(change);
    } else if (change.by === null || change.by !== viewer.accountId) {
      if (change.about.some((topic) => viewer.topics.has(topic))) viewer.tell(change);
    }
  }

  private isFollowed(committeeId: string, topic: string): boolean {
    return [...(this.viewers.get(committeeId) ?? [])].some(({ topics }) => topics.has(topic));
  }

  /** One query for all followers of a job; afterwards announcements keep its state current. */
  private jobOf(committeeId: CommitteeId, id: string): Promise<JobChange | null> {
    const topic = jobTopic(id);
    const known = this.jobs.get(topic);
    if (known) return known.then((job) => (job?.committeeId === committeeId ? job : null));
    const asked = this.as(committeeId, async () => {
      const [job] = await this.work.query<Pick<TrackedJob, 'state' | 'share' | 'facts'>>(
        `select state, share, facts from tracked_jobs where id::text = $1`,
        [id],
      );
      return job ? { kind: 'job' as const, committeeId, id, ...job } : null;
    });
    this.jobs.set(topic, asked);
    // A result that is missing or failed is not kept, so that the next follower asks again.
    asked.then(
      (job) => !job && this.jobs.get(topic) === asked && this.jobs.delete(topic),
      () => this.jobs.get(topic) === asked && this.jobs.delete(topic),
    );
    return asked;
  }

  private async past({ committeeId, topics, since }: Viewer): Promise<readonly EventChange[]> {
    const seen = since === null ? null : parseSnapshot(since);
    if (since === null || seen === null) return [];
    if (this.from && includes(seen, this.from)) {
      return this.recent.filter((change) => change.committeeId === committeeId && !sees(seen, BigInt(change.xid)));
    }
    return this.as(committeeId, () =>
      this.work.query<EventChange>(
        `select 'event' as kind, committee_id as "committeeId", id, xid::text as xid, name, about, by
         from announced_events
         where occurred_at > now() - interval '${HISTORY}' and about && $1
           and not pg_visible_in_snapshot(xid, $2::pg_snapshot)
         order by seq limit 100`,
        [[...topics], since],
      ),
    );
  }

  /** Drops old changes, once it is known from where on the kept ones are complete. */
  private renew(): void {
    if (this.isRenewing) return;
    this.isRenewing = true;
    this.position()
      .then((snapshot) => {
        this.from = parseSnapshot(snapshot);
        this.recent = this.recent.slice(-MOST_RECENT);
        this.isRenewing = false;
      })
      .catch((error: unknown) => {
        this.log.warn({ err: error }, 'changes.not_renewed');
        setTimeout(() => (this.isRenewing = false), REFRESH_AGAIN_MS).unref();
      });
  }

  private as<T>(committeeId: CommitteeId, read: () => Promise<T>): Promise<T> {
    const actor = { accountId: null, committeeId, roles: [], specialistId: null };
    return this.work.as(actor, () => this.work.run(read));
  }
}

export function jobUpdateOf(job: JobChange): { share: number | null; figure: string; over: boolean } {
  const { share } = job;
  return { share, figure: share === null ? '' : `${Math.round(share * 100)}%`, over: isOver(job.state) };
}
