/** Where each arrow leads: columns to the right, rows down. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Keyboard shortcuts: `/` goes to the search field, arrows move between visits, `?` lists the shortcuts. Inside a
 * field, keys keep their usual meaning.
 */
export function listenToKeys(page: Document): void {
  page.addEventListener('keydown', (event) => {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select')) return;
    const arrow = ARROWS[event.key];
    if (event.key === '/') searchIn(page, event);
    else if (event.key === '?') listKeys(page);
    else if (arrow) moveFrom(target, arrow, event);
  });
}

function searchIn(page: Document, event: KeyboardEvent): void {
  const search = page.querySelector<HTMLElement>('main input[type=search]');
  if (!search) return;
  event.preventDefault();
  search.focus();
}

function listKeys(page: Document): void {
  const list = page.querySelector<HTMLDialogElement>('dialog[data-keys]');
  if (list && !list.open) list.showModal();
}

/** Moves to the nearest visit in that direction, and rather to one straight ahead than to one at the side. */
function moveFrom(target: Element, [right, down]: readonly [number, number], event: KeyboardEvent): void {
  const chip = target.closest('.matrix a.chip');
  const matrix = chip?.closest('.matrix');
  if (!chip || !matrix) return;
  const from = middleOf(chip);
  let nearest: { readonly chip: HTMLElement; readonly distance: number } | null = null;
  for (const other of matrix.querySelectorAll<HTMLElement>('tbody a.chip')) {
    if (other === chip || other.offsetParent === null) continue;
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

function middleOf(element: Element): { readonly x: number; readonly y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
