import { aSpecialistOf } from '../../../test/fixtures/a-specialist.ts';
import type { DomainError } from '../../kernel/domain-error.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { whyNot } from '../explain/why-not.ts';
import { unmetInFull } from '../explain/unmet.ts';
import { inputHash } from '../model/canonical.ts';
import type { Plan } from '../plan.ts';
import {
  DEFAULT_POLICY,
  type Meeting,
  mostVisits,
  type PlanPolicy,
  type PlanProblem,
  type VisitLimit,
} from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { repair } from '../repair/repair.ts';
import { namesOf } from '../sentences/names.ts';
import { Sentences } from '../sentences/sentences.ts';
import { shortageWitnesses } from '../shortage/witness.ts';
import { verify } from '../verify/verify.ts';
import { solve } from './solve.ts';

type Spacing = Partial<Pick<PlanPolicy, 'limits' | 'rest'>>;

/**
 * Hours on days of December 2020, Vietnamese time; each meeting wants one observer and belongs to a branch of its own.
 */
function month(
  people: number,
  hours: readonly (readonly [day: number, hour: number])[],
  spacing: Spacing,
): PlanProblem {
  const meetings = hours.map(([day, hour], i): Meeting => {
    const start = Date.UTC(2020, 11, day, hour - 7) / 60_000;
    return {
      id: `m${i + 1}`,
      branchId: `b${i + 1}`,
      start,
      end: start + 60,
      place: null,
      kind: 'regular',
      minObservers: 1,
      maxObservers: 1,
      value: 100,
      valueIfNone: 0,
      valueOfExtra: 0,
      mandatory: false,
      needs: [],
      team: { differentDepartments: false, lead: false },
      departmentIds: null,
    };
  });
  return {
    version: 1,
    fields: [],
    departments: [{ id: 'd', minVisits: null, maxVisits: null }],
    branches: meetings.map(({ branchId: id }) => ({
      id,
      monthsSinceVisit: 1,
      weakness: 0,
      openDirectives: 0,
      supervised: false,
    })),
    specialists: Array.from({ length: people }, (_, i) => aSpecialistOf('d', `s${i + 1}`)),
    meetings,
    pairs: null,
    conflicts: null,
    pins: [],
    published: null,
    policy: { ...DEFAULT_POLICY, ...spacing },
  };
}

async function proven(problem: PlanProblem): Promise<Plan> {
  const plan = await solve(problem);
  expect(plan.proof).toEqual({ kind: 'verified', tier: null, gap: 0 });
  expect(verify(problem, plan)).toMatchObject({ ok: true, proven: plan.status });
  return plan;
}

const rest = (of: Partial<PlanPolicy['rest']>): Spacing => ({ rest: { ...DEFAULT_POLICY.rest, ...of } });
const limits = (...list: readonly VisitLimit[]): Spacing => ({ limits: list });
const among = (most: number, meetingIds: readonly string[]): VisitLimit => ({
  ...mostVisits(most, 'month'),
  per: 'meetings',
  meetingIds,
});
const threeHours = [
  [1, 8],
  [1, 13],
  [1, 18],
] as const;
const evenings = [
  [1, 19],
  [2, 19],
  [3, 19],
  [4, 19],
] as const;

it.each<[string, readonly (readonly [number, number])[], Spacing, number]>([
  ['no limit', threeHours, {}, 3],
  ['two a day', threeHours, limits(mostVisits(2, 'day')), 2],
  ['one a day', threeHours, limits(mostVisits(1, 'day')), 1],
  ['none a day', threeHours, limits(mostVisits(0, 'day')), 0],
  ['two a week', evenings, limits(mostVisits(2, 'week')), 2],
  ['one evening a week', [...threeHours, [3, 19]], limits(mostVisits(1, 'week', 'evening')), 3],
  ['three in the month', evenings, limits(mostVisits(3, 'month')), 3],
  ['one in any three days', evenings, limits({ ...mostVisits(1, 'day'), per: 'days', days: 3 }), 2],
  ['two in any three days', evenings, limits({ ...mostVisits(2, 'day'), per: 'days', days: 3 }), 3],
  ['one of two meetings far apart', evenings, limits(among(1, ['m1', 'm4'])), 3],
  ['two of three meetings', evenings, limits(among(2, ['m1', 'm2', 'm4'])), 3],
  [
    'one of two meetings for this person alone',
    evenings,
    limits({ ...among(1, ['m1', 'm4']), specialistIds: ['s1'] }),
    3,
  ],
  ['a limit for somebody else', threeHours, limits({ ...mostVisits(1, 'day'), specialistIds: [] }), 3],
  ['a limit of one for this person alone', threeHours, limits({ ...mostVisits(1, 'day'), specialistIds: ['s1'] }), 1],
  ['both of two limits', evenings, limits(mostVisits(3, 'week'), mostVisits(2, 'month')), 2],
  ['not two evenings running', evenings, rest({ eveningsBetween: 1 }), 2],
  [
    'not two evenings running, but two in one',
    [
      [1, 17],
      [1, 20],
      [2, 19],
    ],
    rest({ eveningsBetween: 1 }),
    2,
  ],
  [
    'evenings alone are counted',
    [
      [1, 19],
      [2, 8],
      [3, 8],
    ],
    rest({ eveningsBetween: 2 }),
    3,
  ],
  ['a day between', evenings, rest({ daysBetween: 1 }), 2],
  [
    'eleven hours of night',
    [
      [1, 20],
      [2, 7],
      [2, 8],
      [2, 14],
    ],
    rest({ overnightMinutes: 660 }),
    3,
  ],
])('one person under %s makes as many visits as that allows', async (_, hours, spacing, visits) => {
  const plan = await proven(month(1, hours, spacing));
  expect(plan.assignments).toHaveLength(visits);
});

it('leaves the hash of a problem without limits as it was', () => {
  const problem = readProblem(month(1, threeHours, {}));
  const { limits: _, rest: __, calendar: ___, ...before } = problem.policy;
  expect(inputHash(readProblem({ ...problem, policy: before }))).toBe(inputHash(problem));
  expect(inputHash(readProblem(month(1, threeHours, limits(mostVisits(2, 'day')))))).not.toBe(inputHash(problem));
});

it('says of an empty seat who has reached which limit, and who needs rest', async () => {
  const capped = month(1, threeHours, limits(mostVisits(2, 'day')));
  const plan = await proven(capped);
  const [empty] = plan.unmet;
  const full = unmetInFull(capped, plan, empty?.meetingId ?? '');
  const going = plan.assignments.map(({ meetingId }) => meetingId);
  expect(full?.candidates).toEqual([
    { specialistId: 's1', situation: { kind: 'limit_reached', limit: mostVisits(2, 'day'), meetingIds: going } },
  ]);
  const tired = month(1, evenings.slice(0, 2), rest({ daysBetween: 1 }));
  const [second] = (await proven(tired)).unmet;
  expect(second?.candidates[0]?.situation.kind).toBe('needs_rest');
  const once = month(1, evenings.slice(0, 2), limits(mostVisits(1, 'week')));
  expect((await proven(once)).unmet[0]?.candidates[0]?.situation.kind).toBe('limit_reached');
});

it('lets named meetings exclude each other besides those of one hour, and says so', async () => {
  const problem = month(1, [...evenings, [1, 19]], limits(among(1, ['m1', 'm4', 'm5'])));
  const plan = await proven(problem);
  const situations = new Map(plan.unmet.map(({ meetingId, candidates }) => [meetingId, candidates[0]?.situation]));
  expect(plan.assignments).toHaveLength(3);
  expect([...situations.values()]).toContainEqual(
    expect.objectContaining({ kind: 'limit_reached', limit: among(1, ['m1', 'm4', 'm5']) }),
  );
  const turned = { ...problem, policy: { ...problem.policy, limits: [among(1, ['m5', 'm4', 'm1'])] } };
  expect(inputHash(readProblem(turned))).toBe(inputHash(readProblem(problem)));
  const say = new Sentences('vi', namesOf(problem));
  expect(say.fact({ kind: 'visit_limit', ...among(1, ['m1', 'm4', 'm5']) })).toMatch(
    /nhiều nhất 1 lượt trong số m1 .*, m4 .*, m5 /,
  );
  const repaired = await repair(problem, plan, [{ kind: 'cancelled', meetingId: 'm4' }]);
  expect(repaired.problem.policy.limits).toEqual([among(1, ['m1', 'm5'])]);
});

it('shows a shortage by the limit that makes it', async () => {
  const problem = month(2, [...threeHours, [1, 10], [1, 15]], limits(mostVisits(2, 'day')));
  const plan = await proven(problem);
  const [found] = shortageWitnesses(problem, plan);
  expect(found?.witness).toMatchObject({ kind: 'limit', wanted: 5, mayGo: 4, limit: mostVisits(2, 'day') });
});

it('names the limit among the facts that contradict each other', async () => {
  const base = month(1, threeHours, limits(mostVisits(2, 'day'), mostVisits(9, 'month')));
  const problem = { ...base, meetings: base.meetings.map((meeting) => ({ ...meeting, mandatory: true })) };
  const { status, conflict } = await proven(problem);
  expect(status).toBe('infeasible');
  expect(conflict).toContainEqual({ kind: 'visit_limit', ...mostVisits(2, 'day') });
  expect(conflict.filter(({ kind }) => kind === 'visit_limit')).toHaveLength(1);
  const nights = { ...month(1, evenings.slice(0, 2), rest({ eveningsBetween: 1 })) };
  const both = await proven({ ...nights, meetings: nights.meetings.map((one) => ({ ...one, mandatory: true })) });
  expect(both.conflict).toContainEqual({ kind: 'evenings_between', limit: 1 });
});

it('moves another visit of the person who is forced in', async () => {
  const problem = month(1, threeHours, limits(mostVisits(2, 'day')));
  const plan = await proven(problem);
  const meetingId = plan.unmet[0]?.meetingId ?? '';
  const answer = await whyNot(problem, plan, { specialistId: 's1', meetingId });
  expect(answer).toMatchObject({ kind: 'costs_more', added: [{ specialistId: 's1', meetingId }] });
  if (answer.kind === 'costs_more') expect(answer.dropped).toHaveLength(1);
});

it('keeps to the limits in a repair', async () => {
  const problem = month(2, threeHours, limits(mostVisits(2, 'day')));
  const plan = await proven(problem);
  const busy = plan.loads.find(({ visits }) => visits === 2);
  const other = busy?.specialistId === 's1' ? 's2' : 's1';
  const found = await repair(problem, plan, [{ kind: 'left', specialistId: other }]);
  expect(found.plan.assignments).toHaveLength(2);
  expect(verify(found.problem, found.plan)).toMatchObject({ ok: true, proven: 'optimal' });
});

it('is checked again by the verifier, by its own count', async () => {
  const free = month(1, threeHours, {});
  const plan = await proven(free);
  const spacings = [mostVisits(2, 'day'), { ...mostVisits(1, 'day'), specialistIds: ['s1'] }, among(1, ['m1', 'm3'])];
  for (const spacing of spacings.map((limit) => limits(limit))) {
    const capped = month(1, threeHours, spacing);
    const codes = verify(capped, { ...plan, inputHash: inputHash(capped) }).faults.map(({ code }) => code);
    expect(codes).toContain('verify.above_visit_limit');
  }
  const running = await proven(month(1, evenings, {}));
  const tired = month(1, evenings, rest({ eveningsBetween: 1 }));
  const codes = verify(tired, { ...running, inputHash: inputHash(tired) }).faults.map(({ code }) => code);
  expect(codes).toContain('verify.too_little_rest');
});

it('refuses prices of a limit that is none, or of somebody whom it does not bind', async () => {
  const problem = generateMonth({ seed: 4, specialists: 5, meetings: 30, departments: 2, calendar: 'one_evening' });
  const bound = { ...mostVisits(2, 'day'), specialistIds: ['s0001'] };
  const capped = { ...problem, policy: { ...problem.policy, ...limits(bound) } };
  const plan = await proven(capped);
  const forged = (cell: readonly [number, number, number]): string[] => {
    const { certificate } = structuredClone(plan);
    const tree = certificate?.tiers[0]?.tree;
    if (certificate === null || tree === undefined || 'branch' in tree) throw new Error('not a single leaf');
    const tiers = certificate.tiers.map((tier, i) =>
      i > 0 ? tier : { ...tier, tree: { ...tree, prices: { ...tree.prices, limits: [cell] } } },
    );
    return verify(capped, { ...plan, certificate: { ...certificate, tiers } }).faults.map(({ code }) => code);
  };
  for (const cell of [
    [1, 0, -1],
    [0, 99, -1],
    [0, 0, 1],
  ] as const) {
    expect(forged(cell)).toContain('verify.certificate_flaw');
  }
});

it.each([
  ['/policy/limits/0/days', { per: 'days' }],
  ['/policy/limits/0/days', { per: 'day', days: 2 }],
  ['/policy/limits/0/meetingIds', { per: 'meetings' }],
  ['/policy/limits/0/meetingIds', { per: 'day', meetingIds: ['m1'] }],
  ['/policy/limits/0/from', { per: 'interval', to: 5 }],
  ['/policy/limits/0/to', { per: 'interval', from: 5, to: 5 }],
])('refuses at %s a limit such as %j', (pointer, limit) => {
  const problem = month(1, threeHours, {});
  const wrong = { ...problem, policy: { ...problem.policy, limits: [{ most: 1, ...limit }] } };
  let pointers: readonly string[] = [];
  try {
    readProblem(wrong);
  } catch (error) {
    pointers = (error as DomainError).faults.map((fault) => fault.pointer);
  }
  expect(pointers).toContain(pointer);
});
