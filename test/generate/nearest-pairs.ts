import { metresBetween } from '../../src/solver/model/distance.ts';
import { PairEvaluator } from '../../src/solver/model/pair-evaluator.ts';
import type { ExplicitPair, Place, PlanProblem, Specialist } from '../../src/solver/problem.ts';

/** Side of a cell in degrees, about two kilometres. */
const CELL = 0.02;

/**
 * The same month with explicit pairs: for each meeting about the `count` nearest eligible people. Neighbouring meetings
 * share people, so the month does not split into independent parts.
 */
export function withNearestPairs(problem: PlanProblem, count: number): PlanProblem {
  const cells = new Map<string, Specialist[]>();
  for (const specialist of problem.specialists) {
    if (specialist.base === null) continue;
    const key = keyOf(cellOf(specialist.base));
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [specialist]);
    else cell.push(specialist);
  }
  const judges = new Map(problem.specialists.map((one) => [one.id, new PairEvaluator(one, problem.policy)]));
  const pairs = problem.meetings.flatMap((meeting): ExplicitPair[] => {
    const { place } = meeting;
    if (place === null) return [];
    const found: { specialist: Specialist; judge: PairEvaluator; metres: number }[] = [];
    let seen = 0;
    for (let ring = 0; found.length < count && seen < problem.specialists.length; ring += 1) {
      for (const specialist of ringAround(cells, cellOf(place), ring)) {
        seen += 1;
        const judge = judges.get(specialist.id);
        if (specialist.base === null || judge === undefined || judge.cost(meeting) === null) continue;
        found.push({ specialist, judge, metres: metresBetween(specialist.base, place) });
      }
    }
    return found
      .sort((a, b) => a.metres - b.metres || (a.specialist.id < b.specialist.id ? -1 : 1))
      .slice(0, count)
      .map(({ specialist, judge }) => ({
        specialistId: specialist.id,
        meetingId: meeting.id,
        costs: judge.costs(meeting),
      }));
  });
  return { ...problem, pairs };
}

type Cell = readonly [x: number, y: number];

function cellOf({ lat, lng }: Place): Cell {
  return [Math.floor(lng / CELL), Math.floor(lat / CELL)];
}

function keyOf([x, y]: Cell): string {
  return `${x} ${y}`;
}

/** Everybody in the cells that are `ring` steps away. */
function* ringAround(cells: ReadonlyMap<string, Specialist[]>, [x, y]: Cell, ring: number): Generator<Specialist> {
  for (let dx = -ring; dx <= ring; dx += 1) {
    const step = Math.abs(dx) === ring ? 1 : 2 * ring;
    for (let dy = -ring; dy <= ring; dy += Math.max(1, step)) yield* cells.get(keyOf([x + dx, y + dy])) ?? [];
  }
}
