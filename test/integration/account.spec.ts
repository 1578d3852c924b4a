import { type SpecialistId } from '../../src/kernel/id.ts';
import ICAL from 'ical.js';
import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { Accounts, GrantRole, MakeSignInLink } from '../../src/modules/identity/index.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { runHere, runProcess } from '../support/command-line.ts';
import { hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, type TestService } from '../support/service.ts';
import { Visitor } from '../support/visitor.ts';

const PASSWORD = 'mười hai con giáp đi chợ';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1';

interface Somebody {
  readonly id: SpecialistId;
  readonly email: string;
  readonly name: string;
}

describe('the account page', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let nga: Somebody;

  beforeAll(async () => {
    service = await aService({ works: false });
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    nga = await aSpecialist(service, committee, ground);
  });

  async function enter({ id, email, name }: Somebody, userAgent?: string): Promise<Visitor> {
    const link = await service.as(committee, async () => {
      const account = await service.get(GrantRole).execute({ email, name, role: 'specialist', specialistId: id });
      return service.get(MakeSignInLink).execute(account.id, committee.committeeId);
    });
    const visitor = new Visitor(service, userAgent);
    await visitor.post(link);
    await visitor.open('/account');
    return visitor;
  }

  const accountOf = ({ email }: Pick<Somebody, 'email'>) =>
    service.work.run(() => service.get(Accounts).findByEmail(email));
  const isIn = async (visitor: Visitor) => (await visitor.open('/account')).status === 200;
  const flashOf = async (visitor: Visitor) => (await visitor.open('/account')).html;

  it('shows who one is, in which committee and with which roles', async () => {
    const { html } = await (await enter(nga)).open('/account');
    for (const fact of [nga.email, nga.name, 'Quận ủy Mẫu', 'chuyên viên']) expect(html).toContain(fact);
  });

  it('is open to those who are signed in', async () => {
    expect(await new Visitor(service).open('/account')).toMatchObject({ location: '/sign-in?to=%2Faccount' });
  });

  it('cannot be guessed at the door under another spelling of the same address, and bears an endless one', async () => {
    const stranger = new Visitor(service);
    const guess = async (email: string) => (await stranger.post('/sign-in', { email, password: 'sai' })).status;
    const spellings = [nga.email, ` ${nga.email}`, `${nga.email}  `, nga.email.toUpperCase()];
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push(await guess(spellings[i % spellings.length] ?? ''));
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect(await guess('x'.repeat(20_000))).toBe(401);
  });

  it('takes another name and another language, in which the next page is written', async () => {
    const visitor = await enter(nga);
    const revision = hiddenIn((await visitor.open('/account')).html, 'revision');
    await visitor.post('/account/profile', { name: '  Lê   Thị Nga Anh ', locale: 'en', revision });
    const { html } = await visitor.open('/account');
    expect(html).toContain('lang="en"');
    expect(html).toContain('value="Lê Thị Nga Anh"');
    expect(await accountOf(nga)).toMatchObject({ name: 'Lê Thị Nga Anh', locale: 'en' });
  });

  it('writes over nothing that was changed on another page, keeps what was typed, and is saved by another click', async () => {
    const visitor = await enter(nga);
    const revision = hiddenIn((await visitor.open('/account')).html, 'revision');
    const save = (name: string, seen = revision) =>
      visitor.post('/account/profile', { name, locale: 'vi', revision: seen });
    const both = await Promise.all([save('Lê Nga'), save('Lê Thị Ngà')]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 412]);
    const [first, second] =
      both[0].status === 303 ? (['Lê Nga', 'Lê Thị Ngà'] as const) : (['Lê Thị Ngà', 'Lê Nga'] as const);
    expect((await accountOf(nga))?.name).toBe(first);
    const refused = both.find(({ status }) => status === 412)?.html ?? '';
    expect(refused).toContain('vừa được sửa ở nơi khác');
    expect(refused).toContain(`value="${second}"`);
    // The same profile again is no second change, whichever revision was seen.
    expect((await save(first)).status).toBe(303);
    expect((await save(second)).status).toBe(412);
    expect((await save(second, hiddenIn(refused, 'revision'))).status).toBe(303);
    expect((await accountOf(nga))?.name).toBe(second);
  });

  it.each(['', '   ', 'x'.repeat(201)])('takes no name like “%s”, and keeps what was typed', async (name) => {
    const reply = await (await enter(nga)).post('/account/profile', { name, locale: 'vi' });
    expect(reply.status).toBe(422);
    expect(reply.html).toMatch(/id="name"[^>]* aria-invalid="true"/);
    expect((await accountOf(nga))?.name).toBe(nga.name);
  });

  describe('and the password', () => {
    it('may be set by somebody without one, who then signs in with it', async () => {
      const visitor = await enter(nga);
      expect((await visitor.open('/account')).html).not.toContain('name="current"');
      await visitor.post('/account/password', { password: PASSWORD });
      expect(await flashOf(visitor)).toContain('Mật khẩu đã được đổi');
      const elsewhere = new Visitor(service);
      await elsewhere.post('/sign-in', { email: nga.email, password: PASSWORD });
      expect(await isIn(elsewhere)).toBe(true);
    });

    it('ends every other session when it changes', async () => {
      const [desk, phone] = [await enter(nga), await enter(nga, PHONE)];
      await desk.post('/account/password', { password: PASSWORD });
      expect([await isIn(desk), await isIn(phone)]).toEqual([true, false]);
    });

    it('changes for whoever knows the old one alone', async () => {
      const visitor = await enter(nga);
      await visitor.post('/account/password', { password: PASSWORD });
      const before = (await accountOf(nga))?.passwordHash;
      for (const current of ['', 'một câu nào đó khác hẳn']) {
        const reply = await visitor.post('/account/password', { current, password: 'câu mới cũng dễ nhớ lắm' });
        expect(reply.status).toBe(422);
        expect(reply.html).toMatch(/id="current"[^>]* aria-invalid="true"/);
        expect(reply.html).not.toContain('câu mới cũng dễ nhớ lắm');
      }
      expect((await accountOf(nga))?.passwordHash).toBe(before);
      await visitor.post('/account/password', { current: PASSWORD, password: 'câu mới cũng dễ nhớ lắm' });
      expect((await accountOf(nga))?.passwordHash).not.toBe(before);
    });

    it('is refused where it is weak', async () => {
      const reply = await (await enter(nga)).post('/account/password', { password: nga.email });
      expect(reply.status).toBe(422);
      expect(reply.html).toMatch(/id="password"[^>]* aria-invalid="true"/);
      expect((await accountOf(nga))?.passwordHash).toBeNull();
    });

    it('cannot be guessed', async () => {
      const visitor = await enter(nga);
      await visitor.post('/account/password', { password: PASSWORD });
      const statuses = [];
      for (let i = 0; i < 11; i++) {
        statuses.push((await visitor.post('/account/password', { current: `${i}`, password: PASSWORD })).status);
      }
      expect(statuses.at(-1)).toBe(429);
    });
  });

  it('is let in by the command line, as a leader or another member of the board', async () => {
    const code = await service.as(committee, async () => {
      const [row] = await service.work.query<{ code: string }>(
        `select code from committees where id = current_committee()`,
      );
      return row?.code ?? '';
    });
    const GRANT = ['account', 'grant', 'truc@mau.example', '--name', 'Lê Thị Trực', '--role', 'leader'];
    expect((await runProcess(service.config, GRANT)).stdout).toBe('✓ truc@mau.example is leader of Quận ủy Mẫu\n');
    expect(await runHere(service.config, [...GRANT, '--committee', 'no-such'])).toMatchObject({
      code: 2,
      stderr: `--committee wants one of ${code}.\n`,
    });
    const account = await accountOf({ email: 'truc@mau.example' });
    const link = await service.as(committee, () =>
      service
        .get(MakeSignInLink)
        .execute(account?.id ?? ('' as never), committee.committeeId, '/months/2020-12/briefing'),
    );
    const leader = new Visitor(service);
    expect(await leader.post(link)).toMatchObject({ status: 303, location: '/months/2020-12/briefing' });
    expect((await leader.open('/months/2020-12')).status).toBe(200);
    await leader.post('/sign-out');
    const actions = await service.as(committee, () =>
      service.work.query<{ action: string }>(`select action from audit_entries where subject_id = $1 order by seq`, [
        account?.id,
      ]),
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'role.granted',
      'sign_in_link.made',
      'session.opened',
      'session.closed',
    ]);

    const cli = (...words: string[]) => runHere(service.config, ['account', ...words, '--committee', code]);
    expect((await cli('list')).stdout).toMatch(
      /^truc@mau\.example {2}Lê Thị Trực {2}leader {2}\(0 open, last signed in /m,
    );
    expect((await cli('disable', 'TRUC@mau.example')).stdout).toContain('is disabled in Quận ủy Mẫu');
    expect((await cli('list')).stdout).toContain('(disabled, ');
    expect((await cli('enable', 'truc@mau.example')).code).toBe(0);
    expect((await cli('sign-out', 'truc@mau.example')).code).toBe(0);
    expect((await cli('revoke', 'truc@mau.example', '--role', 'leader')).stdout).toContain('is no longer leader');
    expect(await cli('disable', 'truc@mau.example')).toMatchObject({ code: 2, stderr: 'There is no such account.\n' });
  });

  describe('and the open sessions', () => {
    const endings = (html: string) => [...html.matchAll(/action="(\/account\/sessions\/[0-9a-f]{64}\/end)"/g)];

    it('are listed by device, this one first and without an end', async () => {
      const desk = await enter(nga);
      await enter(nga, PHONE);
      const { html } = await desk.open('/account');
      const list = html.slice(html.indexOf('class="sessions"'));
      expect(list.indexOf('Chrome, Windows')).toBeLessThan(list.indexOf('Phiên này'));
      expect(list.indexOf('Phiên này')).toBeLessThan(list.indexOf('Safari, iPhone'));
      expect(endings(html)).toHaveLength(1);
    });

    it('end one by one', async () => {
      const [desk, phone, tablet] = [await enter(nga), await enter(nga, PHONE), await enter(nga)];
      const { html } = await desk.open('/account');
      const ofPhone = html.slice(html.indexOf('Safari, iPhone'));
      await desk.post(endings(ofPhone)[0]?.[1] ?? '');
      expect(await Promise.all([desk, phone, tablet].map(isIn))).toEqual([true, false, true]);
    });

    it('end all but this one at once', async () => {
      const visitors = [await enter(nga), await enter(nga, PHONE), await enter(nga)];
      await visitors[0]?.post('/account/sessions/end');
      expect(await Promise.all(visitors.map(isIn))).toEqual([true, false, false]);
    });

    it('are nobody else’s to end', async () => {
      const hoa = await enter(await aSpecialist(service, committee, ground, 'Phạm Thị Hoa'));
      const [desk] = [await enter(nga), await enter(nga)];
      const theirs = endings((await desk.open('/account')).html)[0]?.[1] ?? '';
      expect((await hoa.post(theirs)).status).toBe(404);
      expect(endings((await desk.open('/account')).html)).toHaveLength(1);
    });
  });

  describe('and the calendar', () => {
    async function addressFor(visitor: Visitor): Promise<string> {
      await visitor.post('/account/calendar');
      const { html } = await visitor.open('/account');
      const address = /value="(http[^"]*\/calendar\/[^"]+\/visits\.ics)"/.exec(html)?.[1] ?? '';
      return service.url + new URL(address).pathname;
    }
    const visitOf = async (who: Somebody, heldOn: string) => {
      const branchId = await aBranch(service, committee, ground);
      return aVisit(service, committee, { branchId, specialistId: who.id, heldOn: day(heldOn) });
    };
    const uidsIn = (text: string) =>
      new ICAL.Component(ICAL.parse(text) as never)
        .getAllSubcomponents('vevent')
        .map((event) => String(event.getFirstPropertyValue('uid')).replace(/@.*/, ''));

    it('has an address once one is asked for, which shows one’s own visits to whoever has it', async () => {
      const hoa = await aSpecialist(service, committee, ground, 'Phạm Thị Hoa');
      const [first, second] = [await visitOf(nga, '2020-12-03'), await visitOf(nga, '2021-01-04')];
      await visitOf(hoa, '2020-12-03');
      const visitor = await enter(nga);
      expect((await visitor.open('/account')).html).not.toContain('visits.ics');
      const reply = await fetch(await addressFor(visitor));
      expect(reply.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      expect(reply.headers.get('cache-control')).toBe('private, no-cache');
      const text = await reply.text();
      expect(uidsIn(text)).toEqual([first.id, second.id]);
      expect(text).toContain('METHOD:PUBLISH');
      expect(text).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT6H/);
      expect(text).toContain('TZID:Asia/Ho_Chi_Minh');
    });

    it('answers 304 until a visit changes', async () => {
      await visitOf(nga, '2020-12-03');
      const address = await addressFor(await enter(nga));
      const tag = (await fetch(address)).headers.get('etag') ?? '';
      expect(tag).toMatch(/^W\/"/);
      // Without the second header fetch itself asks for no cached reply.
      const known = { 'if-none-match': tag, 'cache-control': 'max-age=0' };
      expect((await fetch(address, { headers: known })).status).toBe(304);
      await visitOf(nga, '2020-12-10');
      const after = await fetch(address, { headers: known });
      expect([after.status, uidsIn(await after.text()).length]).toEqual([200, 2]);
    });

    it('has a new address when it is renewed, and the old one shows nothing', async () => {
      const visitor = await enter(nga);
      const old = await addressFor(visitor);
      const renewed = await addressFor(visitor);
      expect(renewed).not.toBe(old);
      expect([(await fetch(old)).status, (await fetch(renewed)).status]).toEqual([404, 200]);
    });

    it('shows nothing any more of somebody who is no specialist any more, whose pages say why and whom to ask', async () => {
      const visitor = await enter(nga);
      const address = await addressFor(visitor);
      const account = await accountOf(nga);
      const id = account?.id ?? ('' as never);
      const link = await service.as(committee, () => service.get(MakeSignInLink).execute(id, committee.committeeId));
      await service.as(committee, () => service.get(GrantRole).revoke(id, 'specialist'));
      expect((await fetch(address)).status).toBe(404);
      const refused = await visitor.open('/my/visits');
      expect([refused.status, refused.html]).toEqual([403, expect.stringContaining('nhờ ban chủ trì ghi lại tên bạn')]);
      const late = await new Visitor(service).post(link);
      expect([late.status, late.html]).toEqual([403, expect.stringContaining('hiện không có vai trò nào')]);
      // The page to sign in, perhaps as somebody else, is open to them.
      expect((await visitor.open('/sign-in')).status).toBe(200);
    });

    it('is nothing for who has no visits', async () => {
      const { email, name } = { email: 'ban@mau.example', name: 'Trần Văn Ban' };
      const link = await service.as(committee, async () => {
        const account = await service.get(GrantRole).execute({ email, name, role: 'board' });
        return service.get(MakeSignInLink).execute(account.id, committee.committeeId);
      });
      const visitor = new Visitor(service);
      await visitor.post(link);
      expect((await visitor.open('/account')).html).not.toContain('/account/calendar');
      expect((await visitor.post('/account/calendar')).status).toBe(403);
    });
  });
});
