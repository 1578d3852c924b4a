/** Updates only what is around the fields, never a field that somebody may be typing in. */
export function takeOver(form: HTMLFormElement, fresh: HTMLFormElement): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-live]')) {
    takePart(form, fresh, part.dataset['live'] ?? '');
  }
  for (const question of form.querySelectorAll<HTMLElement>('[data-question]')) {
    const id = question.dataset['question'] ?? '';
    const news = fresh.querySelector(`[data-question="${CSS.escape(id)}"]`);
    if (!news) continue;
    question.toggleAttribute('data-idle', news.hasAttribute('data-idle'));
    for (const each of news.querySelectorAll('[id]')) takeNote(question, news, each.id);
  }
}

export function takePart(form: HTMLFormElement, fresh: HTMLFormElement, name: string): void {
  const part = form.querySelector(`[data-live="${name}"]`);
  const news = fresh.querySelector(`[data-live="${name}"]`);
  if (!part || !news || news.innerHTML === part.innerHTML) return;
  const isOpen = part.querySelector('details')?.open ?? false;
  part.replaceChildren(...[...news.childNodes].map((node) => node.cloneNode(true)));
  const details = part.querySelector('details');
  if (details && isOpen) details.open = true;
}

function takeNote(question: Element, news: Element, id: string): void {
  if (id.endsWith('-note')) return;
  const input = question.querySelector(`#${CSS.escape(id)}`);
  if (!input) return;
  const note = question.querySelector(`#${CSS.escape(id)}-note`);
  const fresh = news.querySelector(`#${CSS.escape(id)}-note`);
  if (note?.innerHTML === fresh?.innerHTML) return;
  if (note && fresh) note.replaceWith(fresh);
  else if (fresh) (input.closest('.field') ?? question).append(fresh);
  else note?.remove();
  const isWrong = fresh !== null && fresh.querySelector('.field-error') !== null;
  input.classList.toggle('is-invalid', isWrong);
  if (isWrong) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
  if (fresh) input.setAttribute('aria-describedby', `${id}-note`);
  else input.removeAttribute('aria-describedby');
}
