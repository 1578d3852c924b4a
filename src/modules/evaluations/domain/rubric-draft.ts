import type { AccountId, Id } from '../../../kernel/id.ts';
import type { Rubric } from './rubric.ts';

export type RubricDraftId = Id<'Rubric'>;

/** A rubric that is being written; it has a right structure, but what it says may still be wrong. */
export interface RubricDraft {
  readonly id: RubricDraftId;
  readonly rubric: Rubric;
  /** What it was copied from, such as `42-hd/2`; null where it came as a file. */
  readonly basedOn: string | null;
  readonly revision: number;
  readonly madeAt: Date;
  readonly madeBy: AccountId | null;
  readonly savedAt: Date;
}
