import { newId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { PlanMonth, Plans, PublishPlan } from '../../src/modules/planning/index.ts';
import { AnswerVisit, VisitsReadModel } from '../../src/modules/visits/index.ts';
import { aBranch, aGround, aSpecialist, type Ground } from '../support/a-month.ts';
import { MailServer } from '../support/mail-server.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

const DECEMBER = month('2020-12');
const PAGE = '/months/2020-12/duties';

describe('who is told of which duties', () => {
  const server = new MailServer();
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let boardAddress: string;
  let people: { readonly id: string; readonly email: string; readonly name: string }[];
  beforeAll(async () => {
    await server.listen();
    service = await aService({ environment: { SMTP_URL: server.url } });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(async () => {
    await service.end();
    await server.close();
  });
  beforeEach(async () => {
    committee = await aCommittee(service);
    const ground: Ground = await aGround(service, committee);
    people = [
      await aSpecialist(service, committee, ground, 'Lê Thị Nga'),
      await aSpecialist(service, committee, ground, 'Trần Văn Bảy'),
    ];
    for (const at of ['2020-12-01', '2020-12-02', '2020-12-03', '2020-12-04']) {
      const branchId = await aBranch(service, committee, ground);
      const meeting = {
        branchId,
        kind: 'regular',
        day: day(at),
        time: '19:30',
        minutes: 90,
        place: '',
        note: '',
      } as const;
      await service.as(committee, () => service.get(AddMeeting).execute(DECEMBER, meeting));
    }
    boardAddress = `ban.${committee.committeeId.slice(-8)}@mau.example`;
    board = await signIn(service, committee, { email: boardAddress, name: 'Trần Văn Ban', role: 'board' });
    await service.work.as(board.actor, () => service.get(PlanMonth).execute(DECEMBER));
    await until(async () => (await service.as(committee, () => service.get(Plans).findHeader(DECEMBER))) !== null);
  });

  const browser = () => browserOf(service, board);
  const [first, second] = [() => people[0]?.id ?? '', () => people[1]?.id ?? ''];
  const publish = async () => {
    const planId = (await service.as(committee, () => service.get(Plans).findHeader(DECEMBER)))?.id ?? '';
    await service.work.as(board.actor, () =>
      service.get(PublishPlan).execute(DECEMBER, { planId, revision: 1, leftOut: 0 }),
    );
  };
  const rows = (sql: string) => service.as(committee, () => service.work.query(sql));
  const lineOf = (html: string, name: string) => {
    const row = html.match(/<tr>[^]*?<\/tr>/g)?.find((each) => each.includes(name)) ?? '';
    return row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  };

  it('is listed before a plan is published, with the address of each mail', async () => {
    const publishPage = await browser().open('/months/2020-12/publish');
    expect(publishPage.html).toContain(`href="${PAGE}"`);
    const { html } = await browser().open(PAGE);
    expect(html).toContain('2 người có 4 lượt dự');
    for (const { name, email } of people) expect(lineOf(html, name)).toMatch(new RegExp(`${email} Ban Tổ chức 2 $`));
    expect(html).not.toContain('Đã trả lời');
    const sorted = await browser().open(`${PAGE}?sort=-name`);
    expect(sorted.html.indexOf('Trần Văn Bảy')).toBeGreaterThan(sorted.html.indexOf('Lê Thị Nga'));
  });

  it('can be read before it goes out, mail and notice, and nothing is kept of that', async () => {
    const { html } = await browser().open(`${PAGE}/${first()}`);
    expect(html).toContain('Kính gửi đồng chí Lê Thị Nga');
    expect(html).toMatch(/theo\s+Thông báo số …-TB\/BTC ngày\s+25\/11\/2020/);
    expect(html).toContain('2 lời mời lịch');
    const stranger = await browser().open(`${PAGE}/${newId()}`);
    expect(stranger.status).toBe(404);
    expect(stranger.html).toContain('Người này không có thư phân công trong kế hoạch tháng 12/2020.');
    const pdf = await browser().open(`${PAGE}/notice/pdf`);
    expect([pdf.status, pdf.type]).toEqual([200, 'application/pdf']);
    expect(await rows(`select from mails`)).toEqual([]);
    expect(await rows(`select from documents`)).toEqual([]);
    expect(await rows(`select from document_numbers`)).toEqual([]);
    expect(await rows(`select from visit_invitations`)).toEqual([]);
  });

  it('can be sent to oneself as a trial, once, and counts as nobody’s mail', async () => {
    const { html } = await browser().open(`${PAGE}/${first()}`);
    const trialId = hiddenIn(html, 'trialId');
    const replies = await Promise.all([
      browser().post(`${PAGE}/${first()}/trial`, { trialId }),
      browser().post(`${PAGE}/${first()}/trial`, { trialId }),
    ]);
    expect(replies.map(({ status, location }) => [status, location])).toEqual([
      [303, `${PAGE}/${first()}?trial=${trialId}`],
      [303, `${PAGE}/${first()}?trial=${trialId}`],
    ]);
    expect(server.takenBy(boardAddress)).toHaveLength(1);
    expect(server.takenBy(people[0]?.email ?? '')).toEqual([]);
    const page = await browser().open(replies[0]?.location ?? '');
    expect(page.html).toContain(`Máy chủ thư đã nhận thư thử gửi tới ${boardAddress}.`);
    expect(await rows(`select kind, month, specialist_id from mails`)).toEqual([
      { kind: 'visits-trial', month: null, specialist_id: null },
    ]);
    await publish();
    await until(async () => (await rows(`select from mails where state = 'queued'`)).length === 0);
    expect((await browser().open('/months/2020-12')).html).toContain('Máy chủ thư đã nhận cả 2 thư.');
  });

  it('says why a trial does not go', async () => {
    server.willFail(boardAddress, 'rejects');
    const { location } = await browser().post(`${PAGE}/${first()}/trial`);
    expect((await browser().open(location ?? '')).html).toContain('Máy chủ không nhận địa chỉ này');
  });

  it('is told after publication with what became of each mail and how many have answered', async () => {
    server.willFail(people[1]?.email ?? '', 'rejects');
    await publish();
    await until(async () => (await rows(`select from mails where state = 'queued'`)).length === 0);
    const visits = await service.as(committee, () => service.get(VisitsReadModel).listOfMonth(DECEMBER));
    const [one, two] = visits.filter(({ specialistId }) => specialistId === first());
    if (!one || !two) throw new Error('the first has two visits');
    const nga: Actor = { ...committee, roles: ['specialist'], specialistId: one.specialistId };
    const answer = service.get(AnswerVisit);
    await service.work.as(nga, () => answer.accept(one.id, one.revision));
    await service.work.as(nga, () => answer.decline(two.id, two.revision, { kind: 'ill', reason: 'Ốm' }));

    const { html } = await browser().open(`${PAGE}?sort=mail`);
    expect(html.indexOf('Trần Văn Bảy')).toBeLessThan(html.indexOf('Lê Thị Nga'));
    expect(lineOf(html.slice(html.indexOf('<tbody')), 'Trần Văn Bảy')).toMatch(
      /Không gửi được .*không nhận địa chỉ này.* 0 \/ 2/,
    );
    expect(lineOf(html.slice(html.indexOf('<tbody')), 'Lê Thị Nga')).toMatch(/ 1 .*Đã nhận lúc .* 2 \/ 2 từ chối 1/);
    expect((await browser().open(`${PAGE}/${second()}`)).html).toContain('Thư như đã được gửi đi.');
    expect((await browser().post(`${PAGE}/${second()}/trial`)).status).toBe(409);
    expect((await browser().open(`${PAGE}/notice/pdf`)).status).toBe(409);
  });
});
