import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { DocumentId } from '../../../kernel/id.ts';
import { COPY_EXTENSIONS, COPY_TYPES } from '../domain/signed-copy.ts';
import { fileName } from './document-register.ts';
import { SignedCopies } from './repositories/signed-copies.ts';

export interface CopyFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A signed copy as a file to be downloaded. */
@Injectable()
export class SignedCopyFiles {
  constructor(private readonly copies: SignedCopies) {}

  /** Null where no copy is kept. */
  async lastVersion(documentId: DocumentId): Promise<number | null> {
    const [last] = await this.copies.list(documentId);
    return last?.version ?? null;
  }

  /** `version`: null for the last one. @throws DomainError http.not_found where there is none */
  async get(documentId: DocumentId, version: number | null = null): Promise<CopyFile> {
    const copy = await this.copies.find(documentId, version);
    if (!copy) throw new DomainError('http.not_found', {});
    const { symbol, kind, bytes } = copy;
    return { name: `${fileName(symbol)}-ban-ky.${COPY_EXTENSIONS[kind]}`, type: COPY_TYPES[kind], bytes };
  }
}
