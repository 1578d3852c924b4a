import type { Locale } from '../kernel/actor.ts';
import { SystemClock } from '../kernel/clock.ts';
import { dayIn } from '../kernel/month.ts';
import { type CheckedWorkbook, checkWorkbook, csvAnswers, sentencesIn } from '../modules/directory/index.ts';

/** The zone assumed for a file that is checked without a committee. */
const ZONE = 'Asia/Ho_Chi_Minh';

type Told<T> = T & { readonly detail: string };

export interface CheckedFile extends Omit<CheckedWorkbook, 'faults' | 'questions'> {
  readonly faults: readonly Told<CheckedWorkbook['faults'][number]>[];
  readonly questions: readonly Told<CheckedWorkbook['questions'][number]>[];
}

/**
 * Everything that can be checked of an import file without a database, with sentences; null where `asked` names an
 * unknown choice. @throws DomainError xlsx.…, csv.…
 */
export async function checkImportFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  asked: Parameters<typeof csvAnswers>[0],
  locale: Locale,
): Promise<CheckedFile | null> {
  const answers = csvAnswers(asked);
  if (answers === null) return null;
  const checked = await checkWorkbook(file, dayIn(ZONE, new SystemClock().now()), answers);
  const sentences = sentencesIn(locale);
  return {
    ...checked,
    faults: checked.faults.map((fault) => ({ ...fault, detail: sentences.fault(fault) })),
    questions: checked.questions.map((question) => ({ ...question, detail: sentences.question(question) })),
  };
}
