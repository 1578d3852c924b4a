import pg from 'pg';

/** A process has a few hundred different statements; what goes beyond this number was put together at run time. */
const MOST_TEXTS = 2_000;

/**
 * The name of each statement's text, the same in all connections of this process; an empty name means: no longer
 * prepared.
 */
const names = new Map<string, string>();

/**
 * A client that prepares a statement when it is used again, so that PostgreSQL keeps its plan: a join over the tables
 * of a form under row-level security takes seven milliseconds to plan and almost no time to run.
 */
export class PreparingClient extends pg.Client {
  // All forms of `query` pass through here; only the form with a text and values is changed.
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
    // A statement that is used only once is not worth preparing.
    if (names.size < MOST_TEXTS) names.set(text, `giaoban_${names.size}`);
    return '';
  }
  return name;
}

/** Whether a newer release has changed a table, so that the prepared statement fails each time it is used. */
export function isOutdated(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === '0A000' && String(message).includes('cached plan');
}
