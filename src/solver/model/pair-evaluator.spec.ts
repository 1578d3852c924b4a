import { aSpecialistOf } from '../../../test/fixtures/a-specialist.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { DEFAULT_POLICY, type Meeting, type PlanPolicy, type Specialist } from '../problem.ts';
import { overlaps } from './cannot-attend-both.ts';
import { PairEvaluator } from './pair-evaluator.ts';

const [pattern] = generateMonth({ seed: 1, specialists: 1, meetings: 1 }).meetings;
if (pattern === undefined) throw new Error('no meeting');
const TOWN = { lat: 10.76, lng: 106.7 };
const NORTH = { lat: 10.86, lng: 106.7 };

/** 2020-12-04 is a Friday; hours are in Vietnamese time. */
function at(day: number, hour: number, of: Partial<Meeting> = {}): Meeting {
  const start = Date.UTC(2020, 11, day, hour - 7) / 60_000;
  return { ...(pattern as Meeting), start, end: start + 90, place: TOWN, needs: [], departmentIds: null, ...of };
}
const judge = (of: Partial<Specialist>, policy: Partial<PlanPolicy> = {}): PairEvaluator =>
  new PairEvaluator({ ...aSpecialistOf('d', 's'), base: TOWN, ...of }, { ...DEFAULT_POLICY, ...policy });

it.each<[string, Meeting, boolean]>([
  ['on that afternoon', at(4, 14), true],
  ['into that afternoon', at(4, 12), true],
  ['before it', at(4, 10), false],
  ['after it', at(4, 18), false],
  ['on another day', at(3, 14), false],
  ['on the next Friday', at(11, 16), true],
])('hours away every week count %s', (_, meeting, isAway) => {
  const away = judge({ awayWeekly: [{ weekday: 5, from: 13 * 60, to: 17 * 60 + 30 }] });
  expect(away.ineligibilities(meeting)).toEqual(isAway ? ['leave'] : []);
  expect(away.cost(meeting) === null).toBe(isAway);
});

it('counts hours away on both sides of midnight and of the week', () => {
  const sunday = judge({ awayWeekly: [{ weekday: 7, from: 1380, to: 1440 }] });
  const monday = judge({ awayWeekly: [{ weekday: 1, from: 0, to: 30 }] });
  const late = at(6, 23, { end: at(6, 23).start + 90 });
  expect([sunday.ineligibilities(late), monday.ineligibilities(late)]).toEqual([['leave'], ['leave']]);
  expect(monday.ineligibilities(at(6, 22))).toEqual([]);
});

it.each<[string, Meeting, number]>([
  ['a liked evening', at(3, 19), -10],
  ['a disliked Friday', at(4, 9), 20],
  ['both at once', at(4, 19), 10],
  ['neither', at(3, 9), 0],
])('prices %s', (_, meeting, preference) => {
  const person = judge({
    dayPreferences: [
      { weekday: null, part: 'evening', liking: 0.5 },
      { weekday: 5, part: null, liking: -1 },
    ],
  });
  expect(person.costs(meeting)['preference']).toBe(preference);
  const sum = Object.values(person.costs(meeting)).reduce((all, cost) => all + cost, 0);
  expect(person.cost(meeting)).toBe(sum);
});

it('sets out from home in the parts of the day that the policy names', () => {
  const policy = { travel: { ...DEFAULT_POLICY.travel, fromHome: ['evening' as const] } };
  const person = judge({ home: NORTH }, policy);
  expect(person.way(at(3, 9))).toBe(0);
  expect(person.way(at(3, 19))).toBeGreaterThan(14_000);
  expect(judge({}, policy).way(at(3, 19))).toBe(0);
});

it('does not count a way that nobody knows, unless the policy says how long it is taken to be', () => {
  const unknown = at(3, 19, { place: null });
  expect(judge({}).way(unknown)).toBeNull();
  expect(judge({}).costs(unknown)['travel']).toBe(0);
  const priced = { travel: { ...DEFAULT_POLICY.travel, unknownKm: 4, maxKm: 3 } };
  expect(judge({}, priced).way(unknown)).toBeNull();
  expect(judge({}, priced).costs(unknown)['travel']).toBe(32);
  expect(judge({}, priced).ineligibilities(unknown)).toEqual(['too_far']);
  // The way between two meetings counts as well: 4 km at 20 km/h take 12 minutes, beside the buffer of 10.
  const [first, second] = [at(3, 9), at(3, 9, { start: at(3, 9).end + 21, end: at(3, 9).end + 60, place: null })];
  const policy = { ...DEFAULT_POLICY, ...priced };
  expect([overlaps(first, second, policy), overlaps(first, second, DEFAULT_POLICY)]).toEqual([true, false]);
});
