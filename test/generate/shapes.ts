import { mostVisits, type PlanProblem, type VisitLimit } from '../../src/solver/problem.ts';
import { generateMonth, type MonthShape } from './month.ts';
import { withNearestPairs } from './nearest-pairs.ts';

/** A named month, for benchmarks and for trying the engine. */
export interface NamedShape {
  readonly name: string;
  readonly about: string;
  readonly make: (seed: number) => PlanProblem;
}

const DISTRICT = { specialists: 60, meetings: 200, maxObservers: 3, mostWanted: 3, calendar: 'lived' } as const;
const PROVINCE = { specialists: 300, meetings: 2000, maxObservers: 3, mostWanted: 3, calendar: 'lived' } as const;

export const SHAPES = [
  shape('district', '60 people, 200 meetings of a district', DISTRICT),
  shape('district-team-rules', '60 × 200, every meeting with all team rules, departments with quotas', {
    ...DISTRICT,
    departments: 8,
    teamRules: 100,
    quotas: true,
  }),
  {
    name: 'district-two-a-day',
    about: '60 × 200, at most two visits a day and four a week',
    make: (seed) => limited(generateMonth({ ...DISTRICT, seed }), mostVisits(2, 'day'), mostVisits(4, 'week')),
  },
  {
    name: 'district-one-a-day',
    about: '60 × 200, at most one visit a day',
    make: (seed) => limited(generateMonth({ ...DISTRICT, seed }), mostVisits(1, 'day')),
  },
  shape('district-one-evening', '60 × 200, everyone on the 3rd at 19:30', { ...DISTRICT, calendar: 'one_evening' }),
  shape('district-one-day', '60 × 200, everyone on the half hours of the 3rd', { ...DISTRICT, calendar: 'one_day' }),
  shape('district-even', '60 × 200, dates spread evenly over the month', { ...DISTRICT, calendar: 'even' }),
  shape('province-ten-towns', '300 × 2,000 in ten towns of a province, about 135 thousand pairs', {
    ...PROVINCE,
    towns: 10,
    townKm: 20,
    spreadKm: 8,
    maxKm: 26,
  }),
  shape('province-metropolis', '300 × 2,000 in one metropolis, about 518 thousand pairs', {
    ...PROVINCE,
    spreadKm: 20.4,
    maxKm: 22,
  }),
  {
    name: 'country-candidates',
    about: '2,000 × 10,000 with the 40 nearest candidates each',
    make: (seed) =>
      withNearestPairs(
        generateMonth({ ...PROVINCE, seed, specialists: 2000, meetings: 10_000, departments: 40, spreadKm: 60 }),
        40,
      ),
  },
] as const satisfies readonly NamedShape[];

export type ShapeName = (typeof SHAPES)[number]['name'];

/** @throws Error for an unknown name */
export function shapeNamed(name: string): NamedShape {
  const found = SHAPES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no shape “${name}”`);
  return found;
}

function limited(problem: PlanProblem, ...limits: readonly VisitLimit[]): PlanProblem {
  return { ...problem, policy: { ...problem.policy, limits } };
}

function shape<N extends string>(name: N, about: string, of: Omit<MonthShape, 'seed'>): NamedShape & { name: N } {
  return { name, about, make: (seed) => generateMonth({ ...of, seed }) };
}
