import { Injectable } from '@nestjs/common';
import type { LaidSheet, Sheet } from '../../../kernel/workbook.ts';
import { readWorkbook } from '../../../platform/xlsx/read-workbook.ts';
import { writeWorkbook } from '../../../platform/xlsx/write-workbook.ts';
import { Workbooks } from '../application/ports.ts';

@Injectable()
export class XlsxWorkbooks extends Workbooks {
  read(bytes: Uint8Array): Promise<Sheet[]> {
    return readWorkbook(bytes);
  }

  write(sheets: readonly LaidSheet[]): Promise<Uint8Array> {
    return writeWorkbook(sheets);
  }
}
