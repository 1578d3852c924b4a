import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Config } from '../../config/config.ts';
import { Authenticator } from '../../kernel/authenticator.ts';
import { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import { Assets } from './assets.ts';
import { compressReplies } from './compress-replies.ts';
import { cookieNames } from './cookies.ts';
import { requestMetrics } from './metrics.ts';
import { readableBody } from './readable-body.ts';
import { loggedPath } from './request.ts';
import { sessionMiddleware, traceMiddleware } from './session-middleware.ts';
import { uploadMiddleware } from './uploads.ts';

const YEAR_SECONDS = 365 * 24 * 3600;
const LARGEST_BODY = '1mb';
/** Longer than proxies and clients keep an idle connection; otherwise we might close it just as they send a request. */
const KEPT_OPEN_MS = 75_000;
/**
 * A route for large JSON from people who are signed in. The body is not parsed here, because a thread parses it later.
 */
export interface LargeBody {
  readonly path: string;
  readonly limit: string;
}

/** The middleware of every request, in order. */
export function prepareHttp(
  app: NestExpressApplication,
  config: Config,
  log: Logger,
  largeBodies: readonly LargeBody[] = [],
): void {
  app.getHttpServer().keepAliveTimeout = KEPT_OPEN_MS;
  app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(traceMiddleware);
  app.use(securityHeaders(config.publicUrl.startsWith('https:')));
  app.use(app.get(Assets).router());
  app.use(compressReplies);
  app.use(requestMetrics);
  app.use(requestLog(log));
  app.use(uncached);
  app.use(sessionMiddleware(app.get(Authenticator), app.get(PostgresUnitOfWork), cookieNames(config.publicUrl)));
  app.use(uploadMiddleware());
  for (const { path, limit } of largeBodies) app.use(path, largeBody(limit));
  app.useBodyParser('json', { limit: LARGEST_BODY });
  app.useBodyParser('urlencoded', { limit: LARGEST_BODY, extended: true, parameterLimit: 5000 });
  app.use(readableBody);
}

/** A large body is read only from somebody who is signed in. */
function largeBody(limit: string): express.RequestHandler {
  const read = express.raw({ type: 'application/json', limit });
  return (request, response, next) => {
    if (request.session) read(request, response, next);
    else next();
  };
}

/** Private data must not be cached, unless a route says otherwise. */
function uncached(_request: express.Request, response: express.Response, next: express.NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** Forbids inline scripts and styles, content from other sites, and framing of our pages. */
function securityHeaders(isHttps: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isHttps && { maxAge: YEAR_SECONDS },
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Logs one event for each request, without query, body, address or agent; tokens in paths are removed. */
function requestLog(logger: Logger) {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    autoLogging: { ignore: (request) => request.url === '/livez' || request.url === '/readyz' },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'debug'),
    customSuccessMessage: () => 'http.answered',
    customErrorMessage: () => 'http.answered',
    serializers: {
      req: ({ raw }: { raw: express.Request }) => ({
        method: raw.method,
        path: loggedPath(raw.originalUrl),
        traceId: raw.traceId,
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: () => undefined,
    },
  });
}
