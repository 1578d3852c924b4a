import { StreamableFile } from '@nestjs/common';
import type { DistrictFile } from '../application/ports.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A download under the workbook's own name; old browsers get the name without diacritics. */
export function workbookFile({ name, bytes }: DistrictFile): StreamableFile {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\w.-]+/g, '-');
  return new StreamableFile(bytes, {
    type: XLSX,
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${extendedValue(name)}`,
    length: bytes.byteLength,
  });
}

/** Percent-encoding by RFC 5987, which requires more than encodeURIComponent encodes. */
function extendedValue(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
