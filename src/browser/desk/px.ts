/** Lengths in pixels, as styles want them. */
export function px<T extends Readonly<Record<string, number | undefined>>>(lengths: T): Record<keyof T, string> {
  return Object.fromEntries(Object.entries(lengths).map(([name, length]) => [name, `${length ?? 0}px`])) as Record<
    keyof T,
    string
  >;
}
