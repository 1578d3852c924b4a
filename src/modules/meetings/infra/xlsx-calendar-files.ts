import { Injectable } from '@nestjs/common';
import type { LaidSheet, Sheet } from '../../../kernel/workbook.ts';
import { CalendarFiles } from '../application/calendar-files.ts';

/** Both are loaded with the first file, because most processes never see one. */
@Injectable()
export class XlsxCalendarFiles extends CalendarFiles {
  async read(bytes: Uint8Array): Promise<readonly Sheet[]> {
    const { readWorkbook } = await import('../../../platform/xlsx/read-workbook.ts');
    return readWorkbook(bytes);
  }

  async write(sheet: LaidSheet): Promise<Uint8Array> {
    const { writeWorkbook } = await import('../../../platform/xlsx/write-workbook.ts');
    return writeWorkbook([sheet]);
  }
}
