/** Shows the buttons that copy the text of a field, `data-copies` its id, and says on them that it was done. */
export function copyTexts(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
    const field = page.getElementById(button.dataset['copies'] ?? '');
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      field.select();
      navigator.clipboard.writeText(field.value).then(
        () => {
          button.textContent = button.dataset['copied'] ?? '';
        },
        // Selected as it is, the text can be copied by the keyboard.
        () => field.focus(),
      );
    });
  }
}
