import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app/app.module.ts';
import { readConfig } from '../../src/config/config.ts';
import { OfficeClock } from '../../src/platform/clock/office-clock.ts';
import { DatabaseListener } from '../../src/platform/database/listener.ts';
import { PostgresUnitOfWork } from '../../src/platform/database/postgres-unit-of-work.ts';
import { PostgresJobs } from '../../src/platform/jobs/postgres-jobs.ts';
import { ChangeHub } from '../../src/platform/live/change-hub.ts';
import { SmtpTransport } from '../../src/platform/mail/smtp-transport.ts';

/** The assembled application, not connected and never started: enough to be described. */
export async function anAssembledApp(): Promise<NestExpressApplication> {
  const log = pino({ level: 'silent' });
  const database = new DataSource({ type: 'postgres' });
  const work = new PostgresUnitOfWork(database);
  const listener = new DatabaseListener('postgres://nowhere', log);
  const parts = {
    config: readConfig({}),
    log,
    database,
    work,
    clock: new OfficeClock(work, listener),
    jobs: new PostgresJobs('postgres://nowhere', work, listener, log),
    changes: new ChangeHub(work, listener, log),
    mail: new SmtpTransport({ url: 'smtp://nowhere', name: 'nowhere' }),
    mailbox: null,
    features: { hasMailbox: false },
  };
  return NestFactory.create<NestExpressApplication>(AppModule.of(parts), { logger: false, abortOnError: false });
}
