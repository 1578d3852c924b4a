const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'(?='*[=+\-@\t\r])/;

/** Somebody else's text must not become a formula when the file is edited or saved as CSV: an apostrophe goes before it. */
export function guarded(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}

/** Undoes `guarded`, so that an exported file can be imported again as it is. */
export function withoutGuard(text: string): string {
  return text.replace(GUARDED, '');
}
