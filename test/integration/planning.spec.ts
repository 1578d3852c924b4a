import type { Actor } from '../../src/kernel/actor.ts';
import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import { day, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { PlanMonth, Plans, Solves } from '../../src/modules/planning/index.ts';
import { onDatabase } from '../support/postgres.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';
import { until } from '../support/until.ts';

const DECEMBER = month('2020-12');

/** The figures of the tiles at the head of a page. */
const figuresOf = (html: string): string[] =>
  [...html.matchAll(/class="tile-figure">([^<]*)/g)].map(([, figure]) => (figure ?? '').trim());

describe('the planning of a month', () => {
  let cloned: ClonedDatabase;
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  beforeAll(async () => {
    cloned = await cloneDatabase();
    service = await aService({ works: false, databaseUrl: cloned.url });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(async () => {
    await service.end();
    await cloned.drop();
  });
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    const email = `ban.${committee.committeeId.slice(-8)}@mau.example`;
    board = await signIn(service, committee, { email, name: 'Trần Văn Ban', role: 'board' });
    await addMeeting();
  });

  /** One for each branch, all at the same time. */
  async function addMeeting(): Promise<void> {
    const branchId = await aBranch(service, committee, ground);
    const on = { day: day('2020-12-10'), time: '19:30', minutes: 90, place: '', note: '' };
    await service.as(committee, () => service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...on }));
  }

  const ask = () => service.work.as(committee, () => service.get(PlanMonth).execute(DECEMBER));
  const stateOf = async (id: Awaited<ReturnType<typeof ask>>) =>
    (await service.as(committee, () => service.get(Solves).find(id)))?.state;
  const state = async () => ({
    solve: await service.as(committee, () => service.get(Solves).findLatest(DECEMBER)),
  });
  const page = async (path: string) => (await browserOf(service, board).open(path)).html.replace(/\s+/g, ' ');
  const loseJobs = () => onDatabase(cloned.url, (client) => client.query(`delete from jobs where name = 'plan.solve'`));

  /** Dissolves a branch to which records of the past still refer. */
  const dissolveBranchOf = async (specialistId: SpecialistId) => {
    const branchId = await aBranch(service, committee, ground);
    await aVisit(service, committee, { branchId, specialistId, heldOn: day('2020-10-05') });
    await onDatabase(cloned.url, async (client) => {
      const run = (sql: string) => client.query(sql, [branchId]);
      await run(`update visits set state = 'done' where branch_id = $1`);
      await run(
        `insert into conflicts_of_interest (committee_id, specialist_id, branch_id, reason)
         select committee_id, specialist_id, branch_id, 'relative' from visits where branch_id = $1`,
      );
      await run(`update specialists set own_branch_id = $1, residence_branch_id = $1
        where id in (select specialist_id from visits where branch_id = $1)`);
      await run(`update branches set archived_at = now() where id = $1`);
    });
  };

  it('is asked for once, and again where its job was given up with its process', async () => {
    await aSpecialist(service, committee, ground);
    const first = await ask();
    expect(await ask()).toBe(first);
    await loseJobs();
    const second = await ask();
    expect(second).not.toBe(first);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['failed', 'waiting']);
  });

  it('says so where nobody works it any more, and can be asked for again', async () => {
    await aSpecialist(service, committee, ground);
    const first = await ask();
    const { solve: before } = await state();
    expect(before).toMatchObject({ state: 'waiting', isAbandoned: false });
    await onDatabase(cloned.url, (client) =>
      client.query(
        `update jobs set state = 'running', holder = 1, started_at = now() where name = 'plan.solve' and state = 'waiting'`,
      ),
    );
    expect((await state()).solve).toMatchObject({ id: first, isAbandoned: true });
    const html = await page('/months/2020-12');
    expect(html).toContain('tiến trình xử lý nó không còn hoạt động');
    expect(html).toContain('action="/months/2020-12/plan"');
    const second = await ask();
    expect(second).not.toBe(first);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['failed', 'waiting']);
    expect(await page('/months/2020-12')).not.toContain('tiến trình xử lý nó không còn hoạt động');
  });

  it.each([
    ['failed', 'Lần lập kế hoạch vừa rồi gặp lỗi'],
    ['cancelled', 'Lần lập kế hoạch vừa rồi đã được dừng'],
  ] as const)('that %s says so on the page of the month, and can be asked for again', async (state, sentence) => {
    await aSpecialist(service, committee, ground);
    const id = await ask();
    expect(await page('/months/2020-12')).not.toContain(sentence);
    await service.as(committee, () => service.get(Solves).move(id, state));
    const html = await page('/months/2020-12');
    expect(html).toContain(sentence);
    expect(html).toContain('action="/months/2020-12/plan"');
  });

  it('that fails on facts that contradict each other says whose they are', async () => {
    const { id: specialistId } = await aSpecialist(service, committee, ground);
    const id = await ask();
    await service.as(committee, async () => {
      await service.get(Solves).move(id, 'running');
      await service.get(Solves).fail(id, {
        contradictions: [{ of: { kind: 'specialists', id: specialistId }, code: 'problem.min_above_max', params: {} }],
      });
    });
    expect(await page('/months/2020-12')).toContain('dữ liệu của tháng có chỗ mâu thuẫn (Lê Thị Nga)');
  });

  it('carries on to the next month what the published one left over, and says where it no longer fits', async () => {
    const JANUARY = month('2021-01');
    const nga = await aSpecialist(service, committee, ground, 'Lê Thị Nga');
    const hoa = await aSpecialist(service, committee, ground, 'Trần Thị Hoa');
    const mai = await aSpecialist(service, committee, ground, 'Phạm Thị Mai');
    const run = (sql: string, ...values: unknown[]) => service.as(committee, () => service.work.query(sql, values));
    const away = (id: string, from: string, before: string) =>
      run(
        `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
           values (current_committee(), gen_random_uuid(), $1, $2, $3, 'leave')`,
        id,
        from,
        before,
      );
    await run(`update specialists set carried_balance = 0.5 where id = $1`, nga.id);
    await away(mai.id, '2020-11-15', '2021-01-01');
    const planned = async (at: typeof DECEMBER) => {
      const id = await service.work.as(committee, () => service.get(PlanMonth).execute(at));
      await service.work.as(committee, () => service.get(SolveMonth).execute(at, id, new AbortController().signal));
      const plan = await service.as(committee, () => service.get(Plans).find(at));
      if (!plan) throw new Error('a plan was made');
      return plan;
    };
    const december = await planned(DECEMBER);
    // Nga is above her share, so the only visit is Hoa's; nothing is asked of Mai.
    expect(december.plan.assignments).toMatchObject([{ specialistId: hoa.id }]);
    const asked = (plan: typeof december, id: string) => plan.problem.specialists.find((one) => one.id === id);
    expect(asked(december, mai.id)).toMatchObject({ target: 0, minVisits: 0, balance: 0 });
    await browserOf(service, board).post('/months/2020-12/publish', { planVersion: december.id, seen: '1' });
    expect(await page('/months/2020-12/people')).toMatch(/Nghỉ cả tháng.*Phạm Thị Mai/);

    const branchId = await aBranch(service, committee, ground);
    const meeting = {
      kind: 'regular',
      day: day('2021-01-07'),
      time: '19:30',
      minutes: 90,
      place: '',
      note: '',
    } as const;
    await service.as(committee, () => service.get(AddMeeting).execute(JANUARY, { branchId, ...meeting }));
    const january = await planned(JANUARY);
    expect(january.problem.specialists.map(({ id }) => asked(january, id)?.balance)).toEqual(
      january.problem.specialists.map(({ id }) => ({ [nga.id]: -250, [hoa.id]: -200, [mai.id]: 0 })[id]),
    );
    expect(january.plan.assignments).toMatchObject([{ specialistId: nga.id }]);
    const people = await page('/months/2021-01/people');
    expect(people).toMatch(/Lê Thị Nga.*<summary>−2,5<\/summary>.*12\/2020: 0 lượt, phần 3 → −3.*Chuyển sang: \+0,5/);
    expect(people).toMatch(/Trần Thị Hoa.*<summary>−2<\/summary>.*12\/2020: 1 lượt, phần 3 → −2.*Chuyển sang: 0/);

    expect(await page('/months/2021-01')).toContain('href="/months/2021-01/publish"');
    await away(nga.id, '2021-01-07', '2021-01-08');
    for (const path of ['/months/2021-01', '/months/2021-01/people', '/months/2021-01/publish']) {
      const html = await page(path);
      expect([path, html]).toEqual([path, expect.stringContaining('bản nháp không còn đúng và chưa công bố được')]);
      expect(html).toContain('lịch bận của 1 người');
      expect(html).not.toContain('name="planVersion"');
    }
    const outdated = await page('/months/2021-01');
    expect(outdated).toContain('Bản nháp đã cũ, cần lập lại kế hoạch');
    expect(outdated).not.toContain('Tối ưu');
    expect(outdated).not.toContain('href="/months/2021-01/publish"');
    expect(outdated).toMatch(/Kế hoạch <span class="count">1</);
    const again = await planned(JANUARY);
    expect(again.plan.assignments).toMatchObject([{ specialistId: hoa.id }]);
    const html = await page('/months/2021-01');
    expect(html).toContain('So với bản nháp trước: 1 cuộc họp đổi người dự; 1 → 1 lượt dự.');
    expect(html).toMatch(/Lê Thị Nga → Trần Thị Hoa/);
  });

  describe('once it is made', () => {
    let works: TestService;
    let nga: SignedInPerson;
    let ngaId: SpecialistId;
    let planVersion: string;
    beforeAll(async () => (works = await aService({ serves: false, databaseUrl: cloned.url })));
    afterAll(() => works.end());
    beforeEach(async () => {
      await addMeeting();
      const specialist = await aSpecialist(service, committee, ground, 'Lê Thị Nga');
      ngaId = specialist.id;
      await dissolveBranchOf(ngaId);
      nga = await signIn(service, committee, { ...specialist, role: 'specialist', specialistId: ngaId });
      const id = await ask();
      await until(async () => !['waiting', 'running'].includes((await stateOf(id)) ?? ''));
      expect(await stateOf(id)).toBe('done');
      const plan = await service.as(committee, () => service.get(Plans).findHeader(DECEMBER));
      planVersion = plan?.id ?? '';
    });

    const publish = (version = planVersion) =>
      browserOf(service, board).post('/months/2020-12/publish', { planVersion: version, seen: '1' });
    const visits = () =>
      service.as(committee, () =>
        service.work.query<{ id: string }>(`select id from visits where plan_id = $1`, [planVersion]),
      );

    it('is published once however often one clicks', async () => {
      const clicks = await Promise.all([publish(), publish()]);
      expect(clicks.map(({ status, location }) => [status, location])).toEqual(Array(2).fill([303, '/months/2020-12']));
      expect(clicks[1]?.flash).toEqual(clicks[0]?.flash);
      expect((await publish('other')).status).toBe(409);
      expect(await visits()).toHaveLength(1);
      const byApi = () =>
        apiOf(service, board)('POST', '/months/2020-12/plan/publication', { planId: planVersion, revision: 1 });
      const [one, other] = await Promise.all([byApi(), byApi()]);
      expect(one).toMatchObject({
        status: 201,
        body: { visits: 1, mails: 1, noticeSymbol: expect.any(String) as string },
      });
      expect(other).toEqual(one);
    });

    it('is published once as well where it has no notice, as months that were imported', async () => {
      await publish();
      await service.as(committee, () =>
        service.work.query(`update plans set notice_id = null where id = $1`, [planVersion]),
      );
      expect(await publish()).toMatchObject({ status: 303, location: '/months/2020-12', flash: null });
      const reply = await apiOf(service, board)('POST', '/months/2020-12/plan/publication', {
        planId: planVersion,
        revision: 1,
      });
      expect(reply).toMatchObject({ status: 201, body: { visits: 1, mails: 1, noticeId: null, noticeSymbol: null } });
      expect(await visits()).toHaveLength(1);
    });

    it('leaves the variant alone that the board has chosen, and proposes beside it', async () => {
      const other = newId<'Plan'>();
      await service.as(committee, async () => {
        await service.work.query(`update plans set is_chosen = false where id = $1`, [planVersion]);
        await service.work.query(
          `insert into plans (committee_id, id, month, name, is_chosen, people, state, status, input_hash, is_verified, made_at)
           values (current_committee(), $1, '2020-12-01', 'fewer-trips', true, 1, 'draft', 'optimal', '', true, now())`,
          [other],
        );
        await service.work.query(
          `insert into plan_solutions (committee_id, plan_id, problem, result)
           select committee_id, $1, problem, result from plan_solutions where plan_id = $2`,
          [other, planVersion],
        );
      });
      const id = await ask();
      await until(async () => (await stateOf(id)) === 'done');
      const rows = await service.as(committee, () =>
        service.work.query<{ id: string; name: string; chosen: boolean }>(
          `select id, name, is_chosen as chosen from plans where month = '2020-12-01' order by name`,
        ),
      );
      expect(rows).toEqual([
        { id: other, name: 'fewer-trips', chosen: true },
        { id: planVersion, name: 'main', chosen: false },
        { id: expect.any(String) as string, name: 'proposal', chosen: false },
      ]);
      expect((await service.as(committee, () => service.get(Plans).findHeader(DECEMBER)))?.id).toBe(other);
    });

    it('keeps whom it sends on its pages when they leave the directory, and says who needs replacing', async () => {
      await publish();
      const published = await page('/months/2020-12');
      await onDatabase(cloned.url, (client) =>
        client.query(`update specialists set archived_at = now() where id = $1`, [ngaId]),
      );
      const without = await page('/months/2020-12');
      expect(without).toMatch(/Lê Thị Nga không còn trong danh bạ: Chi bộ Khu phố \d+ cần người khác/);
      expect(without).not.toContain('∞');
      expect(figuresOf(without)).toEqual(figuresOf(published));
      expect(figuresOf(published)).toContain('1 / 2');
      expect(await page('/months/2020-12/people')).toContain('Lê Thị Nga');
    });

    it('tells the board of each visit that is declined, and why, until its day is over', async () => {
      await publish();
      expect(await page('/months/2020-12')).not.toContain('Đi công tác');
      const [visit] = await visits();
      const reason = { reason: 'Đi công tác' };
      await apiOf(service, nga)('POST', `/visits/${visit?.id ?? ''}/decline`, reason, { 'if-match': '"1"' });
      const html = await page('/months/2020-12');
      expect(html).toMatch(/Lê Thị Nga không dự được Chi bộ Khu phố \d+: Đi công tác/);
      const repairs = /href="([^"]+)">Lê Thị Nga không dự được/.exec(html)?.[1] ?? '';
      const proposed = await page(repairs.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'));
      const meeting = /href="(\/meetings\/[^"?]+)"/.exec(proposed)?.[1] ?? '';
      expect(await page(meeting)).toMatch(/Lê Thị Nga.*Đi công tác/);
      await service.clock.moveTo(new Date('2020-12-11T02:00:00Z')); // the office's clock never goes back
      expect(await page('/months/2020-12')).not.toContain('Đi công tác');
    });
  });
});
