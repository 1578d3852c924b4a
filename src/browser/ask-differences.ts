import type { Difference } from '../modules/evaluations/domain/merge-drafts.ts';
import { entriesOf } from './form-entries.ts';
import { labelOf, shown } from './form-words.ts';
import { makeButton } from './make-button.ts';

/** Where two devices wrote different things into one field, asks for each which stays; both texts can be seen. */
export function askDifferences(
  form: HTMLFormElement,
  differences: readonly Difference[],
  then: () => void,
): HTMLElement {
  const words = form.dataset;
  const box = document.createElement('div');
  box.className = 'notice notice-warning kept differing';
  box.setAttribute('role', 'alert');
  const title = document.createElement('p');
  title.textContent = words['differ'] ?? '';
  const list = document.createElement('ul');
  list.className = 'differences';
  list.append(
    ...differences.map(({ name, mine, theirs }) => {
      const row = document.createElement('li');
      const choose = (value: string) => {
        setField(form, name, value);
        row.remove();
        if (list.children.length > 0) return;
        box.remove();
        then();
      };
      const label = document.createElement('b');
      label.textContent = labelOf(form, name);
      // Its writer may go on in the field while this is asked: then that is the own text.
      let own = mine;
      const ownLine = choice(words['mine'] ?? '', quoted(form, name, own), words['keepMine'] ?? '', () => choose(own));
      form.addEventListener('input', ({ target }) => {
        if ((target as Partial<HTMLInputElement>).name !== name) return;
        own = entriesOf(form)[name] ?? '';
        const said = ownLine.querySelector('.said');
        if (said) said.textContent = quoted(form, name, own);
      });
      row.append(
        label,
        ownLine,
        choice(words['theirs'] ?? '', quoted(form, name, theirs), words['takeTheirs'] ?? '', () => choose(theirs)),
      );
      if (form.elements.namedItem(name) instanceof HTMLTextAreaElement && mine !== '' && theirs !== '') {
        row.append(makeButton(words['keepBoth'] ?? '', 'btn btn-sm', () => choose(`${own}\n${theirs}`)));
      }
      return row;
    }),
  );
  box.append(title, list);
  return box;
}

function choice(whose: string, text: string, label: string, act: () => void): HTMLElement {
  const line = document.createElement('p');
  const said = document.createElement('span');
  said.className = 'said';
  said.textContent = text;
  line.append(`${whose} `, said, ' ', makeButton(label, 'btn btn-sm', act));
  return line;
}

function setField(form: HTMLFormElement, name: string, value: string): void {
  for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
    if (field.type === 'radio') field.checked = field.value === value;
    else field.value = value;
  }
}

function quoted(form: HTMLFormElement, name: string, value: string): string {
  if (value === '') return '–';
  const words = shown(form, name, value);
  return words === value ? `“${value}”` : words;
}
