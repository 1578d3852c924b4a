import type { Actor } from '../../src/kernel/actor.ts';
import type { Sheet } from '../../src/kernel/workbook.ts';
import { aDistrict, withCell, withRows } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

describe('the pages of the directory', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  beforeAll(async () => {
    service = await aService({ works: false });
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    board = await signIn(service, committee, {
      email: `board-${committee.committeeId}@mau.example`,
      name: 'Phạm Thị Ban',
      role: 'board',
    });
  });

  const open = async (path: string, form?: Record<string, string | File>) => {
    const body = form && new FormData();
    if (body) for (const [name, value] of Object.entries({ _csrf: board.csrf, ...form })) body.append(name, value);
    const reply = await fetch(service.url + path, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: board.cookie, accept: 'text/html' },
      ...(body && { body }),
    });
    const html = await reply.text();
    return { status: reply.status, to: reply.headers.get('location') ?? '', html, text: textOf(html) };
  };
  const upload = async (sheets: readonly Sheet[]) => {
    const { bytes } = await districtFile(sheets);
    const { status, to } = await open('/imports', { file: new File([bytes], 'Quận Mẫu.xlsx') });
    expect([status, to]).toEqual([303, expect.stringMatching(/^\/imports\/[0-9a-f-]{36}$/)]);
    return to;
  };

  it('lead from an empty directory to a full one by forms alone', async () => {
    expect((await open('/branches')).text).toContain('Chưa có chi bộ nào');
    expect((await open('/imports')).text).toContain('Chưa có lần nhập nào');
    const address = await upload(aDistrict());
    const checked = await open(address);
    expect(checked.text).toContain('Tệp không có lỗi');
    expect(checked.text).toContain('Phạm Thị Ban tải lên');
    expect((await open('/branches')).text).toContain('Chưa có chi bộ nào');

    expect(await open(`${address}/commit`, {})).toMatchObject({ status: 303, to: address });
    expect((await open(address)).text).toMatch(/Đã nhập lúc/);
    const branches = (await open('/branches')).text;
    expect(branches).toContain('Chi bộ Khu phố 1, Phường 1');
    expect(branches).toContain('ngày 3, 19:30');
    expect((await open('/specialists')).text).toContain('Trần Thị Mẫu');
    expect((await open('/imports')).text).toContain('Quận Mẫu.xlsx');

    expect(await open(`${address}/take-back`, {})).toMatchObject({ status: 303, to: address });
    expect((await open(address)).text).toContain('dữ liệu trở về như trước khi nhập');
    expect((await open('/branches')).text).toContain('Chưa có chi bộ nào');
  });

  it('say where a file is wrong, and offer it with its faults', async () => {
    const address = await upload(withCell(aDistrict(), 'Lịch bận', 2, 'Từ ngày', '31/11/2020'));
    const { text, html } = await open(address);
    expect(text).toContain('Tệp có 1 lỗi');
    expect(text).toContain('Không có ngày “31/11/2020”. Hãy kiểm tra ngày, tháng, năm.');
    expect(html).toContain(`href="${address}/annotated.xlsx"`);
    expect(html).not.toContain(`action="${address}/commit"`);
  });

  it('show what a CSV file was taken for, and read it otherwise where somebody chooses so', async () => {
    await open(`${await upload(aDistrict())}/commit`, {});
    const file = new File(['Mã,Tên\nXD,Xây dựng Đảng\n'], 'danh-sach.csv');
    const { to: address } = await open('/imports', { file, scope: 'whole' });
    const guessed = await open(address);
    expect(guessed.text).toContain('Tệp CSV được đọc như sau');
    expect(guessed.text).toMatch(/Mã Tên XD Xây dựng Đảng/);
    expect(guessed.text).toContain('hợp với nhiều trang: “Lĩnh vực”, “Loại chi bộ”, “Ban”');
    expect(guessed.html).not.toContain('value="whole"');
    await open(`${address}/check`, { 'answers[csv.table]': 'departments' });
    const chosen = await open(address);
    expect(chosen.html).toContain('<option value="departments" selected>');
    await open(`${address}/commit`, { 'answers[csv.table]': 'departments' });
    expect((await open(address)).text).toContain('Đã nhập lúc');
    expect((await open('/branches')).text).toContain('Chi bộ Khu phố 1, Phường 1');
  });

  it('answer a file that is none, or no file, beside the form', async () => {
    const wrong = await open('/imports', { file: new File(['Kính gửi Ban Tổ chức'], 'chi-bo.csv') });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Đây là tệp văn bản không có cột nào, không phải tệp Excel (.xlsx) hay CSV.');
    const none = await open('/imports', { file: new File([], '') });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Chưa chọn tệp.');
    const empty = await open('/imports', { file: new File([], 'quan-4.xlsx') });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Tệp này trống.')]);
    const huge = await open('/imports', { file: new File([new Uint8Array(11 * 1024 * 1024)], 'quan-4.xlsx') });
    expect([huge.status, huge.text]).toEqual([413, expect.stringContaining('tối đa 10 MB')]);
    expect(huge.html).toContain('action="/imports"');
  });

  it('warn of what would go out of use', async () => {
    await open(`${await upload(withRows(aDistrict(), 'Chi bộ', [branch(7)]))}/commit`, {});
    const path = await upload(aDistrict());
    const { text, html } = await open(path);
    expect(text).toMatch(/sẽ ngừng dùng 1 chi bộ Tệp không còn các mục này/);
    expect(text).not.toMatch(/\b0 (chi bộ|chuyên viên|ban)/);
    expect(text).toContain('Tệp không còn 1 chi bộ đang dùng: P1-KP7 Chi bộ Khu phố 7, Phường 1.');
    const [, name = ''] = /name="(answers\[[^"]+)"/.exec(html.replaceAll('&#x3D;', '=')) ?? [];
    for (const answers of [{}, { [name]: '7' }]) {
      const unanswered = await open(`${path}/commit`, answers);
      expect([unanswered.status, unanswered.text]).toEqual([422, expect.stringContaining('Còn 1 câu hỏi về tệp')]);
    }
    expect(await open(`${path}/check`, { scope: 'additions' })).toMatchObject({ status: 303, to: path });
    const added = await open(path);
    expect(added.text).toContain('Những gì không có trong tệp giữ nguyên như hiện nay');
    expect(added.text).not.toContain('sẽ ngừng dùng');
    await open(`${path}/check`, { scope: 'whole' });
    expect(await open(`${path}/commit`, { [name]: '1' })).toMatchObject({ status: 303, to: path });
    expect((await open('/branches')).text).not.toContain('P1-KP7');
  });

  it('do not import what the reader has not seen, and check again', async () => {
    const first = await upload(aDistrict());
    const second = await upload(withCell(aDistrict(), 'Chi bộ', 2, 'Tên chi bộ', 'Chi bộ Một'));
    await open(`${second}/commit`, {});
    const refused = await open(`${first}/commit`, {});
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Danh mục đã thay đổi sau khi kiểm tra tệp');
    expect(refused.html).toContain(`action="${first}/check"`);
    expect(await open(`${first}/check`, {})).toMatchObject({ status: 303, to: first });
    expect(await open(`${first}/commit`, {})).toMatchObject({ status: 303, to: first });
    const twice = await open(`${first}/commit`, {});
    expect([twice.status, twice.text]).toEqual([409, expect.stringContaining('Không có gì bị ghi hai lần.')]);
  });

  it('show fifty branches at a time, in the order in which people count, and find them without diacritics', async () => {
    const many = Array.from({ length: 60 }, (_, n) => branch(n + 2));
    await open(`${await upload(withRows(aDistrict(), 'Chi bộ', many))}/commit`, {});
    const first = await open('/branches');
    expect(first.text).toContain('1–50 trong 62');
    expect(first.html).toContain('href="/branches?page&#x3D;2"');
    const last = await open('/branches?page=2');
    expect(codesIn(last.html).slice(0, 3)).toEqual(['P1-KP51', 'P1-KP52', 'P1-KP53']);
    expect(codesIn((await open('/branches?q=hoa+mai')).html)).toEqual(['TH-HOAMAI']);
    expect(codesIn((await open('/branches?organisation=DBP1&q=kp61')).html)).toEqual(['P1-KP61']);
    expect((await open('/branches?q=zzz')).text).toContain('Không có dòng nào khớp');
    expect((await open('/branches?page=x')).status).toBe(200);
  });
});

function branch(number: number) {
  const own = [`P1-KP${number}`, `Chi bộ Khu phố ${number}, Phường 1`, `P1.${number}`, 'DBP1', 'KP'];
  return [...own, null, null, null, 20, null, null, null, null, null, null, null, 4, '19:30'];
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');
}

function codesIn(html: string): string[] {
  return Array.from(html.matchAll(/· ([A-Z0-9-]+)<\/span>/g), ([, code = '']) => code);
}
