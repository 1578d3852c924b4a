import { PostgresJobs } from '../../src/platform/jobs/postgres-jobs.ts';
import { browserOf } from '../support/pages.ts';
import { aPublishedMonth, type PublishedMonthInTest } from '../support/a-published-month.ts';
import { aService, MAIL_GATEWAY_TOKEN, type TestService } from '../support/service.ts';
import { MailServer } from '../support/mail-server.ts';
import { until } from '../support/until.ts';

/** Where the board sees what waits for it. */
const HOME = '/months/2020-12';

interface SentMail {
  readonly id: string;
  readonly messageId: string;
  readonly address: string;
  readonly specialistId: string;
}

describe('mails that come back', () => {
  const server = new MailServer();
  let service: TestService;
  let month: PublishedMonthInTest;
  let mails: readonly SentMail[] = [];

  beforeAll(async () => {
    await server.listen();
    service = await aService({ works: false, environment: { SMTP_URL: server.url } });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    month = await aPublishedMonth(service, ['2020-12-03', '2020-12-04', '2020-12-07', '2020-12-08']);
    service.get(PostgresJobs).start();
    await until(async () => {
      mails = await month.sql<SentMail>(
        `select id, message_id as "messageId", to_address as address, specialist_id as "specialistId" from mails
         where kind = 'visits-published' and state = 'sent' order by id`,
      );
      return mails.length === 4;
    });
  });
  afterAll(async () => {
    await service.end();
    await server.close();
  });

  const mail = (at: number): SentMail => {
    const found = mails[at];
    if (!found) throw new Error('there are four mails');
    return found;
  };

  async function report(body: object | string, token: string | null = MAIL_GATEWAY_TOKEN) {
    const isRaw = typeof body === 'string';
    const reply = await fetch(`${service.url}/api/v1/mail/bounces`, {
      method: 'POST',
      headers: {
        'content-type': isRaw ? 'message/rfc822' : 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: isRaw ? body : JSON.stringify(body),
    });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  }

  const notification = ({ messageId, address }: SentMail, own = '<dsn-1@mx.example>') =>
    [
      'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
      'To: giaoban@localhost',
      'Subject: Undelivered Mail Returned to Sender',
      `Message-ID: ${own}`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
      '',
      '--B',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'The mail could not be delivered.',
      '--B',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      `Final-Recipient: rfc822; ${address}`,
      'Action: failed',
      'Status: 5.1.1',
      `Diagnostic-Code: smtp; 550 5.1.1 <${address}>: user unknown`,
      '',
      '--B',
      'Content-Type: text/rfc822-headers',
      '',
      'From: giaoban@localhost',
      `Message-ID: ${messageId}`,
      'Subject: whatever',
      '',
      '--B--',
      '',
    ].join('\r\n');

  const page = async (path: string) => (await browserOf(service, month.board).open(path)).html;

  it('are reported by the gateway alone, which knows the secret', async () => {
    const body = { messageId: mail(0).messageId, action: 'failed', status: '5.1.1' };
    expect(await report(body, null)).toMatchObject({ status: 401, body: { code: 'mail.gateway_unknown' } });
    expect(await report(body, 'x'.repeat(40))).toMatchObject({ status: 401 });
    const silent = await aService({ works: false, environment: { MAIL_GATEWAY_TOKEN: '' } }).catch(
      (error: unknown) => error,
    );
    expect(String(silent)).toContain('MAIL_GATEWAY_TOKEN must have at least 32 characters');
    expect(await month.sql(`select 1 from mail_bounces`)).toEqual([]);
  });

  it('are known by their Message-ID; another is answered clearly', async () => {
    const unknown = { messageId: '<somebody@elsewhere.example>', action: 'failed', status: '5.1.1' };
    expect(await report(unknown)).toMatchObject({ status: 404, body: { code: 'mail.unknown' } });
    expect(await report({ messageId: 'x', action: 'lost', status: '5' })).toMatchObject({
      status: 422,
      body: { code: 'input.invalid' },
    });
    expect(await report('Subject: hello\r\n\r\nhow are you')).toMatchObject({
      status: 422,
      body: { code: 'mail.no_report' },
    });
  });

  it('flag the mail and its address until the address changes, however often they are reported', async () => {
    const { id, specialistId, address } = mail(0);
    const answers = await Promise.all([1, 2, 3].map(() => report(notification(mail(0)))));
    expect(answers.map(({ body }) => body['kind'])).toEqual(['returned', 'returned', 'returned']);
    expect(answers.filter(({ body }) => body['isKnown'] === false)).toHaveLength(1);
    expect(await month.sql(`select kind, status, reply from mail_bounces`)).toEqual([
      { kind: 'returned', status: '5.1.1', reply: '550 5.1.1 <…>: user unknown' },
    ]);

    const list = await page('/mails');
    expect(list).toContain('không có hộp thư này');
    expect(list).toContain(`/specialists/${specialistId}`);
    expect(list).toContain(`/mails/${id}/again`);
    expect(await page(`/specialists/${specialistId}`)).toContain('Thư gửi tới địa chỉ này bị trả lại');
    const home = await page(HOME);
    expect(home).toContain('1 thư bị trả lại');
    expect(home).toContain('1 địa chỉ không nhận được thư');

    const before = server.takenBy(address).length;
    await month.sql(`update specialists set email = 'dung@mau.example' where id = $1`, specialistId);
    expect(await page(`/specialists/${specialistId}`)).not.toContain('bị trả lại');
    expect(await page(HOME)).not.toContain('địa chỉ không nhận được thư');
    const board = browserOf(service, month.board);
    expect((await board.post(`/mails/${id}/again`)).location).toBe('/mails');
    await until(async () => (await month.sql(`select 1 from mails where id = $1 and state = 'sent'`, id)).length === 1);
    expect(server.takenBy('dung@mau.example')).toHaveLength(1);
    expect(server.takenBy(address)).toHaveLength(before);
    expect(await page('/mails')).not.toContain('không có hộp thư này');
  });

  it('that another server still tries, or gave up, are shown and flag nobody', async () => {
    const { messageId, specialistId } = mail(1);
    const delayed = { messageId, action: 'delayed', status: '4.2.2', diagnostic: 'mailbox full' };
    expect(await report(delayed)).toMatchObject({ status: 200, body: { kind: 'delayed', isKnown: false } });
    expect(await report(delayed)).toMatchObject({ status: 200, body: { kind: 'delayed', isKnown: true } });
    expect(await page('/mails')).toContain('nơi đó còn thử tiếp');
    expect(await page(HOME)).not.toContain('thư bị trả lại');
    await report({ messageId, action: 'failed', status: '4.4.7', diagnostic: 'expired' });
    expect(await page('/mails')).toContain('Địa chỉ chưa chắc sai');
    expect(await page(HOME)).toContain('1 thư bị trả lại');
    expect(await page(`/specialists/${specialistId}`)).not.toContain('Thư gửi tới địa chỉ này bị trả lại');
    await report({ messageId, action: 'delivered', status: '2.0.0' });
    expect(await page(HOME)).not.toContain('thư bị trả lại');
  });

  it('no longer flag an address at which a later mail is reported to have arrived', async () => {
    const { messageId, specialistId } = mail(2);
    await report({ messageId, action: 'failed', status: '5.2.2', diagnostic: 'mailbox full' });
    expect(await page(`/specialists/${specialistId}`)).toContain('mailbox full');
    await report({ messageId, action: 'delivered', status: '2.0.0', id: 'event-7' });
    expect(await page(`/specialists/${specialistId}`)).not.toContain('mailbox full');
  });

  it('and an address that is refused at once is flagged until it takes a mail', async () => {
    const { id, specialistId } = mail(3);
    await month.sql(
      `update mails set state = 'failed', sent_at = null, fault = 'recipient', last_error = '550 5.1.1', tried_at = now()
       where id = $1`,
      id,
    );
    expect(await page(`/specialists/${specialistId}`)).toContain('Máy chủ không nhận địa chỉ này');
    const board = browserOf(service, month.board);
    await board.post(`/mails/${id}/again`);
    await until(async () => !(await page(`/specialists/${specialistId}`)).includes('Máy chủ không nhận địa chỉ này'));
  });
});
