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
