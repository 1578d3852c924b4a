import {
  baseAfter,
  type BegunDraft,
  changedFields,
  type Entries,
  joinDrafts,
} from '../modules/evaluations/domain/merge-drafts.ts';
import { askDifferences } from './ask-differences.ts';
import { type FormReply, getForm, postForm } from './exchange-form.ts';
import { entriesOf, fillForm, ownOf, tokenOf } from './form-entries.ts';
import { alreadySentNotice, clearedNotice, sentBeforeNotice, signInNotice } from './form-notices.ts';
import { shutOutOthers } from './offline/device-key.ts';
import { FormCopy } from './offline/form-copy.ts';
import { keepPages } from './offline/keep-pages.ts';
import { takeOver, takePart } from './take-over.ts';

const PAUSE_MS = 1_500;
const RETRY_MS = 20_000;
/** A device that keeps nothing must not hold up what can be sent. */
const LONGEST_KEEPING_MS = 2_000;

/**
 * Keeps the form on the device while it is being written, saves it on the service and sends it, by the same requests as
 * its buttons, and shows the results: the score so far, faults, and questions that are not asked. What the service does
 * not have yet stays on the device, and is sent automatically once there is a connection and a session.
 */
export function saveVisitForm(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-visit-form]');
  if (form) new VisitFormSaver(form).start();
}

class VisitFormSaver {
  /** What the service has, as far as this page knows. */
  private base: Entries;
  /** What was sent last without an answer. */
  private unanswered: Entries | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private change = 0;
  /** The change up to which the device is to have everything, once it has said so. */
  private keeping = 0;
  /** The change up to which the service has everything. */
  private saved = 0;
  private isBusy = false;
  private isToSend = false;
  /** What the user has to do first: sign in, or choose between two texts. */
  private waitsFor: HTMLElement | null = null;
  /** The last word about what became of the text. */
  private word = '';
  /** What is said of a text that the device has. */
  private standing = 'kept';
  private readonly copy: FormCopy;

  constructor(private readonly form: HTMLFormElement) {
    this.base = entriesOf(form);
    const state = () => {
      const { base, unanswered, isToSend } = this;
      this.keeping = this.change;
      return { own: ownOf(form), base, unanswered, isToSend, isSettled: !this.waitsFor?.matches('.differing') };
    };
    this.copy = new FormCopy(form, state, (isKept) => {
      if (!isKept) this.say('unkept');
      else if (this.keeping === this.change && this.word === 'unsaved') this.say(this.standing);
    });
  }

  start(): void {
    const { form } = this;
    form.addEventListener('input', () => {
      this.change += 1;
      this.say('unsaved');
      this.copy.soon();
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
      if (document.hidden) {
        if (this.hasMore) void this.copy.now();
      } else if (this.waitsFor?.matches('.kept-sign-in')) void this.renew();
      else if (this.hasMore) void this.exchange();
    };
    addEventListener('online', goOn);
    addEventListener('focus', goOn);
    addEventListener('beforeunload', (event) => {
      if (this.hasMore && this.word === 'unkept') event.preventDefault();
    });
    addEventListener('pagehide', () => this.hasMore && void this.copy.now());
    document.addEventListener('visibilitychange', goOn);
    void this.restore().catch(() => this.say('unkept'));
  }

  private get hasMore(): boolean {
    return this.change !== this.saved || this.isToSend;
  }

  /** Saves the form, or sends it once its writer has said so. */
  private async exchange(): Promise<void> {
    if (this.isBusy || this.waitsFor) return;
    clearTimeout(this.timer);
    this.isBusy = true;
    const { form, change, isToSend } = this;
    const sent = entriesOf(form);
    if (this.hasMore) await Promise.race([this.copy.now(), pause(LONGEST_KEEPING_MS)]);
    this.say(isToSend ? 'sending' : 'saving');
    const content = { own: ownOf(form), entries: sent, token: tokenOf(form) };
    const reply = await postForm(form.action, content, isToSend ? 'submit' : 'save');
    this.isBusy = false;
    if (reply.kind === 'received') await this.receive(reply, sent, change);
    else if (reply.kind === 'led') this.tellSentElsewhere(reply.to);
    else if (reply.kind === 'expired') await this.renew();
    else if (reply.kind !== 'form') {
      if (reply.kind === 'unreached') this.unanswered = sent;
      this.showUnsaved(reply);
    } else if (reply.status === 409) await this.joinAfter(reply.fresh);
    else {
      if (isToSend) this.isToSend = false;
      this.base = sent;
      this.standing = 'kept';
      this.unanswered = null;
      this.saved = change;
      takeOver(form, reply.fresh);
      if (change !== this.change) {
        // What the service has just said is of an earlier text.
        this.say('unsaved');
        this.copy.soon();
      } else {
        await this.copy.remove();
        // Another kind of meeting has other questions; everything that was written is stored by now.
        if (change === this.change && reply.fresh.dataset['rubric'] !== form.dataset['rubric']) location.reload();
      }
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
    const reply = await getForm(this.form.action);
    this.isBusy = false;
    if (reply.kind === 'led' || reply.kind === 'received') this.tellSentElsewhere(reply.to);
    else if (reply.kind === 'expired') this.showUnsaved({ kind: 'refused' });
    else if (reply.kind !== 'form') this.showUnsaved(reply);
    else if (reply.fresh.dataset['account'] !== this.form.dataset['account']) this.showUnsaved({ kind: 'refused' });
    else {
      this.clear();
      const token = tokenOf(reply.fresh);
      for (const field of document.querySelectorAll<HTMLInputElement>('[name=_csrf]'))
        field.value = token === '' ? field.value : token;
      takePart(this.form, reply.fresh, 'state');
      takePart(this.form, reply.fresh, 'problem');
      const theirs = entriesOf(reply.fresh);
      this.join([{ base: baseAfter(this.base, this.unanswered, theirs), entries: entriesOf(this.form) }], theirs);
      if (!this.waitsFor) void this.exchange();
    }
  }

  /** Merges drafts of this device with the service's, and asks where two of them changed the same field. */
  private join(mine: readonly BegunDraft[], theirs: Entries): void {
    const joined = joinDrafts(mine, theirs);
    fillForm(this.form, joined.entries);
    this.change += 1;
    this.unanswered = null;
    // Changes from elsewhere are shown before they are sent.
    if (joined.hasNews) this.isToSend = false;
    if (joined.differences.length === 0) {
      this.base = theirs;
      this.copy.soon();
      return;
    }
    this.base = joined.base;
    this.sayOnceKept('differing');
    this.wait(
      askDifferences(this.form, joined.differences, () => {
        this.waitsFor = null;
        this.standing = 'kept';
        this.base = theirs;
        this.change += 1;
        void this.exchange();
      }),
    );
    this.copy.soon();
  }

  /** What earlier pages of this form could not save is merged with the service's draft. */
  private async restore(): Promise<void> {
    const { form, copy } = this;
    const { account = '', keep = '' } = form.dataset;
    await shutOutOthers(account);
    const kept = await copy.earlier();
    void keepPages(account, [new URL(form.action).pathname, ...keep.split(' ')]);
    if (kept.length === 0) {
      if (copy.wasCleared) form.querySelector('.form-head')?.after(clearedNotice(form));
      return;
    }
    const theirs = this.base;
    const typed = entriesOf(form);
    const copies = kept.map(({ base, entries, unanswered }) => ({
      base: baseAfter(base, unanswered, theirs),
      entries,
    }));
    this.isToSend = kept.some(({ isToSend }) => isToSend);
    // Somebody may have typed already while the copies were read.
    this.join(this.change === 0 ? copies : [...copies, { base: theirs, entries: typed }], theirs);
    if (this.waitsFor) return;
    this.say('restored');
    this.later(this.isToSend ? 0 : PAUSE_MS);
  }

  private showUnsaved(reply: Exclude<FormReply, { kind: 'form' | 'led' | 'received' }>): void {
    if (reply.kind === 'signed-out') {
      this.sayOnceKept('signedOut');
      if (!this.waitsFor) this.wait(signInNotice(this.form));
    } else if (reply.kind === 'unreached') {
      this.sayOnceKept(this.isToSend ? 'unsent' : 'offline');
      this.later(RETRY_MS);
    } else {
      this.isToSend = false;
      this.say('refused');
    }
  }

  private showRefused(): void {
    const list = this.form.querySelector<HTMLElement>('[data-live=errors]');
    list?.scrollIntoView({ block: 'start' });
    list?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  }

  /** The service has the form; what was written after the press of the button is not in it, and stays here. */
  private async receive(reply: FormReply & { kind: 'received' }, sent: Entries, change: number): Promise<void> {
    this.isToSend = false;
    this.base = sent;
    const hasMore = change !== this.change;
    await this.copy.receive(reply.receipt, hasMore);
    if (!hasMore) {
      this.saved = this.change;
      location.replace(reply.to);
      return;
    }
    this.say('kept');
    this.wait(sentBeforeNotice(this.form, reply, changedFields(sent, entriesOf(this.form))));
    await this.copy.now();
  }

  /** The service has a form of this visit that was not sent from this page, and takes no other one now. */
  private tellSentElsewhere(to: string): void {
    this.isToSend = false;
    if (this.hasMore) {
      this.say('kept');
      this.wait(alreadySentNotice(this.form, to));
      void this.copy.now();
    } else location.replace(to);
  }

  private wait(notice: HTMLElement): void {
    this.waitsFor?.remove();
    this.waitsFor = notice;
    clearTimeout(this.timer);
    this.form.querySelector('.form-head')?.after(notice);
    notice.scrollIntoView({ block: 'center' });
  }

  private clear(): void {
    this.standing = 'kept';
    this.waitsFor?.remove();
    this.waitsFor = null;
  }

  private later(pauseMs: number): void {
    clearTimeout(this.timer);
    if (!this.waitsFor) this.timer = setTimeout(() => void this.exchange(), pauseMs);
  }

  /** Words that claim that the device has the text are said when it has. */
  private sayOnceKept(word: string): void {
    this.standing = word;
    this.say('unsaved');
    void this.copy.now();
  }

  private say(word: string): void {
    this.word = word;
    const saved = this.form.querySelector('[data-live=saved]');
    if (saved) saved.textContent = this.form.dataset[word] ?? '';
    this.form.dispatchEvent(new Event(word));
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
