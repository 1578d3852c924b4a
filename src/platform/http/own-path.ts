/** The path if it is one of ours, else the start page: a redirect must not lead to another site. */
export function ownPath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return '/';
  return value;
}
