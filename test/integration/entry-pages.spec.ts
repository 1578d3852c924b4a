import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import type { BranchId, SpecialistId } from '../../src/kernel/id.ts';
import { DownloadWorkbook, ImportDistrict } from '../../src/modules/directory/index.ts';
import { VisitFactsReadModel } from '../../src/modules/evaluations/index.ts';
import { aVisit } from '../support/a-month.ts';
import { formOf } from '../support/form-of.ts';
import { aDistrict } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

describe('the pages of conflicts of interest, fields and branch types', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let branchId: string;
  let specialistId: string;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-20T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    const file = await districtFile(aDistrict());
    await service.as(committee, () => service.get(ImportDistrict).execute(file, 'commit'));
    const email = `board-${committee.committeeId}@mau.example`;
    board = await signIn(service, committee, { email, name: 'Phạm Thị Ban', role: 'board' });
    branchId = await idOf('branches', 'TH-HOAMAI');
    specialistId = await idOf('specialists', 'CV01');
  });

  const open = async (path: string, form?: Record<string, string>) => {
    const browser = browserOf(service, board);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    return { ...reply, to: reply.location, text: textOf(reply.html) };
  };
  const idOf = async (register: 'branches' | 'specialists', code: string) => {
    const rows = await service.as(committee, () =>
      service.work.query<{ id: string }>(`select id from ${register} where code = $1`, [code]),
    );
    return rows[0]?.id ?? '';
  };
  const offeredAt = async (heldOn: string) => {
    const visit = await aVisit(service, committee, {
      branchId: branchId as BranchId,
      specialistId: specialistId as SpecialistId,
      heldOn: day(heldOn),
    });
    const { fields } = await service.as(committee, () => service.get(VisitFactsReadModel).of(visit.id));
    return fields.map(({ code }) => code);
  };
  const takeBackIn = (html: string) => /href="([^"]+\/take-back)"/.exec(html)?.[1] ?? '';
  const checkDownload = () =>
    service.as(committee, async () => {
      const file = await service.get(DownloadWorkbook).current('vi');
      const { state, summary, questions, faults } = await service.get(ImportDistrict).execute(file, 'check');
      return { state, changes: summary.changes, questions, faults };
    });

  it('keep who may not go where, tell what rests on it and who removed it, and take that back', async () => {
    const blank = await open('/conflicts/new?specialist=CV01');
    const typed: Record<string, string> = {
      ...formOf(blank.html),
      'rows[0][branch]': 'THHM',
      'rows[0][reason]': 'Người thân',
    };
    expect(typed['rows[0][specialist]']).toBe('CV01');
    const path = `/conflicts/${specialistId}.${branchId}`;
    expect(await open('/conflicts', typed)).toMatchObject({ status: 303, to: path });
    const list = await open('/conflicts');
    expect(list.text).toMatch(/Trần Thị Mẫu .*Chi bộ Trường Tiểu học Hoa Mai Người thân/);
    expect(list.html).toContain(`href="${path}"`);

    await aVisit(service, committee, {
      branchId: branchId as BranchId,
      specialistId: specialistId as SpecialistId,
      heldOn: day('2020-12-14'),
    });
    const page = await open(path);
    expect(page.text).toContain('Trần Thị Mẫu – Chi bộ Trường Tiểu học Hoa Mai');
    expect(page.text).toMatch(/Các lượt người này dự ở chi bộ 1 14\/12\/2020/);
    expect(page.html).toContain(`href="/branches/${branchId}"`);
    const form = formOf((await open(`${path}/edit`)).html);
    await open(`${path}/edit`, { ...form, 'rows[0][reason]': 'Lý do khác', 'rows[0][until]': '31/12/2020' });
    expect((await open(path)).text).toMatch(/Lý do: Người thân → Lý do khác.* Đến hết ngày: .*→ 31\/12\/2020/);
    expect((await open('/conflicts')).text).toMatch(/Hoa Mai Lý do khác 31\/12\/2020/);
    expect(formOf((await open(`${path}/edit`)).html)['rows[0][until]']).toBe('31/12/2020');
    expect(await checkDownload()).toMatchObject({ state: 'checked', changes: 0, questions: [], faults: [] });

    const retire = await open(`${path}/retire`);
    expect(retire.text).toContain('Bỏ xung đột lợi ích: Trần Thị Mẫu – Chi bộ Trường Tiểu học Hoa Mai');
    expect(retire.text).toContain('Sau đó người này có thể được phân công dự chi bộ.');
    const sent = [open(`${path}/retire`, formOf(retire.html)), open(`${path}/retire`, formOf(retire.html))];
    expect((await Promise.all(sent)).map(({ status, to }) => [status, to])).toEqual([
      [303, path],
      [303, path],
    ]);
    expect((await open('/conflicts')).text).not.toContain('Hoa Mai');
    const gone = await open(path);
    expect(gone.text).toContain('Đã bỏ: người này có thể được phân công dự chi bộ.');
    expect(gone.html).not.toContain(`${path}/edit`);
    const again = /href="(\/conflicts\/new[^"]+)"/.exec(gone.html)?.[1] ?? '';
    expect(formOf((await open(again.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))).html)).toMatchObject({
      'rows[0][specialist]': 'CV01',
      'rows[0][branch]': 'TH-HOAMAI',
    });
    expect((await open(takeBackIn(gone.html))).text).toContain('Người này lại không được phân công dự chi bộ');
    await open(takeBackIn(gone.html), {});
    expect((await open(path)).text).toMatch(/Lý do Lý do khác/);
    expect((await open(`/conflicts/${specialistId}.${await idOf('branches', 'QD')}`)).status).toBe(404);
    expect((await open('/conflicts/nonsense')).status).toBe(404);
  });

  it('retire a field once nothing in use names it, keep its name where it was used, and bring it back', async () => {
    expect(await open('/fields', { 'rows[0][code]': 'KT', 'rows[0][name]': 'Kinh tế' })).toMatchObject({
      status: 303,
      to: '/fields/KT',
    });
    const form = formOf((await open('/fields/KT/edit')).html);
    await open('/fields/KT/edit', { ...form, 'rows[0][name]': 'Kinh tế số' });
    expect((await open('/fields')).text).toMatch(/Trật tự đô thị .*Kinh tế số/);
    expect((await open('/fields/KT')).text).toMatch(/Tên lĩnh vực: Kinh tế → Kinh tế số/);

    // The address of the form for another field is not taken from a field of that code, in capitals neither.
    for (const code of ['new', 'NEW']) {
      const to = `/fields/${code === 'new' ? '%6eew' : '%4eEW'}`;
      const added = { 'rows[0][code]': code, 'rows[0][name]': 'Nghị quyết mới' };
      if (code === 'NEW') await open(takeBackIn((await open('/fields/%6eew')).html), {});
      expect(await open('/fields', added)).toMatchObject({ status: 303, to });
      expect((await open(to)).text).toContain('Nghị quyết mới');
      expect((await open('/fields')).html).toContain(`href="${to}"`);
    }
    expect((await open('/fields/new')).html).toContain('name="rows[0][code]"');

    const named = await open('/fields/MT');
    expect(named.text).toMatch(/Chi bộ còn hạn chế 1 Chi bộ Khu phố 1, Phường 1 P1-KP1 · 0,8/);
    const held = await open('/fields/MT/retire');
    expect(held.text).toMatch(/Còn \d+ chi bộ, chuyên viên ghi lĩnh vực này .*Chi bộ Khu phố 1, Phường 1/);
    const forced = await open('/fields/MT/retire', { seen: /name="seen" value="(\d+)"/.exec(held.html)?.[1] ?? '' });
    expect([forced.status, forced.text]).toEqual([409, expect.stringContaining('Hãy bỏ lĩnh vực ở các mục đó trước')]);

    // Nobody in use names it any more; what was found at earlier visits still does.
    await service.as(committee, async () => {
      await service.work.query(`update branches set weak_fields = weak_fields - 'MT'`);
      await service.work.query(`update specialists set fields = fields - 'MT'`);
      await service.work.query(`update findings set field_code = 'MT'`);
    });
    const retire = await open('/fields/MT/retire');
    expect(await open('/fields/MT/retire', formOf(retire.html))).toMatchObject({ status: 303, to: '/fields/MT' });
    expect((await open('/fields/MT')).text).toMatch(/Đã ngừng dùng\. Dữ liệu cũ vẫn giữ\. .*Ngừng dùng Phạm Thị Ban/);
    expect((await open(`/branches/${branchId}/edit`)).html).not.toContain('[weakFields][MT]');
    // A form offers what was in use when its meeting was held.
    expect(await offeredAt('2020-11-19')).toContain('MT');
    expect(await offeredAt('2020-11-20')).not.toContain('MT');
    expect(await checkDownload()).toEqual({ state: 'checked', changes: 0, questions: [], faults: [] });

    const taken = await open('/fields', { 'rows[0][code]': 'MT', 'rows[0][name]': 'Môi trường' });
    expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('đã ngừng dùng')]);
    const seen = formOf((await open('/fields/MT')).html);
    expect(await open('/fields/MT/restore', seen)).toMatchObject({ status: 303, to: '/fields/MT' });
    expect((await open(`/branches/${branchId}/edit`)).html.replaceAll('&#x3D;', '=')).toContain('[weakFields][MT]');
  });

  it('say in an empty directory what has to be added first', async () => {
    const empty = await aCommittee(service);
    const email = `first-${empty.committeeId}@mau.example`;
    const first = browserOf(service, await signIn(service, empty, { email, name: 'Ngô Thị Đầu', role: 'board' }));
    const needed = async (path: string) =>
      [...(await first.open(path)).html.matchAll(/<li><a href="(\/[a-z-]+\/new)"/g)].map(([, href]) => href);
    expect(await needed('/branches/new')).toEqual(['/organisations/new', '/branch-types/new']);
    expect(await needed('/specialists/new')).toEqual(['/departments/new']);
    expect(await needed('/conflicts/new')).toEqual(['/specialists/new', '/branches/new']);
    expect(await needed('/organisations/new')).toEqual([]);
    expect((await open('/branches/new')).html).not.toContain('Hãy thêm trước');
  });

  it('retire a branch type that no branch has, and take that back', async () => {
    const same = await open('/branch-types', { 'rows[0][code]': 'X', 'rows[0][name]': 'Khu phố, ấp' });
    expect([same.status, same.text]).toEqual([422, expect.stringContaining('đã được dùng cho KP Khu phố, ấp')]);
    const held = await open('/branch-types/KP/retire');
    expect(held.text).toContain('Còn 1 chi bộ thuộc loại này Hãy đổi loại của các chi bộ sau trước');
    expect((await open('/branch-types/KP')).text).toContain('Chi bộ thuộc loại này 1 Chi bộ Khu phố 1, Phường 1');

    await open('/branch-types', { 'rows[0][code]': 'TH', 'rows[0][name]': 'Loại thử' });
    const retire = await open('/branch-types/TH/retire');
    expect(await open('/branch-types/TH/retire', formOf(retire.html))).toMatchObject({ status: 303 });
    expect((await open('/branches/new')).text).not.toContain('Loại thử');
    const page = await open('/branch-types/TH');
    await open(takeBackIn(page.html), {});
    expect((await open('/branches/new')).text).toContain('Loại thử');
    const added = takeBackIn((await open('/branch-types/TH')).html);
    expect(await open(added, {})).toMatchObject({ status: 303, to: '/branch-types' });
    expect((await open('/branch-types/TH')).status).toBe(404);
  });
});

function textOf(html: string): string {
  const main = html.slice(html.indexOf('<main'));
  return main
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}
