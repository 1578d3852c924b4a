import type { Remarks } from '../../modules/evaluations/index.ts';
import type { AnswerSection } from './submission.view.ts';

/** The remarks around the answers of a version, by the pointer of the question. */
export interface RemarksAround {
  /** The reviewer's of this version. */
  readonly said: Remarks;
  /** The reviewer's of the version that was returned before. */
  readonly asked: { readonly version: number; readonly remarks: Remarks } | null;
  /** What the reader types or has typed; null where they may not review. */
  readonly typed: Remarks | null;
}

/** Puts each remark beside the answer that it is about. */
export function remarkRows(sections: readonly AnswerSection[], { said, asked, typed }: RemarksAround): AnswerSection[] {
  return sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => {
      const [remark, text] = [said[row.question], asked?.remarks[row.question]];
      return {
        ...row,
        ...(remark !== undefined && { remark }),
        ...(asked && text !== undefined && { asked: { version: asked.version, text } }),
        ...(typed && { input: { name: `remarks[${row.question}]`, value: typed[row.question] ?? '' } }),
      };
    }),
  }));
}

/** The remarks in the body of a form, which is unchecked. */
export function remarksIn(sent: unknown): Remarks {
  if (typeof sent !== 'object' || sent === null) return {};
  const typed = Object.entries(sent).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(
    typed.flatMap(([question, text]) => (text.trim() === '' ? [] : [[question, text.normalize('NFC')]])),
  );
}
