import type { Worker } from 'node:worker_threads';
import type { Actor } from '../../src/kernel/actor.ts';
import type { BranchId, SpecialistId } from '../../src/kernel/id.ts';
import type { DomainError } from '../../src/kernel/domain-error.ts';
import { day, month } from '../../src/kernel/month.ts';
import type { Sheet } from '../../src/kernel/workbook.ts';
import type { ImportRecord } from '../../src/modules/directory/domain/import-record.ts';
import { DownloadWorkbook, ImportDistrict, RecordAbsence, TakeBackImport } from '../../src/modules/directory/index.ts';
import { XlsxWorkbooks } from '../../src/modules/directory/infra/xlsx-workbooks.ts';
import { Workbooks } from '../../src/modules/directory/application/ports.ts';
import { MakeCalendar } from '../../src/modules/meetings/index.ts';
import type { MailDraft } from '../../src/modules/notifications/index.ts';
import { MovedVisitMails } from '../../src/modules/visits/infra/moved-visit-mails.ts';
import { aVisit } from '../support/a-month.ts';
import { aDistrict, withCell, withHeader, withRows } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { tellOfVisits } from '../support/tell-of-visits.ts';
import { dumpOf } from '../support/import/dump.ts';
import { aCommittee, aService, type TestService } from '../support/service.ts';

/** The row of the sheet “Cấp ủy” with the day on which the term began. */
const TERM_FROM = 11;
/** The one with the time zone. */
const ZONE = 12;

describe('the import of a district', () => {
  let service: TestService;
  let committee: Actor;
  beforeAll(async () => {
    service = await aService({ works: false, serves: false });
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
  });

  const importing = () => service.get(ImportDistrict);
  const as = <T>(work: () => Promise<T>, actor = committee) => service.work.as(actor, work);
  const take = async (sheets: readonly Sheet[], mode: 'check' | 'commit', actor = committee) => {
    const file = await districtFile(sheets);
    return as(() => importing().execute(file, mode), actor);
  };
  /** Commits it with the same answer to every question. */
  const confirm = ({ id, questions }: ImportRecord, answer: string) =>
    as(() => importing().commit(id, Object.fromEntries(questions.map((question) => [question.id, answer]))));
  const rowsOf = <Row>(sql: string, actor = committee) => service.as(actor, () => service.work.query<Row>(sql));
  const dump = () => dumpOf(service, committee);
  const countsOf = ({ summary }: ImportRecord) =>
    Object.fromEntries(
      Object.entries(summary.counts ?? {}).map(([kind, { added, changed, removed }]) => [
        kind,
        [added, changed, removed],
      ]),
    );

  it('leaves time to everybody else while it reads a large file with a wrong reference in each row', async () => {
    const [, example = []] = aDistrict().find(({ name }) => name === 'Lượt dự trước')?.rows ?? [];
    const rows = Array.from({ length: 4_000 }, (_, i) =>
      example.map((cell) => (cell === 'P1-KP1' ? `SAI-${i}` : cell === 'L2011-001' ? `L-${i}` : cell)),
    );
    const file = await districtFile(withRows(aDistrict(), 'Lượt dự trước', rows));
    await (service.get(Workbooks) as XlsxWorkbooks).onApplicationShutdown(); // the next file gets a thread of its own
    let [isReading, turns, files] = [false, 0, 0];
    const follow = (thread: Worker) => {
      isReading = true;
      files += 1;
      thread.once('message', () => (isReading = false));
    };
    const turn = () => {
      if (isReading) turns += 1;
      // Not at once: a loop that only turns takes the processor from the thread that reads.
      if (files === 0 || isReading) setTimeout(turn, 1);
    };
    process.once('worker', follow);
    setTimeout(turn, 1);
    const { state, summary } = await as(() => importing().execute(file, 'check'));
    expect({ state, faults: summary.faults, files }).toEqual({ state: 'refused', faults: rows.length, files: 1 });
    expect(turns).toBeGreaterThan(100);
  });

  it('is taken back, or its branches are given meetings, whoever is first; the other one is told', async () => {
    const record = await take(aDistrict(), 'commit');
    const ends = await Promise.allSettled([
      as(() => service.get(TakeBackImport).execute(record.id)),
      as(() => service.get(MakeCalendar).execute(month('2021-03'))),
    ]);
    const meetings = await rowsOf(`select 1 from meetings`);
    const branches = await rowsOf(`select 1 from branches`);
    expect(meetings.length === 0 || branches.length > 0).toBe(true);
    for (const end of ends) {
      if (end.status === 'rejected')
        expect(['import.in_use', 'database.gone_meanwhile']).toContain((end.reason as DomainError).code);
    }
  });

  it('checks without touching anything, says what would come, and commits just that', async () => {
    const before = await dump();
    const checked = await take(aDistrict(), 'check');
    expect(checked).toMatchObject({ state: 'checked', faults: [], summary: { faults: 0 } });
    expect(countsOf(checked)).toMatchObject({
      committee: [0, 1, 0],
      organisations: [3, 0, 0],
      branches: [2, 0, 0],
      specialists: [1, 0, 0],
      visits: [1, 0, 0],
      findings: [1, 0, 0],
    });
    expect(await dump()).toEqual(before);

    const committed = await as(() => importing().commit(checked.id));
    expect(committed).toMatchObject({ id: checked.id, state: 'committed', summary: checked.summary });
    expect(await rowsOf(`select code, meeting_time, weak_fields, thematic_months from branches order by code`)).toEqual(
      [
        { code: 'P1-KP1', meeting_time: '19:30:00', weak_fields: { MT: 0.8, TTDT: 1 }, thematic_months: [3, 6, 9, 12] },
        { code: 'TH-HOAMAI', meeting_time: '17:00:00', weak_fields: {}, thematic_months: [] },
      ],
    );
    expect(await rowsOf(`select held_on, score, state from visits`)).toEqual([
      { held_on: '2020-11-03', score: 8750, state: 'done' },
    ]);
    expect(
      await rowsOf(`select name, labels ->> 'boardSymbol' as symbol from committees where id = current_committee()`),
    ).toEqual([{ name: 'Quận ủy Quận Mẫu', symbol: 'BTCQU' }]);
  });

  it('lets specialists sign in by the address that the file gives them', async () => {
    await take(aDistrict(), 'commit');
    expect(
      await rowsOf(`select a.email, s.code from memberships m join accounts a on a.id = m.account_id
                    join specialists s on s.committee_id = m.committee_id and s.id = m.specialist_id where m.role = 'specialist'`),
    ).toEqual([{ email: 'cv01@mau.example', code: 'CV01' }]);

    await take(withCell(aDistrict(), 'Chuyên viên', 2, 'Thư điện tử', 'moi@mau.example'), 'commit');
    expect(
      await rowsOf(
        `select a.email from memberships m join accounts a on a.id = m.account_id where m.role = 'specialist'`,
      ),
    ).toEqual([{ email: 'moi@mau.example' }]);
  });

  it('does nothing for a file that it has had, whatever the form of its bytes', async () => {
    await take(aDistrict(), 'commit');
    const before = await dump();
    const again = await take(withHeader(aDistrict(), 'Chi bộ', 'Tên chi bộ', 'ten chi bo'), 'commit');
    expect(again).toMatchObject({ state: 'committed', summary: { changes: 0 } });
    expect(await dump()).toEqual(before);
  });

  it('updates what it knows by its code and archives what the file no longer has', async () => {
    await take(aDistrict(), 'commit');
    const ids = await rowsOf(`select id, code from branches order by code`);
    const fewer = withCell(aDistrict(), 'Chi bộ', 2, 'Tên chi bộ', 'Chi bộ Khu phố Một').map((sheet) =>
      sheet.name === 'Chuyên viên' ? { ...sheet, rows: sheet.rows.slice(0, 1) } : sheet,
    );
    const without = fewer.map((sheet) =>
      ['Lịch bận', 'Xung đột lợi ích', 'Lượt dự trước', 'Phát hiện'].includes(sheet.name)
        ? { ...sheet, rows: sheet.rows.slice(0, 1) }
        : sheet,
    );
    const record = await confirm(await take(without, 'check'), '1');
    expect(countsOf(record)).toMatchObject({ branches: [0, 1, 0], specialists: [0, 0, 1], visits: [0, 0, 0] });
    expect(record.questions).toMatchObject([{ code: 'archives', params: { names: ['CV01 Trần Thị Mẫu'] } }]);
    expect(record.summary.examples).toEqual([
      {
        kind: 'branches',
        subject: 'P1-KP1',
        name: 'Chi bộ Khu phố 1, Phường 1',
        outcome: 'changed',
        fields: [{ key: 'name', from: 'Chi bộ Khu phố 1, Phường 1', to: 'Chi bộ Khu phố Một' }],
      },
      { kind: 'specialists', subject: 'CV01', name: 'Trần Thị Mẫu', outcome: 'removed', fields: [] },
    ]);
    expect(await rowsOf(`select id, code from branches order by code`)).toEqual(ids);
    expect(await rowsOf(`select name from branches where code = 'P1-KP1'`)).toEqual([{ name: 'Chi bộ Khu phố Một' }]);
    expect(await rowsOf(`select 1 from memberships where role = 'specialist'`)).toEqual([]);

    expect(countsOf(await take(aDistrict(), 'commit'))).toMatchObject({ branches: [0, 1, 0], specialists: [0, 1, 0] });
    expect(await rowsOf(`select archived_at from specialists`)).toEqual([{ archived_at: null }]);
    expect(await rowsOf(`select 1 from memberships where role = 'specialist'`)).toHaveLength(1);
  });

  describe('that adds and changes only', () => {
    const only = (sheets: readonly Sheet[], ...names: string[]) => sheets.filter(({ name }) => names.includes(name));
    const add = async (sheets: readonly Sheet[]) => {
      const file = await districtFile(sheets);
      return as(() => importing().execute(file, 'commit', { scope: 'additions' }));
    };
    const column = (sheets: readonly Sheet[], name: string, kept: readonly string[]) =>
      sheets.map((sheet) => {
        if (sheet.name !== name) return sheet;
        const indexes = (sheet.rows[0] ?? []).flatMap((cell, i) => (kept.some((header) => header === cell) ? [i] : []));
        return { name, rows: sheet.rows.map((cells) => indexes.map((i) => cells[i] ?? null)) };
      });

    it('takes one sheet, whose rows may name what is known already, and leaves the rest', async () => {
      await take(aDistrict(), 'commit');
      const more = withRows(aDistrict(), 'Chuyên viên', [
        ['CV02', 'Lê Văn Hai', null, 'BTC', 'hai@mau.example', null, null, 3],
      ]);
      const [sheet] = only(more, 'Chuyên viên');
      const record = await add([{ name: 'Chuyên viên', rows: sheet?.rows.filter((_, row) => row !== 1) ?? [] }]);
      expect([record.faults, record.questions, record.state]).toEqual([[], [], 'committed']);
      expect(countsOf(record)).toMatchObject({ specialists: [1, 0, 0], branches: [0, 0, 0], departments: [0, 0, 0] });
      expect(await rowsOf(`select code from specialists where archived_at is null order by code`)).toHaveLength(2);
    });

    it('leaves a column alone that the sheet has not, and a list in its order', async () => {
      await take(aDistrict(), 'commit');
      const renamed = withCell(aDistrict(), 'Chuyên viên', 2, 'Họ và tên', 'Nguyễn Thị Khác');
      const needed = ['Mã chuyên viên', 'Họ và tên', 'Ban, cơ quan', 'Thư điện tử', 'Số lượt tối đa'];
      const before = await rowsOf(`select fields, target_visits, own_branch_id, lat from specialists`);
      const field = only(withRows(aDistrict(), 'Lĩnh vực', [['AN', 'An ninh']]), 'Lĩnh vực').map(({ name, rows }) => ({
        name,
        rows: [...rows.slice(0, 1), ...rows.slice(-1)],
      }));
      const record = await add([...field, ...only(column(renamed, 'Chuyên viên', needed), 'Chuyên viên')]);
      expect(countsOf(record)).toMatchObject({ specialists: [0, 1, 0], fields: [1, 0, 0] });
      expect(await rowsOf(`select fields, target_visits, own_branch_id, lat from specialists`)).toEqual(before);
      expect(await rowsOf(`select code from fields order by position`)).toEqual(
        ['MT', 'TTDT', 'AN'].map((code) => ({ code })),
      );
    });
  });

  it('may tell of visits by people and to branches that have left, and of nobody else', async () => {
    await take(aDistrict(), 'commit');
    const { id, questions } = await take(
      aDistrict().map((sheet) => {
        if (sheet.name === 'Chuyên viên') {
          const rows = [['CV09', 'Trần Thị Mới', null, 'BTC', 'moi@mau.example', null, null, 3]];
          return { ...sheet, rows: [...sheet.rows.slice(0, 1), ...rows] };
        }
        return sheet;
      }),
      'check',
    );
    expect(questions).toMatchObject([{ code: 'archives', params: { total: 1 } }]);
    await confirm({ id, questions } as ImportRecord, '1');
    expect(
      await rowsOf(`select 1 from visits v join specialists s on s.id = v.specialist_id where s.code = 'CV01'`),
    ).toEqual(expect.arrayContaining([{ '?column?': 1 }]));
    const unknown = await take(withCell(aDistrict(), 'Lượt dự trước', 2, 'Mã chuyên viên', 'CV77'), 'check');
    expect(unknown.faults).toMatchObject([{ code: 'reference_unknown', params: { item: 'CV77' } }]);
  });

  it.each(['vi', 'en'] as const)('changes nothing with the data in use, whatever has left: %s', async (locale) => {
    await take(aDistrict(), 'commit');
    const without = aDistrict().map((sheet) =>
      sheet.name === 'Chi bộ' ? { ...sheet, rows: sheet.rows.filter((_, row) => row !== 1) } : sheet,
    );
    await confirm(await take(without, 'check'), '1');
    const file = await as(() => service.get(DownloadWorkbook).current(locale));
    const record = await as(() => importing().execute(file, 'check'));
    expect([record.state, record.faults, record.questions, record.summary.changes]).toEqual(['checked', [], [], 0]);
    expect(record.summary.rows).toMatchObject({ branches: 1, specialists: 1, visits: 1, conflicts: 1, findings: 1 });
  });

  it('takes who goes with whom and weekly absences, gives them back as they are, and takes them back', async () => {
    const second = ['CV02', 'Lê Văn Hai', null, 'BTC', 'cv02@mau.example', null, null, 3];
    await take(withRows(aDistrict(), 'Chuyên viên', [second]), 'commit');
    const [branch] = await rowsOf<{ id: BranchId }>(`select id from branches where code = 'P1-KP1'`);
    const [person] = await rowsOf<{ id: SpecialistId }>(`select id from specialists where code = 'CV02'`);
    if (!branch || !person) throw new Error('the district is there');
    await aVisit(service, committee, { branchId: branch.id, specialistId: person.id, heldOn: day('2031-03-04') });
    const district = withRows(aDistrict(), 'Chuyên viên', [second]);
    const paired = withRows(district, 'Đi cùng', [['CV02', 'CV01', 'Không đi cùng', 'Vợ chồng', '12/2031']]);
    const file = withRows(paired, 'Bận hằng tuần', [['CV02', 'Thứ Ba', '01/03/2031', '31/03/2031', 'Đi học']]);
    const checked = await take(file, 'check');
    expect(checked.summary.counts).toMatchObject({
      pairings: { added: 1 },
      weeklyAbsences: { added: 1, unchanged: 1 },
    });
    expect(checked.questions).toMatchObject([
      { sheet: 'Bận hằng tuần', code: 'absence_over_duties', params: { total: 1 } },
    ]);
    await confirm(checked, 'as_read');
    const pairs = () => rowsOf(`select kind, reason, until, entered_at <= now() as entered from pairings`);
    expect(await pairs()).toEqual([{ kind: 'apart', reason: 'Vợ chồng', until: '2031-12-01', entered: true }]);
    expect(await rowsOf(`select weekday, kind, from_time from weekly_absences order by weekday`)).toEqual([
      { weekday: 2, kind: 'study', from_time: null },
      { weekday: 3, kind: 'study', from_time: '18:00:00' },
    ]);
    for (const locale of ['vi', 'en'] as const) {
      const current = await as(() => service.get(DownloadWorkbook).current(locale));
      const record = await as(() => importing().execute(current, 'check'));
      expect([record.state, record.faults, record.questions, record.summary.changes]).toEqual(['checked', [], [], 0]);
      expect(record.summary.rows).toMatchObject({ pairings: 1, weeklyAbsences: 2 });
    }
    await as(() => service.get(TakeBackImport).execute(checked.id));
    expect(await pairs()).toEqual([]);
    expect(await rowsOf(`select 1 from weekly_absences`)).toHaveLength(1);
  });

  it('asks for the number to be typed where much would go, and names the months that it hits', async () => {
    await take(aDistrict(), 'commit');
    await as(() => service.get(MakeCalendar).execute(month('2031-03')));
    const without = aDistrict().map((sheet) =>
      sheet.name === 'Chi bộ' ? { ...sheet, rows: sheet.rows.filter((_, row) => row !== 2) } : sheet,
    );
    const { questions } = await take(without, 'check');
    expect(questions).toMatchObject([
      { code: 'archives', accepts: ['1'], params: { total: 1, counts: [{ register: 'branches', count: 1 }] } },
      { code: 'archives_duties', params: { hits: [{ month: '2031-03', meetings: 1, visits: 0, people: [] }] } },
    ]);
  });

  it('says what gets in the way of published visits, and which calendars want a look', async () => {
    await take(aDistrict(), 'commit');
    const [branch] = await rowsOf<{ id: BranchId }>(`select id from branches where code = 'P1-KP1'`);
    const [person] = await rowsOf<{ id: SpecialistId }>(`select id from specialists`);
    if (!branch || !person) throw new Error('the district is there');
    await aVisit(service, committee, { branchId: branch.id, specialistId: person.id, heldOn: day('2031-03-04') });
    const away = withRows(aDistrict(), 'Lịch bận', [['CV01', '03/03/2031', '05/03/2031', 'Nghỉ phép']]);
    const feast = withRows(away, 'Ngày nghỉ lễ', [['04/03/2031', 'Ngày hội']]);
    const { questions, summary } = await take(withCell(feast, 'Cấp ủy', ZONE, 'Giá trị', 'Asia/Tokyo'), 'check');
    const hit = { day: '2031-03-04', name: 'Trần Thị Mẫu', branch: 'Chi bộ Khu phố 1, Phường 1' };
    expect(questions.map(({ code, params }) => [code, params])).toEqual([
      ['absence_over_duties', { examples: [hit], total: 1 }],
      ['holiday_over_duties', { examples: [hit], total: 1 }],
      ['zone_over_duties', { from: 'Asia/Ho_Chi_Minh', to: 'Asia/Tokyo', total: 1 }],
      ['zone_unusual', { zone: 'Asia/Tokyo' }],
    ]);
    expect(summary.months).toEqual(['2031-03']);
    expect((await take(aDistrict(), 'check')).summary.months).toEqual([]);
  });

  it('tells people of another time zone, and again when it is taken back: the hour stays, the calendar follows', async () => {
    await take(aDistrict(), 'commit');
    const [branch] = await rowsOf<{ id: BranchId }>(`select id from branches where code = 'P1-KP1'`);
    const [person] = await rowsOf<{ id: SpecialistId }>(`select id from specialists`);
    if (!branch || !person) throw new Error('the district is there');
    const visit = await aVisit(service, committee, {
      branchId: branch.id,
      specialistId: person.id,
      heldOn: day('2031-03-04'),
    });
    await tellOfVisits(service, committee, [visit]);
    const second = await aVisit(service, committee, {
      branchId: branch.id,
      specialistId: person.id,
      heldOn: day('2031-03-11'),
    });
    const tell = async () => {
      const zones = await rowsOf<{ facts: { from: string } }>(
        `select facts from events where name = 'committee.zone_changed' order by id`,
      );
      await service.as(committee, () => service.get(MovedVisitMails).tellOfZone(zones.at(-1)?.facts.from ?? ''));
      return rowsOf<{ subject: string; draft: MailDraft }>(
        `select subject, content -> 'draft' as draft from mails where kind = 'visit-moved' order by made_at`,
      );
    };
    const record = await take(withCell(aDistrict(), 'Cấp ủy', ZONE, 'Giá trị', 'Asia/Tokyo'), 'check');
    await confirm(record, 'as_read');
    const zone = { from: 'Asia/Ho_Chi_Minh', to: 'Asia/Tokyo' };
    const [mail, ...more] = await tell();
    expect([mail?.subject, more]).toEqual([
      expect.stringMatching(/^Giờ họp theo múi giờ khác: Thứ Ba 04\/03\/2031 19:30, Chi bộ Khu phố 1/),
      [],
    ]);
    expect(mail?.draft).toMatchObject({
      model: { zone, answerBy: null, before: { day: '2031-03-04', from: '19:30' }, visit: { from: '19:30' } },
      invitations: [{ method: 'REQUEST', ics: expect.stringMatching(/SEQUENCE:1\r\n/) as string }],
    });
    expect(mail?.draft.invitations?.[0]?.ics).toContain('DTSTART;TZID=Asia/Tokyo:20310304T193000');
    await service.as(committee, () =>
      service.work.query(`update mails set state = 'sent', sent_at = now(), attempts = 1`),
    );
    await as(() => service.get(TakeBackImport).execute(record.id));
    const [, back] = await tell();
    // Of several visits one mail tells; one that was moved besides says the hour of before in the zone of before.
    await service.as(committee, () =>
      service.work.query(`update mails set state = 'sent', sent_at = now(), attempts = 1`),
    );
    await tellOfVisits(service, committee, [second]);
    await service.as(committee, async () => {
      await service.work.query(
        `update meetings set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour' where id = $1`,
        [second.meetingId],
      );
      await service.get(MovedVisitMails).tell(second.id);
    });
    await confirm(await take(withCell(aDistrict(), 'Cấp ủy', ZONE, 'Giá trị', 'Asia/Tokyo'), 'check'), 'as_read');
    expect(await tell()).toHaveLength(2);
    const [all, ...others] = await rowsOf<{ subject: string; draft: MailDraft }>(
      `select subject, content -> 'draft' as draft from mails where kind = 'visits-moved'`,
    );
    expect(others).toEqual([]);
    expect(all?.subject).toBe('Giờ họp theo múi giờ khác: 2 lượt dự của đồng chí');
    expect(all?.draft).toMatchObject({
      model: {
        zone,
        visits: [
          { day: '2031-03-04', from: '19:30', isSameTime: true },
          { day: '2031-03-11', from: '20:30', isSameTime: false, before: { day: '2031-03-11', from: '19:30' } },
        ],
      },
      invitations: [{ method: 'REQUEST' }, { method: 'REQUEST' }],
    });
    // Before anybody read it the zone is put back: only what was moved is left to tell.
    const last = await rowsOf<{ id: typeof record.id }>(`select id from imports order by id desc limit 1`);
    await as(() => service.get(TakeBackImport).execute(last[0]?.id ?? record.id));
    const [, , moved] = await tell();
    expect(moved?.draft).toMatchObject({
      model: { zone: null, visit: { from: '20:30' }, before: { day: '2031-03-11', from: '19:30' } },
    });
    expect(await rowsOf(`select 1 from mails where kind = 'visits-moved'`)).toEqual([]);

    expect(back?.draft).toMatchObject({
      model: { zone: { from: zone.to, to: zone.from } },
      invitations: [{ ics: expect.stringMatching(/SEQUENCE:2\r\n/) as string }],
    });
  });

  it('takes hours of absences, asks only about visits at these hours, and has them in the data in use', async () => {
    await take(aDistrict(), 'commit');
    const [branch] = await rowsOf<{ id: BranchId }>(`select id from branches where code = 'P1-KP1'`);
    const [person] = await rowsOf<{ id: SpecialistId }>(`select id from specialists`);
    if (!branch || !person) throw new Error('the district is there');
    await aVisit(service, committee, { branchId: branch.id, specialistId: person.id, heldOn: day('2031-03-04') });
    const withHours = (...hours: readonly (string | null)[]) =>
      take(withRows(aDistrict(), 'Lịch bận', [['CV01', '03/03/2031', '05/03/2031', 'Nghỉ phép', ...hours]]), 'check');
    const asked = async (...hours: readonly (string | null)[]) =>
      (await withHours(...hours)).questions.map(({ code }) => code);
    expect(await asked('Sáng')).toEqual([]);
    expect(await asked('Tối')).toEqual(['absence_over_duties']);
    expect(await asked(null, '21:00', '22:00')).toEqual([]);
    expect(await asked(null, '20:59', '22:00')).toEqual(['absence_over_duties']);

    await confirm(await withHours(null, '20:00', '24:00'), 'as_read');
    await confirm(await withHours('Sáng'), 'as_read');
    const hours = `select from_time, to_time from absences where starts_on = '2031-03-03' order by 1`;
    expect(await rowsOf(hours)).toEqual([
      { from_time: '00:00:00', to_time: '12:00:00' },
      { from_time: '20:00:00', to_time: '24:00:00' },
    ]);
    const file = await as(() => service.get(DownloadWorkbook).current('vi'));
    const record = await as(() => importing().execute(file, 'check'));
    expect([record.faults, record.questions, record.summary.changes]).toEqual([[], [], 0]);
    const [told] = await rowsOf<{ facts: object }>(`select facts from events where name = 'absence.recorded'`);
    expect(told?.facts).toMatchObject({ hours: { from: '20:00', to: '24:00' } });
  });

  it('leaves hours that were recorded where a file has no columns for them', async () => {
    await take(aDistrict(), 'commit');
    const [person] = await rowsOf<{ id: SpecialistId }>(`select id from specialists`);
    const hours = { from: '08:00', to: '10:00' };
    const away = {
      specialistId: person?.id as SpecialistId,
      from: day('2031-03-03'),
      to: day('2031-03-03'),
      kind: 'other' as const,
    };
    await as(() => service.get(RecordAbsence).execute({ ...away, hours }));
    const old = aDistrict().map((sheet) =>
      sheet.name === 'Lịch bận' ? { ...sheet, rows: sheet.rows.map((cells) => cells.slice(0, 4)) } : sheet,
    );
    expect((await take(old, 'check')).summary.changes).toBe(0);
  });

  it('gives an organisation a second name from a day on', async () => {
    await take(aDistrict(), 'commit');
    const renamed = withRows(withCell(aDistrict(), 'Tổ chức', 3, 'Hiệu lực đến', '30/06/2020'), 'Tổ chức', [
      ['DBP1', 'Đảng bộ Phường Một', null, 'Đảng bộ cơ sở', 'DBQ', '01/07/2020'],
    ]);
    const record = await take(renamed, 'commit');
    expect(countsOf(record)['organisations']).toEqual([0, 1, 0]);
    expect(
      await rowsOf(`select v.name, v.valid_from, v.valid_before from organisation_versions v
                    join organisations o on o.id = v.organisation_id where o.code = 'DBP1' order by v.valid_from`),
    ).toEqual([
      { name: 'Đảng bộ Phường 1', valid_from: '0001-01-01', valid_before: '2020-07-01' },
      { name: 'Đảng bộ Phường Một', valid_from: '2020-07-01', valid_before: null },
    ]);
    await as(() => service.get(TakeBackImport).execute(record.id));
    expect(await rowsOf(`select 1 from organisation_versions`)).toHaveLength(3);
  });

  describe('taken back', () => {
    it('leaves every table as it was before, and can come again', async () => {
      const empty = await dump();
      const first = await take(aDistrict(), 'commit');
      const full = await dump();
      const changed = withCell(
        withCell(aDistrict(), 'Chuyên viên', 2, 'Thư điện tử', 'moi@mau.example'),
        'Chi bộ',
        2,
        'Số đảng viên',
        43,
      );
      const second = await take(withCell(changed, 'Chi bộ', 2, 'Chính thức', 42), 'commit');
      expect(await dump()).not.toEqual(full);

      await as(() => service.get(TakeBackImport).execute(second.id));
      expect(withoutGrantTimes(await dump())).toEqual(withoutGrantTimes(full));
      await as(() => service.get(TakeBackImport).execute(first.id));
      expect(await dump()).toEqual(empty);
      expect(await take(aDistrict(), 'commit')).toMatchObject({ state: 'committed', summary: first.summary });
    });

    it('is refused while a later import has changed the same rows, and says which', async () => {
      const first = await take(aDistrict(), 'commit');
      await take(withCell(aDistrict(), 'Chi bộ', 2, 'Tên chi bộ', 'Chi bộ Khu phố Một'), 'commit');
      const before = await dump();
      await expect(as(() => service.get(TakeBackImport).execute(first.id))).rejects.toMatchObject({
        code: 'import.changed_since',
        params: { count: 1, examples: ['P1-KP1'] },
      });
      expect(await dump()).toEqual(before);
    });

    it('is refused while something rests on what it brought, and says what', async () => {
      const { id } = await take(aDistrict(), 'commit');
      const [branch] = await rowsOf<{ id: string }>(`select id from branches where code = 'P1-KP1'`);
      const [specialist] = await rowsOf<{ id: string }>(`select id from specialists`);
      await service.as(committee, () =>
        service.work.query(
          `insert into meetings (committee_id, id, branch_id, month, starts_at, ends_at, kind, state, source)
           values (current_committee(), gen_random_uuid(), $1, '2020-12-01', '2020-12-03T12:30Z', '2020-12-03T14:00Z', 'regular', 'scheduled', 'edit')`,
          [branch?.id],
        ),
      );
      await as(() =>
        service.get(RecordAbsence).execute({
          specialistId: specialist?.id as SpecialistId,
          from: day('2020-12-21'),
          to: day('2020-12-22'),
          kind: 'sick',
        }),
      );
      const before = await dump();
      await expect(as(() => service.get(TakeBackImport).execute(id))).rejects.toMatchObject({
        code: 'import.in_use',
        params: {
          uses: expect.arrayContaining([
            { table: 'meetings', count: 1 },
            { table: 'absences', count: 1 },
          ]) as unknown,
        },
      });
      expect(await dump()).toEqual(before);
      await rowsOf(`delete from meetings`);
      await rowsOf(`delete from absences where starts_on = '2020-12-21'`);
      expect(await as(() => service.get(TakeBackImport).execute(id))).toMatchObject({ state: 'taken_back' });
    });

    it('happens once, and only to what was committed', async () => {
      const checked = await take(aDistrict(), 'check');
      const takeBack = () => as(() => service.get(TakeBackImport).execute(checked.id));
      await expect(takeBack()).rejects.toMatchObject({ code: 'import.not_committed' });
      await as(() => importing().commit(checked.id));
      await takeBack();
      await expect(takeBack()).rejects.toMatchObject({ code: 'import.already_taken_back' });
      await expect(as(() => importing().commit(checked.id))).rejects.toMatchObject({
        code: 'import.already_taken_back',
      });
    });
  });

  describe('with something to ask', () => {
    const doubtful = () => withCell(aDistrict(), 'Lịch bận', 2, 'Từ ngày', '3/4/2020');
    const startsOf = async () =>
      (await rowsOf<{ day: string }>(`select starts_on as day from absences`)).map(({ day }) => day);

    it('is carried out once that is answered, and not before', async () => {
      const before = await dump();
      const checked = await take(doubtful(), 'check');
      expect(checked).toMatchObject({ state: 'checked', questions: [{ code: 'days_ambiguous', rows: [2] }] });
      const id = checked.questions[0]?.id ?? '';
      for (const answers of [{}, { other: 'as_read' }, { [id]: 'perhaps' }]) {
        await expect(as(() => importing().commit(checked.id, answers))).rejects.toMatchObject({
          code: 'import.unanswered',
          params: { questions: 1 },
        });
      }
      await expect(take(doubtful(), 'commit')).rejects.toMatchObject({ code: 'import.unanswered' });
      expect(await dump()).toEqual(before);
      expect(await as(() => importing().commit(checked.id, { [id]: 'as_read' }))).toMatchObject({ state: 'committed' });
      expect(await startsOf()).toEqual(['2020-04-03']);
    });

    it('shows what another reading would do before it does it', async () => {
      const checked = await take(doubtful(), 'check');
      const answers = { [checked.questions[0]?.id ?? '']: 'other_reading' };
      await expect(as(() => importing().commit(checked.id, answers))).rejects.toMatchObject({
        code: 'import.outdated',
      });
      await as(() => importing().recheck(checked.id, { answers }));
      expect(await as(() => importing().commit(checked.id))).toMatchObject({ state: 'committed' });
      expect(await startsOf()).toEqual(['2020-03-04']);
    });
  });

  describe('with bad input', () => {
    const cases: [string, () => Sheet[], string][] = [
      ['an unknown column', () => withHeader(aDistrict(), 'Chi bộ', 'Bí thư', 'Bí thư cũ xưa'), 'column_unknown'],
      ['a doubled code', () => withCell(aDistrict(), 'Chi bộ', 3, 'Mã chi bộ', 'P1-KP1'), 'duplicate'],
      ['an impossible date', () => withCell(aDistrict(), 'Lịch bận', 2, 'Từ ngày', '31/11/2020'), 'day_impossible'],
      ['an ambiguous date', () => withCell(aDistrict(), 'Cấp ủy', TERM_FROM, 'Giá trị', '3/4/2020'), 'day_ambiguous'],
      [
        'a branch with an unknown parent',
        () => withCell(aDistrict(), 'Chi bộ', 2, 'Mã tổ chức', 'DBP9'),
        'reference_unknown',
      ],
      [
        'an organisation with an unknown parent',
        () => withCell(aDistrict(), 'Tổ chức', 3, 'Mã cấp trên', 'DBX'),
        'reference_unknown',
      ],
      ['another workbook', () => [{ name: 'Sheet1', rows: [['a', 'b']] }], 'not_the_template'],
    ];
    it.each(cases)('refuses %s as a whole', async (_name, sheets, code) => {
      await take(aDistrict(), 'commit');
      const before = await dump();
      const file = await districtFile(withMoreMembers(sheets()));
      for (const mode of ['check', 'commit'] as const) {
        const record = await as(() => importing().execute(file, mode));
        expect(record.state).toBe('refused');
        expect(record.faults.map((fault) => fault.code)).toContain(code);
        await expect(as(() => importing().commit(record.id))).rejects.toMatchObject({
          code: 'import.refused',
          params: { faults: record.faults.length },
        });
      }
      expect(await dump()).toEqual(before);
    });

    it('refuses the file of another committee, at the cell that says so', async () => {
      await take(aDistrict(), 'commit');
      const record = await take(withCell(aDistrict(), 'Cấp ủy', 2, 'Giá trị', 'QKHAC'), 'commit');
      expect(record).toMatchObject({
        state: 'refused',
        faults: [{ code: 'committee_differs', sheet: 'Cấp ủy', row: 2, column: 'B', params: { known: 'QM' } }],
      });
    });

    it.each([
      ['nothing', new Uint8Array(), 'xlsx.empty'],
      ['a text', new TextEncoder().encode('Kính gửi Ban Tổ chức\nXin báo cáo như sau'), 'xlsx.not_a_workbook'],
      ['half a workbook', null, 'xlsx.damaged'],
      ['more than fits', new Uint8Array(11 * 1024 * 1024).fill(65), 'xlsx.'],
    ])('cannot read %s and keeps nothing of it', async (_name, bytes, code) => {
      const whole = (await districtFile(aDistrict())).bytes;
      const file = { name: 'tep.xlsx', bytes: bytes ?? whole.slice(0, whole.length / 2) };
      await expect(as(() => importing().execute(file, 'commit'))).rejects.toMatchObject({
        code: expect.stringContaining(code) as unknown,
      });
      expect(await rowsOf(`select 1 from imports`)).toEqual([]);
    });
  });

  it('is committed once by two who press the button together', async () => {
    const { id } = await take(aDistrict(), 'check');
    const results = await Promise.allSettled([1, 2].map(() => as(() => importing().commit(id))));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'import.already_committed' });
    expect(await rowsOf(`select 1 from branches`)).toHaveLength(2);
  });

  it('does not do other things than its check has shown', async () => {
    await take(aDistrict(), 'commit');
    const { id } = await take(withCell(aDistrict(), 'Chi bộ', 2, 'Tên chi bộ', 'Chi bộ Một'), 'check');
    await take(withCell(aDistrict(), 'Chi bộ', 3, 'Tên chi bộ', 'Chi bộ Hai'), 'commit');
    const before = await dump();
    await expect(as(() => importing().commit(id))).rejects.toMatchObject({ code: 'import.outdated' });
    expect(await dump()).toEqual(before);
    expect(countsOf(await as(() => importing().recheck(id)))).toMatchObject({ branches: [0, 2, 0] });
    expect(await as(() => importing().commit(id))).toMatchObject({ state: 'committed' });
  });

  it('goes on after a change of the directory that does not touch it', async () => {
    await take(aDistrict(), 'commit');
    const { id } = await take(withCell(aDistrict(), 'Chi bộ', 2, 'Tên chi bộ', 'Chi bộ Một'), 'check');
    const [specialist] = await rowsOf<{ id: string }>(`select id from specialists`);
    const leave = {
      specialistId: specialist?.id as SpecialistId,
      from: day('2021-01-04'),
      to: day('2021-01-08'),
      kind: 'leave',
    } as const;
    await as(() => service.get(RecordAbsence).execute(leave));
    expect(await as(() => importing().commit(id))).toMatchObject({ state: 'committed' });
    expect(await rowsOf(`select 1 from absences`)).toHaveLength(2);
  });

  it('keeps to its own committee', async () => {
    const other = await aCommittee(service);
    const { id } = await take(aDistrict(), 'check');
    await expect(as(() => importing().commit(id), other)).rejects.toMatchObject({ code: 'import.not_found' });
    await as(() => importing().commit(id));
    await expect(as(() => service.get(TakeBackImport).execute(id), other)).rejects.toMatchObject({
      code: 'import.not_found',
    });
    const theirs = await take(aDistrict(), 'commit', other);
    expect(theirs.summary.counts?.branches.added).toBe(2);
    expect(await rowsOf(`select 1 from branches`)).toHaveLength(2);
    expect(await rowsOf(`select 1 from branches`, other)).toHaveLength(2);
  });

  it('is written into the audit trail', async () => {
    const { id } = await take(aDistrict(), 'commit');
    await as(() => service.get(TakeBackImport).execute(id));
    const actions = await rowsOf<{ action: string }>(
      `select action from audit_entries where subject_kind = 'import' order by seq`,
    );
    expect(actions.map(({ action }) => action)).toEqual(['import.checked', 'import.committed', 'import.taken_back']);
  });
});

/** One valid change among invalid ones, which must not be imported. */
function withMoreMembers(sheets: Sheet[]): Sheet[] {
  if (!sheets.some(({ name }) => name === 'Ngày nghỉ lễ')) return sheets;
  return withRows(sheets, 'Ngày nghỉ lễ', [['02/09/2021', 'Quốc khánh']]);
}

/** A role that was taken and given again is the same role, given later. */
function withoutGrantTimes({ memberships = [], ...dump }: Record<string, unknown[]>) {
  const rows = memberships.map((row) => String(row).replace(/"created_at":"[^"]*"/, ''));
  return { ...dump, memberships: rows };
}
