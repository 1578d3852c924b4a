import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Clock } from '../../kernel/clock.ts';
import { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import { Assets } from './assets.ts';
import type { Tones } from '../views/tone.ts';
import { Views } from '../views/views.ts';
import { TONES } from '../tokens.ts';
import { AccessGuard } from './access.ts';
import { ErrorFilter } from './error-filter.ts';
import { HealthController } from './health-controller.ts';
import { LanguageController } from './language-controller.ts';
import { PageInterceptor } from './page-interceptor.ts';
import { Pages } from './pages.ts';
import { RateLimits } from './rate-limits.ts';
import { validation } from './validation.ts';

/** Reading the templates is the slowest part of a start: services in one process, as in tests, share them. */
let views: Views | null = null;

/** What applies to every route: access, validation, pages and errors. */
@Global()
@Module({
  controllers: [HealthController, LanguageController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
    { provide: APP_PIPE, useFactory: validation },
    { provide: Assets, useFactory: () => new Assets() },
    {
      provide: Views,
      useFactory: (assets: Assets, tones: Tones) => (views ??= new Views({ assets, tones })),
      inject: [Assets, TONES],
    },
    {
      provide: RateLimits,
      useFactory: (work: PostgresUnitOfWork, clock: Clock) => new RateLimits(work, clock),
      inject: [PostgresUnitOfWork, Clock],
    },
    Pages,
  ],
  exports: [Pages, RateLimits],
})
export class HttpModule {}
