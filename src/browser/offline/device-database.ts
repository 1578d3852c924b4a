import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Sealed } from './sealing.ts';

/** A key that a session has brought, or that was made here because no session could be asked. */
export interface StoredKey {
  readonly account: string;
  readonly key: CryptoKey;
  /** A key that was made here cannot be brought again. */
  readonly isMadeHere: boolean;
}

/** What is readable only with the key of its account. */
export interface SealedRecord extends Sealed {
  readonly account: string;
}

export interface SealedForm extends SealedRecord {
  readonly id: string;
}

interface DeviceSchema extends DBSchema {
  readonly device: { readonly key: 'id'; readonly value: string };
  readonly keys: { readonly key: string; readonly value: StoredKey };
  readonly forms: { readonly key: string; readonly value: SealedForm };
  readonly receipts: { readonly key: number; readonly value: SealedRecord };
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;

export const DEVICE_DATABASE = 'giaoban';
/** The cache of whole pages, of one account at a time. */
export const KEPT_PAGES = 'giaoban-pages';

const MOST_TRIES = 3;

let opened: Promise<DeviceDatabase> | null = null;

/**
 * Works on the device's database. Phones close it under a page that was in the background, so that work which fails is
 * done again on a new connection; it must be harmless to repeat.
 */
export async function onDevice<Result>(work: (database: DeviceDatabase) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work(await database());
    } catch (error) {
      opened = null;
      if (tries === MOST_TRIES) throw error;
    }
  }
}

function database(): Promise<DeviceDatabase> {
  opened ??= openDB<DeviceSchema>(DEVICE_DATABASE, 1, {
    upgrade: (made) => {
      made.createObjectStore('device');
      made.createObjectStore('keys', { keyPath: 'account' });
      made.createObjectStore('forms', { keyPath: 'id' });
      made.createObjectStore('receipts', { autoIncrement: true });
    },
    // Another page empties the device, or a later release opens it.
    blocking: (_current, _blocked, event) => {
      opened = null;
      (event.target as IDBDatabase).close();
    },
    terminated: () => {
      opened = null;
    },
  });
  return opened;
}

/**
 * A random UUID, for what this device keeps. `crypto.randomUUID` is for secure origins only, and an office may run the service without TLS: there
 * nothing can be encrypted, so that nothing is kept on the device, but a form is saved and sent as everywhere.
 */
export function randomId(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
