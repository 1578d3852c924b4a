import type { DataSource } from 'typeorm';
import { newId } from '../../src/kernel/id.ts';
import { ownerDatabase } from '../../src/platform/database/database.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';

describe('the findings and forms of a database of an earlier release', () => {
  let database: ClonedDatabase;
  let owner: DataSource;
  const committee = newId<'Committee'>();
  const [accepted, returned, sent] = [newId<'Submission'>(), newId<'Submission'>(), newId<'Submission'>()];
  const [visit, otherVisit] = [newId<'Visit'>(), newId<'Visit'>()];
  const kept = [newId<'Finding'>(), newId<'Finding'>(), newId<'Finding'>(), newId<'Finding'>()];

  const run = <Row>(sql: string, ...values: unknown[]): Promise<Row[]> => owner.query<Row[]>(sql, values);
  const undoTo = async (name: string) => {
    const last = async () =>
      (await run<{ name: string }>(`select name from migrations order by timestamp desc limit 1`))[0]?.name;
    while ((await last()) !== name) await owner.undoLastMigration();
  };

  beforeAll(async () => {
    database = await cloneDatabase();
    owner = ownerDatabase(database.url);
    await owner.initialize();
    await undoTo('FirstHour1700000000007');
    await fill();
    await owner.runMigrations();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  /** One row; objects are written as JSON. */
  async function put(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const columns: [string, unknown][] = Object.entries({ committee_id: committee, ...row });
    const values = columns.map(([, value]) =>
      typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value,
    );
    const names = columns.map(([name]) => name).join(', ');
    await run(
      `insert into ${table} (${names}) values (${values.map((_, index) => `$${index + 1}`).join(', ')})`,
      ...values,
    );
  }

  async function fill(): Promise<void> {
    const [organisation, department, branch, specialist, rubric, change] = Array.from({ length: 6 }, () => newId());
    const at = new Date('2020-12-05T02:00:00Z');
    await run(
      `insert into committees (id, code, name, time_zone, created_at) values ($1, 'mau', 'Quận ủy Mẫu', 'Asia/Ho_Chi_Minh', $2)`,
      committee,
      at,
    );
    await put('fields', { code: 'environment', name: 'Môi trường', position: 1 });
    await put('branch_types', { code: 'quarter', name: 'Khu phố', position: 1 });
    await put('organisations', { id: organisation, code: 'P08', kind: 'grassroots' });
    await put('departments', { id: department, code: 'BTC', name: 'Ban Tổ chức', short_name: 'BTC', position: 1 });
    await put('branches', {
      id: branch,
      code: 'KP1',
      name: 'Chi bộ 1',
      short_name: 'KP1',
      organisation_id: organisation,
      type: 'quarter',
      members: 40,
      meeting_day: 3,
      meeting_time: '19:30',
      meeting_minutes: 90,
    });
    await put('specialists', {
      id: specialist,
      code: 'CV1',
      name: 'Lê Thị Nga',
      given_name: 'Nga',
      department_id: department,
      email: 'nga@mau.example',
      min_visits: 0,
      max_visits: 6,
      target_visits: 3,
      may_lead: false,
    });
    await put('rubrics', { id: rubric, code: '42-hd', version: 1, starts_on: '2018-01-01', content: {} });
    const of = { branch_id: branch, specialist_id: specialist, kind: 'regular', state: 'done' };
    await put('visits', { ...of, id: visit, held_on: '2020-12-03' });
    await put('visits', { ...of, id: otherVisit, held_on: '2020-12-04' });
    const answers = {
      strengths: [{ text: 'Chuẩn bị kỹ', field: null }],
      goodPractices: [],
      shortcomings: [{ text: 'Còn rác', field: 'environment', cause: 'Chưa có lịch trực' }],
      reflections: [{ text: 'Đèn hỏng', field: null, answered: 'later', authority: 'Phường' }],
      recommendations: 'Tăng tuyến thu gom',
    };
    const score = { total: 8_750, self: 9_000, rating: { id: 'fair', from: 70, text: { vi: 'Khá', en: 'Fair' } } };
    const form = { rubric_id: rubric, form_version: 1, hash: '', submitted_at: at, submitted_by: specialist };
    const review = { reviewed_at: at, review_comment: 'Xem lại' };
    await put('submissions', {
      ...form,
      id: returned,
      visit_id: visit,
      version: 1,
      state: 'returned',
      answers,
      score,
      ...review,
    });
    await put('submissions', {
      ...form,
      id: accepted,
      visit_id: visit,
      version: 2,
      state: 'accepted',
      answers,
      score,
      ...review,
    });
    await put('submissions', {
      ...form,
      id: sent,
      visit_id: otherVisit,
      version: 1,
      state: 'submitted',
      answers: { ...answers, recommendations: null },
      score: { ...score, self: null, rating: null },
    });
    for (const [index, kind] of ['strength', 'shortcoming', 'reflection', 'recommendation'].entries()) {
      await put('findings', { id: kept[index], visit_id: visit, position: index + 1, kind, text: 'Như phiếu' });
    }
    await put('imports', {
      id: change,
      file_name: 'a.xlsx',
      file_hash: '',
      state: 'committed',
      summary: {},
      made_at: at,
    });
    await run(
      `insert into import_changes (committee_id, import_id, seq, table_name, key, after)
       select committee_id, $1, 1, 'findings', jsonb_build_object('id', id), to_jsonb(f) from findings f where id = $2`,
      change,
      kept[0],
    );
  }

  it('keep their ids, and get back what the form had said of them', async () => {
    expect(
      await run(`select id, kind, cause, answered, authority, withdrawn_at from findings order by position`),
    ).toEqual([
      { id: kept[0], kind: 'strength', cause: null, answered: null, authority: null, withdrawn_at: null },
      {
        id: kept[1],
        kind: 'shortcoming',
        cause: 'Chưa có lịch trực',
        answered: null,
        authority: null,
        withdrawn_at: null,
      },
      { id: kept[2], kind: 'reflection', cause: null, answered: 'later', authority: 'Phường', withdrawn_at: null },
      { id: kept[3], kind: 'recommendation', cause: null, answered: null, authority: null, withdrawn_at: null },
    ]);
    const forms = await run<{ id: string; ids: string[] }>(`select id, finding_ids as ids from submissions`);
    const idsOf = (id: string) => forms.find((form) => form.id === id)?.ids ?? [];
    expect(idsOf(accepted)).toEqual(kept);
    expect([idsOf(returned).length, idsOf(sent).length]).toEqual([4, 3]);
    expect(new Set(forms.flatMap(({ ids }) => ids)).size).toBe(11);
    const imported = await run(
      `select 1 from import_changes c join findings f on f.id::text = c.key ->> 'id' and to_jsonb(f) = c.after`,
    );
    expect(imported).toHaveLength(1);
  });

  it('stand in the views as before in their tables', async () => {
    expect(
      await run(
        `select submission_id as id, version, state, total, self_total as self, rating -> 'id' as rating from visit_forms order by state`,
      ),
    ).toEqual([
      { id: accepted, version: 2, state: 'accepted', total: 8_750, self: 9_000, rating: 'fair' },
      { id: sent, version: 1, state: 'submitted', total: 8_750, self: null, rating: null },
    ]);
    expect(await run(`select submission_id as id, form_version as version from accepted_forms`)).toEqual([
      { id: accepted, version: 1 },
    ]);
    expect(await run(`select purpose, content -> 'purpose' as said from rubrics`)).toEqual([
      { purpose: 'routine', said: 'routine' },
    ]);
  });

  it('have their totals rounded where an earlier release cut them, but never into the next rating', async () => {
    await undoTo('Days1700000000018');
    const [rubric, branch, specialist] = [newId(), await idOf('branches'), await idOf('specialists')];
    const [good, fair] = [
      { id: 'good', from: 90 },
      { id: 'fair', from: 0 },
    ];
    await put('rubrics', {
      id: rubric,
      ...{ code: '42-hd', version: 2, starts_on: '2019-01-01', purpose: 'routine' },
      content: { policy: { unreachablePoints: 'rescale' }, sheets: [{ id: 'all', ratings: [good, fair], gates: [] }] },
    });
    const cut = async (earned: number, reachable: number, total: number, self: number | null) => {
      const [visit, id] = [newId(), newId()];
      const of = { branch_id: branch, specialist_id: specialist, kind: 'regular', state: 'done' };
      await put('visits', {
        ...of,
        id: visit,
        month: '2020-11-01',
        held_on: `2020-11-${10 + made.length}`,
        score: total,
      });
      const score = { sheet: 'all', earned, reachable, maximum: 10_000, total, self, complete: true, rating: fair };
      const form = { rubric_id: rubric, form_version: 1, hash: '', submitted_by: specialist, finding_ids: '{}' };
      const review = { state: 'accepted', reviewed_at: new Date(), submitted_at: new Date() };
      const difference = self === null ? null : total - self;
      await put('submissions', {
        ...form,
        ...review,
        id,
        visit_id: visit,
        version: 1,
        answers: {},
        score: { ...score, difference },
      });
      made.push(id);
    };
    const made: string[] = [];
    await cut(8_350, 9_000, 9_277, 9_500);
    await cut(8_997, 9_997, 8_999, null);
    await cut(9_500, 10_000, 9_500, null);
    await owner.runMigrations();
    const stored = await run<{ total: number; score: number; rest: object }>(
      `select s.total, v.score, jsonb_build_object('difference', s.score -> 'difference', 'sum', s.score #> '{ratingOfSum,id}',
         'unreachable', s.score -> 'unreachable') as rest
       from submissions s join visits v on v.id = s.visit_id where s.id = any($1::uuid[]) order by v.held_on`,
      made,
    );
    expect(stored).toEqual([
      { total: 9_278, score: 9_278, rest: { difference: -222, sum: 'fair', unreachable: 'rescale' } },
      { total: 8_999, score: 8_999, rest: { difference: null, sum: 'fair', unreachable: 'rescale' } },
      { total: 9_500, score: 9_500, rest: { difference: null, sum: 'good', unreachable: null } },
    ]);
    await run(`delete from submissions where id = any($1::uuid[])`, made);
    await run(`delete from visits where held_on < '2020-12-01'`);
    await run(`delete from rubrics where id = $1`, rubric);
  });

  const idOf = async (table: string) => (await run<{ id: string }>(`select id from ${table}`))[0]?.id;

  it('can go back to that release', async () => {
    await undoTo('FirstHour1700000000007');
    expect(await run(`select id from findings order by position`)).toEqual(kept.map((id) => ({ id })));
    expect(await run(`select content from rubrics`)).toEqual([{ content: {} }]);
    await owner.runMigrations();
  });
});
