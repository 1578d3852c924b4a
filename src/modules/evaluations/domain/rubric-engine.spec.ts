import fc from 'fast-check';
import { someAnswers, withAttendance } from '../../../../test/fixtures/some-answers.ts';
import type { Answers } from './answers.ts';
import { bandOf } from './bands.ts';
import { compareRatios, hundredths, type Quantity, ratioOf } from './points.ts';
import { type Band, type BandScoring, type Criterion, type Rubric, ratingsOf } from './rubric.ts';
import { rubricFaults } from './rubric-validation.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';
import { SAMPLE_RUBRICS } from './rubrics/sample-rubrics.ts';
import { score } from './score.ts';

const words = { vi: 'x', en: 'x' };
const halfPoints = (most: number) => fc.integer({ min: 0, max: most * 2 }).map((n) => n / 2);

/** Bands that meet, each bound on one side or the other of its value; the better band never has fewer points. */
const anyBands = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 }),
    inUpper: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    points: fc.array(halfPoints(9), { minLength: 5, maxLength: 5 }),
    indicator: fc.constantFrom('attendance' as const, 'speaking' as const, 'targets' as const),
  })
  .map(({ cuts, inUpper, points, indicator }): BandScoring => {
    const rising = [...cuts].sort((a, b) => a - b);
    const given = [...points.slice(0, rising.length).sort((a, b) => a - b), 10];
    const at = (n: number): Quantity => `${rising[n] ?? 0}%`;
    const bands = given.map((each, n): Band => ({
      ...(n === 0 ? {} : inUpper[n - 1] ? { from: at(n - 1) } : { above: at(n - 1) }),
      ...(n === rising.length ? {} : inUpper[n] ? { below: at(n) } : { upTo: at(n) }),
      points: each,
      text: words,
    }));
    return { by: 'bands', indicator, bands };
  });

const anyCriterion = fc.oneof(
  anyBands.map((scoring): Omit<Criterion, 'id'> => ({ title: words, maximum: 10, scoring })),
  fc.constant({ title: words, maximum: 10, scoring: { by: 'points', step: 0.5 } } as const),
);

/** A rubric of one sheet with two groups, a cap on the first one and a gate. */
const anyRubric = fc
  .record({
    criteria: fc.array(anyCriterion, { minLength: 2, maxLength: 6 }),
    capped: fc.boolean(),
    gated: fc.boolean(),
    unreachablePoints: fc.constantFrom('rescale' as const, 'grant' as const, 'leave' as const),
  })
  .map(({ criteria, capped, gated, unreachablePoints }): Rubric => {
    const all = criteria.map((each, n) => ({ ...each, id: `c${n}` }));
    const maximum = all.length * 10;
    const [sheet] = rubric42Hd.sheets;
    if (!sheet) throw new Error('no sheet');
    return {
      ...rubric42Hd,
      id: 'any',
      policy: { ...rubric42Hd.policy, unreachablePoints },
      sheets: [
        {
          ...sheet,
          maximum,
          ratings: sheet.ratings.map((each) => ({ ...each, from: (each.from * maximum) / 100 })),
          groups: [
            { id: 'first', title: words, criteria: all.slice(0, 2) },
            ...(all.length > 2 ? [{ id: 'second', title: words, criteria: all.slice(2) }] : []),
          ],
          caps: capped ? [{ id: 'cap', criteria: ['c0', 'c1'], maximum: 12.5, text: words }] : [],
          gates: gated ? [{ id: 'gate', rating: 'good', full: ['c0'], otherwise: 'fair', text: words }] : [],
        },
      ],
    };
  });

const anyMeeting = fc
  .record({
    entitled: fc.integer({ min: 1, max: 200 }),
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
    given: fc.array(halfPoints(10), { minLength: 6, maxLength: 6 }),
  })
  .map(({ entitled, shares: [present = 0, speaking = 0, targets = 0], given }): Answers => {
    const there = Math.max(1, Math.floor(present * entitled));
    return someAnswers({
      ...withAttendance(there, entitled),
      speakers: Math.floor(speaking * there),
      targetsSet: 100,
      targetsMet: Math.floor(targets * 100),
      scores: Object.fromEntries(given.map((each, n) => [`c${n}`, each])),
    });
  });

describe('any rubric that is valid', () => {
  it('scores every form, between nothing and its maximum, by the rating of its points or a lower one', () => {
    fc.assert(
      fc.property(anyRubric, anyMeeting, (rubric, answers) => {
        expect(rubricFaults(rubric)).toEqual([]);
        const result = score(rubric, answers);
        expect(result.complete).toBe(true);
        expect(result.total).toBeGreaterThanOrEqual(0);
        expect(result.total).toBeLessThanOrEqual(result.maximum);
        const ids = ratingsOf(rubric).map(({ id }) => id);
        const byPoints = rubric.sheets[0]?.ratings.find(({ from }) => result.total >= hundredths(from))?.id ?? '';
        expect(ids.indexOf(result.rating?.id ?? '')).toBeGreaterThanOrEqual(ids.indexOf(byPoints));
      }),
    );
  });

  it('never takes points away for a better figure or for more points by hand', () => {
    fc.assert(
      fc.property(anyRubric, anyMeeting, fc.nat(5), (rubric, answers, n) => {
        const before = score(rubric, answers).total;
        const given = Number(answers.scores[`c${n}`] ?? 0);
        const better: Partial<Answers>[] = [
          { scores: { ...answers.scores, [`c${n}`]: Math.min(10, given + 0.5) } },
          { speakers: Math.min(answers.present, answers.speakers + 1) },
          { targetsMet: Math.min(100, (answers.targetsMet ?? 0) + 1) },
        ];
        for (const each of better) expect(score(rubric, { ...answers, ...each }).total).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('has one band for every value, and the better value never in a worse one', () => {
    const value = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 500 })).map(([numerator, denominator]) => ({
      numerator: Math.min(numerator, denominator),
      denominator,
    }));
    fc.assert(
      fc.property(anyBands, value, value, (scoring, a, b) => {
        const [low, high] = compareRatios(a, b) <= 0 ? [a, b] : [b, a];
        expect(bandOf(scoring, low).points).toBeLessThanOrEqual(bandOf(scoring, high).points);
      }),
    );
  });

  it('counts contradicting counts as the whole', () => {
    const scoring: BandScoring = {
      by: 'bands',
      indicator: 'attendance',
      bands: [
        { from: '90%', points: 4, text: words },
        { below: '90%', points: 1, text: words },
      ],
    };
    expect(bandOf(scoring, { numerator: 12, denominator: 10 }).points).toBe(4);
    expect(ratioOf('90%')).toEqual({ numerator: 90, denominator: 100 });
  });
});

describe('the sample rubrics', () => {
  it.each(SAMPLE_RUBRICS)('score a meeting of each kind with all its points: $id', (rubric) => {
    for (const meetingKind of ['regular', 'thematic', 'combined'] as const) {
      const criteria = rubric.sheets.flatMap(({ groups }) => groups.flatMap((group) => group.criteria));
      const scores = Object.fromEntries(
        criteria.flatMap(({ id, maximum, scoring }): [string, number | string][] => {
          if (scoring.by === 'points') return [[id, maximum]];
          return scoring.by === 'choice' ? [[id, scoring.options[0]?.value ?? '']] : [];
        }),
      );
      const result = score(rubric, someAnswers({ meetingKind, endedAt: '21:30', scores }));
      expect([result.missing, result.total, result.rating?.id]).toEqual([[], 10_000, 'good']);
    }
  });
});
