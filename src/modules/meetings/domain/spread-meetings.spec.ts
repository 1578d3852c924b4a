import { day, type Day } from '../../../kernel/month.ts';
import { type SpreadMeeting, spreadMeetings } from './spread-meetings.ts';

const on = (date: number): Day => day(`2021-01-${String(date).padStart(2, '0')}`);
/** `a4`: branch a meets on the 4th by its rule; `b4<3`: branch b was moved to the 4th from the 3rd. */
const meeting = (text: string): SpreadMeeting => {
  const [, branchId = '', at, wanted] = /^([a-z])(\d+)(?:<(\d+))?$/.exec(text) ?? [];
  return { id: text, branchId, day: on(Number(at)), wantedOn: on(Number(wanted ?? at)) };
};

describe('spreading meetings over days', () => {
  it.each<readonly [string, readonly string[], Readonly<Record<number, number>>, Readonly<Record<string, number>>]>([
    ['nothing moves where there is room', ['a4', 'b4'], { 4: 2, 5: 2 }, { a4: 4, b4: 4 }],
    [
      'who was moved there moves on, who meets there by rule stays',
      ['a4<3', 'b4'],
      { 4: 1, 5: 1 },
      { b4: 4, 'a4<3': 5 },
    ],
    ['the nearest day with room is taken', ['a4', 'b4'], { 4: 1, 5: 0, 6: 1, 8: 5 }, { a4: 4, b4: 6 }],
    ['of two days the later one', ['a5'], { 4: 1, 6: 1 }, { a5: 6 }],
    ['a branch does not meet twice on a day', ['a4', 'a6<5'], { 4: 9, 5: 9 }, { a4: 4, 'a6<5': 5 }],
    ['the day of its other meeting is passed over', ['c4'], { 5: 9, 7: 1 }, { c4: 7 }],
    ['what has no room stays', ['a4', 'b4'], { 5: 1 }, { a4: 5 }],
    ['nowhere to go', ['a4'], {}, {}],
  ])('%s', (_, texts, rooms, expected) => {
    const meetings = texts.map(meeting);
    const days = Object.entries(rooms).map(([date, room]) => ({ day: on(Number(date)), room }));
    const { days: found, left } = spreadMeetings(meetings, days, new Map([['c', new Set([on(5)])]]));
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([id, date]) => [id, on(date)])),
    );
    expect([...found.keys(), ...left].sort()).toEqual([...texts].sort());
  });
});
