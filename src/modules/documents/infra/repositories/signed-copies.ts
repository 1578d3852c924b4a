import { Injectable } from '@nestjs/common';
import type { AccountId, DocumentId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { CopyKind } from '../../domain/signed-copy.ts';

/** A scan that is kept beside an issued document; the last version counts. */
export interface SignedCopy {
  readonly documentId: DocumentId;
  readonly version: number;
  readonly kind: CopyKind;
  readonly contentHash: string;
  readonly keptAt: Date;
  readonly keptBy: AccountId | null;
  readonly onBehalfOf: AccountId | null;
}

export interface NamedCopy extends SignedCopy {
  readonly size: number;
  readonly by: string | null;
  readonly principal: string | null;
}

@Injectable()
export class SignedCopies {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Makes those who keep a copy of the same document wait for each other. @returns its symbol; null for an unknown one */
  async lock(documentId: DocumentId): Promise<string | null> {
    const [row] = await this.work.query<{ symbol: string }>(
      `select symbol from documents where id = $1 for no key update`,
      [documentId],
    );
    return row?.symbol ?? null;
  }

  /** Latest first, without their bytes. */
  list(documentId: DocumentId): Promise<NamedCopy[]> {
    return this.work.run(() =>
      this.work.query<NamedCopy>(
        `select c.document_id as "documentId", c.version, c.kind, c.content_hash as "contentHash", c.kept_at as "keptAt",
           c.kept_by as "keptBy", c.on_behalf_of as "onBehalfOf", length(c.bytes) as size, a.name as by, o.name as principal
         from signed_copies c left join account_names a on a.id = c.kept_by left join account_names o on o.id = c.on_behalf_of
         where c.document_id = $1 order by c.version desc`,
        [documentId],
      ),
    );
  }

  /** `version`: null for the last one. Null where there is none. */
  find(
    documentId: DocumentId,
    version: number | null,
  ): Promise<{ readonly symbol: string; readonly kind: CopyKind; readonly bytes: Buffer } | null> {
    return this.work.run(async () => {
      const [row] = await this.work.query<{ symbol: string; kind: CopyKind; bytes: Buffer }>(
        `select d.symbol, c.kind, c.bytes from signed_copies c join documents d on d.id = c.document_id
         where c.document_id = $1 and c.version = coalesce($2, c.version) order by c.version desc limit 1`,
        [documentId, version],
      );
      return row ?? null;
    });
  }

  async insert({ documentId, version, kind, ...copy }: SignedCopy, bytes: Uint8Array): Promise<void> {
    const { contentHash, keptAt, keptBy, onBehalfOf } = copy;
    await this.work.query(
      `insert into signed_copies (committee_id, document_id, version, kind, bytes, content_hash, kept_at, kept_by, on_behalf_of)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8)`,
      [documentId, version, kind, Buffer.from(bytes), contentHash, keptAt, keptBy, onBehalfOf],
    );
  }
}
