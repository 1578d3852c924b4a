import type { Actor } from '../../src/kernel/actor.ts';
import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import { ImportDistrict } from '../../src/modules/directory/index.ts';
import { aDistrict } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

describe('the page of absences', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-20T02:00:00Z'));
    committee = await aCommittee(service);
    board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Ban', role: 'board' });
  });
  afterAll(() => service.end());

  const open = async (path: string, form?: Record<string, string>, who = board) => {
    const browser = browserOf(service, who);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    return { ...reply, to: reply.location, text: reply.html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
  };

  it('asks for nobody’s leave before there is anybody', async () => {
    const { status, html } = await open('/absences');
    expect([status, html.includes('name="specialistId"')]).toEqual([200, false]);
  });

  it('records a leave, finds it, and takes it out again', async () => {
    const file = await districtFile(aDistrict());
    await service.work.as(committee, () => service.get(ImportDistrict).execute(file, 'commit'));
    const [, id = ''] = /<option value="([^"]+)"[^>]*>Trần Thị Mẫu/.exec((await open('/absences')).html) ?? [];
    const leave = { specialistId: id, from: '2020-12-03', to: '05/12/2020', kind: 'mission' };
    expect(await open('/absences', leave)).toMatchObject({ status: 303, to: '/absences' });
    expect((await open('/absences', leave)).status).toBe(303);
    const listed = await open('/absences?q=tran+mau');
    expect(listed.text).toMatch(/Trần Thị Mẫu .*03\/12\/2020 – 05\/12\/2020 .*đi công tác/);
    expect(listed.html.match(/03\/12\/2020 – 05\/12\/2020/g)).toHaveLength(1);
    expect((await open('/months/2020-12/people')).text).toContain('đi công tác');
    expect((await open('/absences?when=past')).text).not.toContain('03/12/2020 –');

    const [, action = ''] = /03\/12\/2020 – [^]*?action="([^"]+)"/.exec(listed.html) ?? [];
    const removed = await open(action, {});
    expect(removed).toMatchObject({ status: 303, to: expect.stringContaining('/absences?again=') as string });
    expect((await open('/absences')).text).not.toContain('05/12/2020');
    expect(await open(action, {})).toMatchObject({ status: 303, to: removed.to });
    const offered = await open(removed.to ?? '');
    expect(offered.text).toContain('Ghi lại lịch bận vừa xóa: Trần Thị Mẫu, 03/12/2020 – 05/12/2020');
    const again = Object.fromEntries(['specialistId', 'from', 'to', 'kind'].map((n) => [n, hiddenIn(offered.html, n)]));
    expect((await open('/absences', again)).status).toBe(303);
    expect((await open('/absences?q=tran+mau')).text).toContain('03/12/2020 – 05/12/2020');
    expect((await open(action, {})).status).toBe(303);
    const never = '00000000-0000-7000-8000-000000000000';
    expect((await open(`/absences/${never}/remove`, {})).status).toBe(404);
  });

  it('changes the reason of days that stand already for whoever has seen the present one, and removes what was seen', async () => {
    const [, id = ''] = /<option value="([^"]+)"[^>]*>Trần Thị Mẫu/.exec((await open('/absences')).html) ?? [];
    const leave = { specialistId: id, from: '2020-12-14', to: '2020-12-16' };
    expect((await open('/absences', { ...leave, kind: 'study' })).status).toBe(303);
    const listed = (await open('/absences?q=tran+mau')).html;
    const [, action = ''] = /14\/12\/2020 – [^]*?action="([^"]+)"/.exec(listed) ?? [];
    const asked = await open('/absences', { ...leave, kind: 'sick' });
    expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('đã ghi lý do đi học')]);
    // Meanwhile somebody else has changed it.
    const confirmed = hiddenIn(asked.html, 'confirmed');
    const other = hiddenIn((await open('/absences', { ...leave, kind: 'mission' })).html, 'confirmed');
    expect((await open('/absences', { ...leave, kind: 'mission', confirmed: other })).status).toBe(303);
    const again = await open('/absences', { ...leave, kind: 'sick', confirmed });
    expect([again.status, again.text]).toEqual([200, expect.stringContaining('đã ghi lý do đi công tác')]);
    expect(again.html).toMatch(/<option value="sick" selected>/);
    const stale = await open(action, { seen: 'study' });
    expect(stale).toMatchObject({ status: 303, to: '/absences' });
    expect((await open('/absences?q=tran+mau')).text).toContain('14/12/2020 – 16/12/2020');
    expect((await open(action, { seen: 'mission' })).status).toBe(303);
    expect((await open('/absences?q=tran+mau')).text).not.toContain('14/12/2020');
    // Of two concurrent requests one is recorded, the other gets a question or an error.
    const both = await Promise.all(
      ['study', 'sick'].map((kind) => open('/absences', { ...leave, from: '2020-12-21', to: '2020-12-22', kind })),
    );
    expect(both.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(both.filter(({ status }) => status === 412 || status === 200)).toHaveLength(1);
  });

  it('knows parts of days, and asks about a year that is far away', async () => {
    const [, id = ''] = /<option value="([^"]+)"[^>]*>Trần Thị Mẫu/.exec((await open('/absences')).html) ?? [];
    const days = { specialistId: id, from: '28/12/2020', to: '28/12/2020', kind: 'study' };
    expect((await open('/absences', { ...days, part: 'morning' })).status).toBe(303);
    const evening = { ...days, part: 'hours', fromTime: '18:30', toTime: '21:00' };
    expect((await open('/absences', { ...evening, toTime: '17:00' })).text).toContain('Giờ cuối của lịch bận');
    expect((await open('/absences', evening)).status).toBe(303);
    expect((await open('/absences?q=tran+mau')).text).toMatch(/28\/12\/2020 00:00–12:00 .*28\/12\/2020 18:30–21:00/);
    expect((await open('/months/2020-12/people')).text).toContain('18:30–21:00');
    const whole = await open('/absences', days);
    expect([whole.status, whole.text]).toEqual([200, expect.stringContaining('28/12/2020 – 28/12/2020 00:00–12:00')]);
    const far = await open('/absences', { ...days, from: '01/02/2031', to: '02/02/2031' });
    expect([far.status, far.text]).toEqual([200, expect.stringContaining('Hãy kiểm tra năm')]);
  });

  it('records what comes back every week once, on each of its days alone, and takes it out again', async () => {
    const [, id = ''] = /<option value="([^"]+)"[^>]*>Trần Thị Mẫu/.exec((await open('/absences')).html) ?? [];
    // 1 December 2020 was a Tuesday.
    const teaching = { specialistId: id, every: '3', from: '2020-12-01', to: '2021-02-28', kind: 'other' };
    const evening = { ...teaching, part: 'evening' };
    const long = await open('/absences', { ...evening, to: '2022-02-28' });
    expect([long.status, long.text]).toEqual([422, expect.stringContaining('nhiều nhất cho một năm')]);
    expect(long.html).toMatch(/<option value="3" selected/);
    expect((await open('/absences', { ...evening, to: '2020-12-01' })).text).toContain('không có ngày thứ đã chọn');
    for (const _ of [1, 2]) expect(await open('/absences', evening)).toMatchObject({ status: 303, to: '/absences' });
    const other = await open('/absences', { ...evening, kind: 'study' });
    expect([other.status, other.text]).toEqual([409, expect.stringContaining('đã được ghi với lý do khác')]);
    const listed = await open('/absences');
    expect(listed.text).toMatch(/Bận hằng tuần .*Trần Thị Mẫu · Thứ Tư 18:00–24:00 01\/12\/2020 – 28\/02\/2021/);
    expect(listed.html.match(/01\/12\/2020 – 28\/02\/2021/g)).toHaveLength(1);
    const days = () =>
      service.work.as(committee, () =>
        service.work.run(() =>
          service.work.query<{ day: string; hours: unknown }>(
            `select starts_on as day, hours from specialist_absences
             where specialist_id = $1 and kind = 'other' and starts_on < '2021-01-01' order by 1`,
            [id],
          ),
        ),
      );
    const evenings = ['02', '09', '16', '23', '30'].map((day) => ({
      day: `2020-12-${day}`,
      hours: { from: '18:00', to: '24:00' },
    }));
    expect(await days()).toEqual(evenings);
    // The file has brought one of another span for the same hours of that person.
    const own = listed.html.slice(listed.html.indexOf('01/12/2020 – 28/02/2021'));
    const [, action = ''] = /action="(\/absences\/weekly\/[^"]+)"/.exec(own) ?? [];
    for (const _ of [1, 2]) expect((await open(action, {})).to).toBe('/absences');
    expect(await days()).toEqual([]);
    expect((await open('/absences')).text.match(/Thứ Tư 18:00–24:00 [^,]*/g)).toEqual([
      'Thứ Tư 18:00–24:00 01/12/2020 – 31/05/2021 ',
    ]);
  });

  it('takes what specialists tell of themselves, and lets them take back only that', async () => {
    const [, id = ''] = /<option value="([^"]+)"[^>]*>Trần Thị Mẫu/.exec((await open('/absences')).html) ?? [];
    const mau = await signIn(service, committee, {
      email: 'tu.bao@mau.example',
      name: 'Trần Thị Mẫu',
      role: 'specialist',
      specialistId: id as SpecialistId,
    });
    await open('/absences', { specialistId: id, from: '11/01/2021', to: '12/01/2021', kind: 'mission' });
    const mine = { from: '13/01/2021', to: '13/01/2021', kind: 'sick', part: 'evening' };
    expect(await open('/my/absences', mine, mau)).toMatchObject({ status: 303, to: '/my/absences' });
    const page = await open('/my/absences', undefined, mau);
    expect(page.text).toContain('không phân công bạn vào những ngày đó');
    expect(page.text).not.toContain('Người này');
    await open('/absences', { specialistId: id, from: '02/11/2020', to: '03/11/2020', kind: 'leave' });
    expect((await open('/my/absences', undefined, mau)).text).toMatch(/Đã qua .*02\/11\/2020 – 03\/11\/2020 nghỉ phép/);
    expect(page.text).toMatch(/11\/01\/2021 – 12\/01\/2021 đi công tác do Ban ghi .*13\/01\/2021 18:00–24:00 nghỉ ốm/);
    expect((await open('/absences?q=tran+mau')).text).toContain('13/01/2021 18:00–24:00');
    const listed = (await open('/absences?q=tran+mau')).html;
    const [, ofBoard = ''] = /11\/01\/2021 – [^]*?action="\/absences\/([^/]+)\/remove/.exec(listed) ?? [];
    expect((await open(`/my/absences/${ofBoard}/remove`, {}, mau)).status).toBe(409);
    // A specialist cannot change the kind of an absence that the board recorded.
    const other = { from: '11/01/2021', to: '12/01/2021', kind: 'sick' };
    const asked = await open('/my/absences', other, mau);
    const [, confirmed = ''] = /name="confirmed" value="([^"]+)"/.exec(asked.html) ?? [];
    expect((await open('/my/absences', { ...other, confirmed }, mau)).status).toBe(409);
    expect((await open('/my/absences', undefined, mau)).text).toMatch(/12\/01\/2021 đi công tác do Ban ghi/);
    const [, own = ''] = /action="(\/my\/absences\/[^"]+\/remove)"/.exec(page.html) ?? [];
    for (const click of [1, 2]) expect([click, (await open(own, {}, mau)).status]).toEqual([click, 303]);
    expect((await open('/my/absences', undefined, mau)).text).not.toContain('13/01/2021');
    expect((await open('/my/absences')).status).toBe(403);
  });

  it('keeps what was typed where it cannot be saved, and says why', async () => {
    const [, id = ''] = /<option value="([^"]+)"[^>]*>Trần Thị Mẫu/.exec((await open('/absences')).html) ?? [];
    const backwards = await open('/absences', {
      specialistId: id,
      from: '2020-12-09',
      to: '2020-12-01',
      kind: 'study',
    });
    expect([backwards.status, backwards.text]).toEqual([422, expect.stringContaining('ở trước ngày đầu')]);
    expect(backwards.html).toContain('value="09/12/2020"');
    expect(backwards.html).toMatch(/<option value="study" selected>/);
    const unreal = await open('/absences', { specialistId: id, from: '31/11/2020', to: '2020-12-01', kind: 'study' });
    expect([unreal.status, unreal.text]).toEqual([422, expect.stringContaining('một ngày có thật')]);
    const one = { from: '2020-12-01', to: '2020-12-01', kind: 'study' };
    const unnamed = await open('/absences', { ...one, specialistId: 'x' });
    expect([unnamed.status, unnamed.text]).toEqual([422, expect.stringContaining('Hãy chọn người vắng')]);
    const nobody = await open('/absences', { ...one, specialistId: newId() });
    expect([nobody.status, nobody.text]).toEqual([404, expect.stringContaining('Không có chuyên viên này')]);
  });

  it('sorts by person, days and reason, both ways, and keeps its order when one is removed', async () => {
    const people = [...(await open('/absences')).html.matchAll(/<option value="([\w-]{36})"/g)].map(
      ([, id = '']) => id,
    );
    for (const [index, specialistId] of people.slice(0, 2).entries()) {
      const day = `2022-03-${index === 0 ? '21' : '07'}`;
      const leave = { specialistId, from: day, to: day, kind: index === 0 ? 'study' : 'sick', confirmed: 'yes' };
      const asked = await open('/absences', leave);
      if (asked.status === 200) {
        expect((await open('/absences', { ...leave, confirmed: hiddenIn(asked.html, 'confirmed') })).status).toBe(303);
      }
    }
    const column = async (sort: string, label: string) =>
      [
        ...(await open(`/absences?sort=${sort}`)).html.matchAll(
          new RegExp(`<td data-label="${label}">(.*?)</td>`, 'gs'),
        ),
      ].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '').trim());
    const dates = async (sort: string) =>
      (await column(sort, 'Thời gian')).map((text) => text.slice(0, 10).split('/').toReversed().join('-'));
    expect((await open('/absences?sort=days')).status).toBe(200);
    expect((await dates('days')).length).toBeGreaterThan(1);
    expect(await dates('days')).toEqual((await dates('days')).toSorted());
    expect(await dates('-days')).toEqual((await dates('days')).toSorted().toReversed());
    const kinds = await column('kind', 'Lý do');
    expect(kinds).toEqual(kinds.toSorted((a, b) => a.localeCompare(b, 'vi')));
    expect(await column('-kind', 'Lý do')).toEqual(kinds.toReversed());

    const { html } = await open('/absences?q=&sort=-days');
    expect(html.replaceAll('&#x3D;', '=')).toContain('href="/absences?sort=days"');
    const [, action = ''] = /action="(\/absences\/[^"]+\/remove[^"]*)"/.exec(html.replaceAll('&#x3D;', '=')) ?? [];
    expect((await open(action, {})).to).toContain('/absences?sort=-days&again=');
  });

  it('is the board’s alone', async () => {
    const leader = await signIn(service, committee, { email: 'ld@mau.example', name: 'Lãnh đạo', role: 'leader' });
    const refused = await open('/absences', undefined, leader);
    expect([refused.status, refused.text]).toEqual([
      403,
      expect.stringContaining('Phần này dành cho vai trò “ban chủ trì”; tài khoản này có vai trò “lãnh đạo”.'),
    ]);
    expect(refused.text).toContain('hãy nhờ quản trị viên cấp vai trò');
    expect((await open('/my/visits', undefined, leader)).text).toContain('hãy nhờ ban chủ trì ghi tên bạn');
  });
});
