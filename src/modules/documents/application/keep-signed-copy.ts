import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import type { DocumentId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { kindOfCopy } from '../domain/signed-copy.ts';
import type {} from '../errors.ts';
import { SignedCopies } from '../infra/repositories/signed-copies.ts';

/** Keeps the scan of an issued document as it was signed; another one takes its place, and the first is kept too. */
@Injectable()
export class KeepSignedCopy {
  constructor(
    private readonly work: UnitOfWork,
    private readonly copies: SignedCopies,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly clock: Clock,
  ) {}

  /**
   * `seen`: the version that the sender has seen, 0 for none. The same file again is kept once. @throws DomainError
   * register.document_not_found, document.copy_empty, document.copy_large, document.copy_kind, edit.stale
   */
  execute(documentId: DocumentId, bytes: Uint8Array, seen: number): Promise<void> {
    const kind = kindOfCopy(bytes);
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    return this.work.run(async () => {
      const symbol = await this.copies.lock(documentId);
      if (symbol === null) throw new DomainError('register.document_not_found', { documentId });
      const [last] = await this.copies.list(documentId);
      if (last?.contentHash === contentHash) return;
      const subject = { kind: 'document', id: documentId };
      await this.edits.named(subject, () => mustHaveSeen(seen, last?.version ?? 0));
      const version = (last?.version ?? 0) + 1;
      const { accountId: keptBy, onBehalfOf = null } = this.work.actor;
      const keptAt = this.clock.now();
      await this.copies.insert({ documentId, version, kind, contentHash, keptAt, keptBy, onBehalfOf }, bytes);
      this.audit.record({
        action: last ? 'document.signed_copy_replaced' : 'document.signed_copy_kept',
        subject,
        details: { symbol, version, kind, size: bytes.length, contentHash },
      });
    });
  }
}
