import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type Ref, isId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { HistoryReadModel } from '../../audit/index.ts';
import type { ImportId, ImportRecord, ImportState } from '../domain/import-record.ts';
import type {} from '../errors.ts';
import { IMPORT_COLUMNS } from './repositories/imports.ts';
import { orderedBy } from './word-search.ts';

/** An import as shown to readers. */
export interface LoggedImport extends ImportRecord {
  /** Null where a program made it. */
  readonly madeByName: string | null;
  /** For whom, where a deputy did it. */
  readonly madeFor: string | null;
}

/** The columns by which the list can be sorted. */
export const IMPORT_ORDERS = ['file', 'state', 'made', 'by'] as const;

export interface ImportWindow {
  readonly limit: number;
  readonly offset: number;
  readonly order: string;
  readonly states: readonly ImportState[];
}

/** Reads the files that the acting committee has imported, newest first. */
@Injectable()
export class ImportsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly history: HistoryReadModel,
  ) {}

  list(limit: number, before: readonly [madeAt: string, id: Ref<'Import'>] | null = null): Promise<LoggedImport[]> {
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

  /** A part of the files. @param order one of IMPORT_ORDERS, reversed with `-` before it @param states in the order of their names */
  page({ limit, offset, order, states }: ImportWindow): Promise<LoggedImport[]> {
    return this.work.run(async () =>
      this.withPrincipals(
        await this.work.query<Row>(
          `${SELECT} where i.source = 'file'
           order by ${orderedBy('file', 'i.file_name collate "vi-x-icu"', '$3')},
             ${orderedBy('state', 'array_position($4::text[], i.state)', '$3')}, ${orderedBy('made', 'i.made_at', '$3')},
             ${orderedBy('by', 'a.name collate "vi-x-icu"', '$3')}, i.made_at desc, i.id desc limit $1 offset $2`,
          [limit, offset, order, states],
        ),
      ),
    );
  }

  async count(): Promise<number> {
    const [row] = await this.work.run(() =>
      this.work.query<{ count: number }>(`select count(*)::integer as count from imports where source = 'file'`),
    );
    return row?.count ?? 0;
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
