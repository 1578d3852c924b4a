import type { Locale } from '../kernel/actor.ts';
import { SystemClock } from '../kernel/clock.ts';
import { dayIn } from '../kernel/month.ts';
import { type CheckedWorkbook, checkWorkbook, csvAnswers, sentencesIn } from '../modules/directory/index.ts';

/** Where a file that comes without a committee is from. */
const ZONE = 'Asia/Ho_Chi_Minh';

type Told<T> = T & { readonly detail: string };

export interface CheckedFile extends Omit<CheckedWorkbook, 'faults' | 'questions'> {
  readonly faults: readonly Told<CheckedWorkbook['faults'][number]>[];
  readonly questions: readonly Told<CheckedWorkbook['questions'][number]>[];
}

/**
 * What can be said of an import file by itself, in sentences as well; null where `asked` names what is not offered.
 * @throws DomainError xlsx.…, csv.…
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
