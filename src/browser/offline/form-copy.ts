import { entriesOf } from '../form-entries.ts';
import { saidIn } from '../form-words.ts';
import type { Received } from '../exchange-form.ts';
import { randomId } from './device-database.ts';
import { type HeldForm, type KeptForm, KeptForms } from './kept-forms.ts';
import { forgetOldCopy, oldCopyOf } from './old-copies.ts';
import { isMarked, markUnsent, unmark } from './unsent-mark.ts';

/** Changes within this time are kept together; with the writing itself a change is kept within 300 ms. */
const TOGETHER_MS = 120;

/** What a page knows of its form beside what was typed. */
export interface FormState extends Pick<KeptForm, 'own' | 'base' | 'unanswered' | 'isToSend'> {
  /** False while somebody has to choose between two texts: then the copies of earlier pages stay as well. */
  readonly isSettled: boolean;
}

/** The copy of one page's form on the device, while the service does not have it. */
export class FormCopy {
  private readonly id = randomId();
  private readonly visitId: string;
  private readonly account: string;
  private readonly forms: KeptForms;
  /** Copies of earlier pages, which this page's first copy replaces. */
  private takenOver: HeldForm[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Writings follow one another, so that an older one never replaces a newer one. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly form: HTMLFormElement,
    private readonly state: () => FormState,
    /** Told of each writing of what was typed: whether the device has it. */
    private readonly told: (isKept: boolean) => void,
  ) {
    const { account = '', visitForm = '' } = form.dataset;
    this.account = account;
    this.visitId = visitForm;
    this.forms = new KeptForms(account);
  }

  /** What earlier pages of this form could not save; it stays theirs until this page has kept it. */
  async earlier(): Promise<KeptForm[]> {
    const { visitId, account } = this;
    const kept = (await this.forms.list()).filter((each) => each.visitId === visitId && each.id !== this.id);
    this.takenOver = kept;
    const old = oldCopyOf(account, visitId);
    if (!old) return kept;
    const { title = '' } = this.form.dataset;
    return [{ id: '', visitId, title, own: {}, unanswered: null, said: [], ...old }, ...kept];
  }

  /** Whether the device once had something of this form that is neither here nor known to be on the service. */
  get wasCleared(): boolean {
    return this.takenOver.length === 0 && isMarked(this.visitId);
  }

  /** Keeps what was typed, within 300 ms. */
  soon(): void {
    this.timer ??= setTimeout(() => void this.now(), TOGETHER_MS);
  }

  /** Whether it is kept now. */
  now(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const kept = this.next(async () => {
      const { id, form, visitId, account } = this;
      const { title = '' } = form.dataset;
      const { isSettled, ...state } = this.state();
      const content = { id, visitId, title, ...state, entries: entriesOf(form), said: saidIn(form) };
      markUnsent(visitId);
      await this.forms.put(content, isSettled ? this.takenOver : []);
      if (!isSettled) return;
      this.takenOver = [];
      forgetOldCopy(account, visitId);
    });
    void kept.then(this.told);
    return kept;
  }

  /** The service has everything. */
  remove(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    return this.next(async () => {
      await this.forms.remove(this.id, this.takenOver);
      this.forgotten();
    });
  }

  /** The service has received the form: its receipt stays in the place of the copy, unless more was written since. */
  receive(receipt: Received, hasMore: boolean): Promise<boolean> {
    return this.next(async () => {
      const { title = '' } = this.form.dataset;
      const { visitId } = this;
      await this.forms.receive({ visitId, title, ...receipt }, hasMore ? null : this.id, hasMore ? [] : this.takenOver);
      if (!hasMore) this.forgotten();
    });
  }

  private forgotten(): void {
    this.takenOver = [];
    forgetOldCopy(this.account, this.visitId);
    unmark(this.visitId);
  }

  private next(work: () => Promise<void>): Promise<boolean> {
    const done = this.last.then(work).then(
      () => true,
      () => false,
    );
    this.last = done;
    return done;
  }
}
