import { Injectable } from '@nestjs/common';
import type { LaidSheet, Sheet } from '../../../kernel/workbook.ts';
import { Workbooks } from '../application/ports.ts';

/** Reader and writer are loaded when the first file comes or goes: most processes never see one. */
@Injectable()
export class XlsxWorkbooks extends Workbooks {
  async read(bytes: Uint8Array): Promise<Sheet[]> {
    const { readWorkbook } = await import('../../../platform/xlsx/read-workbook.ts');
    return readWorkbook(bytes);
  }

  async write(sheets: readonly LaidSheet[]): Promise<Uint8Array> {
    const { writeWorkbook } = await import('../../../platform/xlsx/write-workbook.ts');
    return writeWorkbook(sheets);
  }
}
