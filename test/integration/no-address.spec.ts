import { MovedVisitMails } from '../../src/modules/visits/infra/moved-visit-mails.ts';
import { aPublishedMonth, type PublishedMonthInTest, type PublishedVisitRow } from '../support/a-published-month.ts';
import { browserOf } from '../support/pages.ts';
import { aService, type TestService } from '../support/service.ts';

interface MailRow {
  readonly id: string;
  readonly state: string;
  readonly address: string;
  readonly ics: string;
}

describe('a mail to somebody without an address', () => {
  let service: TestService;
  let month: PublishedMonthInTest;
  let visit: PublishedVisitRow;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    month = await aPublishedMonth(service, ['2020-12-01', '2020-12-02']);
    [visit] = (await month.visits()) as [PublishedVisitRow];
  });
  afterAll(() => service.end());

  const address = (email: string) =>
    month.sql(`update specialists set email = $2 where id = $1`, visit.specialistId, email);
  const mail = async () => {
    const rows = await month.sql<MailRow>(
      `select id, state, to_address as address, content #>> '{draft,invitations,0,ics}' as ics from mails
       where kind = 'visit-moved'`,
    );
    expect(rows).toHaveLength(1);
    return rows[0] as MailRow;
  };
  const jobs = async () =>
    month.sql(`select 1 from jobs where payload ->> 'mailId' = $1 and state = 'waiting'`, (await mail()).id);

  it('is kept, tried by nobody, shown to the board with what to do, and sent once there is an address', async () => {
    await address('');
    await month.sql(
      `update meetings set starts_at = starts_at + interval '2 days', ends_at = ends_at + interval '2 days' where id = $1`,
      visit.meetingId,
    );
    await service.work.as(month.board.actor, () => service.work.run(() => service.get(MovedVisitMails).tell(visit.id)));
    expect(await mail()).toMatchObject({ state: 'failed', address: '' });
    expect(await jobs()).toEqual([]);
    const board = browserOf(service, month.board);
    const { html } = await board.open('/mails');
    expect(html).toContain('Người nhận chưa có địa chỉ thư, nên thư chưa đi.');
    expect(html).not.toContain('Địa chỉ không nhận được thư');
    const early = await board.post(`/mails/${(await mail()).id}/again`);
    expect([early.status, early.html]).toEqual([422, expect.stringContaining('chưa có địa chỉ thư')]);
    await board.post('/mails/again');
    expect(await mail()).toMatchObject({ state: 'failed', address: '' });

    await address('moi@mau.example');
    await board.post(`/mails/${(await mail()).id}/again`);
    const sent = await mail();
    expect(sent).toMatchObject({ state: 'queued', address: 'moi@mau.example' });
    expect(sent.ics.replaceAll(/\r\n[ \t]/g, '')).toMatch(/^ATTENDEE.*mailto:moi@mau\.example$/im);
    expect(await jobs()).toHaveLength(1);
  });
});
