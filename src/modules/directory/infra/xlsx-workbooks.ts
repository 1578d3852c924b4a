import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { LaidSheet } from '../../../kernel/workbook.ts';
import type { ImportGround } from '../domain/import/import-ground.ts';
import type { Answers } from '../domain/import/question.ts';
import { type DistrictFile, type ReadDistrict, Workbooks } from '../application/ports.ts';
import { ReadingThread } from './reading-thread.ts';

@Injectable()
export class XlsxWorkbooks extends Workbooks implements OnApplicationShutdown {
  private readonly thread = new ReadingThread();

  readDistrict(
    file: DistrictFile,
    answers: Answers,
    ground: ImportGround,
    leaves?: AbortSignal,
  ): Promise<ReadDistrict> {
    return this.thread.read({ file, answers, ground }, leaves);
  }

  /** The writer is loaded with the first file to be written, because most processes never write one. */
  async write(sheets: readonly LaidSheet[]): Promise<Uint8Array> {
    const { writeWorkbook } = await import('../../../platform/xlsx/write-workbook.ts');
    return writeWorkbook(sheets);
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.end();
  }
}
