import { type BranchId, type MeetingId, newId, type SpecialistId } from '../../../kernel/id.ts';
import { day, instantOf, month } from '../../../kernel/month.ts';
import { type Assignment, DEFAULT_POLICY, readProblem } from '../../../solver/index.ts';
import { carriedBalance } from './carried-balance.ts';
import { buildProblem } from './build-problem.ts';
import { leaveOutGone } from './leave-out-gone.ts';
import type { BranchFacts, MeetingFacts, MonthFacts, SpecialistFacts } from './month-facts.ts';
import { type PlanningPolicy, STANDARD_POLICY } from './planning-policy.ts';
import type { Pairing } from '../../directory/index.ts';
import type { PlanDecision } from './plan-decision.ts';
import { placesToRefill } from './round.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const CYCLE = STANDARD_POLICY.engine.coverage.cycleMonths ?? 0;

/** Visited three months ago and weak in nothing: part of the round only if there is room. */
const branch = (id: string, facts: Partial<BranchFacts> = {}): BranchFacts => ({
  id,
  monthsSinceVisit: 3,
  weakFields: {},
  openDirectives: 0,
  ...facts,
});

const meetingOf = (branch: string): MeetingFacts => ({
  id: `meeting of ${branch}`,
  branchId: branch as BranchId,
  startsAt: instantOf(day('2020-12-03'), '19:30', ZONE),
  endsAt: instantOf(day('2020-12-03'), '21:00', ZONE),
  place: null,
  kind: 'regular',
});

const specialist = (id: string, facts: Partial<SpecialistFacts> = {}): SpecialistFacts => ({
  id,
  departmentId: 'BTC',
  fields: {},
  minVisits: 0,
  maxVisits: 5,
  target: 100,
  balance: carriedBalance(0, []),
  mayLead: false,
  ownBranchId: null,
  residenceBranchId: null,
  conflictBranchIds: [],
  base: null,
  absences: [],
  lastVisits: [],
  ...facts,
});

function facts(branches: readonly BranchFacts[], specialists: readonly SpecialistFacts[]): MonthFacts {
  return {
    month: month('2020-12'),
    zone: ZONE,
    fields: ['environment', 'security'],
    departments: ['BTC'],
    branches,
    specialists,
    meetings: branches.map(({ id }) => meetingOf(id)),
    decisions: [],
  };
}

/** The branches with meetings of the round. */
function round(month: MonthFacts, policy: Partial<PlanningPolicy> = {}): string[] {
  const { meetings } = buildProblem(month, { ...STANDARD_POLICY, ...policy });
  return meetings.filter(({ minObservers }) => minObservers > 0).map(({ branchId }) => branchId);
}

const many = (count: number, target: number) =>
  Array.from({ length: count }, (_, i) => specialist(`s${i}`, { target }));

describe('when somebody would rather not go', () => {
  const problemWith = (ratherNot: SpecialistFacts['ratherNot']) =>
    buildProblem(facts([branch('b')], [specialist('s', ratherNot && { ratherNot })]), STANDARD_POLICY).specialists[0];

  it('is a wish of the engine for that weekday or part of it', () => {
    const wishes = [
      { weekday: 5, part: 'evening' },
      { weekday: 6, part: null },
    ] as const;
    expect(problemWith(wishes)?.dayPreferences).toEqual(wishes.map((wish) => ({ ...wish, liking: -1 })));
  });

  it.each([[[]], [undefined]])('leaves the problem as it always was where nobody said so: %j', (none) => {
    expect(problemWith(none)).not.toHaveProperty('dayPreferences');
  });
});

describe('visits that would help to compare observers', () => {
  const problemWith = (wishes: SpecialistFacts['wishes']) =>
    buildProblem(facts([branch('b')], [specialist('s', wishes && { wishes })]), STANDARD_POLICY);

  it('are wishes of the engine, but for branches that have left', () => {
    const wishes = [
      { branchId: 'b', worth: 100 },
      { branchId: 'gone', worth: 40 },
    ];
    expect(problemWith(wishes).linkageWishes).toEqual([{ specialistId: 's', branchId: 'b', worth: 100 }]);
  });

  it.each([[[]], [undefined]])('leave the problem as it always was where there are none: %j', (none) => {
    expect(problemWith(none)).not.toHaveProperty('linkageWishes');
  });
});

describe('what a committee decides about rest, leaders and homes', () => {
  const problemWith = (given: Partial<PlanningPolicy>, engine: Partial<PlanningPolicy['engine']> = {}) =>
    readProblem(
      buildProblem(
        facts([branch('b')], [specialist('s', { home: { lat: 10.8, lng: 106.7 } }), specialist('t', { home: null })]),
        { ...STANDARD_POLICY, ...given, engine: { ...STANDARD_POLICY.engine, ...engine } },
      ),
    );
  const { rest, travel } = STANDARD_POLICY.engine;

  it('is the rest, the team and the start of the ways in the problem', () => {
    const problem = problemWith(
      { teamNeedsLead: true },
      { rest: { ...rest, overnightMinutes: 660 }, travel: { ...travel, fromHome: ['evening'] } },
    );
    expect(problem.policy).toMatchObject({ rest: { overnightMinutes: 660 }, travel: { fromHome: ['evening'] } });
    expect(problem.meetings[0]?.team.lead).toBe(true);
    expect(problem.specialists.map(({ home }) => home)).toEqual([{ lat: 10.8, lng: 106.7 }, undefined]);
  });

  it('leaves the problem as it always was where nothing is decided', () => {
    const problem = problemWith({});
    expect(problem.specialists.every((one) => !('home' in one))).toBe(true);
    expect(problem.policy.travel).toEqual(DEFAULT_POLICY.travel);
    expect(problem.meetings[0]?.team.lead).toBe(false);
  });
});

describe('people who go together or apart', () => {
  const pairing = (
    kind: 'apart' | 'together',
    first: string,
    second: string,
    until: string | null = null,
  ): Pairing => ({
    id: newId<'Pairing'>(),
    kind,
    specialistIds: [first as SpecialistId, second as SpecialistId],
    reason: 'Vợ chồng',
    until: until === null ? null : month(until),
  });
  const pairingsWith = (...pairings: Pairing[]) =>
    buildProblem({ ...facts([branch('b')], many(3, 100)), pairings }, { ...STANDARD_POLICY, togetherReward: 30 });

  it('are pairings of the engine, until their month and while both take part', () => {
    const { pairings } = pairingsWith(
      pairing('apart', 's0', 's1', '2020-12'),
      pairing('together', 's1', 's2'),
      pairing('apart', 's0', 's2', '2020-11'),
      pairing('apart', 's0', 'gone'),
    );
    expect(pairings).toEqual([
      { kind: 'apart', specialistIds: ['s0', 's1'] },
      { kind: 'together', specialistIds: ['s1', 's2'], reward: 30 },
    ]);
  });

  it('leave the problem as it always was where there are none', () => {
    expect(pairingsWith(pairing('apart', 's0', 's2', '2020-11'))).not.toHaveProperty('pairings');
  });
});

describe('a way of which an end is not known', () => {
  const travelWith = (unknownKm: number | null) => {
    const { engine } = STANDARD_POLICY;
    const policy = { ...STANDARD_POLICY, engine: { ...engine, travel: { ...engine.travel, unknownKm } } };
    return readProblem(buildProblem(facts([branch('b')], [specialist('s')]), policy)).policy.travel;
  };

  it('is as long as the committee says, and is not counted where it says nothing', () => {
    expect(travelWith(12)).toHaveProperty('unknownKm', 12);
    expect(travelWith(null)).toEqual(DEFAULT_POLICY.travel);
  });
});

describe('who is on the round of a month', () => {
  it.each<[string, BranchFacts, boolean]>([
    ['visited a month before its cycle is over', branch('b', { monthsSinceVisit: CYCLE - 1 }), false],
    ['whose cycle is over this month', branch('b', { monthsSinceVisit: CYCLE }), true],
    ['that nobody ever visited', branch('b', { monthsSinceVisit: null }), true],
    ['weak, but less than always counts', branch('b', { weakFields: { environment: 0.69, security: 0.5 } }), false],
    ['weak enough in one field', branch('b', { weakFields: { environment: 0.1, security: 0.7 } }), true],
    ['with open directives alone', branch('b', { openDirectives: 9 }), false],
  ])('even where nobody has a target: a branch %s: %#', (_, one, isOn) => {
    expect(round(facts([one], many(3, 0)))).toEqual(isOn ? ['b'] : []);
  });

  const three = [
    branch('lately', { monthsSinceVisit: 1 }),
    branch('long ago', { monthsSinceVisit: 5 }),
    branch('not so lately', { monthsSinceVisit: 2 }),
  ];

  it.each<[string, SpecialistFacts[], Partial<PlanningPolicy>, string[]]>([
    ['no targets', many(2, 0), {}, []],
    ['less than a whole visit', many(1, 99), {}, []],
    ['targets of one visit', many(1, 100), {}, ['long ago']],
    ['targets of one visit from two halves', many(2, 50), {}, ['long ago']],
    ['targets of two visits', many(2, 100), {}, ['long ago', 'not so lately']],
    ['targets of more visits than there are meetings', many(9, 100), {}, ['lately', 'long ago', 'not so lately']],
    ['half a round', many(2, 100), { roundPercent: 50 }, ['long ago']],
    ['a round and a half', many(2, 100), { roundPercent: 150 }, ['lately', 'long ago', 'not so lately']],
    ['two observers a meeting', many(2, 100), { observers: { min: 2, max: 2 } }, ['long ago']],
  ])('the most valuable meetings, as many as there is room for: %s', (_, people, policy, wanted) => {
    expect(round(facts(three, people), policy)).toEqual(wanted);
  });

  const AWAY = { absences: [{ from: day('2020-11-01'), before: day('2021-03-01') }] };

  it('has no places for the target of whoever is away all month, and fewer for whoever is away for half of it', () => {
    const half = { absences: [{ from: day('2020-12-01'), before: day('2020-12-17') }] };
    expect(round(facts(three, [specialist('a'), specialist('b', AWAY)]))).toEqual(['long ago']);
    expect(round(facts(three, [specialist('a', half), specialist('b', half)]))).toEqual([]);
    expect(round(facts(three, [specialist('a', { ...half, target: 200 }), specialist('b')]))).toEqual(['long ago']);
  });

  it.each<[number, string[]]>([
    [0, ['due', 'long ago']],
    [1, ['due', 'long ago', 'not so lately']],
    [2, ['due', 'lately', 'long ago', 'not so lately']],
    [9, ['due', 'lately', 'long ago', 'not so lately']],
  ])('takes in the next most valuable ones where others collide: %i', (refilled, wanted) => {
    const due = branch('due', { monthsSinceVisit: CYCLE });
    const { meetings } = buildProblem(facts([...three, due], many(2, 100)), STANDARD_POLICY, refilled);
    const on = meetings.filter(({ minObservers }) => minObservers > 0).map(({ branchId }) => branchId);
    expect(on.sort()).toEqual(wanted);
  });

  it.each<[string, number, string[], number]>([
    ['all places are filled', 1, ['long ago'], 0],
    ['nobody can go to the only one', 1, [], 1],
    ['places for more than there are', 9, ['long ago'], 2],
    ['somebody goes to one that is not on it', 2, ['long ago', 'lately'], 0],
  ])('has so many places left for others: %s', (_, places, attended, left) => {
    const problem = buildProblem(facts(three, many(1, 100)), STANDARD_POLICY);
    const assignments = attended.map((id) => ({ specialistId: 's0', meetingId: `meeting of ${id}` }) as Assignment);
    expect(placesToRefill(problem, { assignments }, places)).toBe(left);
  });

  it.each<[string, SpecialistFacts, number]>([
    ['who is below their share and free', specialist('s1', { target: 50 }), 1],
    ['who has their share', specialist('s1', { target: 100, balance: carriedBalance(100, []) }), 0],
    ['who has as many visits as they may', specialist('s1', { target: 100, maxVisits: 0 }), 0],
    [
      'who is away at that hour',
      specialist('s1', { target: 100, absences: [{ from: day('2020-12-03'), before: day('2020-12-04') }] }),
      0,
    ],
  ])('takes in one more for each person %s once its places are filled', (_, other, more) => {
    const problem = buildProblem(facts(three, [specialist('s0'), other]), STANDARD_POLICY);
    const assignments = [{ specialistId: 's0', meetingId: 'meeting of long ago' } as Assignment];
    expect(placesToRefill(problem, { assignments }, 1)).toBe(more);
  });

  it('those that are on it in any case take the room of others, unless they rank behind them', () => {
    const due = branch('due', { monthsSinceVisit: CYCLE });
    expect(round(facts([...three, due], many(1, 100)))).toEqual(['due']);
    expect(round(facts([...three, due], many(2, 100)))).toEqual(['long ago', 'due']);
  });

  it('equally valuable meetings by their ids, so that the same facts make the same round', () => {
    const equal = ['c', 'a', 'b'].map((id) => branch(id));
    expect(round(facts(equal, many(2, 100)))).toEqual(['a', 'b']);
    expect(round(facts([...equal].reverse(), many(2, 100)))).toEqual(['b', 'a']);
  });

  it('no meeting of a branch that is not known', () => {
    const known = facts([branch('b', { monthsSinceVisit: null })], many(9, 100));
    expect(round({ ...known, meetings: [...known.meetings, meetingOf('gone')] })).toEqual(['b']);
  });

  it('whoever is not on it may be visited all the same', () => {
    const { meetings } = buildProblem(facts([branch('b')], many(1, 0)), STANDARD_POLICY);
    expect(meetings).toMatchObject([{ branchId: 'b', minObservers: 0, maxObservers: 1 }]);
  });
});

describe('what the engine is asked', () => {
  it('asks of each person by the days on which they are there, and carries on what earlier months left over', () => {
    const months = [{ month: month('2020-11'), visits: 5, share: 400 }];
    const people = [
      specialist('there', { minVisits: 1, target: 400, balance: carriedBalance(-30, months) }),
      specialist('away', {
        minVisits: 1,
        target: 400,
        absences: [{ from: day('2020-12-01'), before: day('2021-01-01') }],
      }),
    ];
    expect(buildProblem(facts([], people), STANDARD_POLICY).specialists).toMatchObject([
      { id: 'there', minVisits: 1, target: 400, balance: 70 },
      { id: 'away', minVisits: 0, target: 0, balance: 0 },
    ]);
  });

  it('counts time in minutes, and days away from midnight to midnight where the committee is', () => {
    const away = specialist('s', { absences: [{ from: day('2020-12-01'), before: day('2020-12-03') }] });
    const { specialists, meetings } = buildProblem(facts([branch('b')], [away]), STANDARD_POLICY);
    const minute = (date: string) => new Date(date).getTime() / 60_000;
    expect(specialists[0]?.unavailable).toEqual([
      { from: minute('2020-11-30T17:00:00Z'), to: minute('2020-12-02T17:00:00Z') },
    ]);
    const mornings = { from: day('2020-12-01'), before: day('2020-12-03'), hours: { from: '00:00', to: '12:00' } };
    const evening = { from: day('2020-12-31'), before: day('2021-01-01'), hours: { from: '18:00', to: '24:00' } };
    const partly = buildProblem(
      facts([branch('b')], [specialist('s', { target: 100, absences: [mornings, evening] })]),
      STANDARD_POLICY,
    );
    expect(partly.specialists[0]).toMatchObject({
      target: 100,
      unavailable: [
        { from: minute('2020-11-30T17:00:00Z'), to: minute('2020-12-01T05:00:00Z') },
        { from: minute('2020-12-01T17:00:00Z'), to: minute('2020-12-02T05:00:00Z') },
        { from: minute('2020-12-31T11:00:00Z'), to: minute('2020-12-31T17:00:00Z') },
      ],
    });
    expect(meetings).toMatchObject([{ start: minute('2020-12-03T12:30:00Z'), end: minute('2020-12-03T14:00:00Z') }]);
  });

  it('takes a branch for as weak as its weakest field, and asks for somebody who knows it', () => {
    const weak = branch('b', { weakFields: { environment: 0.4, security: 0.6 } });
    const { branches, meetings } = buildProblem(facts([weak, branch('strong')], []), STANDARD_POLICY);
    expect(branches.map(({ weakness }) => weakness)).toEqual([0.6, 0]);
    expect(meetings.map(({ needs }) => needs)).toEqual([
      [
        { fieldId: 'environment', weight: 0.4 },
        { fieldId: 'security', weight: 0.6 },
      ],
      [],
    ]);
  });

  it('knows each branch that somebody visited once, however often that was', () => {
    const lastVisits = [
      { branchId: 'b', monthsAgo: 2 },
      { branchId: 'a', monthsAgo: 4 },
      { branchId: 'b', monthsAgo: 7 },
    ];
    const { specialists } = buildProblem(
      facts([branch('a'), branch('b')], [specialist('s', { lastVisits })]),
      STANDARD_POLICY,
    );
    expect(specialists[0]).toMatchObject({ knownBranchIds: ['b', 'a'], lastVisits });
  });
});

describe('a month that is planned after it has begun', () => {
  const [over, ahead] = [
    meetingOf('over'),
    { ...meetingOf('ahead'), startsAt: instantOf(day('2020-12-10'), '19:30', ZONE) },
  ];
  const whole = facts([branch('over'), branch('ahead')], [specialist('s', { target: 300, minVisits: 2 })]);
  const begun: MonthFacts = {
    ...whole,
    meetings: [over, { ...ahead, endsAt: instantOf(day('2020-12-10'), '21:00', ZONE) }],
    settled: { before: new Date(over.startsAt.getTime() + 60_000), visits: { s: 1 } },
  };

  it('asks for nobody at what is over, counts what was visited, and is fit for the engine', () => {
    const problem = buildProblem(begun, STANDARD_POLICY);
    expect(problem.meetings).toMatchObject([
      { minObservers: 0, maxObservers: 0 },
      { minObservers: 1, maxObservers: STANDARD_POLICY.observers.max },
    ]);
    expect(problem.specialists).toMatchObject([{ target: 200, minVisits: 1, maxVisits: 4 }]);
    expect(problem.published?.settledBefore).toBe(over.startsAt.getTime() / 60_000 + 1);
    expect(readProblem(JSON.parse(JSON.stringify(problem)))).toEqual(problem);
  });

  it('asks nothing of a decision about what is over', () => {
    const decision = (meeting: MeetingFacts): PlanDecision => ({
      specialistId: 's' as SpecialistId,
      meetingId: meeting.id as MeetingId,
      kind: 'must',
      overrules: [],
      reason: null,
    });
    const decisions = [over, ahead].map((meeting) => ({ ...decision(meeting), madeAt: new Date(0), madeBy: null }));
    expect(buildProblem({ ...begun, decisions }, STANDARD_POLICY).pins).toMatchObject([{ meetingId: ahead.id }]);
  });
});

describe('what has left and is still referred to', () => {
  const there = facts([branch('b')], [specialist('s')]);
  const one = (changes: Partial<SpecialistFacts>): MonthFacts => ({
    ...there,
    specialists: [specialist('s', changes)],
  });
  const pin = (specialistId: string, meetingId: string): PlanDecision => ({
    specialistId: specialistId as SpecialistId,
    meetingId: meetingId as MeetingId,
    kind: 'must',
    overrules: [],
    reason: null,
  });

  it.each<[string, MonthFacts]>([
    ['an own branch', one({ ownBranchId: 'gone' })],
    ['a branch of residence', one({ residenceBranchId: 'gone' })],
    ['a conflict of interest', one({ conflictBranchIds: ['gone', 'b'] })],
    ['an earlier visit', one({ lastVisits: [{ branchId: 'gone', monthsAgo: 2 }] })],
    ['a field of somebody', one({ fields: { environment: 1, gone: 0.5 } })],
    ['a department', one({ departmentId: 'gone' })],
    ['a weak field', { ...there, branches: [branch('b', { weakFields: { gone: 0.9 } })] }],
    ['a meeting of a branch', { ...there, meetings: [...there.meetings, meetingOf('gone')] }],
    ['a pinned person', { ...there, decisions: [pin('gone', 'meeting of b')] }],
    ['a pinned meeting', { ...there, decisions: [pin('s', 'meeting of gone')] }],
  ])('never stops a month from being planned: %s', (_, month) => {
    const problem = buildProblem(month, STANDARD_POLICY);
    expect(readProblem(JSON.parse(JSON.stringify(problem)))).toEqual(problem);
  });

  it('is counted, and what is still there stays', () => {
    const month = {
      ...one({ ownBranchId: 'gone', conflictBranchIds: ['b', 'gone'], fields: { security: 1, old: 1 } }),
      decisions: [pin('gone', 'meeting of b'), pin('s', 'meeting of b')],
    };
    const { facts: kept, leftOut } = leaveOutGone(month);
    expect(leftOut).toEqual({ branches: 1, decisions: 1, fields: 1 });
    expect(kept.specialists).toMatchObject([{ ownBranchId: null, conflictBranchIds: ['b'], fields: { security: 1 } }]);
    expect(kept.decisions).toHaveLength(1);
  });

  it('changes nothing where nothing has left', () => {
    expect(leaveOutGone(there)).toEqual({ facts: there, leftOut: { branches: 0, decisions: 0, fields: 0 } });
  });
});
