import { fetchFragment } from './fetch-fragment.ts';

/** Typing goes on for this long before the preview is asked for. */
const PAUSE_MS = 350;

/** Shows what a form would do while it is typed (`data-preview`: where to ask); without scripts a button does it. */
function previewForm(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-preview]');
  const shown = page.querySelector<HTMLElement>('[data-preview-part]');
  const address = form?.dataset['preview'];
  const part = shown?.dataset['previewPart'];
  if (!form || !shown || address === undefined || part === undefined) return;
  let asked = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    const turn = ++asked;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    shown.setAttribute('aria-busy', 'true');
    const { content } = await fetchFragment(address, part, { method: 'POST', body });
    // Something else was typed meanwhile, whose preview is on its way.
    if (turn !== asked) return;
    shown.removeAttribute('aria-busy');
    if (!content) return;
    shown.replaceChildren(content);
    shown.dispatchEvent(new Event('preview'));
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE_MS);
  });
}

previewForm(document);
