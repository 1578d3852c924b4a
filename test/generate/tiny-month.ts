import { aSpecialistOf } from '../fixtures/a-specialist.ts';
import {
  DEFAULT_POLICY,
  type Meeting,
  type Pairing,
  type PlanProblem,
  type Specialist,
  TIERS,
  type VisitLimit,
} from '../../src/solver/problem.ts';
import { randomFrom, type Random } from '../../src/kernel/random.ts';
import { withOverrulingPins } from './overruling-pins.ts';

const EVENING = 26_780_040;
const PLACES = [
  { lat: 10.76, lng: 106.7 },
  { lat: 10.765, lng: 106.71 },
  { lat: 10.8, lng: 106.75 },
];

/** A month small enough to try every plan, with every rule in some of them, for comparison with exhaustive search. */
export function generateTinyMonth(seed: number): PlanProblem {
  const random = randomFrom(seed);
  const people = 2 + random.below(3);
  const count = 2 + random.below(3);
  const branches = ['b1', 'b2', 'b3'].map((id) => ({
    id,
    monthsSinceVisit: random.chance(20) ? null : random.below(9),
    weakness: random.below(5) / 4,
    openDirectives: random.below(2),
    supervised: random.chance(20),
  }));
  const meetings = Array.from({ length: count }, (_, i) => tinyMeeting(random, `m${i + 1}`));
  const specialists = Array.from({ length: people }, (_, i) => tinySpecialist(random, `s${i + 1}`));
  const problem: PlanProblem = {
    version: 1,
    fields: ['f1', 'f2'],
    departments: ['d1', 'd2'].map((id) => ({
      id,
      minVisits: random.chance(10) ? 1 : null,
      maxVisits: random.chance(20) ? 1 + random.below(3) : null,
    })),
    branches,
    specialists: specialists.map((one) => withHours(randomFrom(seed + Number(one.id.slice(1)) * 7_000_003), one)),
    meetings,
    pairs: null,
    conflicts: random.chance(15) ? [{ meetingIds: ['m1', 'm2'] }] : null,
    pins: [],
    published: null,
    policy: {
      ...DEFAULT_POLICY,
      rotationGapMonths: random.below(3),
      oncePerBranch: random.chance(70),
      tiers: random.chance(30) ? ['coverage', 'stability', 'fairness', 'quality', 'linkage'] : TIERS,
      travel: {
        speedKmh: 20,
        detourPercent: 130,
        bufferMinutes: 10,
        maxKm: random.chance(15) ? 5 : null,
        ...tinyWays(randomFrom(seed + 3)),
      },
    },
  };
  const spaced = {
    ...problem,
    ...tinyPairings(randomFrom(seed + 5), people),
    ...tinyLinkage(randomFrom(seed + 17), people),
    policy: { ...problem.policy, ...tinySpacing(randomFrom(seed + 1_000_003)) },
  };
  const wished = withWishes(random, random.chance(25) ? withExplicitPairs(random, spaced) : spaced);
  return randomFrom(seed + 11).chance(60) ? withOverrulingPins(wished, seed + 13, 50) : wished;
}

/** Visits that would help to compare observers, in some months. */
function tinyLinkage(random: Random, people: number): Partial<PlanProblem> {
  if (!random.chance(35)) return {};
  const linkageWishes = Array.from({ length: 1 + random.below(3) }, () => ({
    specialistId: `s${1 + random.below(people)}`,
    branchId: `b${1 + random.below(3)}`,
    worth: 1 + random.below(100),
  }));
  return { linkageWishes };
}

function tinyWays(random: Random): Partial<PlanProblem['policy']['travel']> {
  return {
    ...(random.chance(20) && { fromHome: ['evening' as const] }),
    ...(random.chance(15) && { unknownKm: 1 + random.below(8) }),
  };
}

/** Weekly hours away, liked days and a home, for some. */
function withHours(random: Random, one: Specialist): Specialist {
  const home = PLACES[random.below(3)];
  return {
    ...one,
    ...(random.chance(15) && { awayWeekly: [{ weekday: 1 + random.below(7), from: 18 * 60, to: 20 * 60 }] }),
    ...(random.chance(15) && {
      dayPreferences: [{ weekday: null, part: 'evening' as const, liking: random.below(5) / 2 - 1 }],
    }),
    ...(random.chance(20) && home !== undefined && { home }),
  };
}

/** In some months two people who are kept apart, and two who should go together. */
function tinyPairings(random: Random, people: number): Pick<PlanProblem, 'pairings'> {
  const pairings: Pairing[] = [
    ...(random.chance(25)
      ? [{ kind: 'apart' as const, specialistIds: ['s1', 's2', 's3'].slice(0, people - random.below(people - 1)) }]
      : []),
    ...(random.chance(25)
      ? [{ kind: 'together' as const, specialistIds: ['s2', 's1'] as const, reward: 1 + random.below(40) }]
      : []),
  ];
  return pairings.length === 0 ? {} : { pairings };
}

/** Limits and rest in about every second month. */
function tinySpacing(random: Random): Pick<PlanProblem['policy'], 'limits' | 'rest' | 'load'> {
  const limit = (): VisitLimit => {
    const per = (['day', 'week', 'days', 'month', 'interval'] as const)[random.below(5)] ?? 'day';
    const isInterval = per === 'interval';
    return {
      most: random.chance(10) ? 0 : 1 + random.below(2),
      per,
      days: per === 'days' ? 1 + random.below(3) : null,
      from: isInterval ? EVENING + 60 * random.below(3) : null,
      to: isInterval ? EVENING + 1440 + 60 * random.below(3) : null,
      part: random.chance(25) ? 'evening' : null,
      specialistIds: random.chance(30) ? ['s1', 's2'] : null,
    };
  };
  const limits = random.chance(50) ? Array.from({ length: 1 + random.below(2) }, limit) : [];
  const rest = {
    daysBetween: random.chance(8) ? 1 : 0,
    eveningsBetween: random.chance(12) ? 1 : 0,
    overnightMinutes: random.chance(8) ? 1440 : 0,
  };
  const load = {
    evening: 50 * random.below(2),
    ...(random.chance(50) && { far: { km: 1, points: 30 } }),
  };
  return { limits, rest, ...(random.chance(25) && { load }) };
}

function tinyMeeting(random: Random, id: string): Meeting {
  const start = EVENING + 1440 * random.below(2) + 60 * random.below(4);
  const maxObservers = 1 + random.below(3);
  return {
    id,
    branchId: `b${1 + random.below(3)}`,
    start,
    end: start + 60 + 30 * random.below(2),
    place: PLACES[random.below(4)] ?? null,
    kind: 'regular',
    minObservers: Math.min(maxObservers, random.below(3)),
    maxObservers,
    value: random.chance(50) ? random.below(4) * 10 : null,
    valueIfNone: random.chance(20) ? 5 : 0,
    valueOfExtra: random.chance(20) ? 3 : 0,
    mandatory: random.chance(15),
    needs: random.chance(60) ? [{ fieldId: `f${1 + random.below(2)}`, weight: 1 }] : [],
    team: { differentDepartments: random.chance(30), lead: random.chance(35) },
    departmentIds: random.chance(10) ? ['d1'] : null,
  };
}

function tinySpecialist(random: Random, id: string): Specialist {
  return {
    ...aSpecialistOf(`d${1 + random.below(2)}`, id),
    fields: random.chance(60) ? [{ fieldId: `f${1 + random.below(2)}`, strength: random.below(5) / 4 }] : [],
    minVisits: random.chance(10) ? 1 : 0,
    maxVisits: 1 + random.below(3),
    target: 50 * random.below(6),
    balance: 50 * (random.below(5) - 2),
    unavailable: random.chance(15) ? [{ from: EVENING, to: EVENING + 180 }] : [],
    ownBranchId: random.chance(20) ? `b${1 + random.below(3)}` : null,
    knownBranchIds: random.chance(30) ? ['b1'] : [],
    base: PLACES[random.below(4)] ?? null,
    mayLead: random.chance(45),
    lastVisits: random.chance(40) ? [{ branchId: `b${1 + random.below(3)}`, monthsAgo: 1 + random.below(6) }] : [],
    preferences: random.chance(20) ? [{ branchId: 'b2', liking: random.below(5) / 2 - 1 }] : [],
  };
}

function withExplicitPairs(random: Random, problem: PlanProblem): PlanProblem {
  const pairs = problem.specialists.flatMap(({ id: specialistId }) =>
    problem.meetings.flatMap(({ id: meetingId }) =>
      random.chance(70) ? [{ specialistId, meetingId, costs: { affinity: random.below(40) - 15 } }] : [],
    ),
  );
  return { ...problem, pairs };
}

/** Pins and a published plan, on pairs that may be ineligible. */
function withWishes(random: Random, problem: PlanProblem): PlanProblem {
  const { specialists, meetings } = problem;
  const every = specialists.flatMap((specialist) => meetings.map((meeting) => ({ specialist, meeting })));
  const pins = every.flatMap(({ specialist, meeting }) => {
    const kind: 'must' | 'must_not' = random.chance(50) ? 'must' : 'must_not';
    const interested = problem.pairs === null && specialist.ownBranchId === meeting.branchId;
    return random.chance(6) && !(interested && kind === 'must')
      ? [{ specialistId: specialist.id, meetingId: meeting.id, kind }]
      : [];
  });
  const assignments = every.flatMap(({ specialist, meeting }) =>
    random.chance(30)
      ? [
          {
            specialistId: specialist.id,
            meetingId: meeting.id,
            accepted: random.chance(15),
            price: 1 + random.below(3),
          },
        ]
      : [],
  );
  const published = {
    assignments,
    priceOfNew: 1 + random.below(2),
    changedMeetingIds: random.chance(30) ? ['m1'] : [],
  };
  const isRunning = randomFrom(problem.meetings.length * 7919 + assignments.length).chance(35);
  const settled = isRunning ? { ...published, settledBefore: EVENING + 90 + 60 * random.below(4) } : published;
  return { ...problem, pins, published: random.chance(40) ? settled : null };
}
