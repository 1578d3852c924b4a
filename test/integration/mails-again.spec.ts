import { PostgresJobs } from '../../src/platform/jobs/postgres-jobs.ts';
import { aPublishedMonth, type PublishedMonthInTest } from '../support/a-published-month.ts';
import { browserOf } from '../support/pages.ts';
import { aService, type TestService } from '../support/service.ts';

/** What became of each mail, and whether “send all again” takes it. */
const CASES = [
  ['failed', true],
  ['failed, and nobody knows an address', false],
  ['failed, and a message told its reader', false],
  ['failed, and its text is no longer stored', false],
  ['came back', true],
  ['came back, and was delivered in the end', false],
  ['waits after a failed attempt', true],
  ['waits for its first attempt', false],
  ['was taken', false],
] as const;
type Case = (typeof CASES)[number][0];

describe('“send all again”', () => {
  let service: TestService;
  let month: PublishedMonthInTest;
  const mailOf = new Map<Case, string>();

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    const days = CASES.map((_, at) => `2020-12-${String(at + 1).padStart(2, '0')}`);
    month = await aPublishedMonth(service, days);
    const mails = await month.sql<{ id: string }>(`select id from mails where kind = 'visits-published' order by id`);
    CASES.forEach(([name], at) => mailOf.set(name, mails[at]?.id ?? ''));
  });
  afterAll(() => service.end());

  const id = (name: Case) => mailOf.get(name) ?? '';
  const failed = (name: Case) =>
    month.sql(
      `update mails set state = 'failed', fault = 'recipient', last_error = '550', attempts = 1 where id = $1`,
      id(name),
    );
  const sent = (name: Case) =>
    month.sql(`update mails set state = 'sent', sent_at = now(), attempts = 1 where id = $1`, id(name));
  const reported = (name: Case, kind: 'returned' | 'delivered', ownId: string) =>
    month.sql(
      `insert into mail_bounces (committee_id, id, mail_id, report_key, kind, status, reply, address, reported_at)
       values (current_committee(), $2::text::uuid, $1, $2::text, $3, '5.1.1', '', 'a@mau.example', now())`,
      id(name),
      ownId,
      kind,
    );
  const page = async (path: string) => (await browserOf(service, month.board).open(path)).html;

  it('takes exactly those that reached nobody and can, as many as its button says', async () => {
    for (const [name] of CASES) if (name.startsWith('failed')) await failed(name);
    await month.sql(
      `update specialists set email = '' where id = (select specialist_id from mails where id = $1)`,
      id('failed, and nobody knows an address'),
    );
    await month.sql(`update mails set to_address = '' where id = $1`, id('failed, and nobody knows an address'));
    await month.sql(
      `insert into webhook_messages (committee_id, id, key, kind, to_name, address, body, state, made_at)
       select current_committee(), gen_random_uuid(), key, 'duties', to_name, '0912345678', '{}', 'sent', now()
       from mails where id = $1`,
      id('failed, and a message told its reader'),
    );
    await month.sql(
      `update mails set content = content - 'mime' where id = $1`,
      id('failed, and its text is no longer stored'),
    );
    for (const name of ['came back', 'came back, and was delivered in the end', 'was taken'] as const) await sent(name);
    await reported('came back', 'returned', '00000000-0000-7000-8000-000000000001');
    await reported('came back, and was delivered in the end', 'returned', '00000000-0000-7000-8000-000000000002');
    await reported('came back, and was delivered in the end', 'delivered', '00000000-0000-7000-8000-000000000003');
    await month.sql(
      `update mails set last_error = '451', attempts = 1 where id = $1`,
      id('waits after a failed attempt'),
    );

    expect(await page('/mails')).toContain('Gửi lại cả 3 thư');
    expect(await page('/months/2020-12')).toContain('Gửi lại cả 3 thư');
    const before = new Set((await month.sql<{ id: string }>(`select id from mails`)).map((mail) => mail.id));
    const reply = await browserOf(service, month.board).post('/mails/again?month=2020-12');
    expect(reply.location).toBe('/months/2020-12');
    const queued = await month.sql<{ id: string }>(
      `select id from mails where state = 'queued' and attempts = 0 and fault is null and kind = 'visits-published'`,
    );
    const taken = CASES.filter(([, goes]) => goes).map(([name]) => id(name));
    expect(queued.map((mail) => mail.id).sort()).toEqual([...taken, id('waits for its first attempt')].sort());
    expect((await month.sql<{ id: string }>(`select id from mails`)).every((mail) => before.has(mail.id))).toBe(true);
  });

  it('is no longer offered once they are on their way, and pressed from an old page sends nothing twice', async () => {
    expect(await page('/months/2020-12')).not.toContain('/mails/again');
    await browserOf(service, month.board).post('/mails/again?month=2020-12');
    service.get(PostgresJobs).start();
    const entries = await month.sql(`select 1 from audit_entries where action = 'mail.sent_again'`);
    expect(entries).toHaveLength(1);
  });
});
