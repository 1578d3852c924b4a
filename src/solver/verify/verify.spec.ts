import { generateMonth } from '../../../test/generate/month.ts';
import { solve } from '../engine/solve.ts';
import type { Assignment, Plan } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { readPlan } from '../read-plan.ts';
import { verify } from './verify.ts';

const crowded = generateMonth({ seed: 9, specialists: 5, meetings: 26, departments: 3, clumped: 100, teamRules: 30 });
const problem: PlanProblem = {
  ...crowded,
  meetings: crowded.meetings.map((meeting) => ({ ...meeting, mandatory: false })),
};
let plan: Plan;

beforeAll(async () => {
  plan = await solve(problem, { seed: 1 });
});

describe('verify', () => {
  it('confirms a plan that went through a file', () => {
    const verdict = verify(problem, readPlan(JSON.parse(JSON.stringify(plan))));
    expect(verdict).toMatchObject({ ok: true, faults: [], proven: 'optimal' });
    expect(plan.unmet.length).toBeGreaterThan(0);
  });

  it('reads whatever the engine writes of the largest months', () => {
    const effort = { ...plan.effort, pairs: 1_100_000, linearPrograms: 2_000_000, searchNodes: 3_000_000 };
    expect(verify(problem, readPlan({ ...plan, effort }))).toMatchObject({ ok: true, proven: 'optimal' });
  });

  const first = (of: Plan): Assignment => {
    const [assignment] = of.assignments;
    if (assignment === undefined) throw new Error('an empty plan');
    return assignment;
  };
  const inTier = (of: Plan, index: number, change: Partial<Plan['tiers'][number]>): Plan => ({
    ...of,
    tiers: of.tiers.map((tier, i) => (i === index ? { ...tier, ...change } : tier)),
  });

  it.each<[string, string, string, (of: Plan) => Plan]>([
    [
      'a visit taken out',
      '/tiers/0/objective',
      'wrong_number',
      (of) => ({ ...of, assignments: of.assignments.slice(1) }),
    ],
    [
      'a visit counted twice',
      '/assignments/1',
      'duplicate',
      (of) => ({ ...of, assignments: [first(of), ...of.assignments] }),
    ],
    [
      'a person that nobody knows',
      '/assignments/0',
      'unknown_id',
      (of) => ({ ...of, assignments: [{ ...first(of), specialistId: 'nobody' }, ...of.assignments.slice(1)] }),
    ],
    [
      'a lower objective',
      '/tiers/2/objective',
      'wrong_number',
      (of) => inTier(of, 2, { objective: (of.tiers[2]?.objective ?? 0) - 1 }),
    ],
    [
      'a higher bound',
      '/tiers/1/verifiedBound',
      'wrong_number',
      (of) => inTier(of, 1, { verifiedBound: (of.tiers[1]?.objective ?? 0) + 1 }),
    ],
    [
      'a smaller cost',
      '/assignments/0/cost',
      'wrong_number',
      (of) => ({ ...of, assignments: [{ ...first(of), cost: 0 }, ...of.assignments.slice(1)] }),
    ],
    [
      'a nicer load',
      '/loads/0',
      'wrong_load',
      (of) => ({ ...of, loads: of.loads.map((load, i) => (i === 0 ? { ...load, visits: load.visits + 1 } : load)) }),
    ],
    [
      'an excuse for an empty seat',
      '/unmet/0',
      'wrong_unmet',
      (of) => ({ ...of, unmet: of.unmet.map((unmet, i) => (i === 0 ? { ...unmet, candidates: [] } : unmet)) }),
    ],
    ['a proof that is not there', '/proof', 'wrong_proof', (of) => ({ ...of, certificate: null })],
    ['a status other than the proof', '/status', 'wrong_status', (of) => ({ ...of, status: 'feasible' })],
    ['another problem', '/inputHash', 'other_problem', (of) => ({ ...of, inputHash: '0'.repeat(64) })],
  ])('refuses %s', (_, pointer, code, tamper) => {
    const verdict = verify(problem, tamper(plan));
    expect(verdict.proven).toBe('nothing');
    expect(verdict.faults).toContainEqual(expect.objectContaining({ pointer, code: `verify.${code}` }));
  });

  it('refuses a person in two places at once', () => {
    const busy = plan.assignments.find(({ specialistId, meetingId }) =>
      meetingsAtOnce(meetingId).some((id) => mayGo(specialistId, id)),
    );
    const other =
      busy === undefined ? undefined : meetingsAtOnce(busy.meetingId).find((id) => mayGo(busy.specialistId, id));
    if (busy === undefined || other === undefined) throw new Error('no two meetings at once');
    const verdict = verify(problem, { ...plan, assignments: [...plan.assignments, { ...busy, meetingId: other }] });
    expect(verdict.faults.map(({ code }) => code)).toContain('verify.cannot_attend_both');
  });

  it('refuses the same plan when the problem has changed behind it', () => {
    const { specialistId, meetingId } = first(plan);
    const meeting = problem.meetings.find(({ id }) => id === meetingId);
    const changed: PlanProblem = {
      ...problem,
      specialists: problem.specialists.map((one) =>
        one.id === specialistId ? { ...one, unavailable: [{ from: meeting?.start ?? 0, to: meeting?.end ?? 0 }] } : one,
      ),
    };
    const codes = verify(changed, plan).faults.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['verify.other_problem', 'verify.ineligible']));
  });

  it.each<[string, string, (prices: Prices) => Prices]>([
    ['the wrong sign', 'sign', (prices) => ({ ...prices, cliques: [[0, 0, 5]] })],
    ['no known place', 'place', (prices) => ({ ...prices, meetings: [[10_000, 5]] })],
    ['no whole number', 'number', (prices) => ({ ...prices, loads: [[0, 0.5]] })],
    ['too much for exact sums', 'number', (prices) => ({ ...prices, loads: [[0, Number.MAX_SAFE_INTEGER]] })],
  ])('refuses a certificate whose price has %s', (_, flaw, tamper) => {
    const certificate = withPrices(plan, tamper);
    expect(verify(problem, { ...plan, certificate }).faults).toContainEqual({
      pointer: '/certificate',
      code: 'verify.certificate_flaw',
      params: { flaw },
    });
  });

  it('refuses a clique of meetings that one person can attend', () => {
    const apart =
      plan.certificate === null ? null : { ...plan.certificate, cliques: [problem.meetings.map((_, i) => i)] };
    expect(verify(problem, { ...plan, certificate: apart }).faults).toContainEqual({
      pointer: '/certificate',
      code: 'verify.certificate_flaw',
      params: { flaw: 'clique' },
    });
  });

  it('proves less with other prices, never more', () => {
    for (const shift of [-1000, 1000, 1_000_000]) {
      const certificate = withPrices(plan, (prices) => ({
        ...prices,
        meetings: prices.meetings.map(([m, price]) => [m, price + shift] as const),
      }));
      for (const tier of verify(problem, { ...plan, certificate }).tiers) {
        expect(tier.bound ?? -Infinity).toBeLessThanOrEqual(tier.objective);
      }
    }
  });
});

type Prices = Extract<NonNullable<Plan['certificate']>['tiers'][number]['tree'], { prices: unknown }>['prices'];

/** The certificate with the prices of its coverage leaf changed. */
function withPrices(of: Plan, change: (prices: Prices) => Prices): Plan['certificate'] {
  if (of.certificate === null) return null;
  return {
    ...of.certificate,
    tiers: of.certificate.tiers.map((tier) => {
      if (tier.tier !== 'coverage' || !('prices' in tier.tree)) return tier;
      return { ...tier, tree: { ...tier.tree, prices: change(tier.tree.prices) } };
    }),
  };
}

function meetingsAtOnce(meetingId: string): string[] {
  const start = problem.meetings.find(({ id }) => id === meetingId)?.start;
  return problem.meetings.filter((meeting) => meeting.id !== meetingId && meeting.start === start).map(({ id }) => id);
}

/** By the facts that matter in this month: no conflict of interest, no recent visit, no leave. */
function mayGo(specialistId: string, meetingId: string): boolean {
  const specialist = problem.specialists.find(({ id }) => id === specialistId);
  const meeting = problem.meetings.find(({ id }) => id === meetingId);
  if (specialist === undefined || meeting === undefined) return false;
  const { ownBranchId, residenceBranchId, conflictBranchIds, lastVisits, unavailable } = specialist;
  return (
    ![ownBranchId, residenceBranchId, ...conflictBranchIds, ...lastVisits.map(({ branchId }) => branchId)].includes(
      meeting.branchId,
    ) && !unavailable.some(({ from, to }) => from < meeting.end && meeting.start < to)
  );
}
