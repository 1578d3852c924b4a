import type { Actor } from '../../src/kernel/actor.ts';
import { instantOf, month } from '../../src/kernel/month.ts';
import { newId } from '../../src/kernel/id.ts';
import { randomFrom } from '../../src/kernel/random.ts';
import { PlanMonth, Solves } from '../../src/modules/planning/index.ts';
import type { DeskChange, DeskState } from '../../src/pages/desk/desk.view.ts';
import { aGround } from '../support/a-month.ts';
import { SERVER_URL, startTestServer } from '../support/postgres.ts';
import { aCommittee, aService, signIn, type TestService } from '../support/service.ts';
import { prepareTemplate } from '../support/template.ts';
import { until } from '../support/until.ts';

const MONTH = month('2020-12');
const ZONE = 'Asia/Ho_Chi_Minh';
const PEOPLE = 60;
const MEETINGS = 400;
const DAYS = [
  '01',
  '02',
  '03',
  '04',
  '07',
  '08',
  '09',
  '10',
  '11',
  '14',
  '15',
  '16',
  '17',
  '18',
  '21',
  '22',
  '23',
  '24',
];
const TIMES = ['08:00', '14:00', '17:30', '19:00', '19:30'];
const ROUNDS = 60;

interface Times {
  readonly p50: number;
  readonly p95: number;
}

export interface DeskReport {
  readonly people: number;
  readonly meetings: number;
  readonly assignments: number;
  /** Milliseconds from request to whole reply, on loopback. */
  readonly ms: Readonly<Record<string, Times>>;
  /** How often as long as a request that does nothing in the same run takes. */
  readonly timesAnEmptyRequest: Readonly<Record<string, number>>;
  /** Of the page alone, before it is compressed. */
  readonly pageBytes: number;
}

/** The requests of the planner's desk on a month of a large district. */
export async function benchDesk(): Promise<DeskReport> {
  const server = await startTestServer();
  process.env[SERVER_URL] = server.url;
  await prepareTemplate(server.url);
  const service = await aService();
  try {
    return await measured(service);
  } finally {
    await service.end();
    await server.stop();
  }
}

async function measured(service: TestService): Promise<DeskReport> {
  await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  const committee = await aCommittee(service);
  await aDistrict(service, committee);
  const board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
  const solve = await service.as(committee, () => service.get(PlanMonth).execute(MONTH));
  await until(async () => (await service.as(committee, () => service.get(Solves).find(solve)))?.state === 'done', 200);
  const times = new Map<string, number[]>();
  const headers = { cookie: board.cookie, 'x-csrf-token': board.csrf, accept: 'application/json' };
  const call = async <T>(name: string, path: string, body?: object): Promise<T> => {
    const began = performance.now();
    const reply = await fetch(`${service.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
    if (reply.status >= 500) throw new Error(`${path} answered ${reply.status}: ${text}`);
    return (reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text) as T;
  };
  const desk = `/months/${MONTH}/desk`;
  let state = await call<DeskState>('state', `${desk}/state`);
  const assignments = state.assignments.length;
  const random = randomFrom(1);
  const colleague = await anOpenPage(`${service.url}${state.changesHref ?? ''}`, board.cookie);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.below(list.length))] as T;
  for (let round = 0; round < ROUNDS; round += 1) {
    await call('nothing', '/livez');
    const [person, meeting] = pick(state.assignments);
    const action = {
      kind: 'replace',
      specialistId: state.people[person]?.id,
      meetingId: state.meetings[meeting]?.id,
      bySpecialistId: pick(state.people).id,
    };
    await call('cost', `${desk}/cost`, { action });
    await call('why not', `/meetings/${pick(state.meetings).id}?ask=${pick(state.people).id}`);
    await call('candidates', `${desk}/candidates?meeting=${pick(state.meetings).id}`);
    const seen = { planId: state.planId, seen: state.revision };
    const told = colleague.nextChange();
    const began = performance.now();
    const edited = await call<Partial<DeskChange>>('edit', `${desk}/edits`, { ...seen, action, reason: 'Đo tốc độ' });
    if (edited.revision !== undefined)
      times.set('a colleague is told', [...(times.get('a colleague is told') ?? []), (await told) - began]);
    state = { ...state, ...kept(edited) };
    const undone = await call<Partial<DeskChange>>('undo', `${desk}/undo`, {
      planId: state.planId,
      seen: state.revision,
    });
    state = { ...state, ...kept(undone) };
    await call('state', `${desk}/state`);
    await call('page', desk);
  }
  colleague.close();
  const sent = await fetch(`${service.url}${desk}`, { headers: { ...headers, accept: 'text/html' } });
  const bytes = (await sent.text()).length;
  const empty = timesOf(times.get('nothing') ?? []).p50;
  const named = [...times].map(([name, list]) => [name, timesOf(list)] as const);
  return {
    people: PEOPLE,
    meetings: MEETINGS,
    assignments,
    ms: Object.fromEntries(named),
    timesAnEmptyRequest: Object.fromEntries(named.map(([name, { p50 }]) => [name, Math.round(p50 / empty)])),
    pageBytes: bytes,
  };
}

interface OpenPage {
  /** When it is told of the next change, by the clock of `performance`. */
  nextChange(): Promise<number>;
  close(): void;
}

/** Follows the stream of changes as a page of a browser does. */
async function anOpenPage(url: string, cookie: string): Promise<OpenPage> {
  const closed = new AbortController();
  const reply = await fetch(url, { headers: { cookie, accept: 'text/event-stream' }, signal: closed.signal });
  if (!reply.ok || !reply.body) throw new Error(`the stream of changes answered ${reply.status}`);
  let heard = (_at: number): void => undefined;
  const listen = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of chunks) if (Buffer.from(chunk).includes('event: change')) heard(performance.now());
  };
  listen(reply.body).catch((error: unknown) => {
    if (!closed.signal.aborted) throw error;
  });
  return {
    nextChange: () => new Promise((resolve) => (heard = resolve)),
    close: () => closed.abort(),
  };
}

/** What a reply says of the next request; a refusal says nothing. */
function kept({ revision, assignments }: Partial<DeskChange>): Partial<DeskState> {
  return revision === undefined || assignments === undefined ? {} : { revision, assignments };
}

function timesOf(list: readonly number[]): Times {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(10 * (sorted[Math.floor(share * (sorted.length - 1))] ?? 0)) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

async function aDistrict(service: TestService, committee: Actor): Promise<void> {
  const { organisationId, departmentId } = await aGround(service, committee);
  const random = randomFrom(7);
  const near = () => [10.75 + random.below(1000) / 20_000, 106.68 + random.below(1000) / 20_000];
  await service.as(committee, async () => {
    const run = (sql: string, ...values: unknown[]) => service.work.query(sql, values);
    for (let n = 0; n < PEOPLE; n += 1) {
      await run(
        `insert into specialists (committee_id, id, code, name, given_name, department_id, email, min_visits, max_visits,
           target_visits, may_lead, fields, lat, lng)
         values (current_committee(), $1, $2, $3, 'An', $4, $5, 0, 9, 6, false, '{"environment": 0.5}', $6, $7)`,
        ...[newId(), `CV${n}`, `Chuyên viên ${n}`, departmentId, `cv.${n}@mau.example`, ...near()],
      );
    }
    for (let n = 0; n < MEETINGS; n += 1) {
      const branchId = newId();
      await run(
        `insert into branches (committee_id, id, code, name, short_name, organisation_id, type, address, members, weak_fields,
           secretary_name, meeting_day, meeting_time, meeting_minutes, lat, lng)
         values (current_committee(), $1, $2, $3, $2, $4, 'quarter', 'Văn phòng', 40, '{"environment": 0.8}', 'Nguyễn Văn Mẫu', 3,
           '19:30', 90, $5, $6)`,
        ...[branchId, `KP${n}`, `Chi bộ Khu phố ${n}`, organisationId, ...near()],
      );
      const day = `2020-12-${DAYS[random.below(DAYS.length)] ?? '01'}` as Parameters<typeof instantOf>[0];
      const start = instantOf(day, TIMES[random.below(TIMES.length)] ?? '19:30', ZONE);
      await run(
        `insert into meetings (committee_id, id, branch_id, month, starts_at, ends_at, kind, state, source, place)
         values (current_committee(), $1, $2, '2020-12-01', $3, $3::timestamptz + interval '90 minutes', 'regular', 'scheduled', 'edit', '')`,
        ...[newId(), branchId, start],
      );
    }
    service.work.refreshStatistics('branches', 'meetings', 'specialists');
  });
}
