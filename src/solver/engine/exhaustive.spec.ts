import fc from 'fast-check';
import { generateTinyMonth } from '../generate/tiny-month.ts';
import { hardFacts, withoutFacts } from '../model/facts.ts';
import { exhaustiveObjectives } from '../verify/exhaustive.ts';
import { verify } from '../verify/verify.ts';
import { solve } from './solve.ts';

/** Drills raise it to thousands. */
const RUNS = Number(process.env['SOLVER_RUNS'] ?? 60);
/** Pairs that exhaustive search tries all sets of. */
const FEW = 11;

describe('on tiny months with every rule', () => {
  it(
    'finds what trying everything finds, tier by tier, and proves it',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: 1_000_000 }), async (seed) => {
          const problem = generateTinyMonth(seed);
          const plan = await solve(problem);
          fc.pre(plan.effort.pairs <= FEW);
          const best = exhaustiveObjectives(problem);
          expect(plan.status).toBe(best === null ? 'infeasible' : 'optimal');
          expect(plan.tiers.map(({ objective }) => objective)).toEqual(best ?? []);
          expect(plan.proof?.kind).toBe('verified');
          expect(verify(problem, plan).proven).toBe(plan.status);
        }),
        { numRuns: RUNS },
      );
    },
    RUNS * 1_000,
  );

  it(
    'names facts that contradict each other, none of them without need',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: 1_000_000 }), async (seed) => {
          const problem = generateTinyMonth(seed);
          const { status, conflict } = await solve(problem);
          fc.pre(status === 'infeasible');
          const named = new Set(conflict.map((fact) => JSON.stringify(fact)));
          const others = hardFacts(problem).filter((fact) => !named.has(JSON.stringify(fact)));
          const possible = async (dropped: typeof others): Promise<boolean> =>
            (await solve(withoutFacts(problem, dropped))).status === 'optimal';
          expect(conflict.length).toBeGreaterThan(0);
          expect(await possible(others)).toBe(false);
          for (const fact of conflict) expect(await possible([...others, fact])).toBe(true);
        }),
        { numRuns: Math.ceil(RUNS / 6) },
      );
    },
    RUNS * 1_000,
  );
});
