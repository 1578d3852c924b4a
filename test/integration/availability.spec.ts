import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { MailPreviews } from '../../src/modules/notifications/index.ts';
import { MonthFactsReadModel } from '../../src/modules/planning/infra/month-facts-read-model.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { formOf } from '../support/form-of.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

const DECEMBER = month('2020-12');
const PAGE = '/months/2020-12/availability';

describe('specialists who are asked when they are away', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let ground: Ground;

  beforeAll(async () => {
    service = await aService();
    await service.clock.moveTo(new Date('2020-11-20T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    board = await signIn(service, committee, {
      email: `ban-${committee.committeeId}@mau.example`,
      name: 'Lê Thị Ban',
      role: 'board',
    });
    ground = await aGround(service, committee);
  });

  const open = async (path: string, form?: Record<string, string>, who = board) => {
    const browser = browserOf(service, who);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    return { ...reply, text: textOf(reply.html) };
  };
  const visit = async (path: string, method = 'GET') => {
    const reply = await fetch(service.url + path, { method, redirect: 'manual', headers: { accept: 'text/html' } });
    const html = await reply.text();
    return { status: reply.status, to: reply.headers.get('location'), text: textOf(html) };
  };
  const person = async (name: string) => {
    const specialist = await aSpecialist(service, committee, ground, name);
    const { id: specialistId, email } = specialist;
    return { ...specialist, who: await signIn(service, committee, { email, name, role: 'specialist', specialistId }) };
  };
  const mails = () =>
    service.as(committee, () =>
      service.work.query<{ id: string; address: string }>(
        `select id, to_address as address from mails where kind = 'availability-asked' order by made_at, key`,
      ),
    );
  const linkTo = async (address: string) => {
    const mail = (await mails()).findLast((one) => one.address === address);
    const shown = await service.as(committee, () => service.get(MailPreviews).posted(mail?.id ?? ''));
    return /\/nothing-to-block\/[0-9a-f-]+\/[\w-]+/.exec(shown?.text ?? '')?.[0] ?? '';
  };

  it('get one mail each; who replied by a button, with days or on the page is not reminded', async () => {
    const [nga, dan, lan] = [await person('Lê Thị Nga'), await person('Trần Dân'), await person('Võ Lan')];
    const page = await open(PAGE);
    expect(page.text).toContain('Gửi thư cho 3 người');
    const both = await Promise.all([1, 2].map(() => open(PAGE, { seen: '0', until: '25/11/2020' })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await mails()).map(({ address }) => address).sort()).toEqual([nga.email, dan.email, lan.email].sort());
    // The progress of the month says how many have replied, and no longer once the last day is over.
    expect((await open('/months/2020-12')).text).toMatch(/Lịch bận , chưa tới 0 \/ 3 /);
    const own = (await open('/my/visits', undefined, nga.who)).html;
    expect(own).toContain('class="count"');
    expect(own).toMatch(/<a href="\/my\/absences">(Tháng \d\d\/\d{4}: )?Trả lời lịch bận \(hạn /);

    const link = await linkTo(nga.email);
    expect((await visit(link)).text).toContain('Tháng 12/2020 tôi không bận ngày nào');
    expect((await open(PAGE)).text).toMatch(/Không bận ngày nào 0 /);
    expect(
      (await Promise.all([visit(link, 'POST'), visit(link, 'POST')])).map(({ status, to }) => [status, to]),
    ).toEqual([
      [303, link],
      [303, link],
    ]);
    expect((await visit(link)).text).toContain('Đã ghi nhận: không bận ngày nào.');

    const absence = { from: '02/12/2020', to: '03/12/2020', part: 'whole', kind: 'leave' };
    expect((await open('/my/absences', absence, dan.who)).status).toBe(303);
    await until(async () => (await open(PAGE)).text.includes('Nhắc 1 người chưa trả lời'));
    expect((await open(PAGE)).text).toMatch(/Đã khai lịch bận 1 .*Trần Dân BTC 2 /);

    expect((await open('/months/2020-12')).text).toMatch(/Lịch bận , chưa tới 2 \/ 3 /);
    await open(PAGE, formOf((await open(PAGE)).html));
    expect((await mails()).slice(3).map(({ address }) => address)).toEqual([lan.email]);
    expect((await open('/my/absences', undefined, lan.who)).text).toContain('Trả lời đến hết ngày 25/11/2020.');
    for (const press of [1, 2]) {
      expect([press, (await open('/my/availability/2020-12', {}, lan.who)).status]).toEqual([press, 303]);
    }
    expect((await open('/my/absences', undefined, lan.who)).text).toContain('Bạn đã trả lời: không bận ngày nào.');
    const trail = await service.as(committee, () =>
      service.work.query(
        `select from audit_entries where committee_id = current_committee() and action = 'availability.replied'`,
      ),
    );
    expect(trail).toHaveLength(3);
  });

  it('have replied about each month of a long absence; once they take it back, no day is blocked', async () => {
    const nga = await person('Lê Thị Nga');
    await open(PAGE, { seen: '0', until: '25/11/2020' });
    const absence = { from: '30/11/2020', to: '02/01/2021', part: 'whole', kind: 'leave' };
    expect((await open('/my/absences', absence, nga.who)).status).toBe(303);
    await until(async () => (await open(PAGE)).text.includes('Đã khai lịch bận 1 '));
    const removal = /action="(\/my\/absences\/[^"]+)"/.exec((await open('/my/absences', undefined, nga.who)).html)?.[1];
    expect((await open(removal ?? '', {}, nga.who)).status).toBe(303);
    const own = (await open('/my/absences', undefined, nga.who)).text;
    expect(own).toContain('Bạn đã trả lời: không bận ngày nào.');
    expect((await open(PAGE)).text).toMatch(/Đã khai lịch bận 0 Không bận ngày nào 1 /);
  });

  it.each([
    ['19/11/2020', 'đã qua'],
    ['01/12/2020', 'phải trước khi tháng 12/2020 bắt đầu'],
    ['mai', 'ngày'],
  ])('are not asked until %s, and the board hears why', async (last, words) => {
    await person('Lê Thị Nga');
    const reply = await open(PAGE, { seen: '0', until: last });
    expect([reply.status, reply.text]).toEqual([422, expect.stringContaining(words)]);
    expect(formOf(reply.html)['until']).toBe(last);
    expect(await mails()).toEqual([]);
  });

  it('without an address are counted and named, with the number by which to call them', async () => {
    await person('Lê Thị Nga');
    const { id } = await person('Trần Dân');
    await service.as(committee, () =>
      service.work.query(`update specialists set email = '', phone = '0903111222' where id = $1`, [id]),
    );
    const reply = await open(PAGE, { seen: '0', until: '25/11/2020' });
    expect(reply.flash).toMatchObject({ kind: 'warning', params: { count: 1, missed: 1 } });
    expect((await open(PAGE)).text).toContain('Trần Dân chưa có địa chỉ thư: hãy gọi 0903111222');
  });

  it('are asked and reply over the API as on the pages', async () => {
    const [nga, dan] = [await person('Lê Thị Nga'), await person('Trần Dân')];
    const call = (method: 'GET' | 'POST', path: string, body?: unknown, who = board) =>
      apiOf(service, who)<unknown>(method, path, body);
    const round = '/months/2020-12/availability';
    expect(await call('GET', round)).toMatchObject({ status: 200, body: { round: null, isPublished: false } });
    const wrong = await call('POST', round, { until: '2020-11-31' });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/until' }] } });
    const late = await call('POST', round, { until: '2020-12-01' });
    expect(late).toMatchObject({ status: 422, body: { code: 'availability.until_late' } });
    const early = await call('POST', '/my/availability/2020-12', undefined, nga.who);
    expect(early).toMatchObject({ status: 409, body: { code: 'availability.not_asked' } });
    expect(await call('POST', round, { until: '2020-11-25' })).toMatchObject({
      status: 200,
      body: { asked: 2, reached: 2 },
    });
    expect(await call('POST', round, { until: '2020-11-25' })).toMatchObject({ status: 200, body: { asked: 0 } });

    const mine = { rounds: [{ month: '2020-12', until: '2020-11-25', isOpen: true, reply: null, days: 0 }] };
    expect(await call('GET', '/my/availability', undefined, nga.who)).toMatchObject({ status: 200, body: mine });
    for (const time of [1, 2]) {
      const replied = await call('POST', '/my/availability/2020-12', undefined, nga.who);
      expect([time, replied]).toMatchObject([time, { status: 200, body: { rounds: [{ reply: 'nothing' }] } }]);
    }
    const { body } = await call('GET', round);
    expect(body).toMatchObject({ round: { until: '2020-11-25', isOpen: true, mailing: 1 } });
    const standings = (body as { people: { name: string; standing: string }[] }).people;
    expect(Object.fromEntries(standings.map(({ name, standing }) => [name, standing]))).toEqual({
      'Lê Thị Nga': 'nothing',
      'Trần Dân': 'silent',
    });
    expect(await call('GET', round, undefined, dan.who)).toMatchObject({ status: 403 });
    expect(await call('POST', round, { until: '2020-11-25', seen: 1 })).toMatchObject({ body: { asked: 1 } });
    const beyond = { until: '2020-11-25', seen: 2 ** 40 };
    expect(await call('POST', round, beyond)).toMatchObject({ status: 200, body: { asked: 1 } });
    expect(await call('GET', round)).toMatchObject({ body: { round: { mailing: 3 } } });
  });

  it('are not asked about a published month', async () => {
    const nga = await person('Lê Thị Nga');
    const branchId = await aBranch(service, committee, ground);
    await aVisit(service, committee, { branchId, specialistId: nga.id, heldOn: day('2020-12-03') });
    expect((await open(PAGE)).text).toContain('đã công bố nên không hỏi lịch bận nữa');
    expect((await open(PAGE, { seen: '0', until: '25/11/2020' })).status).toBe(409);
  });

  it('say on which weekdays they would rather not go, which the planner knows', async () => {
    const nga = await person('Lê Thị Nga');
    const branchId = await aBranch(service, committee, ground);
    await service.as(committee, () =>
      service.work.query(
        `insert into meetings (committee_id, id, branch_id, month, starts_at, ends_at, kind, state, source)
         values (current_committee(), gen_random_uuid(), $1, '2020-12-01', '2020-12-03T12:30Z', '2020-12-03T14:00Z', 'regular', 'scheduled', 'edit')`,
        [branchId],
      ),
    );
    const form = { day5: 'evening', day6: 'whole', day1: 'nonsense' };
    for (const press of [1, 2]) {
      expect([press, (await open('/my/day-preferences', form, nga.who)).status]).toEqual([press, 303]);
    }
    expect(formOf((await open('/my/absences', undefined, nga.who)).html)).toMatchObject({
      day1: '',
      day5: 'evening',
      day6: 'whole',
    });
    const facts = await service.as(committee, () => service.get(MonthFactsReadModel).read(DECEMBER));
    expect(facts.specialists.map(({ ratherNot }) => ratherNot)).toEqual([
      [
        { weekday: 5, part: 'evening' },
        { weekday: 6, part: null },
      ],
    ]);
  });

  it('tell which branch they should not visit, why and until when, which counts and which the board sees', async () => {
    const nga = await person('Lê Thị Nga');
    const branchId = await aBranch(service, committee, ground);
    const [branch] = await service.as(committee, () =>
      service.work.query<{ code: string; name: string }>(`select code, name from branches where id = $1`, [branchId]),
    );
    const told = { branch: branch?.code ?? '', reason: 'relative', until: '31/12/2020' };
    const past = await open('/my/absences/conflicts', { ...told, until: '01/11/2020' }, nga.who);
    expect([past.status, past.text]).toEqual([422, expect.stringContaining('Ngày này đã qua.')]);
    expect(formOf(past.html)).toMatchObject({ branch: branch?.code, reason: 'relative', until: '01/11/2020' });
    expect((await open('/my/absences/conflicts', { ...told, branch: 'X' }, nga.who)).status).toBe(422);

    const both = await Promise.all([1, 2].map(() => open('/my/absences/conflicts', told, nga.who)));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await open(PAGE)).text).toMatch(
      /Lê Thị Nga – Chi bộ Khu phố \d+ Người thân, đến hết ngày 31\/12\/2020; khai lúc/,
    );
    expect((await open(`/conflicts/${nga.id}.${branchId}`)).text).toContain('31/12/2020');
    const facts = (of: string) => service.as(committee, () => service.get(MonthFactsReadModel).read(month(of)));
    expect((await facts('2020-12')).specialists[0]?.conflictBranchIds).toEqual([branchId]);
    expect((await facts('2021-01')).specialists[0]?.conflictBranchIds).toEqual([]);

    for (const press of [1, 2]) {
      expect([press, (await open(`/my/absences/conflicts/${branchId}/remove`, {}, nga.who)).status]).toEqual([
        press,
        303,
      ]);
    }
    expect((await facts('2020-12')).specialists[0]?.conflictBranchIds).toEqual([]);
    await service.as(committee, () =>
      service.work.query(
        `insert into conflicts_of_interest (committee_id, specialist_id, branch_id, reason) values (current_committee(), $1, $2, 'duty')`,
        [nga.id, branchId],
      ),
    );
    const theirs = await open('/my/absences/conflicts', told, nga.who);
    expect([theirs.status, theirs.text]).toEqual([
      422,
      expect.stringContaining('Ban đã ghi chi bộ này trong danh bạ.'),
    ]);
    expect((await open(`/my/absences/conflicts/${branchId}/remove`, {}, nga.who)).status).toBe(409);
  });

  it('find a link that was cut in plain words', async () => {
    const nga = await person('Lê Thị Nga');
    // Of whom nobody has asked nobody is told not to have replied.
    expect((await open(PAGE)).text).toMatch(/Chưa trả lời 0 Chưa được hỏi 1 /);
    await open(PAGE, { seen: '0', until: '25/11/2020' });
    const link = await linkTo(nga.email);
    for (const cut of [link.slice(0, -1), '/nothing-to-block/x/y']) {
      const reply = await visit(cut);
      expect([reply.status, reply.text]).toEqual([404, expect.stringContaining('Liên kết không dùng được')]);
      expect((await visit(cut, 'POST')).status).toBe(303);
    }
    expect((await open(PAGE)).text).toMatch(/Chưa trả lời 1 /);
  });

  // The last one, because the clock does not go back.
  it('are told after the last day that the plan may be made, and still counted', async () => {
    const nga = await person('Lê Thị Nga');
    await open(PAGE, { seen: '0', until: '25/11/2020' });
    const link = await linkTo(nga.email);
    await service.clock.moveTo(new Date('2020-11-25T18:00:00Z'));
    expect(await visit(link)).toMatchObject({ status: 410 });
    expect((await visit(link, 'POST')).status).toBe(303);
    expect((await open(PAGE)).text).toContain('Hạn trả lời đã hết ngày 25/11/2020.');
    expect((await open('/months/2020-12')).text).not.toMatch(/Lịch bận , [^/]*0 \/ 1 /);
    expect((await open('/my/absences', undefined, nga.who)).text).toContain('kế hoạch có thể đã lập');
    await open('/my/availability/2020-12', {}, nga.who);
    expect((await open(PAGE)).text).toMatch(/Không bận ngày nào 1 /);
  });
});

function textOf(html: string): string {
  return html
    .slice(Math.max(0, html.indexOf('<main')))
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ');
}
