import { fetchFragment } from './fetch-fragment.ts';

/** Typing goes on for this long before the days are asked for. */
const PAUSE_MS = 350;

/** Shows the days of a rule while it is typed; without scripts a button does it. */
function previewRule(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-rule]');
  const shown = form?.querySelector<HTMLElement>('[data-rule-preview]');
  const address = form?.dataset['rule'];
  if (!form || !shown || address === undefined) return;
  let asked = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    const turn = ++asked;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    shown.setAttribute('aria-busy', 'true');
    const { content } = await fetchFragment(address, 'rule-preview', { method: 'POST', body });
    // Something else was typed meanwhile, whose days are on their way.
    if (turn !== asked) return;
    shown.removeAttribute('aria-busy');
    if (content) shown.replaceChildren(content);
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE_MS);
  });
}

previewRule(document);
