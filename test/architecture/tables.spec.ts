import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { WeekdayRules0047 } from '../../migrations/0047-weekday-rules.ts';
import { entities } from '../../src/app/entities.ts';
import { ownerDatabase } from '../../src/platform/database/database.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';

/** Tables of the whole deployment; every other table is a tenant's. */
const SHARED = new Set([
  'committees',
  'accounts',
  'sessions',
  'sign_in_links',
  'device_secrets',
  'calendar_addresses',
  'setup_code',
  'rate_limits',
  'stray_mails',
  'schedule_claims',
  'office_clock',
  'migrations',
]);

describe('every table', () => {
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

  const list = async <Row extends object>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;

  it('of a tenant forces row-level security, with a policy for the application and one for the migrator', async () => {
    const tables = await list<{ name: string; forced: boolean; policies: string[] }>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`);
    const broken = tables.filter(
      ({ name, forced, policies }) =>
        !SHARED.has(name) &&
        (!forced || !policies.includes(`${name}_own_committee`) || !policies.includes(`${name}_migrator`)),
    );
    expect(broken).toEqual([]);
    expect(tables.length).toBeGreaterThan(30);
  });

  it('of a tenant begins each primary key, unique key, unique index and foreign key with committee_id', async () => {
    const keys = await list<{ table: string; key: string; first: string }>(`
      select c.relname as table, k.conname as key, a.attname as first
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where k.contype in ('p', 'u', 'f') and c.relnamespace = 'public'::regnamespace
        and k.confrelid not in (select oid from pg_class where relname in ('accounts'))
      union all
      select c.relname, x.relname, coalesce(a.attname, '(expression)')
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisunique and c.relnamespace = 'public'::regnamespace`);
    const broken = keys.filter(({ table, first }) => !SHARED.has(table) && first !== 'committee_id');
    expect(broken).toEqual([]);
  });

  it('names its constraints itself', async () => {
    const unnamed = await list<{ name: string }>(`
      select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'c') and c.relname <> 'migrations'
        and k.conname !~ '_(pk|fk|key|ck)$'`);
    expect(unnamed).toEqual([]);
  });

  it('agrees with the entities in columns, types, nullability and keys', async () => {
    const source = new DataSource({ type: 'postgres', url: database.url, entities });
    await source.initialize();
    const columns = await list<{ table: string; column: string; type: string; nullable: boolean; key: boolean }>(`
      select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
        exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)) as key
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`);
    const inSchema = new Map(columns.map((row) => [`${row.table}.${row.column}`, row]));
    const wrong: string[] = [];
    for (const entity of source.entityMetadatas) {
      const mapped = entity.columns.map((column) => `${entity.tableName}.${column.databaseName}`);
      for (const column of entity.columns) {
        const name = `${entity.tableName}.${column.databaseName}`;
        const row = inSchema.get(name);
        const type = source.driver.normalizeType(column) + (column.isArray ? '[]' : '');
        if (!row) wrong.push(`${name} is not in the schema`);
        else {
          if (row.type !== type) wrong.push(`${name} is ${row.type} in the schema and ${type} in the entity`);
          if (row.nullable !== column.isNullable) wrong.push(`${name} disagrees in nullability`);
          if (row.key !== column.isPrimary) wrong.push(`${name} disagrees in being a key`);
        }
      }
      for (const row of columns.filter(({ table }) => table === entity.tableName)) {
        const name = `${row.table}.${row.column}`;
        if (!mapped.includes(name)) wrong.push(`${name} is not in the entity`);
      }
    }
    await source.destroy();
    expect(wrong).toEqual([]);
  });

  it('goes up, down and up again, and leaves to the release before what it can read', async () => {
    const empty = await cloneDatabase();
    const owner = ownerDatabase(empty.url);
    await owner.initialize();
    const before = await structure(owner);
    await owner.query(LATER_ROWS);
    const weekdays = migrations.findIndex((migration) => migration === WeekdayRules0047);
    const later = migrations.length - weekdays;
    for (let i = 0; i < later; i++) await owner.undoLastMigration();
    expect(
      await owner.query(
        `select b.code, b.meeting_day as day, b.thematic_day as thematic, i.after - 'id' as noted
         from branches b join import_changes i on i.key ->> 'id' = b.id::text order by b.code`,
      ),
    ).toEqual([
      { code: 'A', day: 11, thematic: null, noted: { meeting_day: 11, thematic_day: null } },
      { code: 'B', day: 31, thematic: 31, noted: { meeting_day: 31, thematic_day: 31 } },
      { code: 'C', day: 3, thematic: 4, noted: { meeting_day: 3, thematic_day: 4 } },
    ]);
    expect(await owner.query(`select kind from calendar_changes`)).toEqual([{ kind: 'moved' }]);
    expect(await owner.query(`select state, sent_at is not null as "isDated" from mails`)).toEqual([
      { state: 'sent', isDated: true },
    ]);
    const count = (await owner.query<{ n: string }[]>(`select count(*)::text as n from migrations`))[0]?.n;
    for (let i = 0; i < Number(count); i++) await owner.undoLastMigration();
    expect(
      await owner.query(
        `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')`,
      ),
    ).toEqual([{ relname: 'migrations' }]);
    await owner.runMigrations();
    expect(await structure(owner)).toEqual(before);
    await owner.destroy();
    await empty.drop();
  });
});

const COMMITTEE = '00000000-0000-7000-8000-000000000001';
const ruleOf = (code: string, rule: string, noted: string) => `
  insert into branches (committee_id, id, code, name, short_name, organisation_id, type, members, meeting_day,
      meeting_weekday, meeting_time, meeting_minutes, thematic_day, thematic_weekday)
    select '${COMMITTEE}', gen_random_uuid(), '${code}', '${code}', '${code}', '${COMMITTEE}', 'x', 9, ${rule};
  insert into import_changes (committee_id, import_id, seq, table_name, key, after)
    select '${COMMITTEE}', gen_random_uuid(), 1, 'branches', jsonb_build_object('id', id), '${noted}'
    from branches where code = '${code}';`;

/** What a later release may have stored. */
const LATER_ROWS = `
  insert into committees (id, code, name, time_zone, created_at)
    values ('${COMMITTEE}', 'mau', 'Mẫu', 'Asia/Ho_Chi_Minh', now());
  insert into organisations (committee_id, id, code, kind) values ('${COMMITTEE}', '${COMMITTEE}', 'P8', 'grassroots');
  insert into branch_types (committee_id, code, name, position) values ('${COMMITTEE}', 'x', 'x', 1);
  -- Changes are noted here without their import.
  set session_replication_role = replica;
  ${ruleOf('A', `null, '2TU', '19:30', 90, null, null`, '{"meeting_day":null,"meeting_weekday":"2TU","thematic_day":null,"thematic_weekday":null}')}
  ${ruleOf('B', `null, '-1FR', '19:30', 90, null, '5SU'`, '{"meeting_day":null,"meeting_weekday":"-1FR","thematic_day":null,"thematic_weekday":"5SU"}')}
  ${ruleOf('C', `3, null, '19:30', 90, null, '1MO'`, '{"meeting_day":3,"meeting_weekday":null,"thematic_day":null,"thematic_weekday":"1MO"}')}
  insert into calendar_changes (committee_id, id, month, kind, meetings, made_at)
    values ('${COMMITTEE}', gen_random_uuid(), '2020-12-01', 'edited', '[]', now());
  insert into mails (committee_id, id, key, message_id, kind, to_address, subject, content, state, made_at)
    values ('${COMMITTEE}', gen_random_uuid(), 'k', 'm', 'visit-moved', 'a@mau.example', 's', '{}', 'replaced', now());
  set session_replication_role = origin;`;

async function structure(owner: DataSource): Promise<unknown> {
  return owner.query(`
    select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i', 'v') and a.attnum > 0 order by 1, 2`);
}
