import type { Server } from 'node:http';

/** Supervisors kill after ten seconds, and the last jobs want most of them. */
const LAST_REQUESTS_MS = 2_000;
const LOOK_EVERY_MS = 50;

/**
 * Takes no more requests and lets those under way end; a connection that is kept open for a next one ends with its
 * request. Whoever listens to a stream, or is slower, is cut off.
 */
export async function drainRequests(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
  const last = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(last);
}
