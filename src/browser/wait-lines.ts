/** Says beside a link what is being worked out until its page comes. */
export function sayWhileWaiting(page: Document): void {
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-working]') : null;
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || link.nextElementSibling?.matches('.wait-line'))
      return;
    const line = page.createElement('span');
    line.className = 'wait-line soft';
    line.setAttribute('role', 'status');
    line.textContent = link.dataset['working'] ?? '';
    link.after(' ', line);
  });
  // A page that the browser shows again from its memory waits for nothing.
  page.defaultView?.addEventListener('pageshow', () => {
    for (const line of page.querySelectorAll('.wait-line')) line.remove();
  });
}
