import { setImmediate as nextTurn } from 'node:timers/promises';
import { generateTinyMonth } from '../../../../test/generate/tiny-month.ts';
import { newId } from '../../../kernel/id.ts';
import { type Pin, type Plan, readProblem, solve } from '../../../solver/index.ts';
import { AskWhyNot } from './ask-why-not.ts';
import type { Engine } from './ports.ts';

describe('a month that people are likely to ask about', () => {
  const problem = readProblem({ ...generateTinyMonth(271), published: null, pins: [] });
  const [specialist, meeting] = [problem.specialists[0], problem.meetings[0]];
  const wish = { specialistId: specialist?.id ?? '', meetingId: meeting?.id ?? '' };
  let plan: Plan;
  beforeAll(async () => {
    plan = await solve(problem);
  });

  const engine = () => {
    const asked: string[] = [];
    const whyNot: Engine['whyNot'] = ({ key }) => {
      asked.push(key);
      return Promise.resolve({ kind: 'goes' });
    };
    return { asked, engine: { keepsMonthsOpen: true, whyNot } as Engine & { keepsMonthsOpen: boolean } };
  };
  const pinned = (pin: Partial<Pin>) => readProblem({ ...problem, pins: [{ ...wish, kind: 'must', ...pin }] });

  it('is opened once, whatever people change of it, and again once the engine has closed it', async () => {
    const { asked, engine: own } = engine();
    const why = new AskWhyNot(own);
    const id = newId<'Plan'>();
    for (const changed of [problem, pinned({ kind: 'must_not' }), problem]) {
      why.foresee({ id, problem: changed, plan }, () => wish);
      await nextTurn();
      await nextTurn();
    }
    expect(asked).toHaveLength(1);
    Object.assign(own, { keepsMonthsOpen: false });
    why.foresee({ id, problem, plan }, () => wish);
    await nextTurn();
    await nextTurn();
    expect(asked).toHaveLength(2);
  });

  it('is opened anew where a rule was overruled in it, or it is another plan', async () => {
    const { asked, engine: own } = engine();
    const why = new AskWhyNot(own);
    const id = newId<'Plan'>();
    const overruled = pinned({ kind: 'must', overrules: ['rotation_gap'] });
    for (const one of [
      { id, problem, plan },
      { id, problem: overruled, plan },
      { id: newId<'Plan'>(), problem, plan },
    ]) {
      why.foresee(one, () => wish);
      await nextTurn();
      await nextTurn();
    }
    expect(asked).toHaveLength(3);
  });
});
