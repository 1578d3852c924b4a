import { DomainError } from '../../kernel/domain-error.ts';
import { generateMonth } from '../generate/month.ts';
import type { PlanProblem } from '../problem.ts';
import { solve } from './solve.ts';

const small = (): PlanProblem => generateMonth({ seed: 7, specialists: 12, meetings: 30, departments: 4 });

describe('solve', () => {
  it('gives the same plan for the same input, seed and any order of its lists', async () => {
    const problem = small();
    const turned: PlanProblem = {
      ...problem,
      specialists: [...problem.specialists].reverse(),
      meetings: [...problem.meetings].reverse(),
      branches: [...problem.branches].reverse(),
    };
    const [plan, again, other] = [await solve(problem), await solve(problem), await solve(turned)];
    const facts = ({ effort: _, ...rest }: typeof plan): unknown => rest;
    expect(plan.status).toBe('optimal');
    expect(facts(again)).toEqual(facts(plan));
    expect(facts(other)).toEqual(facts(plan));
  });

  it('names a pin that no plan can keep together with a leave', async () => {
    const problem = small();
    const [specialist, meeting] = [problem.specialists[0], problem.meetings[0]];
    if (specialist === undefined || meeting === undefined) throw new Error('an empty month');
    const away = { from: meeting.start - 60, to: meeting.start + 60 };
    const plan = await solve({
      ...problem,
      specialists: problem.specialists.map((one) =>
        one === specialist
          ? {
              ...one,
              unavailable: [away],
              conflictBranchIds: [],
              lastVisits: [],
              ownBranchId: null,
              residenceBranchId: null,
            }
          : one,
      ),
      pins: [{ specialistId: specialist.id, meetingId: meeting.id, kind: 'must' }],
    });
    expect(plan.status).toBe('infeasible');
    expect(plan.conflict).toEqual([
      { kind: 'unavailable', specialistId: specialist.id, ...away },
      { kind: 'pin', specialistId: specialist.id, meetingId: meeting.id, pin: 'must' },
    ]);
  });

  it('refuses a meeting that ends before it starts, and points at it', async () => {
    const problem = small();
    const wrong = { ...problem, meetings: problem.meetings.map((m, i) => (i === 3 ? { ...m, end: m.start } : m)) };
    const error = await solve(wrong).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).faults).toEqual([
      { pointer: '/meetings/3/end', code: 'problem.ends_before_start', params: expect.anything() as unknown },
    ]);
  });
});
