/** What a form said, by the names of its fields; a name may occur often. */
type Choices = readonly (readonly [name: string, value: string])[];

/**
 * Keeps what was chosen and typed in a form with the browser's entry for its page. The reply to such a form is a page
 * that no browser stores: without this, Back asks whether to send it again, and finds the form as it was at first.
 */
export function keepChoices(form: HTMLFormElement): void {
  const { choices } = (history.state ?? {}) as { readonly choices?: Choices };
  if (choices !== undefined) restore(form, choices);
  // The entry of a reply is opened again by its address alone.
  const keep = () => history.replaceState({ choices: choicesOf(form) }, '', location.href);
  keep();
  form.addEventListener('change', keep);
  form.addEventListener('submit', keep);
}

function choicesOf(form: HTMLFormElement): Choices {
  return [...new FormData(form)].flatMap(([name, value]): Choices =>
    typeof value === 'string' && !name.startsWith('_') ? [[name, value]] : [],
  );
}

function restore(form: HTMLFormElement, choices: Choices): void {
  const known = new Set(choices.map((choice) => choice.join('\n')));
  const values = new Map(choices);
  for (const field of form.querySelectorAll('input')) {
    const { name, type, value } = field;
    if (type === 'checkbox' || type === 'radio') field.checked = known.has(`${name}\n${value}`);
    else if (type !== 'hidden') field.value = values.get(name) ?? value;
  }
}
