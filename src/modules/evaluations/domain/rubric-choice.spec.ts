import fc from 'fast-check';
import { MEETING_KINDS, type MeetingKind } from '../../../kernel/meeting-kind.ts';
import { day } from '../../../kernel/month.ts';
import { rubricFor, type RubricHead, rubricsInForce, tiesOf } from './rubric-choice.ts';
import type { RubricPurpose } from './rubric.ts';

const head = (
  id: string,
  effectiveFrom: string,
  more: Partial<Pick<RubricHead, 'version' | 'purpose' | 'kinds' | 'branchTypes'>> = {},
): RubricHead => ({ id, version: 1, effectiveFrom: day(effectiveFrom), purpose: 'routine', ...more });

const onDay = (on: string, kind: MeetingKind | null = null, branchType: string | null = null) => ({
  on: day(on),
  purpose: 'routine' as RubricPurpose,
  kind,
  branchType,
});

describe('the rubric of a day', () => {
  const rubrics = [head('new', '2025-12-01'), head('old', '2018-01-01'), head('old', '2018-01-01', { version: 2 })];

  it.each([
    ['2017-12-31', null, null],
    ['2018-01-01', 'old', 2],
    ['2025-11-30', 'old', 2],
    ['2025-12-01', 'new', 1],
  ])('on %s is %s in version %s', (on, id, version) => {
    const found = rubricFor(rubrics, onDay(on));
    expect([found?.id ?? null, found?.version ?? null]).toEqual([id, version]);
  });

  const beginning = [
    head('rewritten', '2025-12-01'),
    head('new', '2025-12-01'),
    head('inspection', '2025-12-01', { version: 3, purpose: 'targeted' }),
    head('rewritten', '2025-11-01', { version: 9 }),
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
        expect(rubricFor(heads, { ...onDay(on), purpose })?.id ?? null).toBe(id);
      }
    },
  );
});

const several = [
  head('general', '2018-01-01'),
  head('thematic', '2025-01-01', { kinds: ['thematic'] }),
  head('quarters', '2026-01-01', { branchTypes: ['KP', 'AP'] }),
  head('quarters-thematic', '2026-01-01', { branchTypes: ['KP'], kinds: ['thematic', 'combined'] }),
  head('general-2026', '2026-07-01'),
];

describe('of several rubrics in force at once', () => {
  it.each([
    ['2024-12-31', 'thematic', 'KP', 'general'],
    ['2025-01-01', 'thematic', 'KP', 'thematic'],
    ['2025-01-01', 'regular', 'KP', 'general'],
    ['2025-01-01', 'combined', null, 'general'],
    ['2026-01-01', 'thematic', 'KP', 'quarters-thematic'],
    ['2026-01-01', 'combined', 'KP', 'quarters-thematic'],
    ['2026-01-01', 'regular', 'KP', 'quarters'],
    ['2026-01-01', 'combined', 'AP', 'quarters'],
    ['2026-01-01', 'thematic', 'HC', 'thematic'],
    ['2026-06-30', 'regular', 'HC', 'general'],
    ['2026-07-01', 'regular', 'HC', 'general-2026'],
    ['2026-07-01', 'regular', 'KP', 'quarters'],
    ['2026-07-01', null, null, 'general-2026'],
  ] as const)('on %s a %s meeting of a branch of type %s is scored by %s', (on, kind, branchType, id) => {
    for (const heads of [several, several.toReversed()]) {
      expect(rubricFor(heads, onDay(on, kind, branchType))?.id).toBe(id);
    }
  });

  it('those that nothing can be scored by any more are not in force', () => {
    const ids = (on: string) => rubricsInForce(several, onDay(on)).map(({ id }) => id);
    expect(ids('2025-06-01')).toEqual(['general', 'thematic']);
    expect(ids('2026-12-31')).toEqual(['general-2026', 'quarters', 'thematic', 'quarters-thematic']);
  });
});

describe('a rubric that is published', () => {
  it.each([
    ['the general one again, later', head('next', '2027-01-01'), []],
    ['the general one again, from the same day', head('next', '2026-07-01'), ['general-2026']],
    ['a later version of itself from the same day', head('general-2026', '2026-07-01', { version: 2 }), []],
    [
      'one for combined meetings, beside that for quarters',
      head('c', '2027-01-01', { kinds: ['combined'] }),
      ['quarters'],
    ],
    [
      'one for combined meetings, before that for quarters begins',
      head('c', '2025-06-01', { kinds: ['combined'] }),
      ['quarters'],
    ],
    [
      'one for other branches, beside that for thematic meetings',
      head('s', '2027-01-01', { branchTypes: ['HC'] }),
      ['thematic'],
    ],
    ['one that only the most specific one keeps apart', head('q', '2027-01-01', { branchTypes: ['KP'] }), []],
    ['one for all meetings of quarters, later', head('q', '2027-01-01', { branchTypes: ['KP', 'AP'] }), ['thematic']],
    [
      'one for a kind and a type that the most specific one leaves',
      head('r', '2026-01-01', { branchTypes: ['KP'], kinds: ['regular'] }),
      [],
    ],
    [
      'one that shares a kind and the day with the most specific one',
      head('r', '2026-01-01', { branchTypes: ['KP'], kinds: ['regular', 'combined'] }),
      ['quarters-thematic'],
    ],
    ['one for targeted supervision', head('t', '2026-07-01', { purpose: 'targeted' }), []],
  ])('%s competes with %j', (_, added, ids) => {
    expect(tiesOf(several, added).map(({ id }) => id)).toEqual(ids);
  });

  const someHead = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      month: fc.integer({ min: 1, max: 4 }),
      kinds: fc.option(fc.subarray([...MEETING_KINDS], { minLength: 1 })),
      branchTypes: fc.option(fc.subarray(['KP', 'AP'], { minLength: 1 })),
    })
    .map(({ id, month, ...scope }) => head(id, `2026-0${month}-01`, scope));

  it('without ties is chosen alike in whatever order and under whatever names the rubrics come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(someHead, { selector: ({ id }) => id, maxLength: 5 }), (heads) => {
        const published: RubricHead[] = [];
        for (const each of heads) if (tiesOf(published, each).length === 0) published.push(each);
        const renamed = published.map((each, n) => ({ ...each, id: `z${published.length - n}`, was: each.id }));
        for (const branchType of [null, 'KP', 'AP']) {
          for (const kind of MEETING_KINDS) {
            const wanted = onDay('2026-12-31', kind, branchType);
            const found = rubricFor(published, wanted)?.id;
            expect(rubricFor(published.toReversed(), wanted)?.id).toBe(found);
            expect(rubricFor(renamed, wanted)?.was).toBe(found);
          }
        }
      }),
    );
  });
});
