import type { Actor } from '../../src/kernel/actor.ts';
import { month } from '../../src/kernel/month.ts';
import { ImportDistrict } from '../../src/modules/directory/index.ts';
import { MonthCalendarReadModel } from '../../src/modules/meetings/index.ts';
import { aDistrict, withCell } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

const CALENDAR = '/months/2020-12/calendar';

describe('the pages of a calendar', () => {
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
    const email = `board-${committee.committeeId}@mau.example`;
    board = await signIn(service, committee, { email, name: 'Ban', role: 'board' });
    const file = await districtFile(aDistrict());
    await service.work.as(committee, () => service.get(ImportDistrict).execute(file, 'commit'));
  });

  const open = (path: string, form?: Record<string, string>, who = board) =>
    openWith(path, form && Object.entries(form), who);
  const openWith = async (path: string, form?: readonly (readonly [string, string])[], who = board) => {
    const reply = await fetch(service.url + path, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: who.cookie, accept: 'text/html' },
      ...(form && {
        body: new URLSearchParams([
          ['_csrf', who.csrf],
          ...form.map(([name, value]): [string, string] => [name, value]),
        ]),
      }),
    });
    const html = await reply.text();
    const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    const [, sent = ''] = /flash=([\w-]+)/.exec(reply.headers.get('set-cookie') ?? '') ?? [];
    const flash = Buffer.from(sent, 'base64url').toString();
    return { status: reply.status, to: reply.headers.get('location'), html, text, flash };
  };
  const meetings = () => service.work.as(committee, () => service.get(MonthCalendarReadModel).list(month('2020-12')));
  const theFirst = async () => {
    const [meeting] = await meetings();
    if (!meeting) throw new Error('there is no meeting');
    return meeting;
  };
  const fields = { day: '2020-12-09', time: '18:00', minutes: '60', place: 'Nhà văn hóa', note: '' };

  it('make a month from nothing, change a meeting, cancel and restore it, all by forms', async () => {
    expect((await open(CALENDAR)).text).toContain('Tháng này chưa có lịch họp');
    expect(await open(`${CALENDAR}/make`, {})).toMatchObject({ status: 303, to: CALENDAR });
    expect((await open(CALENDAR)).text).toContain('Chi bộ Khu phố 1, Phường 1');
    expect((await open(CALENDAR)).text).toMatch(/1 cuộc họp, \d người không có lịch bận/);

    const path = `${CALENDAR}/${(await theFirst()).id}`;
    expect((await open(path)).html).toContain('value="17:00"');
    const saved = await open(`${path}?q=hoa+mai`, { ...fields, revision: '1' });
    const { id } = await theFirst();
    const back = (await meetings()).find(({ revision }) => revision === 2)?.id ?? id;
    expect(saved).toMatchObject({ status: 303, to: `${CALENDAR}?q=hoa+mai&saved=${back}#m-${back}` });
    expect(saved.flash).toMatch(/calendar\.saved.*Hoa Mai.*2020-12-09.*18:00/);
    const shown = await open(`${CALENDAR}?q=nothing&saved=${back}`);
    expect(shown.text).toMatch(/18:00.*Nhà văn hóa.*sửa tay.*vừa lưu/);
    expect(shown.text).toContain('Đang xem 1 trong 2 cuộc họp.');
    expect((await open(`${CALENDAR}?q=nothing`)).text).toContain('Không có cuộc họp nào khớp');
    expect(await open(`${path}/cancel`, { revision: '2', note: 'Trùng hội nghị' })).toMatchObject({ status: 303 });
    expect((await open(CALENDAR)).text).toMatch(/đã hủy.*Trùng hội nghị/);
    expect((await open(path)).text).toContain('Cuộc họp này đã hủy.');
    expect(await open(`${path}/restore`, { revision: '3' })).toMatchObject({ status: 303 });
    expect((await open(path)).html).toMatch(/name="kind" value="regular"[^>]* checked/);
    expect((await open(path, { ...fields, kind: 'combined', revision: '4' })).status).toBe(303);
    expect((await meetings()).find((one) => one.id === back)).toMatchObject({ kind: 'combined', revision: 5 });
    expect((await meetings()).map(({ state }) => state)).toEqual(['scheduled', 'scheduled']);
  });

  it('add a meeting and empty the month', async () => {
    await open(`${CALENDAR}/make`, {});
    const { branch } = await theFirst();
    const added = await open(`${CALENDAR}/add`, { ...fields, branchId: branch.id, kind: 'thematic' });
    const ofHand = (await meetings()).find(({ kind }) => kind === 'thematic');
    expect(added).toMatchObject({ status: 303, to: `${CALENDAR}?saved=${ofHand?.id}#m-${ofHand?.id}` });
    expect((await open(CALENDAR)).text).toMatch(/thêm tay.*Xóa lịch tháng này.*Bỏ cả 3 cuộc họp.*1 cuộc đã sửa tay/);
    const before = await meetings();
    expect(await open(`${CALENDAR}/clear`, {})).toMatchObject({ status: 303, to: CALENDAR });
    expect(await meetings()).toEqual([]);
    const [, takeBack = ''] = /action="([^"]+\/take-back)"/.exec((await open(CALENDAR)).html) ?? [];
    expect(await open(takeBack, {})).toMatchObject({ status: 303, to: CALENDAR });
    expect((await open(CALENDAR)).text).toMatch(/Xóa lịch tháng \(3 cuộc họp\).*đã lấy lại/);
    expect((await meetings()).map(({ id, day }) => [id, day])).toEqual(before.map(({ id, day }) => [id, day]));
    expect((await open(takeBack, {})).status).toBe(303);
    expect(await meetings()).toHaveLength(3);
  });

  it('sort by their heads, both ways, as the other lists of a month do', async () => {
    await open(`${CALENDAR}/make`, {});
    const { branch } = await theFirst();
    await open(`${CALENDAR}/add`, { ...fields, branchId: branch.id, kind: 'thematic' });
    const rowsOf = async (path: string, row: RegExp) =>
      [...(await open(path)).html.matchAll(row)].map(([, first = '']) => first.replace(/<[^>]*>/g, '').trim());
    const branches = (sort: string) =>
      rowsOf(`${CALENDAR}?sort=${sort}`, /<td class="agenda-branch">.*?<a[^>]*>(.*?)<\/a>/gs);
    const byName = await branches('branch');
    expect(byName).toEqual(byName.toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true })));
    expect(await branches('-branch')).toEqual(byName.toReversed());
    const kinds = (sort: string) =>
      rowsOf(`${CALENDAR}?sort=${sort}`, /<td class="agenda-kind"><span[^>]*>(.*?)<\/span>/gs);
    expect((await kinds('-kind')).toReversed()).toEqual(await kinds('kind'));
    const flat = await open(`${CALENDAR}?sort=branch&q=chi`);
    expect(flat.html).not.toContain('agenda-day');
    expect(flat.html.replace(/&#x3D;|&amp;/g, (sign) => (sign === '&amp;' ? '&' : '='))).toContain(
      `href="${CALENDAR}?q=chi&sort=-branch"`,
    );
    expect((await open(CALENDAR)).html).toContain('agenda-day');
    const days = await rowsOf(`${CALENDAR}?sort=-hour`, /<tr class="agenda-day"><th[^>]*>.*?(\d\d\/\d\d)\/\d{4}/gs);
    expect(days).toEqual(days.toSorted().toReversed());

    const heads = (path: string) => rowsOf(path, /<tr>\s*<th scope="row">(.*?)<span class="sub/gs);
    const namesOff = (sort: string) =>
      rowsOf(`/holidays?year=2021&sort=${sort}`, /<td data-label="Tên ngày">(.*?)<(?:span|\/td)/gs);
    const namedOff = await namesOff('name');
    expect(namedOff.length).toBeGreaterThan(4);
    expect(namedOff).toEqual(namedOff.toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true })));
    expect((await heads('/holidays?year=2021&sort=-day'))[0]).toBe((await heads('/holidays?year=2021')).at(-1));

    const second = await districtFile(withCell(aDistrict(), 'Chi bộ', 2, 'Số đảng viên', 77));
    await service.work.as(committee, () => service.get(ImportDistrict).execute(second, 'check'));
    const states = (sort: string) => rowsOf(`/imports?sort=${sort}`, /<td data-label="Kết quả">(.*?)<\/td>/gs);
    expect(await states('state')).toEqual(['Có lỗi, chưa nhập', 'Đã nhập']);
    expect(await states('-state')).toEqual(['Đã nhập', 'Có lỗi, chưa nhập']);
  });

  it('remove a meeting that somebody added, never one of a rule, and take that back', async () => {
    await open(`${CALENDAR}/make`, {});
    const { id, branch } = await theFirst();
    expect((await open(`${CALENDAR}/${id}`)).text).not.toContain('Xóa cuộc họp thêm tay');
    const refused = await open(`${CALENDAR}/${id}/remove`, { revision: '1' });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('Nếu không họp, hãy hủy')]);
    await open(`${CALENDAR}/add`, { ...fields, branchId: branch.id, kind: 'thematic' });
    const added = (await meetings()).find(({ isAdded }) => isAdded);
    expect((await open(`${CALENDAR}/${added?.id}`)).text).toContain('Xóa cuộc họp thêm tay');
    expect((await open(`${CALENDAR}/${added?.id}/remove`, { revision: '7' })).status).toBe(412);
    for (const click of [1, 2]) {
      expect([click, (await open(`${CALENDAR}/${added?.id}/remove`, { revision: '1' })).status]).toEqual([click, 303]);
      expect(await meetings()).toHaveLength(2);
    }
    const page = await open(CALENDAR);
    expect(page.text).toContain(`Xóa cuộc họp thêm tay của ${branch.name}`);
    const [, takeBack = ''] = /action="([^"]+\/take-back)"/.exec(page.html) ?? [];
    await open(takeBack, {});
    expect((await meetings()).find(({ isAdded }) => isAdded)).toMatchObject({ id: added?.id, revision: 2 });
  });

  it('move many at once after a look at what it does, tell the secretaries, and take it back', async () => {
    await open(`${CALENDAR}/make`, {});
    const before = await meetings();
    const choice = before.map(({ id, revision }) => ['meeting', `${id}/${revision}`] as const);
    const post = (extra: Record<string, string>) => openWith(`${CALENDAR}/move`, [...choice, ...Object.entries(extra)]);
    expect((await open(`${CALENDAR}/move?day=2020-12-03`)).html.match(/name="meeting"[^>]* checked/g)).toHaveLength(1);
    const none = await open(`${CALENDAR}/move`, { mode: 'day', toDay: '31/11/2020', step: 'preview' });
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('Hãy chọn ít nhất một cuộc họp.')]);
    expect(none.text).toContain('Hãy chọn một ngày có thật');
    const spread = await post({ mode: 'spread', from: '05/12/2020', to: '08/12/2020', most: '1', step: 'preview' });
    expect(spread.text).toMatch(/T2 07\/12 0 1 .*T3 08\/12 0 1 /);

    const day = { mode: 'day', toDay: '06/12/2020' };
    const looked = await post({ ...day, step: 'preview' });
    expect([looked.status, looked.text]).toEqual([200, expect.stringContaining('06/12/2020 là Chủ nhật')]);
    expect(looked.text).toMatch(/T3 01\/12 1 0 .*CN 06\/12 0 2 /);
    expect(await meetings()).toEqual(before);
    const [, confirmed = ''] = /name="confirmed" value="([^"]+)"/.exec(looked.html) ?? [];
    const to = Object.fromEntries(before.map(({ id }) => [`to-${id}`, '06/12/2020']));
    const other = { ...to, [`to-${before[0]?.id}`]: '07/12/2020' };
    expect((await post({ ...day, ...other, confirmed, step: 'save' })).text).toContain('Lưu: dời 2 cuộc họp');
    const wrong = { ...to, [`to-${before[0]?.id}`]: '07/01/2021' };
    expect((await post({ ...day, ...wrong, confirmed, step: 'save' })).status).toBe(422);
    expect(await meetings()).toEqual(before);
    const saved = await post({ ...day, ...to, confirmed, step: 'save' });
    expect([saved.status, saved.to]).toEqual([303, expect.stringContaining(`${CALENDAR}/changes/`)]);
    expect((await meetings()).map((each) => each.day)).toEqual(['2020-12-06', '2020-12-06']);
    const again = await post({ ...day, ...to, confirmed, step: 'save' });
    expect([again.status, (await meetings()).map(({ revision }) => revision)]).toEqual([200, [2, 2]]);

    const change = await open(saved.to ?? '');
    expect(change.text).toMatch(/buổi sinh hoạt chi bộ thứ Ba 01\/12\/2020 chuyển sang 17:00 Chủ nhật 06\/12\/2020/);
    expect((await open(CALENDAR)).text).toMatch(/rơi vào ngày nghỉ.*Dời 2 cuộc họp/);
    const sql = <T>(text: string, values: unknown[] = []) =>
      service.work.as(committee, () => service.work.run(() => service.work.query<T>(text, values)));
    await sql(`update branches set secretary_email = case when id = $1 then 'chibo@mau.example' end`, [
      before[0]?.branch.id,
    ]);
    expect((await open(saved.to ?? '')).text).toMatch(/1 chi bộ chưa có thư điện tử.*Gửi thư cho 1 bí thư/);
    const told = () =>
      sql<{ to: string; before: string; now: string; isPublished: boolean }>(
        `select content -> 'draft' -> 'to' ->> 'address' as to, content -> 'draft' -> 'model' -> 'before' ->> 'day' as before,
           content -> 'draft' -> 'model' -> 'meeting' ->> 'day' as now,
           (content -> 'draft' -> 'model' ->> 'isPublished')::boolean as "isPublished"
         from mails where kind = 'branch-meeting-changed' order by key`,
      );
    expect(await told()).toEqual([]);
    expect((await open(`${saved.to}/tell`, {})).flash).toMatch(/move\.told.*"count":1/);
    expect((await open(`${saved.to}/tell`, {})).flash).toContain('move.was_told');
    const there = { to: 'chibo@mau.example', before: '2020-12-01', now: '2020-12-06', isPublished: false };
    expect(await told()).toEqual([there]);
    expect((await open(saved.to ?? '')).text).toMatch(/Thư cho các bí thư có địa chỉ đã được lập lúc/);
    expect((await open(`${saved.to}/take-back`, {})).to).toBe(saved.to);
    // The first mail had not left yet, so that the branch has nothing to hear.
    expect((await open(`${saved.to}/tell`, {})).flash).toContain('move.told_nobody');
    expect(await told()).toEqual([]);
    expect((await meetings()).map((each) => each.day)).toEqual(before.map((each) => each.day));
    expect((await open(saved.to ?? '')).text).toMatch(/Chủ nhật 06\/12\/2020 chuyển sang 17:00 thứ Ba 01\/12\/2020/);
  });

  it('give many one hour, place and kind after a look at what changes, and take that back', async () => {
    await open(`${CALENDAR}/make`, {});
    const before = await meetings();
    const choice = before.map(({ id, revision }) => ['meeting', `${id}/${revision}`] as const);
    const post = (extra: Record<string, string>) => openWith(`${CALENDAR}/edit`, [...choice, ...Object.entries(extra)]);
    expect((await open(`${CALENDAR}/edit?day=2020-12-03`)).html.match(/name="meeting"[^>]* checked/g)).toHaveLength(1);
    const nothing = await post({ step: 'preview' });
    expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('ít nhất một điều cần sửa')]);
    const wrong = await post({ time: '25:00', minutes: '5', where: 'other', step: 'preview' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Hãy ghi nơi họp.')]);

    const edit = { kind: 'combined', time: '18:30', minutes: '60', where: 'other', place: 'Trường mẫu' };
    const looked = await post({ ...edit, step: 'preview' });
    expect(looked.text).toContain('Lưu: sửa 2 cuộc họp');
    expect(looked.text).toContain('bắt đầu lúc 18:30 thay vì 17:00');
    expect(looked.text).toContain('sinh hoạt kết hợp thay vì thường kỳ');
    expect(await meetings()).toEqual(before);
    const [, confirmed = ''] = /name="confirmed" value="([^"]+)"/.exec(looked.html) ?? [];
    expect((await post({ ...edit, place: 'Nơi khác nữa', confirmed, step: 'save' })).status).toBe(200);
    expect(await meetings()).toEqual(before);
    const saved = await post({ ...edit, confirmed, step: 'save' });
    expect([saved.status, saved.to]).toEqual([303, expect.stringContaining(`${CALENDAR}/changes/`)]);
    const after = await meetings();
    expect(after.map(({ id, day, kind, place }) => [id, day, kind, place])).toEqual(
      before.map(({ id, day }) => [id, day, 'combined', 'Trường mẫu']),
    );
    const change = await open(saved.to ?? '');
    expect(change.text).toMatch(
      /Sửa 2 cuộc họp.*thứ Ba 01\/12\/2020 bắt đầu lúc 18:30 thay vì 17:00, .*họp tại Trường mẫu/,
    );
    expect((await open(CALENDAR)).text).toContain('Sửa 2 cuộc họp');
    expect((await open(`${saved.to}/take-back`, {})).to).toBe(saved.to);
    expect(await meetings()).toEqual(before.map((each) => ({ ...each, revision: each.revision + 2 })));
  });

  it('ask once before a meeting stands on a day off, at a weekend or beside another one', async () => {
    await open(`${CALENDAR}/make`, {});
    const { id, branch } = await theFirst();
    const sunday = await open(`${CALENDAR}/${id}`, { ...fields, day: '06/12/2020', revision: '1' });
    expect([sunday.status, sunday.text]).toEqual([200, expect.stringContaining('06/12/2020 là Chủ nhật')]);
    expect((await theFirst()).revision).toBe(1);
    const confirmed = { ...fields, day: '06/12/2020', revision: '1', confirmed: '2020-12-06 18:00' };
    expect((await open(`${CALENDAR}/${id}`, confirmed)).status).toBe(303);
    const double = { ...fields, day: '06/12/2020', branchId: branch.id, kind: 'regular' };
    expect((await open(`${CALENDAR}/add`, double)).text).toContain('Chi bộ đã có cuộc họp lúc 18:00 cùng ngày');
    expect((await meetings()).filter((each) => each.branch.id === branch.id)).toHaveLength(1);
  });

  it('keep what was typed where it cannot be saved, and say why', async () => {
    await open(`${CALENDAR}/make`, {});
    const path = `${CALENDAR}/${(await theFirst()).id}`;
    const wrong = await open(path, { ...fields, day: '2020-12-32', minutes: '5', revision: '1' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Hãy chọn một ngày có thật');
    expect(wrong.text).toContain('Hãy ghi số phút từ 15 đến 600.');
    expect(wrong.html).toContain('value="Nhà văn hóa"');

    const outside = await open(path, { ...fields, day: '2021-01-04', revision: '1' });
    expect([outside.status, outside.text]).toEqual([422, expect.stringContaining('phải bắt đầu trong tháng 12/2020')]);
    await open(path, { ...fields, revision: '1' });
    const stale = await open(path, { ...fields, time: '20:00', revision: '1' });
    expect([stale.status, stale.text]).toEqual([412, expect.stringMatching(/ đã sửa mục này lúc \d\d:\d\d, /)]);
    expect(stale.html).toContain('value="20:00"');
    const nobody = await open(`${CALENDAR}/add`, { ...fields, branchId: '', kind: 'regular' });
    expect([nobody.status, nobody.text]).toEqual([422, expect.stringContaining('Hãy chọn chi bộ họp.')]);
    const nonsense = await open(`${CALENDAR}/add`, { ...fields, branchId: 'x', kind: 'regular' });
    expect([nonsense.status, nonsense.text]).toEqual([422, expect.stringContaining('Hãy chọn chi bộ họp.')]);
    const nowhere = await open(`${CALENDAR}/add`, {
      ...fields,
      branchId: '018f0000-0000-7000-8000-000000000000',
      kind: 'regular',
    });
    expect([nowhere.status, nowhere.text]).toEqual([404, expect.stringContaining('Không có chi bộ này')]);
    expect((await theFirst()).revision).toBe(1);
    expect((await meetings()).map(({ revision }) => revision).sort()).toEqual([1, 2]);
  });

  it('let a leader look and nothing else', async () => {
    await open(`${CALENDAR}/make`, {});
    const email = `leader-${committee.committeeId}@mau.example`;
    const leader = await signIn(service, committee, { email, name: 'Lãnh đạo', role: 'leader' });
    const seen = await open(CALENDAR, undefined, leader);
    expect(seen.text).toContain('Chi bộ Khu phố 1, Phường 1');
    expect(seen.html).not.toContain(`${CALENDAR}/`);
    for (const page of ['', '/calendar', '/people', '/forms', '/briefing']) {
      expect((await open(`/months/2020-12${page}`, undefined, leader)).text).not.toContain('Chờ tôi');
      expect((await open(`/months/2020-12${page}`)).text).toContain('Chờ tôi');
    }
    expect(await open(`${CALENDAR}/make`, {}, leader)).toMatchObject({ status: 403 });
    expect(await open(`${CALENDAR}/${(await theFirst()).id}`, undefined, leader)).toMatchObject({ status: 403 });
  });
});
