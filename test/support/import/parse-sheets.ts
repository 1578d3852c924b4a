import type { ImportGround } from '../../../src/modules/directory/domain/import/import-ground.ts';
import { type ParsedDistrict, parseFile } from '../../../src/modules/directory/domain/import/parse-district.ts';
import type { Answers } from '../../../src/modules/directory/domain/import/question.ts';
import type { Sheet } from '../../../src/kernel/workbook.ts';

/** Checks sheets as a workbook that has them is checked. */
export function parseSheets(
  sheets: readonly Sheet[],
  answers: Answers = {},
  ground: ImportGround = {},
): ParsedDistrict {
  return parseFile({ sheets, csv: null, faults: [], questions: [] }, answers, ground);
}
