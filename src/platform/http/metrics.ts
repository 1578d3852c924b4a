import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client';

export const METRICS_TYPE = register.contentType;

// Memory, processor, event loop and garbage collection of this process; registered once, even if the process holds
// several services.
collectDefaultMetrics();

const requests = new Histogram({
  name: 'giaoban_http_request_seconds',
  help: 'How long requests took, by route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
});
const databaseReady = new Gauge({ name: 'giaoban_database_ready', help: '1 while the database answers' });
const waitingJobs = new Gauge({ name: 'giaoban_jobs_waiting', help: 'Jobs that are due and not taken yet' });
const deadJobs = new Gauge({ name: 'giaoban_jobs_dead', help: 'Jobs that were given up and wait for somebody' });
const pendingDeliveries = new Gauge({
  name: 'giaoban_event_deliveries_pending',
  help: 'Events that a handler has not handled yet, given up ones among them',
});

/**
 * Counts by the route's pattern, so that no id or token becomes a label; all requests without a route are one series.
 */
export function requestMetrics(request: Request, response: Response, next: NextFunction): void {
  const stop = requests.startTimer({ method: request.method });
  response.once('finish', () => {
    const route = (request.route as { path?: unknown } | undefined)?.path;
    stop({ route: typeof route === 'string' ? route : 'none', status: response.statusCode });
  });
  next();
}

/** The metrics in the text format of Prometheus, together with figures that were read from the database. */
export function metricsText(seen: {
  readonly database: boolean;
  readonly jobs: { readonly waiting: number; readonly dead: number } | null;
  readonly deliveries: number | null;
}): Promise<string> {
  databaseReady.set(seen.database ? 1 : 0);
  if (seen.jobs) {
    waitingJobs.set(seen.jobs.waiting);
    deadJobs.set(seen.jobs.dead);
  }
  if (seen.deliveries !== null) pendingDeliveries.set(seen.deliveries);
  return register.metrics();
}
