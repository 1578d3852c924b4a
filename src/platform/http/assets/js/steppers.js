// @ts-check

/**
 * Gives each count a button on both sides.
 * @param {ParentNode} page
 */
export function addSteppers(page) {
  for (const stepper of page.querySelectorAll('[data-stepper]')) {
    const input = stepper.querySelector('input');
    if (!input || !(stepper instanceof HTMLElement)) continue;
    input.before(button('−', stepper.dataset['less'] ?? '', () => step(input, -1)));
    input.after(button('+', stepper.dataset['more'] ?? '', () => step(input, 1)));
  }
}

/**
 * @param {string} sign
 * @param {string} label
 * @param {() => void} act
 */
function button(sign, label, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'stepper-button';
  made.textContent = sign;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', act);
  return made;
}

/**
 * @param {HTMLInputElement} input
 * @param {1 | -1} by
 */
function step(input, by) {
  if (by > 0) input.stepUp();
  else input.stepDown();
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
