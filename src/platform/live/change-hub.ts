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

/** Somebody who follows a few topics of one committee. */
export interface Viewer {
  readonly committeeId: CommitteeId;
  readonly accountId: string | null;
  readonly topics: ReadonlySet<string>;
  /** What the viewer knows already: `position()` of before the page was read. Null: only what comes from now on. */
  readonly since: string | null;
  tell(change: Change): void;
  /** The viewer's right to see may be over, or the process stops: come again, and be asked who you are. */
  end(): void;
}

/** Changes kept for pages that are about to connect. */
const MOST_RECENT = 1000;
/** A page that was away for longer loads anew anyway. */
const HISTORY = '1 day';
const REFRESH_AGAIN_MS = 1000;

/**
 * Hands on to the open pages of this process what all processes announce, over the process's one listening connection:
 * a viewer costs no query when something happens. Nothing is missed between the reading of a page and its connection,
 * because the page says by a snapshot what it has seen.
 */
export class ChangeHub {
  private readonly viewers = new Map<string, Set<Viewer>>();
  private readonly jobs = new Map<string, Promise<JobChange | null>>();
  private recent: EventChange[] = [];
  /** From which snapshot on all changes are in `recent`. */
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
      // What was announced while nobody listened is asked for by each viewer who comes again.
      for (const viewer of this.all()) viewer.end();
    });
  }

  get size(): number {
    return this.all().length;
  }

  /** What the caller's page is about to see; to be asked for before the page is read. */
  position(): Promise<string> {
    return this.work.run(async () => {
      const [row] = await this.work.query<{ snapshot: string }>(`select pg_current_snapshot()::text as snapshot`);
      return row?.snapshot ?? '';
    });
  }

  /** Tells what the viewer does not know yet, then what happens. @returns what ends it. */
  async follow(viewer: Viewer): Promise<() => void> {
    const { committeeId } = viewer;
    const viewers = this.viewers.get(committeeId) ?? new Set();
    // First this, then the past, so that nothing falls between; what comes meanwhile may be told twice.
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

  /** Ends all streams; who comes now is sent away at once. */
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

  /** One query for all who follow a job; from then on the announcements keep it. */
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
    // What is not there, or could not be read, is asked for anew by the next one.
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

  /** Forgets old changes, once it is known from where on the kept ones are complete. */
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

export function newsOf(job: JobChange): { share: number | null; figure: string; detail: string; over: boolean } {
  const { share } = job;
  return { share, figure: share === null ? '' : `${Math.round(share * 100)}%`, detail: '', over: isOver(job.state) };
}
