import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { isId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { HistoryReadModel } from '../../audit/index.ts';
import type { ImportId, ImportRecord } from '../domain/import-record.ts';
import type {} from '../errors.ts';
import { IMPORT_COLUMNS } from './repositories/imports.ts';

/** An import as shown to readers. */
export interface LoggedImport extends ImportRecord {
  /** Null where a program made it. */
  readonly madeByName: string | null;
  /** For whom, where a deputy did it. */
  readonly madeFor: string | null;
}

/** Reads the files that the acting committee has imported, newest first. */
@Injectable()
export class ImportsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly history: HistoryReadModel,
  ) {}

  list(limit: number, before: readonly [madeAt: string, id: string] | null = null): Promise<LoggedImport[]> {
    return this.work.run(async () =>
      this.withPrincipals(
        await this.work.query<Row>(
          `${SELECT} where i.source = 'file' and ($2::timestamptz is null or (i.made_at, i.id) < ($2, $3::uuid))
           order by i.made_at desc, i.id desc limit $1`,
          [limit, before?.[0] ?? null, before?.[1] ?? null],
        ),
      ),
    );
  }

  /** @throws DomainError import.not_found */
  async get(id: ImportId): Promise<LoggedImport> {
    const [row] = isId(id)
      ? await this.work.run(async () =>
          this.withPrincipals(await this.work.query<Row>(`${SELECT} where i.id = $1`, [id])),
        )
      : [];
    if (!row) throw new DomainError('import.not_found', { importId: id });
    return row;
  }

  private async withPrincipals(rows: readonly Row[]): Promise<LoggedImport[]> {
    const ids = rows.map(({ id }) => id);
    const principals = await this.history.principals('import', ids, 'import.checked', 'import.refused');
    return rows.map((row) => ({ ...row, madeFor: principals.get(row.id) ?? null }));
  }
}

type Row = Omit<LoggedImport, 'madeFor'>;

const SELECT = `select ${IMPORT_COLUMNS}, a.name as "madeByName" from imports i left join account_names a on a.id = i.made_by`;
