import type { Server } from 'node:http';

/** Supervisors kill a process after ten seconds, and the last jobs need most of that. */
const LAST_REQUESTS_MS = 2_000;
const LOOK_EVERY_MS = 50;

/**
 * Accepts no more requests and lets the current ones finish; a keep-alive connection closes after its request. Streams
 * and requests that take longer are cut off.
 */
export async function drainRequests(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
  const last = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(last);
}
