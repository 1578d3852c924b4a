/** Shows the buttons that choose every box of their group, or none of them once all are chosen. */
export function checkAll(page: ParentNode): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-check-all]')) {
    const boxes = [...(button.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])];
    button.hidden = boxes.length < 2;
    button.addEventListener('click', () => {
      const isEvery = boxes.every((box) => box.checked);
      for (const box of boxes) box.checked = !isEvery;
    });
  }
}
