import { FetchMail } from '../../src/modules/notifications/infra/fetch-mail.ts';
import { aPublishedMonth, type PublishedMonthInTest, type PublishedVisitRow } from '../support/a-published-month.ts';
import { ImapServer } from '../support/imap-server.ts';
import { browserOf } from '../support/pages.ts';
import { aService, MAIL_GATEWAY_TOKEN, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

interface Answer {
  readonly uid: string;
  readonly attendee: string;
  readonly partstat?: string;
  readonly from?: string;
  readonly stamp?: string;
  readonly headers?: readonly string[];
}

/** Where the board sees what waits for it. */
const HOME = '/months/2020-12';

/** As a calendar program sends it. */
function reply({
  uid,
  attendee,
  partstat = 'DECLINED',
  from = attendee,
  stamp = '20201126T010000Z',
  headers = [],
}: Answer) {
  const ics = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Another//Calendar//EN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `ATTENDEE;CN="Nga: Lê";PARTSTAT=${partstat}:mailto:${attendee}`,
    'COMMENT:Hôm đó tôi đi học',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  return [
    `From: Nga <${from}>`,
    'To: giaoban@localhost',
    'Subject: Declined: Branch meeting visit',
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Nga has declined.',
    '--B',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(ics).toString('base64'),
    '--B--',
    '',
  ].join('\r\n');
}

describe('what calendar programs answer', () => {
  const imap = new ImapServer();
  let service: TestService;
  let month: PublishedMonthInTest;
  let visits: readonly PublishedVisitRow[] = [];
  let admin: SignedInPerson;

  beforeAll(async () => {
    await imap.listen();
    service = await aService({ works: false, environment: { IMAP_URL: imap.url } });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    month = await aPublishedMonth(service, ['2020-12-03', '2020-12-04', '2020-12-07', '2020-12-08']);
    visits = await month.visits();
    const email = `quan.tri.${month.committee.committeeId.slice(-8)}@mau.example`;
    admin = await signIn(service, month.committee, { email, name: 'Lý Thị Quản', role: 'admin' });
  });
  afterAll(async () => {
    await service.end();
    await imap.close();
  });

  async function invited(at: number) {
    const visit = visits[at];
    if (!visit) throw new Error('there are four visits');
    const [row] = await month.sql<{ uid: string; email: string }>(
      `select i.uid, s.email from visit_invitations i, specialists s where i.visit_id = $1 and s.id = $2`,
      visit.id,
      visit.specialistId,
    );
    if (!row) throw new Error('every visit has an invitation');
    return { ...visit, ...row };
  }

  async function handIn(body: string, type = 'message/rfc822') {
    const answer = await fetch(`${service.url}/api/v1/mail/replies`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${MAIL_GATEWAY_TOKEN}` },
      body,
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  const page = async (path: string, who = month.board) => (await browserOf(service, who).open(path)).html;
  const told = (visitId: string) =>
    month.sql<{ subject: string; address: string; text: string }>(
      `select subject, to_address as address, content->'draft'->'model'->>'link' as text from mails
       where key like 'calendar-reply/' || $1 || '/%' order by id`,
      visitId,
    );
  const stateOf = async (visitId: string) =>
    (await month.sql<{ state: string }>(`select state from visits where id = $1`, visitId))[0]?.state;

  it('is shown to the board and answered once with the page’s address; the visit stays as it is', async () => {
    const { id, uid, email, meetingId } = await invited(0);
    const mail = reply({ uid, attendee: email });
    const answers = await Promise.all([1, 2, 3].map(() => handIn(mail)));
    expect(answers.map(({ status, body }) => [status, body['outcome']])).toEqual(Array(3).fill([200, 'reply']));
    expect(answers.filter(({ body }) => body['isKnown'] === false)).toHaveLength(1);
    // The mailbox holds the same mail that the gateway has handed in.
    imap.receive(mail);
    await service.get(FetchMail).fetch();
    expect(imap.unread).toBe(0);
    expect(await month.sql(`select answer, comment, problem from calendar_replies`)).toEqual([
      { answer: 'declined', comment: 'Hôm đó tôi đi học', problem: null },
    ]);
    expect(await told(id)).toEqual([
      {
        subject: expect.stringContaining('Chưa ghi nhận') as string,
        address: email,
        text: expect.stringContaining(`/my/visits/${id}`) as string,
      },
    ]);
    expect(await stateOf(id)).toBe('offered');

    expect(await page(`/meetings/${meetingId}`)).toContain('Hôm đó tôi đi học');
    expect(await page('/mails')).toContain('Chưa trả lời tại trang của lượt dự từ đó');
    expect(await page(HOME)).toContain('báo từ chối dự');
    const leader = await month.person('truc', 'leader');
    const seen = await page(`/meetings/${meetingId}`, leader);
    expect(seen).toContain('từ chối');
    expect(seen).not.toContain('Hôm đó tôi đi học');

    await service.clock.moveTo(new Date('2020-11-25T03:00:00Z'));
    const own = browserOf(service, await month.account((await invited(0)).specialistId));
    await own.open(`/my/visits/${id}`);
    await month.sql(`update visits set state = 'accepted', answered_at = '2020-11-25T03:00:00Z' where id = $1`, id);
    expect(await page(HOME)).not.toContain('báo từ chối dự');
  });

  it('that agrees with the page needs no mail, and a change of mind is told once more', async () => {
    const { id, uid, email } = await invited(1);
    await month.sql(`update visits set state = 'accepted', answered_at = '2020-11-25T02:30:00Z' where id = $1`, id);
    await handIn(reply({ uid, attendee: email, partstat: 'ACCEPTED' }));
    expect(await told(id)).toEqual([]);
    await handIn(reply({ uid, attendee: email, stamp: '20201126T020000Z' }));
    await handIn(reply({ uid, attendee: email, stamp: '20201126T030000Z' }));
    expect(await told(id)).toHaveLength(1);
  });

  it('is read from the mailbox, with what other mail servers report', async () => {
    const { id, uid, email } = await invited(2);
    const [mail] = await month.sql<{ id: string; messageId: string }>(
      `select id, message_id as "messageId" from mails where kind = 'visits-published' and to_address = $1`,
      email,
    );
    imap.receive(reply({ uid, attendee: email.toUpperCase(), partstat: 'TENTATIVE' }));
    imap.receive(
      [
        'From: MAILER-DAEMON@mx.example',
        'Message-ID: <dsn-9@mx.example>',
        'Auto-Submitted: auto-replied',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
        '',
        '--B',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        `Final-Recipient: rfc822; ${email}`,
        'Action: failed',
        'Status: 5.2.2',
        '',
        '--B',
        'Content-Type: message/rfc822',
        '',
        `Message-ID: ${mail?.messageId ?? ''}`,
        '',
        'Lịch',
        '--B--',
        '',
      ].join('\r\n'),
    );
    imap.receive(
      'Subject: Tự động trả lời\r\nFrom: nga@mau.example\r\nAuto-Submitted: auto-replied\r\n\r\nTôi đi vắng.\r\n',
    );
    expect(imap.unread).toBe(3);
    await service.get(FetchMail).fetch();
    await service.get(FetchMail).fetch();
    expect(imap.unread).toBe(0);
    expect(await month.sql(`select answer from calendar_replies where visit_id = $1`, id)).toEqual([
      { answer: 'tentative' },
    ]);
    expect(await told(id)).toHaveLength(1);
    expect(await month.sql(`select kind, status from mail_bounces where mail_id = $1`, mail?.id)).toEqual([
      { kind: 'returned', status: '5.2.2' },
    ]);
    const list = await page('/mails', admin);
    expect(list).toContain('Thư trả lời tự động');
    expect(await page('/mails')).not.toContain('Thư trả lời tự động');
  });

  it('for somebody else, by somebody else or of nothing that was sent is kept with the reason and moves nothing', async () => {
    const { id, uid, email } = await invited(3);
    const posted = async () => (await month.sql(`select 1 from mails`)).length;
    const waiting = async () => (await page(HOME)).split('báo từ chối dự').length;
    const before = { posted: await posted(), waiting: await waiting() };
    expect(await handIn(reply({ uid, attendee: 'ke.gian@noi.khac.example' }))).toMatchObject({
      body: { outcome: 'unmatched', reason: 'attendee' },
    });
    expect(await handIn(reply({ uid, attendee: email, from: 'ke.gian@noi.khac.example' }))).toMatchObject({
      body: { outcome: 'unmatched', reason: 'sender' },
    });
    expect(await handIn(reply({ uid: 'unknown@elsewhere.example', attendee: email }))).toMatchObject({
      body: { outcome: 'unmatched', reason: 'unknown_visit' },
    });
    expect(await handIn('From: nga@mau.example\r\nSubject: Xin chào\r\n\r\nCảm ơn.\r\n')).toMatchObject({
      body: { outcome: 'unmatched', reason: 'no_reply' },
    });
    expect(await handIn(reply({ uid, attendee: email }), 'text/plain')).toMatchObject({ status: 415 });
    expect(await handIn('{}', 'application/json')).toMatchObject({ status: 422, body: { code: 'mail.no_mail' } });
    expect({ posted: await posted(), waiting: await waiting() }).toEqual(before);
    expect(await stateOf(id)).toBe('offered');
    expect(await page('/mails')).toContain('không phải địa chỉ của người này');
  });

  it('of a program that answers by itself is shown, and never answered', async () => {
    const { id, uid, email } = await invited(3);
    await handIn(reply({ uid, attendee: email, headers: ['Auto-Submitted: auto-replied'] }));
    expect(await told(id)).toEqual([]);
    expect(await page(HOME)).toContain('báo từ chối dự');
  });

  it('stays in a mailbox that cannot be read, until it can', async () => {
    const { uid, email } = await invited(3);
    const away = await aService({
      works: false,
      serves: false,
      environment: { IMAP_URL: 'imap://a:b@127.0.0.1:1/INBOX' },
    });
    await away.get(FetchMail).fetch();
    await away.end();
    imap.receive(reply({ uid, attendee: email, stamp: '20201127T010000Z' }));
    expect(imap.unread).toBe(1);
    await service.get(FetchMail).fetch();
    expect(imap.unread).toBe(0);
  });
});
