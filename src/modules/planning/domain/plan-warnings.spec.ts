import { aSpecialistOf } from '../../../../test/fixtures/a-specialist.ts';
import { DEFAULT_POLICY, type Meeting, type PlanProblem, type Specialist } from '../../../solver/index.ts';
import { planWarnings, type WarningPolicy } from './plan-warnings.ts';
import { STANDARD_POLICY } from './planning-policy.ts';

const HERE = { lat: 10.76, lng: 106.7 };
/** About 22 km to the north, 29 km by road. */
const FAR = { lat: 10.96, lng: 106.7 };

const person = (facts: Partial<Specialist> = {}): Specialist => ({
  ...aSpecialistOf('BTC', 'nga'),
  base: HERE,
  lastVisits: [{ branchId: 'elsewhere', monthsAgo: 3 }],
  ...facts,
});

/** Local time of the committee, such as `2020-12-03 19:30`. */
const meeting = (id: string, at: string, place: Meeting['place'] = HERE): Meeting => {
  const start = Date.parse(`${at.replace(' ', 'T')}:00+07:00`) / 60_000;
  return { id, start, end: start + 90, place } as Meeting;
};

function warned(
  meetings: readonly Meeting[],
  people: readonly Specialist[] = [person()],
  who = 'nga',
  policy: WarningPolicy = STANDARD_POLICY.warnings,
): unknown[] {
  const others = [person({ id: 'old hand' })];
  const problem = { specialists: [...people, ...others], meetings, policy: DEFAULT_POLICY } as unknown as PlanProblem;
  return planWarnings(
    problem,
    meetings.map(({ id }) => ({ specialistId: who, meetingId: id })),
    policy,
  ).map((warning) => (Object.values(warning) as unknown[]).filter((value) => value !== 'nga'));
}

describe('what should be looked at before a plan is published', () => {
  const days = ['03', '03', '04', '07', '08', '09'];
  it.each<[string, readonly Meeting[], readonly Specialist[], unknown[]]>([
    ['two visits on a day', [meeting('a', '2020-12-03 07:30'), meeting('b', '2020-12-03 14:00')], [person()], []],
    [
      'three visits on a day',
      ['07:30', '10:00', '14:00'].map((time, i) => meeting(String(i), `2020-12-03 ${time}`)),
      [person()],
      [['many_in_day', '2020-12-03', 3]],
    ],
    [
      'two visits in an evening',
      [meeting('a', '2020-12-03 17:00'), meeting('b', '2020-12-03 19:30')],
      [person()],
      [['many_in_evening', '2020-12-03', 2]],
    ],
    ['one in the late afternoon', [meeting('a', '2020-12-03 16:59'), meeting('b', '2020-12-03 19:30')], [person()], []],
    ['five in a week', days.slice(1).map((d, i) => meeting(String(i), `2020-12-${d} 08:00`)), [person()], []],
    [
      'six in a week, from Monday',
      ['07', '08', '09', '10', '11', '13'].map((d, i) => meeting(String(i), `2020-12-${d} 08:00`)),
      [person()],
      [['many_in_week', '2020-12-07', 6]],
    ],
    ['a long way', [meeting('a', '2020-12-03 08:00', FAR)], [person()], [['long_way', 'a', 28.9]]],
    [
      'a meeting nobody knows the place of',
      [meeting('a', '2020-12-03 08:00', null)],
      [person()],
      [['place_unknown', 'a', 1]],
    ],
    ['somebody of unknown office', [meeting('a', '2020-12-03 08:00')], [person({ base: null })], [['base_unknown', 1]]],
    [
      'the first of the visits of somebody new',
      [meeting('b', '2020-12-04 08:00'), meeting('a', '2020-12-03 08:00')],
      [person({ lastVisits: [] })],
      [['newcomer_alone', 'a']],
    ],
  ])('names %s', (_, meetings, people, expected) => {
    expect(warned(meetings, people)).toEqual(expected);
  });

  it('warns by the committee’s own figures, and of nothing that it has left empty', () => {
    const twice = [meeting('a', '2020-12-03 07:30'), meeting('b', '2020-12-03 19:30', FAR)];
    const none = { day: null, evening: null, week: null, km: null, newcomerAlone: false };
    const people = [person({ lastVisits: [] })];
    expect(warned(twice, people, 'nga', none)).toEqual([]);
    expect(warned(twice, people, 'nga', { ...none, day: 2, km: 28 })).toEqual([
      ['many_in_day', '2020-12-03', 2],
      ['long_way', 'b', 28.9],
    ]);
  });

  it('does not take everybody for new where nobody’s earlier visits are known', () => {
    const people = [person({ lastVisits: [] })];
    const problem = { specialists: people, meetings: [meeting('a', '2020-12-03 08:00')], policy: DEFAULT_POLICY };
    const assignments = [{ specialistId: 'nga', meetingId: 'a' }];
    expect(planWarnings(problem as unknown as PlanProblem, assignments, STANDARD_POLICY.warnings)).toEqual([]);
  });

  it('has nothing against somebody new who is not alone', () => {
    const people = [person({ lastVisits: [] }), person({ id: 'hoa' })];
    const problem = { specialists: people, meetings: [meeting('a', '2020-12-03 08:00')], policy: DEFAULT_POLICY };
    const assignments = ['nga', 'hoa'].map((specialistId) => ({ specialistId, meetingId: 'a' }));
    expect(planWarnings(problem as unknown as PlanProblem, assignments, STANDARD_POLICY.warnings)).toEqual([]);
  });
});
