import { DomainError } from '../../../kernel/domain-error.ts';
import { STANDARD_POLICY } from './planning-policy.ts';
import { buildProblem } from './build-problem.ts';
import { month } from '../../../kernel/month.ts';
import { solveFailure } from './solve-failure.ts';

describe('why a month could not be planned', () => {
  const problem = buildProblem(
    {
      month: month('2020-12'),
      zone: 'Asia/Ho_Chi_Minh',
      fields: [],
      departments: ['d'],
      branches: [{ id: 'b', monthsSinceVisit: 1, weakFields: {}, openDirectives: 0 }],
      specialists: [],
      meetings: [],
      decisions: [],
    },
    STANDARD_POLICY,
  );
  const refused = (pointer: string) =>
    new DomainError('input.invalid', { count: 1 }, [{ pointer, code: 'problem.x', params: { min: 3 } }]);

  it.each([
    ['/branches/0/weakness', { kind: 'branches', id: 'b' }],
    ['/branches/7/weakness', null],
    ['/policy/seed', null],
    ['', null],
  ])('names whose facts they are, where they are somebody’s: %s', (pointer, of) => {
    const contradiction = { of, code: 'problem.x', params: { min: 3 } };
    expect(solveFailure(refused(pointer), problem)).toEqual({ contradictions: [contradiction] });
  });

  it('says nothing where the engine failed for another reason', () => {
    expect(solveFailure(new Error('out of memory'), problem)).toEqual({ contradictions: [] });
  });
});
