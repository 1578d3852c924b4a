import type { Meeting, VisitLimit } from '../problem.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { isOneWindow, limitWindows } from './limit-windows.ts';
import { localClock } from './local-clock.ts';

const VIETNAM = { timeZone: 'Asia/Ho_Chi_Minh', afternoonFrom: 720, eveningFrom: 1020 };
const [pattern] = generateMonth({ seed: 1, specialists: 1, meetings: 1 }).meetings;
if (pattern === undefined) throw new Error('no meeting');

/** 2020-12-01 is a Tuesday; hours are in Vietnamese time. */
const at = (day: number, hour: number): Meeting => {
  const start = Date.UTC(2020, 11, day, hour - 7) / 60_000;
  return { ...pattern, id: `${day}-${hour}`, start, end: start + 90 };
};
const limit = (of: Partial<VisitLimit>): VisitLimit => ({
  most: 1,
  per: 'day',
  days: null,
  from: null,
  to: null,
  part: null,
  specialistIds: null,
  ...of,
});

const MEETINGS = [at(1, 8), at(1, 19), at(2, 6), at(5, 14), at(6, 23), at(7, 0), at(7, 18)];
const minute = (day: number, hour: number): number => at(day, hour).start;

it.each<[string, Partial<VisitLimit>, number[][]]>([
  ['a local day, though the day of UTC turns at seven', { per: 'day' }, [[0, 1], [2], [3], [4], [5, 6]]],
  ['an evening', { per: 'day', part: 'evening' }, [[1], [4], [6]]],
  ['a morning', { per: 'day', part: 'morning' }, [[0], [2], [5]]],
  [
    'a week from Monday',
    { per: 'week' },
    [
      [0, 1, 2, 3, 4],
      [5, 6],
    ],
  ],
  ['evenings of a week', { per: 'week', part: 'evening' }, [[1, 4], [6]]],
  [
    'runs of three days, none within another',
    { per: 'days', days: 3 },
    [
      [0, 1, 2],
      [3, 4, 5, 6],
    ],
  ],
  [
    'runs of two days',
    { per: 'days', days: 2 },
    [
      [0, 1, 2],
      [3, 4],
      [4, 5, 6],
    ],
  ],
  ['the month', { per: 'month' }, [[0, 1, 2, 3, 4, 5, 6]]],
  ['an interval, half-open', { per: 'interval', from: minute(1, 19), to: minute(5, 14) }, [[1, 2]]],
])('counts %s', (_, of, windows) => {
  const clock = localClock(VIETNAM);
  expect(limitWindows(limit(of), MEETINGS, clock)).toEqual(windows);
  // Two meetings share a window exactly where some window contains both.
  MEETINGS.forEach((a, i) => {
    MEETINGS.forEach((b, j) => {
      if (i === j) return;
      const together = windows.some((window) => window.includes(i) && window.includes(j));
      expect(isOneWindow(limit(of), a, b, clock)).toBe(together);
    });
  });
});

it('keeps to the clock of a zone that changes it', () => {
  const clock = localClock({ ...VIETNAM, timeZone: 'Europe/Warsaw' });
  const read = (text: string): unknown => clock(Date.parse(text) / 60_000);
  expect(read('2020-10-24T21:59Z')).toMatchObject({ weekday: 6, part: 'evening' });
  expect(read('2020-10-24T22:00Z')).toMatchObject({ weekday: 7, part: 'morning' });
  expect(read('2020-10-25T22:59Z')).toMatchObject({ weekday: 7, part: 'evening' });
  expect(read('2020-10-25T23:00Z')).toMatchObject({ weekday: 1, part: 'morning' });
});
