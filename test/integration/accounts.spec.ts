import type { Actor, Role } from '../../src/kernel/actor.ts';
import { addDays } from '../../src/kernel/month.ts';
import { HistoryReadModel } from '../../src/modules/audit/index.ts';
import { Accounts, Deputies, GrantRole, MakeSignInLink } from '../../src/modules/identity/index.ts';
import { aGround, aSpecialist } from '../support/a-month.ts';
import { aCommittee, aService, type TestService } from '../support/service.ts';
import { Visitor } from '../support/visitor.ts';

describe('the accounts of a committee', () => {
  let service: TestService;
  let committee: Actor;
  let administrator: Visitor;

  beforeAll(async () => (service = await aService({ works: false })));
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    administrator = (await someone('quan.tri', 'admin')).visitor;
  });

  /** Somebody with roles who has signed in by a link. */
  async function someone(address: string, ...roles: Role[]) {
    const email = `${address}-${committee.committeeId}@mau.example`;
    const { id, link } = await service.as(committee, async () => {
      const grant = (role: Role) => service.get(GrantRole).execute({ email, name: 'Lê Thị Trực', role });
      const [account] = await Promise.all(roles.map(grant));
      if (!account) throw new Error('nobody without a role');
      return { id: account.id, link: await service.get(MakeSignInLink).execute(account.id, committee.committeeId) };
    });
    const visitor = new Visitor(service);
    await visitor.post(link);
    await visitor.open('/account');
    return { id, email, visitor };
  }

  const mailsTo = async (address: string) =>
    (await service.as(committee, () => service.work.query(`select 1 from mails where to_address = $1`, [address])))
      .length;

  const isIn = async (visitor: Visitor) => (await visitor.open('/account')).status === 200;

  it('are listed with their roles and open sessions, for administrators alone', async () => {
    const leader = await someone('truong.ban', 'leader');
    const { html } = await administrator.open('/accounts');
    expect(html).toContain(leader.email);
    expect(html).toContain('1 phiên đang mở');
    expect((await leader.visitor.open('/accounts')).status).toBe(403);
  });

  it('are beside the number of things that the state of the service warns of', async () => {
    const { html: state } = await administrator.open('/service');
    const warnings = state.match(/notice-warning/g)?.length ?? 0;
    expect(warnings).toBeGreaterThan(0);
    const { html } = await administrator.open('/accounts');
    const [, counted] = /href="\/service"[^>]*>[^<]*<span class="count">(\d+)</.exec(html) ?? [];
    expect(Number(counted)).toBe(warnings);
  });

  it('stay found, sorted and on their page when something is done with one of them', async () => {
    const leader = await someone('truong.ban', 'leader');
    const list = '/accounts?q=truong.ban&sort=-name';
    const { html } = await administrator.open(list);
    const action =
      /action="(\/accounts\/[0-9a-f-]+\/link[^"]*)"/
        .exec(html)?.[1]
        ?.replaceAll('&amp;', '&')
        .replaceAll('&#x3D;', '=') ?? '';
    expect(action).toBe(`/accounts/${leader.id}/link?q=truong.ban&sort=-name`);
    expect(await administrator.post(action)).toMatchObject({ status: 303, location: list });
    const wrong = await administrator.post(action.replace('/link', '/address'), { email: 'khong-co' });
    expect([wrong.status, wrong.html.includes('value="truong.ban"')]).toEqual([422, true]);
  });

  it('are sorted by each column, either way', async () => {
    await someone('truong.ban', 'leader');
    const order = async (sort: string) => {
      const { html } = await administrator.open(`/accounts?sort=${sort}`);
      return [...html.matchAll(/<span class="sub">([a-z.]+)-[0-9a-f-]+@mau/g)].map(([, name]) => name);
    };
    for (const column of ['name', 'role', 'signed_in']) {
      expect(await order(`-${column}`)).toEqual((await order(column)).reverse());
    }
  });

  it('grow by an invitation, which mails a link', async () => {
    await administrator.open('/accounts');
    const email = `moi-${committee.committeeId}@mau.example`;
    const reply = await administrator.post('/accounts', { name: 'Phạm Văn Mời', email, role: 'leader' });
    expect(reply).toMatchObject({ status: 303, location: '/accounts' });
    expect((await administrator.open('/accounts')).html).toContain(email);
    const mails = await service.as(committee, () =>
      service.work.query<{ address: string }>(`select to_address as address from mails where to_address = $1`, [email]),
    );
    expect(mails).toHaveLength(1);
  });

  it('take no address that no mail server takes, and keep what was typed', async () => {
    await administrator.open('/accounts');
    const reply = await administrator.post('/accounts', {
      name: 'Phạm Văn Mời',
      email: 'mời@mau.example',
      role: 'leader',
    });
    expect(reply.status).toBe(422);
    expect(reply.html).toContain('Có phải là moi@mau.example?');
    expect(reply.html).toContain('value="Phạm Văn Mời"');
  });

  it('lose a role, and with the last one every open session, at once', async () => {
    const leader = await someone('truong.ban', 'leader', 'board');
    await administrator.open('/accounts');
    await administrator.post(`/accounts/${leader.id}/roles/board/take`);
    expect(await isIn(leader.visitor)).toBe(true);
    await administrator.post(`/accounts/${leader.id}/roles/leader/take`);
    expect(await isIn(leader.visitor)).toBe(false);
    expect((await administrator.open('/accounts')).html).not.toContain(leader.email);
  });

  it('are signed out everywhere, mailed links included, and may come again', async () => {
    const leader = await someone('truong.ban', 'leader');
    const link = await service.as(committee, () =>
      service.get(MakeSignInLink).execute(leader.id, committee.committeeId),
    );
    await administrator.open('/accounts');
    await administrator.post(`/accounts/${leader.id}/sign-out`);
    expect(await isIn(leader.visitor)).toBe(false);
    expect((await new Visitor(service).post(link)).status).toBe(410);
    expect(await administrator.post(`/accounts/${leader.id}/link`)).toMatchObject({ status: 303 });
  });

  it('always keep an administrator, also when two take the role from each other at once', async () => {
    const [one] = await service.as(committee, () =>
      service.work.query<{ id: string }>(`select account_id as id from memberships where role = 'admin'`),
    );
    await administrator.open('/accounts');
    expect((await administrator.post(`/accounts/${one?.id ?? ''}/roles/admin/take`)).status).toBe(409);

    const other = await someone('quan.tri.2', 'admin');
    await other.visitor.open('/accounts');
    await Promise.all([
      administrator.post(`/accounts/${other.id}/roles/admin/take`),
      other.visitor.post(`/accounts/${one?.id ?? ''}/roles/admin/take`),
    ]);
    const left = await service.as(committee, () =>
      service.work.query<{ id: string }>(`select account_id as id from memberships where role = 'admin'`),
    );
    expect(left).toHaveLength(1);
  });

  it('are shut at once, keep their roles, and come in again once they are open', async () => {
    const leader = await someone('truong.ban', 'leader');
    const link = await service.as(committee, () =>
      service.get(MakeSignInLink).execute(leader.id, committee.committeeId),
    );
    await administrator.open('/accounts');
    const disable = () => administrator.post(`/accounts/${leader.id}/disable`);
    expect([(await disable()).status, (await disable()).status]).toEqual([303, 303]);
    expect(await isIn(leader.visitor)).toBe(false);
    expect((await new Visitor(service).post(link)).status).toBe(410);
    expect((await administrator.post(`/accounts/${leader.id}/link`)).status).toBe(409);
    expect((await administrator.open('/accounts')).html).toContain('Đã khóa');
    // A request without a session gets no link.
    await new Visitor(service).post('/sign-in/link', { email: leader.email });
    expect(await mailsTo(leader.email)).toBe(0);
    await administrator.post(`/accounts/${leader.id}/enable`);
    await administrator.post(`/accounts/${leader.id}/link`);
    expect(await mailsTo(leader.email)).toBe(1);
  });

  it('are not shut by themselves, nor the last administrator by anybody', async () => {
    const [own] = await service.as(committee, () =>
      service.work.query<{ id: string }>(`select account_id as id from memberships where role = 'admin'`),
    );
    await administrator.open('/accounts');
    expect((await administrator.post(`/accounts/${own?.id ?? ''}/disable`)).status).toBe(409);
    const other = await someone('quan.tri.2', 'admin');
    await other.visitor.open('/accounts');
    await Promise.all([
      administrator.post(`/accounts/${other.id}/disable`),
      other.visitor.post(`/accounts/${own?.id ?? ''}/disable`),
    ]);
    expect([await isIn(administrator), await isIn(other.visitor)].filter(Boolean)).toHaveLength(1);
  });

  it('get another address, which ends what the wrong one may have opened', async () => {
    const leader = await someone('truong.bam', 'leader');
    await administrator.open('/accounts');
    const correct = (email: string) => administrator.post(`/accounts/${leader.id}/address`, { email });
    expect((await correct('trưởng.ban@mau.example')).html).toContain('Có phải là truong.ban@mau.example?');
    const taken = await someone('da.co', 'board');
    expect((await correct(taken.email)).status).toBe(409);
    const right = `truong.ban-${committee.committeeId}@mau.example`;
    expect((await correct(right)).status).toBe(303);
    expect((await correct(right)).status).toBe(303);
    expect(await isIn(leader.visitor)).toBe(false);
    expect([await mailsTo(leader.email), await mailsTo(right)]).toEqual([0, 1]);
    const { html } = await administrator.open(`/accounts?q=${right}`);
    expect(html).toContain('Thư liên kết đang chờ gửi');
    expect(html).not.toContain(`<span class="sub">${taken.email}`);
  });

  it('act for others for some days, and what they do so is told as on their behalf', async () => {
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    const [leader, deputy] = [await someone('truong.ban', 'board'), await someone('pho.ban', 'leader')];
    await administrator.open('/accounts');
    const name = (from: string, to: string, deputyId: string = deputy.id) =>
      administrator.post('/accounts/deputies', { holder: `${leader.id}/board`, deputyId, from, to });
    expect((await name('', '')).html).toContain('Hãy ghi ngày');
    expect((await name('20/11/2020', '24/11/2020')).status).toBe(422);
    expect((await name('26/11/2020', '30/11/2020', leader.id)).status).toBe(422);
    const mayPlan = async () => (await deputy.visitor.open('/months/2020-12/calendar/add')).status !== 403;
    expect(await mayPlan()).toBe(false);
    expect((await name('25/11/2020', '30/11/2020')).status).toBe(303);
    expect((await name('25/11/2020', '30/11/2020')).status).toBe(303);
    expect(await mayPlan()).toBe(true);

    await deputy.visitor.open('/policy/duty');
    const { html } = await deputy.visitor.open('/policy/duty');
    const seen = /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '';
    const sent = { shown: '2020-11', from: '2020-12', seen, answerWorkdays: '2', formWorkdays: '5' };
    expect((await deputy.visitor.post('/policy/duty', sent)).status).toBe(303);
    const trail = await service.as(committee, () =>
      service.get(HistoryReadModel).list({ kind: 'policy', id: 'duty' }, 1),
    );
    const told = (await deputy.visitor.open('/policy/duty')).html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(told).toContain('Lê Thị Trực (thay mặt Lê Thị Trực): từ tháng 12/2020');
    await leader.visitor.open('/policy/duty');
    const stale = (await leader.visitor.post('/policy/duty', { ...sent, answerWorkdays: '3' })).html;
    expect(stale).toContain('Lê Thị Trực (thay mặt Lê Thị Trực) đã sửa mục này lúc');
    const holders = async (role: 'board' | 'leader') =>
      (await service.as(committee, () => service.get(Accounts).list(role))).map(({ id }) => id);
    // Mails of a role also go to its deputies, who still get those of their own role.
    expect(await holders('board')).toEqual(expect.arrayContaining([leader.id, deputy.id]));
    expect(await holders('leader')).not.toContain(leader.id);
    expect(trail).toMatchObject([{ by: 'Lê Thị Trực', onBehalfOf: 'Lê Thị Trực', details: { onBehalfOf: leader.id } }]);
    // What a person may do in their own role is not done on anybody's behalf.
    await deputy.visitor.post('/account/profile', { name: 'Phó Ban', locale: 'vi' });
    const own = await service.as(committee, () =>
      service.get(HistoryReadModel).list({ kind: 'account', id: deputy.id }, 5),
    );
    expect(own.map(({ onBehalfOf }) => onBehalfOf).filter((of) => of !== null)).toEqual([]);

    const listed = (await administrator.open('/accounts')).html;
    const [, id = ''] = /\/accounts\/deputies\/([0-9a-f-]+)\/end/.exec(listed) ?? [];
    expect(listed.match(/deputies\/[0-9a-f-]+\/end/g)).toHaveLength(1);
    for (const ended of [id, id]) {
      expect((await administrator.post(`/accounts/deputies/${ended}/end`)).status).toBe(303);
    }
    expect((await administrator.post(`/accounts/deputies/${deputy.id}/end`)).status).toBe(404);
    expect(await mayPlan()).toBe(false);
    expect(await holders('board')).not.toContain(deputy.id);
    await name('25/11/2020', '30/11/2020');
    await service.clock.moveTo(new Date('2020-11-30T16:59:00Z'));
    expect(await mayPlan()).toBe(true);
    await service.clock.moveTo(new Date('2020-11-30T17:00:00Z'));
    expect(await mayPlan()).toBe(false);
  });

  it('of administrators are left alone by a deputy, who names no deputies and takes no role', async () => {
    const deputy = await someone('pho.ban', 'leader');
    const [own] = await service.as(committee, () =>
      service.work.query<{ id: string }>(`select account_id as id from memberships where role = 'admin'`),
    );
    const principal = own?.id ?? '';
    await administrator.open('/accounts');
    const today = await service.as(committee, () => service.get(Deputies).today());
    const named = { holder: `${principal}/admin`, deputyId: deputy.id, from: today, to: today };
    expect((await administrator.post('/accounts/deputies', named)).status).toBe(303);
    await someone('quan.tri.2', 'admin');
    await deputy.visitor.open('/accounts');
    const post = async (path: string, form: Record<string, string> = {}) =>
      (await deputy.visitor.post(`/accounts${path}`, form)).status;
    const to = addDays(today, 300);
    expect(await post('/deputies', { ...named, to })).toBe(403);
    expect(await post('', { name: 'Phó Ban', email: deputy.email, role: 'board' })).toBe(403);
    const fresh = `moi-${committee.committeeId}@mau.example`;
    expect(await post('', { name: 'Phó Ban', email: fresh, role: 'admin' })).toBe(403);
    expect(await post(`/${principal}/address`, { email: fresh })).toBe(403);
    expect(await post(`/${principal}/disable`)).toBe(403);
    expect(await post(`/${principal}/roles/admin/take`)).toBe(403);
    // Deputies can do the daily work of inviting people.
    expect(await post('', { name: 'Phạm Văn Mời', email: fresh, role: 'leader' })).toBe(303);
  });

  it.each(['disable', 'roles/board/take'])('end deputyships with %s', async (path) => {
    const [leader, deputy] = [await someone('truong.ban', 'board', 'leader'), await someone('pho.ban', 'leader')];
    await administrator.open('/accounts');
    const today = await service.as(committee, () => service.get(Deputies).today());
    const named = { holder: `${leader.id}/board`, deputyId: deputy.id, from: today, to: today };
    expect((await administrator.post('/accounts/deputies', named)).status).toBe(303);
    const mayPlan = async () => (await deputy.visitor.open('/months/2020-12/calendar/add')).status !== 403;
    expect(await mayPlan()).toBe(true);
    expect((await administrator.post(`/accounts/${leader.id}/${path}`)).status).toBe(303);
    expect(await mayPlan()).toBe(false);
    expect((await administrator.open('/accounts')).html).not.toMatch(/deputies\/[0-9a-f-]+\/end/);
    if (path !== 'disable') return;
    expect((await administrator.post('/accounts/deputies', named)).status).toBe(409);
  });

  it('lose the password that was set under a wrong address', async () => {
    const leader = await someone('truong.bam', 'leader');
    await leader.visitor.post('/account/password', { password: 'con-trau-di-cay-som' });
    const hasPassword = async () =>
      (
        await service.as(committee, () =>
          service.work.query(`select 1 from accounts where id = $1 and password_hash is not null`, [leader.id]),
        )
      ).length > 0;
    expect(await hasPassword()).toBe(true);
    await administrator.open('/accounts');
    const email = `truong.ban-${committee.committeeId}@mau.example`;
    expect((await administrator.post(`/accounts/${leader.id}/address`, { email })).status).toBe(303);
    expect(await hasPassword()).toBe(false);
  });

  it('give no role that follows the register, and know nothing of another committee', async () => {
    const ground = await aGround(service, committee);
    const { id: specialistId, email } = await aSpecialist(service, committee, ground);
    const visiting = await service.as(committee, () =>
      service.get(GrantRole).execute({ email, name: 'Lê Thị Nga', role: 'specialist', specialistId }),
    );
    await administrator.open('/accounts');
    expect((await administrator.post(`/accounts/${visiting.id}/roles/specialist/take`)).status).toBe(409);
    const mine = administrator;
    committee = await aCommittee(service);
    const stranger = await someone('nguoi.la', 'leader');
    for (const path of [`${stranger.id}/sign-out`, `${stranger.id}/link`, `${stranger.id}/roles/leader/take`]) {
      expect((await mine.post(`/accounts/${path}`)).status).toBe(404);
    }
    expect(await isIn(stranger.visitor)).toBe(true);
  });
});
