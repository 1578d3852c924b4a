import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { projectRoot } from '../../src/platform/project-root.ts';
import { besideBusyLoops } from './busy-loops.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Drill, DRILLS } from './drill.ts';

/** How long specs may take to close what they opened after they were told to stop. */
const GRACE_MS = 60_000;
const LOOK_MS = 100;
/** Its path below the directory of an embedded server. */
const POSTMASTER = join('/', 'cluster', 'data', 'postmaster.pid');

const { SEED: wanted = 'any' } = process.env;
const seed = wanted === 'any' ? String(randomInt(1, 2 ** 31)) : wanted;
let interrupted = false;
process.on('SIGINT', () => (interrupted = true));

/** A temporary folder for the work. Servers that interrupted specs left running in it are ended. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await temporaryFolder('giaoban-drill-');
  await chmod(folder, 0o755); // PostgreSQL runs as another user where this is root
  try {
    return await work(folder);
  } finally {
    for (const path of await readdir(folder, { recursive: true })) {
      if (path.endsWith(POSTMASTER)) await endEmbeddedPostgres(join(folder, path.slice(0, -POSTMASTER.length)));
    }
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(
  { name, specs, environment, busyLoops = 0, minutes }: Drill,
  folder: string,
): Promise<string | null> {
  process.stdout.write(`\n=== ${name} ===\n`);
  return besideBusyLoops(busyLoops, async () => {
    const child = spawn('npm', ['run', '--silent', 'specs', '--', ...specs], {
      cwd: projectRoot,
      env: { ...process.env, ...environment, SEED: seed, TMPDIR: folder },
      stdio: 'inherit',
      detached: true,
    });
    const exited = once(child, 'exit') as Promise<[code: number | null, signal: NodeJS.Signals | null]>;
    // The process group of the drill: npm, Jest and its workers.
    const end = (signal: NodeJS.Signals | 0): boolean => {
      try {
        return child.pid !== undefined && process.kill(-child.pid, signal);
      } catch {
        return false; // the group is empty
      }
    };
    let tooLong = false;
    const limit = setTimeout(() => {
      tooLong = true;
      end('SIGTERM');
      setTimeout(() => end('SIGKILL'), GRACE_MS).unref();
    }, minutes * 60_000);
    const onInterrupt = () => end('SIGINT');
    process.on('SIGINT', onInterrupt);
    const [code, signal] = await exited;
    process.off('SIGINT', onInterrupt);
    clearTimeout(limit);
    // Workers run for a moment longer than an interrupted Jest.
    for (let waited = 0; end(0) && waited < GRACE_MS; waited += LOOK_MS) await pause(LOOK_MS);
    end('SIGKILL');
    if (tooLong) return `took longer than ${minutes} minutes`;
    return code === 0 ? null : `ended with ${signal ?? code}`;
  });
}

/** All drills, or those whose names begin with the given words. */
const asked = process.argv.slice(2);
const chosen = DRILLS.filter(({ name }) => asked.length === 0 || asked.some((word) => name.startsWith(word)));
if (chosen.length === 0) {
  process.stderr.write(`There are these drills: ${DRILLS.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}
const lines: string[] = [];
for (const drill of chosen) {
  if (interrupted) break;
  const began = performance.now();
  const fault = await inFolder((folder) => run(drill, folder));
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  lines.push(`${fault === null ? 'passed' : 'FAILED'}  ${minutes.padStart(5)} min  ${drill.name}  ${fault ?? ''}`);
  if (fault !== null) process.exitCode = 1;
}
if (interrupted) process.exitCode = 130;
process.stdout.write(`\n${lines.join('\n')}\nChance was drawn from SEED=${seed}, which repeats these drills.\n`);
