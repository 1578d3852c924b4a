import { aSpecialistOf } from '../../../test/fixtures/a-specialist.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { inputHash } from '../model/canonical.ts';
import type { Plan } from '../plan.ts';
import { type Meeting, type PlanProblem } from '../problem.ts';
import { verify } from '../verify/verify.ts';
import { solve } from './solve.ts';

/** Meetings far enough apart for one person to attend all of them; each wants one observer. */
function month(points: readonly number[], people: number): PlanProblem {
  const base = generateMonth({
    seed: 3,
    specialists: people,
    meetings: points.length,
    departments: 1,
    calendar: 'even',
  });
  const start = Date.UTC(2020, 11, 1, 2) / 60_000;
  return {
    ...base,
    departments: base.departments.map(({ id }) => ({ id, minVisits: null, maxVisits: null })),
    specialists: base.specialists.map(({ id, departmentId }) => aSpecialistOf(departmentId, id)),
    meetings: base.meetings.map((one, i): Meeting => ({
      ...one,
      start: start + 1440 * i,
      end: start + 1440 * i + 60,
      kind: 'regular',
      minObservers: 1,
      maxObservers: 1,
      mandatory: true,
      team: { differentDepartments: false, lead: false },
      points: points[i] ?? 100,
    })),
  };
}

async function proven(problem: PlanProblem): Promise<Plan> {
  const plan = await solve(problem);
  expect(plan.proof).toEqual({ kind: 'verified', tier: null, gap: 0 });
  expect(verify(problem, plan)).toMatchObject({ ok: true, proven: 'optimal' });
  return plan;
}

it('shares what visits weigh, not their number', async () => {
  const plan = await proven(month([300, 100, 100, 100], 2));
  expect(plan.loads.map(({ points }) => points)).toEqual([300, 300]);
  expect(plan.loads.map(({ visits }) => visits).sort()).toEqual([1, 3]);
});

it.each<[string, Partial<Meeting>, NonNullable<PlanProblem['policy']['load']>, number]>([
  [
    'an evening',
    { start: Date.UTC(2020, 11, 1, 12) / 60_000, end: Date.UTC(2020, 11, 1, 13) / 60_000 },
    { evening: 50 },
    150,
  ],
  ['a morning', {}, { evening: 50 }, 100],
  ['a combined meeting', { kind: 'combined' }, { combined: 100, thematic: 20 }, 200],
  ['a thematic meeting', { kind: 'thematic' }, { combined: 100, thematic: 20 }, 120],
  ['a long way', { place: { lat: 10.96, lng: 106.7 } }, { far: { km: 15, points: 30 } }, 130],
  ['a way that nobody knows', { place: null }, { far: { km: 0, points: 30 } }, 100],
  [
    'all at once, on its own points',
    { kind: 'combined', place: { lat: 10.96, lng: 106.7 }, points: 50 },
    { combined: 100, far: { km: 1, points: 30 } },
    180,
  ],
])('weighs %s', async (_, of, load, points) => {
  const base = month([100], 1);
  const problem: PlanProblem = {
    ...base,
    meetings: base.meetings.map((one) => ({ ...one, place: { lat: 10.76, lng: 106.7 }, ...of })),
    specialists: base.specialists.map((one) => ({ ...one, base: { lat: 10.76, lng: 106.7 } })),
    policy: { ...base.policy, load },
  };
  const [found] = (await proven(problem)).loads;
  expect(found).toMatchObject({ visits: 1, points, deviation: points, price: points ** 2 });
});

it('is checked again by the verifier', async () => {
  const problem = month([300, 100, 100, 100], 2);
  const plan = await proven(problem);
  const loads = plan.loads.map((one) => ({ ...one, points: 200 }));
  const codes = verify(problem, { ...plan, loads }).faults.map(({ code }) => code);
  expect(codes).toContain('verify.wrong_load');
  const plain = { ...problem, meetings: problem.meetings.map(({ points: _, ...meeting }) => meeting) };
  expect(inputHash(plain)).not.toBe(inputHash(problem));
});
