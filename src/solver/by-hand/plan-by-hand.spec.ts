import { randomFrom } from '../../kernel/random.ts';
import { generateTinyMonth } from '../../../test/generate/tiny-month.ts';
import { solve } from '../engine/solve.ts';
import { buildModel } from '../model/month-model.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import type { Plan } from '../plan.ts';
import type { Overrulable, Pin, PlanProblem } from '../problem.ts';
import { readPlan } from '../read-plan.ts';
import { readProblem } from '../read-problem.ts';
import { judgeAssignments } from '../verify/judge-assignments.ts';
import { verify } from '../verify/verify.ts';
import { narrows } from './narrows.ts';
import { planByHand } from './plan-by-hand.ts';

/** Every set of eligible pairs that keeps the rules, with its tiers in the order of the policy. */
function everyPlan(problem: PlanProblem): { readonly pairs: PairOfIds[]; readonly tiers: number[] }[] {
  const { pairs, specialists, meetings } = buildModel(problem);
  const all = Array.from({ length: pairs.count }, (_, pair) => ({
    specialistId: specialists[pairs.specialist[pair] ?? 0]?.id ?? '',
    meetingId: meetings[pairs.meeting[pair] ?? 0]?.id ?? '',
  }));
  return Array.from({ length: 2 ** all.length }, (_, set) => all.filter((_pair, i) => (set >> i) % 2 === 1)).flatMap(
    (chosen) => {
      const { faults, objectives } = judgeAssignments(problem, chosen);
      return faults.length > 0 ? [] : [{ pairs: chosen, tiers: problem.policy.tiers.map((tier) => objectives[tier]) }];
    },
  );
}

const isAsGood = (some: readonly number[], than: readonly number[], until: number): boolean =>
  some.slice(0, until).every((objective, k) => objective <= (than[k] ?? 0));

describe('a plan that people have made', () => {
  it('is accepted by the verifier, and keeps only bounds that hold', async () => {
    let [seen, optimal, kept] = [0, 0, 0];
    for (let seed = 1; seed <= 60; seed += 1) {
      const before = readProblem(generateTinyMonth(seed));
      if (buildModel(before).pairs.count > 9) continue;
      const solved = await solve(before, { seed: 3 });
      if (solved.status !== 'optimal') continue;
      const random = randomFrom(seed);
      const plans = everyPlan(before);
      const made = plans[random.below(plans.length)];
      if (made === undefined) continue;
      const pinned = made.pairs.filter(
        (pair) => random.chance(30) && !before.pins.some((pin) => pairKey(pin) === pairKey(pair)),
      );
      const problem = readProblem({
        ...before,
        pins: [...before.pins, ...pinned.map((pair): Pin => ({ ...pair, kind: 'must' }))],
      });
      const plan = planByHand(problem, made.pairs, solved, before);
      expect([seed, verify(problem, readPlan(JSON.parse(JSON.stringify(plan))))]).toMatchObject([seed, { ok: true }]);
      expect(plan.tiers.map(({ objective }) => objective)).toEqual(made.tiers);
      const possible = everyPlan(problem);
      plan.tiers.forEach(({ bound }, k) => {
        if (bound === null) return;
        kept += 1;
        const others = possible.filter(({ tiers }) => isAsGood(tiers, made.tiers, k));
        expect([seed, k, others.every(({ tiers }) => (tiers[k] ?? 0) >= bound)]).toEqual([seed, k, true]);
      });
      seen += 1;
      if (plan.status === 'optimal') optimal += 1;
    }
    expect(seen).toBeGreaterThan(15);
    expect(kept).toBeGreaterThan(seen);
    expect(optimal).toBeGreaterThan(0);
  });

  describe('of one month', () => {
    const problem = readProblem(generateTinyMonth(271));
    let solved: Plan;
    beforeAll(async () => {
      solved = await solve(problem);
    });

    it('is the plan that it began as where nothing differs', () => {
      expect(planByHand(problem, [...solved.assignments].reverse(), solved)).toBe(solved);
    });

    it('keeps no bound where more is overruled, or other facts have changed', () => {
      const more = readProblem({
        ...problem,
        specialists: problem.specialists.map((one) => ({ ...one, target: 150 })),
      });
      const plan = planByHand(more, solved.assignments, solved);
      expect(plan).toMatchObject({ status: 'feasible', stoppedBy: 'by_hand', certificate: null });
      expect(plan.tiers.map(({ bound }) => bound)).toEqual(plan.tiers.map(() => null));
      expect(verify(more, plan)).toMatchObject({ ok: true, proven: 'feasible' });
    });

    it('is none where the assignments break a rule', () => {
      const [first] = solved.assignments;
      if (first === undefined) throw new Error('an empty plan');
      expect(() => planByHand(problem, [...solved.assignments, first], solved)).toThrow(
        expect.objectContaining({
          code: 'input.invalid',
          faults: [expect.objectContaining({ code: 'verify.duplicate' }) as unknown],
        }) as Error,
      );
    });
  });
});

it.each<[string, Pin[], Pin[], boolean]>([
  ['the same', [pin('a', 'must')], [pin('a', 'must')], true],
  ['more that is demanded', [], [pin('a', 'must')], true],
  ['more that is forbidden', [pin('a', 'must')], [pin('a', 'must'), pin('b', 'must_not')], true],
  ['one pin less', [pin('a', 'must_not')], [], false],
  ['the contrary', [pin('a', 'must_not')], [pin('a', 'must')], false],
  ['something overruled', [], [pin('a', 'must', 'too_far')], false],
  ['something allowed', [], [pin('a', 'may', 'too_far')], false],
  ['what was overruled before', [pin('a', 'must', 'too_far')], [pin('a', 'must', 'too_far')], true],
  ['what was allowed before', [pin('a', 'may', 'too_far')], [pin('a', 'must', 'too_far')], true],
  ['no longer what was allowed', [pin('a', 'may', 'too_far')], [], true],
  ['more than was overruled', [pin('a', 'must', 'too_far')], [pin('a', 'must', 'too_far', 'rotation_gap')], false],
])('pins with %s narrow a month or not', (_, before, now, does) => {
  expect(narrows(before, now)).toBe(does);
});

function pin(meetingId: string, kind: Pin['kind'], ...overrules: Overrulable[]): Pin {
  return { specialistId: 's', meetingId, kind, ...(overrules.length > 0 && { overrules }) };
}
