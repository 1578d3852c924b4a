// @ts-check

/** Where each arrow leads: columns to the right, rows down. @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Keys for who plans without a mouse: `/` searches, arrows go from visit to visit, `?` lists them all. In a field they
 * stay what they are.
 * @param {Document} page
 */
export function listenToKeys(page) {
  page.addEventListener('keydown', (event) => {
    const target = /** @type {Element} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select')) return;
    const arrow = ARROWS[event.key];
    if (event.key === '/') searchIn(page, event);
    else if (event.key === '?') listKeys(page);
    else if (arrow) moveFrom(target, arrow, event);
  });
}

/**
 * @param {Document} page
 * @param {KeyboardEvent} event
 */
function searchIn(page, event) {
  const search = page.querySelector('main input[type=search]');
  if (!(search instanceof HTMLElement)) return;
  event.preventDefault();
  search.focus();
}

/** @param {Document} page */
function listKeys(page) {
  const list = page.querySelector('dialog[data-keys]');
  if (list instanceof HTMLDialogElement && !list.open) list.showModal();
}

/**
 * To the nearest visit in that direction: along the row first, else in the rows above or below.
 * @param {Element} target
 * @param {[number, number]} direction
 * @param {KeyboardEvent} event
 */
function moveFrom(target, [right, down], event) {
  const chip = target.closest('.matrix a.chip');
  const matrix = chip?.closest('.matrix');
  if (!chip || !matrix) return;
  const from = middleOf(chip);
  /** @type {{ chip: HTMLElement, distance: number } | null} */
  let nearest = null;
  for (const other of matrix.querySelectorAll('tbody a.chip')) {
    if (other === chip || !(other instanceof HTMLElement) || other.offsetParent === null) continue;
    const to = middleOf(other);
    const [x, y] = [to.x - from.x, to.y - from.y];
    const along = x * right + y * down;
    if (along < 4) continue; // beside each other in one cell
    const distance = along + 4 * Math.abs(right ? y : x);
    if (!nearest || distance < nearest.distance) nearest = { chip: other, distance };
  }
  if (!nearest) return;
  event.preventDefault();
  nearest.chip.focus();
}

/** @param {Element} element */
function middleOf(element) {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
