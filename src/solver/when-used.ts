/**
 * A value made at first use and kept: schemas take long to compile, a command reads only few kinds of file, and a
 * service starts without any.
 */
export function whenUsed<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
