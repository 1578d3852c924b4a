import { type Entries, mergeDrafts } from '../modules/evaluations/domain/merge-drafts.ts';
import { askDifferences } from './ask-differences.ts';
import { type FormReply, getForm, postForm } from './exchange-form.ts';
import { entriesOf, fillForm } from './form-entries.ts';
import { forgetOnDevice, keepOnDevice, keptOnDevice } from './kept-form.ts';
import { takeOver, takePart } from './take-over.ts';

const PAUSE_MS = 1_500;
const RETRY_MS = 20_000;

/**
 * Saves the form while it is being written and sends it, by the same requests as its buttons, and shows the results:
 * the score so far, faults, and questions that are not asked. What is not saved yet stays on the device, and is sent
 * automatically once there is a connection and a session.
 */
export function saveVisitForm(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-visit-form]');
  if (form) new VisitFormSaver(form).start();
}

class VisitFormSaver {
  /** What the service has, as far as this page knows. */
  private base: Entries;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private change = 0;
  private isBusy = false;
  private isToSend = false;
  /** What the user has to do first: sign in, or choose between two texts. */
  private waitsFor: HTMLElement | null = null;

  constructor(private readonly form: HTMLFormElement) {
    this.base = entriesOf(form);
  }

  start(): void {
    const { form } = this;
    form.addEventListener('input', () => {
      this.change += 1;
      this.keep();
      if (!this.waitsFor && !this.isToSend) this.say('unsaved');
      this.later(PAUSE_MS);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const button = event.submitter;
      this.isToSend = button instanceof HTMLButtonElement && button.value === 'submit';
      this.waitsFor?.scrollIntoView({ block: 'center' });
      void this.exchange();
    });
    const goOn = () => {
      if (document.hidden || !keptOnDevice(form)) return;
      if (this.waitsFor?.matches('.kept-sign-in')) void this.renew();
      else void this.exchange();
    };
    addEventListener('online', goOn);
    addEventListener('focus', goOn);
    document.addEventListener('visibilitychange', goOn);
    this.restore();
  }

  /** Saves the form, or sends it once its writer has said so. */
  private async exchange(): Promise<void> {
    if (this.isBusy || this.waitsFor) return;
    clearTimeout(this.timer);
    this.isBusy = true;
    const { change, isToSend } = this;
    const sent = entriesOf(this.form);
    this.keep();
    this.say(isToSend ? 'sending' : 'saving');
    const reply = await postForm(this.form, isToSend ? 'submit' : 'save');
    this.isBusy = false;
    if (reply.kind === 'led') this.leave(reply.to);
    else if (reply.kind === 'expired') await this.renew();
    else if (reply.kind !== 'form') this.showUnsaved(reply);
    else if (reply.status === 409) await this.joinAfter(reply.fresh);
    else {
      if (isToSend) this.isToSend = false;
      this.base = sent;
      takeOver(this.form, reply.fresh);
      if (change === this.change) forgetOnDevice(this.form);
      // Another kind of meeting has other questions; everything that was written is stored by now.
      if (change === this.change && reply.fresh.dataset['rubric'] !== this.form.dataset['rubric']) location.reload();
      if (reply.status === 422) this.showRefused();
      if (change !== this.change || this.isToSend) this.later(this.isToSend ? 0 : PAUSE_MS);
    }
  }

  /** Another page or device has saved meanwhile: merges with its draft, unless nothing can be stored any more. */
  private async joinAfter(refused: HTMLFormElement): Promise<void> {
    takePart(this.form, refused, 'problem');
    await this.renew();
  }

  /** Fetches the service's draft and a new token, merges the draft with the local one, and continues. */
  private async renew(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    const reply = await getForm(this.form);
    this.isBusy = false;
    if (reply.kind === 'led' || reply.kind === 'expired') this.showUnsaved({ kind: 'refused' });
    else if (reply.kind !== 'form') this.showUnsaved(reply);
    else if (reply.fresh.dataset['account'] !== this.form.dataset['account']) this.showUnsaved({ kind: 'refused' });
    else {
      this.clear();
      const token = reply.fresh.querySelector<HTMLInputElement>('[name=_csrf]')?.value;
      for (const field of document.querySelectorAll<HTMLInputElement>('[name=_csrf]'))
        field.value = token ?? field.value;
      takePart(this.form, reply.fresh, 'state');
      takePart(this.form, reply.fresh, 'problem');
      this.join(this.base, entriesOf(this.form), entriesOf(reply.fresh));
      if (!this.waitsFor) void this.exchange();
    }
  }

  private join(base: Entries, mine: Entries, theirs: Entries): void {
    const { entries, differences } = mergeDrafts(base, mine, theirs);
    fillForm(this.form, entries);
    this.change += 1;
    // Changes from elsewhere are shown before they are sent.
    if (Object.keys({ ...base, ...theirs }).some((name) => base[name] !== theirs[name])) this.isToSend = false;
    if (differences.length === 0) {
      this.base = theirs;
      this.keep();
      return;
    }
    this.base = base;
    this.keep();
    this.say('differing');
    this.wait(
      askDifferences(this.form, differences, () => {
        this.waitsFor = null;
        this.base = theirs;
        void this.exchange();
      }),
    );
  }

  /** What an earlier visit to this page could not save is merged with the service's draft. */
  private restore(): void {
    const kept = keptOnDevice(this.form);
    if (!kept) return;
    this.isToSend = kept.isToSend;
    this.join(kept.base, kept.entries, this.base);
    if (this.waitsFor) return;
    this.say('restored');
    this.later(this.isToSend ? 0 : PAUSE_MS);
  }

  private showUnsaved(reply: Exclude<FormReply, { kind: 'form' | 'led' }>): void {
    if (reply.kind === 'signed-out') {
      this.say('signedOut');
      if (!this.waitsFor) this.wait(this.signInNotice());
    } else if (reply.kind === 'unreached') {
      this.say(this.isToSend ? 'unsent' : 'offline');
      this.later(RETRY_MS);
    } else {
      this.isToSend = false;
      this.say('refused');
    }
  }

  private signInNotice(): HTMLElement {
    const { signedOut = '', signIn = '' } = this.form.dataset;
    const notice = document.createElement('div');
    notice.className = 'notice notice-warning kept kept-sign-in';
    notice.setAttribute('role', 'alert');
    const link = document.createElement('a');
    link.href = `/sign-in?to=${encodeURIComponent(new URL(this.form.action).pathname)}`;
    link.textContent = signIn;
    const words = document.createElement('p');
    words.append(`${signedOut} `, link);
    notice.append(words);
    return notice;
  }

  private showRefused(): void {
    const list = this.form.querySelector<HTMLElement>('[data-live=errors]');
    list?.scrollIntoView({ block: 'start' });
    list?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  }

  private leave(to: string): void {
    clearTimeout(this.timer);
    forgetOnDevice(this.form);
    location.replace(to);
  }

  private wait(notice: HTMLElement): void {
    this.clear();
    this.waitsFor = notice;
    clearTimeout(this.timer);
    this.form.querySelector('.form-head')?.after(notice);
    notice.scrollIntoView({ block: 'center' });
  }

  private clear(): void {
    this.waitsFor?.remove();
    this.waitsFor = null;
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    if (!this.waitsFor) this.timer = setTimeout(() => void this.exchange(), pause);
  }

  private keep(): void {
    keepOnDevice(this.form, { base: this.base, entries: entriesOf(this.form), isToSend: this.isToSend });
  }

  private say(word: string): void {
    const saved = this.form.querySelector('[data-live=saved]');
    if (saved) saved.textContent = this.form.dataset[word] ?? '';
  }
}
