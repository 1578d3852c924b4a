import { pino } from 'pino';
import { readConfig } from '../config/config.ts';
import type { Service, ServiceOptions } from './service.ts';
import { startFailure } from './start-failure.ts';

/** Runs a process of the service until it is told to stop; prints one sentence if it cannot start. */
export async function runProcess({ serves }: { serves: boolean }): Promise<void> {
  try {
    const config = readConfig(process.env);
    const log = pino({ level: config.logLevel });
    outliveFaults(log);
    const starting = start({ config, serves, works: !serves || config.webWorksJobs, log });
    // A signal during the start stops what has been started so far.
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

/** The parts of a start are imported only once the configuration is known to be valid. */
async function start(options: ServiceOptions): Promise<Service> {
  const { startService } = await import('./service.ts');
  return startService(options);
}

/** The first signal lets current work finish; a second one ends the process at once. */
export function stopOnSignal(service: Pick<Service, 'stop'>, log: pino.Logger): void {
  let asked = false;
  const stop = (signal: string) => {
    if (asked) process.exit(130);
    asked = true;
    log.info({ signal }, 'service.stopping');
    service.stop().then(
      () => process.exit(process.exitCode ?? 0),
      // Covers a start that fails after the signal; nothing else would report that error.
      async (error: unknown) => endWith((await startFailure(error)) ?? stackOf(error)),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/**
 * An unhandled rejection is a bug that should not take the service from everybody. An uncaught exception may have left
 * anything half-done, so the process ends in an orderly way and its supervisor starts it again.
 */
export function outliveFaults(log: pino.Logger): void {
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'process.rejection_unhandled'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'process.exception_uncaught');
    // Even where logging is off, the reason why the process ends is printed.
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
