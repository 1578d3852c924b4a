import type { Actor } from '../../src/kernel/actor.ts';
import type { BranchId, SpecialistId } from '../../src/kernel/id.ts';
import { day } from '../../src/kernel/month.ts';
import { TouchedVisitMails } from '../../src/modules/visits/infra/touched-visit-mails.ts';
import type { Visit } from '../../src/modules/visits/index.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

describe('what comes after publication', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let branchId: BranchId;
  let specialistId: SpecialistId;
  let visit: Visit;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-12-01T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    const email = `ban-${committee.committeeId}@mau.example`;
    board = await signIn(service, committee, { email, name: 'Ban', role: 'board' });
    branchId = await aBranch(service, committee, ground);
    ({ id: specialistId } = await aSpecialist(service, committee, ground));
    visit = await aVisit(service, committee, { branchId, specialistId, heldOn: day('2020-12-14') });
  });

  const open = async (path: string, form?: Record<string, string>) => {
    const browser = browserOf(service, board);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    return { ...reply, text: reply.html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
  };
  const sql = (text: string, ...values: unknown[]) => service.as(committee, () => service.work.query(text, values));
  const away = (who: SpecialistId) =>
    sql(
      `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
       values (current_committee(), gen_random_uuid(), $1, '2020-12-14', '2020-12-15', 'sick')`,
      who,
    );
  const waiting = async () => (await open('/months/2020-12/calendar')).text;

  it('a day off is told before it is saved, with the visits that it hits, and stays in view until it is decided', async () => {
    expect((await open('/touched-visits')).text).toContain('Không có lượt dự nào cần xem lại');
    const holiday = { day: '14/12/2020', name: 'Nghỉ đột xuất', kind: 'public' };
    const asked = await open('/holidays', holiday);
    expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('1 lượt dự đã công bố vào ngày này')]);
    expect(asked.text).toContain('Lê Thị Nga');
    expect((await open('/holidays?year=2020')).text).not.toContain('Nghỉ đột xuất');

    expect(await open('/holidays', { ...holiday, confirmed: '2020-12-14' })).toMatchObject({
      status: 303,
      location: '/touched-visits', // where the board goes on
    });
    expect((await open('/holidays?year=2020')).text).toMatch(/14\/12\/2020 .*Nghỉ đột xuất 1 cuộc họp .*đã nhập/);
    expect(await waiting()).toContain('1 lượt dự đã công bố rơi vào ngày nghỉ lễ 14/12 (Nghỉ đột xuất)');
    const listed = await open('/touched-visits');
    expect(listed.text).toContain('ngày nghỉ lễ: Nghỉ đột xuất');

    const kept = { visitId: visit.id, cause: 'holiday', fact: '2020-12-14 Nghỉ đột xuất' };
    expect((await open('/touched-visits/keep', kept)).status).toBe(303);
    expect((await open('/touched-visits/keep', kept)).status).toBe(303);
    expect((await open('/touched-visits')).text).not.toContain('Nghỉ đột xuất');
    expect(await waiting()).not.toContain('rơi vào ngày nghỉ lễ');
  });

  it('many visits on a day off are kept together for one reason, all that it hits or those that are chosen', async () => {
    for (const time of ['08:00', '14:00']) {
      const at = { branchId: await aBranch(service, committee, ground), specialistId, heldOn: day('2020-12-14'), time };
      await aVisit(service, committee, at);
    }
    await away(specialistId);
    const holiday = { day: '14/12/2020', name: 'Nghỉ đột xuất', kind: 'public', confirmed: '2020-12-14' };
    await open('/holidays', holiday);
    const listed = await open('/touched-visits');
    expect(listed.text).toContain('Giữ nguyên cả 3 lượt: ngày nghỉ lễ: Nghỉ đột xuất');
    expect(listed.text).toContain('Giữ nguyên cả 3 lượt: người dự có lịch bận');
    expect(listed.html).toContain('href="/months/2020-12/replan"');
    const values = [...listed.html.matchAll(/name="touch" value="([^"]+)"/g)].map(([, value = '']) => value);
    expect(values).toHaveLength(6);
    const all = { listed: values.join('\n'), group: 'holiday/2020-12-14 Nghỉ đột xuất' };
    const silent = await open('/touched-visits/keep-several', { ...all, reason: ' ' });
    expect([silent.status, silent.text]).toEqual([422, expect.stringContaining('Hãy ghi lý do giữ nguyên')]);
    for (const _ of ['once', 'again']) {
      expect((await open('/touched-visits/keep-several', { ...all, reason: 'Các chi bộ vẫn họp' })).status).toBe(303);
    }
    const left = await open('/touched-visits');
    expect(left.text).not.toContain('Nghỉ đột xuất');
    expect([...left.html.matchAll(/name="touch"/g)]).toHaveLength(3);
    const [chosen = ''] = [...left.html.matchAll(/name="touch" value="([^"]+)"/g)].map(([, value = '']) => value);
    const one = { touch: chosen, reason: 'Đã đổi lịch công tác' };
    expect((await open('/touched-visits/keep-several', one)).status).toBe(303);
    expect((await sql(`select distinct reason from kept_visits order by 1`)) as object[]).toEqual([
      { reason: 'Các chi bộ vẫn họp' },
      { reason: 'Đã đổi lịch công tác' },
    ]);
    const none = await open('/touched-visits/keep-several', { reason: 'Các chi bộ vẫn họp' });
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('Chưa chọn lượt dự nào')]);
    expect(none.html).toMatch(/<textarea[^>]*name="reason"[^>]*>Các chi bộ vẫn họp</);
    const visits = [...(await open('/touched-visits')).html.matchAll(/name="touch" value="([^"]+)"/g)];
    expect(visits).toHaveLength(2);
  });

  it('ninety visits on one day off are decided by one press, and as many marks are read as are sent', async () => {
    for (let made = 1; made < 90; made += 1) {
      const { id } = await aSpecialist(service, committee, ground, `Người ${made}`);
      const at = { branchId: await aBranch(service, committee, ground), specialistId: id, heldOn: day('2020-12-14') };
      await aVisit(service, committee, at);
    }
    await open('/holidays', { day: '14/12/2020', name: 'Nghỉ đột xuất', kind: 'public', confirmed: '2020-12-14' });
    const listed = await open('/touched-visits');
    expect(listed.text).toContain('Giữ nguyên cả 90 lượt: ngày nghỉ lễ: Nghỉ đột xuất');
    expect(listed.html).toContain('data-more-rows'); // a phone shows ten of them first
    const values = [...listed.html.matchAll(/name="touch" value="([^"]+)"/g)].map(([, value = '']) => value);
    expect(values).toHaveLength(90);
    const marked = { touch: values.slice(0, 40), reason: 'Các chi bộ vẫn họp' };
    expect((await browserOf(service, board).post('/touched-visits/keep-several', marked)).status).toBe(303);
    const left = await open('/touched-visits');
    expect(left.text).toContain('Giữ nguyên cả 50 lượt: ngày nghỉ lễ: Nghỉ đột xuất');
    // From the page that was opened first, on which the other forty are still listed.
    const all = { listed: values.join('\n'), group: 'holiday/2020-12-14 Nghỉ đột xuất', reason: 'Đã hỏi các chi bộ' };
    expect((await open('/touched-visits/keep-several', all)).status).toBe(303);
    expect((await open('/touched-visits')).text).toContain('Không có lượt dự nào cần xem lại');
    expect(await sql(`select reason, count(*)::int as visits from kept_visits group by 1 order by 2`)).toEqual([
      { reason: 'Các chi bộ vẫn họp', visits: 40 },
      { reason: 'Đã hỏi các chi bộ', visits: 50 },
    ]);
  });

  it('a day off that is taken back is no longer told', async () => {
    const holiday = { day: '14/12/2020', name: 'Gõ nhầm', kind: 'public', confirmed: '2020-12-14' };
    await open('/holidays', holiday);
    expect((await open('/touched-visits')).text).toContain('Gõ nhầm');
    expect((await open('/holidays/remove', { day: '2020-12-14', year: '2020' })).status).toBe(303);
    expect((await open('/touched-visits')).text).not.toContain('Gõ nhầm');
    expect((await open('/holidays?year=2020')).text).not.toContain('Gõ nhầm');
  });

  it('an absence is told before it is recorded, with the visits in it', async () => {
    const leave = { specialistId, from: '12/12/2020', to: '15/12/2020', kind: 'sick' };
    const asked = await open('/absences', leave);
    expect([asked.status, asked.text]).toEqual([
      200,
      expect.stringContaining('1 lượt dự đã công bố trong những ngày đó'),
    ]);
    expect((await sql(`select 1 from specialist_absences`)).length).toBe(0);
    const [, confirmed = ''] = /name="confirmed" value="([^"]+)"/.exec(asked.html) ?? [];
    expect((await open('/absences', { ...leave, confirmed })).status).toBe(303);
    expect(await waiting()).toContain('Lê Thị Nga có lịch bận vào ngày dự');
    expect((await open('/touched-visits')).text).toContain('Lê Thị Nga có lịch bận lúc đó');

    const overlapping = await open('/absences', { ...leave, from: '15/12/2020', to: '20/12/2020' });
    expect(overlapping.text).toMatch(/Đã có lịch bận trùng ngày: 12\/12\/2020 – 15\/12\/2020/);
    const long = await open('/absences', { ...leave, from: '01/02/2021', to: '01/02/2031' });
    expect([long.status, long.text]).toEqual([200, expect.stringContaining('dài hơn sáu tháng')]);
    const nobody = await open('/absences', { ...leave, specialistId: '' });
    expect([nobody.status, nobody.text]).toEqual([422, expect.stringContaining('Hãy chọn người vắng')]);
  });

  it('a program is named the visits that an absence or a day off hits, lists them, and keeps one as it is', async () => {
    const api = apiOf(service, board);
    const named = { visitId: visit.id, day: '2020-12-14', branchId, specialistId, specialist: 'Lê Thị Nga' };
    const leave = { specialistId, from: '2020-12-12', to: '2020-12-15', kind: 'sick' };
    const absence = await api<{ id: string }>('POST', '/absences', leave);
    expect(absence).toMatchObject({ status: 201, body: { touchedVisits: [named] } });
    expect(await api('POST', '/absences', { ...leave, from: '2020-12-15' })).toMatchObject({
      body: { touchedVisits: [] },
    });
    const month = await api<{ items: { from: string }[] }>('GET', '/months/2020-12/absences');
    expect(month.body.items.find(({ from }) => from === '2020-12-12')).toEqual(absence.body);
    const specialist = await api('GET', `/registers/specialists/entries/${specialistId}`);
    expect(specialist).toMatchObject({ status: 200, body: { touchedVisits: [{ ...named, cause: 'absence' }] } });
    for (const _ of ['once', 'again']) {
      expect(await api('DELETE', `/absences/${absence.body.id}`)).toMatchObject({
        status: 200,
        body: { id: absence.body.id, touchedVisits: [named] },
      });
    }

    const holiday = { day: '2020-12-14', name: ' Nghỉ đột xuất ', kind: 'local' };
    const entered = { day: '2020-12-14', name: 'Nghỉ đột xuất', kind: 'local', from: 'entry', entryDay: '2020-12-14' };
    for (const _ of ['once', 'again']) {
      expect(await api('POST', '/holidays', holiday)).toMatchObject({
        status: 201,
        body: { ...entered, isYearly: false, touchedVisits: [named] },
      });
    }
    const year = await api<{ items: object[] }>('GET', '/holidays?year=2020');
    expect(year.body.items.filter((item) => 'day' in item && item.day === '2020-12-14')).toMatchObject([entered]);
    expect(year.body.items).toContainEqual(expect.objectContaining({ day: '2020-09-02', from: 'law', entryDay: null }));
    const touch = { cause: 'holiday', fact: '2020-12-14 Nghỉ đột xuất' };
    expect((await api('GET', '/touched-visits')).body).toMatchObject({ items: [{ ...named, ...touch }] });
    expect((await api('POST', '/touched-visits/keep', { visitId: visit.id, ...touch })).status).toBe(204);
    expect((await api('GET', '/touched-visits')).body).toEqual({ items: [] });

    for (const _ of ['once', 'again']) {
      expect(await api('DELETE', '/holidays/2020-12-14')).toMatchObject({
        status: 200,
        body: { day: '2020-12-14', touchedVisits: [named] },
      });
    }
    expect((await api<{ items: object[] }>('GET', '/holidays?year=2020')).body.items).not.toContainEqual(
      expect.objectContaining({ from: 'entry' }),
    );
    expect(await api('POST', '/holidays', { ...holiday, day: '2021-02-29' })).toMatchObject({ status: 422 });
    expect(await api('POST', '/holidays', { ...holiday, name: '  ' })).toMatchObject({ status: 422 });
    expect(await api('POST', '/holidays', { ...holiday, kind: 'worked' })).toMatchObject({
      status: 422,
      body: { code: 'holiday.works_anyway' },
    });
    expect((await api('DELETE', '/holidays/2021-02-29')).status).toBe(422);
    expect((await api('GET', '/holidays?year=nào')).status).toBe(422);
    const email = `nga-${committee.committeeId}@mau.example`;
    const person = await signIn(service, committee, { email, name: 'Nga', role: 'specialist', specialistId });
    for (const [method, path] of [
      ['POST', '/holidays'],
      ['DELETE', '/holidays/2020-12-14'],
      ['GET', '/touched-visits'],
    ] as const) {
      expect((await apiOf(service, person)(method, path, method === 'POST' ? holiday : undefined)).status).toBe(403);
    }
  });

  it('whoever was to go and the rest of the board get a mail of each fact, once', async () => {
    const other = `ban.hai-${committee.committeeId}@mau.example`;
    await signIn(service, committee, { email: other, name: 'Ban Hai', role: 'board' });
    const published = () => sql(`select facts from events where name in ('absence.recorded', 'holiday.entered')`);
    const mails = () =>
      sql(`select to_address as to, subject from mails where kind = 'visits-touched' order by subject, to_address`);
    const tell = async () => {
      const events = (await published()) as { facts: Parameters<TouchedVisitMails['mailAboutAbsence']>[0] }[];
      const touched = service.get(TouchedVisitMails);
      for (const { facts } of events) {
        await service.as(committee, () =>
          'specialistId' in facts ? touched.mailAboutAbsence(facts) : touched.mailAboutHoliday(facts),
        );
      }
    };
    const api = apiOf(service, board);
    await api('POST', '/absences', { specialistId, from: '2020-12-01', to: '2020-12-13', kind: 'sick' });
    await tell();
    expect(await mails()).toEqual([]);
    await api('POST', '/absences', { specialistId, from: '2020-12-14', to: '2020-12-14', kind: 'sick' });
    await api('POST', '/holidays', { day: '2020-12-14', name: 'Nghỉ đột xuất', kind: 'local' });
    await tell();
    const told = (await mails()) as { to: string; subject: string }[];
    const holiday = 'Thứ Hai 14/12/2020 là ngày nghỉ: 1 lượt dự';
    const absence = 'Lịch bận trùng 1 lượt dự đã công bố';
    expect(told.map(({ subject }) => subject).sort()).toEqual([holiday, holiday, absence, absence].sort());
    expect(told.filter(({ to }) => to === other)).toHaveLength(2);
    expect(told.filter(({ to }) => to === `ban-${committee.committeeId}@mau.example`)).toEqual([]);
    await tell();
    expect(await mails()).toEqual(told);
  });

  it('a branch that is archived and a person who has left are told for the visit that they had', async () => {
    await sql(`update branches set archived_at = now() where id = $1`, branchId);
    expect(await waiting()).toContain('đã ngừng hoạt động: báo Lê Thị Nga không phải dự');
    await sql(`update specialists set archived_at = now() where id = $1`, specialistId);
    expect((await open('/touched-visits')).text).toMatch(/không còn trong danh bạ .*đã ngừng hoạt động/);
  });

  it('another zone leaves the hour of a meeting as it was agreed, and the old zone brings the old instant back', async () => {
    const begins = async (zone: string) => {
      await sql(`update committees set time_zone = $1 where id = current_committee()`, zone);
      const [row] = await sql(
        `select starts_at as at, to_char(starts_at at time zone $1, 'HH24:MI') as time from month_meetings`,
        zone,
      );
      return row as { at: Date; time: string };
    };
    const before = await begins('Asia/Ho_Chi_Minh');
    const away = await begins('America/New_York');
    expect([away.time, away.at.toISOString()]).toEqual(['19:30', '2020-12-15T00:30:00.000Z']);
    expect(await begins('Asia/Ho_Chi_Minh')).toEqual(before);
  });

  it('says nothing of what is over', async () => {
    const over = await aVisit(service, committee, { branchId, specialistId, heldOn: day('2020-11-30') });
    expect(over.heldOn).toBe('2020-11-30');
    await sql(`insert into holidays (committee_id, day, name) values (current_committee(), '2020-11-30', 'Hôm qua')`);
    expect((await open('/touched-visits')).text).not.toContain('Hôm qua');
  });
});
