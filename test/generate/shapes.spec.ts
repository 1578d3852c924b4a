import { metresBetween } from '../../src/solver/model/distance.ts';
import { PairEvaluator } from '../../src/solver/model/pair-evaluator.ts';
import type { PlanProblem } from '../../src/solver/problem.ts';
import { readProblem } from '../../src/solver/read-problem.ts';
import { DAY, FIRST_DAY } from './calendar.ts';
import { generateCommuneMonth } from './commune-month.ts';
import { generateMonth } from './month.ts';
import { withNearestPairs } from './nearest-pairs.ts';
import { SHAPES, type ShapeName, shapeNamed } from './shapes.ts';

const months = new Map<ShapeName, PlanProblem>();
/** Each is generated once, because large ones take a second. */
function made(name: ShapeName): PlanProblem {
  const month = months.get(name) ?? shapeNamed(name).make(1);
  months.set(name, month);
  return month;
}

/** Number of eligible pairs. */
function eligiblePairs({ specialists, meetings, policy }: PlanProblem): number {
  return specialists.reduce((sum, one) => {
    const judge = new PairEvaluator(one, policy);
    return sum + meetings.filter((meeting) => judge.cost(meeting) !== null).length;
  }, 0);
}

/** How many per cent of the meetings start on these days of the month, the first being 1. */
function shareOn({ meetings }: PlanProblem, from: number, to: number): number {
  const [start, end] = [FIRST_DAY + (from - 1) * DAY, FIRST_DAY + to * DAY];
  return (100 * meetings.filter((meeting) => meeting.start >= start && meeting.start < end).length) / meetings.length;
}

function commonHour({ meetings }: PlanProblem): number {
  const counts = new Map<number, number>();
  for (const { start } of meetings) {
    const minute = (start - FIRST_DAY) % DAY;
    counts.set(minute, (counts.get(minute) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

describe('a named month', () => {
  it.each(SHAPES.map(({ name }) => name).filter((name) => name !== 'country-candidates'))(
    '%s is the same every time, and free of faults',
    (name) => {
      const text = JSON.stringify(made(name));
      expect(JSON.stringify(shapeNamed(name).make(1)) === text).toBe(true);
      expect(JSON.stringify(readProblem(made(name))) === text).toBe(true);
    },
  );

  it.each<[ShapeName, number, number, number, number]>([
    ['district', 60, 200, 10_500, 12_000],
    ['province-ten-towns', 300, 2000, 125_000, 145_000],
    ['province-metropolis', 300, 2000, 510_000, 526_000],
  ])('%s has the people, meetings and pairs that it says', (name, people, meetings, least, most) => {
    const problem = made(name);
    expect([problem.specialists.length, problem.meetings.length]).toEqual([people, meetings]);
    expect(eligiblePairs(problem)).toBeGreaterThanOrEqual(least);
    expect(eligiblePairs(problem)).toBeLessThanOrEqual(most);
  });

  it('clumps as life does: the first five days, most often at 19:30, later weeks thin', () => {
    const problem = made('district');
    expect(shareOn(problem, 1, 5)).toBeGreaterThan(70);
    expect(shareOn(problem, 3, 3)).toBeGreaterThan(shareOn(problem, 5, 5));
    expect(shareOn(problem, 6, 14)).toBeGreaterThan(shareOn(problem, 20, 28));
    expect(commonHour(problem)).toBe(19 * 60 + 30);
    expect(new Set(problem.meetings.map(({ minObservers }) => minObservers))).toEqual(new Set([1, 2, 3]));
  });

  it('may have everybody on one evening, or be spread over the whole month', () => {
    expect(shareOn(made('district-one-evening'), 3, 3)).toBe(100);
    expect(shareOn(made('district-even'), 1, 5)).toBeLessThan(30);
  });

  it('has team rules everywhere and a quota for each department where it is about those', () => {
    const { meetings, departments, specialists } = made('district-team-rules');
    expect(meetings.every(({ team }) => team.lead && team.differentDepartments)).toBe(true);
    expect(departments.every(({ minVisits, maxVisits }) => (minVisits ?? 0) > 0 && maxVisits !== null)).toBe(true);
    expect(specialists.some(({ mayLead }) => mayLead) && specialists.some(({ mayLead }) => !mayLead)).toBe(true);
  });

  it('of ten towns lets neighbours share people, while none goes across the province', () => {
    const { specialists, meetings, policy } = made('province-ten-towns');
    const reached = specialists.map((one) => {
      const judge = new PairEvaluator(one, policy);
      const near = meetings.flatMap((meeting, i) =>
        judge.ineligibilities(meeting).includes('too_far') ? [] : [i % 10],
      );
      return new Set(near).size;
    });
    expect(Math.max(...reached)).toBeGreaterThan(1);
    expect(Math.max(...reached)).toBeLessThan(10);
  });

  it('of the nearest candidates gives each meeting as many, and none who lives far off', () => {
    const wide = { seed: 1, specialists: 200, meetings: 300, spreadKm: 40 };
    const { pairs, meetings, specialists } = withNearestPairs(generateMonth(wide), 10);
    const places = new Map(meetings.map(({ id, place }) => [id, place]));
    const bases = new Map(specialists.map(({ id, base }) => [id, base]));
    const counts = new Map<string, number>();
    for (const { meetingId, specialistId } of pairs ?? []) {
      counts.set(meetingId, (counts.get(meetingId) ?? 0) + 1);
      const [from, to] = [bases.get(specialistId), places.get(meetingId)];
      expect(from && to ? metresBetween(from, to) : Infinity).toBeLessThan(20_000);
    }
    expect([counts.size, ...new Set(counts.values())]).toEqual([meetings.length, 10]);
  });
});

describe('a month of a commune', () => {
  const commune = { code: '00004', name: 'Phường Ba Đình', centre: { lat: 21.03853, lng: 105.83806 }, areaKm2: 2.97 };

  it('has about 75 branches and 18 people, all within its area', () => {
    const { meetings, specialists } = readProblem(generateCommuneMonth(commune));
    expect(meetings.length).toBeGreaterThanOrEqual(60);
    expect(meetings.length).toBeLessThanOrEqual(90);
    expect(specialists.length).toBeGreaterThanOrEqual(16);
    expect(specialists.length).toBeLessThanOrEqual(20);
    const half = Math.sqrt(commune.areaKm2) / 2 / 111;
    for (const place of [...meetings.map((one) => one.place), ...specialists.map(({ base }) => base)]) {
      expect(Math.abs((place?.lat ?? 0) - commune.centre.lat)).toBeLessThanOrEqual(half);
      expect(Math.abs((place?.lng ?? 0) - commune.centre.lng)).toBeLessThanOrEqual(half);
    }
  });

  it('differs from that of its neighbour', () => {
    const other = generateCommuneMonth({ ...commune, code: '00008' });
    expect(other.meetings).not.toEqual(generateCommuneMonth(commune).meetings);
  });
});
