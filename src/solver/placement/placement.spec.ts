import fc from 'fast-check';
import { generatePlacement, type PlacementShape } from '../../../test/generate/placement.ts';
import { judgeOf } from './placement-candidates.ts';
import { priorityCost } from './judge-placement.ts';
import type { PlacedPlan } from './placement-plan.ts';
import { PLACEMENT_TIERS, type PlacementProblem } from './placement-problem.ts';
import { solvePlacement } from './solve-placement.ts';
import { verifyPlacement } from './verify-placement.ts';

/** The best objectives, tier by tier, by trying every placement; null where none keeps the bounds. */
function exhaustive(problem: PlacementProblem): number[] | null {
  const judge = judgeOf(problem);
  const special = new Set(problem.branches.flatMap((branch) => (branch.special ? [branch.id] : [])));
  let best: number[] | null = null;
  const counts = new Map<string, number>();
  const walk = (at: number, sums: readonly number[]): void => {
    const person = problem.people[at];
    if (person === undefined) {
      const fits = problem.branches.every(({ id, min, max }) => {
        const count = counts.get(id) ?? 0;
        return count >= min && count <= max;
      });
      if (fits && (best === null || isBefore(sums, best))) best = [...sums];
      return;
    }
    for (const branch of [null, ...problem.branches]) {
      if (branch === null && person.required) continue;
      const judged = branch === null ? null : judge(person, branch);
      if (judged !== null && judged.reasons.length > 0) continue;
      const quality = Object.values(judged?.costs ?? {}).reduce((sum, cost) => sum + cost, 0);
      const added = PLACEMENT_TIERS.map((tier) =>
        tier === 'quality' ? quality : priorityCost(tier, person, branch, special),
      );
      if (branch !== null) counts.set(branch.id, (counts.get(branch.id) ?? 0) + 1);
      walk(
        at + 1,
        sums.map((sum, i) => sum + (added[i] ?? 0)),
      );
      if (branch !== null) counts.set(branch.id, (counts.get(branch.id) ?? 0) - 1);
    }
  };
  walk(
    0,
    PLACEMENT_TIERS.map(() => 0),
  );
  return best;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const first = a.findIndex((number, i) => number !== b[i]);
  return first >= 0 && (a[first] ?? 0) < (b[first] ?? 0);
}

const tiny: fc.Arbitrary<PlacementShape> = fc.record({
  seed: fc.nat({ max: 1_000_000 }),
  people: fc.integer({ min: 1, max: 6 }),
  branches: fc.integer({ min: 1, max: 3 }),
  min: fc.integer({ min: 0, max: 2 }),
  max: fc.integer({ min: 2, max: 3 }),
  inCharge: fc.constantFrom(0, 50),
  special: fc.constantFrom(0, 50),
  optional: fc.constantFrom(0, 40),
});

describe('a placement round', () => {
  it('comes to what trying everything comes to, tier by tier, and proves it', () => {
    fc.assert(
      fc.property(tiny, (shape) => {
        const problem = generatePlacement(shape);
        const plan = solvePlacement(problem);
        const best = exhaustive(problem);
        expect(plan.status).toBe(best === null ? 'infeasible' : 'optimal');
        if (plan.status === 'optimal') expect(plan.tiers.map(({ objective }) => objective)).toEqual(best);
        expect(verifyPlacement(problem, plan)).toEqual({ ok: true, faults: [], proven: plan.status });
      }),
      { numRuns: 300 },
    );
  });

  it('of 223 people and 73 branches is proven best, whatever the order of its lists', () => {
    const problem = generatePlacement({ seed: 1 });
    const plan = solvePlacement(problem);
    expect(verifyPlacement(problem, plan)).toMatchObject({ ok: true, proven: 'optimal' });
    const turned = { ...problem, people: [...problem.people].reverse(), branches: [...problem.branches].reverse() };
    expect(solvePlacement(turned)).toEqual(plan);
  });

  it('places people in charge of special areas there before anybody else', () => {
    const problem = generatePlacement({ seed: 5, people: 40, branches: 12, max: 4, inCharge: 60, special: 40 });
    const plan = solvePlacement(problem) as PlacedPlan;
    const own = plan.placements.filter(({ inCharge }) => inCharge);
    expect(own.length).toBeGreaterThan(5);
    expect(plan.tiers[1]?.objective).toBe(plan.tiers[1]?.bound);
  });

  it('says which branches want more people than may go there', () => {
    const base = generatePlacement({ seed: 2, people: 6, branches: 3, min: 2, max: 4 });
    const [branch] = base.branches;
    const barred = base.people.map((person, i) =>
      i === 0 ? person : { ...person, barredBranchIds: [branch?.id ?? ''] },
    );
    const people = barred.map((person) => ({ ...person, pinnedBranchId: null }));
    const [first] = people;
    const problem = {
      ...base,
      people: first === undefined ? people : [{ ...first, barredBranchIds: [] }, ...people.slice(1)],
    };
    const plan = solvePlacement(problem);
    expect(plan).toMatchObject({
      status: 'infeasible',
      shortage: { of: 'people', branchIds: [branch?.id], wanted: 2, available: 1 },
    });
    expect(verifyPlacement(problem, plan)).toMatchObject({ ok: true, proven: 'infeasible' });
  });

  it('says who finds too few seats', () => {
    const problem = generatePlacement({ seed: 3, people: 10, branches: 3, min: 0, max: 3 });
    const plan = solvePlacement(problem);
    expect(plan).toMatchObject({ status: 'infeasible', shortage: { of: 'seats', wanted: 10, available: 9 } });
    expect(verifyPlacement(problem, plan).ok).toBe(true);
  });

  it('is refused where somebody has tampered with it', () => {
    const problem = generatePlacement({ seed: 4, people: 20, branches: 6 });
    const plan = solvePlacement(problem) as PlacedPlan;
    const [one, two] = plan.placements.filter(({ branchId }, i, all) => i === 0 || branchId !== all[0]?.branchId);
    const swapped = plan.placements.map((placement) =>
      placement === one
        ? { ...placement, branchId: two?.branchId ?? '' }
        : placement === two
          ? { ...placement, branchId: one?.branchId ?? '' }
          : placement,
    );
    const tiers = plan.tiers.map((tier) => (tier.tier === 'quality' ? { ...tier, bound: tier.bound - 1 } : tier));
    for (const wrong of [
      { ...plan, placements: swapped },
      { ...plan, placements: plan.placements.slice(1) },
      { ...plan, tiers },
    ]) {
      expect(verifyPlacement(problem, wrong)).toMatchObject({ ok: false, proven: 'nothing' });
    }
  });

  it('points at facts that contradict themselves', () => {
    const problem = generatePlacement({ seed: 4, people: 3, branches: 2 });
    const [first, ...others] = problem.branches;
    const wrong = {
      ...problem,
      branches: first === undefined ? others : [{ ...first, min: 5, max: 2 }, ...others],
      people: problem.people.map((person) => ({ ...person, pinnedBranchId: 'nowhere' })),
    };
    let refusal: unknown;
    try {
      solvePlacement(wrong);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code: 'input.invalid', faults: [{ pointer: '/branches/0/min' }, {}, {}, {}] });
  });
});
