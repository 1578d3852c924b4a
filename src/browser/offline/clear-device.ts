import { deleteDB } from 'idb';
import { DEVICE_DATABASE, KEPT_PAGES, onDevice } from './device-database.ts';
import { oldCopies } from './old-copies.ts';
import { unmarkAll } from './unsent-mark.ts';

/** How many forms only this device has, whoever wrote them. */
export async function unsentForms(): Promise<number> {
  const kept = await onDevice((database) => database.count('forms')).catch(() => 0);
  return kept + oldCopies().length;
}

/** Removes all that this device keeps of people's work: keys, forms, receipts and pages. */
export async function clearDevice(): Promise<void> {
  await deleteDB(DEVICE_DATABASE);
  // Without TLS there is no such cache.
  if ('caches' in globalThis) await caches.delete(KEPT_PAGES);
  for (const key of oldCopies()) localStorage.removeItem(key);
  unmarkAll();
}
