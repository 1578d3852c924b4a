import { createHash } from 'node:crypto';
import type { SubmissionId } from './submission.ts';

/** No vowels, so that no word comes about; no I, J, O, W or Z, which are taken for 1, 0 and 2 when they are read out. */
const LETTERS = 'BCDFGHKLMNPQRSTVXY';
const HALF = 4;

/**
 * What people call a form by, `KTRM-BXHD`: short enough to be read out on the telephone. It follows from the id, so it
 * is known wherever the form is. There are eleven thousand million of them; a list that is searched shows all that fit.
 */
export function referenceOf(id: SubmissionId): string {
  let rest = createHash('sha256').update(id).digest().readBigUInt64BE();
  let letters = '';
  while (letters.length < 2 * HALF) {
    letters += LETTERS[Number(rest % BigInt(LETTERS.length))] ?? '';
    rest /= BigInt(LETTERS.length);
  }
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`;
}
