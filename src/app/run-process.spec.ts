import { execFile } from 'node:child_process';

const program = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
const DIES = `
  import { pino } from 'pino';
  import { outliveFaults, stopOnSignal } from ${program('./run-process.js')};
  const log = pino({ level: 'silent' });
  outliveFaults(log);
  stopOnSignal({ stop: () => Promise.reject(new Error('the start has failed')) }, log);
  setImmediate(() => { throw new Error('out of nowhere'); });
`;

describe('a process that logs nothing', () => {
  it('says on its error output why it ends', async () => {
    const ended = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(process.execPath, ['--input-type=module', '-e', DIES], (error, _, stderr) =>
        resolve({ code: error?.code ?? 0, stderr }),
      );
    });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/out of nowhere[^]*the start has failed/);
  });
});
