import type { Entries } from '../modules/evaluations/domain/merge-drafts.ts';
import { KEPT_FORMS } from './forget-at-sign-out.ts';

/** What is kept on the device until the service has it. */
export interface KeptForm {
  /** What the service had when this copy was begun. */
  readonly base: Entries;
  readonly entries: Entries;
  /** Whether its writer has already pressed "send". */
  readonly isToSend: boolean;
}

/** Per account, because several people may use one device. */
function keyOf(account: string | undefined, visitId: string | undefined): string {
  return `${KEPT_FORMS}${account ?? ''}.${visitId ?? ''}`;
}

const keyOfForm = ({ dataset }: HTMLFormElement) => keyOf(dataset['account'], dataset['visitForm']);

export function keepOnDevice(form: HTMLFormElement, kept: KeptForm): void {
  try {
    localStorage.setItem(keyOfForm(form), JSON.stringify(kept));
  } catch {
    // Storage may be full or forbidden. The page already says whether the form was saved, so nothing more is said here.
  }
}

export function forgetOnDevice(form: HTMLFormElement): void {
  localStorage.removeItem(keyOfForm(form));
}

export function keptOnDevice(form: HTMLFormElement): KeptForm | null {
  try {
    const text = localStorage.getItem(keyOfForm(form));
    return text === null ? null : (JSON.parse(text) as KeptForm);
  } catch {
    return null;
  }
}

/** A form that was received needs no copy on the device. */
export function forgetSentForm(page: Document): void {
  const sent = page.querySelector<HTMLElement>('[data-visit-sent]');
  if (sent) localStorage.removeItem(keyOf(sent.dataset['account'], sent.dataset['visitSent']));
}
