import { makeButton } from './make-button.ts';

/** Gives each count a button on both sides. */
export function addSteppers(page: ParentNode): void {
  for (const stepper of page.querySelectorAll<HTMLElement>('[data-stepper]')) {
    const input = stepper.querySelector('input');
    if (!input) continue;
    input.before(stepButton('−', stepper.dataset['less'] ?? '', () => step(input, -1)));
    input.after(stepButton('+', stepper.dataset['more'] ?? '', () => step(input, 1)));
  }
}

function stepButton(sign: string, label: string, act: () => void): HTMLButtonElement {
  const button = makeButton(sign, 'stepper-button', act);
  button.setAttribute('aria-label', label);
  return button;
}

function step(input: HTMLInputElement, by: 1 | -1): void {
  if (by > 0) input.stepUp();
  else input.stepDown();
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
