import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommand } from '../../src/cli/run-command.ts';
import type { Config } from '../../src/config/config.ts';
import { program } from './program.ts';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line on a service's database, as a process of its own. */
export async function runProcess(config: Config, words: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program('programs/cli'), ...words], {
    env: { PATH: process.env['PATH'], ...environmentOf(config) },
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}

/**
 * The same within this process, at a tenth of the cost; one command at a time, because the environment belongs to the
 * process.
 */
export async function runHere(config: Config, words: readonly string[]): Promise<Ended> {
  const before = { ...process.env };
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(stdout), text(stderr)]);
  try {
    Object.assign(process.env, environmentOf(config));
    const code = await runCommand(words, { stdout, stderr });
    stdout.end();
    stderr.end();
    const [out, err] = await said;
    return { code, stdout: out, stderr: err };
  } finally {
    process.env = before;
  }
}

function environmentOf({ databaseUrl, dataDir }: Config): Record<string, string> {
  return { DATABASE_URL: databaseUrl ?? '', GIAOBAN_DATA: dataDir };
}
