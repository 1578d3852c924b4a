import { type EventFacts, type EventName, type EventOptions, Events } from '../../kernel/events.ts';
import { type CommitteeId, newId } from '../../kernel/id.ts';
import type { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import type { PostgresJobs } from '../jobs/postgres-jobs.ts';
import { CHANGES_CHANNEL } from '../live/change.ts';

export interface PublishedEvent<N extends EventName> {
  readonly id: string;
  readonly name: N;
  readonly subject: string | null;
  readonly facts: EventFacts[N];
  readonly occurredAt: Date;
}

type Handle<N extends EventName> = (event: PublishedEvent<N>) => Promise<void>;

export interface HandlerOptions {
  /** Whether an event of a subject waits until the subject's earlier events are handled. */
  readonly inOrder?: boolean;
}

interface Delivery {
  readonly eventId: string;
}

const jobOf = (handler: string) => `event:${handler}`;

/**
 * An event is a row of the transaction in which it happens; so is a delivery for each of its handlers, with a job that
 * makes it. A handler runs in the transaction that marks its delivery, so it takes effect once, however often the job
 * runs.
 */
export class PostgresEvents extends Events {
  private readonly handlers = new Map<EventName, string[]>();

  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly jobs: PostgresJobs,
  ) {
    super();
  }

  override async publish<N extends EventName>(
    name: N,
    facts: EventFacts[N],
    { subject, about = [] }: EventOptions = {},
  ): Promise<void> {
    const { committeeId, ...actor } = this.work.actor;
    const id = newId();
    const handlers = this.handlers.get(name) ?? [];
    await this.work.query(
      `with published as (
         insert into events (committee_id, id, name, subject, facts, about, actor)
         values ($1, $2, $3, $4, $5, $6, $7) returning *),
       delivered as (
         insert into event_deliveries (committee_id, event_id, handler, seq, subject)
         select committee_id, id, handler, seq, subject from published, unnest($8::text[]) handler)
       select pg_notify('${CHANGES_CHANNEL}', json_build_object('kind', 'event', 'committeeId', committee_id, 'id', id,
         'xid', xid::text, 'name', name, 'about', about, 'by', actor ->> 'accountId')::text) from published`,
      [committeeId, id, name, subject ?? null, JSON.stringify(facts), about, JSON.stringify(actor), handlers],
    );
    for (const handler of handlers) await this.ask(handler, id);
  }

  /**
   * Adds a handler of an event; to be called at the start of every process. `handler` must never change, because
   * waiting deliveries refer to it. Long work is a job of its own, enqueued by the handler.
   */
  on<N extends EventName>(name: N, handler: string, handle: Handle<N>, { inOrder = false }: HandlerOptions = {}): void {
    this.handlers.set(name, [...(this.handlers.get(name) ?? []), handler]);
    this.jobs.register<Delivery>(jobOf(handler), 'work', ({ eventId }) =>
      this.work.run(() => this.deliver(eventId, handler, handle, inOrder)),
    );
  }

  /** Number of deliveries of the acting committee that were not made yet. */
  async pending(): Promise<number> {
    const [row] = await this.work.query<{ pending: number }>(
      `select count(*)::int as pending from event_deliveries where handled_at is null`,
    );
    return row?.pending ?? 0;
  }

  /** As `pending`, for all committees. */
  async pendingOfAll(): Promise<number> {
    const committees = await this.work.run(() =>
      this.work.query<{ id: CommitteeId }>(`select id from served_committees`),
    );
    let pending = 0;
    for (const { id } of committees) {
      const actor = { accountId: null, committeeId: id, roles: [], specialistId: null };
      pending += await this.work.as(actor, () => this.work.run(() => this.pending()));
    }
    return pending;
  }

  private ask(handler: string, eventId: string): Promise<void> {
    return this.jobs.insert(jobOf(handler), { eventId } satisfies Delivery, { key: eventId });
  }

  private async deliver<N extends EventName>(
    eventId: string,
    handler: string,
    handle: Handle<N>,
    inOrder: boolean,
  ): Promise<void> {
    if (inOrder) await this.lockSubject(eventId, handler);
    const [event] = await this.work.query<PublishedEvent<N> & { readonly isEarly: boolean }>(
      `select e.id, e.name, e.subject, e.facts, e.occurred_at as "occurredAt",
         exists (select from event_deliveries earlier
           where earlier.handler = d.handler and earlier.subject = d.subject and earlier.seq < d.seq
             and earlier.handled_at is null) as "isEarly"
       from event_deliveries d join events e on e.committee_id = d.committee_id and e.id = d.event_id
       where d.event_id = $1 and d.handler = $2 and d.handled_at is null for update of d`,
      [eventId, handler],
    );
    // Handled already; or the delivery of an earlier event will trigger this one once it is made.
    if (!event || (inOrder && event.isEarly)) return;
    await handle(event);
    await this.work.query(`update event_deliveries set handled_at = now() where event_id = $1 and handler = $2`, [
      eventId,
      handler,
    ]);
    if (inOrder && event.subject !== null) await this.askForNext(handler, event.subject);
  }

  /**
   * Of two concurrent deliveries one sees the result of the other, so that neither leaves the later one waiting for
   * ever.
   */
  private async lockSubject(eventId: string, handler: string): Promise<void> {
    await this.work.query(
      `select pg_advisory_xact_lock(hashtext('event/' || $2), hashtext(subject)) from events
       where id = $1 and subject is not null`,
      [eventId, handler],
    );
  }

  private async askForNext(handler: string, subject: string): Promise<void> {
    const [next] = await this.work.query<{ eventId: string }>(
      `select event_id as "eventId" from event_deliveries
       where handler = $1 and subject = $2 and handled_at is null order by seq limit 1`,
      [handler, subject],
    );
    if (next) await this.ask(handler, next.eventId);
  }
}
