import type { Locale } from '../kernel/actor.ts';
import { SystemClock } from '../kernel/clock.ts';
import { dayIn } from '../kernel/month.ts';
import { type CheckedWorkbook, checkWorkbook, sentencesIn } from '../modules/directory/index.ts';

/** Where a file that comes without a committee is from. */
const ZONE = 'Asia/Ho_Chi_Minh';

type Told<T> = T & { readonly detail: string };

export interface CheckedFile {
  readonly faults: readonly Told<CheckedWorkbook['faults'][number]>[];
  readonly questions: readonly Told<CheckedWorkbook['questions'][number]>[];
  readonly rows: CheckedWorkbook['rows'];
}

/**
 * What can be said of an import file by itself, in sentences as well.
 * @throws DomainError xlsx.…
 */
export async function checkImportFile(bytes: Uint8Array, locale: Locale): Promise<CheckedFile> {
  const checked = await checkWorkbook(bytes, dayIn(ZONE, new SystemClock().now()));
  const sentences = sentencesIn(locale);
  return {
    faults: checked.faults.map((fault) => ({ ...fault, detail: sentences.fault(fault) })),
    questions: checked.questions.map((question) => ({ ...question, detail: sentences.question(question) })),
    rows: checked.rows,
  };
}
