import type { Actor } from '../../src/kernel/actor.ts';
import { ImportDistrict } from '../../src/modules/directory/index.ts';
import { FRAGMENT_HEADER } from '../../src/platform/http/request.ts';
import { aDistrict } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { formOf } from '../support/form-of.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

describe('the page of a branch’s rule', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let id: string;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-20T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    const file = await districtFile(aDistrict());
    await service.as(committee, () => service.get(ImportDistrict).execute(file, 'commit'));
    board = await signIn(service, committee, {
      email: `ban-${committee.committeeId}@mau.example`,
      name: 'Phạm Thị Ban',
      role: 'board',
    });
    const [row] = await service.as(committee, () =>
      service.work.query<{ id: string }>(`select id from branches where code = 'P1-KP1'`),
    );
    id = row?.id ?? '';
  });

  const open = async (path: string, form?: Record<string, string>) => {
    const browser = browserOf(service, board);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    return { ...reply, to: reply.location, text: textOf(reply.html) };
  };

  it('shows the coming twelve months, previews what is typed without storing it, and saves it', async () => {
    const path = `/branches/${id}/rule`;
    expect((await open(`/branches/${id}`)).html).toContain(`href="${path}"`);
    const page = await open(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Tháng 12/2020 Thứ Năm, 03/12/2020, 19:30–21:30 kết hợp');
    expect(page.text).toContain('Tháng 11/2021');
    expect(page.text).not.toContain('Tháng 12/2021');
    expect(page.text).toMatch(/Tháng 02\/2021 nghỉ Tết 11\/02 – 16\/02/);

    const typed = { ...formOf(page.html), 'rows[0][meetingDay]': '5', 'rows[0][rollWeekend]': 'có' };
    const preview = await open(`${path}/preview`, typed);
    expect(preview.status).toBe(200);
    expect(preview.text).toMatch(
      /Thứ Hai, 07\/12\/2020, 19:30–21:30 Kết hợp Dời từ 05\/12: 05\/12 thứ Bảy; 06\/12 Chủ nhật/i,
    );
    expect(formOf(preview.html)['rows[0][meetingDay]']).toBe('5');
    expect(formOf((await open(path)).html)['rows[0][meetingDay]']).toBe('3');

    const saved = await Promise.all([open(path, typed), open(path, typed)]);
    expect(saved.map(({ status, to }) => [status, to])).toEqual([
      [303, `/branches/${id}`],
      [303, `/branches/${id}`],
    ]);
    const branch = await open(`/branches/${id}`);
    expect(branch.text.match(/Ngày sinh hoạt: 3 → 5/g)).toHaveLength(1);
    // The rest of the entry is as it was.
    expect(formOf((await open(`/branches/${id}/edit`)).html)).toMatchObject({
      'rows[0][meetingDay]': '5',
      'rows[0][name]': 'Chi bộ Khu phố 1, Phường 1',
      'rows[0][weakFields][MT]': '0,8',
    });

    const stale = await open(path, { ...typed, 'rows[0][meetingDay]': '8' });
    expect([stale.status, stale.text]).toEqual([412, expect.stringContaining('Phạm Thị Ban đã sửa mục này lúc')]);
    expect(formOf(stale.html)['rows[0][meetingDay]']).toBe('8');
  });

  it('refuses what the import refuses, beside the field, and shows no days of it', async () => {
    const path = `/branches/${id}/rule`;
    const typed = { ...formOf((await open(path)).html), 'rows[0][meetingDay]': '32', 'rows[0][meetingTime]': 'tối' };
    for (const address of [path, `${path}/preview`]) {
      const wrong = await open(address, typed);
      expect(wrong.status).toBe(422);
      expect(wrong.html.match(/aria-invalid="true"/g)).toHaveLength(2);
      expect(wrong.text).toContain('Chưa đọc được lịch đã ghi nên chưa có ngày nào để xem.');
    }
  });

  it('gives a script the days alone', async () => {
    const path = `/branches/${id}/rule`;
    const typed = formOf((await open(path)).html);
    const reply = await fetch(service.url + `${path}/preview`, {
      method: 'POST',
      headers: { cookie: board.cookie, accept: 'text/html', [FRAGMENT_HEADER]: 'rule-preview' },
      body: new URLSearchParams({ ...typed, _csrf: board.csrf, 'rows[0][meetingDay]': '31' }),
    });
    const html = await reply.text();
    expect([reply.status, html.includes('<html')]).toEqual([200, false]);
    expect(textOf(html)).toContain('Tháng này không có ngày đã chọn nên lấy ngày cuối tháng.');
  });
});

function textOf(html: string): string {
  return html
    .slice(Math.max(0, html.indexOf('<main')))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}
