import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day, instantOf, month } from '../../src/kernel/month.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { OwedFormsReadModel, RemindLateForms, SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type TestService } from '../support/service.ts';

interface Mail {
  to_name: string;
  subject: string;
}

describe('a reminder of late forms', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  beforeEach(async () => {
    service = await aService({ works: false });
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
  });
  afterEach(() => service.end());

  const at = (on: string, time: string) => service.clock.moveTo(instantOf(day(on), time, 'Asia/Ho_Chi_Minh'));
  const daily = () => service.work.as(committee, () => service.get(RemindLateForms).daily());
  const mails = () =>
    service.as(committee, () =>
      service.work.query<Mail>(
        `select to_name, subject from mails where kind = 'form-missing' order by made_at, to_name`,
      ),
    );
  const visitOf = async (specialistId: SpecialistId, heldOn: string) =>
    aVisit(service, committee, {
      branchId: await aBranch(service, committee, ground),
      specialistId,
      heldOn: day(heldOn),
    });

  it('goes to those whose visit is over and whose form is not there, to nobody else, once a stage', async () => {
    const nga = await aSpecialist(service, committee, ground, 'Lê Thị Nga');
    const hoa = await aSpecialist(service, committee, ground, 'Phạm Thị Hoa');
    const minh = await aSpecialist(service, committee, ground, 'Trần Văn Minh');
    const hoaIn = await signIn(service, committee, {
      email: hoa.email,
      name: hoa.name,
      role: 'specialist',
      specialistId: hoa.id,
    });
    const minhIn = await signIn(service, committee, {
      email: minh.email,
      name: minh.name,
      role: 'specialist',
      specialistId: minh.id,
    });
    await visitOf(nga.id, '2020-12-01');
    await visitOf(nga.id, '2020-12-01');
    await visitOf(nga.id, '2020-12-20');
    const theirs = await visitOf(hoa.id, '2020-12-01');
    const declined = await visitOf(minh.id, '2020-12-01');
    await apiOf(service, minhIn)('POST', `/visits/${declined.id}/decline`, { reason: 'Ốm' }, { 'if-match': '"1"' });

    await at('2020-12-01', '22:00');
    await apiOf(service, hoaIn)('PUT', `/visits/${theirs.id}/submissions/${newId()}`, {
      basedOn: 0,
      answers: someAnswers({ directives: [], date: day('2020-12-01') }),
    });
    expect(await daily()).toBe(0);
    await at('2020-12-02', '08:00');
    expect(await daily()).toBe(0);
    await at('2020-12-03', '23:00');
    expect(await daily()).toBe(0);
    await at('2020-12-04', '08:00');
    expect(await Promise.all([daily(), daily(), daily()])).toEqual(expect.arrayContaining([1, 0, 0]));
    expect(await mails()).toEqual([{ to_name: 'Lê Thị Nga', subject: expect.stringContaining('2 phiếu') as string }]);
    await at('2020-12-05', '08:00');
    expect(await daily()).toBe(0);
    await at('2020-12-10', '08:00');
    expect(await daily()).toBe(1);
    expect(await mails()).toHaveLength(2);
  });

  it('that was slept through is made up for once', async () => {
    const nga = await aSpecialist(service, committee, ground);
    await visitOf(nga.id, '2020-12-01');
    await at('2020-12-15', '08:00');
    expect([await daily(), await daily()]).toEqual([1, 0]);
    expect(await mails()).toHaveLength(1);
  });

  it('is sent by the board’s own hand once a day, and says so on the page', async () => {
    const nga = await aSpecialist(service, committee, ground);
    const minh = await aSpecialist(service, committee, ground, 'Trần Văn Minh');
    await visitOf(nga.id, '2020-12-01');
    await visitOf(nga.id, '2020-12-02');
    await visitOf(minh.id, '2020-12-03');
    await visitOf(nga.id, '2020-12-20');
    const board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
    const browser = browserOf(service, board);
    await at('2020-11-30', '08:00');
    expect((await browser.open('/months/2020-12/forms')).html).not.toContain('/forms/remind');
    await at('2020-12-05', '10:00');
    const page = await browser.open('/months/2020-12/forms');
    expect(page.html).toContain('Nhắc 1 người');
    const late = await service.as(committee, () => service.get(OwedFormsReadModel).late());
    expect(late).toEqual([{ month: '2020-12', forms: 2, people: 1 }]);
    expect(page.html).toContain('chậm 2 ngày');
    expect(page.html).toContain('hạn 03/12');
    expect(page.html).toContain('hạn 07/12');
    expect(page.html).toContain('- Lê Thị Nga: ');
    expect(page.html).not.toContain('- Trần Văn Minh: ');
    expect(page.html).toContain('3 chưa gửi · 1 chưa họp xong');
    expect((await browser.post('/months/2020-12/forms/remind')).location).toBe('/months/2020-12/forms');
    expect((await browser.post('/months/2020-12/forms/remind')).status).toBe(303);
    expect(await mails()).toHaveLength(1);
    const after = (await browser.open('/months/2020-12/forms')).html;
    expect(after).toContain('Trần Văn Ban đã nhắc 05/12');
    expect(after).toContain('Hôm nay đã nhắc mọi người quá hạn.');
    expect(after).not.toMatch(/Nhắc \d+ người/);
    const remind = (scope: Parameters<RemindLateForms['now']>[0]) =>
      service.work.as(committee, () => service.get(RemindLateForms).now(scope));
    expect(await remind({ month: month('2021-01') })).toBe(0);
    await at('2020-12-08', '10:00');
    expect(await remind({ specialistId: minh.id })).toBe(1);
    expect(await remind({ departmentId: ground.departmentId })).toBe(1);
    expect((await mails()).map(({ to_name: name }) => name)).toEqual(['Lê Thị Nga', 'Lê Thị Nga', 'Trần Văn Minh']);
    await at('2021-01-20', '10:00');
    expect((await browser.open('/months/2021-01/forms')).html).toContain('/months/2020-12/forms');
  });
});
