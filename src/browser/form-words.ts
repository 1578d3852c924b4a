import { entriesOf } from './form-entries.ts';

/** What a person calls the value: the words of a choice rather than its code. */
export function shown(form: HTMLFormElement, name: string, value: string): string {
  for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (field instanceof HTMLSelectElement) {
      return [...field.options].find((option) => option.value === value)?.text ?? value;
    }
    if (field instanceof HTMLInputElement && field.type === 'radio' && field.value === value) {
      return field.parentElement?.textContent?.trim() ?? value;
    }
  }
  return value;
}

export function labelOf(form: HTMLFormElement, name: string): string {
  const field = form.querySelector(`[name="${CSS.escape(name)}"]`)?.closest('.field');
  return field?.querySelector('.form-label')?.textContent?.trim() ?? name;
}

/** The questions of a form that were answered, with the answers as the page shows them. */
export function saidIn(form: HTMLFormElement): [question: string, answer: string][] {
  return Object.entries(entriesOf(form)).map(([name, value]) => [labelOf(form, name), shown(form, name, value)]);
}
