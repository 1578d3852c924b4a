/** The right arrow opens the next form that waits, the left one the one before. Inside a field arrows move the cursor. */
export function moveBetweenNeighbours(page: Document): void {
  const links = page.querySelector('[data-neighbours]');
  if (!links) return;
  page.addEventListener('keydown', (event) => {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (target.closest('input, textarea, select, [role=region], details')) return;
    const rel = event.key === 'ArrowRight' ? 'next' : event.key === 'ArrowLeft' ? 'prev' : null;
    if (rel) links.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`)?.click();
  });
}
