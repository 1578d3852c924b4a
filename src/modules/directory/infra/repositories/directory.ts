import { Injectable } from '@nestjs/common';
import { type Day, dayIn, type Month } from '../../../../kernel/month.ts';
import { committeeZone } from '../../../../platform/database/committee-zone.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { RowChange } from '../../domain/changes/compare-rows.ts';
import {
  type DirectoryRows,
  IMPORT_TABLE_NAMES,
  type ImportTable,
  type Row,
  tableFacts,
  textOf,
} from '../../domain/changes/import-tables.ts';
import type { Duty, NewDays } from '../../domain/ask-about-duties.ts';
import type { Gone, Hit } from '../../domain/ask-about-gone.ts';
import type { TableName } from '../../domain/import/column.ts';
import type { ImportGround, KnownRow } from '../../domain/import/import-ground.ts';
import type { KnownCommittee } from '../../domain/import/blank-template.ts';
import type { ImportId } from '../../domain/import-record.ts';
import type { ImportUse } from '../../errors.ts';

/** For tables with other rows as well, the condition for rows that an import covers. */
const OWN_PART: Readonly<Partial<Record<ImportTable, string>>> = {
  committees: 'where t.id = current_committee()',
  visits: `where visit_holds_seat(t.state) order by t.meeting_id nulls first`,
  findings: 'join visits v on v.committee_id = t.committee_id and v.id = t.visit_id where v.meeting_id is null',
};
const EXAMPLES = 5;
/** Whether an absence (a) gets in the way of a visit (v) to a meeting (m), which may last beyond midnight. */
const AWAY = `case when jsonb_typeof(a.hours) is distinct from 'object'
  then v.held_on >= a."from" and v.held_on < a.before
  else exists (
    select from generate_series(greatest(a."from", v.held_on), least(a.before - 1, v.held_on + 1), interval '1 day') as each(day)
    where tsrange(each.day::date + (a.hours->>'from')::time, each.day::date + (a.hours->>'to')::time)
      && tsrange(m.starts_at at time zone committee_zone(), m.ends_at at time zone committee_zone())) end`;

/**
 * The acting committee's directory as an import reads and changes it: its tables as JSON rows, which import_changes
 * stores before and after each change.
 */
@Injectable()
export class Directory {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Makes transactions that change the directory wait for each other. */
  async lock(): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock(hashtext('directory'), hashtext($1))`, [
      this.work.actor.committeeId,
    ]);
  }

  /** Tables that are not asked for stay empty. */
  async read(asked: readonly ImportTable[] = IMPORT_TABLE_NAMES): Promise<DirectoryRows> {
    const rows: Partial<Record<ImportTable, Row[]>> = {};
    for (const table of IMPORT_TABLE_NAMES) {
      rows[table] = [];
      if (!asked.includes(table)) continue;
      const found = await this.work.query<{ row: Row }>(
        `select to_jsonb(t) as row from ${table} t ${OWN_PART[table] ?? ''}`,
      );
      rows[table] = found.map(({ row }) => row);
    }
    return rows as DirectoryRows;
  }

  /** The rows of one table in which these columns have these values. */
  async find(table: ImportTable, values: Readonly<Record<string, string>>): Promise<Row[]> {
    const columns = Object.keys(values);
    const isWanted = columns.map((column, index) => `t.${column}::text = $${index + 1}`).join(' and ');
    const found = await this.work.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${table} t where ${isWanted}`,
      Object.values(values),
    );
    return found.map(({ row }) => row);
  }

  /** The rows of one table with these ids. */
  async named(table: 'branches' | 'specialists', ids: readonly string[]): Promise<Row[]> {
    const found = await this.work.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${table} t where t.id::text = any($1::text[])`,
      [ids],
    );
    return found.map(({ row }) => row);
  }

  /** The office's day where the committee is. */
  async dayAt(instant: Date): Promise<Day> {
    return dayIn(await this.zone(), instant);
  }

  zone(): Promise<string> {
    return committeeZone(this.work);
  }

  /** What a file may refer to without containing it. */
  async known(): Promise<NonNullable<ImportGround['known']>> {
    const rows = await this.work.query<KnownRow & { table: TableName }>(
      `select 'fields' as table, code, array[name] as names, null as name, archived_at is null as "isInUse" from fields
       union all select 'branchTypes', code, array[name], null, archived_at is null from branch_types
       union all select 'organisations', code, '{}'::text[], null, true from organisations
       union all select 'departments', code, array[name, short_name], null, archived_at is null from departments
       union all select 'branches', code, array[short_name], null, archived_at is null from branches
       union all select 'specialists', code, '{}'::text[], name, archived_at is null from specialists`,
    );
    const known: Partial<Record<TableName, KnownRow[]>> = {};
    for (const { table, ...row } of rows) (known[table] ??= []).push(row);
    return known;
  }

  /** Meetings and published visits from a day on that refer to what goes out of use, by month. */
  async hits({ branches, specialists }: Gone, from: Day): Promise<Hit[]> {
    const ids = [branches, specialists].map((rows) => rows.map((row) => textOf(row, 'id')));
    return this.work.query<Hit>(
      `select to_char(h.month, 'YYYY-MM') as month, count(distinct h.meeting_id) filter (where h.is_meeting) as meetings,
         count(distinct h.visit_id) as visits, coalesce(array_agg(distinct h.name) filter (where h.name is not null), '{}') as people
       from (
         select m.month, m.id as meeting_id, true as is_meeting, null::uuid as visit_id, null::text as name
         from month_meetings m where m.branch_id = any($1::uuid[]) and m.state = 'scheduled' and m.day >= $3
         union all
         select v.month, v.meeting_id, false, v.id, s.name from month_visits v join specialists s on s.id = v.specialist_id
         where v.holds_seat and v.held_on >= $3 and (v.branch_id = any($1::uuid[]) or v.specialist_id = any($2::uuid[]))
       ) h group by h.month order by h.month`,
      [...ids, from],
    );
  }

  /** Published visits from a day on that fall into new absences or on new holidays. */
  async dutiesOn({ absences, holidays }: NewDays, from: Day): Promise<Duty[]> {
    if (absences.length === 0 && holidays.length === 0) return [];
    return this.work.query<Duty>(
      `select a.by, v.held_on as day, s.name, b.name as branch
       from jsonb_to_recordset($1::jsonb) as a(by text, "specialistId" uuid, "from" date, before date, hours jsonb)
       join month_visits v on v.specialist_id = a."specialistId"
       left join month_meetings m on m.id = v.meeting_id
       join specialists s on s.id = v.specialist_id join branches b on b.id = v.branch_id
       where v.holds_seat and v.held_on >= $3 and ${AWAY}
       union all
       select 'holiday', v.held_on, s.name, b.name from month_visits v
       join specialists s on s.id = v.specialist_id join branches b on b.id = v.branch_id
       where v.holds_seat and v.held_on = any($2::date[]) and v.held_on >= $3
       order by 1, 2, 3`,
      [JSON.stringify(absences), holidays, from],
    );
  }

  /** Months with a calendar from a day on, and the number of visits published from that day on. */
  async ahead(from: Day): Promise<{ months: Month[]; published: number }> {
    const months = await this.work.query<{ month: Month }>(
      `select distinct to_char(month, 'YYYY-MM') as month from month_meetings where day >= $1 order by 1`,
      [from],
    );
    const [row] = await this.work.query<{ count: number }>(
      `select count(*) as count from month_visits where holds_seat and held_on >= $1`,
      [from],
    );
    return { months: months.map(({ month }) => month), published: row?.count ?? 0 };
  }

  /** Null before a set-up or an import has set it. */
  async knownCommittee(): Promise<KnownCommittee | null> {
    const [committee] = await this.work.query<KnownCommittee>(
      `select name, time_zone as zone, labels from acting_committee where labels <> '{}'`,
    );
    return committee ?? null;
  }

  /** Makes the changes and records them under the import, row by row. */
  async apply(importId: ImportId, changes: readonly RowChange[]): Promise<void> {
    // One period is shortened and another takes its place, in either order.
    await this.work.query(`set constraints organisation_versions_span_ex deferred`);
    for (const [first, batch] of batchesOf(changes)) {
      const { table } = batch[0] ?? {};
      if (table === undefined) continue;
      const rows = JSON.stringify(batch.map(({ before, after }) => after ?? before));
      await this.work.query(statementOf(table, batch[0]), [importId, first, rows]);
    }
    await this.work.query(`set constraints organisation_versions_span_ex immediate`);
    this.work.refreshStatistics(...new Set(changes.map(({ table }) => table)));
  }

  /** Rows of the import that have been changed since. */
  async changedSince(importId: ImportId): Promise<{ count: number; examples: string[] }> {
    let count = 0;
    const examples: string[] = [];
    for (const table of IMPORT_TABLE_NAMES) {
      const rows = await this.work.query<{ subject: string }>(
        `select coalesce(n.row ->> 'code', n.row ->> 'name',
             (select s.code from specialists s where s.id::text = n.row ->> 'specialist_id'), left(n.row ->> 'text', 40), c.table_name) as subject
         from import_changes c cross join jsonb_populate_record(null::${table}, c.key) k left join ${table} t on ${keysMatch(table)}
           cross join lateral (select coalesce(c.after, c.before) as row) n
         where c.import_id = $1 and c.table_name = $2 and to_jsonb(t) is distinct from c.after order by c.seq`,
        [importId, table],
      );
      count += rows.length;
      examples.push(...rows.map(({ subject }) => subject));
    }
    return { count, examples: [...new Set(examples)].slice(0, EXAMPLES) };
  }

  /** Rows that refer to rows which the import added. */
  async usesOf(importId: ImportId): Promise<ImportUse[]> {
    const references = await this.work.query<{ table: string; column: string; target: string; targetColumn: string }>(
      `select k.conrelid::regclass::text as table, a.attname as column, k.confrelid::regclass::text as target, b.attname as "targetColumn"
       from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[array_upper(k.conkey, 1)]
       join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[array_upper(k.confkey, 1)]
       where k.contype = 'f' and k.confrelid = any ($1::regclass[])
         -- What goes with it is no use of it, such as the assignments of a draft.
         and not (k.confdeltype = 'c' and k.conrelid <> all ($1::regclass[]))`,
      [IMPORT_TABLE_NAMES.filter((table) => table !== 'committees')],
    );
    const counts = new Map<string, number>();
    for (const { table, column, target, targetColumn } of references) {
      // Subqueries that are hashed once, because the planner has no statistics yet of the rows just written.
      const [row] = await this.work.query<{ count: number }>(
        `select count(*) as count from ${table} u
         where u.${column}::text in (select key ->> '${targetColumn}' from import_changes
             where import_id = $1 and table_name = $2 and before is null)
           and ${keyText(table)} not in (select key::text from import_changes where import_id = $1 and table_name = $3)`,
        [importId, target, table],
      );
      if (row && row.count > 0) counts.set(table, (counts.get(table) ?? 0) + row.count);
    }
    return Array.from(counts, ([table, count]) => ({ table, count }));
  }

  /** Restores every row to its state before the import. */
  async revert(importId: ImportId): Promise<void> {
    await this.work.query(`set constraints organisation_versions_span_ex deferred`);
    for (const table of [...IMPORT_TABLE_NAMES].reverse()) {
      const { columns } = tableFacts(table);
      const noted = `import_changes c cross join jsonb_populate_record(null::${table}, c.key) k`;
      const ours = `c.import_id = $1 and c.table_name = '${table}'`;
      await this.work.query(
        `delete from ${table} t using ${noted} where ${ours} and c.before is null and ${keysMatch(table)}`,
        [importId],
      );
      await this.work.query(
        `update ${table} t set ${columns.map((column) => `${column} = b.${column}`).join(', ')}
         from ${noted} cross join jsonb_populate_record(null::${table}, c.before) b
         where ${ours} and c.before is not null and c.after is not null and ${keysMatch(table)}`,
        [importId],
      );
      await this.work.query(
        `insert into ${table} select b.* from import_changes c cross join jsonb_populate_record(null::${table}, c.before) b
         where ${ours} and c.after is null order by c.seq`,
        [importId],
      );
    }
    await this.work.query(`set constraints organisation_versions_span_ex immediate`);
  }
}

/**
 * Groups consecutive changes of one table that are all additions, changes or removals, with the number of the first.
 */
function batchesOf(changes: readonly RowChange[]): [number, RowChange[]][] {
  const batches: [number, RowChange[]][] = [];
  for (const [index, change] of changes.entries()) {
    const batch = batches.at(-1)?.[1];
    const last = batch?.[0];
    const isSame =
      last?.table === change.table &&
      (last.before === null) === (change.before === null) &&
      (last.after === null) === (change.after === null);
    if (batch && isSame) batch.push(change);
    else batches.push([index, [change]]);
  }
  return batches;
}

/**
 * SQL that makes the changes of a batch ($3) and records them under the import ($1) from number $2 on, as stored by the
 * database.
 */
function statementOf(table: ImportTable, kind: Pick<RowChange, 'before' | 'after'> | undefined): string {
  const { key, columns } = tableFacts(table);
  const given = `given as materialized (select * from jsonb_populate_recordset(null::${table}, $3))`;
  const keyOf = (row: string) =>
    `jsonb_build_object(${key.map((column) => `'${column}', ${row} -> '${column}'`).join(', ')})`;
  const note = (before: string, after: string, from: string) =>
    `insert into import_changes (committee_id, import_id, seq, table_name, key, before, after)
     select current_committee(), $1, $2 + row_number() over (), '${table}', ${keyOf(before === 'null' ? after : before)}, ${before}, ${after} from ${from}`;
  const same = (other: string) => key.map((column) => `t.${column} = ${other}.${column}`).join(' and ');
  if (kind?.before === null) {
    const all = [...key, ...columns.filter((column) => !key.includes(column))].join(', ');
    return `with ${given}, made as (
        insert into ${table} as t (committee_id, ${all}) select current_committee(), ${all} from given returning to_jsonb(t.*) as row)
      ${note('null', 'made.row', 'made')}`;
  }
  if (kind?.after === null) {
    return `with ${given}, made as (
        delete from ${table} t using given g where ${same('g')} returning to_jsonb(t.*) as row)
      ${note('made.row', 'null', 'made')}`;
  }
  return `with ${given}, old as materialized (
      select to_jsonb(t.*) as row, ${key.map((column) => `t.${column}`).join(', ')} from ${table} t join given g on ${same('g')}),
    made as (
      update ${table} t set ${columns.map((column) => `${column} = g.${column}`).join(', ')} from given g
      where ${same('g')} returning to_jsonb(t.*) as row, ${key.map((column) => `t.${column}`).join(', ')})
    ${note('old.row', 'made.row', `made join old using (${key.join(', ')})`)}`;
}

function keysMatch(table: ImportTable): string {
  return tableFacts(table)
    .key.map((column) => `t.${column} = k.${column}`)
    .join(' and ');
}

/**
 * The key of a row `u` of any table in the form in which import_changes stores it; for a table that no import writes, a
 * text that matches none.
 */
function keyText(table: string): string {
  const known = IMPORT_TABLE_NAMES.find((name) => name === table);
  if (!known) return `''`;
  const { key } = tableFacts(known);
  return `jsonb_build_object(${key.map((column) => `'${column}', u.${column}`).join(', ')})::text`;
}
