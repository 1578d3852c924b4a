import fc from 'fast-check';

import { day, month, monthIn, type Day } from '../../../kernel/month.ts';
import type { MeetingRule } from './meeting-rule.ts';
import { kindsWithoutDay, monthCalendar } from './month-calendar.ts';

const HCM = 'Asia/Ho_Chi_Minh';
const rule: MeetingRule = {
  dayOfMonth: 3,
  time: '19:30',
  durationMinutes: 90,
  rollWeekend: true,
  thematicMonths: [],
  thematicDay: null,
};
const calendarOf = (
  rules: readonly Partial<MeetingRule>[],
  of = '2020-12',
  holidays: ReadonlyMap<Day, string> = new Map(),
) =>
  monthCalendar(
    rules.map((own, index) => ({ id: `branch ${index}`, rule: { ...rule, ...own } })),
    month(of),
    holidays,
    HCM,
  );
const minutes = ({ start, end }: { start: Date; end: Date }) => (end.getTime() - start.getTime()) / 60_000;

describe("a month's calendar", () => {
  it('has one regular meeting of a branch at its local time', () => {
    expect(calendarOf([{}])).toEqual([
      {
        branchId: 'branch 0',
        kind: 'regular',
        day: '2020-12-03',
        start: new Date('2020-12-03T12:30:00Z'),
        end: new Date('2020-12-03T14:00:00Z'),
        wanted: '2020-12-03',
        passed: [],
      },
    ]);
  });

  it('combines both parts in a thematic month and gives them more time', () => {
    const [meeting, ...others] = calendarOf([{ thematicMonths: [3, 6, 9, 12] }]);
    expect(others).toEqual([]);
    expect(meeting?.kind).toBe('combined');
    expect(meeting && minutes(meeting)).toBe(120);
    expect(calendarOf([{ thematicMonths: [3, 6, 9, 12] }], '2020-11')[0]?.kind).toBe('regular');
  });

  it('has a separate thematic meeting where the branch holds one, never instead of the regular one', () => {
    const meetings = calendarOf([{ thematicMonths: [12], thematicDay: 17 }]);
    expect(meetings.map(({ kind, day: on }) => [kind, on])).toEqual([
      ['regular', '2020-12-03'],
      ['thematic', '2020-12-17'],
    ]);
  });

  it('keeps the two meetings of a branch on different days even when rolling brings them together', () => {
    const meetings = calendarOf([{ dayOfMonth: 5, thematicMonths: [12], thematicDay: 6 }]);
    expect(meetings.map(({ kind, day: on }) => [kind, on])).toEqual([
      ['regular', '2020-12-07'],
      ['thematic', '2020-12-08'],
    ]);
  });

  it('moves past the Lunar New Year, which is data', () => {
    const tet = new Map(['10', '11', '12', '13', '14', '15', '16'].map((d) => [day(`2021-02-${d}`), 'Tết'] as const));
    expect(calendarOf([{ dayOfMonth: 10 }], '2021-02', tet)[0]).toMatchObject({ day: '2021-02-17' });
  });

  it('leaves out what has no day in the month, and says so', () => {
    const rules = [
      { dayOfMonth: '5FR' },
      { dayOfMonth: '5FR', thematicMonths: [12] },
      { thematicMonths: [12], thematicDay: '5FR' },
      { dayOfMonth: '2TU', thematicMonths: [12], thematicDay: '-1TU' },
    ] as const;
    expect(calendarOf(rules).map(({ branchId, kind, day: on }) => [branchId, kind, on])).toEqual([
      ['branch 2', 'regular', '2020-12-03'],
      ['branch 3', 'regular', '2020-12-08'],
      ['branch 3', 'thematic', '2020-12-29'],
    ]);
    expect(rules.map((own) => kindsWithoutDay({ ...rule, ...own }, month('2020-12')))).toEqual([
      ['regular'],
      ['combined'],
      ['thematic'],
      [],
    ]);
  });

  it('is in order of time', () => {
    const days = calendarOf([{ dayOfMonth: 4 }, { time: '07:30' }, { dayOfMonth: 1 }, {}]).map(
      ({ branchId }) => branchId,
    );
    expect(days).toEqual(['branch 2', 'branch 1', 'branch 3', 'branch 0']);
  });

  it('gives every branch its regular part exactly once, inside the month of the committee', () => {
    const rules = fc.record({
      dayOfMonth: fc.integer({ min: 1, max: 31 }),
      time: fc.constantFrom('00:00', '07:30', '17:00', '19:30', '23:59'),
      rollWeekend: fc.boolean(),
      thematicMonths: fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
      thematicDay: fc.option(fc.integer({ min: 1, max: 31 })),
    });
    fc.assert(
      fc.property(fc.array(rules, { maxLength: 8 }), fc.integer({ min: 1, max: 12 }), (own, number) => {
        const of = `2021-${String(number).padStart(2, '0')}`;
        const meetings = calendarOf(own, of);
        const regular = meetings.filter(({ kind }) => kind !== 'thematic').map(({ branchId }) => branchId);
        expect(regular.sort()).toEqual(own.map((_, index) => `branch ${index}`).sort());
        expect(meetings.every(({ start }) => monthIn(HCM, start) === of)).toBe(true);
      }),
    );
  });
});
