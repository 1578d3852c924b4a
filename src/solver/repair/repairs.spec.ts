import fc from 'fast-check';
import { generateMonth } from '../../../test/generate/month.ts';
import { generateTinyMonth } from '../../../test/generate/tiny-month.ts';
import { exhaustiveObjectives } from '../../../test/support/exhaustive.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { randomFrom } from '../../kernel/random.ts';
import { solve } from '../engine/solve.ts';
import { pairKey, type PairOfIds } from '../model/pair-key.ts';
import type { PlanProblem } from '../problem.ts';
import { judgeAssignments } from '../verify/judge-assignments.ts';
import { pairCosts } from '../verify/pair-facts.ts';
import { afterEvents } from './after-events.ts';
import { repairs } from './repairs.ts';

/** The most pairs for which every plan is tried. */
const FEW = 11;
const RUNS = propertyRuns(25);

const pairsOf = (problem: PlanProblem): number => {
  const costsOf = pairCosts(problem);
  return problem.specialists.reduce(
    (sum, one) => sum + problem.meetings.filter((meeting) => costsOf(one, meeting) !== null).length,
    0,
  );
};

/** The month after somebody has declined, with the seat to be filled and these pairs ruled out. */
function asked(problem: PlanProblem, known: readonly PairOfIds[], declined: PairOfIds, out: readonly PairOfIds[]) {
  const after = afterEvents(problem, { assignments: known }, [{ kind: 'declined', ...declined }]);
  return {
    ...after,
    meetings: after.meetings.map((meeting) =>
      meeting.id === declined.meetingId ? { ...meeting, minObservers: meeting.maxObservers, mandatory: true } : meeting,
    ),
    pins: [
      ...after.pins.filter((pin) => !out.some((pair) => pairKey(pair) === pairKey(pin))),
      ...out.map((pair) => ({ ...pair, kind: 'must_not' as const })),
    ],
  };
}

describe('the best repairs', () => {
  it(
    'of a declined visit are what trying every plan finds, each next one the best of those left',
    async () => {
      let mended = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: 1_000_000 }), async (seed) => {
          const problem: PlanProblem = { ...generateTinyMonth(seed), published: null };
          const plan = await solve(problem);
          fc.pre(plan.status === 'optimal' && plan.assignments.length > 0 && pairsOf(problem) <= FEW);
          const { specialistId, meetingId } = plan.assignments[randomFrom(seed).below(plan.assignments.length)] ?? {
            specialistId: '',
            meetingId: '',
          };
          const declined = { specialistId, meetingId };
          const known = { assignments: plan.assignments };
          const { found, isComplete } = await repairs(problem, known, [{ kind: 'declined', ...declined }], {
            timeLimitMs: 60_000,
          });
          expect(isComplete || found.length === 3).toBe(true);
          const out: PairOfIds[] = [];
          for (const { takers, cost, changes, losses, isProven } of found) {
            const month = asked(problem, plan.assignments, declined, out);
            const best = exhaustiveObjectives(month);
            // Where the month cannot keep all of its demands, the repair gives some of them up.
            if (best !== null) {
              expect(isProven).toBe(true);
              expect(cost.tiers.map(({ after }) => after)).toEqual(best);
              const assignments = assignmentsAfter(plan.assignments, changes);
              expect(judgeAssignments(month, assignments).faults).toEqual([]);
              mended += 1;
            }
            expect(takers.every((pair) => pair.meetingId === meetingId && pair.specialistId !== specialistId)).toBe(
              true,
            );
            expect(losses.find(({ loss }) => loss !== 0)?.loss ?? 1).toBeGreaterThan(0);
            out.push(...takers);
          }
          if (found.length < 3)
            expect(exhaustiveObjectives(asked(problem, plan.assignments, declined, out))).toBeNull();
        }),
        RUNS,
      );
      expect(mended).toBeGreaterThan(0);
    },
    RUNS.numRuns * 5_000,
  );

  const month = generateMonth({ seed: 8, specialists: 14, meetings: 44, departments: 4 });

  it('name three people, none twice, and who else moves', async () => {
    const plan = await solve(month);
    const [first] = plan.assignments;
    if (first === undefined) throw new Error('an empty plan');
    const { specialistId, meetingId } = first;
    const known = { assignments: plan.assignments.map((one) => ({ ...one, accepted: true })) };
    const { found } = await repairs(month, known, [{ kind: 'declined', specialistId, meetingId }]);
    expect(found).toHaveLength(3);
    expect(new Set(found.flatMap(({ takers }) => takers.map((pair) => pair.specialistId))).size).toBe(3);
    for (const { changes, cost } of found) {
      expect(changes).toContainEqual({ kind: 'dropped', specialistId, meetingId, because: { kind: 'declined' } });
      expect(cost.can).toBe('yes');
    }
  });

  it('fill an empty seat that somebody asks to have filled, and no other', async () => {
    const plan = await solve(month);
    const [first] = plan.assignments;
    if (first === undefined) throw new Error('an empty plan');
    const known = { assignments: plan.assignments.filter((one) => one.meetingId !== first.meetingId) };
    expect((await repairs(month, known, [])).found).toEqual([]);
    const { found } = await repairs(month, known, [], { short: [first.meetingId] });
    expect(found.length).toBeGreaterThan(0);
    for (const { takers } of found) expect(takers.map(({ meetingId }) => meetingId)).toEqual([first.meetingId]);
  });

  it('say who comes nearest where nobody can go', async () => {
    const plan = await solve(month);
    const [first] = plan.assignments;
    if (first === undefined) throw new Error('an empty plan');
    const { specialistId, meetingId } = first;
    const others = month.specialists.filter(({ id }) => id !== specialistId);
    const known = { assignments: plan.assignments };
    const closed: PlanProblem = {
      ...month,
      pins: others.map(({ id }) => ({ specialistId: id, meetingId, kind: 'must_not' as const })),
    };
    const { found, nearest, isComplete } = await repairs(
      closed,
      known,
      [{ kind: 'declined', specialistId, meetingId }],
      {
        timeLimitMs: 60_000,
      },
    );
    expect({ found, isComplete }).toEqual({ found: [], isComplete: true });
    expect(nearest).toMatchObject({ meetingId, can: 'no' });
    expect(nearest?.faults.length).toBeGreaterThan(0);
  });

  it('are honest where there was no time to look', async () => {
    const plan = await solve(month);
    const { specialistId, meetingId } = plan.assignments[0] ?? { specialistId: '', meetingId: '' };
    const lazy: PlanProblem = {
      ...month,
      policy: { ...month.policy, tiers: ['coverage', 'fairness', 'quality', 'stability', 'linkage'] },
      specialists: month.specialists.map((one) => ({ ...one, maxVisits: Math.min(one.maxVisits, visitsOf(one.id)) })),
    };
    function visitsOf(id: string): number {
      return plan.assignments.filter((one) => one.specialistId === id).length;
    }
    const event = { kind: 'declined', specialistId, meetingId } as const;
    const { found, isComplete } = await repairs(lazy, { assignments: plan.assignments }, [event], { timeLimitMs: 0 });
    expect({ found, isComplete }).toEqual({ found: [], isComplete: false });
  });
});

function assignmentsAfter(
  before: readonly PairOfIds[],
  changes: readonly (PairOfIds & { readonly kind: 'dropped' | 'added' })[],
): PairOfIds[] {
  const gone = new Set(changes.flatMap((change) => (change.kind === 'dropped' ? [pairKey(change)] : [])));
  return [...before.filter((pair) => !gone.has(pairKey(pair))), ...changes.filter(({ kind }) => kind === 'added')].map(
    ({ specialistId, meetingId }) => ({ specialistId, meetingId }),
  );
}
