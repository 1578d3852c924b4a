// @ts-check

/**
 * Closes open menus on Escape and on a click elsewhere.
 * @param {Document} page
 */
export function closeMenus(page) {
  /** @returns {HTMLDetailsElement[]} */
  const open = () => [...page.querySelectorAll('details[data-menu][open]')].map((menu) => /** @type {any} */ (menu));
  page.addEventListener('click', (event) => {
    for (const menu of open()) if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
