import pg from 'pg';
import { describeStatement } from '../support/sql/describe-statement.ts';
import { type Nullability, PlanNullability, type RequiredColumns } from '../support/sql/nullability.ts';
import { planOf } from '../support/sql/query-plan.ts';
import { type DeclaredColumn, queriesInSource } from '../support/sql/queries-in-source.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';

/** The JavaScript type that the driver returns for each PostgreSQL type. JSON has any declared type. */
const DRIVER_TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  numeric: 'string',
  name: 'string',
  integer: 'number',
  bigint: 'number',
  smallint: 'number',
  real: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'Date',
  bytea: 'Uint8Array',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
  'integer[]': 'number[]',
  json: 'anything',
  jsonb: 'anything',
};

/** Calls whose text is built at run time: their number per file, and the reason. */
const DYNAMIC: Readonly<Record<string, readonly [calls: number, because: string]>> = {
  'src/modules/directory/infra/repositories/directory.ts': [8, 'one text for each table of an import'],
  'src/platform/database/listener.ts': [1, 'the name of a channel is no parameter'],
  'src/platform/database/postgres-unit-of-work.ts': [1, 'hands on what the others ask'],
  'src/platform/database/preparing-client.ts': [2, 'hands on what the others ask'],
  'src/platform/embedded-postgres/session.ts': [1, 'the name of a database is no parameter'],
  'src/platform/database/database-facts-read-model.ts': [1, 'hands on what pendingMigrations asks'],
  'src/platform/http/health-controller.ts': [1, 'hands on what pendingMigrations asks'],
};

/** Columns that could be NULL by the statement alone, and why they are not. */
const KEPT_FROM_NULL: Readonly<Record<string, string>> = {
  'src/modules/directory/infra/repositories/specialist-accesses.ts specialistId': 'memberships_specialist_ck',
  'src/modules/notifications/infra/repositories/calendar-addresses.ts specialistId': 'memberships_specialist_ck',
  'src/platform/jobs/job-store.ts holder': 'jobs_holder_ck',
  'src/platform/jobs/postgres-jobs.ts diedAt': 'jobs_finished_ck',
};

describe('every statement in the sources', () => {
  const queries = queriesInSource();
  let database: ClonedDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await cloneDatabase();
    client = new pg.Client(database.url);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('is known, or listed with a reason', () => {
    const unknown = queries.filter(({ texts }) => !texts);
    expect(unknown.filter(({ file }) => !(file in DYNAMIC)).map(({ at }) => at)).toEqual([]);
    const counted = Object.entries(DYNAMIC).map(([file]) => [
      file,
      unknown.filter((query) => query.file === file).length,
    ]);
    expect(counted).toEqual(Object.entries(DYNAMIC).map(([file, [calls]]) => [file, calls]));
    expect(queries.length).toBeGreaterThan(150);
  });

  it('has rows of one spelling', () => {
    const spelled = queries.flatMap(({ at, row }) =>
      (row ?? []).filter(({ name }) => name.includes('_')).map(({ name }) => `${at} ${name}`),
    );
    expect(spelled).toEqual([]);
  });

  it('is one of the schema, and answers with the columns and types that are declared', async () => {
    const { rows: types } = await client.query<{ id: number; name: string }>(
      `select oid::int as id, format_type(oid, null) as name from pg_type`,
    );
    const typeNames = new Map(types.map(({ id, name }) => [id, name]));
    const wrong: string[] = [];
    for (const { at, texts, row } of queries) {
      for (const text of texts ?? []) {
        try {
          const answer = (await describeStatement(client, text)).map((column) => ({
            ...column,
            type: typeNames.get(column.type) ?? '',
          }));
          if (row) wrong.push(...differences(row, answer).map((difference) => `${at} ${difference}`));
        } catch (error) {
          wrong.push(`${at} ${String(error)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each<[string, Nullability[]]>([
    ['select id, error from jobs', ['never', 'possible']],
    ['select error from jobs where error is not null', ['never']],
    ['select j.error from jobs j join accounts a on a.name = j.error', ['never']],
    ['select a.id, m.role from accounts a left join memberships m on m.account_id = a.id', ['never', 'possible']],
    [`select m.role from accounts a left join memberships m on m.account_id = a.id where m.role = 'board'`, ['never']],
    ['select a.name from memberships m right join accounts a on a.id = m.account_id', ['never']],
    ['select (select name from accounts a where a.id = m.account_id) from memberships m', ['possible']],
    [
      'select m.role, (select count(*) from accounts a where a.id = m.specialist_id) from memberships m',
      ['never', 'never'],
    ],
    [
      'select specialist_id, (select 1 from accounts a where a.id = m.specialist_id) from memberships m',
      ['possible', 'possible'],
    ],
    ['select (select max(name) from accounts)', ['possible']],
    [
      `select coalesce(error, ''), coalesce(error, key), coalesce(error, null) from jobs`,
      ['never', 'never', 'unknown'],
    ],
    [`with gone as (delete from jobs returning id, error) select id, error from gone`, ['never', 'possible']],
    [`update jobs set error = $1 returning name, error`, ['never', 'possible']],
    [`select to_char(due_at, 'YYYY'), payload ->> 'a' from jobs`, ['never', 'unknown']],
    [
      `select count(*) filter (where error is null), error is null, attempts + takes from jobs group by error, attempts, takes`,
      ['never', 'never', 'never'],
    ],
  ])('tells by its plan what can be NULL: %s', async (text, expected) => {
    const plan = await planOf(client, text);
    const columns = await describeStatement(client, text);
    const nullability = plan && new PlanNullability(plan, await requiredColumns(client)).ofColumns();
    expect(nullability?.slice(0, columns.length)).toEqual(expected);
  });

  it('admits that a column can be NULL', async () => {
    const required = await requiredColumns(client);
    const denied = new Map<string, string>();
    const said: Record<Nullability, number> = { never: 0, possible: 0, unknown: 0 };
    for (const { at, file, texts, row } of queries) {
      for (const text of (row && texts) ?? []) {
        const plan = await planOf(client, text);
        const nullability = plan ? new PlanNullability(plan, required).ofColumns() : [];
        for (const [index, { name }] of (await describeStatement(client, text)).entries()) {
          const declared = row?.find((each) => each.name === name);
          const answer = nullability[index] ?? 'unknown';
          if (!declared) continue;
          said[answer] += 1;
          if (answer === 'possible' && !declared.isNullable) denied.set(`${file} ${name}`, at);
        }
      }
    }
    expect(
      [...denied].filter(([column]) => !(column in KEPT_FROM_NULL)).map(([column, at]) => `${at} ${column}`),
    ).toEqual([]);
    expect(Object.keys(KEPT_FROM_NULL).filter((column) => !denied.has(column))).toEqual([]);
    // The plan decides most columns; those that it cannot decide are computed.
    expect(said.unknown).toBeLessThan((said.never + said.possible) / 5);
  });
});

/** The columns of each table that are declared NOT NULL. */
async function requiredColumns(client: pg.Client): Promise<RequiredColumns> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select relname as table, coalesce(array_agg(attname::text) filter (where attnotnull), '{}') as columns
     from pg_attribute join pg_class on pg_class.oid = attrelid
     where attnum > 0 and relkind in ('r', 'p') and relnamespace = 'public'::regnamespace group by relname`,
  );
  return new Map(rows.map(({ table, columns }) => [table, new Set(columns)]));
}

function differences(declared: readonly DeclaredColumn[], answer: readonly { name: string; type: string }[]): string[] {
  const columns = answer.filter(({ type }) => type !== 'void');
  return [
    ...columns
      .filter(({ name }) => !declared.some((each) => each.name === name))
      .map(({ name }) => `${name}: undeclared`),
    ...declared.flatMap(({ name, types }) => {
      const column = columns.find((each) => each.name === name);
      if (!column) return [`${name}: not in the answer`];
      const wanted = DRIVER_TYPES[column.type] ?? `a type for ${column.type}`;
      if (wanted === 'anything' || types.every((type) => type === wanted || type === 'anything')) return [];
      return [`${name}: declared ${types.join(' | ')}, answered ${wanted} (${column.type})`];
    }),
  ];
}
