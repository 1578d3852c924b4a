import { fetchFragment } from './fetch-fragment.ts';
import { forgetOnDevice, isKeptOnDevice, keepOnDevice, restoreFromDevice } from './kept-form.ts';

const PAUSE_MS = 1_500;
const RETRY_MS = 20_000;

/**
 * Saves the form while it is being written, by the same request as its own button, and shows what the reply says: the
 * score so far, what is wrong, what need not be answered. What cannot be saved stays on the device until it can.
 */
export function saveVisitForm(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-visit-form]');
  if (!form) return;
  const saved = form.querySelector('[data-live=saved]');
  const say = (word: string) => {
    if (saved) saved.textContent = form.dataset[word] ?? '';
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let change = 0;
  let busy = false;
  /** The version that another page has saved meanwhile; only the button overwrites it. */
  let otherPage: HTMLFormElement | null = null;

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
    if (isKeptOnDevice(form)) later();
  });
  form.addEventListener('submit', () => clearTimeout(timer));
  restoreFromDevice(form, later);
}

/** Sends the form; answers with the form as the service returned it, if it did. */
async function post(form: HTMLFormElement): Promise<{ fresh: HTMLFormElement | null; status: number }> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('_do', 'save');
  const { content, status } = await fetchFragment(form.action, 'visit-form', { method: 'POST', body });
  return { fresh: content?.querySelector<HTMLFormElement>('form[data-visit-form]') ?? null, status };
}

/** Updates only what is around the fields, never a field that somebody may be typing in. */
function takeOver(form: HTMLFormElement, fresh: HTMLFormElement): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-live]')) {
    replacePart(form, fresh, part.dataset['live'] ?? '');
  }
  for (const question of form.querySelectorAll<HTMLElement>('[data-question]')) {
    const id = question.dataset['question'] ?? '';
    const news = fresh.querySelector(`[data-question="${CSS.escape(id)}"]`);
    if (!news) continue;
    question.toggleAttribute('data-idle', news.hasAttribute('data-idle'));
    replaceNote(question, news, id);
  }
}

function replacePart(form: HTMLFormElement, fresh: HTMLFormElement, name: string): void {
  const part = form.querySelector(`[data-live="${name}"]`);
  const news = fresh.querySelector(`[data-live="${name}"]`);
  if (part && news && news.innerHTML !== part.innerHTML) {
    part.replaceChildren(...[...news.childNodes].map((node) => node.cloneNode(true)));
  }
}

function replaceNote(question: Element, news: Element, id: string): void {
  const note = question.querySelector(`#${CSS.escape(id)}-note`);
  const fresh = news.querySelector(`#${CSS.escape(id)}-note`);
  const input = question.querySelector(`#${CSS.escape(id)}`);
  if (note?.innerHTML === fresh?.innerHTML) return;
  if (note && fresh) note.replaceWith(fresh);
  else if (fresh) question.querySelector('.field')?.append(fresh);
  else note?.remove();
  const isWrong = fresh !== null && fresh.querySelector('.field-error') !== null;
  input?.classList.toggle('is-invalid', isWrong);
  if (isWrong) input?.setAttribute('aria-invalid', 'true');
  else input?.removeAttribute('aria-invalid');
  if (fresh) input?.setAttribute('aria-describedby', `${id}-note`);
  else input?.removeAttribute('aria-describedby');
}
