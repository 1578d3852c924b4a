import { fetchFragment } from './fetch-fragment.ts';

/**
 * Shows why somebody goes to a meeting beside the month, without leaving the page, until it is closed by its button or
 * Escape. The link leads to a page with the same content; with a modifier key, on a narrow screen or after an error the
 * browser simply follows it.
 */
export function showWhyBeside(page: Document): void {
  const panel = page.querySelector<HTMLElement>('[data-why-panel]');
  if (!panel) return;
  let shown: HTMLAnchorElement | null = null;
  const mark = (link: HTMLAnchorElement | null) => {
    shown?.classList.remove('chip-shown');
    link?.classList.add('chip-shown');
    shown = link;
  };
  const close = () => {
    const last = shown;
    mark(null);
    panel.hidden = true;
    panel.replaceChildren();
    last?.focus();
  };
  const show = async (link: HTMLAnchorElement) => {
    mark(link);
    panel.replaceChildren(closeButton(page, panel, close), textOf(page, 'sheet-body', panel.dataset['loading']));
    panel.hidden = false;
    panel.setAttribute('aria-busy', 'true');
    const { content, status } = await fetchFragment(link.href, 'meeting-why');
    // Another explanation was requested meanwhile, or the panel was closed.
    if (shown !== link) return;
    panel.removeAttribute('aria-busy');
    if (!content || status !== 200) {
      location.assign(link.href);
      return;
    }
    const whole = page.createElement('a');
    whole.href = link.href;
    whole.textContent = panel.dataset['more'] ?? '';
    const more = textOf(page, 'sheet-foot', '');
    more.append(whole);
    panel.replaceChildren(closeButton(page, panel, close), content, more);
  };
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-why]') : null;
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || !matchMedia('(min-width: 1181px)').matches) return;
    event.preventDefault();
    void show(link);
  });
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden && !page.querySelector('dialog[open]')) close();
  });
}

function closeButton(page: Document, panel: HTMLElement, close: () => void): HTMLButtonElement {
  const button = page.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-sm why-close';
  button.textContent = panel.dataset['close'] ?? '';
  button.addEventListener('click', close);
  return button;
}

function textOf(page: Document, className: string, text = ''): HTMLParagraphElement {
  const paragraph = page.createElement('p');
  paragraph.className = className;
  paragraph.textContent = text;
  return paragraph;
}
