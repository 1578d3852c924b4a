import { fetchFragment } from './fetch-fragment.ts';

/** The outcome of sending a form to the service. */
export type FormReply =
  | { readonly kind: 'unreached' }
  | { readonly kind: 'signed-out' }
  /** The service redirected to another page: the receipt of a form, or that of one sent from elsewhere. */
  | { readonly kind: 'led'; readonly to: string }
  | { readonly kind: 'form'; readonly fresh: HTMLFormElement; readonly status: number }
  /** The page's token belongs to a session that has ended. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'refused' };

export function postForm(form: HTMLFormElement, act: 'save' | 'submit'): Promise<FormReply> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('_do', act);
  return ask(form, 'visit-form-changes', { method: 'POST', body });
}

/** The form in its current state on the service. */
export function getForm(form: HTMLFormElement): Promise<FormReply> {
  return ask(form, 'visit-form', {});
}

/** A save is answered with what changed, a request for the form with all of it. */
async function ask(
  form: HTMLFormElement,
  part: 'visit-form' | 'visit-form-changes',
  init: RequestInit,
): Promise<FormReply> {
  const { content, status, ledTo } = await fetchFragment(form.action, part, init);
  const fresh = content?.querySelector<HTMLFormElement>('form[data-visit-form]');
  if (fresh) return { kind: 'form', fresh, status };
  if (status === 401) return { kind: 'signed-out' };
  if (status === 403) return { kind: 'expired' };
  if (ledTo !== null && status < 400) return { kind: 'led', to: ledTo };
  // A request is repeated when the service is starting or busy, but not after a refusal.
  return status === 0 || status >= 500 || status === 429 ? { kind: 'unreached' } : { kind: 'refused' };
}
