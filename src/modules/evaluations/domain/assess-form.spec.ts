import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '../../../platform/project-root.ts';
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

  it('needs neither a package nor the service: a browser can load each file behind it', () => {
    const root = join(projectRoot, 'build/src');
    const files = ['modules/evaluations/domain/assess-form.js'];
    const faults: string[] = [];
    // The list grows while it is walked.
    for (const file of files) {
      const source = readFileSync(join(root, file), 'utf8');
      for (const [, imported = ''] of source.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'/gm)) {
        const path = posix.join(posix.dirname(file), imported);
        if (!/^(?:kernel|modules\/evaluations\/domain)\//.test(path)) faults.push(`${file} loads ${imported}`);
        else if (!files.includes(path)) files.push(path);
      }
      if (/\b(?:process|Buffer|require)\b[.(]/.test(source)) faults.push(`${file} is for the service only`);
    }
    expect(faults).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });
});
