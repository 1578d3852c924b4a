import { parentPort } from 'node:worker_threads';
import { isDomainError } from '../../../kernel/domain-error.ts';
import type { DistrictFile, ReadDistrict } from '../application/ports.ts';
import type { ImportGround } from '../domain/import/import-ground.ts';
import type { Answers } from '../domain/import/question.ts';
import { parseFile } from '../domain/import/parse-district.ts';
import { readImportFile } from './read-import-file.ts';

export interface DistrictQuestion {
  readonly id: number;
  readonly file: DistrictFile;
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

/** An unexpected error ends the thread, which rejects the request. */
async function answer({ id, file, answers, ground }: DistrictQuestion): Promise<DistrictAnswer> {
  try {
    const opened = await readImportFile(file, answers);
    return {
      id,
      kind: 'read',
      read: { ...parseFile(opened, answers, ground), sheets: opened.sheets, csv: opened.csv },
    };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { id, kind: 'refused', code: error.code, params: error.params };
  }
}
