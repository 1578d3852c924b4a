import { DomainError } from '../../../kernel/domain-error.ts';
import { plainText } from '../../../kernel/plain-text.ts';
import { pointerOf } from './pointer.ts';
import type { EvaluationForm } from './form-model.ts';

declare module '../../../kernel/domain-error.ts' {
  interface ErrorParams {
    'evaluation.remark_unknown': { question: string };
    'evaluation.remark_long': { question: string; length: number; longest: number };
  }
}

/** What a reviewer says beside single questions, by the pointer of the question: `/present`, `/scores/steps`. */
export type Remarks = Readonly<Record<string, string>>;

export const NO_REMARKS: Remarks = {};
export const LONGEST_REMARK = 500;

/**
 * Remarks as stored, in the order of the form; empty ones are none. @throws DomainError `evaluation.remark_unknown`
 * where the form has no such question, `evaluation.remark_long`, because nothing is cut silently
 */
export function readRemarks(typed: Remarks, form: EvaluationForm): Remarks {
  const questions = form.sections.flatMap(({ fields }) => fields.map(({ path }) => pointerOf(path)));
  const unknown = Object.keys(typed).find((question) => !questions.includes(question));
  if (unknown !== undefined) throw new DomainError('evaluation.remark_unknown', { question: unknown });
  const said = questions.flatMap((question): [string, string][] => {
    const remark = plainText((Object.hasOwn(typed, question) && typed[question]) || '').trim();
    const { length } = remark;
    if (length > LONGEST_REMARK) {
      throw new DomainError('evaluation.remark_long', { question, length, longest: LONGEST_REMARK });
    }
    return remark === '' ? [] : [[question, remark]];
  });
  return Object.fromEntries(said);
}
