import { DomainError } from '../../kernel/domain-error.ts';
import type { OtherFormat } from './errors.ts';

/** @throws DomainError that names what the bytes are, unless they begin like a zip archive. */
export function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw new DomainError('xlsx.empty', {});
  if (isArchive(bytes)) return;
  if (beginsWith(bytes, OLD_CONTAINER)) {
    // Excel stores a password-protected .xlsx inside the container of the old formats.
    throw includesUtf16(bytes, 'EncryptedPackage')
      ? new DomainError('xlsx.encrypted', {})
      : new DomainError('xlsx.old_format', {});
  }
  throw new DomainError('xlsx.not_a_workbook', { looksLike: lookOf(bytes) });
}

/** Whether a file is plain text without markup, and may therefore be a delimited list. */
export function isPlainText(bytes: Uint8Array): boolean {
  return bytes.byteLength > 0 && !isArchive(bytes) && lookOf(bytes) === 'text';
}

/** The kind of a zip archive by its file names, if it is clearly not a workbook. */
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

const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];
const MAGIC: readonly (readonly [magic: readonly number[], look: OtherFormat])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x42, 0x4d], 'picture'],
  [[0x52, 0x49, 0x46, 0x46], 'picture'],
  [[0x49, 0x49, 0x2a, 0x00], 'picture'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rich_text'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x1f, 0x8b], 'archive'],
  [[0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], 'link'],
];
/** The format of a text by its beginning; the first match counts. */
const BEGINNINGS: readonly (readonly [beginning: RegExp, look: OtherFormat])[] = [
  [/^\[InternetShortcut\]|^<plist[\s\S]*URL|^\s*https?:\/\/\S+\s*$|"doc_id"\s*:/i, 'link'],
  [/^(?:<\?xml[^>]*\?>\s*)?(?:<\?mso-application[^>]*\?>\s*)?<(?:\w+:)?Workbook\b/i, 'xml_2003'],
  [/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div|style)\b/i, 'web_page'],
  [/^MIME-Version:|^From: .*\s+Subject: /i, 'web_page'],
  [/^<\?xml\b[\s\S]{0,400}<html\b/i, 'web_page'],
  [/^<(?:\?xml|\w+(?:\s|>))/i, 'xml'],
  [/^[{[]\s*["{[\]}\d]/, 'json'],
];
const HEAD = 4_096;

function lookOf(bytes: Uint8Array): OtherFormat {
  const named = MAGIC.find(([magic]) => beginsWith(bytes, magic));
  if (named !== undefined) return named[1];
  if (isUtf32(bytes)) return 'utf_32';
  const text = textIn(bytes.subarray(0, HEAD));
  return text === null ? 'unknown' : (BEGINNINGS.find(([beginning]) => beginning.test(text))?.[1] ?? 'text');
}

/** The beginning of a text, as far as its markup is ASCII; null where it is no text. */
function textIn(head: Uint8Array): string | null {
  const encoding = utf16Of(head);
  if (encoding !== null) return new TextDecoder(encoding).decode(head).trimStart();
  const isText = head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c);
  return isText ? new TextDecoder('utf-8').decode(head).trimStart() : null;
}

function isArchive(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

/** By its byte order mark, or by the zero bytes beside ASCII letters. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (beginsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const head = bytes.subarray(0, HEAD);
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const few = head.length / 50;
  if (head.length < 4 || Math.max(even, odd) < head.length / 10 || Math.min(even, odd) > few) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** By its byte order mark, or because two bytes of each four are zero, and one never is. */
function isUtf32(bytes: Uint8Array): boolean {
  if (beginsWith(bytes, [0xff, 0xfe, 0x00, 0x00]) || beginsWith(bytes, [0x00, 0x00, 0xfe, 0xff])) return true;
  const letters = Math.floor(Math.min(bytes.length, HEAD) / 4);
  const zeros = [0, 0, 0, 0];
  for (const [at, byte] of bytes.subarray(0, letters * 4).entries())
    if (byte === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1;
  const [least, , ...most] = zeros.toSorted((a, b) => a - b);
  return letters > 3 && least === 0 && most.every((count) => count === letters);
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'));
}
