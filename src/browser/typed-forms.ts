import { actionOf, type Typed } from './typed-fields.ts';

/** What was typed in the forms of a page, left in the session's storage for the same page in the other language. */
export interface TypedForms {
  readonly by: string;
  /** By the address to which the form is sent, and its place among those that are sent there. */
  readonly typed: Readonly<Record<string, Typed>>;
}

/** All but the form of a visit, which keeps what is written by itself. */
export function formsOf(page: Document): Map<string, HTMLFormElement> {
  const forms = new Map<string, HTMLFormElement>();
  const counts = new Map<string, number>();
  for (const form of page.querySelectorAll<HTMLFormElement>('main form[method=post]:not([data-visit-form])')) {
    const action = actionOf(form);
    const count = counts.get(action) ?? 0;
    counts.set(action, count + 1);
    forms.set(`${action}#${count}`, form);
  }
  return forms;
}
