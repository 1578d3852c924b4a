/** `/scores/steps`, for faults and live scores. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** `scores[steps]`, for the name of an input. */
export function inputName(path: readonly (string | number)[]): string {
  const [first, ...rest] = path;
  return `${first ?? ''}${rest.map((part) => `[${part}]`).join('')}`;
}
