import fc from 'fast-check';
import { asHtmlPost, someAnswers, someContext } from '../../../../test/fixtures/some-answers.ts';
import { randomEntries } from '../../../../test/support/random-entries.ts';
import { SEED } from '../../../../test/support/seed.ts';
import { assessForm, type FormBasis } from './assess-form.ts';
import { visitForm } from './form.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';

const basis: FormBasis = { form: visitForm(rubric42Hd, someContext), rubric: rubric42Hd, context: someContext };

describe('what is said of a form as it is written', () => {
  it('is that it can be sent, once nothing is missing or wrong', () => {
    const assessed = assessForm(basis, asHtmlPost(someAnswers()));
    expect(assessed).toMatchObject({ faults: [], missing: [], warnings: [] });
    expect(assessed.answered.part).toBe(assessed.answered.whole);
    expect(assessed.score).toMatchObject({ complete: true, total: 10_000 });
  });

  it('tells what is missing from what contradicts', () => {
    const { faults, missing } = assessForm(basis, { ...asHtmlPost(someAnswers()), speakers: '41', notice: '' });
    expect(missing.map(({ pointer }) => pointer)).toEqual(['/notice']);
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/notice', 'answer.required'],
      ['/speakers', 'answer.more_than_present'],
    ]);
  });

  it('names the questions that the answers so far make needless', () => {
    expect(assessForm(basis, { meetingKind: 'regular' }).idle).toContain('/scores/thematic_content');
    expect(assessForm(basis, { meetingKind: 'combined' }).idle).toEqual([]);
  });

  it('is said of everything that can be sent, without a throw', () => {
    const counted = fc.property(randomEntries(basis.form), (entries) => {
      const { faults, missing, answered, score } = assessForm(basis, entries);
      expect(missing.every((fault) => faults.includes(fault))).toBe(true);
      expect(answered.part).toBeLessThanOrEqual(answered.whole);
      // What a form still needs for its points is named as missing or wrong.
      if (faults.length === 0) expect(score.complete).toBe(true);
    });
    fc.assert(counted, { seed: SEED, numRuns: 300 });
  });
});
