/** A button that only modules need, so that no page carries it. */
export function makeButton(label: string, look: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = look;
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}
