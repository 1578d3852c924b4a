import { fetchFragment } from './fetch-fragment.ts';

/**
 * Shows why somebody goes to a meeting beside the month, without leaving the page. The link leads to a page with the
 * same content; with a modifier key, on a narrow screen or after an error the browser simply follows it.
 */
export function showWhyBeside(page: Document): void {
  const panel = page.querySelector<HTMLElement>('[data-why-panel]');
  if (!panel) return;
  let shown: Element | null = null;
  const show = async (link: HTMLAnchorElement) => {
    const { content, status } = await fetchFragment(link.href, 'meeting-why');
    if (!content || status !== 200) {
      location.assign(link.href);
      return;
    }
    const more = page.createElement('p');
    more.className = 'sheet-foot';
    const whole = page.createElement('a');
    whole.href = link.href;
    whole.textContent = panel.dataset['more'] ?? '';
    more.append(whole);
    panel.replaceChildren(content, more);
    panel.hidden = false;
    shown?.classList.remove('chip-shown');
    link.classList.add('chip-shown');
    shown = link;
  };
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-why]') : null;
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || !matchMedia('(min-width: 1181px)').matches) return;
    event.preventDefault();
    void show(link);
  });
}
