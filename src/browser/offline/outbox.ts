import { clearDevice, unsentForms } from './clear-device.ts';
import { shutOutOthers } from './device-key.ts';
import { keepPages } from './keep-pages.ts';
import { type HeldForm, type KeptForm, KeptForms, type KeptReceipt } from './kept-forms.ts';
import { addressOf, sendKept } from './send-kept.ts';

/**
 * Shows what this device keeps of the reader's forms, sends what is to be sent, and says what was received. It sends
 * when the page is opened or seen again, when a network comes, and by its button.
 */
export function showOutbox(page: Document): void {
  const box = page.querySelector<HTMLElement>('[data-outbox]');
  if (box) void new Outbox(box).start();
}

class Outbox {
  private readonly forms: KeptForms;
  /** The form that is being sent, by its id. */
  private sending: string | null = null;
  private isBusy = false;

  constructor(private readonly box: HTMLElement) {
    this.forms = new KeptForms(box.dataset['account'] ?? '');
  }

  async start(): Promise<void> {
    const { box } = this;
    await shutOutOthers(box.dataset['account'] ?? '');
    const goOn = () => {
      if (!document.hidden) void this.send();
    };
    addEventListener('online', goOn);
    document.addEventListener('visibilitychange', goOn);
    box.querySelector('[data-outbox-send] button')?.addEventListener('click', () => void this.send());
    document.querySelector('[data-outbox-clear]')?.addEventListener('click', () => void this.clear());
    document.querySelector('[data-outbox-clear]')?.removeAttribute('hidden');
    await this.show();
    await this.send();
    void keepPages(box.dataset['account'] ?? '', (box.dataset['keep'] ?? '').split(' '));
  }

  /** Sends every form whose writer has said so, one after the other. */
  private async send(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    let note = '';
    for (const kept of (await this.forms.list()).filter(({ isToSend }) => isToSend)) {
      this.sending = kept.id;
      await this.show();
      const outcome = await sendKept(kept, document.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? '');
      if (outcome.kind === 'received') {
        await this.forms.receive({ visitId: kept.visitId, title: kept.title, ...outcome.receipt }, null, [kept]);
      } else if (outcome.kind === 'trouble') {
        await this.forms.replace(kept, { ...formOf(kept), isToSend: false, trouble: outcome.trouble });
      } else {
        note = this.word(outcome.kind === 'unreached' ? 'unreached' : 'signedOut');
        break;
      }
    }
    this.sending = null;
    this.isBusy = false;
    await this.show();
    this.say(note);
  }

  private async show(): Promise<void> {
    const [kept, receipts] = [await this.forms.list(), await this.forms.receipts()];
    const seen = new Set<string>();
    const rows = [
      ...kept.map((form) => this.formRow(form)),
      ...receipts
        .filter(({ reference }) => !seen.has(reference) && seen.add(reference))
        .map((receipt) => this.receiptRow(receipt)),
    ];
    this.part('list').replaceChildren(...rows);
    this.part('card').hidden = rows.length === 0;
    this.part('send').hidden = !kept.some(({ isToSend }) => isToSend);
  }

  private formRow(form: HeldForm): Element {
    const row = this.newRow(form.title);
    const { id, isToSend, trouble = null, said } = form;
    const state = id === this.sending ? 'sending' : isToSend ? 'waiting' : (trouble ?? 'kept');
    find(row, 'state').textContent = this.word(state);
    find(row, 'state').classList.add(trouble === null ? 'state-wait' : 'state-warn');
    find(row, 'open').setAttribute('href', addressOf(form.visitId));
    find(row, 'code').remove();
    find(row, 'said').replaceChildren(
      ...said.flatMap(([question, answer]) => [element('dt', question), element('dd', answer)]),
    );
    find(row, 'discard').addEventListener('click', () => {
      if (confirm(this.word('discardSure'))) void this.forms.remove(null, [form]).then(() => this.show());
    });
    return row;
  }

  private receiptRow({ title, reference, receivedAt }: KeptReceipt): Element {
    const row = this.newRow(title);
    find(row, 'state').textContent = this.word('received');
    find(row, 'state').classList.add('state-good');
    find(row, 'code').textContent = reference;
    find(row, 'at').textContent = receivedAt;
    find(row, 'read').remove();
    find(row, 'actions').remove();
    return row;
  }

  private newRow(title: string): Element {
    const blank = find(this.box, 'outbox-row');
    const row = blank instanceof HTMLTemplateElement ? blank.content.firstElementChild?.cloneNode(true) : null;
    if (!(row instanceof Element)) throw new Error('the outbox has no row');
    find(row, 'title').textContent = title;
    return row;
  }

  private async clear(): Promise<void> {
    if ((await unsentForms()) > 0 && !confirm(this.word('clearSure'))) return;
    await clearDevice();
    await this.show();
    this.say(this.word('cleared'));
  }

  private part(name: string): HTMLElement {
    return find(this.box, `outbox-${name}`);
  }

  private word(name: string): string {
    return this.box.dataset[name] ?? '';
  }

  private say(note: string): void {
    this.part('note').textContent = note;
  }
}

function formOf({ stamp: _, ...form }: HeldForm): KeptForm {
  return form;
}

function find(row: Element, name: string): HTMLElement {
  const found = row.querySelector<HTMLElement>(`[data-${name}]`);
  if (!found) throw new Error(`the outbox has no ${name}`);
  return found;
}

function element(name: 'dt' | 'dd', text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
