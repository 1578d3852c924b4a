import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clock } from '../../../kernel/clock.ts';
import type { Id, Ref } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { PostgresJobs } from '../../../platform/jobs/postgres-jobs.ts';
import { type Delivery, MailTransport } from '../../../platform/mail/mail-transport.ts';
import { LOGGER } from '../../../platform/tokens.ts';
import { AuditTrail } from '../../audit/index.ts';
import type {} from '../application/mail-job.ts';
import type { MailTemplate } from '../application/mail-models.ts';
import { holdAfter, judge, type Outcome, type Verdict } from '../domain/attempt.ts';
import { MailHolds } from './repositories/mail-holds.ts';
import { SECRET_MAILS } from './secret-mails.ts';

/** A mail that was refused itself is tried this much later than the others. */
const AFTER_OTHERS_MS = 30_000;
const TEST_MAIL: MailTemplate = 'test-mail';

interface QueuedMail {
  id: Id<'Mail'>;
  key: string;
  kind: string;
  address: string;
  attempts: number;
  fault: string | null;
  triedAt: Date | null;
  from: string;
  mime: string;
  thread: string | null;
}

/**
 * Sends one mail: reads it in one transaction, hands it over outside of any, and stores the outcome in another. If the
 * process is killed in between, the mail stays queued and is sent again, byte for byte the same. The next attempt is
 * scheduled in the transaction that counts this one, so that mail and job cannot disagree.
 */
@Injectable()
export class SendMail implements OnModuleInit {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly jobs: PostgresJobs,
    private readonly transport: MailTransport,
    private readonly holds: MailHolds,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('mail.send', 'mail', ({ mailId }) => this.send(mailId));
  }

  private async send(mailId: Ref<'Mail'>): Promise<void> {
    const mail = await this.work.run(() => this.take(mailId));
    if (!mail) return;
    const delivery = await this.transport.deliver({ from: mail.from, to: mail.address, mime: mail.mime });
    const event = await this.work.run(() => this.record(mail, delivery));
    const facts = { mailId, kind: mail.kind, attempt: mail.attempts + 1 };
    if (delivery.kind === 'accepted') this.log.info(facts, event);
    else this.log.warn({ ...facts, reason: delivery.reason }, event);
  }

  /**
   * The mail if it is still to be sent and waits neither for a mail that it follows nor for a hold; both schedule it
   * later.
   */
  private async take(mailId: Ref<'Mail'>): Promise<QueuedMail | null> {
    const [mail] = await this.work.query<QueuedMail>(
      `select id, key, kind, to_address as address, attempts, fault, tried_at as "triedAt", content->>'from' as "from",
         content->>'mime' as mime, content->>'thread' as thread
       from mails where id = $1 and state = 'queued'`,
      [mailId],
    );
    if (!mail) return null;
    // A test mail is sent to see whether the server accepts mails again.
    const heldUntil = mail.kind === TEST_MAIL ? null : await this.holds.pass(this.clock.real());
    if (heldUntil) {
      await this.postpone([mail.id], heldUntil);
      return null;
    }
    if (!mail.thread) return (await this.begin(mailId)) ? mail : null;
    // The lock waits for a transaction that is recording the earlier mail, which then finds this one waiting.
    const [before] = await this.work.query<{ state: string }>(`select state from mails where key = $1 for share`, [
      mail.thread,
    ]);
    return before?.state !== 'queued' && (await this.begin(mailId)) ? mail : null;
  }

  /** From now on it may have arrived, so it is not taken back any more. @returns false where that was done meanwhile */
  private async begin(mailId: Ref<'Mail'>): Promise<boolean> {
    const rows = await this.work.query(
      `with begun as (
         update mails set tried_at = coalesce(tried_at, $2) where id = $1 and state = 'queued' returning 1)
       select * from begun`,
      [mailId, this.clock.real()],
    );
    return rows.length > 0;
  }

  private async record(mail: QueuedMail, delivery: Delivery): Promise<string> {
    const now = this.clock.real();
    const attempts = mail.attempts + 1;
    const outcome = outcomeOf(delivery);
    if (outcome === 'message_refused') await this.holds.lock();
    const verdict = judge(outcome, { attempts, ...(await this.circumstances(mail)) });
    const changed = await this.store(mail, delivery, verdict, attempts);
    if (!changed) return 'mail.sent_already';
    if (verdict.holdsAll) {
      await this.holdAll(delivery, now);
      return 'mail.held';
    }
    if (verdict.pause !== null) {
      await this.postpone([mail.id], new Date(now.getTime() + verdict.pause * 1000));
      return 'mail.postponed';
    }
    if (outcome === 'accepted' && (await this.holds.end())) await this.wakeAll();
    await this.wakeFollowers(mail.key);
    if (verdict.state === 'failed') {
      this.audit.record({ action: 'mail.given_up', subject: { kind: 'mail', id: mail.id }, details: { attempts } });
    }
    return verdict.state === 'sent' ? 'mail.sent' : 'mail.failed';
  }

  private async store(mail: QueuedMail, delivery: Delivery, verdict: Verdict, attempts: number): Promise<boolean> {
    const { state, fault } = verdict;
    const rows = await this.work.query(
      `with changed as (
         update mails set state = $2, attempts = $3, last_error = $4, sent_at = $5, fault = $7, tried_at = $8, next_at = null,
           content = case when $6 then content - 'mime' else content end
         where id = $1 and state = 'queued' returning 1)
       select * from changed`,
      [
        mail.id,
        state,
        attempts,
        delivery.kind === 'accepted' ? null : `${delivery.reason}: ${delivery.reply}`,
        state === 'sent' ? this.clock.now() : null,
        state !== 'queued' && SECRET_MAILS.has(mail.kind),
        fault,
        this.clock.real(),
      ],
    );
    return rows.length > 0;
  }

  /** What happened to other mails since the server last accepted one. */
  private async circumstances({ id, address, fault, triedAt }: QueuedMail) {
    const [row] = await this.work.query<{ refused: number; acceptedAt: Date | null }>(
      `with accepted as (select max(tried_at) as at from mails where state = 'sent')
       select (select count(distinct to_address)::int from mails
           where id <> $1 and to_address <> $2 and fault in ('message', 'service')
             and tried_at > coalesce((select at from accepted), '-infinity')) as refused,
         (select at from accepted) as "acceptedAt"`,
      [id, address],
    );
    const acceptedAt = row?.acceptedAt ?? null;
    const wasRefused = fault === 'message' || fault === 'service';
    return {
      othersRefused: row?.refused ?? 0,
      acceptedOthersSince: wasRefused && triedAt !== null && acceptedAt !== null && acceptedAt > triedAt,
    };
  }

  /** The fault lies in the service: mails that failed for it since the last success wait again, with all others. */
  private async holdAll(delivery: Delivery, now: Date): Promise<void> {
    const refusals = await this.holds.countRefusal();
    const until = new Date(now.getTime() + holdAfter(refusals) * 1000);
    await this.holds.store(now, until, delivery.kind === 'accepted' ? '' : `${delivery.reason}: ${delivery.reply}`);
    const refused = await this.work.query<{ id: Id<'Mail'> }>(
      `with changed as (
         update mails set state = 'queued', fault = 'service' where fault in ('message', 'service')
           and state in ('failed', 'queued') and content ? 'mime'
           and tried_at > coalesce((select max(tried_at) from mails where state = 'sent'), '-infinity') returning id)
       select id from changed`,
    );
    // Mails not yet tried go first, so that a mail that is refused for itself cannot hold up the rest.
    await this.postpone(
      refused.map(({ id }) => id),
      new Date(until.getTime() + AFTER_OTHERS_MS),
    );
  }

  private async postpone(ids: readonly string[], until: Date): Promise<void> {
    await this.work.query(`update mails set next_at = $2 where id = any($1::uuid[])`, [ids, until]);
    await this.jobs.enqueueAll(
      'mail.send',
      ids.map((id) => ({ payload: { mailId: id }, key: id, after: until })),
    );
  }

  /** The server accepts mails again. */
  private async wakeAll(): Promise<void> {
    const waiting = await this.work.query<{ id: Id<'Mail'> }>(
      `with woken as (update mails set next_at = null where state = 'queued' returning id, made_at)
       select id from woken order by made_at, id`,
    );
    await this.jobs.enqueueAll(
      'mail.send',
      waiting.map(({ id }) => ({ payload: { mailId: id }, key: id })),
    );
  }

  private async wakeFollowers(key: string): Promise<void> {
    const followers = await this.work.query<{ id: Id<'Mail'> }>(
      `select id from mails where content->>'thread' = $1 and state = 'queued' order by made_at, id`,
      [key],
    );
    for (const { id } of followers) await this.jobs.enqueue('mail.send', { mailId: id }, { key: id });
  }
}

function outcomeOf(delivery: Delivery): Outcome {
  if (delivery.kind !== 'refused') return delivery.kind;
  return delivery.about === 'message' ? 'message_refused' : 'recipient_refused';
}
