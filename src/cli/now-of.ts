import { SystemClock } from '../kernel/clock.ts';
import { day, instantOf } from '../kernel/month.ts';
import type { PlanProblem } from '../solver/index.ts';
import { BadInput } from './bad-input.ts';
import type { Call } from './command.ts';

/**
 * The minute given by --now. Without it the clock's, if that lies within the month; otherwise null, because the month
 * is then replayed at another time. @throws BadInput
 */
export function nowOf(call: Call, { meetings, policy }: PlanProblem): number | null {
  const text = call.text('now');
  if (text !== null) return minuteOf(text, policy.calendar.timeZone);
  const now = Math.floor(new SystemClock().now().getTime() / 60_000);
  const last = meetings.reduce((end, meeting) => Math.max(end, meeting.end), -Infinity);
  return meetings.some(({ start }) => start < now) && now < last ? now : null;
}

const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/;

function minuteOf(text: string, timeZone: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const [, date = '', time = ''] = LOCAL.exec(text) ?? [];
  const at = date === '' ? Date.parse(text) : instantAt(date, time, timeZone);
  if (Number.isNaN(at)) {
    throw new BadInput(`--now wants a time such as 2020-12-03T08:00, or minutes since 1970, not “${text}”.`);
  }
  return Math.floor(at / 60_000);
}

function instantAt(date: string, time: string, timeZone: string): number {
  try {
    return instantOf(day(date), time, timeZone).getTime();
  } catch {
    return NaN;
  }
}
