import type { Difference } from '../modules/evaluations/domain/merge-drafts.ts';
import { labelOf, shown } from './form-words.ts';

/** The session is over: nothing is lost, and the form goes on after the next sign-in. */
export function signInNotice(form: HTMLFormElement): HTMLElement {
  const { signedOut = '', signIn = '' } = form.dataset;
  const way = `/sign-in?to=${encodeURIComponent(new URL(form.action).pathname)}`;
  return notice('kept kept-sign-in', `${signedOut} `, link(signIn, way));
}

/** The service has received another form of this visit; what is here stays here. */
export function alreadySentNotice(form: HTMLFormElement, to: string): HTMLElement {
  const { sentElsewhere = '', sentForm = '' } = form.dataset;
  return notice('kept', `${sentElsewhere} `, link(sentForm, to));
}

/** The form was received while its writer wrote on: what was received, and what is not in it. */
export function sentBeforeNotice(
  form: HTMLFormElement,
  { receipt, to }: { readonly receipt: { readonly reference: string }; readonly to: string },
  changes: readonly Difference[],
): HTMLElement {
  const { sentBefore = '', sentForm = '' } = form.dataset;
  const code = document.createElement('b');
  code.textContent = receipt.reference;
  const box = notice('kept', code, `: ${sentBefore} `, link(sentForm, to));
  const list = document.createElement('ul');
  for (const { name, mine, theirs } of changes) {
    const row = document.createElement('li');
    const label = document.createElement('b');
    label.textContent = labelOf(form, name);
    row.append(label, `: ${words(form, name, theirs)} → ${words(form, name, mine)}`);
    list.append(row);
  }
  box.append(list);
  return box;
}

/** The device once had something of this form, and has it no more. */
export function clearedNotice(form: HTMLFormElement): HTMLElement {
  return notice('kept', form.dataset['cleared'] ?? '');
}

function words(form: HTMLFormElement, name: string, value: string): string {
  return value === '' ? '–' : shown(form, name, value);
}

function notice(classes: string, ...said: (string | Node)[]): HTMLElement {
  const box = document.createElement('div');
  box.className = `notice notice-warning ${classes}`;
  box.setAttribute('role', 'alert');
  const line = document.createElement('p');
  line.append(...said);
  box.append(line);
  return box;
}

function link(text: string, href: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}
