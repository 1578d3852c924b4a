import fc from 'fast-check';
import { rubricMessages } from '../rubric-messages.ts';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { readRubric, rubricFaults } from './rubric-validation.ts';
import { gatedRubric, twoSheetRubric } from '../../../../test/fixtures/other-rubrics.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';
import { SAMPLE_RUBRICS } from './rubrics/sample-rubrics.ts';
import { yearlyRating } from './yearly-rating.ts';
import { hundredths } from './points.ts';

type Loose = Record<string, never> & { sheets: [Loose] } & Record<string, unknown>;

/** A deep copy of the 42-HD data with one place set to another value. */
function changed(pointer: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(rubric42Hd)) as Loose;
  const path = pointer.slice(1).split('/');
  const last = path.pop() ?? '';
  let place: Record<string, unknown> = copy;
  for (const part of path) place = place[part] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return copy;
}

describe('the data of a rubric', () => {
  it.each([...SAMPLE_RUBRICS, gatedRubric, twoSheetRubric])('is valid as JSON: $id', (rubric) => {
    const copy: unknown = JSON.parse(JSON.stringify(rubric));
    expect(rubricFaults(copy)).toEqual([]);
    expect(readRubric(copy)).toEqual(rubric);
  });

  it('adds up to a hundred points over all criteria of the 42-HD table', () => {
    const maxima = rubric42Hd.sheets.flatMap((sheet) =>
      sheet.groups.flatMap((group) => group.criteria.map((each) => each.maximum)),
    );
    expect(maxima.reduce((sum, each) => sum + each, 0)).toBe(100);
  });

  const duration = '/sheets/0/groups/0/criteria/0';
  const attendance = '/sheets/0/groups/1/criteria/0';
  const targets = '/sheets/0/groups/6/criteria/0';
  const aBand = (bounds: object) => ({ ...bounds, points: 27, text: { vi: 'x', en: 'x' } });
  const aGate = (condition: unknown) => ({
    id: 'gate',
    rating: 'good',
    full: [],
    ...(condition === undefined ? {} : { condition }),
    otherwise: 'fair',
    text: { vi: 'x', en: 'x' },
  });
  it.each([
    ['/title/en', '', '/title/en', 'rubric.not_a_text'],
    ['/effectiveFrom', '2020-02-30', '/effectiveFrom', 'rubric.not_a_day'],
    ['/policy/unreachablePoints', 'guess', '/policy/unreachablePoints', 'rubric.not_one_of'],
    ['/policy/smallBranch', undefined, '/policy/smallBranch', 'rubric.missing'],
    ['/surprise', 1, '/surprise', 'rubric.unknown'],
    ['/sheets/0/kinds', ['regular', 'thematic'], '/sheets', 'rubric.sheets_of_kind'],
    ['/sheets/0/groups/1/criteria/0/id', 'duration', '/sheets/0/groups/1/criteria/0/id', 'rubric.twice'],
    [`${duration}/maximum`, 2.005, `${duration}/maximum`, 'rubric.not_points'],
    [`${duration}/scoring/cases/0/points`, 6, `${duration}/scoring/cases/0/points`, 'rubric.more_than_maximum'],
    [`${duration}/scoring/cases/1/when/value`, 0, `${duration}/scoring/cases/1/when`, 'rubric.unreachable_case'],
    [
      `${duration}/scoring/cases/0/when/value`,
      '1/2',
      `${duration}/scoring/cases/0/when/value`,
      'rubric.not_a_quantity',
    ],
    [
      `${duration}/scoring/cases/0/when`,
      { indicator: 'luck' },
      `${duration}/scoring/cases/0/when/is`,
      'rubric.missing',
    ],
    [`${duration}/scoring/cases/0/when`, {}, `${duration}/scoring/cases/0/when`, 'rubric.not_a_condition'],
    [`${duration}/scoring`, { by: 'dice' }, `${duration}/scoring/by`, 'rubric.not_one_of'],
    ['/sheets/0/caps/0/criteria', ['steps', 'duration'], '/sheets/0/caps/0/criteria', 'rubric.cap_over_groups'],
    ['/sheets/0/ratings/1/from', 90, '/sheets/0/ratings/1/from', 'rubric.order'],
    ['/sheets/0/ratings/3/from', 10, '/sheets/0/ratings/3/from', 'rubric.last_from_zero'],
    [`${targets}/scoring/bands/1/below`, '85%', `${targets}/scoring/bands/0`, 'rubric.bands_hole'],
    [`${targets}/scoring/bands/5/below`, '49.5%', `${targets}/scoring/bands/4`, 'rubric.bands_hole'],
    [`${targets}/scoring/bands/0/below`, '100%', `${targets}/scoring/bands/0`, 'rubric.bands_hole'],
    [
      `${targets}/scoring/bands/5`,
      aBand({ above: 0, below: '50%' }),
      `${targets}/scoring/bands/5`,
      'rubric.bands_hole',
    ],
    [`${targets}/scoring/bands/1/from`, '75%', `${targets}/scoring/bands/1`, 'rubric.bands_overlap'],
    [
      `${targets}/scoring/bands/1`,
      aBand({ from: '80%', upTo: '90%' }),
      `${targets}/scoring/bands/0`,
      'rubric.bands_overlap',
    ],
    [`${targets}/scoring/bands/1/below`, '80%', `${targets}/scoring/bands/1`, 'rubric.empty_band'],
    [`${targets}/scoring/bands/0/from`, 90, `${targets}/scoring/bands/0/from`, 'rubric.bound_beyond'],
    [`${targets}/scoring/bands/1/upTo`, '90%', `${targets}/scoring/bands/1`, 'rubric.two_bounds'],
    [`${targets}/scoring/bands/1/points`, 31, `${targets}/scoring/bands/1/points`, 'rubric.more_than_maximum'],
    [`${targets}/scoring/indicator`, 'luck', `${targets}/scoring/indicator`, 'rubric.unknown_measure'],
    [`${targets}/maximum`, 31, `${targets}/maximum`, 'rubric.maximum_out_of_reach'],
    [
      `${attendance}/automatic/0/when`,
      { indicator: 'absent_unexcused', is: '<', value: 0 },
      `${attendance}/automatic/0/when`,
      'rubric.never_holds',
    ],
    [`${attendance}/bonuses/0/when/in`, ['perhaps'], `${attendance}/bonuses/0/when/in/0`, 'rubric.not_one_of'],
    ['/sheets/0/maximum', 99, '/sheets/0/maximum', 'rubric.points_do_not_sum'],
    ['/sheets/0/maximum', 90, '/sheets/0/maximum', 'rubric.more_than_sheet'],
    [
      '/sheets/0/gates',
      [aGate({ indicator: 'attendance', is: '>', value: '100%' })],
      `/sheets/0/gates/0/condition`,
      'rubric.gate_never_met',
    ],
    [
      '/sheets/0/gates',
      [
        aGate({
          all: [
            { indicator: 'absent_unexcused', is: '>=', value: 1 },
            { not: { indicator: 'absent_unexcused', is: '>', value: 0 } },
          ],
        }),
      ],
      '/sheets/0/gates/0/condition',
      'rubric.gate_never_met',
    ],
    ['/sheets/0/gates', [aGate(undefined)], '/sheets/0/gates/0', 'rubric.empty_gate'],
    ['/kinds', ['regular', 'combined'], '/sheets', 'rubric.kind_not_meant'],
    ['/branchTypes', [], '/branchTypes', 'rubric.list_length'],
    ['/yearly/3/ways/0', { averageFrom: 1 }, '/yearly/3', 'rubric.yearly_open'],
    ['/yearly/0/rating', 'superb', '/yearly/0', 'rubric.unknown_rating'],
  ])('is refused where %s is %j', (pointer, value, faultAt, code) => {
    expect(rubricFaults(changed(pointer, value))).toContainEqual(expect.objectContaining({ pointer: faultAt, code }));
    for (const locale of ['vi', 'en'] as const) expect(Object.keys(rubricMessages[locale])).toContain(`fault.${code}`);
  });

  it.each([
    [[{ upTo: 0 }, { from: 1, upTo: 15 }, { from: 16 }], []],
    [[{ upTo: 0 }, { above: 0, below: 16 }, { above: 15 }], []],
    [[{ upTo: 0 }, { from: 2 }], ['rubric.bands_hole']],
    [[{ upTo: 1 }, { from: 1 }], ['rubric.bands_overlap']],
    [[{ upTo: 30 }], ['rubric.bands_hole']],
    [[{ above: 3, below: 4 }, {}], ['rubric.empty_band']],
  ])('measures a count by whole numbers: %j', (bands, codes) => {
    const scoring = {
      by: 'bands',
      indicator: 'minutes_short',
      bands: bands.map((each) => ({ ...aBand(each), points: 5 })),
    };
    expect(rubricFaults(changed(`${duration}/scoring`, scoring)).map(({ code }) => code)).toEqual(codes);
  });

  it('is refused with its faults, whatever else it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (raw) => {
        try {
          readRubric(raw);
          return false;
        } catch (error) {
          return isDomainError(error, 'input.invalid') && error.faults.length > 0;
        }
      }),
    );
  });

  it('is refused and not followed where a condition nests without end', () => {
    let condition: unknown = { indicator: 'members', is: '>=', value: 1 };
    for (let depth = 0; depth < 5_000; depth += 1) condition = { not: condition };
    const raw: unknown = { ...rubric42Hd, sheets: [{ ...rubric42Hd.sheets[0], gates: [{ condition }] }] };
    expect(rubricFaults(raw)).toContainEqual(expect.objectContaining({ code: 'rubric.too_deep' }));
  });
});

describe('the rating of a year', () => {
  const months = (good: number, fair: number, poor = 0, goodTotal = 95) => [
    ...Array.from({ length: good }, () => ({ total: hundredths(goodTotal), rating: 'good' })),
    ...Array.from({ length: fair }, () => ({ total: hundredths(80), rating: 'fair' })),
    ...Array.from({ length: poor }, () => ({ total: hundredths(40), rating: 'poor' })),
  ];

  it.each([
    ['ten good months of twelve and none below fair', months(10, 2), 'good', 'good'],
    ['ten good months whose average is below 90', months(10, 2, 0, 91), 'fair', 'good'],
    ['nine good months', months(9, 3, 0, 99), 'fair', 'good'],
    ['seven good months', months(7, 5), 'fair', 'good'],
    ['six good months', months(6, 6), 'fair', 'fair'],
    ['eleven good months and a poor one', months(11, 0, 1), 'average', 'fair'],
    ['a year of poor months', months(0, 0, 12), 'poor', 'poor'],
  ])('for %s', (_, year, byAverage, bySeven) => {
    expect([yearlyRating(rubric42Hd, year), yearlyRating(gatedRubric, year)]).toEqual([byAverage, bySeven]);
  });

  it('is none where no month was scored', () => {
    expect(yearlyRating(rubric42Hd, [])).toBeNull();
  });
});
