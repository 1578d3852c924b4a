/** Signing out removes all that the device keeps; where something would be lost, the user is asked first. */
export function forgetAtSignOut(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-sign-out]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void forget(form.dataset['signOut'] ?? '').then((isForgotten) => isForgotten && form.submit());
    });
  }
}

/** A device that keeps nothing, or cannot say what it keeps, holds nobody up. */
async function forget(question: string): Promise<boolean> {
  try {
    const { clearDevice, unsentForms } = await import('./offline/clear-device.ts');
    if ((await unsentForms()) > 0 && !confirm(question)) return false;
    await clearDevice();
  } catch {
    // For example a window in which nothing may be stored.
  }
  return true;
}
