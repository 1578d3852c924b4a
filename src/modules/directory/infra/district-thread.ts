import { parentPort } from 'node:worker_threads';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { readWorkbook } from '../../../platform/xlsx/read-workbook.ts';
import type { ReadDistrict } from '../application/ports.ts';
import type { ImportGround } from '../domain/import/import-ground.ts';
import type { Answers } from '../domain/import/question.ts';
import { parseDistrict } from '../domain/import/parse-district.ts';

export interface DistrictQuestion {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly answers: Answers;
  readonly ground: ImportGround;
}

export type DistrictAnswer = { readonly id: number } & (
  | { readonly kind: 'read'; readonly read: ReadDistrict }
  | { readonly kind: 'refused'; readonly code: string; readonly params: object }
);

parentPort?.on('message', (question: DistrictQuestion) => {
  void answer(question).then((message) => parentPort?.postMessage(message));
});

/** What nobody has foreseen ends the thread, and so reaches whoever asked. */
async function answer({ id, bytes, answers, ground }: DistrictQuestion): Promise<DistrictAnswer> {
  try {
    const sheets = await readWorkbook(bytes);
    return { id, kind: 'read', read: { ...parseDistrict(sheets, answers, ground), sheets } };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { id, kind: 'refused', code: error.code, params: error.params };
  }
}
