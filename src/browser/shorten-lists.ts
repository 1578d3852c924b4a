import { makeButton } from './make-button.ts';

/** A list that is little longer than what is shown of it is shown whole. */
const SHORT = 15;
const SHOWN = 10;
const STEP = 30;

/**
 * On a phone, shows the first rows of a long list, with a button for the next ones that says how many are left. The row
 * that an address leads to is among the shown; typing in the list's search field searches all of them, and so does
 * paper.
 */
export function shortenLists(page: Document): void {
  if (!matchMedia('(max-width: 720px)').matches) return;
  for (const list of page.querySelectorAll<HTMLElement>('[data-more-rows]')) {
    const rows =
      list instanceof HTMLTableElement ? [...list.tBodies].flatMap(({ rows: own }) => [...own]) : [...list.children];
    if (rows.length <= SHORT) continue;
    let shown = Math.max(SHOWN, 1 + rows.findIndex((row) => row.matches(':target') || row.querySelector(':target')));
    const button = makeButton('', 'btn more-rows', () => {
      const next = rows[shown];
      shown += STEP;
      show();
      next?.querySelector<HTMLElement>('a, button, summary')?.focus();
    });
    const show = () => {
      rows.forEach((row, at) => row.toggleAttribute('data-rest', at >= shown));
      button.hidden = shown >= rows.length;
      button.textContent = (list.dataset['moreRows'] ?? '').replace('{count}', String(rows.length - shown));
    };
    show();
    list.after(button);
  }
  page.querySelector('tr:target')?.scrollIntoView({ block: 'center' });
}
