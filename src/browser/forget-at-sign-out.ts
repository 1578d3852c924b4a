/** Prefix of the storage keys of forms that were not saved on the service yet. */
export const KEPT_FORMS = 'giaoban.form.';

/** Signing out removes all stored forms from the device; where something would be lost, the user is asked first. */
export function forgetAtSignOut(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-sign-out]')) {
    form.addEventListener('submit', (event) => {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(KEPT_FORMS));
      if (keys.length > 0 && !confirm(form.dataset['signOut'] ?? '')) event.preventDefault();
      else keys.forEach((key) => localStorage.removeItem(key));
    });
  }
}
