import { aSpecialistOf } from '../../../test/fixtures/a-specialist.ts';
import { solve } from '../engine/solve.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import type { Plan } from '../plan.ts';
import { whyNot } from '../explain/why-not.ts';
import { mostVisits, type PlanProblem } from '../problem.ts';
import { verify } from '../verify/verify.ts';
import type { KnownPlan, MonthEvent } from './month-event.ts';
import { repair, type Repair } from './repair.ts';

const problem: PlanProblem = generateMonth({ seed: 8, specialists: 14, meetings: 44, departments: 4 });
let plan: Plan;
let known: KnownPlan;

beforeAll(async () => {
  plan = await solve(problem);
  known = { assignments: plan.assignments.map((one) => ({ ...one, accepted: true })) };
});

/** The plan with the fewest changes must cover meetings no worse than a plan that is free to change everything. */
async function check(found: Repair): Promise<void> {
  expect(found.plan.status).toBe('optimal');
  expect(verify(found.problem, found.plan)).toMatchObject({ ok: true, proven: 'optimal' });
  const free = await solve({ ...found.problem, published: null });
  expect(found.plan.tiers[0]?.objective).toBeGreaterThanOrEqual(free.tiers[0]?.objective ?? Infinity);
}

const first = (): Plan['assignments'][number] => {
  const [assignment] = plan.assignments;
  if (assignment === undefined) throw new Error('an empty plan');
  return assignment;
};
const dropped = (found: Repair): string[] =>
  found.changes.filter(({ kind }) => kind === 'dropped').map(({ specialistId }) => specialistId);

describe('a repair', () => {
  it('changes nothing where nothing happened', async () => {
    const found = await repair(problem, known, []);
    expect(found.changes).toEqual([]);
    expect(found.plan.tiers.find(({ tier }) => tier === 'stability')?.objective).toBe(0);
  });

  it('gives a declined visit to somebody else and leaves all others alone', async () => {
    const { specialistId, meetingId } = first();
    const found = await repair(problem, known, [{ kind: 'declined', specialistId, meetingId }]);
    await check(found);
    expect(found.changes).toContainEqual({ kind: 'dropped', specialistId, meetingId, because: { kind: 'declined' } });
    expect(dropped(found)).toEqual([specialistId]);
    const substitute = found.changes.find(({ kind }) => kind === 'added');
    expect(substitute).toMatchObject({ meetingId, because: { kind: 'replaces', specialistIds: [specialistId] } });
  });

  it('frees an ill person of the days of the illness only', async () => {
    const { specialistId } = first();
    const starts = problem.meetings.map(({ start }) => start);
    const event: MonthEvent = {
      kind: 'leave',
      specialistId,
      from: Math.min(...starts),
      to: Math.min(...starts) + 5 * 1440,
    };
    const found = await repair(problem, known, [event]);
    await check(found);
    for (const change of found.changes.filter(({ kind }) => kind === 'dropped')) {
      expect(change).toMatchObject({ specialistId, because: { kind: 'leave' } });
    }
    const during = (id: string): boolean => {
      const meeting = problem.meetings.find((one) => one.id === id);
      return meeting !== undefined && event.from < meeting.end && meeting.start < event.to;
    };
    const stays = plan.assignments.filter((one) => one.specialistId === specialistId && !during(one.meetingId));
    for (const { meetingId } of stays) {
      expect(found.plan.assignments).toContainEqual(expect.objectContaining({ specialistId, meetingId }));
    }
  });

  it('takes a cancelled meeting out with everybody who was to go there, and nothing else', async () => {
    const { meetingId } = first();
    const found = await repair(problem, known, [{ kind: 'cancelled', meetingId }]);
    await check(found);
    expect(found.changes.length).toBeGreaterThan(0);
    for (const change of found.changes) {
      expect(change).toMatchObject({ kind: 'dropped', meetingId, because: { kind: 'cancelled' } });
    }
  });

  it('keeps whoever can still come to a moved meeting', async () => {
    const { meetingId } = first();
    const meeting = problem.meetings.find(({ id }) => id === meetingId);
    const start = (meeting?.start ?? 0) + 20 * 1440;
    const found = await repair(problem, known, [{ kind: 'moved', meetingId, start, end: start + 90 }]);
    await check(found);
    for (const change of found.changes.filter(({ kind }) => kind === 'dropped')) {
      expect(change).toMatchObject({ meetingId, because: { kind: 'moved' } });
    }
  });

  it('hands over everything of somebody who has left, and may use whoever joins', async () => {
    const { specialistId } = first();
    const helper = { ...aSpecialistOf(problem.departments[0]?.id ?? '', 'z-new'), target: 300 };
    const found = await repair(problem, known, [
      { kind: 'left', specialistId },
      { kind: 'joined', specialist: helper },
    ]);
    await check(found);
    expect(new Set(dropped(found))).toEqual(new Set([specialistId]));
    expect(found.plan.assignments.some((one) => one.specialistId === specialistId)).toBe(false);
  });

  it('lets a cancelled meeting leave a set of conflicting ones that is then of one', async () => {
    const [a, b] = problem.meetings;
    if (a === undefined || b === undefined) throw new Error('too few meetings');
    const found = await repair({ ...problem, conflicts: [{ meetingIds: [a.id, b.id] }] }, { assignments: [] }, [
      { kind: 'cancelled', meetingId: a.id },
    ]);
    expect(found.problem.conflicts).toEqual([]);
    expect(found.plan.status).toBe('optimal');
  });

  it('releases a person on leave from pins, and takes one decline said twice for one', async () => {
    const { specialistId, meetingId } = first();
    const pinned: PlanProblem = { ...problem, pins: [{ specialistId, meetingId, kind: 'must' }] };
    const meeting = problem.meetings.find(({ id }) => id === meetingId);
    const leave = { kind: 'leave', specialistId, from: meeting?.start ?? 0, to: meeting?.end ?? 0 } as const;
    const ill = await repair(pinned, known, [leave]);
    await check(ill);
    expect(dropped(ill)).toContain(specialistId);
    const decline = { kind: 'declined', specialistId, meetingId } as const;
    const declined = await repair(pinned, known, [decline, decline]);
    await check(declined);
    expect(dropped(declined)).toContain(specialistId);
  });

  it('takes whoever is on leave out of pairs that are given', async () => {
    const { specialistId, meetingId } = first();
    const meeting = problem.meetings.find(({ id }) => id === meetingId);
    const pairs = problem.specialists.flatMap(({ id }) =>
      problem.meetings.map((one) => ({ specialistId: id, meetingId: one.id, costs: { given: 1 } })),
    );
    const leave = { kind: 'leave', specialistId, from: meeting?.start ?? 0, to: meeting?.end ?? 0 } as const;
    const found = await repair({ ...problem, pairs }, { assignments: [{ specialistId, meetingId }] }, [leave]);
    expect(dropped(found)).toEqual([specialistId]);
  });

  it('knows who joins in the same list, and points into the events where that person is wrong', async () => {
    const joiner = { ...aSpecialistOf(problem.departments[0]?.id ?? '', 'new'), target: 200 };
    const joined: MonthEvent = { kind: 'joined', specialist: joiner };
    const leave: MonthEvent = { kind: 'leave', specialistId: 'new', from: 0, to: 1 };
    expect((await repair(problem, known, [joined, leave])).plan.status).toBe('optimal');
    const wrong: MonthEvent = { kind: 'joined', specialist: { ...joiner, departmentId: 'nowhere' } };
    await expect(repair(problem, known, [leave, wrong])).rejects.toMatchObject({
      faults: [{ pointer: '/1/specialist/departmentId', code: 'problem.unknown_id' }],
    });
    const twin: MonthEvent = { kind: 'joined', specialist: { ...joiner, id: first().specialistId } };
    await expect(repair(problem, known, [twin])).rejects.toMatchObject({
      faults: [{ pointer: '/0/specialist/id', code: 'problem.duplicate_id' }],
    });
  });

  it('changes nothing of a plan made by hand where nothing happened, and fills its empty seats only when it may', async () => {
    const byHand: KnownPlan = { assignments: known.assignments.filter((_, i) => i % 5 !== 0) };
    const month = { ...problem, specialists: problem.specialists.map((one) => ({ ...one, minVisits: 0 })) };
    const optional = { ...month, meetings: month.meetings.map((one) => ({ ...one, mandatory: false })) };
    expect((await repair(optional, byHand, [])).changes).toEqual([]);
    const [visit] = byHand.assignments;
    if (visit === undefined) throw new Error('an empty plan');
    const declined = await repair(optional, byHand, [{ kind: 'declined', ...visit }]);
    expect(declined.changes.length).toBeLessThanOrEqual(4);
    const improved = await repair(optional, byHand, [], { improves: true });
    expect(improved.changes.some(({ because }) => because.kind === 'fills_seat')).toBe(true);
  });

  it('says what can be had where somebody ill cannot make their least number of visits', async () => {
    const { specialistId } = first();
    const month = { ...problem, specialists: problem.specialists.map((one) => ({ ...one, minVisits: 1 })) };
    const [from, to] = [Math.min(...month.meetings.map(({ start }) => start)), Infinity].map((at) =>
      Number.isFinite(at) ? at : Math.max(...month.meetings.map(({ end }) => end)),
    );
    const found = await repair(month, known, [{ kind: 'leave', specialistId, from: from ?? 0, to: to ?? 0 }]);
    expect(found.plan.status).toBe('optimal');
    expect(verify(found.problem, found.plan)).toMatchObject({ ok: true, proven: 'optimal' });
    expect(found.givenUp?.lowered).toEqual([{ kind: 'specialist', id: specialistId, wanted: 1, kept: 0 }]);
    expect(found.givenUp?.conflict.map(({ kind }) => kind).sort()).toEqual(['min_visits', 'unavailable']);
    expect(new Set(dropped(found))).toContain(specialistId);
    const causes = found.changes.filter((change) => change.specialistId === specialistId);
    expect(causes.every(({ because }) => because.kind === 'leave')).toBe(true);
  });

  it('says that a visit goes to somebody who must make a least number, and of leave also where pairs are given', async () => {
    const month = generateMonth({ seed: 3, specialists: 2, meetings: 3, departments: 1, calendar: 'even' });
    const [a, b] = month.specialists;
    const [one, two, three] = month.meetings;
    if (!a || !b || !one || !two || !three) throw new Error('too small a month');
    const pairs = month.specialists.flatMap(({ id }) =>
      month.meetings.map((meeting) => ({ specialistId: id, meetingId: meeting.id, costs: { given: 1 } })),
    );
    const small: PlanProblem = {
      ...month,
      pairs,
      conflicts: [],
      meetings: month.meetings.map((meeting) => ({ ...meeting, mandatory: false, minObservers: 1, maxObservers: 1 })),
      specialists: [
        { ...a, minVisits: 0, maxVisits: 9 },
        { ...b, minVisits: 1, maxVisits: 1 },
      ],
    };
    const all = { assignments: month.meetings.map(({ id }) => ({ specialistId: a.id, meetingId: id })) };
    const fair = await repair(small, all, []);
    expect(fair.changes.find(({ kind }) => kind === 'dropped')?.because).toEqual({
      kind: 'minimum_of',
      specialistIds: [b.id],
    });
    const ill = await repair(small, all, [{ kind: 'leave', specialistId: a.id, from: one.start, to: one.end }]);
    expect(ill.changes.find((change) => change.kind === 'dropped' && change.meetingId === one.id)?.because).toEqual({
      kind: 'leave',
    });
  });

  it('refuses events about what is not there, with the place', async () => {
    const refused = repair(problem, known, [
      { kind: 'left', specialistId: 'nobody' },
      { kind: 'moved', meetingId: first().meetingId, start: 9, end: 3 },
    ]);
    await expect(refused).rejects.toMatchObject({
      code: 'input.invalid',
      faults: [{ pointer: '/0/specialistId' }, { pointer: '/1/end' }],
    });
  });
});

describe('a repair within the month', () => {
  const starts = problem.meetings.map(({ start }) => start).sort((a, b) => a - b);
  const now = starts[Math.floor(starts.length / 2)] ?? 0;
  const startOf = new Map(problem.meetings.map(({ id, start }) => [id, start]));
  const isOver = ({ meetingId }: { readonly meetingId: string }): boolean => (startOf.get(meetingId) ?? 0) < now;
  const proven = async (events: readonly MonthEvent[], of = problem): Promise<Repair> => {
    const found = await repair(of, known, events, { now });
    expect(found.plan.status).toBe('optimal');
    expect(verify(found.problem, found.plan)).toMatchObject({ ok: true, proven: 'optimal' });
    return found;
  };
  const past = (): Plan['assignments'] => plan.assignments.filter(isOver);

  it('sends nobody into the past, and leaves all that was done', async () => {
    const [late] = past();
    if (late === undefined) throw new Error('nothing is over');
    const { specialistId, meetingId } = late;
    const found = await proven([{ kind: 'declined', specialistId, meetingId }]);
    expect(found.changes.filter(isOver)).toEqual([
      { kind: 'dropped', specialistId, meetingId, because: { kind: 'declined' } },
    ]);
    const made = found.plan.assignments.filter(isOver);
    expect(made).toHaveLength(past().length - 1);
    expect(found.plan.unmet.some((unmet) => isOver(unmet))).toBe(false);
    const [load] = found.plan.loads.filter((one) => one.specialistId === specialistId);
    expect(load?.visits).toBe(found.plan.assignments.filter((one) => one.specialistId === specialistId).length);
  });

  it('counts what was done against most visits and limits, even where it is beyond them', async () => {
    const busiest = [...plan.loads].sort((a, b) => b.visits - a.visits)[0];
    const id = busiest?.specialistId ?? '';
    const done = past().filter(({ specialistId }) => specialistId === id).length;
    const strict: PlanProblem = {
      ...problem,
      specialists: problem.specialists.map((one) => ({ ...one, minVisits: 0, maxVisits: one.id === id ? 0 : 8 })),
      policy: { ...problem.policy, limits: [{ ...mostVisits(1, 'month'), specialistIds: [id] }, mostVisits(2, 'day')] },
    };
    const open = { assignments: known.assignments.map((one) => ({ ...one, accepted: false })) };
    const found = await repair(strict, open, [], { now });
    expect(verify(found.problem, found.plan)).toMatchObject({ ok: true, proven: 'optimal' });
    expect(found.plan.loads.find((load) => load.specialistId === id)?.visits).toBe(done);
  });

  it('keeps the visits of somebody who has left since', async () => {
    const [made] = past();
    if (made === undefined) throw new Error('nothing is over');
    const { specialistId } = made;
    const found = await proven([{ kind: 'left', specialistId }]);
    const own = found.plan.assignments.filter((one) => one.specialistId === specialistId);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(isOver)).toBe(true);
    expect(
      found.changes.filter((change) => change.specialistId === specialistId).map(({ because }) => because.kind),
    ).toEqual(plan.assignments.filter((one) => one.specialistId === specialistId && !isOver(one)).map(() => 'left'));
  });

  it('says of a meeting that is over that it is over', async () => {
    const found = await proven([]);
    const meetingId = past()[0]?.meetingId ?? '';
    const other = problem.specialists.find(
      ({ id }) => !plan.assignments.some((one) => one.meetingId === meetingId && one.specialistId === id),
    );
    const answer = await whyNot(found.problem, found.plan, { specialistId: other?.id ?? '', meetingId });
    expect(answer).toEqual({ kind: 'ineligible', reasons: ['over'] });
  });
});
