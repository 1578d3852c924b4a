import type { DocumentId } from '../../../kernel/id.ts';
import type { Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { DocumentFile, DocumentRegister, FileFormat } from '../infra/document-register.ts';
import type { CopyFile } from '../infra/signed-copy-files.ts';

const TYPES: Record<FileFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** @throws DomainError http.not_found for an unknown format */
export function fileFormat(format: string): FileFormat {
  if (format !== 'pdf' && format !== 'docx') throw new DomainError('http.not_found', {});
  return format;
}

/** Sends a registered document, which never changes, to somebody who may read it. @throws like fileFormat */
export async function sendDocument(
  register: DocumentRegister,
  id: DocumentId,
  format: string,
  response: Response,
): Promise<void> {
  const file = await register.file(id, fileFormat(format));
  sendFile(response.setHeader('Cache-Control', 'private, max-age=31536000, immutable'), file);
}

/** A PDF opens in the browser, other files are downloaded. */
export function sendFile(response: Response, { name, bytes }: DocumentFile): void {
  const format: FileFormat = name.endsWith('.pdf') ? 'pdf' : 'docx';
  response
    .type(TYPES[format])
    .setHeader('Content-Disposition', `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`)
    .send(Buffer.from(bytes));
}

/** Somebody's own file: it is downloaded, never opened under the address of the service. */
export function sendCopy(response: Response, { name, type, bytes }: CopyFile): void {
  response
    .type(type)
    .setHeader('Content-Disposition', `attachment; filename="${name}"`)
    .setHeader('Cache-Control', 'private, no-store')
    .send(Buffer.from(bytes));
}
