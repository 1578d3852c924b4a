import type { NestExpressApplication } from '@nestjs/platform-express';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.ts';
import type { HashingCost } from '../modules/identity/wiring.ts';
import type { DatabaseFault } from '../platform/database/database-unusable.ts';
import { OfficeClock } from '../platform/clock/office-clock.ts';
import { applicationDatabase, migrate } from '../platform/database/database.ts';
import { PATIENCE, retryWhileUnavailable, type Patience, reachDatabase } from '../platform/database/reach-database.ts';
import { DatabaseListener } from '../platform/database/listener.ts';
import { PostgresUnitOfWork } from '../platform/database/postgres-unit-of-work.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import type { PageFeatures } from '../platform/http/pages.ts';
import { PostgresJobs } from '../platform/jobs/postgres-jobs.ts';
import { Schedules } from '../platform/jobs/schedules.ts';
import { ChangeHub } from '../platform/live/change-hub.ts';
import { SmtpTransport } from '../platform/mail/smtp-transport.ts';
import { type Mailbox, startMailbox } from '../platform/mailbox/mailbox.ts';
import { drainRequests } from './drain-requests.ts';
import { holdPort } from './held-port.ts';

export interface ServiceOptions {
  readonly config: Config;
  /** Whether this process answers HTTP. */
  readonly serves: boolean;
  /** Whether this process runs jobs and schedules. */
  readonly works: boolean;
  readonly log?: Logger;
  readonly features?: PageFeatures;
  /** How long the start waits for the database. */
  readonly patience?: Patience;
  /** The cost of hashing passwords; only tests lower it. */
  readonly hashingCost?: HashingCost;
}

/** A running process of the service. */
export interface Service {
  readonly app: NestExpressApplication;
  readonly config: Config;
  /** Where this process answers; empty where it serves nothing. */
  readonly url: string;
  readonly database: DataSource;
  readonly clock: OfficeClock;
  readonly work: PostgresUnitOfWork;
  /** The parts that the service started itself, because the environment names none. */
  readonly embedded: { readonly postgres: EmbeddedPostgres | null; readonly mailbox: Mailbox | null };
  stop(): Promise<void>;
}

/**
 * Starts the service and those parts that the environment does not provide; if a step fails, what was started is
 * stopped.
 */
export async function startService({
  config: asked,
  serves,
  works,
  log,
  features,
  patience = PATIENCE,
  hashingCost,
}: ServiceOptions): Promise<Service> {
  const logger = log ?? pino({ level: asked.logLevel });
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse())
      await step().catch((err: unknown) => logger.error({ err }, 'stop.failed'));
  };
  try {
    const port = serves ? await holdPort(asked) : null;
    const config = port?.config ?? asked;
    let isHeld = port !== null;
    undo.push(() => new Promise((resolve) => (isHeld ? port?.server.close(resolve) : resolve(null))));
    const given = config.databaseUrl;
    const onWait = (fault: DatabaseFault) => logger.warn({ fault }, 'database.awaited');
    // Before everything else is loaded: an unreachable server is reported at once, and is not confused with a slow
    // machine.
    if (given) await reachDatabase(given, onWait, patience);
    const loading = import('./application.ts');
    loading.catch(() => undefined); // reported where it is awaited
    const postgres = given
      ? null
      : await startEmbeddedPostgres({
          dataDir: join(config.dataDir, 'postgres'),
          log: (facts, event) => logger.info(facts, event),
        });
    if (postgres) undo.push(() => postgres.stop());
    const url = given ?? postgres?.url ?? '';
    const migrated = await retryWhileUnavailable(() => migrate(url, patience.answerMs), onWait, patience);
    if (migrated.length > 0) logger.info({ migrated }, 'database.migrated');

    const { createApplication, entities } = await loading;
    const onConnectionLost = (error: Error) => logger.warn({ reason: error.message }, 'database.connection_lost');
    const connect = () =>
      applicationDatabase({ url, entities, answerMs: patience.answerMs, onConnectionLost }).initialize();
    const database = await retryWhileUnavailable(connect, onWait, patience);
    undo.push(() => database.destroy());
    const work = new PostgresUnitOfWork(database);
    const listener = new DatabaseListener(url, logger);
    const clock = new OfficeClock(work, listener);
    const jobs = new PostgresJobs(url, work, listener, logger);
    const changes = new ChangeHub(work, listener, logger);
    undo.push(() => listener.stop());
    await listener.start();
    const mailbox = config.smtpUrl ? null : await startMailbox({ dir: join(config.dataDir, 'mailbox') });
    if (mailbox) undo.push(() => mailbox.stop());
    const mail = new SmtpTransport({
      url: config.smtpUrl ?? mailbox?.url ?? '',
      name: new URL(config.publicUrl).hostname,
    });
    undo.push(() => mail.close());

    const parts = {
      config,
      log: logger,
      database,
      work,
      clock,
      jobs,
      changes,
      mail,
      mailbox,
      features: features ?? { hasMailbox: mailbox !== null },
      ...(hashingCost && { hashingCost }),
    };
    const app = await createApplication(parts);
    undo.push(() => app.close());
    await app.init();
    undo.push(() => jobs.stop());
    if (works) {
      jobs.start();
      const schedules = app.get(Schedules);
      await schedules.start();
      undo.push(() => schedules.stop());
    }
    if (port) {
      undo.push(() => {
        changes.close();
        return drainRequests(app.getHttpServer());
      });
      // Node can make a server listen on another server's handle; Nest passes that on but does not declare it.
      await app.listen(port.server as unknown as number);
      isHeld = false;
    }
    return {
      app,
      config,
      url: serves ? await localUrl(app) : '',
      database,
      clock,
      work,
      embedded: { postgres, mailbox },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address on this machine; the public one may go through a proxy. */
async function localUrl(app: NestExpressApplication): Promise<string> {
  return (await app.getUrl()).replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
}
