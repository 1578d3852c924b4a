import { generateMonth } from '../../../test/generate/month.ts';
import { verify } from '../verify/verify.ts';
import { compareVariants, movesBetween, withVariant } from './compare-variants.ts';

const problem = generateMonth({ seed: 17, specialists: 12, meetings: 50, departments: 4, spreadKm: 8 });

describe('variants of a month', () => {
  it('are each proven best under their own policy and facts, and compared with the first', async () => {
    const [as, near, fewer] = await compareVariants(problem, [
      { name: 'as it is' },
      { name: 'nearer', policy: { weights: { travel: 80 } } },
      { name: 'two people fewer', facts: { specialists: problem.specialists.slice(2) } },
    ]);
    if (as === undefined || near === undefined || fewer === undefined) throw new Error('three were asked for');
    for (const { problem: own, plan } of [as, near, fewer]) {
      expect(verify(own, plan)).toMatchObject({ ok: true, proven: 'optimal' });
    }
    expect(as.moves).toEqual([]);
    expect(near.figures.metres).toBeLessThan(as.figures.metres);
    expect(near.figures.lostCoverage).toBe(as.figures.lostCoverage);
    expect(near.moves.length).toBeGreaterThan(0);
    expect(fewer.figures.lostCoverage).toBeGreaterThanOrEqual(as.figures.lostCoverage);
    const gone = problem.specialists.slice(0, 2).map(({ id }) => id);
    for (const { specialistId, goes } of fewer.moves) if (gone.includes(specialistId)) expect(goes).toEqual([]);
  });

  it('count what the plan says', async () => {
    const [only] = await compareVariants(problem, [{ name: 'as it is' }]);
    const { figures, plan } = only ?? {};
    expect(figures?.visits).toBe(plan?.assignments.length);
    expect((figures?.meetings ?? 0) - (figures?.met ?? 0)).toBe(plan?.unmet.length);
    const quality = Object.values(figures?.meanCosts ?? {}).reduce((sum, cost) => sum + cost, 0);
    expect(quality * (figures?.visits ?? 0)).toBeCloseTo(plan?.tiers[2]?.objective ?? NaN, 6);
  });

  it('leave everything that they do not name as it is', () => {
    const changed = withVariant(problem, { name: 'slow', policy: { travel: { speedKmh: 5 }, rotationGapMonths: 4 } });
    expect(changed.policy).toEqual({
      ...problem.policy,
      rotationGapMonths: 4,
      travel: { ...problem.policy.travel, speedKmh: 5 },
    });
    expect({ ...changed, policy: null }).toEqual({ ...problem, policy: null });
  });

  it('name who moves from where to where', () => {
    const plan = (...pairs: string[]): Parameters<typeof movesBetween>[0] => ({
      assignments: pairs.map((pair) => ({
        specialistId: pair.slice(0, 1),
        meetingId: pair.slice(1),
        costs: {},
        cost: 0,
        pinned: false,
        published: null,
      })),
    });
    expect(movesBetween(plan('a1', 'a2', 'b3'), plan('a1', 'b3', 'c2'))).toEqual([
      { specialistId: 'a', goes: [], goesNoMore: ['2'] },
      { specialistId: 'c', goes: ['2'], goesNoMore: [] },
    ]);
  });
});
