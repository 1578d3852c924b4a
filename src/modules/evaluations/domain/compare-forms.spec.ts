import { type ComparedForm, compareForms } from './compare-forms.ts';
import { hundredths } from './points.ts';

const forms = (totals: readonly number[], more: Partial<ComparedForm> = {}): ComparedForm[] =>
  totals.map((total, n) => ({
    id: `f${n}`,
    branch: `Chi bộ ${n}`,
    specialist: `Người ${n}`,
    total: hundredths(total),
    words: null,
    ...more,
  }));
const outliers = (totals: readonly number[]) =>
  [...compareForms(forms(totals))].flatMap(([id, { outlier }]) => (outlier ? [id] : []));

describe('the forms of a month', () => {
  it.each<[string, readonly number[], string[]]>([
    ['are too few to have a middle', [95, 95, 95, 95, 95, 95, 40], []],
    ['are alike, and one lies more than ten points off', [95, 95, 95, 95, 95, 95, 95, 84.99], ['f7']],
    ['are alike, and one lies ten points off', [95, 95, 95, 95, 95, 95, 95, 85], []],
    ['are spread, so that nothing is far', [50, 60, 65, 70, 75, 80, 85, 95], []],
    ['have two that are far, on both sides', [20, 70, 71, 72, 73, 74, 75, 76, 77, 100], ['f0', 'f9']],
    ['are none', [], []],
  ])('%s: %j', (_, totals, expected) => expect(outliers(totals)).toEqual(expected));

  it('say from which middle a total is far', () => {
    const compared = compareForms(forms([20, 70, 71, 72, 73, 74, 75, 76]));
    expect(compared.get('f0')?.outlier).toEqual({ median: hundredths(72.5), forms: 8 });
  });

  it('are likely duplicates where their words are the same, and not where they say too little', () => {
    const [first, second, third] = forms([90, 80, 70]);
    if (!first || !second || !third) throw new Error('there are three forms');
    const compared = compareForms([{ ...first, words: 'a' }, { ...second, words: 'a' }, third]);
    expect([...compared.values()].map(({ sameWords }) => sameWords?.branch ?? null)).toEqual([
      'Chi bộ 1',
      'Chi bộ 0',
      null,
    ]);
  });
});
