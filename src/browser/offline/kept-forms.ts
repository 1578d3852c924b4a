import type { Entries } from '../../modules/evaluations/domain/merge-drafts.ts';
import { onDevice, type SealedForm, type SealedRecord } from './device-database.ts';
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

/** A copy as it was read: it may have been written anew since, by the page that it belongs to. */
export interface HeldForm extends KeptForm {
  /** Another one at each writing. */
  readonly stamp: string;
}

type Held = Pick<HeldForm, 'id' | 'stamp'>;

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
  async list(): Promise<HeldForm[]> {
    const records = await onDevice((database) => database.getAll('forms'));
    const forms = await Promise.all(
      records.map(async (record) => {
        const [form] = await this.opened<KeptForm>([record]);
        return form ? [{ ...form, stamp: stampOf(record) }] : [];
      }),
    );
    return forms.flat();
  }

  /** Keeps a copy, in the place of others that it has taken over as they were read. */
  async put(form: KeptForm, others: readonly Held[] = []): Promise<void> {
    const record = { id: form.id, ...(await this.sealed(form)) };
    await onDevice(async (database) => {
      const change = database.transaction('forms', 'readwrite', STRICT);
      void change.store.put(record);
      await deleteUnchanged(change.store, others);
      await change.done;
    });
  }

  /** Keeps another content in the place of a copy, unless its page has written it anew. */
  async replace({ id, stamp }: Held, form: KeptForm): Promise<void> {
    const record = { id, ...(await this.sealed(form)) };
    await onDevice(async (database) => {
      const change = database.transaction('forms', 'readwrite', STRICT);
      const now = await change.store.get(id);
      if (now && stampOf(now) === stamp) void change.store.put(record);
      await change.done;
    });
  }

  /** Removes a page's own copy, and others as they were read. */
  async remove(own: string | null, others: readonly Held[] = []): Promise<void> {
    await onDevice(async (database) => {
      const change = database.transaction('forms', 'readwrite', STRICT);
      if (own !== null) void change.store.delete(own);
      await deleteUnchanged(change.store, others);
      await change.done;
    });
  }

  async receipts(): Promise<KeptReceipt[]> {
    const records = await onDevice((database) => database.getAll('receipts'));
    return (await this.opened<KeptReceipt>(records)).reverse();
  }

  /** Keeps a receipt and removes the copies that it is for: a page's own, and others as they were read. */
  async receive(receipt: KeptReceipt, own: string | null, others: readonly Held[]): Promise<void> {
    const record = await this.sealed(receipt);
    await onDevice(async (database) => {
      const change = database.transaction(['forms', 'receipts'], 'readwrite', STRICT);
      const receipts = change.objectStore('receipts');
      void receipts.add(record);
      if (own !== null) void change.objectStore('forms').delete(own);
      await deleteUnchanged(change.objectStore('forms'), others);
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

interface FormStore {
  get(id: string): Promise<SealedForm | undefined>;
  delete(id: string): Promise<void>;
}

async function deleteUnchanged(store: FormStore, held: readonly Held[]): Promise<void> {
  for (const { id, stamp } of held) {
    const now = await store.get(id);
    if (now && stampOf(now) === stamp) await store.delete(id);
  }
}

/** Each writing is encrypted with a nonce of its own. */
function stampOf({ nonce }: SealedForm): string {
  return nonce.join('.');
}
