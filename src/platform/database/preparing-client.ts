import pg from 'pg';

/** A process has a few hundred texts of its own; whatever comes beyond this many was put together at run time. */
const MOST_TEXTS = 2_000;

/** What each text is called in every connection of this process; empty for one that is not to be kept any more. */
const names = new Map<string, string>();

/**
 * A client that has PostgreSQL keep what it has parsed and planned of a statement that comes again: a join over the
 * tables of a form under row-level security takes seven milliseconds to plan and none to run.
 */
export class PreparingClient extends pg.Client {
  // All forms of `query` pass through here; only the plain one of a text and its values is changed.
  override query = ((text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const query = super.query.bind(this) as (...args: unknown[]) => unknown;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : '';
    if (name === '') return query(text, values, ...rest);
    const result = query({ name, text, values }, ...rest);
    if (result instanceof Promise) {
      result.catch((error: unknown) => {
        if (isOutdated(error)) names.set(text as string, '');
      });
    }
    return result;
  }) as pg.Client['query'];
}

function nameOf(text: string): string {
  const name = names.get(text);
  if (name === undefined) {
    // The first time it is not worth while.
    if (names.size < MOST_TEXTS) names.set(text, `giaoban_${names.size}`);
    return '';
  }
  return name;
}

/** A newer release has changed a table under us: the kept statement is of no use to anybody, and says so each time. */
export function isOutdated(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === '0A000' && String(message).includes('cached plan');
}
