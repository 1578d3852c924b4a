import { spawn } from 'node:child_process';

/** The unprivileged user that PostgreSQL runs as when we are root; PostgreSQL itself refuses root. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  /** Why the program could not be started. */
  readonly failure?: NodeJS.ErrnoException;
}

const PASSED_ON = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR'];

/**
 * An environment without our secrets, and without variables that change how PostgreSQL works (`PGDATA`, `PGPORT`,
 * `LANG`).
 */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of PASSED_ON) if (process.env[name] !== undefined) env[name] = process.env[name];
  return env;
}

/** Runs a program to its end; never rejects. */
export function run(
  command: string,
  args: readonly string[],
  where: { readonly owner: Owner | null; readonly cwd: string },
): Promise<Outcome> {
  return new Promise((resolve) => {
    let output = '';
    const fail = (failure: NodeJS.ErrnoException) => resolve({ code: null, output: failure.message, failure });
    try {
      const child = spawn(command, args, {
        ...where.owner,
        cwd: where.cwd,
        env: bareEnvironment(),
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      });
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (output += text));
      }
      child.once('error', fail);
      child.once('close', (code) => resolve({ code, output: output.trim() }));
    } catch (error) {
      // `spawn` throws some errors, such as a forbidden user id, instead of emitting them.
      fail(error as NodeJS.ErrnoException);
    }
  });
}

export function processExists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
