import { aSpecialistOf } from '../../../test/fixtures/a-specialist.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { conflictingPart } from '../model/conflicting-part.ts';
import { buildModel } from '../model/month-model.ts';
import type { Plan } from '../plan.ts';
import { mostVisits, type PlanProblem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { conflictCount } from '../shortage/conflict-count.ts';
import { namesOf } from '../sentences/names.ts';
import { Sentences } from '../sentences/sentences.ts';
import { verify } from '../verify/verify.ts';
import { highs } from './highs-engine.ts';
import { infeasibleCore } from './infeasible-core.ts';
import { search } from './search.ts';
import { solve } from './solve.ts';
import { Deadline } from './stop.ts';

/** So many meetings at one hour that must have somebody, and one person too few for them. */
function tooManyAtOnce(wanted: number): PlanProblem {
  const base = generateMonth({ seed: 1, specialists: wanted - 1, meetings: wanted + 20, calendar: 'one_evening' });
  const start = base.meetings[0]?.start ?? 0;
  return readProblem({
    ...base,
    meetings: base.meetings.map((one, i) => ({
      ...one,
      ...(i < wanted && { start, end: start + 60 }),
      mandatory: i < wanted,
      minObservers: 1,
      team: { differentDepartments: false, lead: false },
    })),
    specialists: base.specialists.map(({ id, departmentId }) => aSpecialistOf(departmentId, id)),
    policy: { ...base.policy, limits: [mostVisits(2, 'day')] },
  });
}

/** Each of the people must make more visits than there are seats for all of them. */
function tooManyPromised(): PlanProblem {
  const base = generateMonth({ seed: 3, specialists: 10, meetings: 20, maxObservers: 1, calendar: 'even' });
  return readProblem({
    ...base,
    meetings: base.meetings.map((one) => ({ ...one, minObservers: 1, mandatory: false })),
    specialists: base.specialists.map(({ id, departmentId }) => ({
      ...aSpecialistOf(departmentId, id),
      minVisits: id === 's0001' ? 3 : 2,
    })),
  });
}

/** Is aborted once it has been asked so many times. */
function abortedAfter(questions: number): { readonly aborted: boolean } {
  let asked = 0;
  return {
    get aborted() {
      asked += 1;
      return asked > questions;
    },
  };
}

/** Milliseconds. */
const A_DAY = 86_400_000;
const NEVER = new Deadline(A_DAY, undefined);

async function coreOf(problem: PlanProblem, deadline: Deadline): Promise<ReturnType<typeof infeasibleCore>> {
  const [engine, model] = [await highs(), buildModel(problem)];
  const { certificate } = search(engine, {
    model,
    seed: 0,
    nodeLimit: null,
    leafLimit: 100,
    deadline: NEVER,
    onProgress: () => undefined,
  });
  return infeasibleCore({ highs: engine, problem, model, certificate, leafLimit: 100, deadline });
}

/** The month with 61 meetings at one hour, solved once for all that is asked of it. */
const manyAtOnce = tooManyAtOnce(61);
let ofMany: Plan;
beforeAll(async () => {
  ofMany = await solve(manyAtOnce);
});

describe('the reasons of an impossible month', () => {
  it('are all needed, be they ever so many, and carry their proof', () => {
    const [problem, plan] = [manyAtOnce, ofMany];
    expect(plan.conflict).toEqual(
      problem.meetings.slice(0, 61).map(({ id }) => ({ kind: 'mandatory', meetingId: id })),
    );
    expect(plan.conflictMayBeSmaller).toBeUndefined();
    expect(verify(problem, plan)).toMatchObject({ ok: true, proven: 'infeasible', conflict: 'proven' });
  });

  it('contradict each other however early the search for them ends, and say so where some may be without need', async () => {
    const problem = tooManyAtOnce(13);
    let [early, whole] = [0, 0];
    for (let questions = 0; whole === 0; questions += 9) {
      const core = await coreOf(problem, new Deadline(A_DAY, abortedAfter(questions)));
      if (core === null) continue;
      if (core.isMinimal) whole += 1;
      else early += 1;
      if (core.isMinimal) expect(core.facts).toHaveLength(13);
      expect((await solve(conflictingPart(problem, core.facts))).status).toBe('infeasible');
    }
    expect(early).toBeGreaterThan(0);
  });

  it.each([['vi'], ['en']] as const)('are told as the count that shows them (%s)', (locale) => {
    const [problem, plan] = [manyAtOnce, ofMany];
    const count = conflictCount(problem, plan.conflict);
    expect(count).toMatchObject({ kind: 'shortage', witness: { kind: 'hour', wanted: 61, mayGo: 60 } });
    const say = new Sentences(locale, namesOf(problem));
    const [, head, ...lines] = say.headline(plan, count);
    expect(head).not.toBe(say.headline({ ...plan, conflictMayBeSmaller: true }, count)[1]);
    expect(lines).toEqual([expect.stringMatching(/61 .*60/)]);
  });

  it('are told as visits and seats where more is promised than there is', async () => {
    const problem = tooManyPromised();
    const { conflict } = await solve(problem);
    const count = conflictCount(problem, conflict);
    expect(count).toMatchObject({ kind: 'minima', promised: 21, seats: 20 });
    expect(new Sentences('vi', namesOf(problem)).conflict(conflict, count)).toEqual([
      '10 người phải dự cộng 21 lượt, mà 20 cuộc họp họ có thể dự chỉ nhận 20 lượt người.',
    ]);
  });

  it('are told one by one where they are few', () => {
    expect(conflictCount(tooManyAtOnce(5), [{ kind: 'once_per_branch' }])).toBeNull();
  });
});
