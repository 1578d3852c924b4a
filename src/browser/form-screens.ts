import { makeButton } from './make-button.ts';

/**
 * On a narrow screen, shows one section of the form at a time with buttons for back and next; only the last has the
 * send button.
 */
export function showFormScreens(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-visit-form]');
  const buttons = form?.querySelector('[data-form-buttons]');
  if (!form || !buttons) return;
  const sections = [...form.querySelectorAll<HTMLElement>('[data-section]')];
  const narrow = matchMedia('(max-width: 720px)');
  const previous = makeButton(form.dataset['previous'] ?? '', 'btn', () => go(at - 1));
  const next = makeButton(form.dataset['next'] ?? '', 'btn btn-primary', () => go(at + 1));
  buttons.prepend(previous, next);
  let at = firstWrong(sections);

  const show = () => {
    const screens = narrow.matches;
    form.classList.toggle('has-screens', screens);
    sections.forEach((section, index) => (section.hidden = screens && index !== at));
    previous.hidden = !screens || at === 0;
    next.hidden = !screens || at === sections.length - 1;
    const send = buttons.querySelector<HTMLElement>('[data-submit]');
    if (send) send.hidden = screens && at !== sections.length - 1;
    const save = buttons.querySelector<HTMLElement>('[data-save]');
    if (save) save.hidden = screens;
  };
  const go = (index: number) => {
    at = Math.max(0, Math.min(sections.length - 1, index));
    show();
    const heading = sections[at]?.querySelector('h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    form.scrollIntoView({ block: 'start' });
  };
  // A link to a field with an error opens the section that contains the field.
  form.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const target = link ? page.getElementById(link.getAttribute('href')?.slice(1) ?? '') : null;
    const section = sections.findIndex((each) => target !== null && each.contains(target));
    if (section >= 0 && narrow.matches) {
      at = section;
      show();
    }
  });
  narrow.addEventListener('change', show);
  show();
}

function firstWrong(sections: readonly HTMLElement[]): number {
  return Math.max(
    0,
    sections.findIndex((section) => section.querySelector('.field-error')),
  );
}
