/** Shorter lists are not folded: on a phone, and where there is more room. */
const SHORT = { phone: 12, desk: 300 };

/**
 * Folds a long list of days to its headings, each of which opens its day. The day of the row in the address stays open,
 * and typing in the list's search field opens all days (`data-searching`). A window that becomes as narrow as a phone
 * folds its lists then.
 */
export function foldDays(page: Document): void {
  const phone = matchMedia('(max-width: 720px)');
  for (const table of page.querySelectorAll('table[data-fold]')) {
    const rows = table.querySelectorAll('[data-row]').length;
    let isDone = false;
    const foldLong = () => {
      if (isDone || rows <= (phone.matches ? SHORT.phone : SHORT.desk)) return;
      isDone = true;
      foldBodies(page, table);
    };
    foldLong();
    phone.addEventListener('change', foldLong);
  }
  page.querySelector('tr:target')?.scrollIntoView({ block: 'center' });
}

function foldBodies(page: Document, table: Element): void {
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
