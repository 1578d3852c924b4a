import { month } from '../../src/kernel/month.ts';
import { randomFrom } from '../../src/kernel/random.ts';
import { PlanMonth, Solves } from '../../src/modules/planning/index.ts';
import type { DeskChange, DeskState } from '../../src/pages/desk/desk.view.ts';
import { aLargeMonth } from '../support/a-large-month.ts';
import { launchChromium } from '../support/chromium.ts';
import { SERVER_URL, startTestServer } from '../support/postgres.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { prepareTemplate } from '../support/template.ts';
import { until } from '../support/until.ts';

const MONTH = month('2020-12');
const DESK = `/months/${MONTH}/desk`;
const SIZE = { people: 60, meetings: 400 };
const ROUNDS = 25;
/** Whole pages, and pages opened in a browser: each takes as long as a whole round. */
const SLOW_ROUNDS = 5;
/** A colleague who is not told by then is never told. */
const LONGEST_MS = 10_000;

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
  /** In Chromium, with nothing cached: everything that the page fetches, as it is sent, and until keys are answered. */
  readonly page: { readonly kilobytes: number; readonly readyMs: Times };
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
  await aLargeMonth(service, committee, SIZE);
  const board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
  const hoa = await signIn(service, committee, { email: 'hoa@mau.example', name: 'Đỗ Thị Hoa', role: 'board' });
  say('planning the month');
  const solve = await service.as(committee, () => service.get(PlanMonth).execute(MONTH));
  await until(async () => (await service.as(committee, () => service.get(Solves).find(solve)))?.state === 'done', 200);
  const times = new Map<string, number[]>();
  const note = (name: string, took: number) => times.set(name, [...(times.get(name) ?? []), took]);
  const headers = { cookie: board.cookie, 'x-csrf-token': board.csrf, accept: 'application/json' };
  const call = async <T>(name: string, path: string, body?: object): Promise<T> => {
    const began = performance.now();
    const reply = await fetch(`${service.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    const isRefused = reply.status >= 400;
    note(isRefused ? `${name}, refused` : name, performance.now() - began);
    if (reply.status >= 500) throw new Error(`${path} answered ${reply.status}: ${text}`);
    const isJson = reply.headers.get('content-type')?.includes('json') === true;
    return (isJson && !isRefused ? JSON.parse(text) : {}) as T;
  };
  const first = await call<DeskState>('state', `${DESK}/state`);
  let state = first;
  const random = randomFrom(1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.below(list.length))] as T;
  /** From the page of a meeting, which is where people ask. */
  const ask = async (name: string) => {
    const page = `/meetings/${pick(state.meetings).id}`;
    await call('meeting', page);
    await call(name, `${page}?ask=${pick(state.people).id}`);
  };
  // One's own changes are not told to oneself.
  const colleague = await anOpenPage(`${service.url}${state.changesHref ?? ''}`, hoa.cookie);
  for (let round = 1; round <= ROUNDS; round += 1) {
    if (round % 5 === 0) say(`round ${round} of ${ROUNDS}`);
    await call('nothing', '/livez');
    const [person, meeting] = pick(state.assignments);
    const action = {
      kind: 'replace',
      specialistId: state.people[person]?.id,
      meetingId: state.meetings[meeting]?.id,
      bySpecialistId: pick(state.people).id,
    };
    await call('cost', `${DESK}/cost`, { action });
    await call('candidates', `${DESK}/candidates?meeting=${pick(state.meetings).id}`);
    for (const way of ['edit', 'undo'] as const) {
      const told = colleague.nextChange();
      const seen = { planId: state.planId, seen: state.revision };
      const began = performance.now();
      const body = way === 'edit' ? { ...seen, action, reason: 'Đo tốc độ' } : seen;
      const changed = await call<Partial<DeskChange>>(way, `${DESK}/${way === 'edit' ? 'edits' : 'undo'}`, body);
      if (changed.revision === undefined || changed.assignments === undefined) break;
      const at = await told;
      if (at === Infinity) throw new Error('the colleague was not told');
      note('a colleague is told', at - began);
      state = { ...state, revision: changed.revision, assignments: changed.assignments };
      if (way === 'edit') await ask('why not, just after an edit');
    }
    await call('state', `${DESK}/state`);
    if (round <= SLOW_ROUNDS) await call('page', DESK);
    await ask('why not, just after taking it back');
    await ask('why not');
  }
  colleague.close();
  say('opening the page in a browser');
  const page = await opened(service, board);
  const empty = timesOf(times.get('nothing') ?? []).p50;
  const named = [...times].map(([name, list]) => [name, timesOf(list)] as const);
  return {
    ...SIZE,
    assignments: first.assignments.length,
    ms: Object.fromEntries(named),
    timesAnEmptyRequest: Object.fromEntries(named.map(([name, { p50 }]) => [name, Math.round(p50 / empty)])),
    page,
  };
}

async function opened(service: TestService, { cookie }: SignedInPerson): Promise<DeskReport['page']> {
  const chromium = await launchChromium();
  const [name = '', value = ''] = cookie.split(/=(.*)/);
  const ready: number[] = [];
  let bytes = 0;
  try {
    for (let round = 0; round < SLOW_ROUNDS; round += 1) {
      const context = await chromium.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
      await context.addCookies([{ name, value, url: service.url }]);
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      bytes = 0;
      session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await page.goto(service.url + DESK);
      await page.waitForSelector('.desk-board');
      ready.push(await page.evaluate<number>('performance.getEntriesByName("desk-ready")[0].startTime'));
      await context.close();
    }
  } finally {
    await chromium.close();
  }
  return { kilobytes: Math.round(bytes / 1000), readyMs: timesOf(ready) };
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
    nextChange: () =>
      new Promise((resolve) => {
        const late = setTimeout(() => resolve(Infinity), LONGEST_MS).unref();
        heard = (at) => {
          clearTimeout(late);
          resolve(at);
        };
      }),
    close: () => closed.abort(),
  };
}

/** The bench tells how far it is. */
function say(line: string): void {
  process.stderr.write(`${Math.round(performance.now() / 1000)} s: ${line}\n`);
}

function timesOf(list: readonly number[]): Times {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(10 * (sorted[Math.floor(share * (sorted.length - 1))] ?? 0)) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}
