import { DomainError } from '../../../kernel/domain-error.ts';
import type {} from '../errors.ts';

export type CopyKind = 'pdf' | 'jpeg' | 'png';

export const LARGEST_COPY = 15 * 1024 * 1024;

/** What a file is, whatever it is called. */
const SIGNS: Readonly<Record<CopyKind, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

export const COPY_TYPES: Readonly<Record<CopyKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

export const COPY_EXTENSIONS: Readonly<Record<CopyKind, string>> = { pdf: 'pdf', jpeg: 'jpg', png: 'png' };

/** The kind of a scan by its first bytes. @throws DomainError document.copy_empty, document.copy_large, document.copy_kind */
export function kindOfCopy(bytes: Uint8Array): CopyKind {
  if (bytes.length === 0) throw new DomainError('document.copy_empty', {});
  if (bytes.length > LARGEST_COPY) throw new DomainError('document.copy_large', { megabytes: LARGEST_COPY / 2 ** 20 });
  const kinds = Object.keys(SIGNS) as CopyKind[];
  const kind = kinds.find((one) => SIGNS[one].every((byte, at) => bytes[at] === byte));
  if (!kind) throw new DomainError('document.copy_kind', {});
  return kind;
}
