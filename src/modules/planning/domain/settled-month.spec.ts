import type { BranchId } from '../../../kernel/id.ts';
import { day, instantOf, month } from '../../../kernel/month.ts';
import { inputHash } from '../../../solver/index.ts';
import { buildProblem } from './build-problem.ts';
import { carriedBalance } from './carried-balance.ts';
import { draftChanges } from './draft-changes.ts';
import type { MeetingFacts, MonthFacts, SpecialistFacts } from './month-facts.ts';
import { STANDARD_POLICY } from './planning-policy.ts';
import { asWhenMade, begunSince } from './settled-month.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const at = (on: string, time = '19:30') => instantOf(day(on), time, ZONE);

const meeting = (id: string, on: string): MeetingFacts => ({
  id,
  branchId: `branch of ${id}` as BranchId,
  startsAt: at(on),
  endsAt: at(on, '21:00'),
  place: null,
  kind: 'regular',
});
const person = (id: string, facts: Partial<SpecialistFacts> = {}): SpecialistFacts => ({
  id,
  departmentId: 'BTC',
  fields: {},
  minVisits: 1,
  maxVisits: 4,
  target: 200,
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
const A = meeting('a', '2020-12-01');
const B = meeting('b', '2020-12-10');
const C = meeting('c', '2020-12-15');
const BRANCHES = [A, B, C, meeting('d', '2020-12-20')].map(({ branchId }) => ({
  id: branchId,
  monthsSinceVisit: 3,
  weakFields: {},
  openDirectives: 0,
}));
const factsOf = (meetings: readonly MeetingFacts[], more: Partial<MonthFacts> = {}): MonthFacts => ({
  month: month('2020-12'),
  zone: ZONE,
  fields: [],
  departments: ['BTC'],
  branches: BRANCHES,
  specialists: [person('p'), person('q')],
  meetings,
  decisions: [],
  ...more,
});

/** The draft's question, and today's facts as they are read on 2 December. */
const made = buildProblem(factsOf([A, B, C]), STANDARD_POLICY);
const NOW = at('2020-12-02', '08:00');
const today = (meetings: readonly MeetingFacts[], more: Partial<MonthFacts> = {}): MonthFacts =>
  factsOf(meetings, { settled: { before: begunSince(meetings, NOW), visits: {} }, ...more });

describe('a draft that was made before its first meeting began', () => {
  it.each<[string, MonthFacts, string | null]>([
    ['the meeting has begun, and nothing else', today([A, B, C]), null],
    ['a meeting that has begun was called off afterwards', today([B, C]), null],
    [
      'a meeting that has begun was held at another hour',
      today([{ ...A, startsAt: at('2020-12-01', '18:00') }, B, C]),
      null,
    ],
    ['a meeting that has begun was entered afterwards', today([A, B, C, meeting('d', '2020-12-01')]), null],
    [
      'a meeting that should have been is still to be held',
      today([{ ...A, ...meeting('a', '2020-12-12') }, B, C]),
      'meetings_moved',
    ],
    [
      'a meeting to come turns out to have been held',
      today([A, { ...B, ...meeting('b', '2020-12-01') }, C]),
      'meetings_moved',
    ],
    ['a meeting to come is moved', today([A, { ...B, ...meeting('b', '2020-12-11') }, C]), 'meetings_moved'],
    ['a meeting to come is called off', today([A, C]), 'meetings_gone'],
    ['a meeting to come is added', today([A, B, C, meeting('d', '2020-12-20')]), 'meetings_added'],
    [
      'somebody goes on leave',
      today([A, B, C], {
        specialists: [person('p', { absences: [{ from: day('2020-12-09'), before: day('2020-12-12') }] }), person('q')],
      }),
      'leaves',
    ],
    [
      'somebody has made a visit in the month',
      today([A, B, C], { settled: { before: null, visits: { p: 1 } } }),
      'people_changed',
    ],
    ['somebody is new', today([A, B, C], { specialists: [person('p'), person('q'), person('r')] }), 'people_added'],
  ])('is outdated or not, where %s', (_, facts, change) => {
    const now = buildProblem(asWhenMade(facts, made, NOW), STANDARD_POLICY);
    expect(draftChanges(made, now).map(({ kind }) => kind)).toEqual(change === null ? [] : [change]);
    expect(inputHash(now) === inputHash(made)).toBe(change === null);
  });

  it('is outdated by another policy', () => {
    const policy = { ...STANDARD_POLICY, roundPercent: 10 };
    const now = buildProblem(asWhenMade(today([A, B, C]), made, NOW), policy);
    expect(inputHash(now)).not.toBe(inputHash(made));
  });
});

describe('a draft that was made late', () => {
  it('keeps what was over when it was made, and is not outdated by what begins after that', () => {
    const late = buildProblem(today([A, B, C]), STANDARD_POLICY);
    const now = at('2020-12-11', '08:00');
    const facts = factsOf([A, B, C], { settled: { before: begunSince([A, B, C], now), visits: {} } });
    expect(inputHash(buildProblem(facts, STANDARD_POLICY))).not.toBe(inputHash(late));
    expect(inputHash(buildProblem(asWhenMade(facts, late, now), STANDARD_POLICY))).toBe(inputHash(late));
  });
});
