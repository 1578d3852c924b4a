import type { Actor } from '../../src/kernel/actor.ts';
import { month } from '../../src/kernel/month.ts';
import type { CellValue } from '../../src/kernel/workbook.ts';
import { DownloadWorkbook, ImportDistrict, TakeBackImport } from '../../src/modules/directory/index.ts';
import { MakeCalendar, MonthCalendarReadModel } from '../../src/modules/meetings/index.ts';
import { aDistrict, withCell } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { formOf } from '../support/form-of.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

describe('a branch that meets on a weekday of the month', () => {
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
    board = await signIn(service, committee, {
      email: `ban-${committee.committeeId}@mau.example`,
      name: 'Phạm Thị Ban',
      role: 'board',
    });
  });

  const district = (quarter: CellValue, school: CellValue = 1, thematic: CellValue = null) => {
    const first = withCell(aDistrict(), 'Chi bộ', 2, 'Ngày sinh hoạt', quarter);
    const second = withCell(first, 'Chi bộ', 3, 'Ngày sinh hoạt', school);
    return withCell(second, 'Chi bộ', 2, 'Ngày chuyên đề riêng', thematic);
  };
  const take = async (...cells: Parameters<typeof district>) => {
    const file = await districtFile(district(...cells));
    return service.as(committee, () => service.get(ImportDistrict).execute(file, 'commit'));
  };
  const make = (of: string) => service.as(committee, () => service.get(MakeCalendar).execute(month(of)));
  const list = async (of: string) => {
    const meetings = await service.as(committee, () => service.get(MonthCalendarReadModel).list(month(of)));
    return meetings.map(({ branch, kind, day }) => [branch.code, kind, day]);
  };
  const rules = () =>
    service.as(committee, () =>
      service.work.query<object>(
        `select code, meeting_day, meeting_weekday, thematic_day, thematic_weekday from branches order by code`,
      ),
    );
  const quarter = async () => {
    const [row] = await service.as(committee, () =>
      service.work.query<{ id: string }>(`select id from branches where code = 'P1-KP1'`),
    );
    return row?.id ?? '';
  };
  const open = async (path: string, form?: Record<string, string>) => {
    const browser = browserOf(service, board);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    return { ...reply, text: textOf(reply.html) };
  };

  it('is read from a file, gets its meetings, and is written into a file without a change', async () => {
    expect(await take('thứ ba tuần thứ 2', 'T6 cuối', 'T3/4')).toMatchObject({ state: 'committed' });
    expect(await rules()).toEqual([
      { code: 'P1-KP1', meeting_day: null, meeting_weekday: '2TU', thematic_day: null, thematic_weekday: '4TU' },
      { code: 'TH-HOAMAI', meeting_day: null, meeting_weekday: '-1FR', thematic_day: null, thematic_weekday: null },
    ]);
    expect(await make('2020-12')).toMatchObject({ added: 3, withoutDay: [] });
    expect(await list('2020-12')).toEqual([
      ['P1-KP1', 'regular', '2020-12-08'],
      ['P1-KP1', 'thematic', '2020-12-22'],
      ['TH-HOAMAI', 'regular', '2020-12-25'],
    ]);
    for (const locale of ['vi', 'en'] as const) {
      const file = await service.as(committee, () => service.get(DownloadWorkbook).current(locale));
      expect(await service.as(committee, () => service.get(ImportDistrict).execute(file, 'check'))).toMatchObject({
        state: 'checked',
        summary: { changes: 0 },
      });
    }
    const reply = await fetch(`${service.url}/api/v1/branches`, { headers: { cookie: board.cookie } });
    expect(await reply.json()).toMatchObject({
      items: [
        { rule: { day: null, weekday: '2TU', thematicDay: null, thematicWeekday: '4TU' } },
        { rule: { day: null, weekday: '-1FR', thematicDay: null, thematicWeekday: null } },
      ],
    });
    expect((await open('/branches?sort=rule')).text).toContain('thứ Ba tuần thứ 2, 19:30');
  });

  it('is refused with its cell where it cannot be read, and nothing is kept', async () => {
    const refused = await take('T3/6');
    expect(refused).toMatchObject({
      state: 'refused',
      faults: [{ sheet: 'Chi bộ', row: 2, header: 'Ngày sinh hoạt', value: 'T3/6', code: 'meeting_day_malformed' }],
    });
    expect(await rules()).toEqual([]);
  });

  it('changes from a day and back, as one line of its history', async () => {
    await take(3);
    const changed = await take('T3/2');
    const page = await open(`/branches/${await quarter()}`);
    expect(page.text).toContain('thứ Ba tuần thứ 2, 19:30');
    expect(page.text.match(/Ngày sinh hoạt: 3 → T3\/2/g)).toHaveLength(1);
    expect(page.text.match(/Ngày sinh hoạt:/g)).toHaveLength(1);
    await service.as(committee, () => service.get(TakeBackImport).execute(changed.id));
    expect(await rules()).toMatchObject([{ meeting_day: 3, meeting_weekday: null }, { meeting_day: 1 }]);
  });

  it('is previewed and kept on its page, which tells the months without a meeting', async () => {
    await take(3);
    const path = `/branches/${await quarter()}/rule`;
    const form = { ...formOf((await open(path)).html), 'rows[0][meetingDay]': 'thứ ba tuần 5' };
    const preview = await open(`${path}/preview`, form);
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('Tháng 12/2020 Thứ Ba, 29/12/2020, 19:30–21:30');
    expect(preview.text).toMatch(/Tháng 01\/2021 Tháng này không có thứ đã chọn nên không có buổi họp nào theo lịch\./);
    expect((await rules())[0]).toMatchObject({ meeting_day: 3 });

    const browser = browserOf(service, board);
    const saved = await browser.post(path, form);
    expect([saved.status, saved.location]).toEqual([303, path.replace('/rule', '')]);
    expect(saved.flash).toMatchObject({
      kind: 'warning',
      key: 'register.rule.saved',
      params: { months: '', without: expect.stringMatching(/^01\/2021, 02\/2021, 04\/2021, /) as string },
    });
    const after = (await open(saved.location ?? '')).text;
    expect(after).toContain('tháng không có tuần thứ 5 của thứ này thì không họp');
    expect(formOf((await open(path)).html)['rows[0][meetingDay]']).toBe('T3/5');

    const fresh = formOf((await open(path)).html);
    const wrong = await open(path, { ...fresh, 'rows[0][meetingDay]': 'T3' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('T3/2 (thứ Ba tuần thứ 2)')]);
  });

  it('has no meeting in a month without that weekday, and the calendar says so when it is made', async () => {
    await take('T6/5');
    const browser = browserOf(service, board);
    const page = await browser.open('/months/2020-12/calendar');
    const made = await browser.post('/months/2020-12/calendar/make', formOf(page.html));
    expect(made.status).toBe(303);
    expect(made.flash).toMatchObject({
      kind: 'warning',
      key: 'calendar.made',
      params: { added: 1, without: { names: ['Chi bộ Khu phố 1, Phường 1'], others: 0 } },
    });
    expect(await list('2020-12')).toEqual([['TH-HOAMAI', 'regular', '2020-12-01']]);
    expect(await make('2020-12')).toMatchObject({
      withoutDay: [{ branchId: await quarter(), name: 'Chi bộ Khu phố 1, Phường 1', kind: 'combined' }],
    });
  });
});

function textOf(html: string): string {
  return html
    .slice(Math.max(0, html.indexOf('<main')))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}
