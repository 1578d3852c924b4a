import { DomainError } from '../../../kernel/domain-error.ts';
import type { FormTemplate, TemplateVersion } from './form-template.ts';
import type { Draft, Evaluation } from './submission.ts';
import { standardForm } from './templates/standard-form.ts';

export function isSameTemplate(a: TemplateVersion | null, b: TemplateVersion | null): boolean {
  return a?.id === b?.id && a?.version === b?.version;
}

/**
 * The form with which somebody has begun: that of the draft, else that of what was sent last; null where nothing is
 * written yet. A draft that says nothing of it is one of the releases that knew the service's own form only.
 */
export function begunWith(draft: Draft | null, evaluation: Evaluation): TemplateVersion | null {
  if (draft) return draft.template ?? standardForm;
  return evaluation.versions.at(-1)?.template ?? null;
}

/**
 * A form may be sent as it was begun, or as it is asked today. @throws DomainError `template.retired` for any other
 */
export function assertInUse(
  sent: FormTemplate,
  current: FormTemplate,
  draft: Draft | null,
  evaluation: Evaluation,
): void {
  const begun = [begunWith(draft, evaluation), ...evaluation.versions.map(({ template }) => template)];
  if (isSameTemplate(sent, current) || begun.some((each) => isSameTemplate(each, sent))) return;
  throw new DomainError('template.retired', { title: sent.title, current: current.title });
}
