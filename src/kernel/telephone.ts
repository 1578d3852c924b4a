const NUMBER = /^\+?\d{6,15}$/;

/** A telephone number without the signs between its digits; null for what is none. */
export function readTelephone(text: string): string | null {
  const digits = text.replace(/[\s().-]+/g, '');
  return NUMBER.test(digits) ? digits : null;
}
