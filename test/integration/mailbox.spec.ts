import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { startMailbox, type Mailbox, type MailboxOptions, type MailFault } from '../../src/platform/mailbox/mailbox.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let dir: string;
const open = new Set<Mailbox>();

beforeEach(async () => {
  dir = await temporaryFolder('giaoban-mailbox-');
});

afterEach(async () => {
  for (const mailbox of open) await mailbox.stop();
  open.clear();
  await rm(dir, { recursive: true, force: true });
});

async function start(options: Partial<MailboxOptions> = {}): Promise<Mailbox> {
  const mailbox = await startMailbox({ dir, ...options });
  open.add(mailbox);
  return mailbox;
}

async function stop(mailbox: Mailbox): Promise<void> {
  open.delete(mailbox);
  await mailbox.stop();
}

const NOTICE: SendMailOptions = {
  from: { name: 'Ban Tổ chức', address: 'bantochuc@example.vn' },
  to: [{ name: 'Nguyễn Thị Hòa', address: 'hoa@example.vn' }],
  subject: 'Lượt dự sinh hoạt chi bộ tháng 12',
  date: new Date('2020-11-25T01:00:00Z'),
  messageId: '<visit-1@giaoban.example.vn>',
  text: 'Kính gửi đồng chí, đề nghị dự sinh hoạt với Khu phố 3.',
  html: '<p>Kính gửi đồng chí</p>',
  attachments: [{ filename: 'Thông báo phân công.pdf', content: Buffer.from('%PDF-1.7 …') }],
};

/** The same bytes each time, as an outbox makes them. */
async function rendered(mail: SendMailOptions): Promise<Buffer> {
  const { message } = await nodemailer.createTransport({ streamTransport: true, buffer: true }).sendMail(mail);
  return message as Buffer;
}

async function send(mailbox: Mailbox, mail: SendMailOptions): Promise<string> {
  const transport = nodemailer.createTransport(mailbox.url);
  try {
    return (await transport.sendMail(mail)).response;
  } finally {
    transport.close();
  }
}

const toHoa = async (mail = NOTICE): Promise<SendMailOptions> => ({
  raw: await rendered(mail),
  envelope: { from: 'bantochuc@example.vn', to: ['hoa@example.vn'] },
});

it('keeps a letter that can be listed and read, Vietnamese and attachment included', async () => {
  const mailbox = await start();
  await send(mailbox, { ...NOTICE, bcc: 'luutru@example.vn' });
  const [summary] = await mailbox.list();
  expect(summary).toEqual({
    id: expect.any(String) as string,
    from: 'Ban Tổ chức <bantochuc@example.vn>',
    to: ['Nguyễn Thị Hòa <hoa@example.vn>'],
    deliveredTo: ['hoa@example.vn', 'luutru@example.vn'],
    subject: 'Lượt dự sinh hoạt chi bộ tháng 12',
    date: '2020-11-25T01:00:00.000Z',
    messageId: '<visit-1@giaoban.example.vn>',
    attachments: ['Thông báo phân công.pdf'],
  });
  const mail = await mailbox.read(summary?.id ?? '');
  expect(mail.text.trim()).toBe(NOTICE.text);
  expect(mail.html?.trim()).toBe(NOTICE.html);
  expect(mail.headers).toContainEqual({ name: 'message-id', value: '<visit-1@giaoban.example.vn>' });
  expect(mail.attachments).toMatchObject([{ name: 'Thông báo phân công.pdf', type: 'application/pdf' }]);
  expect(Buffer.from(mail.attachments[0]?.content ?? []).toString()).toBe('%PDF-1.7 …');
});

it('writes files that another reader of mail understands', async () => {
  const mailbox = await start();
  await send(mailbox, NOTICE);
  const [file] = await readdir(dir);
  expect(file).toMatch(/\.eml$/);
  const letter = await simpleParser(await readFile(join(dir, file ?? '')));
  expect(letter).toMatchObject({ subject: NOTICE.subject, messageId: NOTICE.messageId });
  expect(letter.headers.get('delivered-to')).toMatchObject({ text: 'hoa@example.vn' });
});

it('keeps a letter once that is sent again, also at once, also after a restart', async () => {
  const first = await start();
  const letter = await toHoa();
  await Promise.all([1, 2, 3].map(() => send(first, letter)));
  await stop(first);
  const second = await start();
  await send(second, letter);
  expect(await second.list()).toHaveLength(1);
});

it('keeps both of two letters that claim the same Message-ID', async () => {
  const mailbox = await start();
  await send(mailbox, await toHoa());
  await send(mailbox, await toHoa({ ...NOTICE, text: 'Nội dung khác' }));
  expect(await mailbox.list()).toHaveLength(2);
});

it('lists the newest letter first', async () => {
  const mailbox = await start();
  for (const subject of ['một', 'hai', 'ba']) await send(mailbox, { ...NOTICE, subject });
  expect((await mailbox.list()).map((mail) => mail.subject)).toEqual(['ba', 'hai', 'một']);
});

it('refuses a letter over 25 MB and more than 200 recipients, and keeps nothing of them', async () => {
  const mailbox = await start();
  const crowd = Array.from({ length: 201 }, (_, n) => `nguoi${n}@example.vn`);
  await expect(send(mailbox, { ...NOTICE, text: 'a'.repeat(26 * 1024 * 1024) })).rejects.toMatchObject({
    responseCode: 552,
  });
  // A sender that does not announce the size is refused at the end.
  const lines = `${'a'.repeat(1022)}\r\n`.repeat(26 * 1024);
  expect(await speak(mailbox, ['EHLO x', 'MAIL FROM:<a@x.vn>', 'RCPT TO:<b@x.vn>', 'DATA', `${lines}.`])).toMatch(
    /^552/m,
  );
  expect(await mailbox.list()).toEqual([]);

  await send(mailbox, { ...NOTICE, to: crowd });
  expect((await mailbox.list())[0]?.deliveredTo).toHaveLength(200);
});

it('keeps nothing of a letter whose sender went away in the middle', async () => {
  const mailbox = await start();
  await speak(mailbox, ['EHLO x', 'MAIL FROM:<a@x.vn>', 'RCPT TO:<b@x.vn>', 'DATA', 'Subject: nửa chừng\r\n\r\nKính'], {
    hangUp: true,
  });
  await send(mailbox, NOTICE);
  expect((await mailbox.list()).map((mail) => mail.subject)).toEqual([NOTICE.subject]);
});

it('says which letter it lacks, and looks nowhere outside its folder', async () => {
  await writeFile(join(dir, 'secret.txt'), 'x');
  const mailbox = await start();
  for (const id of ['../../etc/passwd', 'secret.txt', '20201125T010000000Z-0123456789abcdef01234567']) {
    await expect(mailbox.read(id)).rejects.toMatchObject({ code: 'mailbox.no_such_mail', params: { mailId: id } });
  }
  expect(await mailbox.list()).toEqual([]);
});

it('says that its port is taken or its folder cannot be written', async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  await expect(start({ port })).rejects.toMatchObject({ code: 'mailbox.port_taken', params: { port } });
  await writeFile(join(dir, 'file'), '');
  await expect(start({ dir: join(dir, 'file') })).rejects.toMatchObject({ code: 'mailbox.not_writable' });
});

describe('made to go wrong', () => {
  const once = (fault: MailFault) => start({ faults: ({ number }) => (number === 1 ? fault : null) });

  it('refuses, then takes the next attempt', async () => {
    const mailbox = await once({ kind: 'refuse', code: 451 });
    await expect(send(mailbox, await toHoa())).rejects.toMatchObject({ responseCode: 451 });
    expect(await mailbox.list()).toEqual([]);
    await send(mailbox, await toHoa());
    expect(await mailbox.list()).toHaveLength(1);
  });

  it('drops the connection with nothing kept', async () => {
    const mailbox = await once({ kind: 'drop' });
    await expect(send(mailbox, await toHoa())).rejects.toThrow();
    expect(await mailbox.list()).toEqual([]);
  });

  it('answers late', async () => {
    const mailbox = await once({ kind: 'late', milliseconds: 300 });
    const begin = performance.now();
    await send(mailbox, NOTICE);
    expect(performance.now() - begin).toBeGreaterThan(290);
  });

  it('breaks after it has kept the letter, so that the sender must send again', async () => {
    const mailbox = await once({ kind: 'break' });
    const letter = await toHoa();
    await expect(send(mailbox, letter)).rejects.toThrow();
    expect(await mailbox.list()).toHaveLength(1);
    await send(mailbox, letter);
    expect(await mailbox.list()).toHaveLength(1);
  });

  it('lets a running delivery end when it stops', async () => {
    const mailbox = await once({ kind: 'late', milliseconds: 200 });
    const sending = send(mailbox, NOTICE);
    while ((await mailbox.list()).length === 0) await new Promise(setImmediate);
    await stop(mailbox);
    expect(await sending).toMatch(/^250/);
  });
});

/** SMTP by hand: sends each line after the reply to the one before. Returns all replies. */
function speak(mailbox: Mailbox, lines: readonly string[], { hangUp = false } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const rest = [...lines, ...(hangUp ? [] : ['QUIT'])];
    let heard = '';
    const socket = connect(Number(new URL(mailbox.url).port), '127.0.0.1');
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      if (!/^\d{3} .*\r\n$/m.test(text)) return;
      const line = rest.shift();
      if (line === undefined) return;
      if (hangUp && rest.length === 0) socket.end(line);
      else socket.write(`${line}\r\n`);
    });
    socket.once('close', () => resolve(heard));
    socket.once('error', reject);
  });
}
