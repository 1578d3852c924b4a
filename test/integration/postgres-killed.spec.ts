import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import {
  type EmbeddedPostgres,
  endEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { generateMonth } from '../generate/month.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { giveBlankCluster } from '../support/blank-cluster.ts';
import { apiOf } from '../support/api.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('PostgreSQL killed under a running service', () => {
  let dataDir: string;
  let postgres: EmbeddedPostgres;
  let killed = 0;
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let specialist: SignedInPerson & { readonly id: SpecialistId };
  let board: SignedInPerson;

  beforeAll(async () => {
    dataDir = await temporaryFolder('giaoban-killed-');
    await giveBlankCluster(dataDir);
    postgres = await startEmbeddedPostgres({ dataDir });
    service = await aService({ databaseUrl: postgres.url });
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    await service.clock.moveTo(new Date('2020-12-05T14:00:00Z'));
    const { id, email } = await aSpecialist(service, committee, ground, 'Lê Thị Nga');
    const nga = { email, name: 'Lê Thị Nga', role: 'specialist', specialistId: id } as const;
    specialist = { ...(await signIn(service, committee, nga)), id };
    board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
  });
  afterAll(async () => {
    await service.end();
    await postgres.stop();
    await endEmbeddedPostgres(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });

  /** With SIGKILL, and all its children at once, as in a power cut. */
  function kill(): void {
    killed = postgres.pid;
    process.kill(killed, 'SIGKILL');
  }

  /**
   * The process that started the server starts it again; the service has to find it by itself, and may do so before the
   * test knows the new process.
   */
  async function back(): Promise<void> {
    await until(async () => (await fetch(`${service.url}/readyz`)).status === 200 && postgres.pid !== killed, 100);
  }

  const page = (path: string) =>
    fetch(`${service.url}${path}`, { headers: { cookie: specialist.cookie, accept: 'text/html' } });

  /** How often the process has answered the visits' page; other services in it count as well. */
  const shown200 = (text: string) =>
    Number(
      /^giaoban_http_request_seconds_count\{method="GET",route="\/my\/visits",status="200"\} (\d+)$/m.exec(text)?.[1] ??
        0,
    );

  const metrics = async () => (await fetch(`${service.url}/metrics`)).text();

  it('says so on pages, to programs and to whoever watches, and goes on once it is back', async () => {
    const countedBefore = shown200(await metrics());
    expect((await page('/my/visits')).status).toBe(200);
    kill();
    const [shown, told, ready, figures] = await Promise.all([
      page('/my/visits'),
      apiOf(service, board)('GET', '/session'),
      fetch(`${service.url}/readyz`),
      metrics(),
    ]);
    const html = await shown.text();
    expect(shown.status).toBe(503);
    expect(html).toContain('<html lang="vi"');
    expect(html).not.toMatch(/ECONN|terminat|stack/);
    expect([told.status, told.body.code]).toEqual([503, 'database.unavailable']);
    expect(ready.status).toBe(503);
    expect(figures).toMatch(/^giaoban_database_ready 0$/m);
    expect((await fetch(`${service.url}/livez`)).status).toBe(200);
    await back();
    expect((await page('/my/visits')).status).toBe(200);
    const now = await metrics();
    expect(now).toMatch(/^giaoban_database_ready 1$/m);
    expect(now).toMatch(/^giaoban_jobs_waiting \d+$/m);
    expect(shown200(now) - countedBefore).toBe(2);
    expect(now).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('keeps a form exactly once that was on its way, however often it is sent again', async () => {
    const branchId = await aBranch(service, committee, ground);
    const visit = await aVisit(service, committee, {
      branchId,
      specialistId: specialist.id,
      heldOn: day('2020-12-03'),
    });
    const id = newId();
    const send = () =>
      apiOf(service, specialist)('PUT', `/visits/${visit.id}/submissions/${id}`, {
        basedOn: 0,
        answers: someAnswers({ directives: [] }),
      });
    const onTheWay = Array.from({ length: 6 }, () => send().catch(() => ({ status: 0 })));
    await pause(5);
    kill();
    const statuses = (await Promise.all(onTheWay)).map(({ status }) => status);
    for (const status of statuses) expect([200, 201, 503]).toContain(status);
    await back();
    expect([200, 201]).toContain((await send()).status);
    expect((await send()).status).toBe(200);
    const stored = await service.as(committee, () =>
      service.work.query<{ version: number }>('select version from submissions where visit_id = $1', [visit.id]),
    );
    expect(stored).toEqual([{ version: 1 }]);
  });

  it('finishes the jobs that were under way', async () => {
    const api = apiOf(service, board);
    const problem = generateMonth({ seed: 3, specialists: 12, meetings: 60, departments: 4 });
    const asked = await api<{ id: string }>('POST', '/solve', problem);
    expect(asked.status).toBe(202);
    kill();
    await back();
    let state = '';
    await until(async () => {
      ({ state } = (await api<{ state: string }>('GET', `/solve/${asked.body.id}`)).body);
      return ['done', 'failed', 'cancelled'].includes(state);
    }, 200);
    expect(state).toBe('done');
  });
});
