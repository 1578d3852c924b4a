import type { Actor } from '../../src/kernel/actor.ts';
import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import { type Day, day, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { PlanMonth, Plans, type SolveId, Solves } from '../../src/modules/planning/index.ts';
import { verify } from '../../src/solver/index.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { apiOf, type ApiReply, type Problem } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { onDatabase } from '../support/postgres.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';
import { until } from '../support/until.ts';

const DECEMBER = month('2020-12');
const PLAN = '/months/2020-12/plan';
const VARIANTS = `${PLAN}/variants`;
const PAGE = '/months/2020-12/variants';

interface Variant {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly isChosen: boolean;
  readonly isOutdated: boolean;
  readonly ownPolicy: Readonly<Record<string, unknown>>;
  readonly handMade: number;
  readonly visits: number;
  readonly uncovered: number;
  readonly peopleDiffering: number;
  readonly meetingsDiffering: number;
}
interface Variants {
  readonly policy: Readonly<Record<string, unknown>>;
  readonly items: readonly Variant[];
}

describe('the variants of a month', () => {
  let cloned: ClonedDatabase;
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let colleague: SignedInPerson;
  let people: readonly SpecialistId[];
  beforeAll(async () => {
    cloned = await cloneDatabase();
    service = await aService({ databaseUrl: cloned.url });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(async () => {
    await service.end();
    await cloned.drop();
  });
  beforeEach(async () => {
    committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    const person = (name: string, key: string) =>
      signIn(service, committee, {
        email: `${key}.${committee.committeeId.slice(-8)}@mau.example`,
        name,
        role: 'board',
      });
    board = await person('Trần Văn Ban', 'ban');
    colleague = await person('Lý Thị Phó', 'pho');
    const made: SpecialistId[] = [];
    for (const name of ['Nguyễn Thị Lan', 'Phạm Văn Minh', 'Lê Thị Nga']) {
      made.push((await aSpecialist(service, committee, ground, name)).id);
    }
    people = made;
    const meet = async (on: Day) => {
      const branchId = await aBranch(service, committee, ground);
      const at = { day: on, time: '19:30', minutes: 90, place: '', note: '' };
      await service.as(committee, () =>
        service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
      );
    };
    for (const on of ['2020-12-08', '2020-12-08', '2020-12-10', '2020-12-15', '2020-12-17', '2020-12-22']) {
      await meet(day(on));
    }
    await solved();
  });

  async function solved(): Promise<void> {
    const id = await service.as(committee, () => service.get(PlanMonth).execute(DECEMBER));
    await until(async () => (await solve(id))?.state === 'done');
  }
  const solve = (id: SolveId) => service.as(committee, () => service.get(Solves).find(id));
  const call = <T = Problem>(...request: Parameters<ReturnType<typeof apiOf>>) => apiOf(service, board)<T>(...request);
  const list = async () => (await call<Variants>('GET', VARIANTS)).body;
  const named = async (name: string): Promise<Variant> => {
    const found = (await list()).items.find((one) => one.name === name);
    if (!found) throw new Error(`there is no variant called ${name}`);
    return found;
  };
  const chosen = async (): Promise<Variant> => {
    const found = (await list()).items.find(({ isChosen }) => isChosen);
    if (!found) throw new Error('none is chosen');
    return found;
  };
  const copy = async <T = Variants>(name: string, id: string = newId()): Promise<ApiReply<T>> =>
    call<T>('POST', VARIANTS, { id, from: (await chosen()).id, name });
  const act = <T = Variants>(
    what: 'choice' | 'name',
    { id, revision }: Variant,
    body: object = {},
    who = board,
  ): Promise<ApiReply<T>> =>
    apiOf(service, who)<T>(
      what === 'choice' ? 'POST' : 'PATCH',
      `${VARIANTS}/${id}${what === 'choice' ? '/choice' : ''}`,
      body,
      { 'if-match': `"${revision}"` },
    );
  const make = async (name: string, values: object, id = newId()): Promise<void> => {
    const reply = await call('POST', `${VARIANTS}/solves`, { id, from: (await chosen()).id, name, values });
    expect(reply.status).toBe(202);
    await until(async () => !['waiting', 'running'].includes((await solve(id as string as SolveId))?.state ?? ''));
  };
  const planOf = (id: string) => service.as(committee, () => service.get(Plans).find(DECEMBER, id));
  /** Takes somebody off a meeting of a variant. */
  const takeOff = async ({ id, revision }: Variant): Promise<ApiReply<Problem>> => {
    const [duty] = (await planOf(id))?.plan.assignments ?? [];
    const action = { planId: id, kind: 'unassign', specialistId: duty?.specialistId, meetingId: duty?.meetingId };
    return call('POST', `${PLAN}/edits`, action, { 'if-match': `"${revision}"` });
  };
  const publish = async () => {
    const { id: planId, revision } = await chosen();
    return call('POST', `${PLAN}/publication`, { planId, revision });
  };

  it('begin as copies that are changed by hand without touching the other, and are compared with it', async () => {
    const id = newId();
    const copies = await Promise.all([copy('Sửa tay', id), copy('Sửa tay', id)]);
    expect(copies.map(({ status }) => status)).toEqual([200, 200]);
    expect((await list()).items).toMatchObject([
      { name: 'main', isChosen: true, isOutdated: false, meetingsDiffering: 0 },
      { name: 'Sửa tay', isChosen: false, isOutdated: false, handMade: 0, meetingsDiffering: 0 },
    ]);
    expect((await takeOff(await named('Sửa tay'))).status).toBe(200);
    expect((await list()).items).toMatchObject([
      { name: 'main', handMade: 0, uncovered: 0 },
      { name: 'Sửa tay', handMade: 1, uncovered: 1, peopleDiffering: 1, meetingsDiffering: 1 },
    ]);
    const page = (await browserOf(service, board).open(PAGE)).html.replace(/\s+/g, ' ');
    expect(page).toContain('1 người, 1 cuộc');
    const difference = (await browserOf(service, board).open(`${PAGE}/${id}`)).html;
    expect(difference).toContain('thôi dự');
    // The desk shows it, and what was done there is undone there.
    const desk = (await browserOf(service, board).open(`/months/2020-12/desk?variant=${id}`)).html;
    expect(desk).toContain(`"planId":"${id}"`);
    expect(desk).toContain('"variant":"Sửa tay"');
    const { revision } = await named('Sửa tay');
    const undone = await call('POST', `${PLAN}/edits/undo`, { planId: id }, { 'if-match': `"${revision}"` });
    expect(undone.status).toBe(200);
    expect(await named('Sửa tay')).toMatchObject({ handMade: 0, meetingsDiffering: 0 });
    expect((await chosen()).revision).toBe(1);
  });

  it('take what was decided with them, with who did and why', async () => {
    await takeOff(await chosen());
    const id = newId();
    await copy('Bản sao', id);
    const kept = await onDatabase(cloned.url, async (client) => {
      const sql = `select specialist_id, meeting_id, kind, made_at, made_by from plan_decisions where plan_id = $1`;
      return [(await client.query(sql, [(await chosen()).id])).rows, (await client.query(sql, [id])).rows];
    });
    expect(kept[0]).toHaveLength(1);
    expect(kept[1]).toEqual(kept[0]);
    expect(await named('Bản sao')).toMatchObject({ handMade: 1, isOutdated: false });
  });

  it('are planned by other choices, judged by them, and published so without the policy being changed', async () => {
    const wrong = { id: newId(), from: (await chosen()).id, name: 'Sai', values: { cycleDue: null, travel: 1001 } };
    const refused = await call('POST', `${VARIANTS}/solves`, wrong);
    expect(refused).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual(['/values/cycleDue', '/values/travel']);
    await make('Mỗi ngày một lượt', { perDay: 1, travel: 90, tierOrder: 'fit_first' });
    const made = await named('Mỗi ngày một lượt');
    expect(made.ownPolicy).toEqual({ perDay: 1, travel: 90, tierOrder: 'fit_first' });
    expect(made).toMatchObject({ isChosen: false, isOutdated: false });
    const { problem, plan } = (await planOf(made.id)) ?? {};
    if (!problem || !plan) throw new Error('it was not made');
    expect(problem.policy.weights.travel).toBe(90);
    expect(problem.policy.tiers.slice(0, 2)).toEqual(['coverage', 'quality']);
    expect(verify(problem, plan)).toMatchObject({ ok: true, proven: 'optimal' });
    const page = (await browserOf(service, board).open(PAGE)).html.replace(/\s+/g, ' ');
    expect(page).toContain('Nhiều nhất trong một ngày: 1 lượt dự (chính sách: 2 lượt dự)');

    expect((await act('choice', made)).status).toBe(200);
    const monthPage = (await browserOf(service, board).open('/months/2020-12')).html;
    expect(monthPage).not.toContain('Dữ liệu đã thay đổi sau khi lập bản nháp');
    const review = (await browserOf(service, board).open('/months/2020-12/plan/review')).html.replace(
      /<[^>]*>|\s+/g,
      ' ',
    );
    expect(review).toMatch(/lập theo lựa chọn riêng, khác chính sách của cấp ủy ở: .*Nhiều nhất trong một ngày: +1/);
    expect(await publish()).toMatchObject({ status: 201 });
    expect((await list()).items).toEqual([]);
    expect((await call<{ values: object }>('GET', '/policies/planning')).body).not.toMatchObject({
      values: { perDay: 1 },
    });
  });

  it('are planned again by their own choices, beside what people have chosen', async () => {
    await make('Ít đi xa', { travel: 200 });
    await act('choice', await named('Ít đi xa'));
    await solved();
    const proposal = await onDatabase(cloned.url, async (client) => {
      const sql = `select own_policy as own, is_chosen as chosen from plans where committee_id = $1 and name = 'proposal'`;
      return (await client.query<{ own: object; chosen: boolean }>(sql, [committee.committeeId])).rows;
    });
    expect(proposal).toEqual([{ own: { travel: 200 }, chosen: false }]);
    // It was proposed to that one: another one has nothing to do with it.
    await act('choice', await named('main'));
    expect((await browserOf(service, board).open('/months/2020-12/desk')).html).not.toContain('name="proposalId"');
  });

  it('are chosen by one of two who do it at once, and choosing twice is choosing once', async () => {
    await copy('A');
    await copy('B');
    const [a, b] = [await named('A'), await named('B')];
    const replies = await Promise.all([act('choice', a), act('choice', a), act('choice', a, {}, colleague)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    const both = await Promise.all([act('choice', b), act('choice', await named('main'), {}, colleague)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await list()).items.filter(({ isChosen }) => isChosen)).toHaveLength(1);
    // Somebody has changed it by hand since it was looked at.
    const before = await named('A');
    await takeOff(before);
    const stale = await act<Problem>('choice', before, {}, colleague);
    expect(stale).toMatchObject({ status: 412, body: { code: 'edit.stale' } });
  });

  it('are renamed and removed, each once, and never the chosen one', async () => {
    await copy('A');
    const a = await named('A');
    expect((await act('name', a, { name: '  Ít   đi xa ' })).status).toBe(200);
    const renamed = await named('Ít đi xa');
    expect(await act<Problem>('name', a, { name: 'Khác' })).toMatchObject({ status: 412 });
    expect((await act('name', renamed, { name: 'Ít đi xa' })).status).toBe(200);
    const removal = (one: Variant) =>
      call('DELETE', `${VARIANTS}/${one.id}`, undefined, { 'if-match': `"${one.revision}"` });
    expect(await removal(await chosen())).toMatchObject({ status: 409, body: { code: 'plan.variant_in_use' } });
    const now = await named('Ít đi xa');
    const twice = await Promise.all([removal(now), removal(now)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([204, 404]);
    expect((await list()).items).toHaveLength(1);
    expect(await act<Problem>('choice', now)).toMatchObject({ status: 404, body: { code: 'plan.variant_not_found' } });
  });

  it('say why one cannot be added, and keep what was typed', async () => {
    const browser = browserOf(service, board);
    const from = (await chosen()).id;
    const add = (fields: Readonly<Record<string, string>>, path = '') =>
      browser.post(`${PAGE}${path}`, { variantId: newId(), from, ...fields });
    expect(await add({ name: 'A' })).toMatchObject({ status: 303, location: PAGE });
    const taken = await add({ name: 'a' });
    expect(taken.status).toBe(409);
    expect(taken.html).toContain('đã có phương án tên “a”');
    const wrong = await add({ name: 'Gần hơn', travel: '5000', perDay: '', tierOrder: 'none' }, '/made');
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="Gần hơn"');
    expect(wrong.html).toContain('value="5000"');
    expect(wrong.html).toContain('Hãy ghi một số từ 0 đến 1.000.');
    for (const name of ['B', 'C', 'D', 'E']) expect((await add({ name })).status).toBe(303);
    const full = await add({ name: 'F' });
    expect(full.status).toBe(409);
    expect(full.html).toContain('Mỗi tháng giữ nhiều nhất 6 phương án');
    expect((await list()).items).toHaveLength(6);
  });

  it('say that facts have changed since, each by itself', async () => {
    await copy('A');
    await call('POST', '/absences', {
      specialistId: people[0],
      from: '2020-12-22',
      to: '2020-12-22',
      kind: 'leave',
    });
    await make('Sau khi đổi', { travel: 90 });
    const outdated = Object.fromEntries((await list()).items.map(({ name, isOutdated }) => [name, isOutdated]));
    expect(outdated).toEqual({ main: true, A: true, 'Sau khi đổi': false });
    await act('choice', await named('Sau khi đổi'));
    expect(await publish()).toMatchObject({ status: 201 });
  });

  it('keep the draft that a proposal on newer facts takes the place of, with its changes', async () => {
    await takeOff(await chosen());
    const before = await chosen();
    await call('POST', '/absences', { specialistId: people[2], from: '2020-12-22', to: '2020-12-22', kind: 'leave' });
    await solved();
    const browser = browserOf(service, board);
    const { html } = await browser.open('/months/2020-12/desk');
    expect(html).toContain('Bản đang có vẫn còn, thành một phương án khác của tháng.');
    const [, proposalId = ''] = /name="proposalId" value="([^"]+)"/.exec(html) ?? [];
    const fields = { planId: before.id, seen: String(before.revision), proposalId, whole: '1' };
    expect((await browser.post('/months/2020-12/desk/proposal', fields)).status).toBe(303);
    expect((await list()).items).toMatchObject([
      { id: proposalId, name: 'main', isChosen: true, isOutdated: false },
      { id: before.id, name: 'former-1', isChosen: false, isOutdated: true, handMade: 1 },
    ]);
    const former = await named('former-1');
    expect((await act('choice', former)).status).toBe(200);
    const { id, revision } = await chosen();
    expect((await call('POST', `${PLAN}/edits/undo`, { planId: id }, { 'if-match': `"${revision}"` })).status).toBe(
      200,
    );
    expect((await chosen()).handMade).toBe(0);
  });

  it('are read by leaders, who change nothing', async () => {
    await copy('A');
    const email = `lanhdao.${committee.committeeId.slice(-8)}@mau.example`;
    const leader = await signIn(service, committee, { email, name: 'Phạm Văn Hòa', role: 'leader' });
    const page = await browserOf(service, leader).open(PAGE);
    expect(page.html).toContain('Bản chính');
    expect(page.html).not.toContain('name="variantId"');
    expect((await act('choice', await named('A'), {}, leader)).status).toBe(403);
  });
});
