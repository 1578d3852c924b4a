import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { outliveFaults, stopOnSignal } from '../app/run-process.ts';
import { type Service, startService } from '../app/service.ts';
import { EXIT } from '../cli/exit-code.ts';
import { type Config, readConfig } from '../config/config.ts';
import type { Plan } from '../solver/index.ts';
import { endEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { Demo } from './demo.ts';
import { STATUS_NAMES, TIER_NAMES } from './plan-words.ts';
import { writeOut } from './out-directory.ts';
import { retryWhileUnavailable } from './retry-while-unavailable.ts';
import { Progress } from './progress.ts';
import { MONTH, WORKBOOK } from './sample-month.ts';

export interface DemoOptions {
  /** Deletes the data of an earlier run. */
  readonly fresh: boolean;
  /** Ends after `out/` is written, instead of serving the pages. */
  readonly once: boolean;
  /** The workbook to import instead of the sample. */
  readonly workbook?: string;
}

/** Plays the sample district's month from its import to the frozen briefing, and then serves its pages. */
export async function runDemo({ fresh, once, workbook = WORKBOOK }: DemoOptions): Promise<void> {
  const config = demoConfig();
  await mkdir(config.dataDir, { recursive: true });
  const marker = join(config.dataDir, 'demo.json');
  const running = await findRunning(marker);
  if (running) {
    process.stderr.write(
      `Bản trình diễn đang chạy rồi: ${running.url} (tiến trình ${running.pid}). Hãy dừng nó bằng Ctrl-C trước.\n`,
    );
    process.exitCode = 2;
    return;
  }
  if (fresh) await forget(config.dataDir);
  const isNew = !existsSync(join(config.dataDir, 'postgres'));
  const startedAt = performance.now();
  const progress = new Progress(process.stdout, () => performance.now());
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' });
  process.stdout.write('Giao Ban · bản trình diễn · Quận 4, tháng 12/2020 (dữ liệu mẫu)\n\n');
  outliveFaults(log);
  const starting = startService({ config, serves: true, works: true, log });
  let isPlaying = true;
  let isStopping = false;
  const stop = async () => {
    await (await starting).stop();
    await rm(marker, { force: true });
  };
  const stopAsAsked = () => {
    isStopping = true;
    if (isPlaying) process.exitCode = EXIT.interrupted;
    return stop();
  };
  stopOnSignal({ stop: stopAsAsked }, log);
  const started = await starting;
  progress.over('Khởi động', startedAt, isNew ? 'PostgreSQL đi kèm, lược đồ mới' : 'tiếp tục với dữ liệu đã có');
  await mkdir(config.dataDir, { recursive: true });
  await writeFile(marker, JSON.stringify({ pid: process.pid, url: started.url }));
  try {
    const demo = await Demo.open(started, progress, workbook);
    await demo.play();
    const out = join(process.cwd(), 'out');
    await progress.step('Ghi thư mục out/', async () => {
      const mails = started.embedded.mailbox ? join(config.dataDir, 'mailbox') : null;
      return (await retryWhileUnavailable(() => writeOut(out, demo.board, mails))).join(', ');
    });
    const plan = await retryWhileUnavailable(() => demo.board.get<Plan>(`/api/v1/months/${MONTH}/plan/plan.json`));
    process.stdout.write(summary(plan, (performance.now() - startedAt) / 1000));
    if (once) {
      await stop();
      return;
    }
    await invite(demo, started);
    isPlaying = false;
  } catch (error) {
    if (isStopping) return; // stopped on purpose, so the error is a consequence
    await stop();
    throw error;
  }
}

/** The demo keeps its data apart from a real service's, and takes the next free port. */
function demoConfig(): Config {
  const base = readConfig({ ...process.env, DATABASE_URL: undefined, SMTP_URL: undefined });
  return { ...base, dataDir: join(base.dataDir, 'demo') };
}

async function findRunning(marker: string): Promise<{ pid: number; url: string } | null> {
  try {
    const found = JSON.parse(await readFile(marker, 'utf8')) as { pid: number; url: string };
    process.kill(found.pid, 0);
    // The system may have given the process id to another program.
    const isAlive = (await fetch(`${found.url}/livez`, { signal: AbortSignal.timeout(3_000) })).ok;
    return isAlive && found.pid !== process.pid ? found : null;
  } catch {
    return null; // no marker, or left by a process that is gone
  }
}

async function forget(dataDir: string): Promise<void> {
  await endEmbeddedPostgres(join(dataDir, 'postgres'));
  await rm(dataDir, { recursive: true, force: true });
}

function summary({ status, proof, tiers, assignments, unmet, loads, effort }: Plan, seconds: number): string {
  const visits = loads.map((load) => load.visits);
  const rows = tiers.map(
    ({ tier, objective, bound, gap }) =>
      `      ${TIER_NAMES[tier].padEnd(16)} ${String(objective).padStart(9)} ${String(bound ?? '–').padStart(9)} ${String(gap ?? '–').padStart(6)}`,
  );
  return [
    '',
    `  Kế hoạch: ${STATUS_NAMES[status]}${proof?.kind === 'verified' ? ' (đã kiểm chứng)' : ''}, tính trong ${(effort.elapsedMs / 1000).toFixed(2)} s`,
    `  Phủ: ${assignments.length} lượt, ${unmet.length} cuộc họp đến lượt chưa có người dự`,
    `  Lượt mỗi người: ít nhất ${Math.min(...visits)}, nhiều nhất ${Math.max(...visits)}, trung bình ${(assignments.length / visits.length).toFixed(2)}`,
    `      ${'mục tiêu'.padEnd(16)} ${'giá trị'.padStart(9)} ${'tốt nhất'.padStart(9)} ${'lệch'.padStart(6)}`,
    ...rows,
    `  Tất cả: ${seconds.toFixed(1)} s`,
    '',
  ].join('\n');
}

async function invite(demo: Demo, { url }: Service): Promise<void> {
  const lines = [
    ['Ban Tổ chức', await demo.linkFor('board', `/months/${MONTH}`)],
    ['Chuyên viên', await demo.linkFor('specialist', '/my/visits')],
    ['Lãnh đạo', await demo.linkFor('leader', `/months/${MONTH}/briefing`)],
    ['Quản trị', await demo.linkFor('admin', '/service')],
  ];
  process.stdout.write(`\n  Mở trình duyệt: ${url}\n\n  Liên kết đăng nhập, mỗi liên kết dùng một lần:\n`);
  for (const [role, link] of lines) process.stdout.write(`    ${(role ?? '').padEnd(12)} ${link ?? ''}\n`);
  process.stdout.write('\n  Ctrl-C để dừng.\n');
}
