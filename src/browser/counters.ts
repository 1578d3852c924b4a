/** A field shows its length from this share of its maximum on. */
const NEAR = 0.8;

/** Shows the length of a text close to its maximum; text beyond the maximum is kept as typed or pasted. */
export function countLetters(page: Document): void {
  for (const field of page.querySelectorAll<HTMLElement>('[data-longest]')) count(field);
  page.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLElement && target.dataset['longest'] !== undefined) count(target);
  });
}

function count(field: HTMLElement): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const longest = Number(field.dataset['longest']);
  const { length } = field.value.normalize('NFC');
  const shown = field.nextElementSibling;
  const counter = shown?.matches('.field-count') ? shown : null;
  if (length < longest * NEAR) {
    counter?.remove();
    return;
  }
  const line = counter ?? document.createElement('p');
  line.className = length > longest ? 'field-count field-over' : 'field-count';
  line.setAttribute('role', 'status');
  line.textContent = `${length}/${longest}${length > longest ? `. ${field.dataset['over'] ?? ''}` : ''}`;
  if (!counter) field.after(line);
}
