import { month } from '../../../kernel/month.ts';
import { visitForm } from './form.ts';
import { formVersionOf, getFormVersion } from './form-versions.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';
import { someContext } from '../../../../test/fixtures/some-answers.ts';

describe('the version of a form', () => {
  const first = getFormVersion(1);
  const versions = [first, { version: 2, from: month('2021-01'), sections: () => [] }];

  it.each([
    ['2020-12', 1],
    ['2021-01', 2],
    ['2026-11', 2],
  ])('of %s is %i', (of, version) => {
    expect(formVersionOf(month(of), versions).version).toBe(version);
  });

  it('of a form that was sent is the one with which it was sent', () => {
    expect(visitForm(rubric42Hd, someContext, 1)).toEqual(visitForm(rubric42Hd, someContext));
    expect(() => visitForm(rubric42Hd, someContext, 99)).toThrow('version 99');
  });
});
