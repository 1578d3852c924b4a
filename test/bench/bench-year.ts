import type { Actor } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/id.ts';
import { aGround } from '../support/a-month.ts';
import { SERVER_URL, startTestServer } from '../support/postgres.ts';
import { aCommittee, aService, signIn, type TestService } from '../support/service.ts';
import { prepareTemplate } from '../support/template.ts';

const BRANCHES = 500;
const ORGANISATIONS = 80;
const PEOPLE = 60;
const MONTHS = 36;
const VISITS_A_MONTH = 170;
const ROUNDS = 40;

interface Times {
  readonly p50: number;
  readonly p95: number;
}

export interface YearReport {
  readonly branches: number;
  readonly people: number;
  readonly months: number;
  readonly visits: number;
  /** Milliseconds from request to whole reply, on loopback. */
  readonly ms: Readonly<Record<string, Times>>;
  /** How often as long as the list of branches of the same run takes. */
  readonly timesTheListOfBranches: Readonly<Record<string, number>>;
  /** Of the page alone, before it is compressed. */
  readonly pageBytes: number;
}

/** The page of a year over three years of a large district. */
export async function benchYear(): Promise<YearReport> {
  const server = await startTestServer();
  process.env[SERVER_URL] = server.url;
  await prepareTemplate(server.url);
  const service = await aService({ works: false });
  try {
    return await measured(service);
  } finally {
    await service.end();
    await server.stop();
  }
}

async function measured(service: TestService): Promise<YearReport> {
  await service.clock.moveTo(new Date('2020-12-15T02:00:00Z'));
  const committee = await aCommittee(service);
  await threeYears(service, committee);
  const board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
  const times = new Map<string, number[]>();
  const call = async (name: string, path: string): Promise<string> => {
    const began = performance.now();
    const reply = await fetch(`${service.url}${path}`, { headers: { cookie: board.cookie, accept: 'text/html' } });
    const text = await reply.text();
    times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`);
    return text;
  };
  let page = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    await call('branches', '/branches');
    page = await call('year', '/years/2020');
    await call('year_before', '/years/2019');
    await call('year_sorted', '/years/2020?type=quarter&sort=-difference');
  }
  const named = [...times].map(([name, list]) => [name, timesOf(list)] as const);
  const list = timesOf(times.get('branches') ?? []).p95;
  return {
    branches: BRANCHES,
    people: PEOPLE,
    months: MONTHS,
    visits: MONTHS * VISITS_A_MONTH,
    ms: Object.fromEntries(named),
    timesTheListOfBranches: Object.fromEntries(
      named.map(([name, { p95 }]) => [name, Math.round((10 * p95) / list) / 10]),
    ),
    pageBytes: Buffer.byteLength(page),
  };
}

function timesOf(list: readonly number[]): Times {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(10 * (sorted[Math.floor(share * (sorted.length - 1))] ?? 0)) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

async function threeYears(service: TestService, committee: Actor): Promise<void> {
  const { departmentId } = await aGround(service, committee);
  await service.as(committee, async () => {
    const run = (sql: string, ...values: unknown[]) => service.work.query(sql, values);
    const ids = (count: number, kind: string) => Array.from({ length: count }, () => newId<typeof kind>());
    const organisations = ids(ORGANISATIONS, 'Organisation');
    await run(
      `insert into organisations (committee_id, id, code, kind)
       select current_committee(), id, 'TC' || n, 'grassroots' from unnest($1::uuid[]) with ordinality as o (id, n)`,
      organisations,
    );
    await run(
      `insert into organisation_versions (committee_id, organisation_id, valid_from, name, short_name)
       select current_committee(), id, '0001-01-01', 'Đảng bộ cơ sở ' || n, 'ĐB ' || n
       from unnest($1::uuid[]) with ordinality as o (id, n)`,
      organisations,
    );
    const people = ids(PEOPLE, 'Specialist');
    await run(
      `insert into specialists (committee_id, id, code, name, given_name, department_id, email, min_visits, max_visits,
         target_visits, may_lead, fields, lat, lng)
       select current_committee(), id, 'CV' || n, 'Chuyên viên ' || n, 'An', $2, 'cv.' || n || '@mau.example', 0, 9, 3, false,
         '{}', 10.75 + n * 0.001, 106.7
       from unnest($1::uuid[]) with ordinality as s (id, n)`,
      people,
      departmentId,
    );
    const branches = ids(BRANCHES, 'Branch');
    await run(
      `insert into branches (committee_id, id, code, name, short_name, organisation_id, type, address, members, weak_fields,
         secretary_name, meeting_day, meeting_time, meeting_minutes, lat, lng)
       select current_committee(), id, 'KP' || n, 'Chi bộ Khu phố ' || n, 'KP' || n, ($2::uuid[])[1 + n % $3], 'quarter',
         'Văn phòng', 40, '{}', 'Nguyễn Văn Mẫu', 3, '19:30', 90, 10.75 + n * 0.0002, 106.7
       from unnest($1::uuid[]) with ordinality as b (id, n)`,
      branches,
      organisations,
      ORGANISATIONS,
    );
    for (let back = 0; back < MONTHS; back += 1) {
      const first = new Date(Date.UTC(2020, 11 - back, 1)).toISOString().slice(0, 10);
      const [meetings, visits, plan] = [ids(VISITS_A_MONTH, 'Meeting'), ids(VISITS_A_MONTH, 'Visit'), newId<'Plan'>()];
      await run(
        `insert into plans (committee_id, id, month, name, is_chosen, people, state, status, input_hash, is_verified, made_at, published_at)
         values (current_committee(), $1, $2, 'main', true, 60, 'published', 'optimal', '', true, now(), now())`,
        plan,
        first,
      );
      await run(
        `insert into month_shares (committee_id, month, specialist_id, share)
         select current_committee(), $1, id, 283 from unnest($2::uuid[]) as s (id)`,
        first,
        people,
      );
      await run(
        `insert into meetings (committee_id, id, branch_id, month, starts_at, ends_at, kind, state, source)
         select current_committee(), id, ($2::uuid[])[1 + (n * 3 + $4 * 170) % 500], $3::date, $3::date + interval '3 days 12 hours',
           $3::date + interval '3 days 14 hours', 'regular', 'scheduled', 'edit'
         from unnest($1::uuid[]) with ordinality as m (id, n)`,
        meetings,
        branches,
        first,
        back,
      );
      await run(
        `insert into visits (committee_id, id, branch_id, specialist_id, held_on, kind, state, meeting_id, month, plan_id)
         select current_committee(), v.id, m.branch_id, ($4::uuid[])[1 + v.n % 60], m.month + 3, 'regular',
           case when v.n % 40 = 0 then 'declined' else 'done' end, m.id, m.month, $3
         from unnest($1::uuid[]) with ordinality as v (id, n)
         join unnest($2::uuid[]) with ordinality as k (id, n) on k.n = v.n join meetings m on m.id = k.id`,
        visits,
        meetings,
        plan,
        people,
      );
    }
    service.work.refreshStatistics('branches', 'meetings', 'specialists', 'visits');
  });
}
