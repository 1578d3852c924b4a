import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { isId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { ImportId, ImportRecord } from '../../domain/import-record.ts';
import type {} from '../../errors.ts';

export const IMPORT_COLUMNS = `i.id, i.file_name as "fileName", i.file_hash as "fileHash", i.state, i.summary, i.faults,
  i.questions, i.answers, i.scope, i.source,
  i.changes_hash as "changesHash", i.made_by as "madeBy", i.made_at as "madeAt", i.committed_at as "committedAt",
  i.taken_back_at as "takenBackAt"`;

@Injectable()
export class Imports {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** @throws DomainError import.not_found */
  get(id: ImportId): Promise<ImportRecord> {
    return this.one(id, '');
  }

  getForUpdate(id: ImportId): Promise<ImportRecord> {
    return this.one(id, 'for update');
  }

  async fileOf(id: ImportId): Promise<Uint8Array> {
    await this.get(id);
    const [row] = await this.work.query<{ file: Uint8Array | null }>(`select file from imports where id = $1`, [id]);
    if (!row?.file) throw new DomainError('import.not_found', { importId: id });
    return row.file;
  }

  /** A check of the same file that has not been carried out yet. */
  async findPending(fileHash: string): Promise<ImportRecord | null> {
    const [row] = await this.work.query<ImportRecord>(
      `select ${IMPORT_COLUMNS} from imports i where file_hash = $1 and state in ('checked', 'refused') order by made_at desc limit 1`,
      [fileHash],
    );
    return row ?? null;
  }

  /** A change on a page has no file. */
  async insert(record: ImportRecord, file: Uint8Array | null): Promise<void> {
    await this.work.query(
      `insert into imports (committee_id, id, file_name, file_hash, state, summary, faults, changes_hash, made_by, made_at, committed_at, taken_back_at, questions, answers, scope, source, file)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [...values(record), record.source, file === null ? null : Buffer.from(file)],
    );
  }

  async update(record: ImportRecord): Promise<void> {
    await this.work.query(
      `update imports set file_name = $2, file_hash = $3, state = $4, summary = $5, faults = $6, changes_hash = $7,
         made_by = $8, made_at = $9, committed_at = $10, taken_back_at = $11,
         questions = $12, answers = $13, scope = $14
       where id = $1`,
      values(record),
    );
  }

  private async one(id: ImportId, lock: '' | 'for update'): Promise<ImportRecord> {
    const [row] = isId(id)
      ? await this.work.query<ImportRecord>(`select ${IMPORT_COLUMNS} from imports i where id = $1 ${lock}`, [id])
      : [];
    if (!row) throw new DomainError('import.not_found', { importId: id });
    return row;
  }
}

function values(record: ImportRecord): unknown[] {
  return [
    record.id,
    record.fileName,
    record.fileHash,
    record.state,
    JSON.stringify(record.summary),
    JSON.stringify(record.faults),
    record.changesHash,
    record.madeBy,
    record.madeAt,
    record.committedAt,
    record.takenBackAt,
    JSON.stringify(record.questions),
    JSON.stringify(record.answers),
    record.scope,
  ];
}
