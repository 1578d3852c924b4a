// @ts-check
import { keptAt, keepOnDevice, forgetOnDevice, restoreFromDevice } from './kept-form.js';

const PAUSE_MS = 1_500;

/**
 * Saves the form as it is being written, by the same post as its own button, and takes over from the reply what the
 * service made of it: the score so far, what is wrong, what need not be answered. What cannot be saved stays on the
 * device until it can.
 * @param {Document} page
 */
export function saveVisitForm(page) {
  const form = page.querySelector('form[data-visit-form]');
  if (!(form instanceof HTMLFormElement)) return;
  const saved = form.querySelector('[data-live=saved]');
  /** @param {string} word */
  const say = (word) => {
    if (saved) saved.textContent = form.dataset[word] ?? '';
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let change = 0;
  let busy = false;

  const save = async () => {
    if (busy) return;
    busy = true;
    const at = change;
    say('saving');
    const fresh = await post(form);
    busy = false;
    if (!fresh) {
      keepOnDevice(form);
      say('offline');
      return;
    }
    takeOver(form, fresh);
    if (at === change) forgetOnDevice(form);
    else later();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), PAUSE_MS);
  };
  form.addEventListener('input', () => {
    change += 1;
    keepOnDevice(form);
    say('unsaved');
    later();
  });
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[data-save]') : null;
    if (!button) return;
    event.preventDefault();
    clearTimeout(timer);
    void save();
  });
  addEventListener('online', () => {
    if (keptAt(form)) later();
  });
  form.addEventListener('submit', () => clearTimeout(timer));
  restoreFromDevice(form, later);
}

/**
 * @param {HTMLFormElement} form
 * @returns {Promise<HTMLFormElement | null>} the form as the service has it now
 */
async function post(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('_do', 'save');
  try {
    const reply = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
    if (!reply.ok) return null;
    const fresh = new DOMParser()
      .parseFromString(await reply.text(), 'text/html')
      .querySelector('form[data-visit-form]');
    return fresh instanceof HTMLFormElement ? fresh : null;
  } catch {
    return null;
  }
}

/**
 * Never touches what is being typed: only what stands around it.
 * @param {HTMLFormElement} form
 * @param {HTMLFormElement} fresh
 */
function takeOver(form, fresh) {
  for (const part of form.querySelectorAll('[data-live]')) {
    const name = /** @type {HTMLElement} */ (part).dataset['live'];
    const news = fresh.querySelector(`[data-live="${name}"]`);
    if (news && news.innerHTML !== part.innerHTML) part.replaceChildren(...news.childNodes);
  }
  for (const question of form.querySelectorAll('[data-question]')) {
    const { question: id } = /** @type {HTMLElement} */ (question).dataset;
    const news = fresh.querySelector(`[data-question="${CSS.escape(id ?? '')}"]`);
    if (!news) continue;
    question.toggleAttribute('data-idle', news.hasAttribute('data-idle'));
    replaceNote(question, news, id ?? '');
  }
}

/**
 * @param {Element} question
 * @param {Element} news
 * @param {string} id
 */
function replaceNote(question, news, id) {
  const note = question.querySelector(`#${CSS.escape(id)}-note`);
  const fresh = news.querySelector(`#${CSS.escape(id)}-note`);
  const input = question.querySelector(`#${CSS.escape(id)}`);
  if (note?.innerHTML === fresh?.innerHTML) return;
  if (note && fresh) note.replaceWith(fresh);
  else if (fresh) question.querySelector('.field')?.append(fresh);
  else note?.remove();
  const isWrong = fresh?.querySelector('.field-error') !== null && fresh !== null;
  input?.classList.toggle('is-invalid', isWrong);
  if (isWrong) input?.setAttribute('aria-invalid', 'true');
  else input?.removeAttribute('aria-invalid');
  if (fresh) input?.setAttribute('aria-describedby', `${id}-note`);
  else input?.removeAttribute('aria-describedby');
}
