import { stepNumber } from '../kernel/written-number.ts';
import { makeButton } from './make-button.ts';

/** Gives each number a button on both sides, for a thumb; keys step by the arrows and need not tab through buttons. */
export function addSteppers(page: ParentNode): void {
  for (const stepper of page.querySelectorAll<HTMLElement>('[data-stepper]')) {
    const input = stepper.querySelector('input');
    if (!input) continue;
    input.before(stepButton('−', stepper.dataset['less'] ?? '', () => step(stepper, input, -1)));
    input.after(stepButton('+', stepper.dataset['more'] ?? '', () => step(stepper, input, 1)));
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      step(stepper, input, event.key === 'ArrowUp' ? 1 : -1);
    });
  }
}

function stepButton(sign: string, label: string, act: () => void): HTMLButtonElement {
  const button = makeButton(sign, 'stepper-button', act);
  button.setAttribute('aria-label', label);
  button.tabIndex = -1;
  return button;
}

function step({ dataset }: HTMLElement, input: HTMLInputElement, by: 1 | -1): void {
  const next = stepNumber(input.value, by, {
    step: Number(dataset['step']),
    minimum: Number(dataset['minimum']),
    maximum: Number(dataset['maximum']),
  });
  if (next === null) return;
  const sign = document.documentElement.lang === 'vi' ? ',' : '.';
  input.value = String(next).replace('.', sign);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
