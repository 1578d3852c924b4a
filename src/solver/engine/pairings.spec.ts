import { aSpecialistOf } from '../../../test/fixtures/a-specialist.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { whyHere } from '../explain/why-here.ts';
import { whyNot } from '../explain/why-not.ts';
import { unmetInFull } from '../explain/unmet.ts';
import type { Plan } from '../plan.ts';
import { type Pairing, type PlanProblem } from '../problem.ts';
import { verify } from '../verify/verify.ts';
import { inputHash } from '../model/canonical.ts';
import { readProblem } from '../read-problem.ts';
import { solve } from './solve.ts';

/** Two meetings at the same hour, half of the people eligible for each; plans differ only in who goes with whom. */
function evening(people: number, pairings: readonly Pairing[], of: Partial<PlanProblem> = {}): PlanProblem {
  const base = generateMonth({ seed: 3, specialists: people, meetings: 2, departments: 1, calendar: 'one_evening' });
  return {
    ...base,
    departments: base.departments.map(({ id }) => ({ id, minVisits: null, maxVisits: null })),
    specialists: base.specialists.map(({ id, departmentId }) => aSpecialistOf(departmentId, id)),
    meetings: base.meetings.map((one) => ({ ...one, minObservers: 2, maxObservers: 2, mandatory: false, needs: [] })),
    pairings,
    ...of,
  };
}

const teamsOf = ({ assignments }: Plan): string[] => {
  const teams = new Map<string, string[]>();
  for (const { meetingId, specialistId } of assignments) {
    teams.set(meetingId, [...(teams.get(meetingId) ?? []), specialistId]);
  }
  return [...teams.values()].map((team) => team.sort().join()).sort();
};

async function proven(problem: PlanProblem): Promise<Plan> {
  const plan = await solve(problem);
  expect(plan.proof).toEqual({ kind: 'verified', tier: null, gap: 0 });
  expect(verify(problem, plan)).toMatchObject({ ok: true, proven: plan.status });
  return plan;
}

const apart = (...specialistIds: string[]): Pairing => ({ kind: 'apart', specialistIds });
const together = (a: string, b: string, reward = 10): Pairing => ({ kind: 'together', specialistIds: [a, b], reward });

it('sends people together who should go together, and counts it as quality', async () => {
  for (const other of ['s0002', 's0003', 's0004']) {
    const plan = await proven(evening(4, [together('s0001', other)]));
    expect(teamsOf(plan)).toContain(['s0001', other].sort().join());
    const [alone] = (await proven(evening(4, []))).tiers.filter(({ tier }) => tier === 'quality');
    expect(plan.tiers.find(({ tier }) => tier === 'quality')?.objective).toBe((alone?.objective ?? 0) - 10);
  }
});

it('never sends people together who are kept apart', async () => {
  const plan = await proven(evening(4, [apart('s0001', 's0002'), apart('s0001', 's0003')]));
  expect(teamsOf(plan)).toEqual(['s0001,s0004', 's0002,s0003']);
});

it('leaves a seat empty rather than breaking that, and says why', async () => {
  const problem = evening(3, [apart('s0001', 's0002', 's0003')]);
  const plan = await proven(problem);
  expect(plan.assignments).toHaveLength(2);
  const [unmet] = plan.unmet;
  const full = unmetInFull(problem, plan, unmet?.meetingId ?? '');
  expect(full?.candidates.map(({ situation }) => situation.kind)).toContain('kept_apart');
});

it('names the pairing among the facts that contradict each other', async () => {
  const base = evening(2, [apart('s0001', 's0002')]);
  const pins = base.specialists.map(({ id }) => ({
    specialistId: id,
    meetingId: base.meetings[0]?.id ?? '',
    kind: 'must' as const,
  }));
  const { status, conflict } = await proven({ ...base, pins });
  expect(status).toBe('infeasible');
  expect(conflict).toContainEqual(apart('s0001', 's0002'));
});

it('is checked again by the verifier', async () => {
  const plan = await proven(evening(4, [together('s0001', 's0002', 50)]));
  const strict = evening(4, [apart('s0001', 's0002')]);
  const codes = verify(strict, { ...plan, inputHash: inputHash(strict) }).faults.map(({ code }) => code);
  expect(codes).toContain('verify.kept_apart');
});

it('does not mind people who have left, or the order of names', async () => {
  const plan = await proven(readProblem(evening(4, [together('s0002', 's0001'), apart('gone', 's0003')])));
  expect(teamsOf(plan)).toContain('s0001,s0002');
  const one = evening(4, [together('s0002', 's0001'), apart('s0003', 's0004')]);
  const other = evening(4, [apart('s0004', 's0003'), together('s0001', 's0002')]);
  expect(inputHash(one)).toBe(inputHash(other));
});

it('says what going together earns, where somebody goes and where somebody else does not', async () => {
  const base = evening(4, [together('s0001', 's0002', 30)]);
  const problem = { ...base, meetings: base.meetings.slice(0, 1) };
  const plan = await proven(problem);
  const here = plan.assignments.find(({ specialistId }) => specialistId === 's0001');
  const meetingId = here?.meetingId ?? '';
  const why = whyHere(problem, plan, { specialistId: 's0001', meetingId });
  expect(why?.costs).toEqual({ ...here?.costs, together: -30 });
  expect(why?.cost).toBe((here?.cost ?? 0) - 30);
  expect(why?.others.find(({ specialistId }) => specialistId === 's0002')?.costs['together']).toBe(-30);
  const other = why?.others.find(({ specialistId }) => specialistId === 's0003');
  expect(other?.costs).not.toHaveProperty('together');
  // In the place of the one who goes, the person whom the reward is about would earn it.
  const [partner] = plan.assignments.filter(({ specialistId }) => specialistId === 's0002');
  const beside = whyHere(problem, plan, partner ?? { specialistId: '', meetingId: '' });
  expect(beside?.costs['together']).toBe(-30);

  const answer = await whyNot(problem, plan, { specialistId: 's0003', meetingId });
  if (answer.kind !== 'costs_more') throw new Error(`answered ${answer.kind}`);
  expect(answer.decidedBy).toBe('quality');
  expect(answer.fit['together']).toBe(30);
  const sum = Object.values(answer.fit).reduce((total, cost) => total + cost, 0);
  expect(sum).toBe(answer.tiers.find(({ tier }) => tier === 'quality')?.difference);
});
