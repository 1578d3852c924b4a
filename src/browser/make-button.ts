/** A button that only works with modules, so it is made here rather than in the template. */
export function makeButton(label: string, look: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = look;
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}
