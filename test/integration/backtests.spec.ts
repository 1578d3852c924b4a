import type { Actor } from '../../src/kernel/actor.ts';
import type { BranchId, SpecialistId } from '../../src/kernel/id.ts';
import { type Day, day, month } from '../../src/kernel/month.ts';
import { Backtests, type BacktestId, StartBacktest } from '../../src/modules/planning/index.ts';
import { aBranch, aGround, aSpecialist, aVisit } from '../support/a-month.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

const DECEMBER = month('2020-12');

describe('a policy tried on months that are over', () => {
  let service: TestService;
  let committee: Actor;
  const people = {} as Record<'board' | 'leader', SignedInPerson>;
  beforeAll(async () => {
    service = await aService();
    await service.clock.moveTo(new Date('2020-12-05T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    const specialists: SpecialistId[] = [];
    for (const name of ['Nguyễn Thị Lan', 'Phạm Văn Minh', 'Lê Thị Nga']) {
      specialists.push((await aSpecialist(service, committee, ground, name)).id);
    }
    const branches: BranchId[] = [];
    for (let n = 0; n < 6; n += 1) branches.push(await aBranch(service, committee, ground));
    for (const [index, of] of ['2020-09', '2020-10', '2020-11'].entries()) {
      for (const [at, branchId] of branches.entries()) {
        const heldOn = `${of}-${String(3 + at).padStart(2, '0')}` as Day;
        const specialistId = specialists[(at + index) % 3];
        if (specialistId) await aVisit(service, committee, { branchId, specialistId, heldOn: day(heldOn) });
      }
    }
    for (const role of ['board', 'leader'] as const) {
      const email = `${role}.${committee.committeeId.slice(-8)}@mau.example`;
      people[role] = await signIn(service, committee, { email, name: 'Trần Văn Ban', role });
    }
  });

  const asBoard = <T>(work: () => Promise<T>) => service.work.as(people.board.actor, work);
  const start = (values: Readonly<Record<string, number>>, months = 6): Promise<BacktestId> =>
    asBoard(() => service.get(StartBacktest).execute(DECEMBER, months, values));
  const jobOf = (id: BacktestId) => asBoard(() => service.get(Backtests).job(id));
  const over = (id: BacktestId) =>
    until(async () => !['waiting', 'running'].includes((await jobOf(id))?.state ?? 'running'), 120);

  it('is replayed beside the policy in force, and its result is kept', async () => {
    const id = await start({ perDay: 1, rotationGapMonths: 0 });
    await over(id);
    expect((await jobOf(id))?.state).toBe('done');
    const { result, changes } = await asBoard(() => service.get(Backtests).get(id));
    expect(changes.map(({ field }) => field).sort()).toEqual(['perDay', 'rotationGapMonths']);
    const names = [result?.actual, result?.inForce, result?.tried].map((replay) => replay?.name);
    expect(names).toEqual(['actual', 'in_force', 'tried']);
    expect(result?.actual.months.map(({ name }) => name)).toEqual(['2020-09', '2020-10', '2020-11']);
    expect(result?.actual.total.visits).toBe(18);
    for (const replay of [result?.inForce, result?.tried]) {
      expect(replay?.months.map(({ status }) => status)).toEqual(['optimal', 'optimal', 'optimal']);
      expect(replay?.total.visits).toBeGreaterThan(0);
    }
    const { html, status } = await browserOf(service, people.leader).open(`/backtests/${id}`);
    expect(status).toBe(200);
    expect(html).toContain('Kết luận');
    expect(html.match(/<svg xmlns/g)).toHaveLength(3);
  });

  it('is one at a time: the same once more is the same, another is refused', async () => {
    const [one, two] = await Promise.all([start({ perDay: 1 }), start({ perDay: 1 })]);
    expect(two).toBe(one);
    const job = await jobOf(one);
    if (job?.state === 'waiting' || job?.state === 'running') {
      await expect(start({ perDay: 3 })).rejects.toMatchObject({ code: 'backtest.under_way' });
    }
    await over(one);
    expect(await start({ perDay: 1 })).not.toBe(one);
  });

  it('wants something that differs, in values that agree', async () => {
    await expect(start({ perDay: 2 })).rejects.toMatchObject({ code: 'backtest.nothing_tried' });
    await expect(start({ observersLeast: 3 })).rejects.toMatchObject({ code: 'plan.observers_contradict' });
  });

  it('is stopped by whoever started it, and changes nothing', async () => {
    const id = await start({ perWeek: 3 }, 24);
    await asBoard(() => service.get(StartBacktest).stop(id));
    await asBoard(() => service.get(StartBacktest).stop(id));
    await over(id);
    expect(['cancelled', 'done']).toContain((await jobOf(id))?.state);
    await asBoard(() => service.get(StartBacktest).stop(id));
  });

  it('says of a committee without earlier visits that there is nothing to replay', async () => {
    const other = await aCommittee(service);
    const board = await signIn(service, other, {
      email: `ban.${other.committeeId.slice(-8)}@mau.example`,
      name: 'Trần Văn Ban',
      role: 'board',
    });
    const id = await service.work.as(board.actor, () => service.get(StartBacktest).execute(DECEMBER, 6, { perDay: 1 }));
    const job = () => service.work.as(board.actor, () => service.get(Backtests).job(id));
    await until(async () => (await job())?.state === 'failed', 60);
    const { status } = await browserOf(service, board).open(`/backtests/${id}`);
    expect(status).toBe(200);
  });

  it('is started from a page, which keeps what was typed where it is refused', async () => {
    const browser = browserOf(service, people.board);
    const wrong = await browser.post('/backtests', { months: '6', perDay: 'hai' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="hai"');
    expect((await browser.post('/backtests', { months: '6', perDay: '2' })).status).toBe(422);
    const begun = await browser.post('/backtests', { months: '6', perDay: '1' });
    expect(begun.status).toBe(303);
    expect(begun.location).toMatch(/^\/backtests\/[0-9a-f-]{36}$/);
    expect((await browser.open('/backtests')).status).toBe(200);
    expect((await browserOf(service, people.leader).post('/backtests', { months: '6', perDay: '1' })).status).toBe(403);
    const id = (begun.location ?? '').replace('/backtests/', '') as BacktestId;
    expect((await browser.post(`/backtests/${id}/stop`)).status).toBe(303);
    await over(id);
  });
});
