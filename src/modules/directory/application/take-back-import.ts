import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError, isDomainError } from '../../../kernel/domain-error.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { ImportUse } from '../errors.ts';
import { type ImportId, type ImportRecord, takeBack } from '../domain/import-record.ts';
import { AnnounceZone } from './announce-zone.ts';
import { SyncSpecialistAccounts } from './sync-specialist-accounts.ts';
import { Directory } from '../infra/repositories/directory.ts';
import { Imports } from '../infra/repositories/imports.ts';

/** Undoes an import exactly, as long as nothing depends on what it added. */
@Injectable()
export class TakeBackImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: Imports,
    private readonly directory: Directory,
    private readonly access: SyncSpecialistAccounts,
    private readonly zone: AnnounceZone,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Why an import cannot be taken back at present; null where it can. @throws DomainError import.not_found */
  hindrance(id: ImportId): Promise<DomainError | null> {
    return this.work.run(async () => {
      try {
        takeBack(await this.imports.get(id), this.clock.now());
        await this.mustBeUnchanged(id);
        // A specialist's membership is removed together with the specialist, so it does not count as a use.
        this.mustBeUnused((await this.directory.usesOf(id)).filter(({ table }) => table !== 'memberships'));
        return null;
      } catch (error) {
        if (isDomainError(error) && error.code !== 'import.not_found') return error;
        throw error;
      }
    });
  }

  /** @throws DomainError import.not_found, import.not_committed, import.changed_since, import.in_use */
  execute(id: ImportId): Promise<ImportRecord> {
    return this.work.run(async () => {
      await this.directory.lock();
      const record = takeBack(await this.imports.getForUpdate(id), this.clock.now());
      await this.mustBeUnchanged(id);
      await this.access.undo(id);
      this.mustBeUnused(await this.directory.usesOf(id));
      await this.zone.around(() => this.directory.revert(id));
      await this.imports.update(record);
      this.audit.record({
        action: 'import.taken_back',
        subject: { kind: 'import', id },
        details: { changes: record.summary.changes },
      });
      return record;
    });
  }

  private async mustBeUnchanged(id: ImportId): Promise<void> {
    const changed = await this.directory.changedSince(id);
    if (changed.count > 0) throw new DomainError('import.changed_since', changed);
  }

  private mustBeUnused(uses: readonly ImportUse[]): void {
    if (uses.length > 0) throw new DomainError('import.in_use', { uses });
  }
}
