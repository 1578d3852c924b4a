import { CronTime } from 'cron';

/** How far back a start looks for what was missed. */
export const CATCH_UP_DAYS = 40;
const DAY_MS = 86_400_000;

interface Found {
  readonly due: Date | null;
  /** From then on, and before `next`, the answer is the same. */
  readonly since: number;
  readonly next: number;
}

/** The latest answer for each expression and zone: each instant of a calendar takes milliseconds to find. */
const latest = new Map<string, Found>();

/** The latest instant at or before `now` at which a schedule was due; null where there was none of late. */
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

/** Looks back first as far as the next two instants lie apart. */
function find(time: CronTime, zone: string, now: number, oldest: number): Found {
  const nextAfter = (instant: number): number => time.getNextDateFrom(new Date(instant), zone).toMillis();
  const next = nextAfter(now);
  for (let reach = nextAfter(next) - next; ; reach *= 2) {
    const from = Math.max(now - reach, oldest);
    let due: number | null = null;
    // One that is due at `from` itself counts as well.
    for (let at = nextAfter(from - 1); at <= now; at = nextAfter(at)) due = at;
    if (due !== null) return { due: new Date(due), since: due, next };
    if (from === oldest) return { due: null, since: now, next };
  }
}
