import { DomainError } from '../../kernel/domain-error.ts';
import type { OtherFormat } from './errors.ts';

/** @throws DomainError that names what the bytes are, unless they begin like a zip archive. */
export function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw new DomainError('xlsx.empty', {});
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return;
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // Excel stores a password-protected .xlsx inside the container of the old formats.
    throw includesUtf16(bytes, 'EncryptedPackage')
      ? new DomainError('xlsx.encrypted', {})
      : new DomainError('xlsx.old_format', {});
  }
  throw new DomainError('xlsx.not_a_workbook', { looksLike: lookOf(bytes) });
}

/** What a zip archive is by the names of its files, if it is clearly no workbook. */
export function otherArchive(names: readonly string[]): OtherFormat | null {
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (names.includes('xl/workbook.bin')) return 'binary_workbook';
  if (has('xl/')) return null;
  if (has('word/')) return 'word';
  if (has('ppt/')) return 'slides';
  if (names.includes('content.xml') && names.includes('mimetype')) return 'opendocument';
  if (has('Index/') || names.includes('Index.zip')) return 'numbers';
  return 'zip';
}

function lookOf(bytes: Uint8Array): OtherFormat {
  if (beginsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || beginsWith(bytes, [0xff, 0xd8, 0xff])) return 'picture';
  return isText(bytes.subarray(0, 4096)) ? 'text' : 'unknown';
}

function isText(head: Uint8Array): boolean {
  if (beginsWith(head, [0xff, 0xfe]) || beginsWith(head, [0xfe, 0xff])) return true;
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'));
}
