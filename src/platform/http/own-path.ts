/** The path if it is one of ours, else the start page: a redirect must not lead to another site. */
export function ownPath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(value)) return '/';
  return value;
}
