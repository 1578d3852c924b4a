import type { Actor } from '../../src/kernel/actor.ts';
import { EngineSolves } from '../../src/modules/engine/infra/repositories/engine-solves.ts';
import { generateMonth } from '../generate/month.ts';
import { type Plan, type PlanProblem, verify } from '../../src/solver/index.ts';
import { apiOf } from '../support/api.ts';
import { largestJson } from '../support/largest-json.ts';
import { aCommittee, aService, signIn, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

/** Explicit pairs, which make a month large. */
const nearest = ({ specialists, meetings }: PlanProblem) =>
  specialists.flatMap(({ id: specialistId }, s) =>
    meetings
      .filter((_, m) => (m + s) % 5 === 0)
      .map(({ id: meetingId }, i) => ({ specialistId, meetingId, costs: { given: i % 17 } })),
  );

interface Reply {
  readonly id: string;
  readonly state: string;
  readonly plan: string | null;
  readonly progress: { readonly incumbent: number | null } | null;
}

describe('the engine alone, over HTTP', () => {
  let service: TestService;
  let committee: Actor;
  let api: ReturnType<typeof apiOf>;
  let cookie: string;
  const problem = generateMonth({ seed: 21, specialists: 6, meetings: 24, departments: 3 });

  beforeAll(async () => {
    service = await aService();
    committee = await aCommittee(service, 'Quận ủy Thử');
    const board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Ban Tổ chức', role: 'board' });
    cookie = board.cookie;
    api = apiOf(service, board);
  });
  afterAll(() => service.end());

  async function replyOnce(id: string, wanted: (reply: Reply) => boolean): Promise<Reply> {
    let reply: Reply | null = null;
    await until(async () => wanted((reply = (await api<Reply>('GET', `/solve/${id}`)).body)));
    if (reply === null) throw new Error('nothing was answered');
    return reply;
  }
  const isOver = ({ state }: Reply): boolean => state !== 'waiting' && state !== 'running';

  it('solves a problem as a job, and hands over a plan that proves itself', async () => {
    const asked = await api<Reply>('POST', '/solve?seed=5&time=60', problem);
    expect(asked.status).toBe(202);
    const done = await replyOnce(asked.body.id, isOver);
    expect(done).toMatchObject({ state: 'done', plan: `/api/v1/solve/${done.id}/plan` });
    const { body: plan } = await api<Plan>('GET', `/solve/${done.id}/plan`);
    expect(plan).toMatchObject({ status: 'optimal', seed: 5 });
    expect(verify(problem, plan)).toMatchObject({ ok: true, proven: 'optimal' });
  });

  it('tells its progress as events until it is over', async () => {
    const { body } = await api<Reply>('POST', '/solve', problem);
    const events = await fetch(`${service.url}/api/v1/solve/${body.id}/progress`, { headers: { cookie } });
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    const text = await events.text();
    expect(text.match(/"state":"done"/g)).toHaveLength(1);
  });

  const cancel = async (id: string) =>
    (
      await fetch(`${service.url}/api/v1/solve/${id}`, {
        method: 'DELETE',
        headers: { cookie, 'x-csrf-token': (await csrfOf()) ?? '' },
      })
    ).status;

  /**
   * The reply for a month so large that it is still being solved when it is stopped, and its plan if it has one; the
   * size depends on the machine.
   */
  async function stopped(until: (reply: Reply) => boolean): Promise<{ ended: Reply; plan: Plan | null }> {
    for (let meetings = 500; ; meetings *= 2) {
      const large = generateMonth({ seed: 4, specialists: 200, meetings, departments: 12, spreadKm: 20 });
      const { body } = await api<Reply>('POST', '/solve', large);
      const early = await api('GET', `/solve/${body.id}/plan`);
      await replyOnce(body.id, (reply) => isOver(reply) || until(reply));
      expect(await cancel(body.id)).toBe(200);
      const ended = await replyOnce(body.id, isOver);
      const plan = ended.plan ? (await api<Plan>('GET', `/solve/${body.id}/plan`)).body : null;
      const wasFaster = ended.state === 'done' || plan?.stoppedBy === 'proof';
      if (wasFaster && meetings < 4000) continue;
      expect([early.status, early.body.code]).toEqual([409, 'solve.not_done']);
      return { ended, plan };
    }
  }

  it('stops one that waits or runs', async () => {
    expect((await stopped(() => true)).ended).toMatchObject({ state: 'cancelled' });
  });

  it('keeps the best plan so far of one that is stopped while it runs', async () => {
    const { ended, plan } = await stopped(({ progress }) => progress?.incumbent != null);
    expect(ended).toMatchObject({ state: 'cancelled', plan: `/api/v1/solve/${ended.id}/plan` });
    expect(plan).toMatchObject({ status: 'feasible', stoppedBy: 'cancelled' });
    expect(plan?.assignments.length).toBeGreaterThan(100);
  });

  async function csrfOf(): Promise<string | undefined> {
    const { body } = await api<{ csrfToken: string }>('GET', '/session');
    return body.csrfToken;
  }

  it('points at what is wrong with a problem', async () => {
    const [meeting] = problem.meetings;
    const wrong = { ...problem, meetings: [{ ...meeting, end: 3, start: 'soon' }], specialists: [{ id: 's' }] };
    const { status, body } = await api('POST', '/solve', wrong);
    expect([status, body.code]).toEqual([422, 'input.invalid']);
    const pointers = body.errors?.map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/meetings/0/start', '/specialists/0/departmentId']));
    expect(body.errors?.every(({ detail }) => detail.length > 5 && !detail.includes('schema.'))).toBe(true);
    expect((await api('POST', '/solve?time=9999&seed=x', problem)).body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/time',
      '/seed',
    ]);
  });

  it('refuses what is no JSON, nested without end, or no text that can be kept', async () => {
    const send = async (body: string) => {
      const reply = await fetch(`${service.url}/api/v1/solve`, {
        method: 'POST',
        headers: { cookie, 'x-csrf-token': (await csrfOf()) ?? '', 'content-type': 'application/json' },
        body,
      });
      const { errors } = (await reply.json()) as { errors?: { code: string }[] };
      return [reply.status, errors?.map(({ code }) => code)];
    };
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(await send('{"version": 1,')).toEqual([422, ['schema.not_json']]);
    expect(await send(deep)).toEqual([422, ['schema.too_deep']]);
    const [branch] = problem.branches;
    const renamed = JSON.stringify(problem).replaceAll(`"${branch?.id ?? ''}"`, '"b\\u0000"');
    expect(await send(renamed)).toEqual([422, ['isStorable']]);
  });

  it('takes a month larger than other bodies may be, and leaves reading it to a thread of its own', async () => {
    const large = generateMonth({ seed: 4, specialists: 60, meetings: 800, departments: 12, spreadKm: 30 });
    const body = Buffer.from(JSON.stringify({ ...large, pairs: nearest(large) }));
    expect(body.byteLength).toBeGreaterThan(1.1e6);
    const headers = { cookie, 'x-csrf-token': (await csrfOf()) ?? '', 'content-type': 'application/json' };
    const largest = await largestJson(async () => {
      const reply = await fetch(`${service.url}/api/v1/solve?time=1`, { method: 'POST', headers, body });
      expect(reply.status).toBe(202);
      const { id } = (await reply.json()) as Reply;
      expect((await replyOnce(id, isOver)).state).toBe('done');
    });
    expect(largest).toBeGreaterThan(0);
    expect(largest).toBeLessThan(20_000);
  });

  it('keeps the solves of one committee from another, and from whoever may not plan', async () => {
    const { body } = await api<Reply>('POST', '/solve', problem);
    const elsewhere = await aCommittee(service, 'Quận ủy khác');
    const others = apiOf(
      service,
      await signIn(service, elsewhere, { email: 'ban@khac.example', name: 'Ban', role: 'board' }),
    );
    expect((await others('GET', `/solve/${body.id}`)).body.code).toBe('solve.not_found');
    const leader = apiOf(
      service,
      await signIn(service, committee, { email: 'lanh.dao@mau.example', name: 'Lãnh đạo', role: 'leader' }),
    );
    expect((await leader('POST', '/solve', problem)).status).toBe(403);
    await replyOnce(body.id, isOver);
  });

  it('takes so many at a time and no more', async () => {
    const replies = await Promise.all(Array.from({ length: 9 }, () => api<Reply>('POST', '/solve', problem)));
    const taken = replies.filter(({ status }) => status === 202);
    expect(taken.length).toBeGreaterThanOrEqual(5);
    for (const { status } of replies) expect([202, 429]).toContain(status);
    for (const { body } of taken) await replyOnce(body.id, isOver);
  });

  it('forgets after a day', async () => {
    const { body } = await api<Reply>('POST', '/solve', problem);
    await replyOnce(body.id, isOver);
    const solves = service.app.get(EngineSolves);
    const gone = await service.as(committee, () =>
      service.work.run(() => solves.deleteBefore(new Date(Date.now() + 1000))),
    );
    expect(gone).toBeGreaterThan(0);
    expect((await api('GET', `/solve/${body.id}`)).status).toBe(404);
  });

  it('publishes the schemas of problem and plan', async () => {
    for (const name of ['problem', 'plan']) {
      const reply = await fetch(`${service.url}/api/v1/schemas/${name}.json`);
      expect(await reply.json()).toMatchObject({ $id: `urn:giaoban:plan${name === 'plan' ? '' : '-problem'}:1` });
    }
  });
});
