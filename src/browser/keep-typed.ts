import { actionOf, readerOf, type Typed, typedIn, typeInto } from './typed-fields.ts';

interface TypedState {
  /** Who typed it: on a shared computer the next person finds nothing of it. */
  readonly typedBy?: string;
  /** By the address to which the form is sent. */
  readonly typed?: Readonly<Record<string, Typed>>;
}

/**
 * Keeps what was chosen and typed in forms with the browser's entry for the page. The reply to such a form is a page
 * that no browser stores: without this, Back and Forward ask whether to send it again, or find the form as it was at
 * first. `data-keeps` is the address that opens the page again.
 */
export function keepTyped(page: Document): void {
  const forms = [...page.querySelectorAll<HTMLFormElement>('form[data-keeps]')];
  const reader = readerOf(page);
  const { typedBy, typed } = stateNow();
  if (typedBy === reader) {
    for (const form of forms) typeInto(form, typed?.[actionOf(form)] ?? []);
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
}

/** The address of this entry: as it is, with its search, unless it is one that only takes what is sent. */
function addressOf(form: HTMLFormElement): string {
  const opening = new URL(form.dataset['keeps'] ?? '', location.href);
  return opening.pathname === location.pathname ? location.href : opening.href;
}

function stateNow(): TypedState {
  return (history.state ?? {}) as TypedState;
}
