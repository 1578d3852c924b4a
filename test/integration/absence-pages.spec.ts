import type { Actor } from '../../src/kernel/actor.ts';
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
    expect(await open(action, {})).toMatchObject({ status: 303, to: '/absences' });
    expect((await open('/absences')).text).not.toContain('05/12/2020');
    expect(await open(action, {})).toMatchObject({ status: 303, to: '/absences' });
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
    expect(await open(action, { seen: 'mission' })).toMatchObject({ status: 303, to: '/absences' });
    expect((await open('/absences?q=tran+mau')).text).not.toContain('14/12/2020');
    // Two at once: one is recorded, the other is asked or told.
    const both = await Promise.all(
      ['study', 'sick'].map((kind) => open('/absences', { ...leave, from: '2020-12-21', to: '2020-12-22', kind })),
    );
    expect(both.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(both.filter(({ status }) => status === 412 || status === 200)).toHaveLength(1);
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
    const nobody = await open('/absences', { specialistId: 'x', from: '2020-12-01', to: '2020-12-01', kind: 'study' });
    expect([nobody.status, nobody.text]).toEqual([404, expect.stringContaining('Không có chuyên viên này')]);
  });

  it('is the board’s alone', async () => {
    const leader = await signIn(service, committee, { email: 'ld@mau.example', name: 'Lãnh đạo', role: 'leader' });
    expect((await open('/absences', undefined, leader)).status).toBe(403);
  });
});
