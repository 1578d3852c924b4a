import fc from 'fast-check';
import { rubricMessages } from '../rubric-messages.ts';
import { day } from '../../../kernel/month.ts';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { rubricFor } from './rubric.ts';
import type { RubricHead, RubricPurpose } from './rubric.ts';
import { readRubric, rubricFaults } from './rubric-validation.ts';
import { gatedRubric, twoSheetRubric } from '../../../../test/fixtures/other-rubrics.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';
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
  it.each([rubric42Hd, gatedRubric, twoSheetRubric])('is valid as JSON: $id', (rubric) => {
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
    ['/yearly/3/ways/0', { averageFrom: 1 }, '/yearly/3', 'rubric.yearly_open'],
    ['/yearly/0/rating', 'superb', '/yearly/0', 'rubric.unknown_rating'],
  ])('is refused where %s is %j', (pointer, value, faultAt, code) => {
    expect(rubricFaults(changed(pointer, value))).toContainEqual(expect.objectContaining({ pointer: faultAt, code }));
    for (const locale of ['vi', 'en'] as const) expect(Object.keys(rubricMessages[locale])).toContain(`fault.${code}`);
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

describe('the rubric of a day', () => {
  const from = (id: string, effectiveFrom: string, version = 1, purpose: RubricPurpose = 'routine'): RubricHead => ({
    id,
    version,
    effectiveFrom: day(effectiveFrom),
    purpose,
  });
  const rubrics = [from('new', '2025-12-01'), from('old', '2018-01-01'), from('old', '2018-01-01', 2)];

  it.each([
    ['2017-12-31', null, null],
    ['2018-01-01', 'old', 2],
    ['2025-11-30', 'old', 2],
    ['2025-12-01', 'new', 1],
  ])('on %s is %s in version %s', (on, id, version) => {
    const found = rubricFor(rubrics, { on: day(on), purpose: 'routine' });
    expect([found?.id ?? null, found?.version ?? null]).toEqual([id, version]);
  });

  const beginning = [
    from('rewritten', '2025-12-01'),
    from('new', '2025-12-01'),
    from('inspection', '2025-12-01', 3, 'targeted'),
    from('rewritten', '2025-11-01', 9),
  ];

  it.each([
    ['routine', '2025-12-01', 'new'],
    ['targeted', '2025-12-01', 'inspection'],
    ['targeted', '2025-11-30', null],
    ['routine', '2025-11-30', 'rewritten'],
  ] as const)(
    'for a %s visit on %s, of several that begin together, is %s in whatever order they come',
    (purpose, on, id) => {
      for (const heads of [beginning, beginning.toReversed()]) {
        expect(rubricFor(heads, { on: day(on), purpose })?.id ?? null).toBe(id);
      }
    },
  );
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
