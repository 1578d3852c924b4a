import type { Actor } from '../../src/kernel/actor.ts';
import { ImportDistrict } from '../../src/modules/directory/index.ts';
import { readWorkbook } from '../../src/platform/xlsx/read-workbook.ts';
import { aDistrict, withCell, withRows } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';
import { parseSheets } from '../support/import/parse-sheets.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The properties of replies that the tests use. */
interface Body {
  readonly id: string;
  readonly items: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly next: string | null;
  readonly faults: readonly { readonly detail: string }[];
}

interface Reply {
  readonly status: number;
  readonly body: Body;
}

describe('the directory over HTTP', () => {
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

  const send = (method: string, path: string, init: RequestInit = {}, who = board) =>
    fetch(service.url + path, {
      method,
      ...init,
      headers: {
        cookie: who.cookie,
        'x-csrf-token': who.csrf,
        ...(init.headers as Record<string, string> | undefined),
      },
    });
  const call = async (method: string, path: string, init: RequestInit = {}, who = board): Promise<Reply> => {
    const reply = await send(method, path, init, who);
    const text = await reply.text();
    return { status: reply.status, body: JSON.parse(text || '{}') as Body };
  };
  const json = (body: object): RequestInit => ({
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  const upload = async (sheets = aDistrict(), who = board): Promise<Reply> => {
    const { bytes } = await districtFile(sheets);
    return call(
      'POST',
      '/api/v1/imports?name=qu%E1%BA%ADn.xlsx',
      { body: bytes, headers: { 'content-type': XLSX } },
      who,
    );
  };
  const take = async (sheets = aDistrict()) => {
    const file = await districtFile(sheets);
    await service.work.as(committee, () => service.get(ImportDistrict).execute(file, 'commit'));
  };

  it('takes a file through check, commit and take-back', async () => {
    const checked = await upload();
    expect(checked).toMatchObject({
      status: 201,
      body: { state: 'checked', fileName: 'quận.xlsx', madeBy: 'Phạm Thị Ban', faultCount: 0, faults: [] },
    });
    const path = `/api/v1/imports/${checked.body.id}`;
    expect(await call('POST', `${path}/commit`)).toMatchObject({ status: 200, body: { state: 'committed' } });
    expect(await call('POST', `${path}/commit`)).toMatchObject({
      status: 409,
      body: { code: 'import.already_committed' },
    });
    expect((await call('GET', '/api/v1/branches')).body.items).toHaveLength(2);
    expect(await call('POST', `${path}/take-back`)).toMatchObject({ status: 200, body: { state: 'taken_back' } });
    expect((await call('GET', '/api/v1/branches')).body.items).toEqual([]);
    expect((await call('GET', '/api/v1/imports')).body).toMatchObject({
      items: [{ id: checked.body.id, state: 'taken_back' }],
      next: null,
    });
  });

  it('takes the file of a form as well, under its Vietnamese name', async () => {
    const form = new FormData();
    const { bytes } = await districtFile(aDistrict());
    form.append('file', new Blob([bytes], { type: XLSX }), 'Quận Mẫu – tháng 12.xlsx');
    expect(await call('POST', '/api/v1/imports', { body: form })).toMatchObject({
      status: 201,
      body: { fileName: 'Quận Mẫu – tháng 12.xlsx', madeBy: 'Phạm Thị Ban' },
    });
  });

  it('says in the reader’s language what is wrong, and gives the file back with its faults', async () => {
    const refused = await upload(withCell(aDistrict(), 'Chi bộ', 2, 'Mã tổ chức', 'DBP9'));
    expect(refused).toMatchObject({ status: 201, body: { state: 'refused', counts: null, faultCount: 1 } });
    expect(refused.body.faults[0]).toMatchObject({
      sheet: 'Chi bộ',
      row: 2,
      value: 'DBP9',
      code: 'reference_unknown',
      detail: 'Không có “DBP9” ở trang “Tổ chức”. Có phải là “DBP1”? Hãy sửa lại hoặc thêm vào trang đó.',
    });
    const path = `/api/v1/imports/${refused.body.id}`;
    expect(await call('POST', `${path}/commit`)).toMatchObject({
      status: 422,
      body: { code: 'import.refused', title: expect.stringContaining('Tệp còn 1 lỗi') as unknown },
    });
    const file = await send('GET', `${path}/annotated.xlsx`);
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="quan-co-ghi-loi.xlsx"; filename*=UTF-8''qu%E1%BA%ADn-co-ghi-loi.xlsx`,
    );
    const sheets = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
    expect(sheets[0]?.name).toBe('Lỗi');
    expect(sheets[0]?.rows[1]?.slice(-2)).toEqual([refused.body.faults[0]?.detail, 'Lỗi']);
  });

  it('hands out the blank template', async () => {
    const file = await send('GET', '/api/v1/imports/template.xlsx');
    expect(file.headers.get('content-type')).toBe(XLSX);
    const { faults } = parseSheets(await readWorkbook(new Uint8Array(await file.arrayBuffer())));
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['file_empty', 'required']));
  });

  it('reads a list as CSV, which adds and changes only, as it was guessed or as somebody says', async () => {
    const headers = { 'content-type': 'text/csv' };
    const body = 'Mã;Tên\r\n007;Xây dựng Đảng\r\n';
    const { body: checked } = await call('POST', '/api/v1/imports?scope=whole', { body, headers });
    const csv = { encoding: 'utf-8', separator: 'semicolon', table: 'fields', rowCount: 2 };
    expect(checked).toMatchObject({ state: 'checked', scope: 'additions', csv, questions: [{ id: 'csv.table' }] });
    const answers = { 'csv.table': 'departments' };
    const again = await call('POST', `/api/v1/imports/${checked['id']}/check`, json({ answers }));
    expect(again.body).toMatchObject({
      csv: { table: 'departments' },
      questions: [{ id: 'csv.table', answer: 'departments' }],
      examples: [{ kind: 'departments', subject: '007', name: 'Xây dựng Đảng', outcome: 'added' }],
    });
  });

  it('answers a file that is none with what to do', async () => {
    const post = (body: string | Uint8Array) =>
      call('POST', '/api/v1/imports', { body, headers: { 'content-type': XLSX } });
    expect(await post('Kính gửi Ban Tổ chức')).toMatchObject({
      status: 422,
      body: { code: 'xlsx.not_a_workbook', title: expect.stringContaining('tệp văn bản') as unknown },
    });
    expect(await post('')).toMatchObject({ status: 422, body: { code: 'import.no_file' } });
    expect(await post(new Uint8Array(11 * 1024 * 1024))).toMatchObject({
      status: 413,
      body: { code: 'http.too_large' },
    });
    expect((await call('GET', '/api/v1/imports')).body.items).toEqual([]);
  });

  it('is for the board and the administrator of its own committee', async () => {
    const { body } = await upload();
    const specialist = await signIn(service, committee, {
      email: `leader-${committee.committeeId}@mau.example`,
      name: 'Lãnh đạo',
      role: 'leader',
    });
    const stranger = await signIn(service, await aCommittee(service), {
      email: `other-${committee.committeeId}@mau.example`,
      name: 'Ban khác',
      role: 'board',
    });
    for (const [method, path] of [
      ['GET', '/api/v1/imports'],
      ['GET', '/api/v1/branches'],
      ['GET', '/api/v1/specialists'],
      ['POST', `/api/v1/imports/${body.id}/commit`],
    ] as const) {
      expect(await call(method, path, {}, specialist)).toMatchObject({ status: 403 });
    }
    for (const end of ['', '/commit', '/take-back', '/check', '/annotated.xlsx']) {
      const method = end === '' || end === '/annotated.xlsx' ? 'GET' : 'POST';
      expect(await call(method, `/api/v1/imports/${body.id}${end}`, {}, stranger)).toMatchObject({
        status: 404,
        body: { code: 'import.not_found' },
      });
    }
    expect((await call('GET', '/api/v1/imports', {}, stranger)).body.items).toEqual([]);
  });

  it('lists branches in the order in which people count, page by page', async () => {
    const more = [10, 2].map((n) => [
      `P1-KP${n}`,
      `Chi bộ Khu phố ${n}, Phường 1`,
      `P1.${n}`,
      'DBP1',
      'KP',
      '',
      null,
      null,
      20,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      4,
      '19:30',
    ]);
    await take(withRows(aDistrict(), 'Chi bộ', more));
    const first = await call('GET', '/api/v1/branches?limit=3');
    expect(first.body.items.map(({ code }: { code: string }) => code)).toEqual(['P1-KP1', 'P1-KP2', 'P1-KP10']);
    const rest = await call('GET', `/api/v1/branches?limit=3&cursor=${first.body.next ?? ''}`);
    expect(rest.body).toMatchObject({
      items: [{ code: 'TH-HOAMAI', type: { name: 'Hành chính, sự nghiệp' } }],
      next: null,
    });
    expect(first.body.items[0]).toMatchObject({
      organisation: { code: 'DBP1', shortName: 'Phường 1' },
      weakFields: [
        { code: 'TTDT', weight: 1 },
        { code: 'MT', name: 'Vệ sinh môi trường', weight: 0.8 },
      ],
      rule: { day: 3, time: '19:30', rollsForward: false, thematicMonths: [3, 6, 9, 12] },
      lastVisit: '2020-11',
    });
    expect(await call('GET', '/api/v1/branches?cursor=x')).toMatchObject({ status: 400 });
    expect(await call('GET', '/api/v1/branches?limit=0')).toMatchObject({ status: 422 });
  });

  it('finds branches without diacritics, and by type and organisation', async () => {
    await take();
    const codes = async (query: string) =>
      (await call('GET', `/api/v1/branches?${query}`)).body.items.map(({ code }) => code);
    expect(await codes('q=hoa+mai')).toEqual(['TH-HOAMAI']);
    expect(await codes('q=pho+KHU')).toEqual(['P1-KP1']);
    expect(await codes('q=ho%E2%80%8Ba+mai%C2%AD')).toEqual(['TH-HOAMAI']);
    expect(await codes('q=phuong+1')).toEqual(['P1-KP1', 'TH-HOAMAI']);
    expect(await codes('q=hoa+xyz')).toEqual([]);
    expect(await codes('type=KP')).toEqual(['P1-KP1']);
    expect(await codes('organisation=TH-HOAMAI')).toEqual(['TH-HOAMAI']);
    expect(await codes("q=%25';--")).toEqual([]);
    expect(await call('GET', '/api/v1/branches?q=%00')).toMatchObject({
      status: 400,
      body: { code: 'http.malformed' },
    });
  });

  it('lists specialists by their given names, as Vietnamese lists are', async () => {
    const people = [
      ['CV02', 'Nguyễn Văn Đức', 'cv02@mau.example'],
      ['CV03', 'Lê Thị Ánh', 'cv03@mau.example'],
      ['CV04', 'Trần Văn Dũng', 'cv04@mau.example'],
      ['CV05', 'Bùi Thị Mẫu', 'cv05@mau.example'],
    ].map(([code = '', name = '', mail = '']) => [code, name, null, 'BTC', mail, null, null, 3]);
    const known = withCell(aDistrict(), 'Chuyên viên', 2, 'Số điện thoại', '0912 345 678');
    await take(withRows(known, 'Chuyên viên', people));
    const names: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body }: Reply = await call('GET', `/api/v1/specialists?limit=2${next && `&cursor=${next}`}`);
      names.push(...body.items.map(({ name }) => name));
      next = body.next;
    }
    expect(names).toEqual(['Lê Thị Ánh', 'Trần Văn Dũng', 'Nguyễn Văn Đức', 'Bùi Thị Mẫu', 'Trần Thị Mẫu']);
    const [found] = (await call('GET', '/api/v1/specialists?q=tran+thi')).body.items;
    expect(found).toMatchObject({
      code: 'CV01',
      phone: '0912345678',
      department: { shortName: 'Tổ chức' },
      neverVisits: [
        { code: 'TH-HOAMAI', because: 'own' },
        { code: 'P1-KP1', because: 'residence' },
        { code: 'P1-KP1', because: 'conflict' },
      ],
    });
    await service.as(committee, () =>
      service.work.query(`update conflicts_of_interest set until = '2000-01-01' returning specialist_id`),
    );
    const [later] = (await call('GET', '/api/v1/specialists?q=tran+thi')).body.items;
    expect(later).toMatchObject({ neverVisits: [{ because: 'own' }, { because: 'residence' }] });
    expect((await call('GET', '/api/v1/specialists?q=duc')).body.items).toHaveLength(1);
  });

  it('refuses a request of more keys than any has, before each of them is checked', async () => {
    const crowd = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`k${i}`, i]));
    const refused = { status: 400, body: { code: 'http.malformed' } };
    expect(await call('POST', '/api/v1/absences', json(crowd))).toMatchObject(refused);
    expect(await call('POST', '/api/v1/absences', json({ kind: crowd }))).toMatchObject(refused);
  });

  it('records an absence once, shows it in each month that it touches, and forgets it', async () => {
    await take();
    const [person] = (await call('GET', '/api/v1/specialists')).body.items;
    const leave = { specialistId: person?.id ?? '', from: '2020-12-30', to: '2021-01-02', kind: 'leave' };
    const [one, two] = [
      await call('POST', '/api/v1/absences', json(leave)),
      await call('POST', '/api/v1/absences', json({ ...leave, kind: 'sick', replaces: 'leave' })),
    ];
    expect(one).toMatchObject({ status: 201, body: { from: '2020-12-30', to: '2021-01-02', kind: 'leave' } });
    expect(two.body).toEqual({ ...one.body, kind: 'sick' });
    for (const month of ['2020-12', '2021-01']) {
      expect((await call('GET', `/api/v1/months/${month}/absences`)).body.items).toContainEqual(two.body);
    }
    expect((await call('GET', '/api/v1/months/2021-02/absences')).body.items).toEqual([]);
    const stranger = await signIn(service, await aCommittee(service), {
      email: `alien-${committee.committeeId}@mau.example`,
      name: 'Ban khác',
      role: 'board',
    });
    // A request that names no earlier kind, or a wrong one, changes nothing; the same again is no change.
    for (const seen of [{}, { replaces: 'leave' }]) {
      expect(await call('POST', '/api/v1/absences', json({ ...leave, kind: 'study', ...seen }))).toMatchObject({
        status: 412,
        body: { code: 'edit.stale' },
      });
    }
    expect((await call('POST', '/api/v1/absences', json({ ...leave, kind: 'sick' }))).body).toEqual(two.body);
    const path = `/api/v1/absences/${one.body.id}`;
    expect(await call('DELETE', `${path}?kind=leave`)).toMatchObject({ status: 412, body: { code: 'edit.stale' } });
    expect(await call('DELETE', path, {}, stranger)).toMatchObject({ status: 404 });
    expect(await call('POST', '/api/v1/absences', json(leave), stranger)).toMatchObject({
      status: 404,
      body: { code: 'absence.specialist_not_found' },
    });
    const removed = await call('DELETE', path);
    expect(removed).toMatchObject({ status: 200, body: { id: one.body.id, touchedVisits: [] } });
    // A second click gets the same reply as the first; an unknown absence is not found.
    expect(await call('DELETE', path)).toMatchObject({ status: 200, body: removed.body });
    const never = `/api/v1/absences/${one.body.id.slice(0, -4)}0000`;
    expect(await call('DELETE', never)).toMatchObject({ status: 404, body: { code: 'absence.not_found' } });
    expect(await call('POST', '/api/v1/absences', json({ ...leave, to: '2020-12-29' }))).toMatchObject({
      status: 422,
      body: { code: 'absence.ends_before_start' },
    });
    expect(await call('POST', '/api/v1/absences', json({ ...leave, from: '2020-02-30' }))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/from' }] },
    });
  });

  it('records absences of every week and pairs of people, once, and says what is wrong with them', async () => {
    const second = ['CV02', 'Nguyễn Văn Đức', null, 'BTC', 'cv02@mau.example', null, null, 3];
    await take(withRows(aDistrict(), 'Chuyên viên', [second]));
    const people = (await call('GET', '/api/v1/specialists')).body.items;
    const [firstId, secondId] = people.map(({ id }) => id);
    const week = { specialistId: firstId, weekday: 3, from: '2098-12-01', to: '2098-12-31', kind: 'study' };
    const path = '/api/v1/absences/weekly';
    const made = await call('POST', path, json({ ...week, fromTime: '18:00', toTime: '24:00' }));
    expect(made).toMatchObject({
      status: 201,
      body: { weekday: 3, to: '2098-12-31', fromTime: '18:00', touchedVisits: [] },
    });
    const again = await call('POST', path, json({ ...week, fromTime: '18:00', toTime: '24:00' }));
    expect(again).toEqual(made);
    const refused = [
      { ...week, weekday: 8 },
      { ...week, to: '2098-12-01' },
      { ...week, to: '2100-12-01' },
      { ...week, fromTime: '18:00' },
      { ...week, from: '2098-02-31' },
    ];
    for (const wrong of refused) expect([wrong, (await call('POST', path, json(wrong))).status]).toEqual([wrong, 422]);
    expect((await call('POST', path, json({ ...week, specialistId: made.body.id }))).status).toBe(404);
    const other = await call('POST', path, json({ ...week, kind: 'sick', fromTime: '18:00', toTime: '24:00' }));
    expect(other).toMatchObject({ status: 409, body: { code: 'absence.weekly_known' } });
    expect((await call('GET', path)).body.items).toEqual([made.body]);
    for (const _ of [1, 2]) {
      expect(await call('DELETE', `${path}/${made.body.id}`)).toEqual({ status: 200, body: { id: made.body.id } });
    }
    expect((await call('GET', path)).body.items).toEqual([]);

    const pair = { kind: 'apart', firstId, secondId, reason: ' Vợ chồng ', until: '2098-12' };
    const paired = await call('POST', '/api/v1/pairings', json(pair));
    expect(paired).toMatchObject({ status: 201, body: { kind: 'apart', reason: 'Vợ chồng', until: '2098-12' } });
    const turned = { ...pair, firstId: secondId, secondId: firstId };
    expect((await call('POST', '/api/v1/pairings', json(turned))).body).toEqual(paired.body);
    expect(await call('POST', '/api/v1/pairings', json({ ...pair, kind: 'together' }))).toMatchObject({
      status: 409,
      body: { code: 'pairing.known' },
    });
    expect(await call('POST', '/api/v1/pairings', json({ ...pair, secondId: firstId }))).toMatchObject({
      status: 422,
      body: { code: 'pairing.one_person' },
    });
    expect((await call('POST', '/api/v1/pairings', json({ ...pair, until: '2098-13' }))).status).toBe(422);
    expect((await call('GET', '/api/v1/pairings')).body.items).toEqual([paired.body]);
    for (const _ of [1, 2]) expect((await call('DELETE', `/api/v1/pairings/${paired.body.id}`)).status).toBe(200);
    expect((await call('GET', '/api/v1/pairings')).body.items).toEqual([]);
  });
});
