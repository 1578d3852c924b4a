/** A number that is not negative as people write it, with a decimal comma or point; null where it is none. */
export function writtenNumber(text: string): number | null {
  const digits = text.trim();
  return /^\d{1,15}([.,]\d{1,4})?$/.test(digits) ? Number(digits.replace(',', '.')) : null;
}

/** How the values of a number field lie. */
export interface NumberSteps {
  readonly step: number;
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * The value one step up or down, on the nearest step in that direction. An empty field begins at the first step above
 * nothing and stays empty downwards; null where there is nothing to change, such as beside a text that is no number.
 */
export function stepNumber(text: string, by: 1 | -1, { step, minimum, maximum }: NumberSteps): number | null {
  const isEmpty = text.trim() === '';
  const value = isEmpty ? 0 : writtenNumber(text);
  if (value === null || (isEmpty && by < 0)) return null;
  // Steps are counted in hundredths, because 0.1 + 0.2 is not 0.3.
  const steps = Math.round(value * 100) / Math.round(step * 100);
  const next = ((by > 0 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1) * Math.round(step * 100)) / 100;
  const kept = Math.min(maximum, Math.max(minimum, next));
  return (by > 0 ? kept > value : kept < value) ? kept : null;
}
