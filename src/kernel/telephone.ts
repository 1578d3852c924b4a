/** Begins with 0, + or the whole 84: a number without has lost its first digit in a spreadsheet. */
const NUMBER = /^(?:0\d{5,14}|\+\d{6,15}|84\d{9,10})$/;

/** A telephone number without the signs between its digits; null for what is none. */
export function readTelephone(text: string): string | null {
  const digits = text.replace(/[\s().-]+/g, '');
  return NUMBER.test(digits) ? digits : null;
}
