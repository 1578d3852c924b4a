import { withRows } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { newId } from '../../src/kernel/id.ts';
import { day, month } from '../../src/kernel/month.ts';
import { Rubrics } from '../../src/modules/evaluations/index.ts';
import { Accounts, Committees, serviceActor } from '../../src/modules/identity/index.ts';
import { WorkCalendarReadModel } from '../../src/modules/meetings/index.ts';
import { readWorkbook } from '../../src/platform/xlsx/read-workbook.ts';
import { MailServer } from '../support/mail-server.ts';
import { hiddenIn } from '../support/pages.ts';
import { onDatabase } from '../support/postgres.ts';
import { aService, type TestService } from '../support/service.ts';
import { cloneDatabase } from '../support/template.ts';
import { Visitor } from '../support/visitor.ts';

const PASSWORD = 'mười hai con giáp đi chợ';
const COMMITTEE = {
  name: 'Đảng ủy phường Xóm Chiếu',
  code: 'XC',
  superiorName: 'Thành ủy Thành phố Hồ Chí Minh',
  boardName: 'Ban Xây dựng Đảng',
  boardSymbol: 'BXDĐ',
  place: 'Xóm Chiếu',
  term: '2025–2030',
  signatoryTitle: 'Trưởng ban',
  signatoryName: 'Đặng Hữu Mẫu',
};
const FIRST = { accountName: 'Ngô Mai Quyên', email: 'Mai.Quyen@xomchieu.vn', password: PASSWORD };
const ADDRESS = 'mai.quyen@xomchieu.vn';
const FORM = { ...COMMITTEE, ...FIRST };

describe('an empty service', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.end());

  const committees = () => service.work.run(() => service.get(Committees).list());

  it('leads every page to the set-up, and nothing else', async () => {
    const visitor = new Visitor(service);
    for (const path of ['/', '/sign-in', '/months/2026-12', '/imports', '/no/such/page']) {
      expect(await visitor.open(path)).toMatchObject({ status: 303, location: '/setup' });
    }
    expect((await visitor.open('/setup')).status).toBe(200);
    expect((await visitor.open('/livez')).status).toBe(200);
    expect((await visitor.open('//')).status).toBeLessThan(500);
    const api = await fetch(`${service.url}/api/v1/session`);
    expect([api.status, api.headers.get('content-type')]).toEqual([401, expect.stringContaining('problem+json')]);
  });

  it('asks for no code where only this machine can reach the service', async () => {
    const { html } = await new Visitor(service).open('/setup');
    expect(html).not.toContain('name="setupCode"');
  });

  it('says under each field what is wrong, keeps what was typed, and never sends the password back', async () => {
    const visitor = new Visitor(service);
    const typed = { ...FORM, code: 'xóm chiếu', email: 'mai.quyen', place: ' ', password: 'ngắn quá' };
    const reply = await visitor.post('/setup', typed);
    expect(reply.status).toBe(422);
    for (const field of ['code', 'email', 'place']) {
      expect(reply.html).toMatch(new RegExp(`id="${field}"[^>]* aria-invalid="true"`));
    }
    expect((await visitor.post('/setup', { ...typed, email: 'hoà@xomchieu.vn' })).html).toContain('hoa@xomchieu.vn?');
    expect(reply.html).toContain('value="Đảng ủy phường Xóm Chiếu"');
    expect(reply.html).toContain('value="xóm chiếu"');
    expect(reply.html).toContain('Có 4 ô cần sửa');
    expect(reply.html).toContain('<a href="#code">');
    expect(reply.html).not.toContain('ngắn quá');
    expect(await committees()).toEqual([]);
  });

  it.each(['ngắn quá', 'aaaaaaaaaaaaaaaa', ADDRESS])('refuses the weak password “%s”', async (password) => {
    const visitor = new Visitor(service);
    const reply = await visitor.post('/setup', { ...FORM, password });
    expect(reply.status).toBe(422);
    expect(reply.html).toMatch(/id="password"[^>]* aria-invalid="true"/);
    expect(reply.html).toContain('Mật khẩu cần ít nhất 12 ký tự');
    expect(await committees()).toEqual([]);
  });
});

describe('the set-up of an empty service', () => {
  let service: TestService;
  let mails: MailServer;
  beforeAll(async () => {
    mails = new MailServer();
    await mails.listen();
  });
  afterAll(() => mails.close());
  beforeEach(async () => {
    service = await aService({ environment: { SMTP_URL: mails.url } });
  });
  afterEach(() => service.end());

  const committees = () => service.work.run(() => service.get(Committees).list());
  async function wish(visitor: Visitor): Promise<Record<string, string>> {
    const { html } = await visitor.open('/setup');
    return { ...FORM, committeeId: hiddenIn(html, 'committeeId') };
  }

  it('leads from nothing over a test mail to an import of the template that it has begun to fill', async () => {
    const visitor = new Visitor(service);
    expect(await visitor.post('/setup', await wish(visitor))).toMatchObject({ status: 303, location: '/setup/mail' });
    const mailPage = await visitor.open('/setup/mail');
    expect(mailPage.html).toContain('Đảng ủy phường Xóm Chiếu đã được thiết lập');
    expect(mailPage.html).toContain(`Gửi một thư thử tới ${ADDRESS}.`);

    const sent = await visitor.post('/setup/mail');
    expect(sent.status).toBe(303);
    expect((await visitor.open(sent.location ?? '')).html).toContain(`Máy chủ thư đã nhận thư gửi ${ADDRESS}`);
    expect(mails.takenBy(ADDRESS)).toHaveLength(1);

    const template = await visitor.download('/imports/template.xlsx');
    const sheets = await readWorkbook(template);
    const sheet = sheets.find(({ name }) => name === 'Cấp ủy');
    expect(sheet?.rows.slice(1, 7).map(([, value]) => value)).toEqual(
      Object.values(COMMITTEE)
        .slice(1, 2)
        .concat(COMMITTEE.name, COMMITTEE.superiorName, COMMITTEE.boardName, COMMITTEE.boardSymbol, COMMITTEE.place),
    );
    const checked = await visitor.upload('/imports', 'giao-ban-mau-nhap.xlsx', template);
    expect(checked.location).toMatch(/^\/imports\/[0-9a-f-]{36}$/);
    expect((await visitor.open(checked.location ?? '')).html).toContain('Tệp chưa có dòng dữ liệu nào');

    const begun = await districtFile(withRows(sheets, 'Lĩnh vực', [['MT', 'Môi trường']]));
    const filled = await visitor.upload('/imports', begun.name, begun.bytes);
    await visitor.open(filled.location ?? '');
    await visitor.post(`${filled.location ?? ''}/commit`);
    expect((await visitor.open(filled.location ?? '')).html).toContain('Đã nhập');
  });

  it('makes a committee with labels, an administrator of the board, the rubric and the holidays', async () => {
    await service.clock.moveTo(new Date('2026-11-20T02:00:00Z'));
    const visitor = new Visitor(service);
    await visitor.post('/setup', await wish(visitor));
    const [committee, ...others] = await committees();
    expect(others).toEqual([]);
    expect(committee).toMatchObject({ code: 'xc', name: COMMITTEE.name });
    if (!committee) throw new Error('there is no committee');
    await service.as(serviceActor(committee.id), async () => {
      const [row] = await service.work.query(
        `select labels, time_zone, is_sample from committees where id = current_committee()`,
      );
      const { name: _name, ...labels } = COMMITTEE;
      expect(row).toEqual({ labels, time_zone: 'Asia/Ho_Chi_Minh', is_sample: false });
      for (const role of ['admin', 'board'] as const) {
        expect(await service.get(Accounts).list(role)).toMatchObject([{ email: ADDRESS, name: FIRST.accountName }]);
      }
      expect((await service.get(Rubrics).current(day('2026-12-31'))).id).not.toBe('');
      const tet = (await service.get(WorkCalendarReadModel).read()).daysOff(month('2027-02'));
      expect([...tet.keys()]).toContain('2027-02-06');
    });
  });

  it('is over once it is done', async () => {
    const visitor = new Visitor(service);
    await visitor.post('/setup', await wish(visitor));
    const later = new Visitor(service);
    expect(await later.open('/setup')).toMatchObject({ status: 303, location: '/' });
    expect(await later.open('/')).toMatchObject({ status: 303, location: '/sign-in' });
    const again = await later.post('/setup', { ...FORM, name: 'Đảng ủy khác', committeeId: newId() });
    expect(again).toMatchObject({ status: 303, location: '/sign-in' });
    expect((await later.open('/sign-in')).html).toContain('Hệ thống đã được thiết lập');
    expect(await later.open('/imports')).toMatchObject({ status: 303, location: '/sign-in?to=%2Fimports' });
    expect(await committees()).toHaveLength(1);
  });

  it('makes one committee of a double click, and leads on both times', async () => {
    const visitor = new Visitor(service);
    const form = await wish(visitor);
    const replies = await Promise.all([visitor.post('/setup', form), visitor.post('/setup', form)]);
    expect(replies.map(({ location }) => location)).toEqual(['/setup/mail', '/setup/mail']);
    expect(await committees()).toHaveLength(1);
    expect((await visitor.open('/setup/mail')).status).toBe(200);
  });

  it('lets one of two people in who come at the same time', async () => {
    const visitors = [1, 2, 3].map(() => new Visitor(service));
    const replies = await Promise.all(
      visitors.map(async (visitor, i) =>
        visitor.post('/setup', { ...(await wish(visitor)), code: `XC${i}`, email: `nguoi${i}@xomchieu.vn` }),
      ),
    );
    expect(replies.map(({ location }) => location).sort()).toEqual(['/setup/mail', '/sign-in', '/sign-in']);
    expect(await committees()).toHaveLength(1);
  });

  describe('with a mail that does not go', () => {
    async function outcome(): Promise<string> {
      const visitor = new Visitor(service);
      await visitor.post('/setup', await wish(visitor));
      await visitor.open('/setup/mail');
      const { location } = await visitor.post('/setup/mail');
      return (await visitor.open(location ?? '')).html;
    }

    it('says that the server is not there', async () => {
      await mails.close();
      const html = await outcome();
      await mails.listen();
      expect(html).toContain('Chưa gửi được thư');
      expect(html).toMatch(/Không kết nối được tới 127\.0\.0\.1:\d+\. Kiểm tra cổng trong SMTP_URL/);
    });

    it('says that the server does not take the address, without repeating it', async () => {
      mails.willFail(ADDRESS, 'rejects');
      const html = await outcome();
      expect(html).toMatch(/127\.0\.0\.1:\d+ không nhận thư gửi tới địa chỉ này/);
      expect(html).not.toMatch(/no such user.*@/);
    });

    it('says that the server wants to be asked later', async () => {
      mails.willFail(ADDRESS, 'defers');
      expect(await outcome()).toContain('hẹn thử lại sau ít phút');
    });
  });
});

describe('the set-up of a service without a mail server', () => {
  it('says that the mail is in the built-in mailbox, which the administrator alone may read', async () => {
    const cloned = await cloneDatabase();
    const service = await aService({ databaseUrl: cloned.url, hashingCost: null });
    const visitor = new Visitor(service);
    const { html } = await visitor.open('/setup');
    await visitor.post('/setup', { ...FORM, committeeId: hiddenIn(html, 'committeeId') });
    expect((await visitor.open('/setup/mail')).html).toContain('mọi thư dừng lại trong hộp thư của chính hệ thống');
    const { location } = await visitor.post('/setup/mail');
    expect((await visitor.open(location ?? '')).html).toContain('Thư đã vào hộp thư của chính hệ thống');
    expect((await visitor.open('/mailbox')).html).toContain('Thư thử từ Giao Ban');
    // The mailbox contains everybody's sign-in links.
    await onDatabase(cloned.url, (client) => client.query(`delete from memberships where role = 'admin'`));
    expect((await visitor.open('/mailbox')).status).toBe(403);
    expect((await visitor.open('/')).html).not.toContain('href="/mailbox"');
    // With the cost of the service itself, which other tests lower.
    const { rows } = await onDatabase(cloned.url, (client) => client.query(`select password_hash from accounts`));
    expect(rows).toEqual([{ password_hash: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) as string }]);
    await service.end();
    await cloned.drop();
  });
});

describe('the set-up of a service that others can reach', () => {
  let service: TestService;
  let lines: { readonly msg: string; readonly setupCode?: string }[];
  const PUBLIC = { environment: { PUBLIC_URL: 'https://giaoban.example.vn' } };
  const asLogged = () => {
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(JSON.parse(chunk.toString()) as (typeof lines)[number]);
        done();
      },
    });
    return pino({ level: 'warn' }, sink);
  };
  beforeEach(async () => {
    lines = [];
    service = await aService({ ...PUBLIC, log: asLogged() });
  });
  afterEach(() => service.end());

  const codes = () => lines.flatMap(({ setupCode }) => setupCode ?? []);
  const send = async (setupCode: string) => {
    const visitor = new Visitor(service);
    const { html } = await visitor.open('/setup');
    return visitor.post('/setup', { ...FORM, setupCode, committeeId: hiddenIn(html, 'committeeId') });
  };

  it('asks for the code in its log, and says where that is', async () => {
    expect(codes()).toHaveLength(1);
    const { html } = await new Visitor(service).open('/setup');
    expect(html).toContain('name="setupCode"');
    expect(html).toContain('nhật ký (log)');
    expect(html).not.toContain(codes()[0]);
  });

  it.each(['', 'AAAA-AAAA-AAAA-AAAA'])('refuses the code “%s”', async (code) => {
    const reply = await send(code);
    expect(reply.status).toBe(422);
    expect(reply.html).toMatch(/id="setupCode"[^>]* aria-invalid="true"/);
    expect(await service.work.run(() => service.get(Committees).any())).toBe(false);
  });

  it('takes the code, in whichever case, once', async () => {
    const reply = await send((codes()[0] ?? '').toLowerCase());
    expect(reply).toMatchObject({ status: 303, location: '/setup/mail' });
    expect(await service.work.run(() => service.work.query(`select * from setup_code`))).toEqual([]);
  });

  it('gives every replica the same code, and none after the set-up', async () => {
    const { url: DATABASE_URL } = service.database.options as { url: string };
    const second = await aService({ environment: { ...PUBLIC.environment, DATABASE_URL }, log: asLogged() });
    expect(new Set(codes()).size).toBe(1);
    expect(codes()).toHaveLength(2);
    await send(codes()[0] ?? '');
    expect(await new Visitor(second).open('/sign-in')).toMatchObject({ status: 200 });
    await second.end();
    const third = await aService({ environment: { ...PUBLIC.environment, DATABASE_URL }, log: asLogged() });
    await third.end();
    expect(codes()).toHaveLength(2);
  });

  it('bears no guessing', async () => {
    const statuses = [];
    for (let i = 0; i < 31; i++) statuses.push((await send('AAAA-AAAA-AAAA-AAAA')).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
