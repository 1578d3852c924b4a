import { makeButton } from './make-button.ts';

/** What is kept on the device until the service has it: the names and values of the form's fields. */
interface Kept {
  readonly entries: readonly (readonly [string, string])[];
}

const keyOf = (visitId: string | undefined) => `giaoban.form.${visitId ?? ''}`;
const keyOfForm = (form: HTMLFormElement) => keyOf(form.dataset['visitForm']);

export function keepOnDevice(form: HTMLFormElement): void {
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => !entry[0].startsWith('_') && typeof entry[1] === 'string',
  );
  try {
    localStorage.setItem(keyOfForm(form), JSON.stringify({ entries } satisfies Kept));
  } catch {
    // Storage may be full or forbidden. The page already says whether the form was saved, so nothing more is said here.
  }
}

export function forgetOnDevice(form: HTMLFormElement): void {
  localStorage.removeItem(keyOfForm(form));
}

export function isKeptOnDevice(form: HTMLFormElement): boolean {
  return kept(form) !== null;
}

/** Offers to restore what an earlier visit to this page could not save; it is never restored without being asked. */
export function restoreFromDevice(form: HTMLFormElement, then: () => void): void {
  const content = kept(form);
  if (!content) return;
  const offer = document.createElement('div');
  offer.className = 'notice notice-warning kept';
  offer.setAttribute('role', 'status');
  const words = document.createElement('p');
  words.textContent = form.dataset['kept'] ?? '';
  const buttons = document.createElement('p');
  buttons.className = 'form-actions';
  buttons.append(
    makeButton(form.dataset['restore'] ?? '', 'btn', () => {
      fill(form, content.entries);
      offer.remove();
      then();
    }),
    makeButton(form.dataset['discard'] ?? '', 'btn', () => {
      forgetOnDevice(form);
      offer.remove();
    }),
  );
  offer.append(words, buttons);
  form.querySelector('.form-head')?.after(offer);
}

/** A form that has arrived needs no copy on the device. */
export function forgetSentForm(page: Document): void {
  const sent = page.querySelector<HTMLElement>('[data-visit-sent]');
  if (sent) localStorage.removeItem(keyOf(sent.dataset['visitSent']));
}

function kept(form: HTMLFormElement): Kept | null {
  try {
    const text = localStorage.getItem(keyOfForm(form));
    return text === null ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
}

function fill(form: HTMLFormElement, entries: Kept['entries']): void {
  for (const [name, value] of entries) {
    // Adds list items until the page has a field of this name.
    for (let tries = 0; !form.elements.namedItem(name) && tries < 20; tries += 1) {
      const list = CSS.escape(name.split('[')[0] ?? '');
      const more = form.querySelector<HTMLButtonElement>(`#${list} button[data-list-more]`);
      if (!more || more.disabled) break;
      more.click();
    }
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value;
    else if (
      field instanceof RadioNodeList ||
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      field.value = value;
    }
  }
}
