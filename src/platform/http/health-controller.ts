import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from './api-description.ts';
import type { Response } from 'express';
import { pendingMigrations } from '../database/database.ts';
import { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import { PostgresEvents } from '../events/postgres-events.ts';
import type { JobCounts } from '../jobs/job-store.ts';
import { PostgresJobs } from '../jobs/postgres-jobs.ts';
import { Public } from './access.ts';
import { METRICS_TYPE, metricsText } from './metrics.ts';
import { WatchedFigures } from './watched-figures.ts';

/** For monitoring: whether the service is alive and ready, and its metrics. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly jobs: PostgresJobs,
    private readonly events: PostgresEvents,
    private readonly figures: WatchedFigures,
  ) {}

  @Public()
  @Get('livez')
  @HttpCode(200)
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Public()
  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Record<string, unknown>> {
    const checks = await this.checks();
    const isReady = checks.database && checks.migrations;
    response.status(isReady ? 200 : 503).setHeader('Cache-Control', 'no-store');
    const { jobs, ...rest } = checks;
    return { status: isReady ? 'ok' : 'unavailable', checks: { ...rest, waitingJobs: jobs?.waiting ?? null } };
  }

  @Public()
  @Get('metrics')
  @Header('Content-Type', METRICS_TYPE)
  async metrics(): Promise<string> {
    const { database, jobs } = await this.checks();
    const deliveries = jobs && (await this.events.pendingOfAll().catch(() => null));
    if (jobs) await this.figures.refresh();
    return metricsText({ database, jobs, deliveries });
  }

  private async checks(): Promise<{ database: boolean; migrations: boolean; jobs: JobCounts | null }> {
    try {
      const pending = await this.work.run(() => pendingMigrations((sql) => this.work.query(sql)));
      // The table of jobs exists only after the migrations.
      const jobs = pending > 0 ? null : await this.jobs.count();
      return { database: true, migrations: pending === 0, jobs };
    } catch {
      return { database: false, migrations: false, jobs: null };
    }
  }
}
