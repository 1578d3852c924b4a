/**
 * The program of `npm test` after compilation: checks of the sources run beside the specs, which leave part of the
 * cores idle while they wait for processes. All of them run to their end, so that one run shows every failure.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot } from '../../src/platform/project-root.ts';

/** Runs a script of package.json; the output of a check is printed in one piece. Returns whether it passed. */
async function passes(script: string, speaks: 'at once' | 'at its end'): Promise<boolean> {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: projectRoot,
    stdio: speaks === 'at once' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) process.stderr.write(`${said}\n${script} failed.\n`);
  return code === 0;
}

/** Light checks run one after the other, so that the specs keep their cores. */
async function checks(): Promise<boolean> {
  const passed: boolean[] = [];
  for (const script of ['lint', 'arrows']) passed.push(await passes(script, 'at its end'));
  return passed.every(Boolean);
}

// Ctrl-C reaches all of them; this process waits until they have cleaned up.
process.on('SIGINT', () => undefined);
const passed = await Promise.all([checks(), passes('specs', 'at once')]);
process.exitCode = passed.every(Boolean) ? 0 : 1;
