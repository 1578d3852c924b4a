import { CronTime } from 'cron';

/** How far back missed runs are looked for at a start. */
export const CATCH_UP_DAYS = 40;
const DAY_MS = 86_400_000;

interface Found {
  readonly due: Date | null;
  /** The result is the same from this instant until before `next`. */
  readonly since: number;
  readonly next: number;
}

/** The latest result per expression and zone, because finding an instant takes milliseconds. */
const latest = new Map<string, Found>();

/** The latest instant at or before `now` at which a schedule was due; null where there was none recently. */
export function lastDue({ cron, zone }: { readonly cron: string; readonly zone: string }, now: Date): Date | null {
  const key = `${cron} ${zone}`;
  const known = latest.get(key);
  const oldest = now.getTime() - CATCH_UP_DAYS * DAY_MS;
  const isKnown = known && known.since <= now.getTime() && now.getTime() < known.next;
  const found = isKnown ? known : find(new CronTime(cron, zone), zone, now.getTime(), oldest);
  latest.set(key, found);
  return found.due && found.due.getTime() >= oldest ? found.due : null;
}

/** The first instant after `now` at which a schedule is due. */
export function nextDue({ cron, zone }: { readonly cron: string; readonly zone: string }, now: Date): Date {
  return new CronTime(cron, zone).getNextDateFrom(now, zone).toJSDate();
}

/** First searches over the distance between the next two instants. */
function find(time: CronTime, zone: string, now: number, oldest: number): Found {
  const nextAfter = (instant: number): number => time.getNextDateFrom(new Date(instant), zone).toMillis();
  const next = nextAfter(now);
  for (let reach = nextAfter(next) - next; ; reach *= 2) {
    const from = Math.max(now - reach, oldest);
    let due: number | null = null;
    // An instant equal to `from` counts as well.
    for (let at = nextAfter(from - 1); at <= now; at = nextAfter(at)) due = at;
    if (due !== null) return { due: new Date(due), since: due, next };
    if (from === oldest) return { due: null, since: now, next };
  }
}
