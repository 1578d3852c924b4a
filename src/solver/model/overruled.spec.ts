import { aSpecialistOf } from '../../../test/fixtures/a-specialist.ts';
import { solve } from '../engine/solve.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { whyNot } from '../explain/why-not.ts';
import type { Plan } from '../plan.ts';
import {
  type Ineligibility,
  type Meeting,
  OVERRULABLE,
  type Overrulable,
  type Pin,
  type PlanProblem,
  type Specialist,
} from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { afterEvents } from '../repair/after-events.ts';
import { judgeAssignments } from '../verify/judge-assignments.ts';
import { verify } from '../verify/verify.ts';
import { bindingAcceptances } from './binding-acceptances.ts';
import { inputHash } from './canonical.ts';
import { hardFacts, withoutFacts } from './facts.ts';
import { buildModel } from './month-model.ts';
import { costTerms } from './pair-evaluator.ts';

const month = generateMonth({ seed: 4, specialists: 3, meetings: 3, departments: 3 });
const [pattern] = month.meetings;
if (pattern === undefined) throw new Error('no meeting');
const HALL = { lat: 10.76, lng: 106.7 };

/** A month of one meeting that wants one person; whoever else there is may not go either, unless something says so. */
function monthOf(an: Partial<Specialist>, at: Partial<Meeting>, pins: readonly Pin[], of = month): PlanProblem {
  const meeting: Meeting = {
    ...(pattern as Meeting),
    minObservers: 1,
    maxObservers: 1,
    mandatory: false,
    place: HALL,
    ...at,
  };
  return readProblem({
    ...of,
    specialists: [{ ...aSpecialistOf('d0001', 'an'), base: HALL, ...an }],
    meetings: [meeting],
    pins,
    policy: { ...of.policy, travel: { ...of.policy.travel, maxKm: 5 } },
  });
}

const pin = (kind: Pin['kind'], ...overrules: Overrulable[]): Pin => ({
  specialistId: 'an',
  meetingId: pattern.id,
  kind,
  overrules,
});

const saw: Partial<Specialist> = { lastVisits: [{ branchId: pattern.branchId, monthsAgo: 1 }] };
const far: Partial<Specialist> = { base: { lat: 10.9, lng: 106.7 } };
const away: Partial<Specialist> = { unavailable: [{ from: pattern.start, to: pattern.end }] };
const otherDepartment: Partial<Meeting> = { departmentIds: ['d0002'] };

describe('a pin that overrules', () => {
  it.each<[string, Partial<Specialist>, Partial<Meeting>, Pin, readonly Ineligibility[]]>([
    ['rotation', saw, {}, pin('must', 'rotation_gap'), []],
    ['distance', far, {}, pin('must', 'too_far'), []],
    ['the departments that may send', {}, otherDepartment, pin('must', 'department_rule'), []],
    ['all three', { ...saw, ...far }, otherDepartment, pin('must', ...OVERRULABLE), []],
    ['nothing that speaks against it', {}, {}, pin('must', 'rotation_gap'), []],
    ['rotation, without demanding the visit', saw, {}, pin('may', 'rotation_gap'), []],
    ['rotation alone, where it is too far as well', { ...saw, ...far }, {}, pin('must', 'rotation_gap'), ['too_far']],
    ['rotation alone, where somebody is away as well', { ...saw, ...away }, {}, pin('must', 'rotation_gap'), ['leave']],
    ['another reason', saw, {}, pin('must', 'too_far'), ['rotation_gap']],
    ['nothing', saw, {}, pin('must'), ['rotation_gap']],
  ])('%s lets go whom nothing else keeps away', async (_, an, at, demanded, standing) => {
    const problem = monthOf(an, at, [demanded]);
    const [specialist, meeting] = [problem.specialists[0], problem.meetings[0]];
    if (specialist === undefined || meeting === undefined) throw new Error('an empty month');
    const plan = await solve(problem);
    const isEligible = standing.length === 0;
    const model = buildModel(problem);
    expect(model.pairs.count).toBe(isEligible ? 1 : 0);
    if (!isEligible) expect(model.reasonsAgainst(0, 0)).toEqual(standing);
    expect(verify(problem, plan)).toMatchObject({ ok: true, proven: isEligible ? 'optimal' : 'infeasible' });
    const sent = [{ specialistId: 'an', meetingId: meeting.id }];
    expect(judgeAssignments(problem, sent).faults).toEqual(
      isEligible
        ? []
        : [{ pointer: '/assignments/0', code: 'verify.ineligible', params: { ...sent[0], reasons: standing } }],
    );
    expect(plan.assignments).toMatchObject(
      isEligible
        ? [{ ...sent[0], costs: costTerms(specialist, meeting, problem.policy), pinned: demanded.kind === 'must' }]
        : [],
    );
  });

  it('stays impossible where its person is away, and it is the leave that is named', async () => {
    const { status, conflict } = await solve(monthOf({ ...saw, ...away }, {}, [pin('must', 'rotation_gap')]));
    expect(status).toBe('infeasible');
    expect(conflict).toEqual([
      { kind: 'unavailable', specialistId: 'an', from: pattern.start, to: pattern.end },
      { kind: 'pin', specialistId: 'an', meetingId: pattern.id, pin: 'must' },
    ]);
  });

  it('still overrules once nobody insists on it, so that a contradiction without it is one', async () => {
    const demanded = monthOf(saw, { mandatory: true }, [pin('must', 'rotation_gap')]);
    const dropped = withoutFacts(
      demanded,
      hardFacts(demanded).filter(({ kind }) => kind === 'pin'),
    );
    expect(dropped.pins).toEqual([pin('may', 'rotation_gap')]);
    expect((await solve(dropped)).status).toBe('optimal');
    expect(hardFacts(dropped).some(({ kind }) => kind === 'pin')).toBe(false);
  });

  it('keeps an accepted visit binding, and outlives a meeting that moves', () => {
    const problem = monthOf(saw, {}, [pin('must', 'rotation_gap')]);
    const sent = { specialistId: 'an', meetingId: pattern.id };
    const published = {
      assignments: [{ ...sent, accepted: true, price: 1 }],
      priceOfNew: 1,
      changedMeetingIds: [],
    };
    expect(bindingAcceptances({ ...problem, published })).toHaveLength(1);
    expect(bindingAcceptances({ ...problem, published, pins: [] })).toHaveLength(0);
    const move = {
      kind: 'moved',
      meetingId: pattern.id,
      start: pattern.start + 1440,
      end: pattern.end + 1440,
    } as const;
    const after = afterEvents(problem, { assignments: [sent] }, [move]);
    expect(after.pins).toEqual([pin('must', 'rotation_gap')]);
    expect(buildModel(after).impossiblePins).toEqual([]);
  });

  it('answers why not somebody whom it only allows', async () => {
    const problem = monthOf({ ...saw, maxVisits: 0 }, {}, [pin('may', 'rotation_gap')]);
    const wish = { specialistId: 'an', meetingId: pattern.id };
    const plan = await solve(problem);
    expect(await whyNot(problem, plan, wish)).toMatchObject({
      kind: 'contradicts',
      conflict: [{ kind: 'max_visits' }, { kind: 'pin', pin: 'must' }],
    });
    const without = { ...problem, pins: [] };
    expect(await whyNot(without, await solve(without), wish)).toEqual({
      kind: 'ineligible',
      reasons: ['rotation_gap'],
    });
  });

  it('is refused in a plan whose problem says less', async () => {
    const problem = monthOf({ ...saw, ...far }, {}, [pin('must', 'rotation_gap', 'too_far')]);
    const plan: Plan = await solve(problem);
    const less = { ...problem, pins: [pin('must', 'too_far')] };
    expect(verify(less, plan).faults.map(({ code }) => code)).toContain('verify.other_problem');
    expect(verify(less, { ...plan, inputHash: inputHash(less) }).faults.map(({ code }) => code)).toContain(
      'verify.ineligible',
    );
  });
});

describe('the hash of a problem', () => {
  it('does not change with the order of what a pin overrules, nor where it overrules nothing', () => {
    const [one, other] = [pin('must', 'too_far', 'rotation_gap'), pin('must', 'rotation_gap', 'too_far')];
    const hashOf = (of: Pin): string => inputHash(monthOf(saw, {}, [of]));
    expect(hashOf(one)).toBe(hashOf(other));
    expect(hashOf(one)).not.toBe(hashOf(pin('must', 'too_far')));
    expect(hashOf(pin('must'))).toBe(hashOf({ specialistId: 'an', meetingId: pattern.id, kind: 'must' }));
  });
});
