/** Lets a list of observations grow by a button. Without it, the page offers one empty item after each save. */
export function growLists(page: Document, prepare: (added: ParentNode) => void): void {
  for (const list of page.querySelectorAll<HTMLElement>('[data-list]')) {
    const items = list.querySelector('[data-list-items]');
    const blank = list.querySelector<HTMLTemplateElement>('template[data-list-blank]');
    const more = list.querySelector<HTMLButtonElement>('button[data-list-more]');
    if (!items || !blank || !more) continue;
    more.hidden = false;
    // The empty item is for browsers that cannot make one.
    const spare = items.lastElementChild;
    let next = Number(/\[(\d+)\]/.exec(spare?.querySelector('[name]')?.getAttribute('name') ?? '')?.[1] ?? 0);
    if (spare && isBlank(spare)) spare.remove();
    else next += 1;
    const update = () => {
      more.disabled = items.children.length >= Number(list.dataset['maximum']);
    };
    more.addEventListener('click', () => {
      const item = page.importNode(blank.content, true);
      for (const each of item.querySelectorAll('*')) {
        for (const { name, value } of each.attributes) {
          if (value.includes('__index__')) each.setAttribute(name, value.replaceAll('__index__', String(next)));
        }
      }
      next += 1;
      prepare(item);
      items.append(item);
      items.lastElementChild?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus();
      update();
    });
    update();
  }
}

function isBlank(item: Element): boolean {
  const fields = [...item.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(FIELDS)];
  return fields.every((field) =>
    field instanceof HTMLInputElement && field.type === 'radio' ? !field.checked : field.value === '',
  );
}

const FIELDS = 'input, textarea, select';
