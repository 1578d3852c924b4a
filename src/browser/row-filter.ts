import { searchKey } from '../kernel/search-key.ts';

/**
 * Hides rows that do not match while the user types in a search field. Without this module, the form sends the search
 * to the server.
 */
export function filterRows(page: ParentNode): void {
  for (const input of page.querySelectorAll<HTMLInputElement>('input[data-filter]')) {
    const sheet = input.closest('.card');
    if (!sheet) continue;
    const rows = [...sheet.querySelectorAll<HTMLElement>(input.dataset['filter'] ?? '')].map((row) => ({
      row,
      key: searchKey(`${row.textContent} ${titlesIn(row)}`),
    }));
    input.addEventListener('input', () => {
      sheet.toggleAttribute('data-searching', input.value.trim() !== '');
      const words = searchKey(input.value).trim().split(/\s+/);
      for (const { row, key } of rows) row.hidden = !words.every((word) => key.includes(word));
      for (const body of sheet.querySelectorAll('tbody')) {
        const own = [...body.querySelectorAll<HTMLElement>('[data-row]')];
        body.hidden = own.length > 0 && own.every((row) => row.hidden);
      }
    });
  }
}

/** Tooltips are searched too. */
function titlesIn(row: Element): string {
  return [...row.querySelectorAll('[title]')].map((each) => each.getAttribute('title')).join(' ');
}
