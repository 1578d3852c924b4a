import type { Entries } from '../modules/evaluations/domain/merge-drafts.ts';
import { fetchFragment } from './fetch-fragment.ts';

/** That the service has a form: what people call it by, and when it was received, as the service says it. */
export interface Received {
  readonly reference: string;
  readonly receivedAt: string;
}

/** The outcome of sending a form to the service. */
export type FormReply =
  | { readonly kind: 'unreached' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'received'; readonly receipt: Received; readonly to: string }
  /** The service redirected to another page: that of a form which was sent from elsewhere. */
  | { readonly kind: 'led'; readonly to: string }
  | { readonly kind: 'form'; readonly fresh: HTMLFormElement; readonly status: number }
  /** The page's token belongs to a session that has ended. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'refused' };

/** Saves a form or sends it; `own` are the hidden fields by which the service knows what it was made from. */
export function postForm(
  action: string,
  { own, entries, token }: { readonly own: Entries; readonly entries: Entries; readonly token: string },
  act: 'save' | 'submit',
): Promise<FormReply> {
  const body = new URLSearchParams({ ...own, ...entries, _csrf: token, _do: act });
  return ask(action, 'visit-form-changes', { method: 'POST', body });
}

/** The form in its current state on the service. */
export function getForm(action: string): Promise<FormReply> {
  return ask(action, 'visit-form', {});
}

/** A save is answered with what changed, a request for the form with all of it, and a form that was sent by a receipt. */
async function ask(action: string, part: 'visit-form' | 'visit-form-changes', init: RequestInit): Promise<FormReply> {
  const { content, status, ledTo, isOurs } = await fetchFragment(action, part, init, 'visit-form-receipt');
  // A request is repeated when the service is not there, starting or busy, but not after a refusal.
  if (!isOurs || status >= 500 || status === 429) return { kind: 'unreached' };
  const receipt = content?.querySelector<HTMLElement>('[data-receipt]');
  if (receipt && ledTo !== null) {
    const { receipt: reference = '', receivedAt = '' } = receipt.dataset;
    return { kind: 'received', receipt: { reference, receivedAt }, to: ledTo };
  }
  const fresh = content?.querySelector<HTMLFormElement>('form[data-visit-form]');
  if (fresh) return { kind: 'form', fresh, status };
  if (status === 401) return { kind: 'signed-out' };
  if (status === 403) return { kind: 'expired' };
  if (ledTo !== null && status < 400) return { kind: 'led', to: ledTo };
  return { kind: 'refused' };
}
