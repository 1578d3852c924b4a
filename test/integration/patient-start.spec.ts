import { pino } from 'pino';
import { PATIENCE } from '../../src/platform/database/reach-database.ts';
import { aService } from '../support/service.ts';
import { SilentProxy } from '../support/silent-proxy.ts';
import { type ClonedDatabase, cloneDatabase } from '../support/template.ts';

const QUICK = { ...PATIENCE, answerMs: 1000 };

interface Line {
  readonly msg: string;
  readonly fault?: string;
  readonly server?: number;
}

/** Calls `hear` with each line when it is logged. */
function aLog(hear: (line: Line) => void): pino.Logger {
  return pino({ level: 'info' }, { write: (line: string) => hear(JSON.parse(line) as Line) });
}

describe('a start on a machine that is busy', () => {
  let database: ClonedDatabase;
  beforeAll(async () => (database = await cloneDatabase()));
  afterAll(() => database.drop());

  it.each([
    ['looks for the server', [0]],
    ['brings the schema up to date', [1, 2]],
    ['makes its own connections', [3]],
  ])('waits when nothing answers while it %s, says so, and goes on', async (_, silent) => {
    const proxy = await SilentProxy.before(database.url, (connection) => silent.includes(connection));
    const said: Line[] = [];
    try {
      const service = await aService({
        databaseUrl: proxy.url,
        works: false,
        patience: QUICK,
        log: aLog((line) => said.push(line)),
      });
      expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
      await service.end();
    } finally {
      proxy.close();
    }
    expect(said).toContainEqual(expect.objectContaining({ msg: 'database.awaited', fault: 'no_answer' }));
  });

  it('waits as well for the embedded server, once it has started it', async () => {
    let server = 0;
    const said: string[] = [];
    const service = await aService({
      databaseUrl: '',
      works: false,
      patience: QUICK,
      log: aLog((line) => {
        said.push(line.msg);
        if (line.msg === 'postgres.ready') process.kill((server = line.server ?? 0), 'SIGSTOP');
        if (line.msg === 'database.awaited') process.kill(server, 'SIGCONT');
      }),
    });
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    await service.end();
    expect(said).toContain('database.awaited');
  });

  it('does not wait for ever', async () => {
    const proxy = await SilentProxy.before(database.url, () => true);
    const patience = { ...QUICK, waitMs: { no_answer: 1500 } };
    try {
      await expect(aService({ databaseUrl: proxy.url, patience })).rejects.toMatchObject({ fault: 'no_answer' });
      expect(proxy.connections).toBeGreaterThan(1);
    } finally {
      proxy.close();
    }
  });
});
