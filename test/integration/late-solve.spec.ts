import type { Actor } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/id.ts';
import { day, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { Engine } from '../../src/modules/planning/application/ports.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { WorkerEngine } from '../../src/modules/planning/infra/worker-engine.ts';
import { PlanMonth, Plans, type SolveId, Solves } from '../../src/modules/planning/index.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

const DECEMBER = month('2020-12');

/** The real engine, whose answer comes to nothing once its time is said to be up. */
describe('a planning whose time runs out before any plan is found', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let engine: Engine;
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    const real = new WorkerEngine();
    engine = service.app.get(Engine);
    engine.solve = async (...asked) => {
      const answer = await real.solve(...asked);
      return isLate ? { ...answer, plan: { ...answer.plan, status: 'unknown', assignments: [] } } : answer;
    };
  });
  afterAll(() => service.end());
  let isLate = false;
  beforeEach(async () => {
    isLate = false;
    committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    for (const on of ['2020-12-08', '2020-12-10']) {
      await aSpecialist(service, committee, ground);
      const branchId = await aBranch(service, committee, ground);
      const at = { day: day(on), time: '19:30', minutes: 90, place: '', note: '' };
      await service.as(committee, () =>
        service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
      );
    }
    board = await signIn(service, committee, {
      email: `ban.${committee.committeeId.slice(-8)}@mau.example`,
      name: 'Trần Văn Ban',
      role: 'board',
    });
  });

  const asBoard = <T>(work: () => Promise<T>) => service.work.as(board.actor, work);
  const run = (id: SolveId, variant?: Parameters<SolveMonth['execute']>[3]) =>
    asBoard(() => service.get(SolveMonth).execute(DECEMBER, id, new AbortController().signal, variant));
  const solved = async () => run(await asBoard(() => service.get(PlanMonth).execute(DECEMBER)));
  const draft = () => service.as(committee, () => service.get(Plans).findHeader(DECEMBER));
  const page = async (path = '/months/2020-12') => (await browserOf(service, board).open(path)).html;

  it('leaves the draft from before as it is, and says so with what can be done', async () => {
    await solved();
    const before = await draft();
    isLate = true;
    await solved();
    expect(await draft()).toEqual(before);
    const html = await page();
    expect(html).toContain('bản nháp trước đó giữ nguyên');
    expect(html).toContain('Hãy tăng thời gian tìm');
    const { body } = await apiOf(service, board)<{ state: string }>('GET', '/months/2020-12/plan/solves/latest');
    expect(body.state).toBe('failed');
    const kept = await apiOf(service, board)<{ assignments: number }>('GET', '/months/2020-12/plan');
    expect(kept.body.assignments).toBe(2);
    isLate = false;
    await solved();
    expect(await page()).not.toContain('Hết thời gian');
  });

  it('makes no empty draft where there was none', async () => {
    isLate = true;
    await solved();
    expect(await draft()).toBeNull();
    expect(await page()).toContain('Hết thời gian mà chưa tìm được kế hoạch nào.');
  });

  it('proposes nothing to a draft that people have changed', async () => {
    await solved();
    const header = await draft();
    const { specialistId, meetingId } = (
      await service.as(committee, () => service.get(Plans).listAssignments(header?.id ?? ('' as never)))
    )[0] ?? { specialistId: '', meetingId: '' };
    const edited = await apiOf(service, board)(
      'POST',
      '/months/2020-12/plan/edits',
      {
        planId: header?.id,
        kind: 'unassign',
        specialistId,
        meetingId,
      },
      { 'if-match': `"${header?.revision}"` },
    );
    expect(edited.status).toBeLessThan(300);
    const changed = await draft();
    isLate = true;
    await solved();
    expect(await draft()).toEqual(changed);
    expect(await service.as(committee, () => service.get(Plans).listDrafts(DECEMBER))).toHaveLength(1);
  });

  it('makes no variant, and the page of variants says why', async () => {
    await solved();
    const from = (await draft())?.id;
    if (!from) throw new Error('there is no draft');
    isLate = true;
    const wanted = { id: newId<'Plan'>(), name: 'Ít đi xa', from };
    await asBoard(() => service.get(PlanMonth).variant(DECEMBER, { ...wanted, chosen: {} }));
    await run(wanted.id as string as SolveId, { variant: { ...wanted, ownPolicy: {} } });
    const solve = await asBoard(() => service.get(Solves).findLatest(DECEMBER, 'variant'));
    expect(solve?.state).toBe('failed');
    expect(await service.as(committee, () => service.get(Plans).listDrafts(DECEMBER))).toHaveLength(1);
    expect(await page('/months/2020-12/variants')).toContain('hết thời gian mà máy chưa tìm được kế hoạch nào');
  });
});
