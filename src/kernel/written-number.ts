/** Reads a non-negative number as people write it, with a decimal comma or point; null for any other text. */
export function writtenNumber(text: string): number | null {
  const digits = text.trim();
  return /^\d{1,15}([.,]\d{1,4})?$/.test(digits) ? Number(digits.replace(',', '.')) : null;
}

/** The steps and bounds of the values of a number field. */
export interface NumberSteps {
  readonly step: number;
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * The value one step up or down, rounded to the grid of steps in that direction. An empty field starts at the first
 * step above 0 and stays empty downwards; null where nothing can change, such as for a text that is no number.
 */
export function stepNumber(text: string, by: 1 | -1, { step, minimum, maximum }: NumberSteps): number | null {
  const isEmpty = text.trim() === '';
  const value = isEmpty ? 0 : writtenNumber(text);
  if (value === null || (isEmpty && by < 0)) return null;
  // Counted in hundredths, because 0.1 + 0.2 is not 0.3 in floating point.
  const steps = Math.round(value * 100) / Math.round(step * 100);
  const next = ((by > 0 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1) * Math.round(step * 100)) / 100;
  const kept = Math.min(maximum, Math.max(minimum, next));
  return (by > 0 ? kept > value : kept < value) ? kept : null;
}
