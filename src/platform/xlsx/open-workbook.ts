import { crc32, inflateRawSync } from 'node:zlib';

import { DomainError } from '../../kernel/domain-error.ts';
import { otherArchive, refuseOtherFormats } from './recognise.ts';
import { workbookPath } from './workbook-parts.ts';
import { zipDirectory, type ZipEntry } from './zip-directory.ts';

export interface WorkbookLimits {
  /** Size of the uploaded file. */
  readonly fileBytes: number;
  readonly parts: number;
  /** Size of one part when unpacked, and of all parts together. */
  readonly partBytes: number;
  readonly totalBytes: number;
  readonly sheets: number;
  /** Of one sheet, up to its last row with content. */
  readonly rows: number;
  /** Cells of the rectangle that a sheet spans, gaps included, summed over the sheets. */
  readonly cells: number;
}

/**
 * Enough for a committee of some thousand branches with years of visits; these limits bound the cost of a hostile file.
 */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 8 * 1_048_576,
  parts: 1_000,
  partBytes: 40 * 1_048_576,
  totalBytes: 60 * 1_048_576,
  sheets: 40,
  rows: 50_000,
  cells: 600_000,
};

/** The XML parts of an archive, and which of them is the workbook. */
export interface OpenWorkbook {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly path: string;
}

/**
 * Unpacks the XML parts of a workbook within the limits.
 * @throws DomainError that says what is wrong with the file.
 */
export function openWorkbook(bytes: Uint8Array, limits: WorkbookLimits): OpenWorkbook {
  if (bytes.byteLength > limits.fileBytes) {
    throw new DomainError('xlsx.too_large', { bytes: bytes.byteLength, limit: limits.fileBytes });
  }
  refuseOtherFormats(bytes);
  const entries = zipDirectory(bytes);
  if (entries === null) throw new DomainError('xlsx.damaged', {});
  if (entries.some((entry) => entry.encrypted)) throw new DomainError('xlsx.encrypted', {});
  const other = otherArchive(entries.map((entry) => entry.name));
  if (other !== null) throw new DomainError('xlsx.not_a_workbook', { looksLike: other });
  const parts = unpack(entries.filter(isXml), limits);
  const path = pathOf(parts);
  if (path === null) throw new DomainError('xlsx.not_a_workbook', { looksLike: 'zip' });
  return { parts, path };
}

function pathOf(parts: ReadonlyMap<string, Uint8Array>): string | null {
  try {
    return workbookPath(parts);
  } catch {
    throw new DomainError('xlsx.damaged', {});
  }
}

function isXml(entry: ZipEntry): boolean {
  return entry.name.endsWith('.xml') || entry.name.endsWith('.xml.rels');
}

function unpack(entries: readonly ZipEntry[], limits: WorkbookLimits): Map<string, Uint8Array> {
  if (entries.length > limits.parts) throw new DomainError('xlsx.inflates_too_far', { limit: limits.totalBytes });
  const parts = new Map<string, Uint8Array>();
  let left = limits.totalBytes;
  for (const entry of entries) {
    if (parts.has(entry.name)) throw new DomainError('xlsx.damaged', {});
    if (entry.claimedSize > Math.min(limits.partBytes, left)) {
      throw new DomainError('xlsx.inflates_too_far', { limit: limits.totalBytes });
    }
    const part = inflate(entry);
    if (part.byteLength !== entry.claimedSize || crc32(part) !== entry.checksum) {
      throw new DomainError('xlsx.damaged', {});
    }
    // A workbook needs no document type, and entities are how XML bombs are made.
    if (part.includes('<!DOCTYPE')) throw new DomainError('xlsx.damaged', {});
    left -= part.byteLength;
    parts.set(entry.name, part);
  }
  return parts;
}

function inflate(entry: ZipEntry): Buffer {
  if (entry.method === 0) return Buffer.from(entry.packed);
  if (entry.method !== 8) throw new DomainError('xlsx.damaged', {});
  try {
    // One byte above the stated size is enough to detect an archive that states a wrong one.
    return inflateRawSync(entry.packed, { maxOutputLength: entry.claimedSize + 1 });
  } catch {
    throw new DomainError('xlsx.damaged', {});
  }
}
