import { setImmediate as nextTurn } from 'node:timers/promises';

/** Collects errors that no test waits for; they fail the file during which they occur. */
export function strayErrors(): { end(): Promise<string[]> } {
  const thrown: unknown[] = [];
  const rejected = new Map<Promise<unknown>, unknown>();
  const listeners = {
    uncaughtException: (error: unknown) => thrown.push(error),
    unhandledRejection: (reason: unknown, promise: Promise<unknown>) => rejected.set(promise, reason),
    // A handler was attached after all.
    rejectionHandled: (promise: Promise<unknown>) => rejected.delete(promise),
  };
  for (const [event, listener] of Object.entries(listeners)) process.on(event, listener);
  return {
    async end() {
      await nextTurn();
      for (const [event, listener] of Object.entries(listeners)) process.off(event, listener);
      return [...thrown, ...rejected.values()].map((error) =>
        error instanceof Error ? (error.stack ?? error.message) : `thrown: ${String(error)}`,
      );
    },
  };
}
