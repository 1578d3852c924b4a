/** How the names begin under which a device keeps forms that the service does not have yet. */
export const KEPT_FORMS = 'giaoban.form.';

/** Whoever signs out leaves nothing on the device; where something would be lost, they are asked first. */
export function forgetAtSignOut(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-sign-out]')) {
    form.addEventListener('submit', (event) => {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(KEPT_FORMS));
      if (keys.length > 0 && !confirm(form.dataset['signOut'] ?? '')) event.preventDefault();
      else keys.forEach((key) => localStorage.removeItem(key));
    });
  }
}
