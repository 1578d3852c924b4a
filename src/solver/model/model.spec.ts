import { aSpecialistOf } from '../../../test/fixtures/a-specialist.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { DEFAULT_POLICY, type Branch, type Meeting } from '../problem.ts';
import { incompatibility, overlaps } from './cannot-attend-both.ts';
import { coverageValue, seatValues } from './coverage-value.ts';
import { metresBetween, travelMinutes } from './distance.ts';
import { exclusionsOf } from './exclusions.ts';
import { costTerms, ineligibilities } from './pair-evaluator.ts';

const market = { lat: 10.7587, lng: 106.7046 };
const hall = { lat: 10.7768, lng: 106.7009 };
const meeting: Meeting = {
  id: 'm',
  branchId: 'b',
  start: 1200,
  end: 1290,
  place: market,
  kind: 'regular',
  minObservers: 1,
  maxObservers: 3,
  value: null,
  valueIfNone: 7,
  valueOfExtra: 2,
  mandatory: false,
  needs: [
    { fieldId: 'land', weight: 3 },
    { fieldId: 'youth', weight: 1 },
  ],
  team: { differentDepartments: false, lead: false },
  departmentIds: null,
};
const branch: Branch = { id: 'b', monthsSinceVisit: 4, weakness: 0.5, openDirectives: 2, supervised: true };

describe('the way', () => {
  it('is measured within a thousandth of the great circle', () => {
    // 2,053 m by the haversine formula on a sphere with a radius of 6,371,008.8 m.
    expect(metresBetween(market, hall)).toBeGreaterThan(2050);
    expect(metresBetween(market, hall)).toBeLessThan(2056);
    expect(metresBetween({ lat: 0, lng: 179.9 }, { lat: 0, lng: -179.9 })).toBe(22_239);
  });

  it('takes whole minutes, rounded up, and none where a place is unknown', () => {
    const travel = { speedKmh: 20, detourPercent: 130, bufferMinutes: 10, maxKm: null };
    expect(travelMinutes(market, hall, travel)).toBe(9);
    expect(travelMinutes(market, null, travel)).toBe(0);
  });

  it('keeps two meetings apart by buffer and way, in either order', () => {
    const after = (minutes: number): Meeting => ({
      ...meeting,
      id: 'n',
      start: 1290 + minutes,
      end: 1400,
      place: hall,
    });
    expect(overlaps(meeting, after(18), DEFAULT_POLICY)).toBe(true);
    expect(overlaps(after(18), meeting, DEFAULT_POLICY)).toBe(true);
    expect(overlaps(meeting, after(19), DEFAULT_POLICY)).toBe(false);
  });
});

describe('a seat', () => {
  it('is worth what its branch has waited, lacks and owes', () => {
    expect(coverageValue(meeting, branch, DEFAULT_POLICY.coverage)).toBe(100 + 10 * 4 + 25 + 2 * 15 + 100);
    expect(coverageValue({ ...meeting, value: 9 }, branch, DEFAULT_POLICY.coverage)).toBe(9);
  });

  it('rises when the cycle is due, and again with each month that it is broken', () => {
    const due = (months: number): number =>
      coverageValue(
        meeting,
        { ...branch, monthsSinceVisit: months },
        { ...DEFAULT_POLICY.coverage, perMonthSinceVisit: 0 },
      );
    expect([due(6) - due(5), due(7) - due(6)]).toEqual([200, 200]);
  });

  it('counts most for the first observer and never more for a later one', () => {
    expect(seatValues(meeting, 50)).toEqual([57, 2, 2]);
    expect(seatValues({ ...meeting, valueOfExtra: 80 }, 50)).toEqual([57, 50, 50]);
  });
});

describe('a pair', () => {
  const an = {
    ...aSpecialistOf('office', 'an'),
    base: hall,
    fields: [{ fieldId: 'land', strength: 0.5 }],
    lastVisits: [{ branchId: 'b', monthsAgo: 7 }],
    preferences: [{ branchId: 'b', liking: 0.5 }],
  };

  it('keeps each of its costs by name', () => {
    expect(costTerms(an, meeting, DEFAULT_POLICY)).toEqual({
      expertise: 63,
      rotation: 30,
      travel: 21,
      familiarity: 10,
      preference: -10,
    });
  });

  it('is refused for every reason that holds', () => {
    const away = { from: 1289, to: 1300 };
    const policy = { ...DEFAULT_POLICY, rotationGapMonths: 7, travel: { ...DEFAULT_POLICY.travel, maxKm: 2 } };
    const strict = { ...meeting, departmentIds: ['front'] };
    expect(ineligibilities({ ...an, unavailable: [away], residenceBranchId: 'b' }, strict, policy)).toEqual([
      'leave',
      'conflict_of_interest',
      'rotation_gap',
      'department_rule',
      'too_far',
    ]);
    expect(ineligibilities({ ...an, unavailable: [{ from: 1290, to: 1300 }] }, meeting, DEFAULT_POLICY)).toEqual([]);
  });
});

describe('the matrix of meetings that exclude each other', () => {
  const shape = { seed: 3, specialists: 3, meetings: 70, spreadKm: 10 };

  it.each([
    ['by the clock and the branch', generateMonth(shape)],
    ['of explicit sets', { ...generateMonth(shape), conflicts: [{ meetingIds: ['m00001', 'm00004', 'm00002'] }] }],
    ['around the date line', { ...generateMonth(shape), meetings: acrossTheDateLine(generateMonth(shape).meetings) }],
  ])('says of every two what the relation says: %s', (_, problem) => {
    const { meetings } = problem;
    const excluded = incompatibility(problem);
    const exclusions = exclusionsOf(problem);
    meetings.forEach((a, i) => meetings.forEach((b, j) => expect(exclusions.has(i, j)).toBe(excluded(a, b))));
  });
});

function acrossTheDateLine(meetings: readonly Meeting[]): Meeting[] {
  return meetings.map((one, i) => ({ ...one, place: { lat: 10 + i / 100, lng: i % 2 === 0 ? 179.95 : -179.95 } }));
}
