import pg from 'pg';
import { describeStatement } from '../support/sql/describe-statement.ts';
import { type DeclaredColumn, queriesInSource } from '../support/sql/queries-in-source.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';

/** What the driver makes of each type of PostgreSQL. JSON is whatever it is declared to be. */
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

/** Put together at run time: how many calls of a file, and why. */
const DYNAMIC: Readonly<Record<string, readonly [calls: number, because: string]>> = {
  'src/modules/directory/infra/repositories/directory.ts': [7, 'one text for each table of an import'],
  'src/platform/database/listener.ts': [1, 'the name of a channel is no parameter'],
  'src/platform/database/postgres-unit-of-work.ts': [1, 'hands on what the others ask'],
  'src/platform/database/preparing-client.ts': [2, 'hands on what the others ask'],
  'src/platform/embedded-postgres/session.ts': [1, 'the name of a database is no parameter'],
  'src/platform/http/health-controller.ts': [1, 'hands on what pendingMigrations asks'],
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
});

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
