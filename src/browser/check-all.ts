/**
 * Shows buttons that tick every box of a group, or untick all once all are ticked, and their number, because the boxes
 * may be folded.
 */
export function checkAll(page: ParentNode): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-check-all]')) {
    const group = button.closest('fieldset');
    const boxes = [...(group?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])];
    const chosen = group?.querySelector<HTMLElement>('[data-chosen]');
    const choose = button.textContent;
    const isEvery = (): boolean => boxes.every((box) => box.checked);
    const tell = (): void => {
      button.textContent = isEvery() ? button.dataset['checkAll'] || choose : choose;
      if (!chosen) return;
      chosen.hidden = false;
      const number = chosen.querySelector('b');
      if (number) number.textContent = String(boxes.filter((box) => box.checked).length);
    };
    button.hidden = boxes.length < 2;
    button.addEventListener('click', () => {
      const isChosen = !isEvery();
      for (const box of boxes) box.checked = isChosen;
      tell();
    });
    group?.addEventListener('change', tell);
    tell();
  }
}
