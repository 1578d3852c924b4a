import type { Meeting, VisitLimit } from '../problem.ts';
import type { LocalClock } from './local-clock.ts';

/**
 * The sets of meetings of which a limit allows each person so many: one per day, week, run of days and so on. A set
 * contained in another of the same limit is redundant and left out.
 * @returns positions of meetings, rising within a set; sets in the order of time.
 */
export function limitWindows(limit: VisitLimit, meetings: readonly Meeting[], clock: LocalClock): number[][] {
  const counted = meetings.flatMap((meeting, m) => {
    const { day, part } = clock(meeting.start);
    return limit.part === null || limit.part === part ? [{ m, day, start: meeting.start }] : [];
  });
  const grouped = (keyOf: (day: number) => number): number[][] => {
    const groups = new Map<number, number[]>();
    for (const { m, day } of counted) {
      const key = keyOf(day);
      const group = groups.get(key) ?? [];
      group.push(m);
      groups.set(key, group);
    }
    return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
  };
  switch (limit.per) {
    case 'day':
      return grouped((day) => day);
    case 'week':
      return grouped(weekOf);
    case 'month':
      return grouped(() => 0);
    case 'interval':
      return [counted.filter(({ start }) => isWithin(limit, start)).map(({ m }) => m)];
    case 'meetings': {
      const named = new Set(limit.meetingIds);
      return [counted.filter(({ m }) => named.has(meetings[m]?.id ?? '')).map(({ m }) => m)];
    }
    case 'days': {
      const days = [...new Set(counted.map(({ day }) => day))].sort((a, b) => a - b);
      const length = limit.days ?? 1;
      const runs = days.map((first) => counted.filter(({ day }) => day >= first && day < first + length));
      // Runs are sorted by their begin, so a run that ends no later than the one before is contained in it.
      return runs
        .filter((run, i) => i === 0 || lastDay(run) > lastDay(runs[i - 1] ?? []))
        .map((run) => run.map(({ m }) => m));
    }
  }
}

/** Whether some window of the limit contains both meetings. */
export function isOneWindow(limit: VisitLimit, a: Meeting, b: Meeting, clock: LocalClock): boolean {
  const [first, second] = [clock(a.start), clock(b.start)];
  if (limit.part !== null && (first.part !== limit.part || second.part !== limit.part)) return false;
  switch (limit.per) {
    case 'day':
      return first.day === second.day;
    case 'week':
      return weekOf(first.day) === weekOf(second.day);
    case 'month':
      return true;
    case 'interval':
      return isWithin(limit, a.start) && isWithin(limit, b.start);
    case 'meetings':
      return [a, b].every(({ id }) => limit.meetingIds?.includes(id) === true);
    case 'days':
      return Math.abs(first.day - second.day) < (limit.days ?? 1);
  }
}

/** Weeks since 1970, from Monday to Sunday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

function isWithin({ from, to }: VisitLimit, start: number): boolean {
  return start >= (from ?? 0) && start < (to ?? Infinity);
}

function lastDay(run: readonly { readonly day: number }[]): number {
  return run.reduce((last, { day }) => Math.max(last, day), -Infinity);
}
