import { makeButton } from './make-button.ts';

/** A table that has no more rows is shown whole. */
const SHORT = 12;

/**
 * On a phone, folds a long document to the headings of its sections, and its long tables to a button that says how many
 * rows there are. Whatever a link leads to is opened first; on paper everything stands open.
 */
export function foldParts(page: Document): void {
  if (!matchMedia('(max-width: 720px)').matches) return;
  for (const section of page.querySelectorAll<HTMLElement>('[data-chapter]')) {
    const heading = section.querySelector('h2');
    if (!heading) continue;
    const button = makeButton('', 'fold', () => fold(section, !section.hasAttribute('data-folded')));
    button.append(...heading.childNodes);
    heading.append(button);
    fold(section, !section.querySelector(':target, .is-invalid') && !section.matches(':target'));
  }
  for (const box of page.querySelectorAll<HTMLElement>('[data-long-table]')) {
    if (box.querySelectorAll('tbody tr').length <= SHORT || box.querySelector(':target')) continue;
    const details = page.createElement('details');
    details.className = 'more annex-fold';
    const summary = page.createElement('summary');
    summary.textContent = box.dataset['longTable'] ?? '';
    box.replaceWith(details);
    details.append(summary, box);
  }
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href*="#"]') : null;
    if (link instanceof HTMLAnchorElement && link.pathname === location.pathname) openAround(page, link.hash);
  });
  addEventListener('hashchange', () => openAround(page, location.hash)?.scrollIntoView());
  if (location.hash) page.querySelector(':target')?.scrollIntoView();
}

function fold(section: HTMLElement, isFolded: boolean): void {
  section.toggleAttribute('data-folded', isFolded);
  section.querySelector('h2 > button')?.setAttribute('aria-expanded', String(!isFolded));
}

/** Opens what holds the place to which an address leads. */
function openAround(page: Document, hash: string): HTMLElement | null {
  const place = page.getElementById(decodeURIComponent(hash.slice(1)));
  const section = place?.closest<HTMLElement>('[data-chapter]');
  if (section) fold(section, false);
  for (let box = place?.closest('details'); box; box = box.parentElement?.closest('details')) box.open = true;
  return place;
}
