/** What a form said, by the names of its fields; a name may occur often. */
export type Typed = readonly (readonly [name: string, value: string])[];

/** Without what the service put there (`_csrf`), without files and without passwords. */
export function typedIn(form: HTMLFormElement): Typed {
  const secret = new Set([...form.querySelectorAll<HTMLInputElement>('[type=password]')].map(({ name }) => name));
  return [...new FormData(form)].flatMap(([name, value]): Typed =>
    typeof value === 'string' && !name.startsWith('_') && !secret.has(name) ? [[name, value]] : [],
  );
}

/** Puts into a form what it said before; what it asks since then stays as the service has filled it. */
export function typeInto(form: HTMLFormElement, typed: Typed): void {
  if (typed.length === 0) return;
  const known = new Set(typed.map((each) => each.join('\n')));
  const values = new Map<string, string[]>();
  for (const [name, value] of typed) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
      field.checked = known.has(`${field.name}\n${field.value}`);
    } else if (
      (field instanceof HTMLInputElement && field.type !== 'hidden') ||
      field instanceof HTMLSelectElement ||
      field instanceof HTMLTextAreaElement
    ) {
      field.value = values.get(field.name)?.shift() ?? field.value;
    }
  }
}

/** A field may be called `action`, and would be found in place of the address. */
export function actionOf(form: HTMLFormElement): string {
  return form.getAttribute('action') ?? '';
}

/** Who reads the page: on a shared computer the next person finds nothing of what somebody typed. */
export function readerOf(page: Document): string {
  return page.querySelector('.menu-who b')?.textContent ?? '';
}
