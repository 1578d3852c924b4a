/**
 * Takes from the service's answer what a save has changed around the fields. Never touches a field that somebody may be
 * typing in.
 */
export function takeOver(form: HTMLFormElement, changes: HTMLFormElement): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-live]')) {
    takePart(form, changes, part.dataset['live'] ?? '');
  }
  const idle = new Set(changes.dataset['idleQuestions']?.split(' '));
  for (const question of form.querySelectorAll<HTMLElement>('[data-question]')) {
    question.toggleAttribute('data-idle', idle.has(question.dataset['question'] ?? ''));
  }
  const notes = new Map(
    [...changes.querySelectorAll<HTMLElement>('[data-note]')].map((note) => [note.dataset['note'] ?? '', note]),
  );
  form.dataset['byClock'] = changes.dataset['byClock'] ?? '';
  const ids = new Set([...notes.keys(), ...[...form.querySelectorAll(SAID)].map(fieldOf)]);
  for (const id of ids) showNote(form, id, notes.get(id));
  form.dispatchEvent(new Event('told'));
}

export function takePart(form: HTMLFormElement, fresh: HTMLFormElement, name: string): void {
  const part = form.querySelector(`[data-live="${name}"]`);
  const news = fresh.querySelector(`[data-live="${name}"]`);
  if (!part || !news || news.innerHTML === part.innerHTML) return;
  const open = [...part.querySelectorAll('details')].map((details) => details.open);
  part.replaceChildren(...[...news.childNodes].map((node) => node.cloneNode(true)));
  part.querySelectorAll('details').forEach((details, index) => (details.open = open[index] ?? details.open));
}

const SAID = '.field-error, .field-warning';

/** The field to which a sentence belongs, by the id of its note. */
function fieldOf(sentence: Element): string {
  return sentence.closest('[id$="-note"]')?.id.slice(0, -'-note'.length) ?? '';
}

/** Shows a fault or warning before the help of a field, or removes it. */
function showNote(form: HTMLFormElement, id: string, fresh: HTMLElement | undefined): void {
  const input = id === '' ? null : form.querySelector(`#${CSS.escape(id)}`);
  if (!input) return;
  const note = form.querySelector(`#${CSS.escape(id)}-note`) ?? newNote(input, id);
  for (const sentence of note.querySelectorAll(SAID)) sentence.remove();
  if (fresh) note.prepend(...[...fresh.children].map((each) => each.cloneNode(true)));
  const isWrong = note.querySelector('.field-error') !== null;
  input.classList.toggle('is-invalid', isWrong);
  if (isWrong) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
  if (note.childElementCount > 0) input.setAttribute('aria-describedby', note.id);
  else {
    input.removeAttribute('aria-describedby');
    note.remove();
  }
}

function newNote(input: Element, id: string): HTMLElement {
  const note = document.createElement('div');
  note.className = 'field-note';
  note.id = `${id}-note`;
  if (input.matches('fieldset')) input.querySelector('legend')?.after(note);
  else (input.closest('.field') ?? input.closest('[data-question]'))?.append(note);
  return note;
}
