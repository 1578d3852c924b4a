import type { Entries } from '../modules/evaluations/domain/merge-drafts.ts';
import { addListItem } from './growing-lists.ts';

/** What was typed into a form; names that begin with `_` are the page's own. */
export function entriesOf(form: HTMLFormElement): Entries {
  const entries: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith('_') && typeof value === 'string' && value !== '') entries[name] = value;
  }
  return entries;
}

/** Makes a form say exactly this, with as many items in its lists as it takes. */
export function fillForm(form: HTMLFormElement, entries: Entries): void {
  for (const name of Object.keys(entries)) {
    const [, list, index] = /^(.+?)\[(\d+)\]/.exec(name) ?? [];
    if (list === undefined || index === undefined || form.elements.namedItem(name)) continue;
    const box = form.querySelector<HTMLElement>(`[data-list=${JSON.stringify(list)}]`);
    if (box) addListItem(box, Number(index));
  }
  for (const field of form.elements) {
    if (!isField(field) || field.name === '' || field.name.startsWith('_')) continue;
    const value = entries[field.name] ?? '';
    if (/radio|box/.test(field.type)) (field as HTMLInputElement).checked = field.value === value;
    else if (field.value !== value) field.value = value;
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isField(element: Element): element is Field {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

/** The hidden fields by which the service knows what a form was made from; they are sent back as they are. */
export function ownOf(form: HTMLFormElement): Entries {
  const own: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith('_') && !PAGES_ONLY.includes(name) && typeof value === 'string') own[name] = value;
  }
  return own;
}

/** The session's token, which each page has anew. */
export function tokenOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? '';
}

const PAGES_ONLY = ['_csrf', '_do'];
