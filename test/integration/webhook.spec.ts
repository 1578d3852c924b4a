import { createHmac } from 'node:crypto';
import { MailsReadModel, Outbox, type MailDraft } from '../../src/modules/notifications/index.ts';
import { PostgresJobs } from '../../src/platform/jobs/postgres-jobs.ts';
import { signedPost } from '../../src/platform/webhook/signed-post.ts';
import { aPublishedMonth, type PublishedMonthInTest, type PublishedVisitRow } from '../support/a-published-month.ts';
import { DescribedApi } from '../support/openapi-replies.ts';
import { MessageGateway } from '../support/message-gateway.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { onDatabase } from '../support/postgres.ts';
import { aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { type ClonedDatabase, cloneDatabase } from '../support/template.ts';
import { until } from '../support/until.ts';

const PHONE = '0912345678';

describe('the message gateway of a committee', () => {
  const gateway = new MessageGateway();
  let database: ClonedDatabase;
  let service: TestService;
  let month: PublishedMonthInTest;
  let admin: SignedInPerson;
  let person: SignedInPerson;
  let visit: PublishedVisitRow;

  beforeAll(async () => {
    await gateway.listen();
    database = await cloneDatabase();
    const environment = { WEBHOOK_ALLOWS_PRIVATE: 'yes' };
    service = await aService({ works: false, databaseUrl: database.url, environment });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    month = await aPublishedMonth(service, ['2020-12-03', '2020-12-04']);
    service.get(PostgresJobs).start();
    const email = `quan.tri.${month.committee.committeeId.slice(-8)}@mau.example`;
    admin = await signIn(service, month.committee, { email, name: 'Lý Thị Quản', role: 'admin' });
    const [first] = await month.visits();
    if (!first) throw new Error('there are two visits');
    visit = first;
    person = await month.account(visit.specialistId);
  });
  afterAll(async () => {
    await service.end();
    await database.drop();
    await gateway.close();
  });

  const setting = async () => {
    const { html } = await browserOf(service, admin).open('/webhook');
    return { html, seen: hiddenIn(html, 'seen') };
  };
  const secret = async () => (await month.sql<{ secret: string }>(`select secret from webhooks`))[0]?.secret ?? '';
  const rows = () =>
    month.sql<{ state: string; answer: string | null; attempts: number; key: string }>(
      `select key, state, answer, attempts from webhook_messages order by id`,
    );
  const settled = () => until(async () => (await rows()).every(({ state }) => state !== 'queued'));
  /** Makes messages that wait for a later attempt due now. */
  const hurry = () =>
    onDatabase(database.url, (client) =>
      client.query(`update jobs set due_at = now() where state in ('waiting', 'retry'); notify giaoban_jobs, 'mail'`),
    );

  let made = 0;
  const post = async (thread?: string, specialistId = visit.specialistId): Promise<string> => {
    const key = `test/${++made}`;
    const [{ email, name } = { email: '', name: '' }] = await month.sql<{ email: string; name: string }>(
      `select email, name from specialists where id = $1`,
      specialistId,
    );
    const draft: MailDraft = {
      key,
      to: { address: email, name, specialistId },
      locale: 'vi',
      template: 'visit-cancelled',
      model: {
        visit: {
          day: '2020-12-03' as never,
          from: '19:30',
          to: '21:00',
          branch: 'Chi bộ Khu phố 3',
          place: '',
          kind: 'regular',
          with: [],
          link: `http://localhost:3000/my/visits/${visit.id}`,
        },
        why: 'not_held',
        reason: null,
        link: 'http://localhost:3000/my/visits',
      },
      ...(thread !== undefined && { thread }),
    };
    await service.as(month.committee, () => service.get(Outbox).post(draft));
    return key;
  };

  it('is set up by an administrator, at an address that is safe', async () => {
    const browser = browserOf(service, admin);
    const wrong = await browser.post('/webhook', { url: 'http://cong.example.vn', kind: 'duties', seen: '0' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('phải bắt đầu bằng https://');
    expect((await browser.post('/webhook/pause', { seen: '0', pause: 'yes' })).status).toBe(409);
    expect((await browser.post('/webhook', { url: gateway.url, kind: ['duties', 'swaps'], seen: '0' })).location).toBe(
      '/webhook',
    );
    // Twice it is harmless; from a stale page it overwrites nothing.
    expect((await browser.post('/webhook', { url: gateway.url, kind: ['duties', 'swaps'], seen: '0' })).location).toBe(
      '/webhook',
    );
    const stale = await browser.post('/webhook', { url: 'https://other.example', kind: 'duties', seen: '0' });
    expect(stale.status).toBe(412);
    expect(stale.html).toContain('https://other.example');
    expect(await month.sql(`select url, revision from webhooks`)).toEqual([{ url: gateway.url, revision: 1 }]);
    expect((await browserOf(service, month.board).open('/webhook')).status).toBe(403);
  });

  it('gets a signed trial message, once', async () => {
    const browser = browserOf(service, admin);
    const { html } = await setting();
    const id = hiddenIn(html, 'id');
    await browser.post('/webhook/trial', { id, address: PHONE });
    await browser.post('/webhook/trial', { id, address: PHONE });
    await settled();
    expect(gateway.received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = gateway.received;
    const stamp = String(headers['giaoban-timestamp']);
    const expected = createHmac('sha256', await secret())
      .update(`${stamp}.${body}`)
      .digest('hex');
    expect(headers).toMatchObject({ 'giaoban-signature': `v1=${expected}`, 'giaoban-delivery': id });
    expect(JSON.parse(body)).toMatchObject({ id, kind: 'trial', to: PHONE });
    expect((await setting()).html).toContain('Cổng đã nhận');
  });

  it('gets what a person chose, and nothing for others', async () => {
    await post();
    const own = browserOf(service, person);
    expect((await own.open('/account')).html).toContain('Số điện thoại');
    const wrong = await own.post('/account/messages', { seen: '0', address: 'gọi tôi', 'channel-duties': 'both' });
    expect(wrong).toMatchObject({ status: 422 });
    expect(wrong.html).toContain('gọi tôi');
    const right = { seen: '0', address: '0912 345 678', 'channel-duties': 'both' };
    expect((await own.post('/account/messages', right)).location).toBe('/account');
    expect((await own.post('/account/messages', right)).location).toBe('/account');
    expect((await own.post('/account/messages', { ...right, address: '0999999999' })).status).toBe(412);
    expect((await own.post('/account/messages', { address: '0999999999' })).status).toBe(412);
    const before = gateway.received.length;
    await post();
    await settled();
    expect(gateway.received).toHaveLength(before + 1);
    const described = new DescribedApi();
    expect(gateway.received.flatMap(({ body }) => described.beyond('GatewayMessage', JSON.parse(body)))).toEqual([]);
    expect(gateway.to(PHONE).at(-1)).toEqual({
      id: expect.any(String) as string,
      kind: 'visit-cancelled',
      committee: 'Quận ủy Mẫu',
      to: PHONE,
      locale: 'vi',
      text: expect.stringContaining('Chi bộ Khu phố 3') as string,
      link: 'http://localhost:3000/my/visits',
      visitId: visit.id,
    });
  });

  const states = async (key: string) =>
    (await month.sql<{ state: string }>(`select state from mails where key = $1`, key))[0]?.state;

  it('reaches who has no mail address at their telephone number; who has neither is shown to the board', async () => {
    const other = (await month.visits()).find(({ specialistId }) => specialistId !== visit.specialistId);
    const id = other?.specialistId ?? visit.specialistId;
    const mails = async () => (await browserOf(service, month.board).open('/mails')).html;
    const [{ email } = { email: '' }] = await month.sql<{ email: string }>(
      `select email from specialists where id = $1`,
      id,
    );
    await month.sql(`update specialists set email = '' where id = $1`, id);
    expect(await mails()).toContain('Người không liên lạc được');
    expect(await states(await post(undefined, id))).toBe('failed');
    await month.sql(`update specialists set phone = '0987654321' where id = $1`, id);
    const told = await post(undefined, id);
    await settled();
    expect([await states(told), gateway.to('0987654321')]).toEqual([
      'replaced',
      [expect.objectContaining({ kind: 'visit-cancelled' })],
    ]);
    expect(await mails()).not.toContain('Người không liên lạc được');
    gateway.answers.push({ status: 422 });
    const refused = await post(undefined, id);
    await until(async () => (await states(refused)) === 'failed');
    await browserOf(service, admin).post('/webhook/again');
    await settled();
    expect(await states(refused)).toBe('replaced');
    // The number is of no use where duties do not go to the gateway.
    await month.sql(`update webhooks set kinds = '{swaps}' returning 1`);
    expect(await mails()).toContain('chưa có cổng tin nhắn nhận tin phân công');
    await month.sql(`update webhooks set kinds = '{duties,swaps}' returning 1`);
    await month.sql(`update specialists set email = $2, phone = '' where id = $1`, id, email);
  });

  it('gets alone what somebody wants so and the committee allows; what it does not take is mailed after all', async () => {
    const own = browserOf(service, person);
    const seen = async () => hiddenIn((await own.open('/account')).html.split('/account/messages')[1] ?? '', 'seen');
    const alone = { address: PHONE, 'channel-duties': 'message' };
    const nowhere = await own.post('/account/messages', { ...alone, seen: await seen(), address: '' });
    expect([nowhere.status, nowhere.html]).toEqual([
      422,
      expect.stringContaining('Ghi số điện thoại để nhận tin nhắn'),
    ]);
    await own.post('/account/messages', { ...alone, seen: await seen() });
    // The committee has not allowed it yet.
    const both = await post();
    expect(await states(both)).not.toBe('replaced');
    const browser = browserOf(service, admin);
    const allowed = { url: gateway.url, kind: ['duties', 'swaps'], instead: 'duties', seen: (await setting()).seen };
    expect((await browser.post('/webhook', allowed)).location).toBe('/webhook');
    const first = await post();
    await settled();
    expect([await states(first), (await rows()).find(({ key }) => key === first)?.state]).toEqual(['replaced', 'sent']);
    const told = async () => {
      const { waiting, replaced } = await service.as(month.committee, () =>
        service.get(MailsReadModel).delivery({}, 1),
      );
      return { waiting, replaced };
    };
    const before = await told();
    await browser.post('/webhook/pause', { seen: (await setting()).seen, pause: 'yes' });
    await post();
    const whilePaused = await told();
    await browser.post('/webhook/pause', { seen: (await setting()).seen, pause: 'no' });
    await settled();
    // Nothing is said to be told while the gateway has not taken it.
    expect(whilePaused).toEqual({ ...before, waiting: before.waiting + 1 });
    expect(await told()).toEqual({ ...before, replaced: before.replaced + 1 });
    expect((await browser.open('/metrics')).html).toMatch(/^giaoban_mails\{state="replaced"\} [1-9]/m);
    gateway.answers.push({ status: 422 });
    const second = await post();
    await until(async () => (await rows()).some((row) => row.key === second && row.state === 'failed'));
    await until(async () => (await states(second)) !== 'replaced');
    await browser.post('/webhook/again');
    await settled();
    await browser.post('/webhook', { ...allowed, instead: [], seen: (await setting()).seen });
  });

  it('gets the same again until it takes it, and a later message never before', async () => {
    const before = gateway.received.length;
    gateway.answers.push({ status: 503 }, { status: 302, location: '/elsewhere' });
    const first = await post();
    await until(async () => (await rows()).some(({ key, attempts }) => key === first && attempts === 1));
    const second = await post(first);
    expect(gateway.received).toHaveLength(before + 1);
    await until(async () => {
      await hurry();
      return (await rows()).every(({ state }) => state === 'sent');
    });
    const later = gateway.received.slice(before).map(({ body }) => body);
    expect(later).toHaveLength(4);
    expect(new Set(later.slice(0, 3)).size).toBe(1);
    expect(gateway.followed).toBe(0);
    expect((await rows()).find(({ key }) => key === second)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('that refuses a message is shown where mails are, and gets it again on request', async () => {
    gateway.answers.push({ status: 422 });
    const key = await post();
    await until(async () => (await rows()).some((row) => row.key === key && row.state === 'failed'));
    expect((await browserOf(service, month.board).open('/mails')).html).toContain('Tin nhắn cổng chưa nhận');
    expect((await browserOf(service, month.board).open('/months/2020-12')).html).toContain(
      '1 tin nhắn cổng không nhận',
    );
    await browserOf(service, admin).post('/webhook/again');
    await settled();
    expect((await rows()).every(({ state }) => state === 'sent')).toBe(true);
  });

  it('is paused and goes on, and a message that was not begun is taken back with its mail', async () => {
    const browser = browserOf(service, admin);
    const { seen } = await setting();
    expect((await browser.post('/webhook/pause', { seen, pause: 'yes' })).location).toBe('/webhook');
    expect((await browser.post('/webhook/pause', { seen, pause: 'yes' })).location).toBe('/webhook');
    const before = gateway.received.length;
    const kept = await post();
    expect((await setting()).html).toContain('Đang tạm dừng');
    const { seen: later } = await setting();
    const old = await secret();
    await browser.post('/webhook/secret', { seen: later });
    expect(await secret()).not.toBe(old);
    expect((await setting()).html).toContain(await secret());
    expect((await rows()).find(({ key }) => key === kept)).toMatchObject({ state: 'queued', attempts: 0 });
    await browser.post('/webhook/pause', { seen: (await setting()).seen, pause: 'no' });
    await settled();
    expect(gateway.received).toHaveLength(before + 1);
    const stamp = String(gateway.received.at(-1)?.headers['giaoban-timestamp']);
    const body = gateway.received.at(-1)?.body ?? '';
    const expected = createHmac('sha256', await secret())
      .update(`${stamp}.${body}`)
      .digest('hex');
    expect(gateway.received.at(-1)?.headers['giaoban-signature']).toBe(`v1=${expected}`);
    expect(await service.as(month.committee, () => service.get(Outbox).takeBack([kept]))).toEqual([]);
  });
});

describe('a signed post', () => {
  const body = { secret: 's', id: '1', body: '{}', now: new Date(0) };

  it.each([
    ['http://127.0.0.1:1/', 'private'],
    ['https://10.0.0.1/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://169.254.169.254/latest', 'private'],
    ['http://example.com/', 'not_https'],
    ['ftp://example.com/', 'no_url'],
    ['https://user:word@example.com/', 'no_url'],
  ])('goes not to %s', async (url, answer) => {
    expect(await signedPost({ ...body, url, allowsPrivate: false })).toEqual({ kind: 'postponed', answer });
  });

  it('goes to no name that stands for this machine', async () => {
    // Each name under localhost is looked up like any other.
    const { kind, answer } = await signedPost({ ...body, url: 'https://gateway.localhost:1/', allowsPrivate: false });
    expect(kind).toBe('postponed');
    expect(['EPRIVATE', 'ENOTFOUND', 'EAI_AGAIN']).toContain(answer);
  });
});
