import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { ownerDatabase } from '../../src/platform/database/database.ts';
import { onDatabase, serverUrl } from './postgres.ts';
import type { ClonedDatabase } from './template.ts';

/** The number of migrations released before visits had a month. */
export const RELEASED = 7;

/** An empty database with the schema of an earlier release. */
export async function aReleasedDatabase(count = RELEASED): Promise<ClonedDatabase> {
  const name = `spec_${randomBytes(8).toString('hex')}`;
  await onDatabase(serverUrl(), (client) => client.query(`create database ${name}`));
  const url = serverUrl(name);
  const owner = new DataSource({ type: 'postgres', url, migrations: migrations.slice(0, count), poolSize: 2 });
  await owner.initialize();
  await owner.runMigrations({ transaction: 'each' });
  await owner.destroy();
  return {
    url,
    async drop() {
      await onDatabase(serverUrl(), (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** Reverts the newest migrations down to this number. */
export async function goBackTo(url: string, count: number): Promise<void> {
  const owner = ownerDatabase(url);
  await owner.initialize();
  try {
    for (let left = migrations.length; left > count; left--) await owner.undoLastMigration();
  } finally {
    await owner.destroy();
  }
}

/** Adds a row with the given columns; the others get the table's defaults. */
export async function addRow(client: pg.Client, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row)
    .map((column) => `"${column}"`)
    .join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
    [JSON.stringify(row)],
  );
}
