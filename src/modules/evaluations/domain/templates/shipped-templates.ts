import type { FormTemplate, TemplateVersion } from '../form-template.ts';
import { standardForm } from './standard-form.ts';
import { supervisionForm } from './supervision-form.ts';

/** Forms that come with the service, in force from their day on. None is ever removed: forms were sent with them. */
export const SHIPPED_TEMPLATES: readonly FormTemplate[] = [standardForm, supervisionForm];

export function findShipped({ id, version }: TemplateVersion): FormTemplate | undefined {
  return SHIPPED_TEMPLATES.find((each) => each.id === id && each.version === version);
}
