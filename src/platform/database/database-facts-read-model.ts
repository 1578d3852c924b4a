import { Injectable } from '@nestjs/common';
import { pendingMigrations } from './database.ts';
import { PostgresUnitOfWork } from './postgres-unit-of-work.ts';

export interface DatabaseFacts {
  /** The server's version as it states it, such as `17.5`. */
  readonly version: string;
  readonly bytes: number;
  /** Number of migrations that the database lacks; negative after an update by a newer release. */
  readonly pending: number;
}

/** Reads facts of the server and its database. */
@Injectable()
export class DatabaseFactsReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  read(): Promise<DatabaseFacts> {
    return this.work.run(async () => {
      const [row] = await this.work.query<{ version: string; bytes: number }>(
        `select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes`,
      );
      const pending = await pendingMigrations((sql) => this.work.query(sql));
      return { version: row?.version ?? '', bytes: row?.bytes ?? 0, pending };
    });
  }
}
