import type { DocumentId } from '../../../kernel/id.ts';
import type { Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { DocumentRegister, FileFormat } from '../infra/document-register.ts';

const TYPES: Record<FileFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Sends a registered document to somebody who may read it. @throws DomainError http.not_found for another format */
export async function sendDocument(
  register: DocumentRegister,
  id: DocumentId,
  format: string,
  response: Response,
): Promise<void> {
  if (format !== 'pdf' && format !== 'docx') throw new DomainError('http.not_found', {});
  const { name, bytes } = await register.file(id, format);
  response
    .type(TYPES[format])
    .setHeader('Content-Disposition', `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`)
    .setHeader('Cache-Control', 'private, max-age=31536000, immutable')
    .send(Buffer.from(bytes));
}
