import { month } from '../../../kernel/month.ts';
import { type AcceptedForm, formRatings } from './form-ratings.ts';
import { wishesOf } from './kept-calibration.ts';

const FORM: AcceptedForm = {
  observer: 'p1',
  branch: 'b1',
  month: month('2020-11'),
  meeting: 'm1',
  branchType: 'quarter',
  rubric: '42-hd',
  total: 4_350,
  maximum: 5_000,
  criteria: [
    { id: 'steps', points: 450 },
    { id: 'minutes', points: 100 },
  ],
};

describe('forms for the calibration', () => {
  it('have points of a hundred and the criteria of their own rubric', () => {
    expect(formRatings([FORM, { ...FORM, rubric: 'thematic' }])).toEqual([
      {
        ...{ observer: 'p1', branch: 'b1', month: '2020-11', meeting: 'm1', branchType: 'quarter', points: 87 },
        scores: { '42-hd/steps': 4.5, '42-hd/minutes': 1 },
      },
      {
        ...{ observer: 'p1', branch: 'b1', month: '2020-11', meeting: 'm1', branchType: 'quarter', points: 87 },
        scores: { 'thematic/steps': 4.5, 'thematic/minutes': 1 },
      },
    ]);
  });

  it('leave out what they do not have', () => {
    const bare = { ...FORM, meeting: null, branchType: null, total: null, criteria: [] };
    expect(formRatings([bare])).toEqual([{ observer: 'p1', branch: 'b1', month: '2020-11', scores: {} }]);
    expect(formRatings([{ ...FORM, maximum: 0 }])[0]).not.toHaveProperty('points');
  });
});

describe('wishes', () => {
  it('have each pair once, at its greatest worth', () => {
    const wish = (specialistId: string, worth: number) => ({ specialistId, branchId: 'b1', worth });
    const visit = (...wishes: ReturnType<typeof wish>[]) => ({
      ...{ observers: ['p1', 'p2'] as const, branch: 'b1', widestBefore: 2, widestAfter: 1, narrows: 0.1, wishes },
    });
    const doubleVisits = [visit(wish('p1', 40), wish('p2', 40)), visit(wish('p1', 100), wish('p3', 100))];
    expect(wishesOf({ doubleVisits })).toEqual([wish('p1', 100), wish('p2', 40), wish('p3', 100)]);
  });
});
