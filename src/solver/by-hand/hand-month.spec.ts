import fc from 'fast-check';
import type { Fault } from '../../kernel/domain-error.ts';
import { type Random, randomFrom } from '../../kernel/random.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { generateTinyMonth } from '../../../test/generate/tiny-month.ts';
import { buildModel } from '../model/month-model.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import type { PlanProblem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { judgeAssignments } from '../verify/judge-assignments.ts';
import { type ChangeCost, HandMonth } from './hand-month.ts';
import { canBeMade, mayOverrule } from './may-overrule.ts';
import { newFaults } from './new-faults.ts';
import { solverRuns } from '../../../test/support/solver-runs.ts';

const RUNS = solverRuns(100);

/** Faults without their places, in one order. */
function told(faults: readonly Fault[]): string[] {
  return faults
    .map(({ code, params }) => {
      const sorted = Object.entries(params ?? {}).map(([name, value]) => [
        name,
        Array.isArray(value) ? [...(value as string[])].sort() : value,
      ]);
      return JSON.stringify([code, sorted]);
    })
    .sort();
}

/** Pairs that are eligible: the judge leaves others out of its counts. */
function eligible(problem: PlanProblem): PairOfIds[] {
  const { pairs, specialists, meetings } = buildModel(problem);
  return Array.from({ length: pairs.count }, (_, pair) => ({
    specialistId: specialists[pairs.specialist[pair] ?? 0]?.id ?? '',
    meetingId: meetings[pairs.meeting[pair] ?? 0]?.id ?? '',
  }));
}

const drawn = (random: Random, pairs: readonly PairOfIds[]): PairOfIds[] => pairs.filter(() => random.chance(35));

describe('a month that is changed by hand', () => {
  it('says of any change what judging the assignments before and after says', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (seed) => {
        const problem = readProblem(generateTinyMonth(seed));
        const random = randomFrom(seed);
        const pairs = eligible(problem);
        const [before, after] = [drawn(random, pairs), drawn(random, pairs)];
        const month = new HandMonth(problem);
        const [then, now] = [judgeAssignments(problem, before), judgeAssignments(problem, after)];
        expect(told(month.faultsOf(before))).toEqual(told(then.faults));
        const cost = month.costOfChange(before, after);
        expect(told(cost.faults)).toEqual(told(newFaults(then.faults, now.faults)));
        expect(cost.tiers).toEqual(
          problem.policy.tiers.map((tier) => ({ tier, before: then.objectives[tier], after: now.objectives[tier] })),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('says of every candidate what adding the visit costs and breaks', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (seed) => {
        const problem = readProblem(generateTinyMonth(seed));
        const month = new HandMonth(problem);
        const before = drawn(randomFrom(seed), eligible(problem));
        for (const { id: meetingId } of problem.meetings) {
          const candidates = month.candidatesAt(meetingId, before);
          const there = before.filter((pair) => pair.meetingId === meetingId).length;
          expect(candidates.length).toBe(problem.specialists.length - there);
          for (const { specialistId, can, faults, tiers } of candidates) {
            const cost = month.costOfChange(before, [...before, { specialistId, meetingId }]);
            expect([can, told(faults)]).toEqual([cost.can, told(cost.faults)]);
            expect(tiers).toEqual(cost.tiers.map((one) => ({ tier: one.tier, difference: one.after - one.before })));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('tells who goes where instead, with loads and ways', () => {
    const problem = readProblem(generateMonth({ seed: 2, specialists: 3, meetings: 4, departments: 2 }));
    const [a = '', b = ''] = problem.specialists.map(({ id }) => id);
    const [m = '', n = ''] = problem.meetings.map(({ id }) => id);
    const before = [{ specialistId: a, meetingId: m }];
    const after = [
      { specialistId: a, meetingId: n },
      { specialistId: b, meetingId: m },
    ];
    const { people, meetings } = new HandMonth(problem).costOfChange(before, after);
    expect(people).toMatchObject([
      { specialistId: a, visitsBefore: 1, visitsAfter: 1, added: [n], dropped: [m] },
      { specialistId: b, visitsBefore: 0, visitsAfter: 1, added: [m], dropped: [] },
    ]);
    expect(people.map((one) => one.deviationAfter - one.deviationBefore)).toEqual([0, 100]);
    expect(people.every(({ metresAfter }) => metresAfter > 0)).toBe(true);
    expect(meetings).toEqual([{ meetingId: n, observersBefore: 0, observersAfter: 1 }]);
    const nothing = new HandMonth(problem).costOfChange(before, before);
    expect(nothing).toMatchObject({ can: 'yes', faults: [], people: [], meetings: [] });
  });

  it('counts a visit that is not eligible, and says that the board may send all the same', () => {
    const month = generateMonth({ seed: 2, specialists: 2, meetings: 3, departments: 2 });
    const [meeting] = month.meetings;
    const [first] = month.specialists;
    if (meeting === undefined || first === undefined) throw new Error('an empty month');
    const an = { ...first, lastVisits: [{ branchId: meeting.branchId, monthsAgo: 1 }], ownBranchId: null };
    const free = { ...an, unavailable: [], residenceBranchId: null, conflictBranchIds: [] };
    const away = { ...free, unavailable: [{ from: meeting.start, to: meeting.end }] };
    const sent = [{ specialistId: an.id, meetingId: meeting.id }];
    const costOf = (who: typeof an): ChangeCost =>
      new HandMonth(readProblem({ ...month, specialists: [who] })).costOfChange([], sent);
    expect(costOf(free)).toMatchObject({ can: 'with_reason', faults: [{ params: { reasons: ['rotation_gap'] } }] });
    expect(costOf(away)).toMatchObject({ can: 'no', faults: [{ params: { reasons: ['leave', 'rotation_gap'] } }] });
    expect(costOf(free).people).toMatchObject([{ visitsAfter: 1 }]);
    const quality = costOf(free).tiers.find(({ tier }) => tier === 'quality');
    expect(quality?.after).toBeGreaterThan(quality?.before ?? 0);
  });

  it('refuses whom and what it does not know, and the same visit twice', () => {
    const problem = readProblem(generateMonth({ seed: 2, specialists: 2, meetings: 3, departments: 2 }));
    const sent = { specialistId: problem.specialists[0]?.id ?? '', meetingId: problem.meetings[0]?.id ?? '' };
    const codes = (after: readonly PairOfIds[]): string[] =>
      new HandMonth(problem).costOfChange([sent], after).faults.map(({ code }) => code);
    expect(codes([sent, sent])).toContain('verify.duplicate');
    expect(codes([sent, { ...sent, meetingId: 'x' }])).toContain('verify.unknown_id');
    expect(new HandMonth(problem).candidatesAt('x', [])).toEqual([]);
  });
});

it.each<[Fault['code'], Fault['params'], boolean]>([
  ['verify.ineligible', { reasons: ['rotation_gap', 'too_far', 'department_rule'] }, true],
  ['verify.ineligible', { reasons: ['too_far', 'leave'] }, false],
  ['verify.ineligible', { reasons: ['conflict_of_interest'] }, false],
  ['verify.ineligible', { reasons: ['over'] }, false],
  ['verify.ineligible', { reasons: [] }, false],
  ['verify.above_visit_limit', {}, true],
  ['verify.above_max_visits', {}, true],
  ['verify.below_min_visits', {}, true],
  ['verify.above_department_max', {}, true],
  ['verify.below_department_min', {}, true],
  ['verify.too_many_observers', {}, true],
  ['verify.same_department', {}, true],
  ['verify.without_lead', {}, true],
  ['verify.too_little_rest', {}, false],
  ['verify.cannot_attend_both', {}, false],
  ['verify.kept_apart', {}, false],
  ['verify.mandatory_unmet', {}, false],
  ['verify.pin_broken', {}, false],
  ['verify.accepted_visit_dropped', {}, false],
  ['verify.unknown_id', {}, false],
  ['verify.duplicate', {}, false],
])('a board may overrule %s %j: %s', (code, params, may) => {
  const fault = { pointer: '', code, ...(params && { params }) };
  expect(mayOverrule(fault)).toBe(may);
  expect([canBeMade([]), canBeMade([fault])]).toEqual(['yes', may ? 'with_reason' : 'no']);
});

describe('a fault is new', () => {
  const fault = (code: string, params: Record<string, unknown>): Fault => ({ pointer: '', code, params });
  const over = (visits: number): Fault => fault('above_max_visits', { specialistId: 's', visits, limit: 3 });
  const under = (visits: number): Fault => fault('below_min_visits', { specialistId: 's', visits, limit: 3 });
  const week = (...meetingIds: string[]): Fault =>
    fault('above_visit_limit', { specialistId: 's', visits: meetingIds.length, limit: 1, per: 'week', meetingIds });

  it.each<[string, Fault[], Fault, boolean]>([
    ['where there was none', [], over(4), true],
    ['where a limit is exceeded further', [over(4)], over(5), true],
    ['not where it is exceeded as before', [over(4)], over(4), false],
    ['not where it is exceeded less', [over(5)], over(4), false],
    ['where a minimum is missed by more', [under(2)], under(1), true],
    ['not where it is missed by less', [under(1)], under(2), false],
    ['where another week is too full', [week('a', 'b')], week('c', 'd'), true],
    ['where another visit fills the same week', [week('a', 'b')], week('a', 'c'), true],
    ['not where a week is less full', [week('a', 'b', 'c')], week('a', 'c'), false],
    ['where another rule was broken', [over(4)], under(2), true],
  ])('%s', (_, before, after, isNew) => {
    expect(newFaults(before, [after])).toEqual(isNew ? [after] : []);
  });
});
