import { dayIn, timeIn } from '../../kernel/month.ts';
import type { Meeting } from '../../modules/meetings/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

type Compared = Pick<Meeting, 'startsAt' | 'endsAt' | 'kind' | 'place' | 'state'>;

const MINUTE_MS = 60_000;

/** What differs between a meeting as it was and as it is, without its day, one sentence each. */
export function meetingDifferences(before: Compared, after: Compared, zone: string): Sentence[] {
  const [from, to] = [timeIn(zone, before.startsAt), timeIn(zone, after.startsAt)];
  const [short, long] = [minutesOf(before), minutesOf(after)];
  return [
    ...(from === to ? [] : [{ key: 'difference.hour' as const, params: { from, to } }]),
    ...(short === long ? [] : [{ key: 'difference.minutes' as const, params: { from: short, to: long } }]),
    ...(before.kind === after.kind
      ? []
      : [{ key: 'difference.kind' as const, params: { from: before.kind, to: after.kind } }]),
    ...(before.place === after.place ? [] : [{ key: 'difference.place' as const, params: { to: after.place } }]),
    ...(before.state === after.state ? [] : [{ key: `difference.${after.state}` as const }]),
  ];
}

/** Whether it is on another day. */
export function isOnOtherDay(before: Compared, after: Compared, zone: string): boolean {
  return dayIn(zone, before.startsAt) !== dayIn(zone, after.startsAt);
}

function minutesOf({ startsAt, endsAt }: Compared): number {
  return (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS;
}
