import { randomBytes } from 'node:crypto';
import { migrate } from '../../src/platform/database/database.ts';
import { databaseUrl, onDatabase, serverUrl } from './postgres.ts';

const TEMPLATE = 'giaoban_template';

/** Creates, once per run, the migrated database that spec files clone. */
export async function prepareTemplate(server: string): Promise<void> {
  await onDatabase(databaseUrl(server, 'postgres'), (client) => client.query(`create database ${TEMPLATE}`));
  await migrate(databaseUrl(server, TEMPLATE));
}

export interface ClonedDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated database for one test. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const name = `spec_${randomBytes(8).toString('hex')}`;
  await onDatabase(serverUrl(), (client) =>
    client.query(`create database ${name} template ${TEMPLATE} strategy file_copy`),
  );
  return {
    url: serverUrl(name),
    async drop() {
      await onDatabase(serverUrl(), (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}
