import { generateMonth } from '../../../test/generate/month.ts';
import { solve } from '../engine/solve.ts';
import { whyNot } from '../explain/why-not.ts';
import type { PlanProblem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { withPins } from '../with-pins.ts';
import type { SolvedMonth } from './thread-messages.ts';
import { whyNotInWorker } from './why-not-in-worker.ts';

describe('questions asked of a thread', () => {
  const problem: PlanProblem = generateMonth({ seed: 21, specialists: 6, meetings: 28, departments: 3 });
  let month: SolvedMonth;
  let loads = 0;
  const load = (): Promise<SolvedMonth> => {
    loads += 1;
    return Promise.resolve(month);
  };
  const pairs = problem.specialists.map(({ id }, s) => ({
    specialistId: id,
    meetingId: problem.meetings[s * 3]?.id ?? '',
  }));

  beforeAll(async () => {
    month = { problem, plan: await solve(problem) };
  });

  it('opens a month once, and answers what the engine answers', async () => {
    const answers = await Promise.all(pairs.map((wish) => whyNotInWorker({ key: 'a month', load }, wish)));
    expect(loads).toBe(1);
    for (const [i, wish] of pairs.entries()) {
      const expected = await whyNot(month.problem, month.plan, wish);
      expect(answers[i]?.kind).toBe(expected.kind);
      if (expected.kind === 'costs_more') expect(answers[i]).toMatchObject({ tiers: expected.tiers });
    }
  });

  it('never answers about a plan or facts that were changed as it did about those before', async () => {
    const ground = readProblem(problem);
    const [first] = month.plan.assignments;
    if (!first) throw new Error('an empty plan');
    const wish = { specialistId: first.specialistId, meetingId: first.meetingId };
    const without = { ...month.plan, assignments: month.plan.assignments.slice(1) };
    const forbidden = withPins(ground, [...ground.pins, { ...wish, kind: 'must_not' }]);
    const { start: from = 0, end: to = 0 } = ground.meetings.find(({ id }) => id === wish.meetingId) ?? {};
    const isAway = (one: (typeof ground.specialists)[number]) =>
      one.id === wish.specialistId ? { ...one, unavailable: [{ from, to }] } : one;
    const away = readProblem({ ...ground, specialists: ground.specialists.map(isAway) });
    const ask = (key: string, solved: SolvedMonth) =>
      whyNotInWorker({ key, load: () => Promise.resolve(solved) }, wish);
    const states: [string, SolvedMonth][] = [
      ['as it was solved', { problem: ground, plan: month.plan }],
      ['without the visit', { problem: ground, plan: without }],
      ['with the visit forbidden', { problem: forbidden, plan: without }],
      ['away', { problem: away, plan: without }],
    ];
    const expected = ['goes', 'costs_more', 'costs_more', 'ineligible'];
    for (let round = 0; round < 2; round += 1) {
      const kinds: string[] = [];
      for (const [key, solved] of states) kinds.push((await ask(key, solved)).kind);
      expect(kinds).toEqual(expected);
    }
    const [answer, alike] = [
      await ask('once more', { problem: ground, plan: without }),
      await whyNot(ground, without, wish),
    ];
    if (alike.kind !== 'costs_more') throw new Error(`answered ${alike.kind}`);
    expect(answer).toMatchObject({ kind: 'costs_more', tiers: alike.tiers });
  });

  it('opens it again after an abort, and leaves other questions alone', async () => {
    const controller = new AbortController();
    const [wish = { specialistId: '', meetingId: '' }] = pairs;
    const given = whyNotInWorker({ key: 'a month', load }, wish, {}, controller.signal);
    const other = whyNotInWorker({ key: 'a month', load }, wish);
    controller.abort(new Error('no longer of interest'));
    await expect(given).rejects.toThrow('no longer of interest');
    expect((await other).kind).toBe((await whyNot(month.problem, month.plan, wish)).kind);
  });

  it('tells whoever asks what is wrong with a month, and goes on', async () => {
    const broken = { ...problem, departments: [] };
    const load = () => Promise.resolve({ problem: broken, plan: month.plan });
    const [wish = { specialistId: '', meetingId: '' }] = pairs;
    await expect(whyNotInWorker({ key: 'a broken month', load }, wish)).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const lost = whyNotInWorker({ key: 'a lost month', load: () => Promise.reject(new Error('not there')) }, wish);
    await expect(lost).rejects.toThrow('not there');
    expect((await whyNotInWorker({ key: 'a month', load: () => Promise.resolve(month) }, wish)).kind).not.toBe(
      'unknown',
    );
  });
});
