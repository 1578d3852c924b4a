/** What a form said, by the names of its fields; a name may occur often. */
type Typed = readonly (readonly [name: string, value: string])[];

const OTHER_LANGUAGE = 'giaoban.typed';

interface TypedState {
  /** Who typed it: on a shared computer the next person finds nothing of it. */
  readonly typedBy?: string;
  /** By the address to which the form is sent. */
  readonly typed?: Readonly<Record<string, Typed>>;
}

/**
 * Keeps what was chosen and typed in forms with the browser's entry for the page. The reply to such a form is a page
 * that no browser stores: without this, Back and Forward ask whether to send it again, or find the form as it was at
 * first. `data-keeps` is the address that opens the page again. The other language opens the page anew, and finds it too.
 */
export function keepTyped(page: Document): void {
  const forms = [...page.querySelectorAll<HTMLFormElement>('form[data-keeps]')];
  const reader = page.querySelector('.menu-who b')?.textContent ?? '';
  const state = { ...stateNow(), ...fromOtherLanguage() };
  if (state.typedBy === reader) {
    for (const form of forms) restore(form, state.typed?.[actionOf(form)] ?? []);
  }
  for (const form of forms) {
    const keep = () => {
      const typed = Object.fromEntries(forms.map((each) => [actionOf(each), typedIn(each)]));
      history.replaceState({ ...stateNow(), typedBy: reader, typed }, '', addressOf(form));
    };
    form.addEventListener('change', keep);
    form.addEventListener('submit', keep);
    keep();
  }
  page.querySelector('form.language')?.addEventListener('submit', () => {
    sessionStorage.setItem(OTHER_LANGUAGE, JSON.stringify(stateNow()));
  });
}

/** What was typed when the language was chosen; it is for the next page only. */
function fromOtherLanguage(): TypedState {
  const kept = sessionStorage.getItem(OTHER_LANGUAGE);
  sessionStorage.removeItem(OTHER_LANGUAGE);
  return JSON.parse(kept ?? '{}') as TypedState;
}

/** A field may be called `action`, and would be found in place of the address. */
function actionOf(form: HTMLFormElement): string {
  return form.getAttribute('action') ?? '';
}

/** The address of this entry: as it is, with its search, unless it is one that only takes what is sent. */
function addressOf(form: HTMLFormElement): string {
  const opening = new URL(form.dataset['keeps'] ?? '', location.href);
  return opening.pathname === location.pathname ? location.href : opening.href;
}

function stateNow(): TypedState {
  return (history.state ?? {}) as TypedState;
}

function typedIn(form: HTMLFormElement): Typed {
  return [...new FormData(form)].flatMap(([name, value]): Typed =>
    typeof value === 'string' && !name.startsWith('_') ? [[name, value]] : [],
  );
}

function restore(form: HTMLFormElement, typed: Typed): void {
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
