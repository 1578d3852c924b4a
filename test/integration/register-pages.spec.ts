import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { type BranchId, newId, type SpecialistId } from '../../src/kernel/id.ts';
import { DownloadWorkbook, ImportDistrict } from '../../src/modules/directory/index.ts';
import { aVisit } from '../support/a-month.ts';
import { aDistrict } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { formOf } from '../support/form-of.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

/** The properties of replies that the test uses. */
interface ApiReply {
  readonly id?: string;
  readonly code?: string;
  readonly revision?: number;
  readonly isInUse?: boolean;
  readonly rows?: readonly Readonly<Record<string, string>>[];
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly touchedVisits?: readonly { readonly branch: string; readonly cause: string }[];
}

describe('the pages of the registers', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-20T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    const file = await districtFile(aDistrict());
    await service.as(committee, () => service.get(ImportDistrict).execute(file, 'commit'));
    board = await person('Phạm Thị Ban', 'board');
  });

  const person = (name: string, role: 'board' | 'leader' | 'admin') =>
    signIn(service, committee, { email: `${role}-${name.length}-${committee.committeeId}@mau.example`, name, role });
  const open = async (path: string, form?: Record<string, string>, who = board) => {
    const browser = browserOf(service, who);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    return { ...reply, to: reply.location, text: textOf(reply.html) };
  };
  const idOf = async (register: 'branches' | 'specialists' | 'departments' | 'organisations', code: string) => {
    const rows = await service.as(committee, () =>
      service.work.query<{ id: string }>(`select id from ${register} where code = $1`, [code]),
    );
    return rows[0]?.id ?? '';
  };
  const namesIn = ({ html }: { html: string }) => [...new Set(html.match(/Đảng bộ Phường (?:1|Một)/g))];
  const questionIn = (html: string) => /name="(answers\[[^"]+)"/.exec(html.replaceAll('&#x3D;', '='))?.[1] ?? '';

  it('say what is registered of a branch, change it, and tell who changed what', async () => {
    const id = await idOf('branches', 'P1-KP1');
    const list = await open('/branches');
    expect(list.html).toContain(`href="/branches/${id}"`);
    const page = await open(`/branches/${id}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Đảng bộ Quận Mẫu › Đảng bộ Phường 1');
    expect(page.text).toContain('ngày 3, 19:30, 90 phút; vẫn họp khi trùng cuối tuần');
    expect(page.text).toContain('42 (41 chính thức, 1 dự bị)');
    expect(page.text).toMatch(/Ai không được dự 1 Trần Thị Mẫu Tổ chức · chi bộ nơi cư trú, xung đột lợi ích/);
    expect(page.text).toMatch(/Thêm mới .*từ tệp quan-mau\.xlsx/);

    const form = await open(`/branches/${id}/edit`);
    const typed = formOf(form.html);
    expect(typed).toMatchObject({
      'rows[0][name]': 'Chi bộ Khu phố 1, Phường 1',
      'rows[0][organisation]': 'DBP1',
      'rows[0][weakFields][MT]': '0,8',
      'rows[0][thematicMonths]': '3; 6; 9; 12',
      'rows[0][meetingTime]': '19:30',
      'rows[0][lat]': '10,7601',
    });
    const same = await open(`/branches/${id}/edit`, typed);
    expect([same.status, same.to]).toEqual([303, `/branches/${id}`]);

    const wrong = await open(`/branches/${id}/edit`, { ...typed, 'rows[0][members]': '43', 'rows[0][name]': '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('“Tên chi bộ” không được để trống. Hãy điền vào.');
    expect(wrong.text).toContain('không bằng tổng của');
    expect(formOf(wrong.html)['rows[0][members]']).toBe('43');

    const renamed = { ...typed, 'rows[0][name]': 'Chi bộ Khu phố Một', 'rows[0][meetingDay]': '5' };
    expect(await open(`/branches/${id}/edit`, renamed)).toMatchObject({ status: 303, to: `/branches/${id}` });
    const after = await open(`/branches/${id}`);
    expect(after.text).toMatch(/Sửa Phạm Thị Ban, .* Tên chi bộ: Chi bộ Khu phố 1, Phường 1 → Chi bộ Khu phố Một/);
    expect(after.text).toMatch(/Ngày sinh hoạt: 3 → 5/);
    expect((await open('/imports')).text).not.toContain('Chi bộ Khu phố Một');

    // Sent twice it changes once; another change of an outdated revision is refused, and keeps what was typed.
    expect((await open(`/branches/${id}/edit`, renamed)).status).toBe(303);
    const stale = await open(`/branches/${id}/edit`, { ...typed, 'rows[0][address]': 'Nơi khác' });
    expect([stale.status, stale.text]).toEqual([412, expect.stringContaining('Phạm Thị Ban đã sửa mục này lúc')]);
    expect(formOf(stale.html)['rows[0][address]']).toBe('Nơi khác');
    expect((await open(`/branches/${id}`)).text).not.toContain('Nơi khác');
  });

  it('say who must not go with whom, why and until when, and which published visits are against it', async () => {
    await service.as(committee, () =>
      service.work.query(
        `insert into specialists (committee_id, id, code, name, given_name, department_id, email, min_visits, max_visits, may_lead)
         select committee_id, $1, 'CV02', 'Lê Văn Hai', 'Hai', department_id, 'hai@mau.example', 0, 4, false
         from specialists where code = 'CV01'`,
        [newId<'Specialist'>()],
      ),
    );
    const [first, second] = [await idOf('specialists', 'CV01'), await idOf('specialists', 'CV02')];
    const branchId = (await idOf('branches', 'P1-KP1')) as BranchId;
    for (const specialistId of [first, second] as SpecialistId[]) {
      await aVisit(service, committee, { branchId, specialistId, heldOn: day('2020-12-10') });
    }
    await service.as(committee, () =>
      service.work.query(
        `update visits set meeting_id = (select min(meeting_id::text)::uuid from visits) where meeting_id is not null`,
      ),
    );
    const entry = { kind: 'apart', first: second, second: first, reason: 'Vợ chồng', until: '2020-12' };
    const wrong = await open('/pairings', { ...entry, second: second, reason: ' ' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Hãy ghi lý do')]);
    expect(formOf(wrong.html)).toMatchObject({ first: second, until: '2020-12' });
    expect((await open('/pairings', { ...entry, second })).text).toContain('Hãy chọn hai người khác nhau.');
    expect((await open('/pairings', { ...entry, until: '2019-12' })).text).toContain('Tháng này đã qua.');

    // Sent twice it is entered once; the two have one entry.
    for (const _ of [1, 2]) expect(await open('/pairings', entry)).toMatchObject({ status: 303, to: '/pairings' });
    const other = await open('/pairings', { ...entry, first, second, kind: 'together' });
    expect([other.status, other.text]).toEqual([409, expect.stringContaining('đã có một mục khác')]);
    const page = await open('/pairings');
    expect(page.text).toMatch(
      /Không đi cùng Vợ chồng Đã công bố cùng dự, cần cử người thay: 10\/12\/2020 P1.1 12\/2020 Bỏ/,
    );

    const [action = ''] = /\/pairings\/[^"]+\/remove/.exec(page.html) ?? [];
    for (const _ of [1, 2]) expect((await open(action, {})).to).toBe('/pairings');
    expect((await open('/pairings')).text).toContain('Chưa có cặp nào');
    const leader = await person('Lê Văn Xem', 'leader');
    expect((await open('/pairings', entry, leader)).status).toBe(403);
  });

  it('take the last change of an entry back, with what that undoes, and no change beneath another', async () => {
    const id = await idOf('branches', 'P1-KP1');
    const path = `/branches/${id}`;
    expect((await open(path)).html).not.toContain('/take-back');
    const typed = formOf((await open(`${path}/edit`)).html);
    await open(`${path}/edit`, { ...typed, 'rows[0][meetingDay]': '5' });
    const takeBackIn = (html: string) => new RegExp(`href="(${path}/changes/[^"]+/take-back)"`).exec(html)?.[1] ?? '';
    const first = takeBackIn((await open(path)).html);
    await open(`${path}/edit`, { ...formOf((await open(`${path}/edit`)).html), 'rows[0][address]': 'Nơi khác' });
    const page = await open(path);
    const second = takeBackIn(page.html);
    expect([page.html.match(/\/take-back"/g)?.length, second === first]).toEqual([1, false]);

    const early = await open(first);
    expect(early.text).toContain('Chưa rút lại được: 1 dòng của lần nhập này đã được thay đổi sau đó');
    expect(early.html).not.toContain('<form method="post" action="/branches');
    expect((await open(first, {})).status).toBe(409);

    expect((await open(second)).text).toMatch(/Các ô đã sửa trở lại như trước .*: Nơi khác → /);
    const both = await Promise.all([open(second, {}), open(second, {})]);
    expect(both.map(({ status, to }) => [status, to])).toEqual([
      [303, path],
      [303, path],
    ]);
    const back = await open(path);
    expect(back.text.split('Các lần thay đổi')[0]).not.toContain('Nơi khác');
    expect(back.text).toMatch(/đã rút lại/);
    expect(takeBackIn(back.html)).toBe(first);
    expect((await open(first, {})).to).toBe(path);
    expect(formOf((await open(`${path}/edit`)).html)['rows[0][meetingDay]']).toBe('3');
  });

  it('let in who is added, at the address that is written, and take each step back with its way in', async () => {
    const blank = formOf((await open('/specialists/new')).html);
    const typed = {
      ...blank,
      'rows[0][code]': 'CV77',
      'rows[0][name]': 'Ngô Thị Thử',
      'rows[0][department]': 'BTC',
      'rows[0][mail]': `thu.${committee.committeeId}@mau.example`,
      'rows[0][maxVisits]': '4',
    };
    const added = await open('/specialists', typed);
    expect([added.status, added.status === 303 ? '' : added.text]).toEqual([303, '']);
    const path = added.to ?? '';
    const accounts = async () => {
      const rows = await service.as(committee, () =>
        service.work.query<{ email: string }>(`select email from specialist_accounts where specialist_id = $1`, [
          path.split('/').at(-1),
        ]),
      );
      return rows.map(({ email }) => email.split('.')[0]);
    };
    const takeBack = async (told: string) => {
      const link = /href="([^"]+\/take-back)"/.exec((await open(path)).html)?.[1] ?? '';
      expect((await open(link)).text).toContain(told);
      return open(link, {});
    };
    expect(await accounts()).toEqual(['thu']);

    const form = formOf((await open(`${path}/edit`)).html);
    await open(`${path}/edit`, { ...form, 'rows[0][mail]': `moi.${committee.committeeId}@mau.example` });
    expect(await accounts()).toEqual(['moi']);
    await takeBack('Các ô đã sửa trở lại như trước');
    expect(await accounts()).toEqual(['thu']);

    // Without an address nobody signs in, so that is asked about.
    const bare = {
      ...formOf((await open(`${path}/edit`)).html),
      'rows[0][mail]': '',
      'rows[0][phone]': '0912 345 678',
    };
    const asked = await open(`${path}/edit`, bare);
    expect(asked.text).toContain('Không còn thư điện tử của 1 người: Ngô Thị Thử. Nếu xác nhận');
    expect(await accounts()).toEqual(['thu']);
    expect((await open(`${path}/edit`, { ...bare, [questionIn(asked.html)]: 'as_read' })).status).toBe(303);
    expect(await accounts()).toEqual([]);
    await takeBack('Các ô đã sửa trở lại như trước');
    expect(await accounts()).toEqual(['thu']);

    await open(`${path}/retire`, formOf((await open(`${path}/retire`)).html));
    expect(await accounts()).toEqual([]);
    await takeBack('Mục này được dùng lại như trước khi ngừng dùng.');
    expect(await accounts()).toEqual(['thu']);

    expect(await takeBack('Mục này bị xóa khỏi danh bạ')).toMatchObject({ status: 303, to: '/specialists' });
    expect((await open('/specialists')).text).not.toContain('Ngô Thị Thử');
    expect(await accounts()).toEqual([]);
  });

  it('say at which hours somebody is away', async () => {
    const id = await idOf('specialists', 'CV01');
    await service.as(committee, () =>
      service.work.query(
        `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind, from_time, to_time)
         values (current_committee(), $1, $2, '2020-12-07', '2020-12-09', 'study', '13:30', '17:00')`,
        [newId<'Absence'>(), id],
      ),
    );
    expect((await open(`/specialists/${id}`)).text).toMatch(/07\/12\/2020 – 08\/12\/2020 13:30–17:00/);
  });

  it('say at which number somebody without a mail address is reached', async () => {
    const id = await idOf('specialists', 'CV01');
    expect((await open(`/specialists/${id}`)).text).toContain('Thư điện tử cv01@mau.example');
    await service.as(committee, () =>
      service.work.query(`update specialists set email = '', phone = '0912345678' where id = $1`, [id]),
    );
    const { text } = await open(`/specialists/${id}`);
    expect(text).toContain('Số điện thoại 0912345678');
    expect(text).not.toContain('Thư điện tử');
  });

  it('leave a directory of which the workbook, taken in again, changes nothing', async () => {
    const id = await idOf('branches', 'P1-KP1');
    const typed = formOf((await open(`/branches/${id}/edit`)).html);
    await open(`/branches/${id}/edit`, { ...typed, 'rows[0][weakFields][TTDT]': '0,35', 'rows[0][address]': 'Số 1' });
    const blank = { 'rows[0][code]': 'BDV', 'rows[0][name]': 'Ban Dân vận', 'rows[0][shortName]': '' };
    expect((await open('/departments', blank)).status).toBe(303);
    const record = await service.as(committee, async () => {
      const file = await service.get(DownloadWorkbook).current('vi');
      return service.get(ImportDistrict).execute(file, 'check');
    });
    expect([record.state, record.summary.changes, record.questions]).toEqual(['checked', 0, []]);
  });

  it('add a branch once, however often it is sent, and ask whether it is one that is there', async () => {
    const blank = formOf((await open('/branches/new')).html);
    const branch = {
      ...blank,
      'rows[0][code]': 'P1-KP2',
      'rows[0][name]': 'Chi bộ Khu phố 2, Phường 1',
      'rows[0][shortLabel]': 'P1.2',
      'rows[0][organisation]': 'DBP1',
      'rows[0][type]': 'KP',
      'rows[0][members]': '20',
      'rows[0][meetingDay]': '4',
      'rows[0][meetingTime]': '19h30',
    };
    const missing = await open('/branches', { ...branch, 'rows[0][meetingTime]': '' });
    expect([missing.status, missing.text]).toEqual([422, expect.stringContaining('không được để trống')]);
    const [one, other] = await Promise.all([open('/branches', branch), open('/branches', branch)]);
    expect([one.status, other.status]).toEqual([303, 303]);
    expect(one.to).toBe(other.to);
    const count = await service.as(committee, () => service.work.query(`select 1 from branches where code = 'P1-KP2'`));
    expect(count.length).toBe(1);

    const taken = await open('/branches', { ...branch, 'rows[0][name]': 'Khác' });
    expect([taken.status, taken.text]).toEqual([
      422,
      expect.stringContaining('“P1-KP2” đã được dùng cho P1-KP2 Chi bộ Khu phố 2, Phường 1'),
    ]);
    const twin = { ...branch, 'rows[0][code]': 'P1-KP2B', 'rows[0][shortLabel]': 'P1.2B' };
    const asked = await open('/branches', twin);
    expect([asked.status, asked.text]).toEqual([
      422,
      expect.stringContaining('Có thể chi bộ này đã có trong danh bạ: Chi bộ Khu phố 2, Phường 1 (P1-KP2)'),
    ]);
    expect((await open('/branches', { ...twin, [questionIn(asked.html)]: 'as_read' })).status).toBe(303);
  });

  it('say what retiring somebody hits before it is done, and bring them back', async () => {
    const [branchId, specialistId] = [await idOf('branches', 'TH-HOAMAI'), await idOf('specialists', 'CV01')];
    await aVisit(service, committee, {
      branchId: branchId as BranchId,
      specialistId: specialistId as SpecialistId,
      heldOn: day('2020-12-14'),
    });
    const page = await open(`/specialists/${specialistId}/retire`);
    expect(page.text).toContain('Còn 1 lượt dự đã công bố');
    expect(page.text).toMatch(/14\/12\/2020, \d\d:\d\d: Chi bộ Trường Tiểu học Hoa Mai/);
    expect(page.text).toMatch(/Còn việc phía trước: tháng 12\/2020 có 1 lượt dự đã công bố \(Trần Thị Mẫu\)/);
    const seen = formOf(page.html);
    const asked = await open(`/specialists/${specialistId}/retire`, seen);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Hãy xem điều được hỏi bên dưới và đánh dấu');
    expect((await open('/specialists')).text).toContain('Trần Thị Mẫu');
    const sure = { ...seen, [questionIn(page.html)]: 'as_read' };
    const [one, other] = await Promise.all([
      open(`/specialists/${specialistId}/retire`, sure),
      open(`/specialists/${specialistId}/retire`, sure),
    ]);
    expect([one.status, other.status]).toEqual([303, 303]);
    expect((await open('/specialists')).text).not.toContain('Trần Thị Mẫu');
    expect((await open('/specialists?use=retired')).text).toContain('Trần Thị Mẫu');
    expect((await open('/touched-visits')).text).toContain('Trần Thị Mẫu không còn trong danh bạ');
    const gone = await open(`/specialists/${specialistId}`);
    expect(gone.text).toContain('Đã ngừng dùng. Dữ liệu cũ vẫn giữ.');
    expect(gone.text).toMatch(/Ngừng dùng Phạm Thị Ban/);
    expect(gone.html).not.toContain('/edit"');

    const form = { 'rows[0][code]': 'CV01', 'rows[0][name]': 'Người khác' };
    const taken = await open('/specialists', form);
    expect(taken.text).toContain('Mã này là của “Trần Thị Mẫu”, đã ngừng dùng.');
    expect(taken.html).toContain(`href="/specialists/${specialistId}"`);

    const stale = await open(`/specialists/${specialistId}/restore`, { ...formOf(gone.html), seen: '1' });
    expect(stale).toMatchObject({ status: 303, to: `/specialists/${specialistId}` });
    expect((await open('/specialists?use=retired')).text).toContain('Trần Thị Mẫu');

    expect(await open(`/specialists/${specialistId}/restore`, formOf(gone.html))).toMatchObject({
      status: 303,
      to: `/specialists/${specialistId}`,
    });
    expect((await open('/specialists')).text).toContain('Trần Thị Mẫu');
    expect((await open(`/specialists/${specialistId}`)).text).toMatch(/Dùng lại Phạm Thị Ban/);
  });

  it('do not retire a department that still has people', async () => {
    const id = await idOf('departments', 'BTC');
    const page = await open(`/departments/${id}`);
    expect(page.text).toMatch(/Người của ban 1 Trần Thị Mẫu/);
    const retire = await open(`/departments/${id}/retire`);
    expect(retire.text).toMatch(/Còn 1 người thuộc ban này Hãy chuyển họ sang ban khác .* Trần Thị Mẫu/);
    const forced = await open(`/departments/${id}/retire`, formOf(retire.html));
    expect([forced.status, forced.text]).toEqual([409, expect.stringContaining('còn 1 người thuộc ban này')]);
  });

  it('give an organisation a new name from a day on, and keep it while branches belong to it', async () => {
    const id = await idOf('organisations', 'DBP1');
    const typed = formOf((await open(`/organisations/${id}/edit`)).html);
    const ended = await open(`/organisations/${id}/edit`, { ...typed, 'rows[0][validTo]': '31/10/2020' });
    expect([ended.status, ended.text]).toEqual([
      422,
      expect.stringContaining('P1-KP1 Chi bộ Khu phố 1, Phường 1 còn ở dưới “DBP1”'),
    ]);
    const renamed = {
      ...typed,
      'rows[1][name]': 'Đảng bộ Phường Một',
      'rows[1][parent]': 'DBQ',
      'rows[1][validFrom]': '1/12/2020',
    };
    expect((await open(`/organisations/${id}/edit`, renamed)).status).toBe(303);
    const page = await open(`/organisations/${id}`);
    expect(page.text).toMatch(/Đảng bộ Phường 1 hiện nay .* từ trước – 30\/11\/2020/);
    expect(page.text).toMatch(/Đảng bộ Phường Một .* 01\/12\/2020 – đến nay/);
    expect(page.text).toContain('Chi bộ Khu phố 1, Phường 1');
    expect((await open('/organisations')).text).toMatch(/Đảng bộ Quận Mẫu .*Đảng bộ Phường 1/);
    const branch = await idOf('branches', 'P1-KP1');
    expect((await open('/branches')).text).not.toContain('Đảng bộ Phường Một');
    for (const path of [`/branches/${branch}`, `/branches/${branch}/edit`]) {
      expect([path, namesIn(await open(path))]).toEqual([path, ['Đảng bộ Phường 1']]);
    }
    expect((await open('/branches?q=dang+bo+phuong+1')).text).toContain('Chi bộ Khu phố 1, Phường 1');
    expect((await open('/branches?q=dang+bo+phuong+mot')).text).not.toContain('Chi bộ Khu phố 1, Phường 1');
  });

  it('lead to the upload of one sheet, which leaves the rest as it is, and say why entries stay', async () => {
    for (const path of [
      'branches',
      'specialists',
      'departments',
      'organisations',
      'conflicts',
      'fields',
      'branch-types',
    ])
      expect((await open(`/${path}`)).html.replaceAll('&#x3D;', '=')).toContain('href="/imports?scope=additions"');
    expect((await open('/imports?scope=additions')).html).toContain('value="additions" checked');
    expect((await open('/imports?scope=nonsense')).html).toContain('value="whole" checked');
    expect((await open('/organisations')).text).toContain('Tổ chức không xóa được');
    expect((await open('/departments')).text).not.toContain('không xóa được');
  });

  it('sort the short lists by each head, both ways', async () => {
    const cells = async (order: string, column: number) =>
      [...(await open(`/organisations?sort=${order}`)).html.matchAll(/<tr id="r-.*?<\/tr>/gs)].map(
        ([row]) => [...row.matchAll(/<t[hd][^>]*>(?:<span[^>]*>)*(?:<a[^>]*>)?([^<]*)/g)][column]?.[1] ?? '',
      );
    const collator = new Intl.Collator('vi', { numeric: true });
    expect(new Set(await cells('0', 0)).size).toBeGreaterThan(1);
    for (const column of [0, 1, 2]) {
      const up = await cells(String(column), column);
      expect(up.length).toBeGreaterThan(1);
      expect(up).toEqual(up.toSorted(collator.compare));
      expect(await cells(`-${column}`, column)).toEqual(up.toReversed());
    }
  });

  it('take the same changes from programs, by the keys of the import', async () => {
    const call = async (method: string, path: string, body: object = {}, revision?: number) => {
      const reply = await fetch(`${service.url}/api/v1/registers/${path}`, {
        method,
        headers: {
          cookie: board.cookie,
          'x-csrf-token': board.csrf,
          'content-type': 'application/json',
          ...(revision !== undefined && { 'if-match': `"${revision}"` }),
        },
        ...(method !== 'GET' && { body: JSON.stringify(body) }),
      });
      const text = await reply.text();
      return { status: reply.status, body: JSON.parse(text || '{}') as ApiReply };
    };
    const path = `branches/entries/${await idOf('branches', 'P1-KP1')}`;
    const { body: before } = await call('GET', path);
    expect(before.rows?.[0]).toMatchObject({ code: 'P1-KP1', meetingDay: '3', weakFields: 'MT:0,8; TTDT' });
    const wrong = await call('PATCH', path, { rows: [{ meetingDay: 40 }] }, before.revision);
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/rows/0/meetingDay' }] } });
    expect((await call('PATCH', path, { rows: [{ meetingDay: 7 }] })).status).toBe(428);
    const values = { meetingDay: 7, rollWeekend: true, thematicMonths: [2, 5], weakFields: { MT: 0.5 } };
    const changed = await call('PATCH', path, { rows: [values] }, before.revision);
    expect(changed.body.rows?.[0]).toMatchObject({
      name: 'Chi bộ Khu phố 1, Phường 1',
      meetingDay: '7',
      rollWeekend: 'có',
      thematicMonths: '2; 5',
      weakFields: 'MT:0,5',
    });
    const stale = await call('PATCH', path, { rows: [{ meetingDay: 8 }] }, before.revision);
    expect([stale.status, stale.body.code]).toEqual([412, 'edit.stale']);

    const twin = { ...before.rows?.[0], code: 'P1-KP1B', shortLabel: 'P1.1B' };
    const asked = await call('POST', 'branches/entries', { rows: [twin] });
    expect([asked.status, asked.body.code]).toEqual([422, 'directory.unanswered']);
    expect(asked.body.errors?.[0]?.detail).toContain('Có thể chi bộ này đã có trong danh bạ');
    const id = asked.body.errors?.[0]?.pointer.split('/').at(-1) ?? '';
    const added = await call('POST', 'branches/entries', { rows: [twin], answers: { [id]: 'as_read' } });
    expect(added.status).toBe(201);
    const own = `branches/entries/${added.body.id}`;
    expect(await call('DELETE', own, {}, added.body.revision)).toMatchObject({
      status: 200,
      body: { touchedVisits: [] },
    });
    expect((await call('GET', own)).body.isInUse).toBe(false);

    const specialistId = (await idOf('specialists', 'CV01')) as SpecialistId;
    const branchId = (await idOf('branches', 'TH-HOAMAI')) as BranchId;
    await aVisit(service, committee, { branchId, specialistId, heldOn: day('2020-12-14') });
    const person = `specialists/entries/${specialistId}`;
    const { revision } = (await call('GET', person)).body;
    const held = await call('DELETE', person, {}, revision);
    const duties = Object.fromEntries(
      (held.body.errors ?? []).map(({ pointer }) => [pointer.split('/').at(-1) ?? '', 'as_read']),
    );
    const gone = await call('DELETE', person, { answers: duties }, revision);
    expect([held.status, gone.status, gone.body.touchedVisits]).toMatchObject([
      422,
      200,
      [{ branch: 'Chi bộ Trường Tiểu học Hoa Mai', cause: 'specialist' }],
    ]);
    const organisation = `organisations/entries/${await idOf('organisations', 'DBP1')}`;
    expect((await call('DELETE', organisation, {}, 1)).body.code).toBe('directory.stays');
    const field = (await call('GET', 'fields/entries/MT')).body;
    expect((await call('DELETE', 'fields/entries/MT', {}, field.revision)).body.code).toBe('directory.has_members');
    expect((await call('GET', 'nonsense/entries/1')).status).toBe(404);
  });

  it('are changed by the board and administrators, and opened by nobody else', async () => {
    const id = await idOf('branches', 'P1-KP1');
    const [admin, leader] = [await person('Quản Trị', 'admin'), await person('Lãnh Đạo', 'leader')];
    expect((await open(`/branches/${id}/edit`, undefined, admin)).status).toBe(200);
    expect((await open(`/branches/${id}`, undefined, admin)).html).not.toMatch(
      /href="\/(meetings|submissions|months)\//,
    );
    expect((await open(`/branches/${id}`, undefined, leader)).status).toBe(403);
    expect((await open('/branches/00000000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await open('/branches/khong-co/edit')).status).toBe(404);
  });

  it('sort their lists and find the best first', async () => {
    const typed = formOf((await open('/branches/new')).html);
    for (const [code, name, address] of [
      ['P1-KP19', 'Chi bộ Khu phố 19, Phường 1', ''],
      ['P1-KP9', 'Chi bộ Khu phố 9, Phường 1', ''],
      ['QD', 'Chi bộ Quận đoàn', '1 Đoàn Như Hài, Quận Mẫu'],
      ['AX', 'Chi bộ An Xá', '9 Đoàn Như Hài, Quận Mẫu'],
    ] as const) {
      const saved = await open('/branches', {
        ...typed,
        'rows[0][code]': code,
        'rows[0][name]': name,
        'rows[0][shortLabel]': code,
        'rows[0][organisation]': 'DBP1',
        'rows[0][type]': 'KP',
        'rows[0][address]': address,
        'rows[0][members]': String(code.length),
        'rows[0][meetingDay]': '4',
        'rows[0][meetingTime]': '19:30',
      });
      expect(saved.status).toBe(303);
    }
    const codes = async (query: string) =>
      [...(await open(`/branches?${query}`)).html.matchAll(/<span class="sub">[^<]* · ([^<]+)<\/span>/g)].map(
        ([, code]) => code,
      );
    expect((await codes('q=khu%20pho%209')).slice(0, 2)).toEqual(['P1-KP9', 'P1-KP19']);
    expect((await codes('q=Qu%E1%BA%ADn%20%C4%91o%C3%A0n'))[0]).toBe('QD');
    expect((await codes('q=p1-kp1'))[0]).toBe('P1-KP1');
    expect((await codes('sort=members')).slice(0, 2)).toEqual(['AX', 'QD']);
    expect((await codes('sort=-members'))[0]).toBe('P1-KP1');
    expect(await codes('sort=nonsense')).toHaveLength(6);
    const sorted = await open('/branches?sort=members&q=chi');
    expect(sorted.html).toContain('aria-sort="ascending"');
    expect(sorted.html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')).toContain(
      'href="/branches?q=chi&sort=-members"',
    );
    expect((await open('/branches?page=99')).text).toContain('Chi bộ Quận đoàn');
  });
});

function textOf(html: string): string {
  return html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ');
}
