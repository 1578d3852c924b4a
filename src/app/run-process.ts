import { pino } from 'pino';
import { readConfig } from '../config/config.ts';
import type { Service, ServiceOptions } from './service.ts';
import { startFailure } from './start-failure.ts';

/** Runs a process of the service until it is told to stop; says in one sentence why it cannot start. */
export async function runProcess({ serves }: { serves: boolean }): Promise<void> {
  try {
    const config = readConfig(process.env);
    const log = pino({ level: config.logLevel });
    outliveFaults(log);
    const starting = start({ config, serves, works: !serves || config.webWorksJobs, log });
    // A signal in the middle of the start stops what has been started by then.
    stopOnSignal({ stop: () => starting.then((started) => started.stop()) }, log);
    const service = await starting;
    if (service.embedded.postgres) {
      log.warn('DATABASE_URL is not set: using the embedded PostgreSQL. Back up its directory, or set DATABASE_URL.');
    }
    if (service.embedded.mailbox) {
      log.warn('SMTP_URL is not set: mails stay in the built-in mailbox and reach nobody. Set SMTP_URL to send them.');
    }
    log.info({ url: serves ? service.config.publicUrl : undefined }, 'service.started');
  } catch (error) {
    const sentence = await startFailure(error);
    if (sentence === null) throw error;
    endWith(sentence);
  }
}

/** Loads what a start needs only once the configuration has proven to be sound. */
async function start(options: ServiceOptions): Promise<Service> {
  const { startService } = await import('./service.ts');
  return startService(options);
}

/** The first signal lets what runs come to its end; a second one does not wait. */
export function stopOnSignal(service: Pick<Service, 'stop'>, log: pino.Logger): void {
  let asked = false;
  const stop = (signal: string) => {
    if (asked) process.exit(130);
    asked = true;
    log.info({ signal }, 'service.stopping');
    service.stop().then(
      () => process.exit(process.exitCode ?? 0),
      // Also where the start that was to be stopped has failed; whoever waits for it may not come to say so any more.
      async (error: unknown) => endWith((await startFailure(error)) ?? stackOf(error)),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/**
 * A promise that nobody waited for is a mistake of ours that must not cost everybody their service. An exception out of
 * nowhere may have left anything half-done, so then the process ends in good order, and is started anew by whoever
 * keeps it.
 */
export function outliveFaults(log: pino.Logger): void {
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'process.rejection_unhandled'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'process.exception_uncaught');
    // Whoever wants no log is told nevertheless why the process ends.
    if (!log.isLevelEnabled('fatal')) process.stderr.write(`${stackOf(error)}\n`);
    process.exitCode = 1;
    process.emit('SIGTERM', 'SIGTERM');
  });
}

function endWith(words: string): void {
  process.stderr.write(`${words}\n`, () => process.exit(2));
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
