import { aSpecialistOf } from '../../../test/fixtures/a-specialist.ts';
import { randomFrom } from '../../kernel/random.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { generateTinyMonth } from '../../../test/generate/tiny-month.ts';
import { solve } from '../engine/solve.ts';
import { pairKey, type PairOfIds } from '../model/pair-key.ts';
import { type Meeting, mostVisits, OVERRULABLE, type PlanProblem, type Specialist } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { judgeAssignments } from '../verify/judge-assignments.ts';
import { verify } from '../verify/verify.ts';
import { mayOverrule } from './may-overrule.ts';
import { type LoweredTo, withOverruled } from './with-overruled.ts';

const DAY = 1440;
/** Monday 2020-12-07, 09:00 in Vietnam. */
const MONDAY = Date.UTC(2020, 11, 7, 2) / 60_000;
const [pattern] = generateMonth({ seed: 1, specialists: 1, meetings: 1 }).meetings;

/** Five meetings a day apart, and then one a week later; an and binh are of one department, chi of another. */
function month(
  of: Partial<Specialist> = {},
  at: Partial<Meeting> = {},
  policy: Partial<PlanProblem['policy']> = {},
): PlanProblem {
  const base = generateMonth({ seed: 1, specialists: 1, meetings: 6, departments: 2 });
  const starts = [0, 1, 2, 3, 4, 7].map((days) => MONDAY + days * DAY);
  return readProblem({
    ...base,
    specialists: [
      { ...aSpecialistOf('d0001', 'an'), ...of },
      { ...aSpecialistOf('d0001', 'binh'), ...of },
      { ...aSpecialistOf('d0002', 'chi'), ...of },
    ],
    meetings: starts.map((start, i) => ({
      ...(pattern as Meeting),
      id: `m${i + 1}`,
      branchId: base.branches[i]?.id ?? '',
      start,
      end: start + 90,
      minObservers: 1,
      maxObservers: 1,
      mandatory: false,
      needs: [],
      ...at,
    })),
    policy: { ...base.policy, ...policy },
  });
}

const visits = (specialistId: string, ...meetingIds: string[]): PairOfIds[] =>
  meetingIds.map((meetingId) => ({ specialistId, meetingId }));

/** The month in which these visits are demanded, with their limits overruled. */
function overruling(problem: PlanProblem, demanded: readonly PairOfIds[], lowered?: LoweredTo[]): PlanProblem {
  const pinned = { ...problem, pins: demanded.map((pair) => ({ ...pair, kind: 'must' as const })) };
  return readProblem(withOverruled(pinned, demanded, lowered));
}

const codesOf = (problem: PlanProblem, ...sent: PairOfIds[][]): string[] =>
  judgeAssignments({ ...problem, pins: [] }, sent.flat()).faults.map(({ code }) => code);

describe('limits that the board has overruled', () => {
  it.each<[string, PlanProblem, PairOfIds[], string, PairOfIds[]]>([
    [
      'most visits of a person',
      month({ maxVisits: 1 }),
      visits('an', 'm1', 'm2'),
      'above_max_visits',
      visits('binh', 'm1', 'm2'),
    ],
    [
      'visits in a week',
      month({}, {}, { limits: [mostVisits(1, 'week')] }),
      visits('an', 'm1', 'm2'),
      'above_visit_limit',
      visits('binh', 'm1', 'm2'),
    ],
    [
      'visits in some days',
      month({}, {}, { limits: [{ ...mostVisits(2, 'day'), per: 'days', days: 3 }] }),
      visits('an', 'm1', 'm2', 'm3'),
      'above_visit_limit',
      visits('an', 'm3', 'm4', 'm5'),
    ],
    [
      'observers of a meeting',
      month(),
      [...visits('an', 'm1'), ...visits('chi', 'm1')],
      'too_many_observers',
      [...visits('an', 'm2'), ...visits('chi', 'm2')],
    ],
    [
      'different departments',
      month({}, { maxObservers: 2, team: { differentDepartments: true, lead: false } }),
      [...visits('an', 'm1'), ...visits('binh', 'm1')],
      'same_department',
      [...visits('an', 'm2'), ...visits('binh', 'm2')],
    ],
    [
      'somebody who leads',
      month({}, { team: { differentDepartments: false, lead: true } }),
      visits('an', 'm1'),
      'without_lead',
      visits('an', 'm2'),
    ],
  ])('%s give way to the demanded visits and to nobody else', async (_, problem, demanded, code, others) => {
    expect(codesOf(problem, demanded)).toContain(`verify.${code}`);
    const after = overruling(problem, demanded);
    expect(codesOf(after, demanded)).toEqual([]);
    expect(codesOf(after, others)).toContain(`verify.${code}`);
    const plan = await solve(after);
    expect(verify(after, plan)).toMatchObject({ ok: true, proven: 'optimal' });
    const sent = new Set(plan.assignments.map(pairKey));
    expect(demanded.every((pair) => sent.has(pairKey(pair)))).toBe(true);
  });

  it('give way in the week of the visit and not in others', () => {
    const problem = month({}, {}, { limits: [mostVisits(2, 'week')] });
    const demanded = visits('an', 'm1', 'm2', 'm3');
    const after = overruling(problem, demanded);
    expect(codesOf(after, demanded, visits('an', 'm6'))).toEqual([]);
    expect(codesOf(after, demanded, visits('an', 'm4'))).toContain('verify.above_visit_limit');
    expect(after.policy.limits[0]).toEqual({ ...mostVisits(2, 'week'), specialistIds: ['binh', 'chi'] });
  });

  it('give way of a minimum that is lowered', () => {
    const problem = month({ minVisits: 3 });
    const departments = problem.departments.map((one) => ({ ...one, minVisits: 4 }));
    const lowered: LoweredTo[] = [
      { kind: 'specialist', id: 'an', visits: 1 },
      { kind: 'department', id: 'd0001', visits: 2 },
    ];
    const after = withOverruled({ ...problem, departments }, [], lowered);
    expect(after.specialists.map(({ minVisits }) => minVisits)).toEqual([1, 3, 3]);
    expect(after.departments.map(({ minVisits }) => minVisits)).toEqual([2, 4]);
    expect(withOverruled(after, [], lowered)).toBe(after);
  });

  it.each<[string, PlanProblem, PairOfIds[]]>([
    ['nothing is overruled', month({ maxVisits: 1 }, {}, { limits: [mostVisits(1, 'week')] }), []],
    ['nothing has to give way', month({}, {}, { limits: [mostVisits(2, 'week')] }), visits('an', 'm1', 'm2')],
  ])('leave the very same month where %s', (_, problem, overruled) => {
    const pinned = { ...problem, pins: visits('an', 'm1', 'm2').map((pair) => ({ ...pair, kind: 'must' as const })) };
    expect(withOverruled(pinned, overruled)).toBe(pinned);
  });

  it('leave only what nobody may overrule against any demanded visits, and all others their rules', () => {
    let [gaveWay, stands] = [0, 0];
    for (let seed = 1; seed <= 200; seed += 1) {
      const tiny = readProblem({ ...generateTinyMonth(seed), pins: [], published: null });
      const random = randomFrom(seed);
      const every = tiny.specialists.flatMap(({ id }) => visits(id, ...tiny.meetings.map((one) => one.id)));
      const [someone] = tiny.specialists;
      const isFree = (pair: PairOfIds): boolean =>
        judgeAssignments(tiny, [pair]).faults.every((one) => one.code !== 'verify.ineligible' || mayOverrule(one));
      const demanded = every.filter((pair) => pair.specialistId === someone?.id && isFree(pair) && random.chance(60));
      const pinned = {
        ...tiny,
        pins: demanded.map((pair) => ({ ...pair, kind: 'must' as const, overrules: [...OVERRULABLE] })),
      };
      const after = readProblem(withOverruled(pinned, demanded));
      const given = new Set(
        ['below_min_visits', 'below_department_min', 'mandatory_unmet'].map((code) => `verify.${code}`),
      );
      const faults = judgeAssignments(after, demanded).faults.filter(({ code }) => !given.has(code));
      expect([seed, faults.filter(mayOverrule)]).toEqual([seed, []]);
      if (after !== pinned) gaveWay += 1;
      if (faults.length > 0) stands += 1;
      const places = new Set(demanded.map(({ meetingId }) => meetingId));
      const others = every.filter(
        (pair) => pair.specialistId !== someone?.id && !places.has(pair.meetingId) && random.chance(50),
      );
      const ofPeople = (problem: PlanProblem): unknown[] =>
        judgeAssignments({ ...problem, pins: [] }, others).faults.filter(
          ({ params }) => params?.['departmentId'] === undefined,
        );
      expect([seed, ofPeople(after)]).toEqual([seed, ofPeople(tiny)]);
    }
    expect(gaveWay).toBeGreaterThan(25);
    expect(stands).toBeGreaterThan(10);
  });
});
