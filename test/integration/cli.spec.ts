import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstat, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { generateMonth } from '../generate/month.ts';
import { generateHistory } from '../generate/history.ts';
import { ratedForms } from '../generate/rated-forms.ts';
import {
  type ElasticPlan,
  type Plan,
  type PlanProblem,
  type Repair,
  type Replay,
  replayTable,
  type SolvedVariant,
  variantLine,
  type Verdict,
  verify,
} from '../../src/solver/index.ts';
import type { Sheet } from '../../src/kernel/workbook.ts';
import type { CheckedWorkbook } from '../../src/modules/directory/index.ts';
import { aDistrict, withCell } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { program } from '../support/program.ts';
import { until } from '../support/until.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import type { Explanation } from '../../src/cli/explanation.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CLI = program('programs/cli');
const problem = generateMonth({ seed: 21, specialists: 6, meetings: 28, departments: 3, clumped: 100 });

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line within this process; in a process of its own for tests of pipes, links or its name. */
describe('giaoban', () => {
  const home = process.cwd();
  let folder: string;
  let plan: Plan;
  beforeAll(async () => {
    folder = await temporaryFolder('giaoban-cli-');
    process.chdir(folder);
    await put('problem.json', problem);
    await giaoban('solve', 'problem.json', '--out', 'plan.json', '--seed', '3', '--threads', '2');
    plan = await read<Plan>('plan.json');
  });
  afterAll(async () => {
    process.chdir(home);
    await rm(folder, { recursive: true });
  });

  const put = (name: string, value: unknown) =>
    writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  const read = async <T>(name: string) => JSON.parse(await readFile(join(folder, name), 'utf8')) as T;
  const start = (...args: string[]) => spawn(process.execPath, [CLI, ...args], { cwd: folder });
  const giaoban = async (...args: string[]): Promise<Ended> => {
    const [stdout, stderr] = [aSink(), aSink()];
    const code = await runCommand(args, { stdout: stdout.stream, stderr: stderr.stream });
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  };

  it.each([
    [['--help'], 'solve'],
    [['solve', '--help'], '--time S'],
    [['verify', '-h'], 'plan.json'],
    [['explain', '--help'], '--unmet M'],
    [['repair', '--help'], 'events.json'],
    [['compare', '--help'], 'variants.json'],
    [['backtest', '--help'], '--charts DIR'],
    [['calibrate', '--help'], '--double-visits N'],
    [['demo', '--help'], '--fresh'],
    [['account', 'grant', '--help'], '--role ROLE'],
    [['audit', 'verify', '--help'], 'DATABASE_URL'],
  ])('tells its use: %j', async (args, word) => {
    const { code, stdout, stderr } = await giaoban(...args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(word);
  });

  it('calibrates ratings: the verdict first, all of it as JSON, bad cells with the way out', async () => {
    const { forms } = ratedForms({
      seed: 1,
      observers: 5,
      branches: 8,
      months: 2,
      meetings: 30,
      doubles: 0,
      criteria: 0,
      highest: 1,
      deviations: { observer: 4, branch: 5, meeting: 0, form: 2 },
    });
    const rows = forms.map(
      ({ observer, branch, points }) => `${observer};${branch};${points?.toFixed(2).replace('.', ',')}`,
    );
    await put('ratings.csv', `\uFEFFngười dự;chi bộ;điểm\r\n${rows.join('\r\n')}\r\n`);
    const { code, stdout, stderr } = await giaoban(
      'calibrate',
      'ratings.csv',
      '--lang',
      'vi',
      '--out',
      'calibration.json',
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^So sánh được\.\n/);
    const told = await giaoban('calibrate', 'ratings.csv', '--json');
    expect(JSON.parse(told.stdout)).toEqual(await read('calibration.json'));
    expect(JSON.parse(told.stdout)).toMatchObject({ version: 1, verdict: { kind: 'comparable', reasons: [] } });

    await put('apart.json', { forms: forms.map((form, i) => ({ ...form, branch: `B${i}` })) });
    const apart = await giaoban('calibrate', 'apart.json', '--double-visits', '2');
    expect(apart.code).toBe(4);
    expect(apart.stdout).toMatch(/^Cannot be compared, because no branch was rated by two observers\./);

    await put('bad.csv', 'observer,branch,points\nA,B,good\nA,,3\n');
    const bad = await giaoban('calibrate', 'bad.csv');
    expect([bad.code, bad.stdout]).toEqual([2, '']);
    expect(bad.stderr.split('\n')).toEqual([
      'bad.csv has 2 faults.',
      '  C2  “good” is no number; write figures such as 8 or 8.5, and leave the cell empty where nothing was given',
      '  B3  “branch” is empty; fill it, or delete the row',
      '',
    ]);
    await writeFile(join(folder, 'old.csv'), Buffer.from([0x6f, 0xff, 0xe9, 0x0a]));
    await put('open.csv', 'observer,branch,points\n"A,B,1\n');
    await put('torn.json', '{"forms": [');
    for (const [args, word] of [
      [['missing.csv'], 'no such file'],
      [['old.csv'], 'UTF-8'],
      [['open.csv'], 'quotation mark'],
      [['torn.json'], 'not JSON'],
      [['ratings.csv', '--scale', 'any'], 'rating-scale'],
    ] as const) {
      const refused = await giaoban('calibrate', ...args);
      expect([refused.code, refused.stdout, refused.stderr.includes(word)]).toEqual([2, '', true]);
    }
  });

  it('can be started by its own name', async () => {
    const { code, stdout } = await endOf(spawn(CLI, ['--help'], { cwd: folder }));
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'giaoban <command>']);
  });

  it('solves to proven optimality into a file, and tells a person about it', async () => {
    const { code, stdout, stderr } = await giaoban('solve', 'problem.json', '--out', 'again.json', '--seed', '3');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^Optimal, verified/);
    expect(plan).toMatchObject({ status: 'optimal', seed: 3 });
    expect(verify(problem, plan)).toMatchObject({ ok: true, proven: 'optimal' });
    expect((await read<Plan>('again.json')).assignments).toEqual(plan.assignments);
  });

  it('writes the plan to standard output where no file is named', async () => {
    const { code, stdout } = await giaoban('solve', 'problem.json', '--seed', '3');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Plan).assignments).toEqual(plan.assignments);
  });

  it('writes into a pipe or through a link, and puts no file in their place', async () => {
    await promisify(execFile)('mkfifo', [join(folder, 'pipe')]);
    const [piped, { code }] = await Promise.all([
      readFile(join(folder, 'pipe'), 'utf8'),
      endOf(start('verify', 'problem.json', 'plan.json', '--out', 'pipe')),
    ]);
    expect([code, (JSON.parse(piped) as Verdict).ok]).toEqual([0, true]);
    expect((await stat(join(folder, 'pipe'))).isFIFO()).toBe(true);
    await symlink('verdict of old.json', join(folder, 'link.json'));
    await put('verdict of old.json', '{}');
    await endOf(start('verify', 'problem.json', 'plan.json', '--out', 'link.json'));
    expect((await lstat(join(folder, 'link.json'))).isSymbolicLink()).toBe(true);
    expect(await read<Verdict>('verdict of old.json')).toMatchObject({ ok: true });
  });

  it('says with its exit code that no plan is possible, and names the facts', async () => {
    const [meeting] = problem.meetings;
    const pins = problem.specialists
      .filter(
        ({ ownBranchId, residenceBranchId }) => ![ownBranchId, residenceBranchId].includes(meeting?.branchId ?? ''),
      )
      .slice(0, 3)
      .map(({ id }) => ({ specialistId: id, meetingId: meeting?.id, kind: 'must' }));
    await put('pinned.json', {
      ...problem,
      specialists: problem.specialists.map((one) => ({
        ...one,
        lastVisits: [],
        conflictBranchIds: [],
        unavailable: [],
      })),
      pins,
    });
    const { code, stdout, stderr } = await giaoban('solve', 'pinned.json');
    expect(code).toBe(4);
    expect((JSON.parse(stdout) as Plan).conflict.length).toBeGreaterThan(0);
    expect(stderr).toContain(`takes 2 observers at most`);
  });

  it('says what can be had where not all that is demanded can', async () => {
    const meetings = problem.meetings.map((meeting) => ({ ...meeting, mandatory: true }));
    await put('demanding.json', { ...problem, meetings });
    const { code, stderr } = await giaoban('solve', 'demanding.json', '--out', 'none.json', '--elastic', 'some.json');
    expect(code).toBe(4);
    expect(stderr).toMatch(/\d+ visits could be made; \d+ meetings would lack observers/);
    const { plan: possible, uncovered } = await read<ElasticPlan>('some.json');
    expect([possible?.status, uncovered.length > 0]).toEqual(['optimal', true]);
  });

  it('ends in time with the best plan so far and its gap', async () => {
    await put('large.json', large());
    // On a busy machine it may not have started after a second.
    for (let seconds = 1; ; seconds *= 4) {
      const { code, stdout, stderr } = await giaoban('solve', 'large.json', '--time', String(seconds));
      const found = JSON.parse(stdout) as Plan;
      if (found.status === 'unknown' && seconds < 60) continue;
      expect(code).toBe({ optimal: 0, feasible: 3 }[found.status as string]);
      expect(found.assignments.length).toBeGreaterThan(100);
      expect(stderr).toMatch(/^(Feasible|Optimal)/);
      return;
    }
  });

  it('hands over the best plan so far at Ctrl-C', async () => {
    await put('large.json', large());
    const [stdout, stderr] = [aSink(), aTerminal()];
    const unheard = () => undefined; // where it comes after the end
    process.on('SIGINT', unheard);
    try {
      const solving = runCommand(['solve', 'large.json'], { stdout: stdout.stream, stderr: stderr.stream });
      let isOver = false;
      const ended = solving.finally(() => (isOver = true));
      await until(() => isOver || stderr.text().includes('· found '));
      process.kill(process.pid, 'SIGINT');
      const code = await ended;
      const found = JSON.parse(stdout.text()) as Plan;
      expect(code).toBe({ optimal: 0, feasible: 3 }[found.status as string]);
      expect(found.assignments.length).toBeGreaterThan(100);
      if (found.status === 'feasible') expect(found.stoppedBy).toBe('cancelled');
      else expect(stderr.text()).toContain('Optimal');
    } finally {
      process.off('SIGINT', unheard);
    }
  });

  it('verifies a true plan', async () => {
    const { code, stdout, stderr } = await giaoban('verify', 'problem.json', 'plan.json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, proven: 'optimal' });
    expect(stderr).toContain('Holds; proven: optimal');
    const said = await giaoban('verify', 'problem.json', 'plan.json', '--lang', 'vi');
    expect(said.stderr).toMatch(/chứng minh được đây là phương án tốt nhất\n {2}độ phủ cuộc họp/);
  });

  it('finds what is false in a plan, at its place', async () => {
    await put('false.json', { ...plan, assignments: plan.assignments.slice(1) });
    const { code, stdout, stderr } = await giaoban('verify', 'problem.json', 'false.json');
    const { ok, faults } = JSON.parse(stdout) as Verdict;
    expect([code, ok]).toEqual([1, false]);
    expect(faults.map(({ pointer }) => pointer)).toContain('/tiers/1/objective');
    expect(stderr).toContain('/tiers/1/objective  wrong number');
    const said = await giaoban('verify', 'problem.json', 'false.json', '--lang', 'vi');
    expect(said.stderr).toMatch(/^Không đúng: \d+ chỗ\n/);
    expect(said.stderr).toContain('/tiers/1/objective  sai số (');
  });

  it('tells a proof apart from the word of the search', async () => {
    await put('unproven.json', {
      ...plan,
      certificate: null,
      tiers: plan.tiers.map((tier) => ({ ...tier, verifiedBound: null })),
      proof: { kind: 'search', tier: 'coverage', gap: null },
    });
    const { code, stderr } = await giaoban('verify', 'problem.json', 'unproven.json', '--out', 'verdict.json');
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^Holds; proven: feasible; “optimal” is the word of/)]);
  });

  it('explains why somebody goes, why somebody else does not, and why a seat stays empty', async () => {
    const explain = async (...question: string[]): Promise<Explanation> => {
      const { code, stdout, stderr } = await giaoban('explain', 'problem.json', 'plan.json', ...question);
      expect(code).toBe(0);
      expect(stderr.length).toBeGreaterThan(20);
      return JSON.parse(stdout) as Explanation;
    };
    const [sent] = plan.assignments;
    const [unmet] = plan.unmet;
    if (sent === undefined || unmet === undefined) throw new Error('the month is too easy');
    const here = await explain('--specialist', sent.specialistId, '--meeting', sent.meetingId);
    expect(here).toMatchObject({ kind: 'why_here', cost: sent.cost });
    const [candidate] = unmet.candidates;
    const not = await explain('--specialist', candidate?.specialistId ?? '', '--meeting', unmet.meetingId);
    expect(not).toMatchObject({ kind: 'why_not', answer: { kind: 'costs_more', proven: true } });
    expect(await explain('--unmet', unmet.meetingId)).toMatchObject({ kind: 'unmet', ...unmet });
  });

  it('mends a plan after events, and tells each change with its cause', async () => {
    const [first] = plan.assignments;
    if (first === undefined) throw new Error('an empty plan');
    const { specialistId, meetingId } = first;
    await put('events.json', [{ kind: 'declined', specialistId, meetingId }]);
    const { code, stdout, stderr } = await giaoban(
      'repair',
      'problem.json',
      'plan.json',
      'events.json',
      '--lang',
      'vi',
    );
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as Repair;
    expect(verify(found.problem, found.plan)).toMatchObject({ ok: true, proven: 'optimal' });
    expect(found.changes).toContainEqual({ kind: 'dropped', specialistId, meetingId, because: { kind: 'declined' } });
    expect(stderr).toMatch(/^Phương án tốt nhất, đã kiểm chứng/);
    expect(stderr).toContain('đã từ chối');
  });

  it('compares variants of a month', async () => {
    await put('variants.json', [{ name: 'as it is' }, { name: 'nearer', policy: { weights: { travel: 80 } } }]);
    const { code, stdout, stderr } = await giaoban('compare', 'problem.json', 'variants.json', '--seed', '3');
    expect(code).toBe(0);
    const solved = JSON.parse(stdout) as SolvedVariant[];
    expect(solved.map(({ name }) => name)).toEqual(['as it is', 'nearer']);
    expect(solved[0]?.plan.assignments).toEqual(plan.assignments);
    expect(stderr).toMatch(/nearer: optimal, .* people move/);
    const [, nearer] = solved;
    expect(nearer && variantLine('vi', nearer)).toMatch(
      /^nearer: phương án tốt nhất, .* \d+,\d km, \d+ người đổi lượt$/,
    );
  });

  it('replays a history under several policies, with charts', async () => {
    await put('history.json', generateHistory({ seed: 2, specialists: 6, meetings: 20, departments: 2 }, 3));
    await put('policies.json', [{ name: 'as it is' }, { name: 'longer gap', policy: { rotationGapMonths: 5 } }]);
    const { code, stdout, stderr } = await giaoban(
      'backtest',
      'history.json',
      'policies.json',
      '--charts',
      'new/charts',
    );
    expect(code).toBe(0);
    const replays = JSON.parse(stdout) as Replay[];
    expect(replays.map(({ name, months }) => [name, months.length])).toEqual([
      ['as it is', 3],
      ['longer gap', 3],
    ]);
    expect(stderr).toContain('least gap');
    expect(replayTable(replays, 'vi')).toMatch(/^tháng +phương án +kết quả .*\nmonth 01 +as it is +tốt nhất/);
    expect(await readFile(join(folder, 'new/charts/cycle.svg'), 'utf8')).toContain('longer gap');
  });

  describe('checks an import file', () => {
    const check = async (sheets: readonly Sheet[], ...options: string[]) => {
      await writeFile(join(folder, 'list.xlsx'), (await districtFile(sheets)).bytes);
      return giaoban('import', 'check', 'list.xlsx', ...options);
    };
    const doubtful = withCell(aDistrict(), 'Lịch bận', 2, 'Từ ngày', '3/4/2020');

    it.each<[string, Sheet[], number, RegExp]>([
      ['nothing to say', aDistrict(), 0, /^Tệp không có lỗi\.\nĐã đọc: .*branches 2, specialists 1/],
      ['something to confirm', doubtful, 3, /^Cần xác nhận · Lịch bận B2: .*03\/04\/2020/],
      ['a fault', withCell(doubtful, 'Chi bộ', 2, 'Mã tổ chức', 'DBP9'), 1, /^Lỗi · Chi bộ D2: Không có “DBP9”/],
    ])('with %s', async (_, sheets, code, said) => {
      const ended = await check(sheets, '--lang', 'vi');
      expect([ended.code, ended.stderr]).toEqual([code, '']);
      expect(ended.stdout).toMatch(said);
    });

    it('and gives it to a program with the rows as they were read', async () => {
      const { code, stdout } = await check(withCell(doubtful, 'Chi bộ', 2, 'Mã tổ chức', 'DBP9'), '--json');
      const { faults, questions, rows } = JSON.parse(stdout) as CheckedWorkbook;
      expect(code).toBe(1);
      expect(faults).toMatchObject([{ sheet: 'Chi bộ', row: 2, column: 'D', code: 'reference_unknown' }]);
      expect(questions).toMatchObject([{ sheet: 'Lịch bận', row: 2, column: 'B', code: 'days_ambiguous', rows: [2] }]);
      expect(rows.committee).toMatchObject({ code: 'QM', zone: 'Asia/Ho_Chi_Minh' });
      expect(rows.branches[1]).toMatchObject({ row: 3, code: 'TH-HOAMAI', organisation: 'TH-HOAMAI' });
      expect(rows.branches[0]).not.toHaveProperty('organisation');
      expect(rows.absences).toMatchObject([{ row: 2, specialist: 'CV01', from: '2020-04-03' }]);
    });
  });

  describe('given what it cannot use', () => {
    beforeAll(async () => {
      const [meeting] = problem.meetings;
      await put('text.json', 'no { JSON');
      await put('form.json', { ...problem, meetings: [{ ...meeting, start: undefined }] });
      await put('facts.json', { ...problem, meetings: [{ ...meeting, branchId: 'nowhere' }] });
      await put('large.json', large());
      await put('unknown-event.json', [{ kind: 'storm' }]);
      await put('nobody.json', [{ kind: 'left', specialistId: 'nobody' }]);
      await put('senseless.json', [{ name: 'backwards', policy: { travel: { speedKmh: -3 } } }]);
      await put('variants.json', [{ name: 'as it is' }]);
    });

    it.each<[string, string[], RegExp]>([
      ['an unknown event', ['repair', 'problem.json', 'plan.json', 'unknown-event.json'], /\/0\/kind/],
      ['an event of nobody', ['repair', 'problem.json', 'plan.json', 'nobody.json'], /\/0\/specialistId/],
      ['a variant without sense', ['compare', 'problem.json', 'senseless.json'], /\/0\/policy\/travel\/speedKmh/],
      ['a history that is none', ['backtest', 'problem.json', 'variants.json'], /no history of the engine/],
      ['a language that is none', ['solve', 'problem.json', '--lang', 'fr'], /--lang wants vi or en/],
      ['an unknown command', ['frobnicate'], /There is no command “frobnicate”/],
      ['an unknown option', ['solve', 'problem.json', '--fast'], /--fast/],
      ['no address', ['account', 'grant', 'nobody', '--role', 'leader', '--name', 'X'], /is no address/],
      ['diacritics', ['account', 'grant', 'trực@b.vn', '--role', 'leader', '--name', 'X'], /Did you mean truc@b\.vn/],
      ['a role that is none', ['account', 'grant', 'a@b.vn', '--role', 'king', '--name', 'X'], /--role wants one of/],
      ['what is no workbook', ['import', 'check', 'problem.json'], /not an Excel file/],
      ['no file', ['solve'], /wants problem\.json/],
      ['a time that is none', ['solve', 'problem.json', '--time', 'soon'], /--time wants a whole number/],
      ['a file that is not there', ['solve', 'nowhere.json'], /nowhere\.json cannot be read: there is no such file/],
      ['a folder', ['verify', '.', 'plan.json'], /it is a directory/],
      ['a place that does not exist', ['solve', 'problem.json', '--out', 'no/such/plan.json'], /cannot be written/],
      ['a folder that cannot be', ['backtest', 'problem.json', '--charts', 'text.json/charts'], /cannot be written/],
      ['what is not JSON', ['solve', 'text.json'], /text\.json is not JSON/],
      ['a wrong form', ['solve', 'form.json'], /\/meetings\/0\/start {2}This is missing\./],
      ['wrong facts', ['solve', 'facts.json'], /\/meetings\/0\/branchId {2}Nothing has the id “nowhere”\./],
      ['a problem for a plan', ['verify', 'problem.json', 'problem.json'], /no plan of the engine/],
      ['half a question', ['explain', 'problem.json', 'plan.json', '--meeting', 'm0001'], /Ask with --specialist/],
      ['an unknown meeting', ['explain', 'problem.json', 'plan.json', '--unmet', 'x'], /No meeting has the id “x”/],
      [
        'a plan of another problem',
        ['explain', 'large.json', 'plan.json', '--unmet', 'm0001'],
        /answers another problem/,
      ],
    ])('refuses %s', async (_, args, sentence) => {
      const { code, stdout, stderr } = await giaoban(...args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toContain('    at ');
    });
  });
});

function large(): PlanProblem {
  return generateMonth({ seed: 4, specialists: 150, meetings: 700 });
}

/** A stream that stores what is written to it. */
function aSink(): { stream: Writable; text: () => string } {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      parts.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(parts).toString() };
}

/** The same as a terminal, on which progress is shown. */
function aTerminal(): ReturnType<typeof aSink> {
  const sink = aSink();
  Object.assign(sink.stream, { isTTY: true });
  return sink;
}

async function endOf(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
