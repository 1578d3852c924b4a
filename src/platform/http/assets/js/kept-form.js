// @ts-check

/** What is kept on the device until the service has it. @typedef {{ at: string, entries: [string, string][] }} Kept */

/** @param {HTMLFormElement} form */
const keyOf = (form) => `giaoban.form.${form.dataset['visitForm'] ?? ''}`;

/** @param {HTMLFormElement} form */
export function keepOnDevice(form) {
  /** @type {[string, string][]} */
  const entries = [];
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith('_') && typeof value === 'string') entries.push([name, value]);
  }
  try {
    localStorage.setItem(keyOf(form), JSON.stringify({ at: new Date().toISOString(), entries }));
  } catch {
    // A full or forbidden storage: the words about saving already say what is certain.
  }
}

/** @param {HTMLFormElement} form */
export function forgetOnDevice(form) {
  localStorage.removeItem(keyOf(form));
}

/** @param {HTMLFormElement} form */
export function keptAt(form) {
  return kept(form)?.at ?? null;
}

/**
 * Offers what an earlier visit to this page could not save; it never comes back by itself.
 * @param {HTMLFormElement} form
 * @param {() => void} then
 */
export function restoreFromDevice(form, then) {
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
    button(form.dataset['restore'] ?? '', () => {
      fill(form, content.entries);
      offer.remove();
      then();
    }),
    button(form.dataset['discard'] ?? '', () => {
      forgetOnDevice(form);
      offer.remove();
    }),
  );
  offer.append(words, buttons);
  form.querySelector('.form-head')?.after(offer);
}

/** A form that has arrived needs no copy on the device. @param {Document} page */
export function forgetSentForm(page) {
  const sent = page.querySelector('[data-visit-sent]');
  if (sent instanceof HTMLElement) localStorage.removeItem(`giaoban.form.${sent.dataset['visitSent'] ?? ''}`);
}

/**
 * @param {HTMLFormElement} form
 * @returns {Kept | null}
 */
function kept(form) {
  try {
    const text = localStorage.getItem(keyOf(form));
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {[string, string][]} entries
 */
function fill(form, entries) {
  for (const [name, value] of entries) {
    // Items of lists that the page has no place for yet are made first.
    for (let tries = 0; !form.elements.namedItem(name) && tries < 20; tries += 1) {
      const list = form.querySelector(`#${CSS.escape(name.split('[')[0] ?? '')} [data-list-more]`);
      if (!(list instanceof HTMLButtonElement) || list.disabled) break;
      list.click();
    }
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = value;
    else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value;
      else field.value = value;
    }
  }
}

/**
 * @param {string} label
 * @param {() => void} act
 */
function button(label, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}
