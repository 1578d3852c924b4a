/** A transaction's snapshot, as `pg_current_snapshot()` writes it. */
export interface Snapshot {
  /** The first transaction that had not begun. */
  readonly end: bigint;
  /** Those before it that were still running. */
  readonly running: ReadonlySet<bigint>;
}

/** Null for a text that is no snapshot. */
export function parseSnapshot(text: string): Snapshot | null {
  const [, end, running = ''] = /^\d{1,19}:(\d{1,19}):((?:\d{1,19},?)*)$/.exec(text) ?? [];
  if (end === undefined) return null;
  const ids = running.split(',').filter((id) => id !== '');
  return { end: BigInt(end), running: new Set(ids.map(BigInt)) };
}

export function sees({ end, running }: Snapshot, transaction: bigint): boolean {
  return transaction < end && !running.has(transaction);
}

/** Whether `later` sees everything that `earlier` does. */
export function includes(later: Snapshot, earlier: Snapshot): boolean {
  if (earlier.end > later.end) return false;
  return [...later.running].every((id) => id >= earlier.end || earlier.running.has(id));
}
