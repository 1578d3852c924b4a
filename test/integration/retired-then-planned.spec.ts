import { DownloadWorkbook, ImportDistrict } from '../../src/modules/directory/index.ts';
import { apiOf } from '../support/api.ts';
import { formOf } from '../support/form-of.ts';
import { browserOf } from '../support/pages.ts';
import { aService, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';
import { aWholeMonth, type WholeMonth } from '../support/whole-month.ts';

interface Visited {
  readonly specialistId: string;
  readonly specialist: string;
  readonly branchId: string;
  readonly branch: string;
}

/** A branch and a specialist who have a published month behind them leave by page, and the next month is planned. */
describe('a month planned after somebody and something have left', () => {
  let service: TestService;
  let month: WholeMonth;
  let gone: Visited;

  beforeAll(async () => {
    service = await aService();
    month = await aWholeMonth(service);
    const [visit] = await rowsOf<Visited>(
      `select s.id as "specialistId", s.name as specialist, b.id as "branchId", b.name as branch
       from month_visits v join specialist_profiles s on s.id = v.specialist_id join branch_profiles b on b.id = v.branch_id
       where v.is_attended order by v.held_on, v.id limit 1`,
    );
    if (!visit) throw new Error('nobody went anywhere');
    gone = visit;
  });
  afterAll(() => service.end());

  const rowsOf = <T extends object>(sql: string, values: readonly unknown[] = []) =>
    service.as(month.committee, () => service.work.query<T>(sql, values));
  const open = async (path: string, form?: Record<string, string>) => {
    const browser = browserOf(service, month.board);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    return { ...reply, text: textOf(reply.html) };
  };
  /** Everything that a question asks is confirmed. */
  const retire = async (path: string) => {
    const page = await open(`${path}/retire`);
    const answers: Record<string, string> = {};
    for (const [, name = ''] of page.html.replaceAll('&#x3D;', '=').matchAll(/name="(answers\[[^"]+)"/g)) {
      answers[name] = 'as_read';
    }
    const reply = await open(`${path}/retire`, { ...formOf(page.html), ...answers });
    expect([reply.status, reply.location]).toEqual([303, path]);
  };

  it('plans, tells what it does without, and keeps all that there was', async () => {
    const [branch, person] = [`/branches/${gone.branchId}`, `/specialists/${gone.specialistId}`];
    const december = await open('/months/2020-12?view=days');
    const counts = `select (select count(*)::int from visits) as visits, (select count(*)::int from submissions) as forms,
      (select count(*)::int from findings) as findings`;
    const before = await rowsOf(counts);
    await retire(branch);
    await retire(person);

    // The few who are left went to most of the few branches in December: they may go there again at once.
    const api = apiOf(service, month.board);
    const { etag } = await api('GET', '/policies/planning');
    const rotation = { from: '2021-01', values: { rotationGapMonths: 0 } };
    expect((await api('PATCH', '/policies/planning', rotation, { 'if-match': etag ?? '' })).status).toBe(200);

    expect((await open('/months/2021-01/calendar', {})).status).toBe(303);
    const calendar = await open('/months/2021-01/calendar');
    expect(calendar.text).not.toContain(gone.branch);
    expect((await open('/months/2021-01/plan', {})).status).toBe(303);
    const isPlanned = async () => (await rowsOf(`select id from plans where month = '2021-01-01'`)).length > 0;
    await until(isPlanned, 200);
    const page = await open('/months/2021-01');
    expect(page.text).toContain(
      '2 chi bộ, chuyên viên có lượt dự tháng trước, nay đã ngừng dùng nên không tính vào tháng này',
    );
    expect(page.html).toContain(`href="${branch}"`);
    expect(page.html).toContain(`href="${person}"`);
    const planned = await rowsOf<{ specialistId: string }>(
      `select a.specialist_id as "specialistId" from plan_assignments a join plans p on p.id = a.plan_id where p.month = '2021-01-01'`,
    );
    expect(planned.length).toBeGreaterThan(0);
    expect(planned.map(({ specialistId }) => specialistId)).not.toContain(gone.specialistId);

    expect(await rowsOf(counts)).toEqual(before);
    expect((await open(branch)).text).toMatch(new RegExp(`Các lượt dự .*${gone.specialist}`));
    const left = await open(person);
    expect(left.text).toMatch(new RegExp(`Các lượt dự .*${gone.branch}`));
    expect(left.text).toMatch(/Cân đối các tháng trước .*12\/2020/);
    const later = await open('/months/2020-12?view=days');
    for (const name of [gone.branch, gone.specialist]) {
      expect([december.text.includes(name), later.text.includes(name)]).toEqual([true, true]);
    }
    const again = await service.as(month.committee, async () => {
      const file = await service.get(DownloadWorkbook).current('vi');
      const { state, summary, faults } = await service.get(ImportDistrict).execute(file, 'check');
      return { state, changes: summary.changes, faults };
    });
    expect(again).toEqual({ state: 'checked', changes: 0, faults: [] });
  });
});

function textOf(html: string): string {
  return html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ');
}
