import { generateMonth } from '../../../test/generate/month.ts';
import { isFeasible, objectiveOf, type Choice, chosenPairs } from '../model/evaluate.ts';
import { buildModel, type MonthModel } from '../model/month-model.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';
import { mostVisits, type PlanProblem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { weightOf } from '../relaxation/weights.ts';
import { greedyStart } from './greedy-start.ts';
import { improveByExchange } from './improve-by-exchange.ts';
import { Deadline } from './stop.ts';

/** Loads in points, limits, rest, quotas and team rules: all that an exchange has to keep. */
function ruled(seed: number): PlanProblem {
  const base = generateMonth({ seed, specialists: 12, meetings: 40, departments: 3, teamRules: 30, quotas: true });
  return readProblem({
    ...base,
    meetings: base.meetings.map((one) => ({ ...one, mandatory: false })),
    specialists: base.specialists.map((one) => ({ ...one, minVisits: 0 })),
    departments: base.departments.map((one) => ({ ...one, minVisits: null })),
    policy: {
      ...base.policy,
      limits: [mostVisits(2, 'day')],
      rest: { ...base.policy.rest, eveningsBetween: 1 },
      load: { evening: 50, far: { km: 2, points: 30 } },
    },
  });
}

function improved(model: MonthModel, start: Choice, deadline = new Deadline(60_000, undefined)): Choice {
  const costOf = (choice: Choice): number => objectiveOf(model, choice, 'fairness');
  return improveByExchange(
    { model, objective: { weights: weightOf('fairness'), tieBreaks: null }, costOf, deadline },
    start,
  );
}

describe('a plan improved by exchanges', () => {
  it.each([[1], [2], [3], [4]])('keeps all rules, and nobody alone could do better at a meeting (%s)', (seed) => {
    const model = buildModel(ruled(seed));
    const start = greedyStart(model);
    if (start === null) throw new Error('a month without demands has a plan');
    const before = objectiveOf(model, start, 'fairness');
    const found = improved(model, start);
    expect(isFeasible(model, found)).toBe(true);
    const cost = objectiveOf(model, found, 'fairness');
    expect(cost).toBeLessThan(before);
    expect(objectiveOf(model, found, 'coverage')).toBe(objectiveOf(model, start, 'coverage'));
    for (const out of chosenPairs(found)) {
      for (const other of pairsOfMeeting(model.pairs, model.pairs.meeting[out] ?? 0)) {
        if (found[other] === 1) continue;
        const next = found.slice();
        [next[out], next[other]] = [0, 1];
        if (isFeasible(model, next)) expect(objectiveOf(model, next, 'fairness')).toBeGreaterThanOrEqual(cost);
      }
    }
  });

  it('stays as it is once the time is over', () => {
    const model = buildModel(ruled(1));
    const start = greedyStart(model) ?? new Uint8Array();
    expect(improved(model, start, new Deadline(0, undefined))).toBe(start);
  });
});
