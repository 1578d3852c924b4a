import type { AccountId, Id } from '../../../kernel/id.ts';
import type { FormTemplate } from './form-template.ts';

export type TemplateDraftId = Id<'FormTemplate'>;

/** A form that is being written; it has a right structure, but what it says may still be wrong. */
export interface TemplateDraft {
  readonly id: TemplateDraftId;
  readonly template: FormTemplate;
  /** What it was copied from, such as `standard/1`; null where it came as a file. */
  readonly basedOn: string | null;
  readonly revision: number;
  readonly madeAt: Date;
  readonly madeBy: AccountId | null;
  readonly savedAt: Date;
}
