import { makeButton } from './make-button.ts';
import { addSteppers } from './steppers.ts';

/**
 * Lets a list of observations grow by a button, and its items be removed. Without it, the page offers one empty item
 * after each save, and an item that is emptied is gone.
 */
export function growLists(page: Document): void {
  for (const list of page.querySelectorAll<HTMLElement>('[data-list]')) {
    const items = list.querySelector('[data-list-items]');
    const more = list.querySelector<HTMLButtonElement>('button[data-list-more]');
    if (!items || !more) continue;
    more.hidden = false;
    // The empty item is meant for browsers without modules.
    const spare = items.lastElementChild;
    if (spare && isBlank(spare)) spare.remove();
    for (const item of items.children) addRemoveButton(list, item);
    more.addEventListener('click', () => {
      const item = addListItem(list, nextIndex(list));
      item?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus();
    });
    update(list);
  }
}

/** Inserts an empty item with this index, in the order of indexes. */
export function addListItem(list: HTMLElement, index: number): Element | null {
  const items = list.querySelector('[data-list-items]');
  const blank = list.querySelector<HTMLTemplateElement>('template[data-list-blank]');
  if (!items || !blank) return null;
  const made = document.importNode(blank.content, true);
  for (const each of made.querySelectorAll('*')) {
    for (const { name, value } of each.attributes) {
      if (value.includes('__index__')) each.setAttribute(name, value.replaceAll('__index__', String(index)));
    }
  }
  addSteppers(made);
  const item = made.firstElementChild;
  const after = [...items.children].find((each) => indexOf(each) > index) ?? null;
  items.insertBefore(made, after);
  if (item) addRemoveButton(list, item);
  update(list);
  return item;
}

/** A removed item can be restored until the page is left. */
function addRemoveButton(list: HTMLElement, item: Element): void {
  const { remove = '', removed = '', putBack = '' } = list.dataset;
  const tell = () => {
    update(list);
    list.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const button = makeButton(remove, 'btn btn-sm list-remove', () => {
    const place = document.createElement('p');
    place.className = 'list-removed';
    place.setAttribute('role', 'status');
    place.append(
      `${removed} `,
      makeButton(putBack, 'btn btn-sm', () => {
        place.replaceWith(item);
        item.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus();
        tell();
      }),
    );
    if (isBlank(item)) item.remove();
    else {
      item.replaceWith(place);
      place.querySelector('button')?.focus();
    }
    tell();
  });
  item.append(button);
}

function update(list: HTMLElement): void {
  const more = list.querySelector<HTMLButtonElement>('button[data-list-more]');
  if (more) more.disabled = list.querySelectorAll('[data-list-item]').length >= Number(list.dataset['maximum']);
}

/** Counts removed items too, because they may be restored. */
function nextIndex(list: HTMLElement): number {
  const highest = Math.max(
    Number(list.dataset['highest'] ?? -1),
    ...[...list.querySelectorAll('[data-list-item]')].map(indexOf),
  );
  list.dataset['highest'] = String(highest + 1);
  return highest + 1;
}

function indexOf(item: Element): number {
  return Number(/\[(\d+)\]/.exec(item.querySelector('[name]')?.getAttribute('name') ?? '')?.[1] ?? -1);
}

function isBlank(item: Element): boolean {
  const fields = [...item.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(FIELDS)];
  return fields.every((field) =>
    field instanceof HTMLInputElement && field.type === 'radio' ? !field.checked : field.value === '',
  );
}

const FIELDS = 'input, textarea, select';
