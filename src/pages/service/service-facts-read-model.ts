import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config.ts';
import { Clock } from '../../kernel/clock.ts';
import { dayIn } from '../../kernel/month.ts';
import { WorkCalendarReadModel } from '../../modules/meetings/index.ts';
import { MailsReadModel } from '../../modules/notifications/index.ts';
import { DatabaseFactsReadModel } from '../../platform/database/database-facts-read-model.ts';
import { diskSpace } from '../../platform/disk-space.ts';
import { committeeZone } from '../../platform/database/committee-zone.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import { PostgresJobs } from '../../platform/jobs/postgres-jobs.ts';
import { Schedules } from '../../platform/jobs/schedules.ts';
import { projectRoot } from '../../platform/project-root.ts';
import { CONFIG } from '../../platform/tokens.ts';
import type { ServiceFacts } from './build-service-page.ts';

/** From November on the next year's calendar is planned against. */
const NEXT_YEAR_FROM = '11';

/** What is known of the state of the service. */
@Injectable()
export class ServiceFactsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly database: DatabaseFactsReadModel,
    private readonly jobs: PostgresJobs,
    private readonly schedules: Schedules,
    private readonly mails: MailsReadModel,
    private readonly calendar: WorkCalendarReadModel,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(): Promise<ServiceFacts> {
    const zone = await this.work.run(() => committeeZone(this.work));
    const { waiting, dead } = await this.jobs.count();
    return {
      now: this.clock.real(),
      publicUrl: this.config.publicUrl,
      zone,
      delivery: await this.mails.delivery({}, 0),
      lastSent: await this.mails.lastSent(),
      jobs: { waiting, dead, since: await this.jobs.waitingSince() },
      database: await this.database.read(),
      disk: await diskSpace(this.config.dataDir),
      isEmbedded: this.config.databaseUrl === null,
      yearsMissing: await this.yearsMissing(zone),
      schedules: await this.schedules.list(),
      versions: { service: ownVersion(), node: process.version },
    };
  }

  private async yearsMissing(zone: string): Promise<number[]> {
    const today = dayIn(zone, this.clock.now());
    const year = Number(today.slice(0, 4));
    const calendar = await this.calendar.read();
    const inSight = today.slice(5, 7) >= NEXT_YEAR_FROM ? [year, year + 1] : [year];
    return inSight.filter((each) => !calendar.isAnnounced(each));
  }
}

let version: string | null = null;

/** Read once: the file does not change while the process runs. */
function ownVersion(): string {
  version ??= (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;
  return version;
}
