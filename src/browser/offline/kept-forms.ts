import type { Entries } from '../../modules/evaluations/domain/merge-drafts.ts';
import { onDevice, type SealedRecord } from './device-database.ts';
import { keyFor } from './device-key.ts';
import { seal, unseal } from './sealing.ts';
import type { Trouble } from './send-kept.ts';

/** What one page has of a form that the service does not have yet. */
export interface KeptForm {
  /** Of the page: two pages of one form never overwrite each other's copy. */
  readonly id: string;
  readonly visitId: string;
  /** What people call the form: the branch and the day. */
  readonly title: string;
  /** The hidden fields by which the service knows what the form was made from. */
  readonly own: Entries;
  /** What the service had when this copy was begun. */
  readonly base: Entries;
  readonly entries: Entries;
  /** What was sent without an answer: the service may have it. */
  readonly unanswered: Entries | null;
  /** Whether its writer has already pressed "send". */
  readonly isToSend: boolean;
  /** Why it was not received when it was sent without its page; absent where it was not tried. */
  readonly trouble?: Trouble | null;
  /** The questions with their answers as the page shows them, to be read where the form cannot be opened. */
  readonly said: readonly (readonly [question: string, answer: string])[];
}

/** That the service has a form. */
export interface KeptReceipt {
  readonly visitId: string;
  readonly title: string;
  /** What people call the form by on the telephone. */
  readonly reference: string;
  /** As the service says it, in its own time. */
  readonly receivedAt: string;
}

/** Hard to lose once it is said to be kept: the browser waits until the disk has it. */
const STRICT = { durability: 'strict' } as const;
const MOST_RECEIPTS = 10;

/** The forms that this device keeps for an account, encrypted. */
export class KeptForms {
  constructor(private readonly account: string) {}

  /** What cannot be read with the account's key is left out. */
  async list(): Promise<KeptForm[]> {
    const records = await onDevice((database) => database.getAll('forms'));
    return this.opened<KeptForm>(records);
  }

  /** Keeps a copy, in the place of others that it has taken over. */
  async put(form: KeptForm, others: readonly string[] = []): Promise<void> {
    const record = { id: form.id, ...(await this.sealed(form)) };
    await onDevice(async (database) => {
      const change = database.transaction('forms', 'readwrite', STRICT);
      void change.store.put(record);
      for (const id of others) void change.store.delete(id);
      await change.done;
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await onDevice(async (database) => {
      const change = database.transaction('forms', 'readwrite', STRICT);
      for (const id of ids) void change.store.delete(id);
      await change.done;
    });
  }

  async receipts(): Promise<KeptReceipt[]> {
    const records = await onDevice((database) => database.getAll('receipts'));
    return (await this.opened<KeptReceipt>(records)).reverse();
  }

  /** Keeps a receipt and removes the copies that it is for. */
  async receive(receipt: KeptReceipt, ids: readonly string[]): Promise<void> {
    const record = await this.sealed(receipt);
    await onDevice(async (database) => {
      const change = database.transaction(['forms', 'receipts'], 'readwrite', STRICT);
      const receipts = change.objectStore('receipts');
      void receipts.add(record);
      for (const id of ids) void change.objectStore('forms').delete(id);
      for (const old of (await receipts.getAllKeys()).slice(0, -MOST_RECEIPTS)) void receipts.delete(old);
      await change.done;
    });
  }

  private async sealed(content: KeptForm | KeptReceipt): Promise<SealedRecord> {
    const key = await keyFor(this.account);
    return { account: this.account, ...(await seal(key, JSON.stringify(content))) };
  }

  private async opened<Content>(records: readonly SealedRecord[]): Promise<Content[]> {
    const own = records.filter(({ account }) => account === this.account);
    if (own.length === 0) return [];
    const key = await keyFor(this.account);
    const texts = await Promise.all(own.map((record) => unseal(key, record)));
    return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Content]));
  }
}
