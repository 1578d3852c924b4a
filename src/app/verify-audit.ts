import { pino } from 'pino';
import { readConfig } from '../config/config.ts';
import { AuditTrail } from '../modules/audit/index.ts';
import { Committees, serviceActor } from '../modules/identity/index.ts';
import { startService } from './service.ts';

/** Verifies every chain; returns the exit code: 0 where all are intact, 1 where one is not. */
export async function verifyAudit(out: NodeJS.WritableStream): Promise<number> {
  const config = readConfig(process.env);
  const service = await startService({ config, serves: false, works: false, log: pino({ level: 'silent' }) });
  try {
    const { app, work } = service;
    let broken = 0;
    for (const { id, name } of await work.run(() => app.get(Committees).list())) {
      const report = await work.as(serviceActor(id), () => app.get(AuditTrail).verify());
      if (report.fault) broken++;
      out.write(
        report.fault
          ? `✗ ${name}: entry ${report.fault.seq} does not hold (${report.fault.kind})\n`
          : `✓ ${name}: ${report.entries} entries, head ${report.head}\n`,
      );
    }
    return broken > 0 ? 1 : 0;
  } finally {
    await service.stop();
  }
}
