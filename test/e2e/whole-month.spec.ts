import { type BranchId, newId, type SpecialistId } from '../../src/kernel/id.ts';
import { type Actor, type Role, ROLES } from '../../src/kernel/actor.ts';
import { rolesAllowed } from '../../src/kernel/permissions.ts';
import { answeredRoutes, declaredRoutes, isApi, isSafe, type Route } from '../support/routes.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { DescribedApi } from '../support/openapi-replies.ts';
import { isItsTurn } from '../support/matrix.ts';
import { dumpOf } from '../support/import/dump.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { aWholeMonth, type WholeMonth } from '../support/whole-month.ts';

/** Values of parameters that are no ids. */
const PLAIN: Readonly<Record<string, string>> = {
  month: '2020-12',
  year: '2020',
  format: 'pdf',
  part: 'duty',
  partId: 'situation',
  token: 'no-such-token',
  index: '0',
  role: 'leader',
  day: '2020-12-24',
  register: 'branches',
  version: '1',
  sample: 'gated',
  committee: '01a22378-2125-76f8-87c6-b480df481202',
  // A device names itself by it.
  deviceId: '0f0f5f57-7c3e-4a53-9a52-5d7e0c5d0e11',
};
/** Where pages of another part of the service have a parameter of that name as well. */
const PLAIN_OF_TEMPLATES: Readonly<Record<string, string>> = { ...PLAIN, sample: 'quarter-theme' };
const PLANNED_VISIT = "select id from visits where plan_id is not null and state = 'done' order by id limit 1";
/** SQL for the id of a parameter, where it is not in the table named like the path segment before it. */
const QUERIES: Readonly<Record<string, string>> = {
  // A correction becomes a version of the form.
  corrections: `select id from submissions`,
  plan: `select id from job_progress where kind = 'plan.solve'`,
  solves: `select id from job_progress where kind = 'plan.solve'`,
  made: `select id from job_progress where kind = 'plan.solve'`,
  variants: `select id from plans where month = '2020-12-01'`,
  solve: `select id from engine_solves where plan is not null limit 1`,
  // Somebody who takes no part in the test, because the requests may sign them out.
  accounts: `select account_id as id from memberships where role = 'specialist' and specialist_id not in (
    select specialist_id from visits where id = (${PLANNED_VISIT})) order by account_id limit 1`,
  calendar: 'select id from meetings',
  contacts: 'select id from meetings',
  'published-meetings': 'select id from meetings',
  duties: `select specialist_id as id from visits where id = (${PLANNED_VISIT})`,
  changes: `select id from calendar_changes where month = '2020-12-01'`,
  entries: 'select id from branches',
  conflicts: `select specialist_id || '.' || branch_id as id from conflicts_of_interest`,
  fields: `select code as id from fields where code = 'own-field'`,
  imports: `select id from imports where source = 'file' order by id limit 1`,
  'branch-types': 'select code as id from branch_types',
  notices: "select id from documents where type = 'TB'",
  swaps: `select w.id from swaps w where (select specialist_id from visits where id = (${PLANNED_VISIT}))
    in (w.giver_id, w.taker_id) order by w.id limit 1`,
  weekly: 'select id from weekly_absences',
  visits: PLANNED_VISIT,
  sessions: 'select token_hash as id from sessions where committee_id = current_committee()',
  trials: 'select id from policy_trials',
  rubrics: 'select code as id from rubrics where version = 1',
  'rubric-drafts': 'select id from rubric_drafts',
  'form-templates': 'select code as id from form_templates where version = 1',
  'form-template-drafts': 'select id from form_template_drafts',
  drafts: 'select id from rubric_drafts',
  edit: `select 'head' as id`,
  submissions: `select id from submissions where visit_id = (${PLANNED_VISIT})`,
};

/** A few more than a browser sends at a time. */
const AT_ONCE = 8;

/** A page, a redirect to one, or the reason why there is none at present. */
const SHOWN = new Set([200, 303, 409, 410]);

interface Asking {
  readonly idAt?: (place: string) => string;
  readonly withToken?: boolean;
  readonly body?: string | undefined;
}

interface Answer {
  readonly route: string;
  readonly status: number;
  readonly code: string | null;
  readonly location: string | null;
  readonly text: string;
}

let service: TestService;
let month: WholeMonth;

/** One month is played for all tests. */
beforeAll(async () => {
  service = await aService();
  month = await aWholeMonth(service);
});
afterAll(() => service.end());

describe('the API', () => {
  const api = new DescribedApi();

  it('answers as it is described, and nothing besides', () => {
    expect(month.exchanges.flatMap((exchange) => api.faultsOf(exchange))).toEqual([]);
  });

  it('would not get away with a field more, a field less, a wrong value or another status', () => {
    const exchange = month.exchanges.find(({ path }) => path.endsWith('/session'));
    const body = exchange?.body as Record<string, unknown>;
    const faults = (changes: object) => (exchange ? api.faultsOf({ ...exchange, ...changes }) : []);
    expect(faults({ body: { ...body, passwordHash: 'x' } })).toEqual([
      expect.stringContaining('additional properties'),
    ]);
    expect(faults({ body: { ...body, csrfToken: undefined } })).toEqual([expect.stringContaining('csrfToken')]);
    expect(faults({ body: { ...body, specialistId: 'x' } })).toEqual([expect.stringContaining('specialistId')]);
    expect(faults({ status: 201 })).toEqual([expect.stringContaining('no such status')]);
  });

  it('is used in all its operations', () => {
    const used = new Set(month.exchanges.map((exchange) => api.operationOf(exchange)?.id));
    expect(api.operations.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('hands out its description to anybody', async () => {
    const reply = await fetch(`${service.url}/api/v1/openapi.json`);
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await reply.json()).toEqual(JSON.parse(JSON.stringify(api.document)));
  });
});

describe('every route', () => {
  let elsewhere: Actor;
  let routes: readonly Route[];
  const people = {} as Record<Role, SignedInPerson>;
  let ids: ReadonlyMap<string, string>;

  beforeAll(async () => {
    elsewhere = await aCommittee(service, 'Quận ủy khác');
    const ground = await aGround(service, elsewhere);
    await aBranch(service, elsewhere, ground);
    await aSpecialist(service, elsewhere, ground);
    routes = declaredRoutes(service);
    for (const role of ROLES) people[role] = await somebody(month.committee, role);
    ids = await idsOf(month.committee);
  });

  let made = 0;
  async function somebody(committee: Actor, ...roles: Role[]): Promise<SignedInPerson> {
    const email = `nguoi.${++made}@mau.example`;
    const [own] = await service.as(committee, () =>
      service.work.query<{ specialist: SpecialistId; branch: BranchId }>(
        `select (select max(id::text) from branches) as branch, coalesce(
           (select specialist_id::text from visits where id = (${PLANNED_VISIT})),
           (select max(id::text) from specialists)) as specialist`,
      ),
    );
    let person: SignedInPerson | null = null;
    for (const role of roles) {
      const specialistId = role === 'specialist' ? (own?.specialist ?? null) : null;
      const branchId = role === 'branch' ? (own?.branch ?? null) : null;
      person = await signIn(service, committee, { email, name: 'Người Thử', role, specialistId, branchId });
    }
    if (!person) throw new Error('nobody without a role');
    return person;
  }

  /** An id of the month's committee for each parameter in a path. */
  async function idsOf(committee: Actor): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const place of new Set(routes.flatMap((route) => placesOf(route)))) {
      if (place === 'mailbox') {
        const mails = (await service.embedded.mailbox?.list()) ?? [];
        found.set(place, mails.find(({ attachments }) => attachments.length > 0)?.id ?? '');
        continue;
      }
      const query = QUERIES[place] ?? `select id from ${place}`;
      const rows = await service.as(committee, () => service.work.query<{ id: string }>(query));
      if (!rows[0]) throw new Error(`nothing found by ${query}`);
      found.set(place, rows[0].id);
    }
    return found;
  }

  const addressOf = (route: Route, idAt: (place: string) => string) =>
    route.path.replace(/([^/]+)\/:(\w+)|:(\w+)/g, (_, before: string | undefined, second: string, first: string) => {
      const name = second || first;
      const plain = isOfTemplates(route) ? PLAIN_OF_TEMPLATES : PLAIN;
      return `${before === undefined ? '' : `${before}/`}${plain[name] ?? idAt(placeOf(route, before ?? ''))}`;
    });
  const real = (place: string) => ids.get(place) ?? '';

  async function ask(
    route: Route,
    who: SignedInPerson | null,
    { idAt = real, withToken = true, ...more }: Asking = {},
  ): Promise<Answer> {
    const content = isSafe(route) ? undefined : 'body' in more ? more.body : '{}';
    // What this route is asked about stands in its query.
    const query = isApi(route) && route.path.endsWith('/months/:month/repairs') ? `?meetingId=${real('meetings')}` : '';
    const reply = await fetch(service.url + addressOf(route, idAt) + query, {
      method: route.method,
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000), // no request hangs; a busy machine is only slow
      headers: {
        accept: isApi(route) ? 'application/json' : 'text/html',
        ...(who && { cookie: who.cookie, ...(withToken && { 'x-csrf-token': who.csrf }) }),
        ...(content !== undefined && { 'content-type': 'application/json' }),
        ...(!isSafe(route) && { 'if-match': '"1"' }),
      },
      ...(content !== undefined && { body: content }),
    });
    const text = await reply.text();
    const isProblem = reply.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
    return {
      route: `${route.method} ${route.path}`,
      status: reply.status,
      code: isProblem ? (JSON.parse(text) as { code: string }).code : null,
      location: reply.headers.get('location'),
      text,
    };
  }

  /** The replies with an unexpected status, without their long texts. */
  async function wrong(
    chosen: readonly Route[],
    by: (route: Route) => Promise<Answer>,
    isRight: (answer: Answer, route: Route) => boolean,
  ): Promise<object[]> {
    const waiting = [...chosen];
    const faults: object[] = [];
    const next = async (): Promise<void> => {
      for (let route = waiting.shift(); route; route = waiting.shift()) {
        const answer = await by(route);
        if (!isRight(answer, route)) faults.push({ ...answer, text: answer.text.slice(0, 300) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    return faults;
  }

  const closed = () => routes.filter(({ access }) => access !== 'public');
  const admits = (route: Route, role: Role) => rolesOf(route)?.includes(role) ?? false;

  it('declares whom it admits', () => {
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
    expect(answeredRoutes(service).sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('asks nobody in: a page leads to the sign-in and comes back, all else says 401', async () => {
    const faults = await wrong(
      closed(),
      (route) => ask(route, null),
      ({ status, location, code }, route) =>
        isApi(route)
          ? status === 401 && code === 'http.sign_in_needed'
          : isSafe(route)
            ? status === 303 && location === `/sign-in?to=${encodeURIComponent(addressOf(route, real))}`
            : status === 401,
    );
    expect(faults).toEqual([]);
  });

  it.each(ROLES)('refuses a %s whom it does not admit', async (role) => {
    const others = closed().filter((route, i) => {
      const refused = ROLES.filter((each) => rolesOf(route) !== null && !admits(route, each));
      return refused.includes(role) && isItsTurn(i, refused.indexOf(role), refused.length);
    });
    const faults = await wrong(
      others,
      (route) => ask(route, people[role]),
      ({ status, code }, route) => status === 403 && (!isApi(route) || code === 'http.not_allowed'),
    );
    expect(faults).toEqual([]);
  });

  it('that changes anything wants the token of the session', async () => {
    const faults = await wrong(
      closed().filter((route) => !isSafe(route)),
      (route) => ask(route, people[admittedBy(route)], { withToken: false }),
      ({ status, code }, route) => status === 403 && (!isApi(route) || code === 'http.form_expired'),
    );
    expect(faults).toEqual([]);
  });

  it('knows nothing of another committee, and changes nothing there', async () => {
    const stranger = await somebody(elsewhere, ...ROLES);
    const before = await dumpOf(service, month.committee);
    const asked = new Set(ids.values());
    const secrets = new Set(idsIn(JSON.stringify(before)).filter((id) => !asked.has(id)));
    const faults = await wrong(
      closed().filter(({ path }) => path !== '/sign-out'),
      (route) => ask(route, stranger),
      ({ status, text }, route) =>
        status < 500 &&
        !idsIn(text).some((id) => secrets.has(id)) &&
        (placesOf(route).length === 0 || isRefusal(route, status, text)),
    );
    expect(faults).toEqual([]);
    expect(await dumpOf(service, month.committee)).toEqual(before);
  });

  it.each([
    { kind: 'ids that nobody has', idAt: newId, turn: 0 },
    { kind: 'ids that are none', idAt: () => 'x%27%22%2500', turn: 1 },
  ])('bears $kind', async ({ idAt, turn }) => {
    const faults = await wrong(
      routes.filter((route, i) => placesOf(route).length > 0 && isItsTurn(i, turn, 2)),
      (route) => ask(route, people[admittedBy(route)], { idAt }),
      ({ status, text }, route) => isRefusal(route, status, text),
    );
    expect(faults).toEqual([]);
  });

  it.each(ROLES)('shows the month to a %s whom it admits', async (role) => {
    const faults = await wrong(
      routes.filter((route, i) => {
        const admitted = rolesOf(route) ?? ROLES;
        return isSafe(route) && admitted.includes(role) && isItsTurn(i, admitted.indexOf(role), admitted.length);
      }),
      (route) => ask(route, people[role]),
      ({ status }, route) =>
        isOfAnother(route) ? status === 404 : SHOWN.has(status) || (status === 404 && placesOf(route).length === 0),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    { body: '{}', turn: 0 },
    { body: undefined, turn: 1 },
  ])('bears a request that says nothing: $body', async ({ body, turn }) => {
    const everybody = await somebody(elsewhere, ...ROLES);
    const faults = await wrong(
      routes.filter((route, i) => !isSafe(route) && route.path !== '/sign-out' && isItsTurn(i, turn, 2)),
      (route) => ask(route, everybody, { body }),
      ({ status }) => status < 500,
    );
    expect(faults).toEqual([]);
  });

  function admittedBy(route: Route): Role {
    return rolesOf(route)?.[0] ?? 'admin';
  }

  /** The roles that have the route's permission; null where it needs none. */
  function rolesOf({ access }: Route): readonly Role[] | null {
    if (access === undefined || access === 'public' || access === 'signed-in') return null;
    return rolesAllowed(access);
  }
});

/** A server-sent stream has already sent status 200; for something missing it sends that it is over. */
function isRefusal({ path }: Route, status: number, text: string): boolean {
  const isToldSo = path.endsWith('/progress') && text.includes('"over":true');
  return isToldSo || (status >= 400 && status < 500);
}

/** Whether the path names an entry of a register and a change that is not one of that entry. */
function isOfAnother({ path }: Route): boolean {
  return path.includes('/:address/changes/');
}

/** The segments before parameters: `visits` for `/visits/:id`. */
function placesOf(route: Route): string[] {
  return [...route.path.matchAll(/([^/]+)\/:(\w+)/g)].flatMap(([, place, name]) =>
    place !== undefined && name !== undefined && !(name in PLAIN) ? [placeOf(route, place)] : [],
  );
}

function isOfTemplates({ path }: Route): boolean {
  return path.startsWith('/form-templates/');
}

function placeOf(route: Route, before: string): string {
  return before === 'drafts' && isOfTemplates(route) ? 'form-template-drafts' : before;
}

/** What looks like an id of ours in a text. */
function idsIn(text: string): readonly string[] {
  return text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
}
