// @ts-check

/**
 * Lets a search field hide the rows that do not match while one types; the form behind it does the same by the server.
 * @param {ParentNode} page
 */
export function filterRows(page) {
  for (const input of page.querySelectorAll('input[data-filter]')) {
    if (!(input instanceof HTMLInputElement)) continue;
    const sheet = input.closest('.card');
    if (!sheet) continue;
    const rows = [...sheet.querySelectorAll(input.dataset['filter'] ?? '')].map((row) => ({
      row: /** @type {HTMLElement} */ (row),
      text: fold(
        `${row.textContent} ${[...row.querySelectorAll('[title]')].map((each) => each.getAttribute('title')).join(' ')}`,
      ),
    }));
    input.addEventListener('input', () => {
      const words = fold(input.value).split(/\s+/);
      for (const { row, text } of rows) row.hidden = !words.every((word) => text.includes(word));
      for (const body of sheet.querySelectorAll('tbody')) {
        const own = [...body.querySelectorAll('[data-row]')];
        body.hidden = own.length > 0 && own.every((row) => /** @type {HTMLElement} */ (row).hidden);
      }
    });
  }
}

/**
 * Without marks and capitals, and đ as d: `Đỗ Thu Hà` is found by `do thu ha`.
 * @param {string} text
 */
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim();
}
