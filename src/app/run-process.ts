import { pino } from 'pino';
import { readConfig } from '../config/config.ts';
import { type Service, startService } from './service.ts';
import { startFailure } from './start-failure.ts';

/** Runs a process of the service until it is told to stop; says in one sentence why it cannot start. */
export async function runProcess({ serves }: { serves: boolean }): Promise<void> {
  let service: Service;
  try {
    const config = readConfig(process.env);
    const log = pino({ level: config.logLevel });
    service = await startService({ config, serves, works: !serves || config.webWorksJobs, log });
    if (service.brought.postgres) {
      log.warn('DATABASE_URL is not set: using the embedded PostgreSQL. Back up its directory, or set DATABASE_URL.');
    }
    log.info({ url: serves ? service.config.publicUrl : undefined }, 'service.started');
    stopOnSignal(service, log);
  } catch (error) {
    const sentence = startFailure(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 2;
  }
}

/** The first signal lets what runs come to its end; a second one does not wait. */
export function stopOnSignal(service: Pick<Service, 'stop'>, log: pino.Logger): void {
  let asked = false;
  const stop = (signal: string) => {
    if (asked) process.exit(130);
    asked = true;
    log.info({ signal }, 'service.stopping');
    void service.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
