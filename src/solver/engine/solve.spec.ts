import { generateCommuneMonth } from '../../../test/generate/commune-month.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { generateTinyMonth } from '../../../test/generate/tiny-month.ts';
import type { Plan, Progress } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { verify } from '../verify/verify.ts';
import { solve } from './solve.ts';

const small = (): PlanProblem => generateMonth({ seed: 7, specialists: 12, meetings: 30, departments: 4 });
const objectives = (plan: Plan): number[] => plan.tiers.map(({ objective }) => objective);
/** The plan without what a clock measured. */
const facts = ({ effort: _, ...rest }: Plan): unknown => rest;

describe('solve', () => {
  it('proves a month of the size of a district best in every tier', async () => {
    const problem = generateMonth({ seed: 11, specialists: 46, meetings: 181 });
    const seen: Progress[] = [];
    const plan = await solve(problem, { seed: 1 }, (progress) => seen.push(progress));
    expect(plan.status).toBe('optimal');
    expect(plan.proof).toEqual({ kind: 'verified', tier: null, gap: 0 });
    expect(plan.tiers.map(({ tier }) => tier)).toEqual(['coverage', 'fairness', 'quality', 'stability', 'linkage']);
    expect(new Set(plan.tiers.map(({ gap }) => gap))).toEqual(new Set([0]));
    expect(verify(problem, plan)).toMatchObject({ ok: true, proven: 'optimal' });
    expect(new Set(seen.map(({ phase }) => phase))).toEqual(new Set(['model', 'search', 'proof']));
  });

  it('proves a month on one day, whose relaxation leaves most visits in part', async () => {
    const problem = generateMonth({ seed: 1, specialists: 40, meetings: 130, maxObservers: 2, calendar: 'one_day' });
    const plan = await solve(problem, { timeLimitMs: 600_000 });
    expect(plan.proof).toEqual({ kind: 'verified', tier: null, gap: 0 });
  });

  it('gives the same plan for the same input and seed, in whatever order its lists stand', async () => {
    const problem = small();
    const turned: PlanProblem = {
      ...problem,
      specialists: [...problem.specialists].reverse(),
      meetings: [...problem.meetings].reverse(),
      branches: [...problem.branches].reverse(),
      departments: [...problem.departments].reverse(),
    };
    const plan = await solve(problem, { seed: 3 });
    expect(facts(await solve(problem, { seed: 3 }))).toEqual(facts(plan));
    expect(facts(await solve(turned, { seed: 3 }))).toEqual(facts(plan));
  });

  it('reaches the same objectives under other names, other seeds and other months', async () => {
    const problem = small();
    const plan = await solve(problem, { seed: 1 });
    const renamed = JSON.parse(
      JSON.stringify(problem).replaceAll(/"s00(\d\d)"/g, (_, n) => `"x${99 - Number(n)}"`),
    ) as PlanProblem;
    const week = 7 * 1440;
    const shifted: PlanProblem = {
      ...problem,
      meetings: problem.meetings.map((meeting) => ({
        ...meeting,
        start: meeting.start + week,
        end: meeting.end + week,
      })),
      specialists: problem.specialists.map((specialist) => ({
        ...specialist,
        unavailable: specialist.unavailable.map(({ from, to }) => ({ from: from + week, to: to + week })),
      })),
    };
    expect(objectives(await solve(problem, { seed: 2 }))).toEqual(objectives(plan));
    expect(objectives(await solve(renamed))).toEqual(objectives(plan));
    expect(objectives(await solve(shifted))).toEqual(objectives(plan));
  });

  it('is not changed by a pin that says what it would do anyway', async () => {
    const problem = small();
    const plan = await solve(problem);
    const pins = plan.assignments
      .slice(0, 6)
      .map(({ specialistId, meetingId }) => ({ specialistId, meetingId, kind: 'must' as const }));
    expect(objectives(await solve({ ...problem, pins }))).toEqual(objectives(plan));
  });

  it('never loses coverage by one more person', async () => {
    const problem = generateMonth({ seed: 5, specialists: 7, meetings: 40, departments: 3, clumped: 100 });
    const fewer = await solve({ ...problem, specialists: problem.specialists.slice(1) });
    const more = await solve(problem);
    expect(objectives(fewer)[0]).toBeGreaterThan(0);
    expect(objectives(more)[0]).toBeLessThanOrEqual(objectives(fewer)[0] ?? 0);
  });

  it('changes no more of a published plan than one illness makes necessary, when stability stands first', async () => {
    const problem = small();
    const plan = await solve(problem);
    const ill = plan.assignments[0]?.specialistId;
    const published = {
      assignments: plan.assignments.map(({ specialistId, meetingId }) => ({
        specialistId,
        meetingId,
        accepted: specialistId !== ill,
        price: 1,
      })),
      priceOfNew: 1,
      changedMeetingIds: [],
    };
    const repaired = await solve({
      ...problem,
      published,
      specialists: problem.specialists.map((specialist) =>
        specialist.id === ill ? { ...specialist, maxVisits: 0, minVisits: 0 } : specialist,
      ),
      policy: { ...problem.policy, tiers: ['coverage', 'stability', 'fairness', 'quality', 'linkage'] },
    });
    const dropped = plan.assignments.filter(
      (before) =>
        !repaired.assignments.some(
          (after) => after.specialistId === before.specialistId && after.meetingId === before.meetingId,
        ),
    );
    expect(repaired.status).toBe('optimal');
    expect(new Set(dropped.map(({ specialistId }) => specialistId))).toEqual(new Set([ill]));
  });

  it('hands over the best plan so far when the clock runs out, and says that nothing is proven', async () => {
    const problem = generateMonth({ seed: 11, specialists: 46, meetings: 181 });
    const plan = await solve(problem, { timeLimitMs: 1 });
    expect(plan).toMatchObject({
      status: 'feasible',
      stoppedBy: 'time_limit',
      proof: { kind: 'none' },
    });
    expect(plan.assignments.length).toBeGreaterThan(100);
    expect(verify(problem, plan)).toMatchObject({ ok: true, proven: 'feasible' });
  });

  it('branches where one leaf cannot prove it, and says how far a certificate without branches reaches', async () => {
    const problem = generateTinyMonth(1463);
    const [plan, short] = [await solve(problem), await solve(problem, { leafLimit: 0 })];
    expect(plan.effort.certificateLeaves).toBeGreaterThan(5);
    expect(plan.proof).toEqual({ kind: 'verified', tier: null, gap: 0 });
    expect(short).toMatchObject({ status: 'optimal', proof: { kind: 'search', tier: 'coverage', gap: 1 } });
    expect(objectives(short)).toEqual(objectives(plan));
    expect(verify(problem, short)).toMatchObject({ ok: true, proven: 'feasible' });
  });

  it('proves branches empty that the primal simplex refutes without a ray', async () => {
    const centre = { lat: 9.46717, lng: 105.34457 };
    const problem = generateCommuneMonth({ code: '31864', name: 'Xã Ninh Thạnh Lợi', centre, areaKm2: 66.4 });
    const plan = await solve(problem);
    expect(plan.proof).toEqual({ kind: 'verified', tier: null, gap: 0 });
    expect(verify(problem, plan)).toMatchObject({ ok: true, proven: 'optimal' });
  });

  it('loses nothing of a proof by rounding, however many people there are beside few meetings', async () => {
    const problem = generateMonth({ seed: 3, specialists: 800, meetings: 20, departments: 12 });
    const plan = await solve(problem);
    expect(plan.proof).toEqual({ kind: 'verified', tier: null, gap: 0 });
    expect(verify(problem, plan)).toMatchObject({ ok: true, proven: 'optimal' });
  });

  it('stops when it is told to', async () => {
    const plan = await solve(small(), {}, undefined, { aborted: true });
    expect(plan).toMatchObject({ status: 'feasible', stoppedBy: 'cancelled' });
  });

  it.each([
    ['nobody at all', { specialists: [] }],
    ['no meetings', { meetings: [], specialists: [] }],
  ])('plans a month with %s', async (_, change) => {
    const problem = { ...small(), ...change };
    const plan = await solve({
      ...problem,
      meetings: problem.meetings.map((meeting) => ({ ...meeting, mandatory: false })),
    });
    expect(plan).toMatchObject({ status: 'optimal', assignments: [], proof: { kind: 'verified' } });
    expect(plan.unmet).toHaveLength(problem.meetings.length);
  });

  it('proves exactly with numbers as large as the form allows', async () => {
    const problem = small();
    const plan = await solve({
      ...problem,
      specialists: problem.specialists.map((specialist) => ({ ...specialist, target: 50_000, balance: -50_000 })),
      meetings: problem.meetings.map((meeting) => ({ ...meeting, value: 1_000_000, valueIfNone: 1_000_000 })),
    });
    expect(plan).toMatchObject({ status: 'optimal', proof: { kind: 'verified', gap: 0 } });
    expect(plan.tiers[1]?.objective).toBeGreaterThan(10 ** 10);
  });

  it('plans where values and shares lie as far apart as the form allows', async () => {
    const problem = small();
    const plan = await solve({
      ...problem,
      specialists: problem.specialists.map((one, i) => ({
        ...one,
        target: i % 2 === 0 ? 0 : 50_000,
        balance: i % 3 === 0 ? 50_000 : -50_000,
      })),
      meetings: problem.meetings.map((one, i) => ({
        ...one,
        value: i % 2 === 0 ? 1 : 1_000_000,
        valueIfNone: i % 3 === 0 ? 1_000_000 : 0,
      })),
    });
    expect(plan).toMatchObject({ status: 'optimal', proof: { kind: 'verified' } });
  });

  it('sends everybody once when every meeting is at the same hour', async () => {
    const problem = generateMonth({ seed: 2, specialists: 10, meetings: 60, departments: 3 });
    const [first] = problem.meetings;
    if (first === undefined) throw new Error('an empty month');
    const plan = await solve({
      ...problem,
      meetings: problem.meetings.map((meeting) => ({
        ...meeting,
        start: first.start,
        end: first.end,
        mandatory: false,
        minObservers: 1,
      })),
      specialists: problem.specialists.map((specialist) => ({ ...specialist, unavailable: [] })),
    });
    expect(plan.status).toBe('optimal');
    expect(plan.assignments).toHaveLength(10);
    expect(plan.unmet[0]?.candidates.map(({ situation }) => situation.kind)).toContain('elsewhere');
  });
});
