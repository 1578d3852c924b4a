import type { Actor, Role } from '../../src/kernel/actor.ts';
import { GrantRole, MakeSignInLink } from '../../src/modules/identity/index.ts';
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

  const isIn = async (visitor: Visitor) => (await visitor.open('/account')).status === 200;

  it('are listed with their roles and open sessions, for administrators alone', async () => {
    const leader = await someone('truong.ban', 'leader');
    const { html } = await administrator.open('/accounts');
    expect(html).toContain(leader.email);
    expect(html).toContain('1 phiên đang mở');
    expect((await leader.visitor.open('/accounts')).status).toBe(403);
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
