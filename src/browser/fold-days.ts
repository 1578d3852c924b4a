/** Shorter lists are not folded. */
const SHORT = 12;

/**
 * On a phone, folds a list of days to its headings, each of which opens its day. The day of the row in the address
 * stays open, and typing in the list's search field opens all days (`data-searching`).
 */
export function foldDays(page: Document): void {
  if (!matchMedia('(max-width: 720px)').matches) return;
  for (const table of page.querySelectorAll('table[data-fold]')) {
    if (table.querySelectorAll('[data-row]').length <= SHORT) continue;
    for (const body of table.querySelectorAll('tbody')) {
      const head = body.querySelector('.agenda-day th');
      if (!head) continue;
      const button = page.createElement('button');
      button.type = 'button';
      button.className = 'fold';
      const words = [...head.childNodes].filter((node) => !(node instanceof HTMLAnchorElement));
      button.append(...words);
      head.prepend(button);
      const fold = (isFolded: boolean) => {
        body.toggleAttribute('data-folded', isFolded);
        button.setAttribute('aria-expanded', String(!isFolded));
      };
      fold(!body.querySelector(':target'));
      button.addEventListener('click', () => fold(!body.hasAttribute('data-folded')));
    }
  }
  page.querySelector('tr:target')?.scrollIntoView({ block: 'center' });
}
