// @ts-check
import { keptAt, keepOnDevice, forgetOnDevice, restoreFromDevice } from './kept-form.js';

const PAUSE_MS = 1_500;
const RETRY_MS = 20_000;

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
  /** What another page has saved meanwhile: only a press of the button writes over that. @type {HTMLFormElement | null} */
  let otherPage = null;

  const save = async () => {
    if (busy) return;
    busy = true;
    const at = change;
    say('saving');
    const { fresh, status } = await post(form);
    busy = false;
    if (!fresh || status !== 200) {
      keepOnDevice(form);
      if (fresh) otherPage = fresh;
      if (fresh) replacePart(form, fresh, 'problem');
      const isRefused = status >= 400 && status < 500;
      say(fresh ? 'conflict' : isRefused ? 'refused' : 'offline');
      if (!fresh && !isRefused) timer = setTimeout(() => void save(), RETRY_MS);
      return;
    }
    takeOver(form, fresh);
    if (at === change) forgetOnDevice(form);
    else later();
  };
  const later = () => {
    clearTimeout(timer);
    if (otherPage) return;
    timer = setTimeout(() => void save(), PAUSE_MS);
  };
  form.addEventListener('input', () => {
    change += 1;
    keepOnDevice(form);
    if (!otherPage) say('unsaved');
    later();
  });
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[data-save]') : null;
    if (!button) return;
    event.preventDefault();
    clearTimeout(timer);
    if (otherPage) replacePart(form, otherPage, 'state');
    otherPage = null;
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
 * @returns {Promise<{ fresh: HTMLFormElement | null, status: number }>} the form as the service has it now; status 0
 * where the service was not reached
 */
async function post(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('_do', 'save');
  try {
    const reply = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
    const fresh = new DOMParser()
      .parseFromString(await reply.text(), 'text/html')
      .querySelector('form[data-visit-form]');
    return { fresh: fresh instanceof HTMLFormElement ? fresh : null, status: reply.status };
  } catch {
    return { fresh: null, status: 0 };
  }
}

/**
 * Never touches what is being typed: only what stands around it.
 * @param {HTMLFormElement} form
 * @param {HTMLFormElement} fresh
 */
function takeOver(form, fresh) {
  for (const part of form.querySelectorAll('[data-live]')) {
    replacePart(form, fresh, /** @type {HTMLElement} */ (part).dataset['live'] ?? '');
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
 * @param {HTMLFormElement} form
 * @param {HTMLFormElement} fresh
 * @param {string} name
 */
function replacePart(form, fresh, name) {
  const part = form.querySelector(`[data-live="${name}"]`);
  const news = fresh.querySelector(`[data-live="${name}"]`);
  if (part && news && news.innerHTML !== part.innerHTML)
    part.replaceChildren(...[...news.childNodes].map((node) => node.cloneNode(true)));
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
