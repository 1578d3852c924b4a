/** Shows buttons that copy the text of the field whose id is in `data-copies`, and confirm it. */
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
        // Where copying fails, the text is selected, so that it can be copied with the keyboard.
        () => field.focus(),
      );
    });
  }
}
