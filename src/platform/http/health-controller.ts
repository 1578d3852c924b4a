import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from './api-description.ts';
import type { Response } from 'express';
import { pendingMigrations } from '../database/database.ts';
import { Work } from '../database/work.ts';
import { Public } from './access.ts';
import { METRICS_TYPE, metricsText } from './metrics.ts';

/** For whoever watches the service: alive, ready, and its figures. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly work: Work) {}

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
    return { status: isReady ? 'ok' : 'unavailable', checks };
  }

  @Public()
  @Get('metrics')
  @Header('Content-Type', METRICS_TYPE)
  async metrics(): Promise<string> {
    return metricsText(await this.checks());
  }

  private async checks(): Promise<{ database: boolean; migrations: boolean; waitingJobs: number | null }> {
    try {
      return await this.work.run(async () => {
        const [queue] = await this.work.query<{ waiting: number }>(
          `select count(*) as waiting from pgboss.job where state in ('created', 'retry') and start_after <= now()`,
        );
        const pending = await pendingMigrations((sql) => this.work.query(sql));
        return { database: true, migrations: pending === 0, waitingJobs: queue?.waiting ?? 0 };
      });
    } catch {
      return { database: false, migrations: false, waitingJobs: null };
    }
  }
}
