import PostalMime from 'postal-mime';
import { composeMime, type Envelope } from './compose-mime.ts';

const MAIL = {
  subject: 'Lịch dự sinh hoạt chi bộ tháng 12/2020: 3 buổi, xin xem kỹ địa điểm',
  html: '<p>Kính gửi đồng chí</p>',
  text: 'Kính gửi đồng chí\n.\nmột dòng chỉ có dấu chấm',
};
const ICS = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Dự sinh hoạt\r\nEND:VCALENDAR\r\n';
const invitation = (fileName: string) => ({ method: 'REQUEST' as const, fileName, ics: ICS });

const anEnvelope = (over: Partial<Envelope> = {}): Envelope => ({
  from: 'Giao Ban Quận 4 <giaoban@quan4.example>',
  to: { name: 'Nguyễn Thị Ánh', address: 'anh@quan4.example' },
  messageId: '<0123@giaoban.example>',
  date: new Date('2020-11-25T02:00:00Z'),
  locale: 'vi',
  references: [],
  invitations: [],
  ...over,
});

const read = async (mime: string) => new PostalMime({ attachmentEncoding: 'utf8' }).parse(mime);
const headerOf = (mail: Awaited<ReturnType<typeof read>>, name: string) =>
  mail.headers.find(({ key }) => key === name)?.value;

describe('a mail as it is sent', () => {
  it('is read back as it was written', async () => {
    const mail = await read(await composeMime(MAIL, anEnvelope()));
    expect(mail.subject).toBe(MAIL.subject);
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(MAIL.text);
    expect(mail.html?.trim()).toBe(MAIL.html);
    expect(mail.from).toMatchObject({ name: 'Giao Ban Quận 4', address: 'giaoban@quan4.example' });
    expect(mail.to).toMatchObject([{ name: 'Nguyễn Thị Ánh', address: 'anh@quan4.example' }]);
    expect(mail.messageId).toBe('<0123@giaoban.example>');
    expect(mail.date).toBe('2020-11-25T02:00:00.000Z');
    expect(headerOf(mail, 'auto-submitted')).toBe('auto-generated');
    expect(headerOf(mail, 'list-unsubscribe')).toBeUndefined();
  });

  it('is the same bytes each time, in ASCII, with line ends as SMTP wants them', async () => {
    const bytes = () => composeMime(MAIL, anEnvelope({ invitations: [invitation('a.ics')] }));
    const first = await bytes();
    expect(await bytes()).toBe(first);
    expect(first).toMatch(/^[\x20-\x7e\r\n\t]+$/);
    expect(first.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of first.split('\r\n')) expect(line.length).toBeLessThan(998);
  });

  it('carries one invitation as a card and as a file, both with the method of its body', async () => {
    const mime = await composeMime(MAIL, anEnvelope({ invitations: [invitation('visit.ics')] }));
    expect(mime).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    const mail = await read(mime);
    expect(mail.attachments.map(({ mimeType, filename }) => [mimeType, filename])).toEqual([
      ['text/calendar', null],
      ['application/ics', 'visit.ics'],
    ]);
    const lines = mail.attachments.map(({ content }) => (content as string).split(/\r?\n/));
    expect(lines).toEqual([ICS.split('\r\n'), ICS.split('\r\n')]);
  });

  it('carries several invitations as files of their own', async () => {
    const invitations = [invitation('visit-1.ics'), invitation('visit-2.ics')];
    const mail = await read(await composeMime(MAIL, anEnvelope({ invitations })));
    expect(mail.attachments.map(({ mimeType, filename, method }) => [mimeType, filename, method])).toEqual([
      ['text/calendar', 'visit-1.ics', 'REQUEST'],
      ['text/calendar', 'visit-2.ics', 'REQUEST'],
    ]);
  });

  it('names the mails that it follows', async () => {
    const mail = await read(await composeMime(MAIL, anEnvelope({ references: ['<a@x>', '<b@x>'] })));
    expect([mail.inReplyTo, mail.references]).toEqual(['<b@x>', '<a@x> <b@x>']);
  });

  it('lets a digest be declined with one click', async () => {
    const listUnsubscribe = 'https://giaoban.example/digests/no/t0ken';
    const mail = await read(await composeMime(MAIL, anEnvelope({ listUnsubscribe })));
    expect(headerOf(mail, 'list-unsubscribe')).toBe(`<${listUnsubscribe}>`);
    expect(headerOf(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  it('does not let a name or a subject add a header or a recipient', async () => {
    const mime = await composeMime(
      { ...MAIL, subject: 'a\r\nBcc: evil@example.com' },
      anEnvelope({ to: { name: 'x>, evil@example.com, "y\r\nBcc: evil@example.com', address: 'anh@quan4.example' } }),
    );
    const mail = await read(mime);
    expect(mail.to?.map(({ address }) => address)).toEqual(['anh@quan4.example']);
    expect(mail.bcc ?? []).toEqual([]);
  });
});
