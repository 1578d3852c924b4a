import type { LaidSheet, Sheet } from '../../../kernel/workbook.ts';

/** Reads and writes the workbook of a month's calendar. */
export abstract class CalendarFiles {
  /** @throws DomainError xlsx.… for a file that is no workbook, or too large */
  abstract read(bytes: Uint8Array): Promise<readonly Sheet[]>;
  abstract write(sheet: LaidSheet): Promise<Uint8Array>;
}
