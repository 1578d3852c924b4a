import type { Actor } from '../../src/kernel/actor.ts';
import { month } from '../../src/kernel/month.ts';
import type { CellValue, LaidSheet } from '../../src/kernel/workbook.ts';
import { MonthCalendarReadModel } from '../../src/modules/meetings/index.ts';
import { readWorkbook } from '../../src/platform/xlsx/read-workbook.ts';
import { writeWorkbook } from '../../src/platform/xlsx/write-workbook.ts';
import { aBranch, aGround } from '../support/a-month.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

const CALENDAR = '/months/2020-12/calendar';

describe('a month’s calendar as a workbook', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-20T02:00:00Z'));
    committee = await aCommittee(service);
    const email = `ban-${committee.committeeId}@mau.example`;
    board = await signIn(service, committee, { email, name: 'Lê Thị Ban', role: 'board' });
    const ground = await aGround(service, committee);
    for (let i = 0; i < 2; i++) await aBranch(service, committee, ground);
    await browserOf(service, board).post(`${CALENDAR}/make`);
  });
  afterAll(() => service.end());

  const meetings = () => service.as(committee, () => service.get(MonthCalendarReadModel).list(month('2020-12')));
  const downloaded = async () => {
    const reply = await fetch(`${service.url}${CALENDAR}/file/calendar.xlsx`, { headers: { cookie: board.cookie } });
    expect(reply.status).toBe(200);
    return new Uint8Array(await reply.arrayBuffer());
  };
  const upload = async (bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.set('_csrf', board.csrf);
    form.set('file', new Blob([bytes]), 'lich.xlsx');
    const reply = await fetch(`${service.url}${CALENDAR}/file`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: board.cookie, accept: 'text/html' },
      body: form,
    });
    const [, sent = ''] = /flash=([\w-]+)/.exec(reply.headers.get('set-cookie') ?? '') ?? [];
    const flash = Buffer.from(sent, 'base64url').toString();
    return { status: reply.status, to: reply.headers.get('location'), flash, html: await reply.text() };
  };
  const changed = async (bytes: Uint8Array, change: (rows: CellValue[][]) => void) => {
    const [sheet] = await readWorkbook(bytes);
    const rows = (sheet?.rows ?? []).map((cells) => [...cells]);
    change(rows);
    const laid: LaidSheet = { name: sheet?.name ?? 'x', rows: rows.map((cells) => cells.map((value) => ({ value }))) };
    return new Uint8Array(await writeWorkbook([laid]));
  };

  it('goes out and in unchanged, moves and adds by its rows with the same ids, and all or nothing', async () => {
    const before = await meetings();
    const file = new Uint8Array(await downloaded());
    const same = await upload(file);
    expect([same.status, same.to, same.flash]).toEqual([
      303,
      CALENDAR,
      expect.stringContaining('calendar_file.nothing'),
    ]);
    expect(await meetings()).toEqual(before);

    const wrong = await changed(file, (rows) => {
      rows[1]?.splice(4, 1, '08/12/2020');
      rows[2]?.splice(5, 1, 'tối');
    });
    const refused = await upload(wrong);
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('Hãy ghi giờ, ví dụ 19:30.')]);
    expect(await meetings()).toEqual(before);

    const elsewhere = await upload(await changed(file, (rows) => rows[1]?.splice(4, 1, '2021-02-04')));
    expect([elsewhere.status, elsewhere.html]).toEqual([422, expect.stringContaining('>04/02/2021<')]);

    const right = await changed(file, (rows) => {
      rows[1]?.splice(4, 1, '08/12/2020');
      rows.push([null, rows[2]?.[1] ?? '', null, 'chuyên đề', '17/12/2020', '19:30', 90]);
    });
    const twice = await Promise.all([upload(right), upload(right)]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const after = await meetings();
    expect(after.map(({ day }) => day)).toEqual(['2020-12-03', '2020-12-08', '2020-12-17']);
    expect(before.every(({ id }) => after.some((one) => one.id === id))).toBe(true);
    const page = await browserOf(service, board).open(CALENDAR);
    expect(page.html.match(/\/take-back"/g)).toHaveLength(1);

    const none = await upload(new TextEncoder().encode('no workbook'));
    expect(none.status).toBeGreaterThanOrEqual(400);
    expect(none.status).toBeLessThan(500);
    expect(none.html).toContain('field-wrong');
  });
});
