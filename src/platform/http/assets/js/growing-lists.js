// @ts-check

/**
 * Lets a list of observations grow by a button. Without it, the page offers one empty item after each save.
 * @param {ParentNode} page
 * @param {(added: ParentNode) => void} prepare
 */
export function growLists(page, prepare) {
  for (const list of page.querySelectorAll('[data-list]')) {
    const items = list.querySelector('[data-list-items]');
    const blank = list.querySelector('template[data-list-blank]');
    const more = list.querySelector('[data-list-more]');
    if (!items || !(blank instanceof HTMLTemplateElement) || !(more instanceof HTMLButtonElement)) continue;
    more.hidden = false;
    // The empty item is for browsers that cannot make one.
    const spare = items.lastElementChild;
    let next = Number(/\[(\d+)\]/.exec(spare?.querySelector('[name]')?.getAttribute('name') ?? '')?.[1] ?? 0);
    if (spare && isBlank(spare)) spare.remove();
    else next += 1;
    const update = () => {
      more.disabled = items.children.length >= Number(/** @type {HTMLElement} */ (list).dataset['maximum']);
    };
    more.addEventListener('click', () => {
      const made = page.ownerDocument ?? document;
      const item = made.importNode(blank.content, true);
      for (const each of item.querySelectorAll('*')) {
        for (const { name, value } of each.attributes) {
          if (value.includes('__index__')) each.setAttribute(name, value.replaceAll('__index__', String(next)));
        }
      }
      next += 1;
      prepare(item);
      items.append(item);
      const field = items.lastElementChild?.querySelector('input:not([type=hidden]), textarea, select');
      if (field instanceof HTMLElement) field.focus();
      update();
    });
    update();
  }
}

/** @param {Element} item */
function isBlank(item) {
  const fields = [...item.querySelectorAll('input, textarea, select')];
  return fields.every((field) =>
    field instanceof HTMLInputElement && field.type === 'radio'
      ? !field.checked
      : /** @type {HTMLInputElement} */ (field).value === '',
  );
}
