import type { DomainError } from '../kernel/domain-error.ts';
import { generateMonth } from '../../test/generate/month.ts';
import { inputHash } from './model/canonical.ts';
import { DEFAULT_POLICY, type PlanProblem } from './problem.ts';
import { readHistory } from './read-inputs.ts';
import { readPlan } from './read-plan.ts';
import { readProblem } from './read-problem.ts';

const good = generateMonth({ seed: 1, specialists: 3, meetings: 4, departments: 2 });
type Loose = Record<string, unknown>;

/** The problem with the value at one JSON pointer replaced. */
function withAt(pointer: string, value: unknown): unknown {
  const copy = structuredClone(good) as unknown as Loose;
  const path = pointer.split('/').slice(1);
  const last = path.pop() ?? '';
  const parent = path.reduce<Loose>((at, key) => at[key] as Loose, copy);
  parent[last] = value;
  return copy;
}

function faultsIn(json: unknown, read: (json: unknown) => unknown = readProblem): string[] {
  try {
    read(json);
  } catch (error) {
    return (error as DomainError).faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
  return [];
}

describe('a problem from a file', () => {
  it('comes back as it was', () => {
    expect(readProblem(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });

  it('may leave out what has a default', () => {
    const minute = 26_780_040;
    const problem = readProblem({
      version: 1,
      departments: [{ id: 'office' }],
      branches: [{ id: 'quarter 1' }],
      specialists: [{ id: 'an', departmentId: 'office', maxVisits: 3, target: 100 }],
      meetings: [{ id: 'm', branchId: 'quarter 1', start: minute, end: minute + 90, maxObservers: 1 }],
    });
    expect(problem.policy).toEqual(DEFAULT_POLICY);
    expect(problem.specialists[0]).toMatchObject({ balance: 0, unavailable: [], mayLead: false });
    expect(problem.meetings[0]).toMatchObject({ minObservers: 1, value: null, team: { lead: false } });
  });

  it.each<[string, string, unknown, string]>([
    ['another version', '/version', 2, 'schema.const'],
    ['a text for a number', '/specialists/0/maxVisits', 'three', 'schema.type'],
    ['NaN', '/specialists/0/target', NaN, 'schema.type'],
    ['half a visit', '/specialists/0/maxVisits', 2.5, 'schema.type'],
    ['a negative load', '/specialists/1/minVisits', -1, 'schema.minimum'],
    ['a strength above one', '/specialists/0/fields', [{ fieldId: 'f1', strength: 1.5 }], 'schema.maximum'],
    ['a place off the globe', '/meetings/0/place', { lat: 91, lng: 0 }, 'schema.maximum'],
    ['a word that nobody knows', '/meetings/0/colour', 'red', 'schema.additionalProperties'],
    [
      'a tier twice',
      '/policy/tiers',
      ['coverage', 'coverage', 'quality', 'stability', 'linkage'],
      'schema.uniqueItems',
    ],
    ['an unknown department', '/specialists/2/departmentId', 'd9', 'problem.unknown_id'],
    ['an unknown branch', '/meetings/1/branchId', 'b9', 'problem.unknown_id'],
    ['a meeting that ends as it starts', '/meetings/2/end', good.meetings[2]?.start, 'problem.ends_before_start'],
    ['more wanted than admitted', '/meetings/2/minObservers', 9, 'problem.min_above_max'],
    ['more demanded than allowed', '/specialists/0/minVisits', 499, 'problem.min_above_max'],
    ['an id used twice', '/meetings/3/id', 'm0001', 'problem.duplicate_id'],
  ])('is refused for %s, at its place', (_, pointer, value, code) => {
    const places = faultsIn(withAt(pointer, value));
    expect(places.some((place) => place.startsWith(pointer) && place.endsWith(code))).toBe(true);
  });

  it.each<[string, string, unknown, string]>([
    [
      'a pin set twice',
      '/pins',
      [
        { specialistId: 's0001', meetingId: 'm0001', kind: 'must_not' },
        { specialistId: 's0001', meetingId: 'm0001', kind: 'must' },
      ],
      '/pins/1 problem.duplicate',
    ],
    [
      'a pin on nobody',
      '/pins',
      [{ specialistId: 'x', meetingId: 'm0001', kind: 'must' }],
      '/pins/0/specialistId problem.unknown_id',
    ],
    [
      'a pin that overrules leave',
      '/pins',
      [{ specialistId: 's0001', meetingId: 'm0001', kind: 'must', overrules: ['leave'] }],
      '/pins/0/overrules/0 schema.enum',
    ],
    [
      'a pin that overrules the same twice',
      '/pins',
      [{ specialistId: 's0001', meetingId: 'm0001', kind: 'must', overrules: ['too_far', 'too_far'] }],
      '/pins/0/overrules/1 problem.duplicate',
    ],
    [
      'a pin that keeps away and overrules',
      '/pins',
      [{ specialistId: 's0001', meetingId: 'm0001', kind: 'must_not', overrules: ['too_far'] }],
      '/pins/0/overrules problem.overrules_for_nobody',
    ],
    [
      'a pin that allows nothing',
      '/pins',
      [{ specialistId: 's0001', meetingId: 'm0001', kind: 'may' }],
      '/pins/0/overrules problem.overrules_nothing',
    ],
    [
      'an empty leave',
      '/specialists/0/unavailable',
      [{ from: 9, to: 9 }],
      '/specialists/0/unavailable/0/to problem.ends_before_start',
    ],
    ['a conflict of one', '/conflicts', [{ meetingIds: ['m0001'] }], '/conflicts/0/meetingIds schema.minItems'],
  ])('is refused for %s', (_, pointer, value, expected) => {
    expect(faultsIn(withAt(pointer, value))).toContain(expected);
  });

  it('is refused for a pin against a conflict of interest', () => {
    const [specialist, meeting] = [good.specialists[0], good.meetings[0]];
    const problem: PlanProblem = {
      ...good,
      specialists: good.specialists.map((one, i) =>
        i === 0 ? { ...one, ownBranchId: meeting?.branchId ?? null } : one,
      ),
      pins: [{ specialistId: specialist?.id ?? '', meetingId: meeting?.id ?? '', kind: 'must' }],
    };
    expect(faultsIn(problem)).toEqual(['/pins/0 problem.pin_against_conflict_of_interest']);
  });

  it('is read without what looks back on branches and people that have left, and tells what that was', () => {
    const [first, second, ...others] = good.specialists;
    if (first === undefined || second === undefined) throw new Error('too few people');
    const visits = first.lastVisits.length;
    const stays = { specialistId: first.id, meetingId: 'm0001', accepted: false, price: 1 };
    const problem = {
      ...good,
      specialists: [
        {
          ...first,
          residenceBranchId: 'gone',
          conflictBranchIds: [...first.conflictBranchIds, 'gone'],
          lastVisits: [...first.lastVisits, { branchId: 'gone', monthsAgo: 3 }],
        },
        { ...second, ownBranchId: 'gone', preferences: [{ branchId: 'gone', liking: 1 }], knownBranchIds: ['gone'] },
        ...others,
      ],
      pairings: [
        { kind: 'apart', specialistIds: [first.id, second.id, 'left'] },
        { kind: 'together', specialistIds: [first.id, 'left'], reward: 5 },
      ],
      published: { assignments: [stays, { ...stays, specialistId: 'left' }, { ...stays, meetingId: 'off' }] },
      policy: { ...good.policy, limits: [{ per: 'day', most: 1, specialistIds: [first.id, 'left'] }] },
    };
    const read = readProblem(problem);
    expect(read.specialists[0]).toMatchObject({ residenceBranchId: null, conflictBranchIds: first.conflictBranchIds });
    expect(read.specialists[0]?.lastVisits).toHaveLength(visits);
    expect(read.specialists[1]).toMatchObject({ ownBranchId: null, preferences: [], knownBranchIds: [] });
    expect(read.pairings).toEqual([{ kind: 'apart', specialistIds: [first.id, second.id] }]);
    expect(read.published?.assignments).toEqual([stays]);
    expect(read.policy.limits[0]?.specialistIds).toEqual([first.id]);
    expect(read.leftOut?.map(({ pointer }) => pointer)).toEqual([
      '/specialists/0/residenceBranchId',
      `/specialists/0/conflictBranchIds/${first.conflictBranchIds.length}`,
      `/specialists/0/lastVisits/${visits}/branchId`,
      '/specialists/1/ownBranchId',
      '/specialists/1/knownBranchIds/0',
      '/specialists/1/preferences/0/branchId',
      '/published/assignments/1/specialistId',
      '/published/assignments/2/meetingId',
      '/policy/limits/0/specialistIds/1',
      '/pairings/0/specialistIds/2',
      '/pairings/1/specialistIds/1',
    ]);
    const { leftOut: _, ...clean } = read;
    expect(inputHash(readProblem(clean))).toBe(inputHash(read));
  });

  it('is refused when it is nested without end', () => {
    let nest: unknown = 1;
    for (let i = 0; i < 100_000; i += 1) nest = [nest];
    expect(faultsIn(nest)).toEqual([' schema.too_deep']);
    const tree = Array.from({ length: 20_000 }).reduce<unknown>(
      (inner) => ({ branch: { on: 'nobody', meeting: 0 }, no: inner, yes: inner }),
      {},
    );
    const plan = { certificate: { version: 1, cliques: [], tiers: [{ tier: 'coverage', bound: 0, tree }] } };
    expect(faultsIn(plan, readPlan)).toHaveLength(1);
  });

  it('comes with the visits of a history once, without those of people and meetings that its month does not know', () => {
    const [first, second] = good.specialists.map(({ id }) => id);
    const months = (visits: unknown[]): unknown => ({ months: [{ name: '2020-11', problem: good, visits }] });
    const visit = { specialistId: first, meetingId: 'm0001' };
    expect(faultsIn(months([visit, { ...visit, specialistId: second }]), readHistory)).toEqual([]);
    expect(faultsIn(months([visit, { ...visit, meetingId: 'x' }, visit]), readHistory)).toEqual([
      '/months/0/visits/2 problem.duplicate',
    ]);
    const [read] = readHistory(months([visit, { ...visit, meetingId: 'x' }, { ...visit, specialistId: 'y' }])).months;
    expect(read?.visits).toEqual([visit]);
    expect(read?.problem.leftOut).toEqual([
      { pointer: '/visits/1/meetingId', id: 'x' },
      { pointer: '/visits/2/specialistId', id: 'y' },
    ]);
  });

  it.each([[null], [undefined], [[]], ['{}'], [{}]])('is refused when it is %j', (json) => {
    expect(faultsIn(json).length).toBeGreaterThan(0);
    expect(faultsIn(json, readPlan).length).toBeGreaterThan(0);
  });
});
