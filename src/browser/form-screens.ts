import { makeButton } from './make-button.ts';

/**
 * On a narrow screen, shows one section of the form at a time with buttons for back and next; only the last has the
 * send button. Each screen is a step of the browser's history, so that Back and a reload stay in the form.
 */
export function showFormScreens(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-visit-form]');
  const buttons = form?.querySelector('[data-form-buttons]');
  if (!form || !buttons) return;
  const sections = [...form.querySelectorAll<HTMLElement>('[data-section]')];
  const narrow = matchMedia('(max-width: 720px)');
  const previous = makeButton(form.dataset['previous'] ?? '', 'btn', () => {
    if (stateOf(history.state)?.from === at - 1) history.back();
    else go(at - 1);
  });
  const next = makeButton(form.dataset['next'] ?? '', 'btn btn-primary', () => go(at + 1));
  const place = document.createElement('p');
  place.className = 'form-place';
  form.querySelector('.form-head')?.append(place);
  buttons.prepend(previous, next);
  const within = (index: number) => Math.max(0, Math.min(sections.length - 1, index));
  let at = within(stateOf(history.state)?.screen ?? firstWrong(sections));

  const show = () => {
    const screens = narrow.matches;
    form.classList.toggle('has-screens', screens);
    sections.forEach((section, index) => (section.hidden = screens && index !== at));
    place.textContent = screens ? `${at + 1}/${sections.length}` : '';
    previous.hidden = !screens || at === 0;
    next.hidden = !screens || at === sections.length - 1;
    const send = buttons.querySelector<HTMLElement>('[data-submit]');
    if (send) send.hidden = screens && at !== sections.length - 1;
    const save = buttons.querySelector<HTMLElement>('[data-save]');
    if (save) save.hidden = screens;
  };
  const enter = (index: number) => {
    at = within(index);
    show();
    if (!narrow.matches) return;
    const heading = sections[at]?.querySelector('h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    form.scrollIntoView({ block: 'start' });
  };
  const go = (index: number) => {
    history.pushState({ screen: within(index), from: at } satisfies ScreenState, '');
    enter(index);
  };
  // A link to a field opens the section that contains the field.
  form.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const target = link ? page.getElementById(link.getAttribute('href')?.slice(1) ?? '') : null;
    const section = sections.findIndex((each) => target !== null && each.contains(target));
    if (section < 0 || !target) return;
    event.preventDefault();
    if (narrow.matches && section !== at) go(section);
    const contents = link?.closest<HTMLDetailsElement>('.form-contents');
    if (contents) contents.open = false;
    (target.matches('input, select, textarea')
      ? target
      : (target.querySelector<HTMLElement>('input, select, textarea') ?? target)
    ).focus();
    (target.closest('.field') ?? target).scrollIntoView({ block: 'center' });
  });
  addEventListener('popstate', (event) => enter(stateOf(event.state)?.screen ?? 0));
  narrow.addEventListener('change', show);
  history.replaceState({ screen: at, from: null } satisfies ScreenState, '');
  show();
}

interface ScreenState {
  readonly screen: number;
  /** The screen from which this one was entered. */
  readonly from: number | null;
}

function stateOf(state: unknown): ScreenState | null {
  return typeof state === 'object' && state !== null && 'screen' in state ? (state as ScreenState) : null;
}

function firstWrong(sections: readonly HTMLElement[]): number {
  return sections.findIndex((section) => section.querySelector('.field-error'));
}
