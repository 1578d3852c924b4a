import { newId } from '../../src/kernel/id.ts';
import { month } from '../../src/kernel/month.ts';
import { PlanMonth, Plans, type Solve, type SolveId, Solves } from '../../src/modules/planning/index.ts';
import { verify } from '../../src/solver/index.ts';
import { aLargeMonth } from '../support/a-large-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { onDatabase } from '../support/postgres.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';
import { until } from '../support/until.ts';

const DECEMBER = month('2020-12');

describe('a planning that somebody stops', () => {
  let cloned: ClonedDatabase;
  let service: TestService;
  beforeAll(async () => {
    cloned = await cloneDatabase();
    service = await aService({ databaseUrl: cloned.url });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(async () => {
    await service.end();
    await cloned.drop();
  });

  async function aMonth(meetings: number) {
    const committee = await aCommittee(service);
    await aLargeMonth(service, committee, { people: Math.ceil(meetings / 6), meetings });
    const person = (name: string) =>
      signIn(service, committee, {
        email: `${name}.${committee.committeeId.slice(-8)}@mau.example`,
        name,
        role: 'board',
      });
    const [one, other] = [await person('ban'), await person('pho')];
    const ask = () => service.as(committee, () => service.get(PlanMonth).execute(DECEMBER));
    const find = async (id: SolveId): Promise<Solve> => {
      const solve = await service.as(committee, () => service.get(Solves).find(id));
      if (!solve) throw new Error('there is no such planning');
      return solve;
    };
    const isOver = ({ state }: Solve) => state !== 'waiting' && state !== 'running';
    const stop = async (who: SignedInPerson, id: SolveId) =>
      (await browserOf(service, who).post(`/months/2020-12/plan/${id}/stop`, {})).status;
    const plan = () => service.as(committee, () => service.get(Plans).find(DECEMBER));
    return { committee, one, other, ask, find, isOver, stop, plan };
  }

  it('hands over the best plan so far, as far as it is proven, however often and by whom it is stopped', async () => {
    // So large that it is still at work when it is stopped; how large that is depends on the machine.
    for (let meetings = 400; ; meetings *= 2) {
      const { one, other, ask, find, isOver, stop, plan } = await aMonth(meetings);
      const id = await ask();
      await until(async () => {
        const solve = await find(id);
        return isOver(solve) || solve.progress?.hasPlan === true;
      }, 200);
      expect(await Promise.all([stop(one, id), stop(other, id), stop(one, id)])).toEqual([303, 303, 303]);
      await until(async () => isOver(await find(id)), 200);
      const [ended, made] = [await find(id), await plan()];
      if (!made) throw new Error('nothing was handed over');
      if (made.plan.stoppedBy !== 'cancelled' && meetings < 3200) continue;
      expect(ended).toMatchObject({ state: 'done', isStopping: false });
      expect(made).toMatchObject({ status: 'feasible', isVerified: false, plan: { stoppedBy: 'cancelled' } });
      const { ok, faults, proven } = verify(made.problem, made.plan);
      expect({ ok, faults, proven }).toEqual({ ok: true, faults: [], proven: 'feasible' });
      expect(made.plan.assignments.length).toBeGreaterThan(50);
      const { html } = await browserOf(service, one).open('/months/2020-12');
      expect(html).toContain('Dừng sớm');
      expect(html).not.toContain('Tối ưu');

      // Over is over: nothing changes any more, and whoever presses is told so.
      const late = await browserOf(service, other).post(`/months/2020-12/plan/${id}/stop`, {});
      expect(late.status).toBe(303);
      expect(await plan()).toEqual(made);
      const { rows } = await onDatabase(cloned.url, (client) =>
        client.query(`select 1 from audit_entries where action = 'plan.stop_asked_for' and subject_id = $1`, [id]),
      );
      expect(rows).toHaveLength(1);
      return;
    }
  });

  it('leaves the month as it was where it had not begun, and the next one is made', async () => {
    const { one, ask, find, isOver, plan, committee } = await aMonth(12);
    await service.as(committee, async () => {
      // Asked for and stopped in one: no worker has seen it yet.
      const id = await service.get(PlanMonth).execute(DECEMBER);
      expect(await service.get(PlanMonth).stop(id)).toBe('without_plan');
      expect(await service.get(PlanMonth).stop(id)).toBe('over');
      expect(await service.get(Solves).find(id)).toMatchObject({ state: 'cancelled' });
    });
    expect(await plan()).toBeNull();
    const next = await ask();
    await until(async () => isOver(await find(next)));
    expect(await find(next)).toMatchObject({ state: 'done' });
    expect((await plan())?.status).toBe('optimal');
    const call = apiOf(service, one);
    const stopped = await call<{ state: string }>('POST', `/months/2020-12/plan/solves/${next}/stop`);
    expect(stopped).toMatchObject({ status: 200, body: { state: 'done' } });
    const unknown = await call('POST', `/months/2020-12/plan/solves/${newId()}/stop`);
    expect(unknown.status).toBe(404);
  });
});
