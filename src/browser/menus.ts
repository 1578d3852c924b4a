/** Closes open menus on Escape and on a click elsewhere. */
export function closeMenus(page: Document): void {
  const open = () => [...page.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')];
  page.addEventListener('click', (event) => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
