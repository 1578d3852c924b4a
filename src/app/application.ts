import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PROBLEM_BODY } from '../modules/engine/index.ts';
import { NestLogger } from '../platform/logging/nest-logger.ts';
import { prepareHttp } from '../platform/http/prepare-http.ts';
import { AppModule } from './app.module.ts';
import type { PlatformParts } from './platform.module.ts';

export { entities } from './entities.ts';

/**
 * All modules as one application. Importing this file is the slowest part of a start, so it is loaded while the
 * database starts.
 */
export async function createApplication(parts: PlatformParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(parts), {
    logger: new NestLogger(parts.log),
    bodyParser: false,
    abortOnError: false,
  });
  prepareHttp(app, parts.config, parts.log, [PROBLEM_BODY]);
  return app;
}
