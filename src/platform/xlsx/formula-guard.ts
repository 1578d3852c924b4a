const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'(?='*[=+\-@\t\r])/;

/** Adds an apostrophe to a text that could become a formula when the file is edited or saved as CSV. */
export function guarded(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}

/** Removes the apostrophe of `guarded`, so that an exported file can be imported again unchanged. */
export function withoutGuard(text: string): string {
  return text.replace(GUARDED, '');
}
