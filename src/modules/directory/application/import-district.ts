import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { type Comparison, compareRows } from '../domain/changes/compare-rows.ts';
import { wantedRows } from '../domain/changes/wanted-rows.ts';
import {
  commit,
  type ImportId,
  type ImportRecord,
  mustBePending,
  type Verdict,
  verdict,
} from '../domain/import-record.ts';
import { checkCommittee } from '../domain/import/check-committee.ts';
import { SyncSpecialistAccounts } from './sync-specialist-accounts.ts';
import { type DistrictFile, type ReadDistrict, Workbooks } from './ports.ts';
import { Directory } from '../infra/repositories/directory.ts';
import { Imports } from '../infra/repositories/imports.ts';

export type ImportMode = 'check' | 'commit';

const LONGEST_NAME = 200;

/**
 * Takes a district's workbook: all of it or nothing. A trial check and the import itself are the same steps, of which
 * the import takes one more; what a check has stored can be committed later, if it would still do the same.
 */
@Injectable()
export class ImportDistrict {
  constructor(
    private readonly work: UnitOfWork,
    private readonly workbooks: Workbooks,
    private readonly imports: Imports,
    private readonly directory: Directory,
    private readonly access: SyncSpecialistAccounts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * A file with faults comes back as refused, in either mode.
   * @throws DomainError xlsx.… where the file cannot be read
   */
  async execute(file: DistrictFile, mode: ImportMode): Promise<ImportRecord> {
    const parsed = await this.workbooks.readDistrict(file.bytes);
    const fileHash = createHash('sha256').update(file.bytes).digest('hex');
    return this.work.run(async () => {
      await this.directory.lock();
      const { found, comparison } = await this.judge(parsed);
      const record = await this.store(file, fileHash, found);
      return mode === 'commit' && comparison ? this.carryOut(record, comparison) : record;
    });
  }

  /** @throws DomainError import.not_found, import.refused, import.outdated, import.already_committed */
  async commit(id: ImportId): Promise<ImportRecord> {
    const parsed = await this.parsedAgain(id);
    return this.work.run(async () => {
      await this.directory.lock();
      const record = await this.imports.getForUpdate(id);
      commit(record, this.clock.now());
      const { found, comparison } = await this.judge(parsed);
      if (!comparison || found.changesHash !== record.changesHash) {
        throw new DomainError('import.outdated', { importId: id });
      }
      return this.carryOut(record, comparison);
    });
  }

  /** Checks a stored file against the directory as it is now. */
  async recheck(id: ImportId): Promise<ImportRecord> {
    const parsed = await this.parsedAgain(id);
    return this.work.run(async () => {
      await this.directory.lock();
      const record = await this.imports.getForUpdate(id);
      mustBePending(record);
      const { found } = await this.judge(parsed);
      return this.keep({ ...record, ...found });
    });
  }

  /** Outside any transaction, because it takes its time. */
  private async parsedAgain(id: ImportId): Promise<ReadDistrict> {
    return this.workbooks.readDistrict(await this.work.run(() => this.imports.fileOf(id)));
  }

  private async judge({ district, ...read }: ReadDistrict): Promise<{ found: Verdict; comparison: Comparison | null }> {
    const { counts } = read;
    if (!district) return { found: verdict(counts, read.faults, null), comparison: null };
    const current = await this.directory.read();
    const faults = checkCommittee(district, read.sheets, current);
    const comparison = faults.length > 0 ? null : compareRows(wantedRows(district, current), current, this.clock.now());
    return { found: verdict(counts, faults, comparison), comparison };
  }

  /** The same file again takes the place of its earlier check. */
  private async store(file: DistrictFile, fileHash: string, found: Verdict): Promise<ImportRecord> {
    const made = { madeBy: this.work.actor.accountId, madeAt: this.clock.now() };
    const fileName = file.name.slice(0, LONGEST_NAME);
    const pending = await this.imports.findPending(fileHash);
    if (pending) return this.keep({ ...pending, ...found, ...made, fileName });
    const id = newId<'Import'>();
    const record = { id, fileName, fileHash, ...found, ...made, committedAt: null, takenBackAt: null };
    await this.imports.insert(record, file.bytes);
    this.record(record);
    return record;
  }

  private async keep(record: ImportRecord): Promise<ImportRecord> {
    await this.imports.update(record);
    this.record(record);
    return record;
  }

  private async carryOut(record: ImportRecord, comparison: Comparison): Promise<ImportRecord> {
    const committed = commit(record, this.clock.now());
    await this.directory.apply(record.id, comparison.changes);
    await this.access.follow(record.id, comparison.changes);
    return this.keep(committed);
  }

  private record({ id, state, fileHash, summary: { counts, faults, changes } }: ImportRecord): void {
    this.audit.record({
      action: `import.${state}`,
      subject: { kind: 'import', id },
      details: { fileHash, faults, changes, counts },
    });
  }
}
