import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Config } from '../../config/config.ts';
import { Clock } from '../../kernel/clock.ts';
import { dayIn } from '../../kernel/month.ts';
import { WorkCalendarReadModel } from '../../modules/meetings/index.ts';
import { MailsReadModel } from '../../modules/notifications/index.ts';
import { DatabaseFactsReadModel } from '../../platform/database/database-facts-read-model.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page } from '../../platform/http/page.ts';
import { PostgresJobs } from '../../platform/jobs/postgres-jobs.ts';
import { Schedules } from '../../platform/jobs/schedules.ts';
import { projectRoot } from '../../platform/project-root.ts';
import { CONFIG } from '../../platform/tokens.ts';
import { buildServicePage } from './build-service-page.ts';

/** From November on, the calendar of the next year is needed for planning. */
const NEXT_YEAR_FROM = '11';

/** The start page of administrators: what the service needs. */
@ApiExcludeController()
@Controller('service')
export class ServicePageController {
  constructor(
    private readonly database: DatabaseFactsReadModel,
    private readonly jobs: PostgresJobs,
    private readonly schedules: Schedules,
    private readonly mails: MailsReadModel,
    private readonly calendar: WorkCalendarReadModel,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Allows('service.watch')
  @Get()
  async show(@Req() { session }: Request): Promise<Page> {
    const zone = session?.committee.timeZone ?? 'UTC';
    const today = dayIn(zone, this.clock.now());
    const year = Number(today.slice(0, 4));
    const calendar = await this.calendar.read();
    const inSight = today.slice(5, 7) >= NEXT_YEAR_FROM ? [year, year + 1] : [year];
    const { waiting, dead } = await this.jobs.count();
    const facts = {
      now: this.clock.real(),
      publicUrl: this.config.publicUrl,
      zone,
      delivery: await this.mails.delivery({}, 0),
      jobs: { waiting, dead, since: await this.jobs.waitingSince() },
      database: await this.database.read(),
      yearsMissing: inSight.filter((each) => !calendar.isAnnounced(each)),
      schedules: await this.schedules.list(),
      versions: { service: ownVersion(), node: process.version },
    };
    return new Page('service', buildServicePage(facts));
  }
}

function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  return version;
}
