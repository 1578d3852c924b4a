import { type DynamicModule, Global, Module } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.ts';
import { Clock } from '../kernel/clock.ts';
import { Events } from '../kernel/events.ts';
import { Jobs } from '../kernel/jobs.ts';
import { TrackedJobs } from '../kernel/tracked-jobs.ts';
import { UnitOfWork } from '../kernel/unit-of-work.ts';
import { HASHING_COST, type HashingCost, OWASP_COST } from '../modules/identity/wiring.ts';
import { OfficeClock } from '../platform/clock/office-clock.ts';
import { PostgresUnitOfWork } from '../platform/database/postgres-unit-of-work.ts';
import { RoleNavigation } from '../pages/navigation.ts';
import { tones } from '../pages/tones.ts';
import { Navigation } from '../platform/http/navigation.ts';
import { WaitingWork } from '../platform/http/waiting-work.ts';
import { PostgresEvents } from '../platform/events/postgres-events.ts';
import { WatchedFigures } from '../platform/http/watched-figures.ts';
import { PageFeatures } from '../platform/http/pages.ts';
import { PostgresJobs } from '../platform/jobs/postgres-jobs.ts';
import { PurgeExpired } from '../platform/jobs/purge-expired.ts';
import { Schedules } from '../platform/jobs/schedules.ts';
import { ChangeHub } from '../platform/live/change-hub.ts';
import { MailTransport } from '../platform/mail/mail-transport.ts';
import type { Mailbox } from '../platform/mailbox/mailbox.ts';
import { PostgresTrackedJobs } from '../platform/progress/postgres-tracked-jobs.ts';
import { CATALOGUES, CONFIG, ERROR_TEXTS, LOGGER, MAILBOX, TONES } from '../platform/tokens.ts';
import { catalogues, errorTexts } from './texts.ts';

/** The parts of the platform that are started before Nest. */
export interface PlatformParts {
  readonly config: Config;
  readonly log: Logger;
  readonly database: DataSource;
  readonly work: PostgresUnitOfWork;
  readonly clock: OfficeClock;
  readonly jobs: PostgresJobs;
  readonly changes: ChangeHub;
  readonly mail: MailTransport;
  readonly mailbox: Mailbox | null;
  readonly features: PageFeatures;
  /** The cost for real passwords by default. */
  readonly hashingCost?: HashingCost;
}

/** Offers the platform to every module: to use cases as ports, to adapters as classes. */
@Global()
@Module({})
export class PlatformModule {
  static of({
    config,
    log,
    database,
    work,
    clock,
    jobs,
    changes,
    mail,
    mailbox,
    features,
    hashingCost = OWASP_COST,
  }: PlatformParts): DynamicModule {
    const events = new PostgresEvents(work, jobs);
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: log },
      { provide: CATALOGUES, useValue: catalogues },
      { provide: ERROR_TEXTS, useValue: errorTexts },
      { provide: DataSource, useValue: database },
      { provide: PostgresUnitOfWork, useValue: work },
      { provide: UnitOfWork, useValue: work },
      { provide: OfficeClock, useValue: clock },
      { provide: Clock, useValue: clock },
      { provide: PostgresJobs, useValue: jobs },
      { provide: Jobs, useValue: jobs },
      { provide: PostgresEvents, useValue: events },
      { provide: Events, useValue: events },
      { provide: ChangeHub, useValue: changes },
      { provide: TrackedJobs, useValue: new PostgresTrackedJobs(work, clock) },
      { provide: MailTransport, useValue: mail },
      { provide: MAILBOX, useValue: mailbox },
      { provide: PageFeatures, useValue: features },
      { provide: Navigation, useClass: RoleNavigation },
      { provide: HASHING_COST, useValue: hashingCost },
      { provide: TONES, useValue: tones },
      WatchedFigures,
      WaitingWork,
      {
        provide: Schedules,
        useFactory: (registry: SchedulerRegistry) => new Schedules(registry, work, clock, log),
        inject: [SchedulerRegistry],
      },
    ];
    const exports = providers.map((provider) => ('provide' in provider ? provider.provide : provider));
    return { module: PlatformModule, providers: [...providers, PurgeExpired], exports };
  }
}
