import { aSpecialistOf } from '../../../test/fixtures/a-specialist.ts';
import { solve } from '../engine/solve.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { incompatibility, overlaps } from '../model/cannot-attend-both.ts';
import { ineligibilities } from '../model/pair-evaluator.ts';
import type { Meeting, PlanProblem } from '../problem.ts';
import { namesOf } from '../sentences/names.ts';
import { Sentences } from '../sentences/sentences.ts';
import { conflictCount } from './conflict-count.ts';
import { elasticPlan } from './elastic-plan.ts';
import { shortageWitnesses, type Witness } from './witness.ts';

/** "At one hour" is a claim about the clock alone. */
const byTime =
  ({ policy }: PlanProblem) =>
  (a: Meeting, b: Meeting): boolean =>
    overlaps(a, b, policy);

/** Counts again, from the facts alone, what a witness claims. */
function recount(problem: PlanProblem, witness: Witness): void {
  const meetings = problem.meetings.filter(({ id }) => witness.meetingIds.includes(id));
  const mayGo = problem.specialists.filter((specialist) =>
    meetings.some((meeting) => ineligibilities(specialist, meeting, problem.policy).length === 0),
  );
  expect(mayGo.map(({ id }) => id)).toEqual(witness.specialistIds);
  expect(meetings.reduce((sum, { minObservers }) => sum + minObservers, 0)).toBe(witness.wanted);
  if (witness.kind === 'hour' || witness.kind === 'one') {
    const excluded = witness.kind === 'hour' ? byTime(problem) : incompatibility(problem);
    for (const a of meetings) for (const b of meetings) if (a !== b) expect(excluded(a, b)).toBe(true);
    expect(witness.mayGo).toBe(mayGo.length);
  } else {
    expect(witness.mayGo).toBe(mayGo.reduce((sum, { maxVisits }) => sum + maxVisits, 0));
  }
  expect(witness.wanted).toBeGreaterThan(witness.mayGo);
}

describe('a meeting that stays uncovered', () => {
  it('is explained by a count that holds when it is made again from the facts', async () => {
    let explained = 0;
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const problem = generateMonth({ seed, specialists: 9, meetings: 60, departments: 3, clumped: 100 });
      const plan = await solve(problem);
      for (const { witness } of shortageWitnesses(problem, plan)) {
        if (witness === null) continue;
        recount(problem, witness);
        explained += 1;
      }
    }
    expect(explained).toBeGreaterThan(5);
  });

  it('names the hour at which everybody is wanted at once', async () => {
    const base = generateMonth({ seed: 2, specialists: 5, meetings: 12, departments: 2, calendar: 'one_evening' });
    const problem = {
      ...base,
      meetings: base.meetings.map((meeting) => ({ ...meeting, mandatory: false, minObservers: 1 })),
      specialists: base.specialists.map((specialist) => ({ ...specialist, unavailable: [] })),
    };
    const plan = await solve(problem);
    const [first] = shortageWitnesses(problem, plan);
    expect(first?.witness).toMatchObject({ kind: 'hour', mayGo: 5 });
    expect(first?.witness?.wanted).toBeGreaterThan(5);
  });

  it('counts meetings of one branch on other days as meetings of one branch, not of one hour', async () => {
    const base = generateMonth({ seed: 2, specialists: 3, meetings: 4, departments: 1, calendar: 'even' });
    const [branchId = ''] = base.meetings.map((meeting) => meeting.branchId);
    const problem = {
      ...base,
      meetings: base.meetings.map((one) => ({ ...one, branchId, mandatory: false, minObservers: 1, maxObservers: 1 })),
      specialists: base.specialists.map((one) => aSpecialistOf(one.departmentId, one.id)),
    };
    const [found] = shortageWitnesses(problem, await solve(problem));
    expect(found?.witness).toMatchObject({ kind: 'one', wanted: 4, mayGo: 3 });
    const sentence = new Sentences('vi', namesOf(problem)).witness(found?.witness as Witness);
    expect(sentence).toContain('cùng chi bộ');
    const demanded = problem.meetings.map((one) => ({ ...one, mandatory: true }));
    const facts = demanded.map(({ id }) => ({ kind: 'mandatory' as const, meetingId: id }));
    expect(conflictCount({ ...problem, meetings: demanded }, facts)).toMatchObject({ witness: { kind: 'one' } });
  });

  it('names the visits that are too few where the hours would allow more', async () => {
    const base = generateMonth({ seed: 3, specialists: 3, meetings: 20, departments: 2, calendar: 'even' });
    const problem = {
      ...base,
      meetings: base.meetings.map((meeting) => ({ ...meeting, mandatory: false })),
      specialists: base.specialists.map((specialist) => ({ ...specialist, minVisits: 0, maxVisits: 2 })),
    };
    const plan = await solve(problem);
    const kinds = new Set(shortageWitnesses(problem, plan).map(({ witness }) => witness?.kind));
    expect(kinds.has('visits')).toBe(true);
  });
});

describe('a month that cannot be had whole', () => {
  it('comes with the plan that leaves as little undone as can be', async () => {
    const base = generateMonth({ seed: 5, specialists: 6, meetings: 14, departments: 2, calendar: 'one_evening' });
    const problem = { ...base, meetings: base.meetings.map((meeting) => ({ ...meeting, mandatory: true })) };
    expect((await solve(problem)).status).toBe('infeasible');
    const elastic = await elasticPlan(problem);
    expect(elastic.plan?.status).toBe('optimal');
    expect(elastic.uncovered.length).toBeGreaterThan(0);
    expect(elastic.uncovered.every(({ mandatory }) => mandatory)).toBe(true);
    expect(elastic.uncovered.some(({ witness }) => witness?.kind === 'hour')).toBe(true);
  });

  it('keeps minima as far as they can be kept, and names those that give way', async () => {
    const base = generateMonth({ seed: 5, specialists: 5, meetings: 8, departments: 2, calendar: 'even' });
    const [first] = base.departments;
    const theirs = base.specialists.filter(({ departmentId }) => departmentId === first?.id);
    const problem = {
      ...base,
      meetings: base.meetings.map((meeting) => ({ ...meeting, mandatory: false, minObservers: 1, maxObservers: 1 })),
      specialists: base.specialists.map((one) => ({ ...one, minVisits: 0, maxVisits: 1 })),
      departments: base.departments.map((one) =>
        one.id === first?.id ? { ...one, minVisits: theirs.length + 2 } : one,
      ),
    };
    expect((await solve(problem)).status).toBe('infeasible');
    const elastic = await elasticPlan(problem);
    expect(elastic.lowered).toEqual([
      { kind: 'department', id: first?.id, wanted: theirs.length + 2, kept: theirs.length },
    ]);
    const sent = elastic.plan?.assignments.filter(({ specialistId }) => theirs.some(({ id }) => id === specialistId));
    expect(sent).toHaveLength(theirs.length);
  });

  it('shares what can be had of minima fairly, and says the sum', async () => {
    const base = generateMonth({ seed: 5, specialists: 5, meetings: 10, departments: 2, calendar: 'even' });
    const problem: PlanProblem = {
      ...base,
      meetings: base.meetings.map((meeting) => ({
        ...meeting,
        mandatory: false,
        minObservers: 1,
        maxObservers: 1,
        needs: [],
      })),
      specialists: base.specialists.map((one) => ({
        ...aSpecialistOf(one.departmentId, one.id),
        minVisits: 3,
        target: 200,
      })),
    };
    const { plan, lowered, promised } = await elasticPlan(problem);
    expect(plan?.loads.map(({ visits }) => visits)).toEqual([2, 2, 2, 2, 2]);
    expect(lowered.map(({ wanted, kept }) => [wanted, kept])).toEqual(problem.specialists.map(() => [3, 2]));
    expect(promised).toEqual({ wanted: 15, kept: 10 });
    const say = new Sentences('vi', namesOf(problem));
    expect(say.elastic(await elasticPlan(problem)).join(' ')).toContain('cộng lại là 15, chỉ có 10');
  });

  it('shares minima of departments as evenly as it can', async () => {
    const base = generateMonth({ seed: 5, specialists: 6, meetings: 6, departments: 2, calendar: 'even' });
    const problem: PlanProblem = {
      ...base,
      meetings: base.meetings.map((one) => ({ ...one, mandatory: false, minObservers: 1, maxObservers: 1 })),
      specialists: base.specialists.map((one) => aSpecialistOf(one.departmentId, one.id)),
      departments: base.departments.map(({ id }, i) => ({ id, minVisits: i === 0 ? 5 : 4, maxVisits: null })),
    };
    const { lowered } = await elasticPlan(problem);
    expect(lowered.map(({ kept }) => kept)).toEqual([3, 3]);
  });

  it('counts a quota of a department into its witnesses', async () => {
    const base = generateMonth({ seed: 2, specialists: 6, meetings: 5, departments: 1, calendar: 'one_evening' });
    const problem = {
      ...base,
      meetings: base.meetings.map((meeting) => ({ ...meeting, mandatory: false, minObservers: 1, maxObservers: 1 })),
      specialists: base.specialists.map((one) => ({ ...one, minVisits: 0, unavailable: [] })),
      departments: base.departments.map((one) => ({ ...one, maxVisits: 2 })),
    };
    const [found] = shortageWitnesses(problem, await solve(problem));
    expect(found?.witness).toMatchObject({ mayGo: 2 });
    expect(found?.witness?.wanted).toBeGreaterThan(2);
  });

  it('tells contradictory pins from a shortage', async () => {
    const base = generateMonth({ seed: 5, specialists: 4, meetings: 6, departments: 2, calendar: 'one_evening' });
    const [specialist] = base.specialists;
    const open = base.meetings.filter(
      (meeting) => specialist !== undefined && ineligibilities(specialist, meeting, { ...base.policy }).length === 0,
    );
    const pins = open
      .slice(0, 2)
      .map(({ id }) => ({ specialistId: specialist?.id ?? '', meetingId: id, kind: 'must' as const }));
    const elastic = await elasticPlan({ ...base, pins });
    expect(elastic.plan).toBeNull();
    expect(elastic.conflict.filter(({ kind }) => kind === 'pin')).toHaveLength(2);
  });
});
